"""A child's dates to be kept: looked at, noted as done, and put back."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from iro_tui.domain.decisions import Decision
from iro_tui.domain.due.derive import disruption_due
from iro_tui.domain.due.items import DueItem
from iro_tui.domain.due.known import Known
from iro_tui.domain.due.steps import CARE_PLAN, OBJECTION, STEPS, StepLine, step_lines
from iro_tui.domain.due.tracker import Tracker
from iro_tui.domain.due.tracking import TrackerLine, is_far_off, tracker_lines, trackers_offered
from iro_tui.domain.following import StepDone, Tracked
from iro_tui.domain.following_up import (
    NotedStep,
    check_step,
    moved_on,
    with_agreement,
    with_day,
)
from iro_tui.domain.review import BEFORE_MEETING, Review, review_in_hand
from iro_tui.domain.timescales import NextReview, next_review
from iro_tui.services.next_dates import known_of

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from iro_tui.domain.child import Child
    from iro_tui.domain.timescales import Timescales
    from iro_tui.domain.tracked_entry import NotedTracker
    from iro_tui.store.store import Store, Work


@dataclass(frozen=True)
class ReviewSteps:
    """One review with the steps around it; `objection` is what the manager objected to."""

    review: Review
    lines: tuple[StepLine, ...]
    objection: StepDone | None = None


@dataclass(frozen=True)
class ChildDates:
    """Every date of one child: the next review, the steps around reviews, and the trackers.

    `in_hand` is the review whose meeting is planned or open;
    `offered` are trackers that show only once something is noted of them; `disruption` is the
    review that follows when adopters returned the child.
    """

    child: "Child"
    coming: NextReview | None
    reviews: tuple[ReviewSteps, ...]
    trackers: tuple[TrackerLine, ...]
    offered: tuple[Tracker, ...]
    in_hand: Review | None = None
    disruption: DueItem | None = None

    def tracked(self, tracker_id: str) -> Tracked | None:
        """Return what is known of a tracker."""
        for line in self.trackers:
            if line.tracker.id == tracker_id:
                return line.tracked
        return None


@dataclass(frozen=True)
class Before:
    """What stood before something was noted, so that it can be put back."""

    child_id: "UUID"
    review: Review | None = None
    steps: tuple[StepDone, ...] = ()
    decisions: tuple[Decision, ...] = ()
    tracker: str = ""
    tracked: Tracked | None = None


def view(store: "Store", timescales: "Timescales", child_id: "UUID") -> ChildDates:
    """Return a child's dates as on the clock's day.

    Shown are the review in hand and the last one that was completed. A birthday's dates show
    half a year ahead.
    """
    today = store.clock.today()
    with store.work() as work:
        known = known_of(work, child_id)
    coming = next_review(known.child, known.reviews, timescales)
    lines = tracker_lines(known, coming, timescales)
    return ChildDates(
        child=known.child,
        coming=coming,
        reviews=tuple(_steps_of(known, one, timescales, today) for one in _shown(known.reviews)),
        trackers=tuple(one for one in lines if not is_far_off(one, today, timescales)),
        offered=trackers_offered(known, coming, timescales),
        in_hand=review_in_hand(known.reviews),
        disruption=disruption_due(known, timescales),
    )


def _shown(reviews: tuple[Review, ...]) -> tuple[Review, ...]:
    completed = [one for one in reviews if one.completed_on is not None]
    in_hand = review_in_hand(reviews)
    planned = in_hand if in_hand is not None and in_hand.state in BEFORE_MEETING else None
    return tuple(one for one in (planned, *completed[-1:]) if one is not None)


def _steps_of(known: Known, review: Review, timescales: "Timescales", today: "date") -> ReviewSteps:
    review = _moved_on(known, review, timescales, today)
    lines = step_lines(known, review, timescales)
    return ReviewSteps(review, lines, known.step_done(review, OBJECTION))


def _moved_on(known: Known, review: Review, timescales: "Timescales", today: "date") -> Review:
    return moved_on(
        review,
        has_decisions=known.has_decisions(review),
        care_plan_updated=known.step_done(review, CARE_PLAN.id) is not None,
        timescales=timescales,
        today=today,
    )


def note_step(
    store: "Store", timescales: "Timescales", review_id: "UUID", noted: NotedStep
) -> Before:
    """Note when a step around a review was done, or that it was not; the review moves on with it.

    Raises BadFields for a day that cannot be.
    """
    today = store.clock.today()
    with store.work() as work:
        review = work.reviews.get(review_id)
        check_step(work.children.get(review.child_id), review, noted, today)
        before = _before_step(work, review)
        _keep_steps(store, work, review, noted)
        changed = with_day(review, noted)
        work.reviews.save(changed)
        settle(work, timescales, review, changed, today)
        work.commit()
        return before


def settle(
    work: "Work", timescales: "Timescales", before: Review, review: Review, today: "date"
) -> None:
    """Keep how far a review has come by today, and what that means for its decisions."""
    known = known_of(work, review.child_id)
    moved = _moved_on(known, review, timescales, today)
    work.reviews.save(moved)
    objects = known.step_done(review, OBJECTION) is not None
    for decision in known.decisions:
        if decision.review_id == review.id:
            agreed = with_agreement(decision, before, moved, objects=objects)
            if agreed != decision:
                work.decisions.save(agreed)


def count_silence(store: "Store", timescales: "Timescales") -> None:
    """Count a manager's silence as agreed wherever the time for an answer has passed."""
    today = store.clock.today()
    with store.work() as work:
        for review in work.reviews.waiting_for_manager():
            settle(work, timescales, review, review, today)
        work.commit()


