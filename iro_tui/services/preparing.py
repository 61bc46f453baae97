"""Before the meeting: a review is planned, moved, and given its place."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.planning import ReviewPlan
from iro_tui.domain.review import (
    BEFORE_MEETING,
    OPEN_MEETING,
    Meeting,
    Review,
    ReviewState,
    review_in_hand,
)
from iro_tui.domain.timescales import next_review
from iro_tui.errors import RuleRefused
from iro_tui.services.next_dates import refresh_dates

if TYPE_CHECKING:
    from iro_tui.domain.timescales import Timescales
    from iro_tui.store.store import Store, Work


def plan_review(
    store: "Store", timescales: "Timescales", child_id: UUID, plan: ReviewPlan
) -> Review:
    """Plan the child's next review: it takes the next number of each cycle that runs.

    Raises RuleRefused when a review of this child is planned or open already.
    """
    with store.work() as work:
        review = _planned(work, timescales, child_id, plan, new_id=store.new_id())
        _keep_meeting(work, review, plan, new_id=store.new_id())
        refresh_dates(work, timescales, child_id)
        work.commit()
        return review


def plan_as_agreed(
    store: "Store", work: "Work", timescales: "Timescales", closed: Review, plan: ReviewPlan | None
) -> None:
    """Plan the review that was agreed in the one being closed, unless another is planned already.

    It belongs to the same piece of work; its due date is derived, whatever day was agreed.
    """
    reviews = work.reviews.of_child(closed.child_id)
    if plan is None or review_in_hand(reviews) is not None:
        return
    if closed.completed_on is not None and plan.planned_for <= closed.completed_on:
        return
    review = _planned(work, timescales, closed.child_id, plan, new_id=store.new_id())
    _keep_meeting(work, review, plan, new_id=store.new_id())


def change_plan(
    store: "Store", timescales: "Timescales", review_id: UUID, plan: ReviewPlan
) -> Review:
    """Move a planned review or change its place; raises RuleRefused once it has been held."""
    with store.work() as work:
        review = work.reviews.get(review_id)
        if review.state not in BEFORE_MEETING:
            raise RuleRefused(
                "This review has begun, so its plan stays as it was.",
                hint="What happened in the meeting is kept with the meeting.",
            )
        review = _with_plan(review, plan)
        work.reviews.save(review)
        _keep_meeting(work, review, plan, new_id=store.new_id())
        refresh_dates(work, timescales, review.child_id)
        work.commit()
        return review


def plan_of(store: "Store", review_id: UUID) -> ReviewPlan:
    """Return a review's plan, as the form shows it."""
    with store.work() as work:
        review = work.reviews.get(review_id)
        meetings = work.meetings.of_review(review_id)
        meeting = meetings[-1] if meetings else Meeting(review_id, review_id, 1)
        return ReviewPlan(
            planned_for=review.planned_for or store.clock.today(),
            time=review.planned_time,
            venue=review.venue,
            how=meeting.how,
            chosen_by=meeting.chosen_by,
            travel_note=meeting.travel_note,
            occasion=review.occasion,
            format=review.format,
            due_on=review.due_on,
        )


def _planned(
    work: "Work", timescales: "Timescales", child_id: UUID, plan: ReviewPlan, *, new_id: UUID
) -> Review:
    child = work.children.get(child_id)
    reviews = work.reviews.of_child(child_id)
    if any(one.state in BEFORE_MEETING | OPEN_MEETING for one in reviews):
        raise RuleRefused(
            "A review of this child is planned already.",
            hint="Open it to move it or to change its place.",
        )
    coming = next_review(child, reviews, timescales)
    review = Review(
        id=new_id,
        child_id=child_id,
        numbers=coming.numbers if coming else _first_number(child, reviews),
        due_on=coming.due_on if coming else None,
    )
    review = _with_plan(review, plan)
    work.reviews.save(review)
    return review


def _first_number(child: Child, reviews: tuple[Review, ...]) -> dict[Cycle, int]:
    """Return the number of a review whose due date no rule can tell yet."""
    held = [one.numbers.get(child.cycle, 0) for one in reviews if one.held_on is not None]
    return {child.cycle: max([child.last_review_number, *held]) + 1}


def _with_plan(review: Review, plan: ReviewPlan) -> Review:
    return replace(
        review,
        planned_for=plan.planned_for,
        planned_time=plan.time,
        venue=plan.venue,
        occasion=plan.occasion,
        format=plan.format,
        due_on=plan.due_on or review.due_on,
        state=ReviewState.PLANNED,
    )


def _keep_meeting(work: "Work", review: Review, plan: ReviewPlan, *, new_id: UUID) -> None:
    meetings = work.meetings.of_review(review.id)
    meeting = meetings[-1] if meetings else Meeting(new_id, review.id, sequence=1)
    work.meetings.save(
        replace(
            meeting,
            planned_for=plan.planned_for,
            venue=plan.venue,
            how=plan.how,
            chosen_by=plan.chosen_by,
            travel_note=plan.travel_note,
        )
    )
