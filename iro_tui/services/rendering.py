"""The documents of a review as Word files, and as they stand on the screen."""

from typing import TYPE_CHECKING
from uuid import UUID

from iro_tui.domain.documents import DocumentKind, PreviewBlock, RenderedDocument
from iro_tui.domain.file_names import document_name
from iro_tui.domain.letter.bands import FOR_LATER
from iro_tui.domain.letter.source import LetterSource
from iro_tui.domain.record import RecordSource
from iro_tui.domain.timescales import next_review
from iro_tui.services.meeting_view import meeting_view
from iro_tui.services.writing_up import letter

if TYPE_CHECKING:
    from pathlib import Path

    from iro_tui.documents.renderer import Renderer
    from iro_tui.knowledge import Knowledge
    from iro_tui.store.store import Store, Work


def render(
    store: "Store",
    knowledge: "Knowledge",
    renderer: "Renderer",
    kind: str,
    review_id: UUID,
    *,
    folder: "Path",
    band: str = "",
) -> RenderedDocument:
    """Write the draft of a document into a folder; a draft replaces a draft.

    `band` is that of a letter, "" for its own. Raises NotFound, BadInput for a band that is not
    known, TemplateError or CannotWrite.
    """
    kind, source = _source(store, knowledge, kind, review_id, band)
    view, version = source.view, source.version
    target = folder / document_name(view.child, view.review, kind, version, draft=True)
    fingerprint = renderer.write(kind, source, target)
    return RenderedDocument(path=target, sha256=fingerprint, version=version, issued=None)


def preview(
    store: "Store",
    knowledge: "Knowledge",
    renderer: "Renderer",
    kind: str,
    review_id: UUID,
) -> tuple[PreviewBlock, ...]:
    """Return a document as it stands, block by block."""
    return renderer.preview(*_source(store, knowledge, kind, review_id))


def _source(
    store: "Store", knowledge: "Knowledge", kind: str, review_id: UUID, band: str = ""
) -> tuple[str, RecordSource | LetterSource]:
    """Return what a document is written from; a letter's band says which letter it is."""
    if kind == DocumentKind.LETTER:
        letter = letter_source(store, knowledge, review_id, band)
        return _kind(letter.band.id), letter
    return kind, record_source(store, knowledge, review_id, kind)


def record_source(
    store: "Store",
    knowledge: "Knowledge",
    review_id: UUID,
    kind: str = DocumentKind.RECORD,
) -> RecordSource:
    """Return everything that the record of a review is written from, or another such document."""
    with store.work() as work:
        view = meeting_view(work, knowledge, review_id)
        reviews = work.reviews.of_child(view.child.id)
        version = _next_version(work, review_id, kind)
    timescales = knowledge.timescales
    coming = next_review(view.child, reviews, timescales)
    completed = view.review.completed_on
    return RecordSource(
        view=view,
        agenda=knowledge.agenda,
        codes=knowledge.codes,
        words=knowledge.record_words,
        next_review=coming,
        after=timescales.after_meeting(completed) if completed else None,
        midway=timescales.midway(coming) if coming else None,
        review_numbers={one.id: one.number for one in reviews},
        remote_is_attending=timescales.choices.remote_is_attending,
        version=version,
    )


def letter_source(
    store: "Store", knowledge: "Knowledge", review_id: UUID, band: str = ""
) -> LetterSource:
    """Return everything that the letter of a review is printed from."""
    found = letter(store, knowledge, review_id, band)
    with store.work() as work:
        version = _next_version(work, review_id, _kind(found.band.id))
    return LetterSource(view=found.view, band=found.band, sections=found.sections, version=version)


def _next_version(work: "Work", review_id: UUID, kind: str) -> int:
    """Return the version that a draft would become when it is issued."""
    issued = [one.version for one in work.documents.of_review(review_id) if one.kind == kind]
    return max(issued, default=0) + 1


def _kind(band_id: str) -> str:
    return DocumentKind.LETTER_LATER if band_id == FOR_LATER else DocumentKind.LETTER
