"""The day a meeting was held, put right by the chair who writes it up later."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from iro_tui.domain.held_day import HeldMeetings
from iro_tui.domain.review import OPEN_MEETING
from iro_tui.errors import RuleRefused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iro_tui.domain.review import Review
    from iro_tui.store.store import Store, Work


def held_meetings(store: "Store", review_id: UUID) -> HeldMeetings:
    """Return the meetings of a review that have begun."""
    with store.work() as work:
        return _held(work, review_id)


def set_held_days(store: "Store", review_id: UUID, typed: "Mapping[UUID, str]") -> "Review":
    """Keep on which days the meetings were held, as typed by meeting; the first is the review's.

    Raises BadFields for a day that cannot be, and RuleRefused once the review is closed.
    """
    with store.work() as work:
        held = _held(work, review_id)
        if held.review.state not in OPEN_MEETING or not held.meetings:
            raise RuleRefused("No meeting of this review is going on, so its day stays as it is.")
        meetings = held.on_days(typed, store.clock.today())
        for meeting in meetings:
            work.meetings.save(meeting)
        review = replace(held.review, held_on=meetings[0].held_on)
        work.reviews.save(review)
        work.commit()
        return review


def _held(work: "Work", review_id: UUID) -> HeldMeetings:
    review = work.reviews.get(review_id)
    return HeldMeetings(
        child=work.children.get(review.child_id),
        review=review,
        meetings=tuple(
            one for one in work.meetings.of_review(review_id) if one.held_on is not None
        ),
        reviews=work.reviews.of_child(review.child_id),
    )
