"""Writing to the child: the letter is drafted from the review and becomes the chair's own."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from iro_tui.domain.letter.bands import Band, LetterSection
from iro_tui.domain.letter.draft import draft_letter, with_own_text
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.text import clean_text
from iro_tui.domain.timescales import next_review
from iro_tui.errors import BadInput, RuleRefused
from iro_tui.services.meeting_view import meeting_view

if TYPE_CHECKING:
    from iro_tui.domain.review import Review
    from iro_tui.knowledge import Knowledge
    from iro_tui.store.store import Store


@dataclass(frozen=True)
class LetterView:
    """A review's letter as it stands, in its band, with everything the write-up screen shows.

    `usual_band` is the one that follows from the child's age on the review date.
    """

    view: MeetingView
    band: Band
    usual_band: Band
    bands: tuple[Band, ...]
    sections: tuple[LetterSection, ...]

    @property
    def proposed(self) -> tuple[LetterSection, ...]:
        """The sections that the chair has not made theirs yet."""
        return tuple(section for section in self.sections if section.is_proposed)


def letter(store: "Store", knowledge: "Knowledge", review_id: UUID, band: str = "") -> LetterView:
    """Return a review's letter: drafted, with the chair's own text where it was saved.

    `band` asks for another band than the review's own. Raises NotFound for the review,
    BadInput for a band that is not known.
    """
    with store.work() as work:
        view = meeting_view(work, knowledge, review_id)
        reviews = work.reviews.of_child(view.child.id)
        usual = knowledge.letter.band_for(view.facts.age)
        chosen = _band_of(knowledge, band or view.review.letter_band or usual.id)
        own_text = work.letters.sections(review_id, chosen.id)
    coming = next_review(view.child, reviews, knowledge.timescales)
    drafted = draft_letter(view, knowledge.letter, coming, chosen)
    return LetterView(
        view=view,
        band=chosen,
        usual_band=usual,
        bands=knowledge.letter.bands,
        sections=with_own_text(view, knowledge.letter, chosen, drafted, own_text),
    )


def _band_of(knowledge: "Knowledge", band_id: str) -> Band:
    try:
        return knowledge.letter.band(band_id)
    except KeyError:
        known = ", ".join(band.id for band in knowledge.letter.bands)
        raise BadInput(f"There is no letter {band_id!r}.", hint=f"There are {known}.") from None


def save_section(
    store: "Store", review_id: UUID, band: str, section_id: str, *, text: str, revision_id: UUID
) -> None:
    """Keep the chair's text of one section; one visit to a section is one revision.

    Raises BadInput for text that cannot be kept.
    """
    with store.work() as work:
        kept = clean_text(text, what="This part of the letter")
        work.letters.save_section(review_id, band, section_id, kept, revision_id)
        work.commit()


def choose_band(
    store: "Store", knowledge: "Knowledge", review_id: UUID, band: str, reason: str
) -> "Review":
    """Write in another band than the usual one, and keep why: stage counts before age (local).

    Raises RuleRefused when another band has no reason.
    """
    with store.work() as work:
        view = meeting_view(work, knowledge, review_id)
        chosen = _band_of(knowledge, band)
        usual = knowledge.letter.band_for(view.facts.age)
        if chosen.id != usual.id and not reason.strip():
            raise RuleRefused(
                f"A letter for another age than {view.facts.age} needs a reason.",
                hint="Say in a few words why it suits this child better.",
            )
        review = replace(
            view.review,
            letter_band="" if chosen.id == usual.id else chosen.id,
            letter_band_reason=clean_text(reason, what="The reason"),
        )
        work.reviews.save(review)
        work.commit()
        return review
