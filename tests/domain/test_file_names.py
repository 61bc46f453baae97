"""Names of files that leave the program."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.documents import DocumentKind
from iro_tui.domain.file_names import document_name
from iro_tui.domain.review import Review

CHILD = Child(UUID(int=1), "1042", date(2015, 5, 1), given_name="Wren")
REVIEW = Review(UUID(int=2), CHILD.id, numbers={Cycle.LOOKED_AFTER: 5}, held_on=date(2026, 11, 12))


def test_a_draft_says_reference_review_day_document_and_version() -> None:
    name = document_name(CHILD, REVIEW, DocumentKind.RECORD, 1, draft=True)
    assert name == "1042_R05_2026-11-12_record_v1_draft.docx"


def test_an_issued_document_does_not_say_draft() -> None:
    name = document_name(CHILD, REVIEW, DocumentKind.LETTER, 2, draft=False)
    assert name == "1042_R05_2026-11-12_letter_v2.docx"


@pytest.mark.parametrize(
    ("cycle", "letter"),
    [
        (Cycle.SHORT_BREAKS, "S"),
        (Cycle.ADOPTION_PLACED, "A"),
        (Cycle.ADOPTION_AUTHORISED, "A"),
        (Cycle.PATHWAY, "P"),
        (Cycle.REMAND, "R"),
    ],
)
def test_each_cycle_has_its_letter(cycle: Cycle, letter: str) -> None:
    review = replace(REVIEW, numbers={cycle: 12})
    name = document_name(CHILD, review, DocumentKind.LETTER_LATER, 1, draft=True)
    assert name == f"1042_{letter}12_2026-11-12_letter-later_v1_draft.docx"


@pytest.mark.parametrize(
    ("reference", "safe"),
    [("../../x", "------x"), ("A/B:C*", "A-B-C-"), ("Zoë 1", "Zo--1"), ("x" * 300, "x" * 120)],
)
def test_other_characters_of_the_reference_become_dashes(reference: str, safe: str) -> None:
    child = replace(CHILD, reference=reference)
    name = document_name(child, REVIEW, DocumentKind.RECORD, 1, draft=True)
    assert name == f"{safe}_R05_2026-11-12_record_v1_draft.docx"


def test_a_review_without_a_day_is_undated() -> None:
    name = document_name(CHILD, replace(REVIEW, held_on=None), DocumentKind.RECORD, 1, draft=True)
    assert name == "1042_R05_undated_record_v1_draft.docx"
