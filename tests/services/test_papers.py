"""Writing up and rendering over a real store: the draft, the chair's text, the Word files."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from docx import Document

from iro_tui.documents.renderer import Renderer
from iro_tui.domain.choices import Choices
from iro_tui.domain.clock import Clock
from iro_tui.domain.documents import BlockKind, DocumentKind, IssuedDocument
from iro_tui.domain.review import Presence
from iro_tui.errors import BadInput, CannotWrite, NotFound, RuleRefused
from iro_tui.services import rendering, reviews, writing_up
from iro_tui.store.store import Store
from tests.documents.full_review import (
    ATTENDANCE,
    CHAIR,
    DECISIONS,
    EARLIER,
    LAST,
    MEETINGS,
    OUTCOMES,
    PEOPLE,
    REVIEW,
    REVIEW_ID,
    SECRET,
    TODAY,
    VIEWS,
    WORDS,
    WREN,
    full_review,
    knowledge,
)
from tests.stores import filled, new_store

CLOCK = Clock(TODAY, lambda: datetime(2026, 11, 24, 16, 10, tzinfo=UTC))


@cache
def of_wren() -> bytes:
    """Return a store that holds the full review of Wren."""
    return filled(keep_review, CLOCK)


def keep_review(store: Store) -> None:
    with store.work() as work:
        work.chair.save(CHAIR)
        work.children.save(WREN)
        for person in PEOPLE:
            work.people.save(person)
        for review in (LAST, REVIEW):
            work.reviews.save(review)
        for meeting in MEETINGS:
            work.meetings.save(meeting)
        for attendance in ATTENDANCE:
            work.attendance.save(attendance)
        for view in VIEWS:
            work.views.save(view)
        for words in WORDS:
            work.words.save(words)
        for decision in (*EARLIER, *DECISIONS):
            work.decisions.save(decision)
        for outcome in OUTCOMES.values():
            work.decisions.save_outcome(outcome)
        for answer in full_review().answers.values():
            work.answers.save(REVIEW_ID, answer, uuid4())
        work.commit()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = new_store(tmp_path / "store", CLOCK, of_wren())
    yield made
    made.close()


@pytest.fixture
def renderer() -> Renderer:
    return Renderer(clock=CLOCK)


def issued(kind: DocumentKind, version: int) -> IssuedDocument:
    return IssuedDocument(uuid4(), REVIEW_ID, kind, version, CLOCK.now(), "00", b"word")


def test_the_letter_is_drafted_in_the_band_of_the_childs_age(store: Store) -> None:
    found = writing_up.letter(store, knowledge(), REVIEW_ID)
    assert found.band.id == found.usual_band.id == "b5_8"
    assert found.sections[0].lines[0] == "Dear Wren,"
    assert found.proposed == found.sections


def test_the_chairs_own_text_is_kept_and_is_no_proposal(store: Store) -> None:
    writing_up.save_section(
        store, REVIEW_ID, "b5_8", "home", text="You love the stairs.", revision_id=uuid4()
    )
    found = writing_up.letter(store, knowledge(), REVIEW_ID)
    home = next(one for one in found.sections if one.section_id == "home")
    assert home.text == "You love the stairs."
    assert home not in found.proposed
    other_band = writing_up.letter(store, knowledge(), REVIEW_ID, "b9_12")
    assert all(one.is_proposed for one in other_band.sections)


def test_a_control_character_is_refused_in_the_letter(store: Store) -> None:
    with pytest.raises(BadInput, match="control character"):
        writing_up.save_section(
            store, REVIEW_ID, "b5_8", "home", text="a\x07b", revision_id=uuid4()
        )


def test_another_band_needs_a_reason_and_is_kept_with_it(store: Store) -> None:
    with pytest.raises(RuleRefused, match="needs a reason"):
        writing_up.choose_band(store, knowledge(), REVIEW_ID, "easy_read", "  ")
    writing_up.choose_band(store, knowledge(), REVIEW_ID, "easy_read", "Reads with symbols")
    found = writing_up.letter(store, knowledge(), REVIEW_ID)
    assert found.band.id == "easy_read"
    assert found.view.review.letter_band_reason == "Reads with symbols"
    back = writing_up.choose_band(store, knowledge(), REVIEW_ID, "b5_8", "")
    assert back.letter_band == ""


def test_a_band_that_is_not_known_is_told_with_those_that_are(store: Store) -> None:
    with pytest.raises(BadInput, match="b99") as caught:
        writing_up.letter(store, knowledge(), REVIEW_ID, "b99")
    assert "easy_read" in caught.value.hint


def test_the_record_is_written_under_its_name_with_its_fingerprint(
    store: Store, renderer: Renderer, tmp_path: Path
) -> None:
    written = rendering.render(
        store, knowledge(), renderer, DocumentKind.RECORD, REVIEW_ID, folder=tmp_path / "out"
    )
    assert written.path == tmp_path / "out" / "1042_R05_2026-11-12_record_v1_draft.docx"
    assert written.version == 1
    assert written.issued is None
    text = "\n".join(one.text for one in Document(str(written.path)).paragraphs)
    assert "“I want to see Toby more.”" in text
    assert SECRET in text


def test_the_letter_is_written_without_anything_private(
    store: Store, renderer: Renderer, tmp_path: Path
) -> None:
    written = rendering.render(
        store, knowledge(), renderer, DocumentKind.LETTER, REVIEW_ID, folder=tmp_path
    )
    assert written.path.name == "1042_R05_2026-11-12_letter_v1_draft.docx"
    text = "\n".join(one.text for one in Document(str(written.path)).paragraphs)
    assert "Dear Wren," in text
    assert SECRET not in text
    assert "lock" not in text


def test_the_letter_for_later_is_a_file_of_its_own(
    store: Store, renderer: Renderer, tmp_path: Path
) -> None:
    written = rendering.render(
        store,
        knowledge(),
        renderer,
        DocumentKind.LETTER,
        REVIEW_ID,
        folder=tmp_path,
        band="b0_4_later",
    )
    assert written.path.name == "1042_R05_2026-11-12_letter-later_v1_draft.docx"


def test_a_draft_has_the_version_that_it_would_become(
    store: Store, renderer: Renderer, tmp_path: Path
) -> None:
    with store.work() as work:
        work.documents.add(issued(DocumentKind.RECORD, 1))
        work.documents.add(issued(DocumentKind.RECORD, 2))
        work.commit()
    record = rendering.render(
        store, knowledge(), renderer, DocumentKind.RECORD, REVIEW_ID, folder=tmp_path
    )
    letter = rendering.render(
        store, knowledge(), renderer, DocumentKind.LETTER, REVIEW_ID, folder=tmp_path
    )
    assert (record.version, letter.version) == (3, 1)


def test_both_papers_can_be_seen_as_they_stand(store: Store, renderer: Renderer) -> None:
    record = rendering.preview(store, knowledge(), renderer, DocumentKind.RECORD, REVIEW_ID)
    letter = rendering.preview(store, knowledge(), renderer, DocumentKind.LETTER, REVIEW_ID)
    assert record[0].kind is letter[0].kind is BlockKind.TITLE
    assert any(block.text == "Decisions of this review" for block in record)
    assert any(block.text == "What happens next?" for block in letter)


@pytest.mark.parametrize(("remote_is_attending", "code"), [(True, "PN1"), (False, "PN6")])
def test_the_record_has_the_services_own_choice_whether_video_is_attending(
    store: Store, renderer: Renderer, remote_is_attending: bool, code: str
) -> None:
    with store.work() as work:
        work.attendance.save(replace(ATTENDANCE[0], presence=Presence.VIDEO))
        work.commit()
    choices = Choices(remote_is_attending=remote_is_attending)
    known = replace(knowledge(), timescales=replace(knowledge().timescales, choices=choices))
    blocks = rendering.preview(store, known, renderer, DocumentKind.RECORD, REVIEW_ID)
    assert [one.text for one in blocks if f"Participation code {code}." in one.text]
    [listed] = [one for one in reviews.rows(store, known, WREN.reference) if one.number == 5]
    assert listed.participation_code == code


def test_a_review_that_is_not_there_is_told(store: Store, renderer: Renderer) -> None:
    with pytest.raises(NotFound):
        rendering.preview(store, knowledge(), renderer, DocumentKind.RECORD, UUID(int=999))


def test_a_folder_that_is_a_file_is_told(store: Store, renderer: Renderer, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(CannotWrite):
        rendering.render(
            store, knowledge(), renderer, DocumentKind.RECORD, REVIEW_ID, folder=tmp_path / "out"
        )
