"""A planned review is cancelled, and brought back as long as nothing was planned after it."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from iro_tui.domain.review import BEFORE_MEETING, Review, ReviewState, review_in_hand
from iro_tui.domain.text import clean_text
from iro_tui.errors import RuleRefused

if TYPE_CHECKING:
    from iro_tui.store.store import Store, Work


def cancel_review(store: "Store", review_id: UUID, reason: str) -> Review:
    """Cancel a planned review: it does not count, its due date stands, the next is planned anew.

    Raises RuleRefused once it has begun.
    """
    with store.work() as work:
        review = work.reviews.get(review_id)
        if review.state not in BEFORE_MEETING:
            raise RuleRefused(
                "Only a review that is planned and has not begun can be cancelled.",
                hint="One that has begun is adjourned or finished, from the meeting.",
            )
        reason = clean_text(reason, what="The reason").strip()
        cancelled = replace(review, state=ReviewState.CANCELLED, cancelled_reason=reason)
        return _kept(work, cancelled)


def bring_back_review(store: "Store", review_id: UUID) -> Review:
    """Bring a cancelled review back as it was planned; raises RuleRefused where that is too late.

    The reason for cancelling stays with it, should it be cancelled again.
    """
    with store.work() as work:
        review = work.reviews.get(review_id)
        reviews = work.reviews.of_child(review.child_id)
        if review.state is not ReviewState.CANCELLED:
            raise RuleRefused("This review is not cancelled.")
        if review_in_hand(reviews) is not None or _was_held_since(review, reviews):
            raise RuleRefused(
                "Another review was planned since this one was cancelled.",
                hint="The newer plan can be put to another day (n).",
            )
        return _kept(work, replace(review, state=ReviewState.PLANNED))


def _was_held_since(cancelled: Review, reviews: tuple[Review, ...]) -> bool:
    return any(
        one.held_on is not None and one.numbers.get(cycle, 0) >= number
        for one in reviews
        for cycle, number in cancelled.numbers.items()
    )


def _kept(work: "Work", review: Review) -> Review:
    work.reviews.save(review)
    work.commit()
    return review