def _before_step(work: "Work", review: Review) -> Before:
    decisions = work.decisions.of_child(review.child_id)
    return Before(
        child_id=review.child_id,
        review=review,
        steps=work.following.steps_of(review.id),
        decisions=tuple(one for one in decisions if one.review_id == review.id),
    )


def _keep_steps(store: "Store", work: "Work", review: Review, noted: NotedStep) -> None:
    """Keep the day of a step, with its note; an objection stands beside the answer."""
    own = OBJECTION if noted.objects else noted.step
    for one in work.following.steps_of(review.id):
        is_answer = noted.step == "manager_answer" and one.step == OBJECTION
        if one.step == noted.step or is_answer:
            work.following.remove_step(one.id)
    says_something = noted.note or noted.objects or not STEPS[noted.step].review_field
    if noted.done_on is not None and says_something:
        step = StepDone(store.new_id(), review.id, own, noted.done_on, noted.note)
        work.following.save_step(step)


def note_tracker(
    store: "Store", child_id: "UUID", tracker_id: str, noted: "NotedTracker"
) -> Before:
    """Note what is known of one tracker; nothing at all forgets it."""
    with store.work() as work:
        known = {one.tracker: one for one in work.following.tracked(child_id)}.get(tracker_id)
        tracked = known or Tracked(store.new_id(), child_id, tracker_id)
        tracked = replace(tracked, **vars(noted))
        is_blank = tracked == Tracked(tracked.id, child_id, tracker_id)
        if not is_blank:
            work.following.save_tracked(tracked)
        elif known is not None:
            work.following.remove_tracked(known.id)
        work.commit()
        return Before(child_id, tracker=tracker_id, tracked=known)


def put_back(store: "Store", before: Before) -> None:
    """Put back what stood before something was noted."""
    with store.work() as work:
        if before.review is not None:
            _put_review_back(work, before, before.review)
        if before.tracker:
            _put_tracker_back(work, before)
        work.commit()


def _put_review_back(work: "Work", before: Before, review: Review) -> None:
    work.reviews.save(review)
    for step in work.following.steps_of(review.id):
        work.following.remove_step(step.id)
    for step in before.steps:
        work.following.save_step(step)
    for decision in before.decisions:
        work.decisions.save(decision)


def _put_tracker_back(work: "Work", before: Before) -> None:
    for one in work.following.tracked(before.child_id):
        if one.tracker == before.tracker:
            work.following.remove_tracked(one.id)
    if before.tracked is not None:
        work.following.save_tracked(before.tracked)
