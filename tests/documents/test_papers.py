"""A new document is its own file and a name in the list: everything else follows from it."""

from dataclasses import replace
from pathlib import Path

import pytest

from iro_tui.documents import papers
from iro_tui.documents.record import RECORD
from iro_tui.documents.renderer import Renderer
from iro_tui.domain.clock import Clock
from tests.documents.full_review import TODAY, full_review, record_source
from tests.documents.reading_word import opened


@pytest.fixture
def with_carers(monkeypatch: pytest.MonkeyPatch) -> Renderer:
    """A renderer whose list of papers names one more: a document for the carers."""
    carers = replace(
        RECORD, kind="carers", name="For the carers", subject=lambda _: "For the carers"
    )
    monkeypatch.setattr("iro_tui.documents.renderer.PAPERS", (*papers.PAPERS, carers))
    return Renderer(clock=Clock(TODAY))


def test_record_and_letter_are_shown_and_the_letter_for_later_only_by_its_band(
    renderer: Renderer,
) -> None:
    assert dict(renderer.written) == {"record": "Record", "letter": "Letter"}


def test_one_more_document_is_shown_and_written(with_carers: Renderer, target: Path) -> None:
    assert [*with_carers.written.values()] == ["Record", "Letter", "For the carers"]
    assert with_carers.preview("carers", record_source(full_review()))
    with_carers.write("carers", record_source(full_review()), target)
    assert opened(target).core_properties.subject == "For the carers"
