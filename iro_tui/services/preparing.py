"""Before the meeting: a review is planned, moved, and given its place."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.following import Change, ReviewMove, StatusChange
from iro_tui.domain.planning import ReviewPlan, disruption_window
from iro_tui.domain.review import (
    BEFORE_MEETING,
    OPEN_MEETING,
    Meeting,
    Occasion,
    Review,
    ReviewState,
    review_in_hand,
)
from iro_tui.domain.text import clean_text
from iro_tui.domain.timescales import next_review
from iro_tui.errors import RuleRefused

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
        _keep_return(store, work, review, plan)
        _keep_meeting(work, review, plan, new_id=store.new_id())
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
    """Move a planned review or change its place; raises RuleRefused once it has been held.

    Another day is kept as a move, with its reason; the lawful due date stands.
    """
    with store.work() as work:
        before = work.reviews.get(review_id)
        if before.state not in BEFORE_MEETING:
            raise RuleRefused(
                "This review has begun, so its plan stays as it was.",
                hint="What happened in the meeting is kept with the meeting.",
            )
        review = _with_plan(before, plan, _lawful_day(work, timescales, before, plan))
        work.reviews.save(review)
        if before.planned_for is not None:
            keep_move(store, work, review, before.planned_for, plan.move_reason)
        _keep_return(store, work, review, plan)
        _keep_meeting(work, review, plan, new_id=store.new_id())
        work.commit()
        return review


def keep_move(store: "Store", work: "Work", review: Review, from_day: date, reason: str) -> None:
    """Keep that a meeting of a review is put to another day than `from_day`, and why."""
    if review.planned_for is None or review.planned_for == from_day:
        return
    work.following.add_move(
        ReviewMove(
            id=store.new_id(),
            review_id=review.id,
            moved_on=store.clock.today(),
            from_day=from_day,
            to_day=review.planned_for,
            reason=clean_text(reason, what="The reason"),
        )
    )


def _lawful_day(
    work: "Work", timescales: "Timescales", before: Review, plan: ReviewPlan
) -> date | None:
    """Return the last lawful day of a planned review as its plan changes.

    It stands, save that a review after a placement for adoption ended has a window of its own.
    """
    due_on = plan.due_on or before.due_on
    if Occasion.DISRUPTION in (before.occasion, plan.occasion):
        child = work.children.get(before.child_id)
        others = tuple(one for one in work.reviews.of_child(child.id) if one.id != before.id)
        coming = next_review(child, others, timescales)
        due_on = coming.due_on if coming else None
    return _within_window(due_on, plan, timescales)


def _within_window(due_on: date | None, plan: ReviewPlan, timescales: "Timescales") -> date | None:
    if plan.occasion is not Occasion.DISRUPTION or plan.returned_on is None:
        return due_on
    latest = disruption_window(plan.returned_on, timescales).latest.on
    return latest if due_on is None else min(due_on, latest)


def _keep_return(store: "Store", work: "Work", review: Review, plan: ReviewPlan) -> None:
    """Keep the day on which adopters returned the child, where none is known yet."""
    if plan.occasion is not Occasion.DISRUPTION or plan.returned_on is None:
        return
    if _returned_on(work, review.child_id) is None:
        work.following.add_change(
            StatusChange(
                id=store.new_id(),
                child_id=review.child_id,
                happened_on=plan.returned_on,
                change=Change.ADOPTION_ENDED,
            )
        )


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
            early_trigger=review.early_trigger,
            early_asked_by=review.early_asked_by,
            early_reason=review.early_reason,
            returned_on=_returned_on(work, review.child_id),
        )


def returned_by_adopters_on(store: "Store", child_id: UUID) -> date | None:
    """Return the day on which adopters returned the child, if a placement for adoption ended."""
    with store.work() as work:
        return _returned_on(work, child_id)


def _returned_on(work: "Work", child_id: UUID) -> date | None:
    ended = [
        one.happened_on
        for one in work.following.changes_of(child_id)
        if one.change is Change.ADOPTION_ENDED
    ]
    return ended[-1] if ended else None


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
    )
    due_on = plan.due_on or (coming.due_on if coming else None)
    review = _with_plan(review, plan, _within_window(due_on, plan, timescales))
    work.reviews.save(review)
    return review


def _first_number(child: Child, reviews: tuple[Review, ...]) -> dict[Cycle, int]:
    """Return the number of a review whose due date no rule can tell yet."""
    held = [one.numbers.get(child.cycle, 0) for one in reviews if one.held_on is not None]
    return {child.cycle: max([child.last_review_number, *held]) + 1}


def _with_plan(review: Review, plan: ReviewPlan, due_on: date | None) -> Review:
    return replace(
        review,
        planned_for=plan.planned_for,
        planned_time=plan.time,
        venue=plan.venue,
        occasion=plan.occasion,
        format=plan.format,
        due_on=due_on,
        early_trigger=plan.early_trigger,
        early_asked_by=plan.early_asked_by,
        early_reason=plan.early_reason,
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
