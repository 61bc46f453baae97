"""Meeting again in the same review: the next of a series, an adjournment, and taking it back."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from iro_tui.domain.next_meeting import (
    Adjournment,
    NextMeeting,
    check_may_adjourn,
    check_may_meet_again,
    meeting_to_come,
)
from iro_tui.domain.review import Meeting, Review, ReviewFormat, ReviewState
from iro_tui.domain.text import clean_text
from iro_tui.errors import RuleRefused
from iro_tui.services.preparing import keep_move

if TYPE_CHECKING:
    from iro_tui.domain.timescales import Timescales
    from iro_tui.store.store import Store, Work


def meetings_of(store: "Store", review_id: UUID) -> tuple[Meeting, ...]:
    """Return the meetings of a review, in their order."""
    with store.work() as work:
        return work.meetings.of_review(review_id)


def plan_next_meeting(store: "Store", review_id: UUID, coming: NextMeeting) -> Review:
    """End the meeting that is going on and plan the next one of what is a series from now on.

    The review is held on the day of its first meeting (local: `review_date_basis`). Raises
    RuleRefused before the first meeting, and where the next one is planned already.
    """
    with store.work() as work:
        review = work.reviews.get(review_id)
        meetings = work.meetings.of_review(review_id)
        check_may_meet_again(review, meetings)
        _end_and_plan(store, work, review, meetings, coming)
        review = _with_meeting(review, coming)
        review = replace(review, state=ReviewState.SERIES_OPEN, format=ReviewFormat.SERIES)
        return _kept(work, review)


def adjourn(
    store: "Store", timescales: "Timescales", review_id: UUID, adjournment: Adjournment
) -> Review:
    """Adjourn the meeting that is going on, for not more than 20 working days.

    CPPCR Regulations 2010, regulation 36(2). Raises RuleRefused for a second adjournment.
    """
    today = store.clock.today()
    with store.work() as work:
        review = work.reviews.get(review_id)
        check_may_adjourn(review)
        meetings = work.meetings.of_review(review_id)
        _end_and_plan(store, work, review, meetings, adjournment.meeting, adjourned=True)
        review = replace(
            _with_meeting(review, adjournment.meeting),
            state=ReviewState.ADJOURNED,
            adjourned_on=today,
            adjourned_reason=clean_text(adjournment.reason, what="The reason"),
            adjourned_views=clean_text(adjournment.views, what="What they think"),
            reconvene_by=timescales.reconvene_by(today).on,
        )
        return _kept(work, review)


def move_next_meeting(store: "Store", review_id: UUID, coming: NextMeeting) -> Review:
    """Put the further meeting that is planned to another day or place; a move keeps its reason.

    Raises RuleRefused where none is planned.
    """
    with store.work() as work:
        review = work.reviews.get(review_id)
        later = _meeting_to_come(work, review_id)
        work.meetings.save(
            replace(later, planned_for=coming.planned_for, venue=coming.venue, how=coming.how)
        )
        review = _with_meeting(review, coming)
        if later.planned_for is not None:
            keep_move(store, work, review, later.planned_for, coming.move_reason)
        return _kept(work, review)


def take_back(store: "Store", review_id: UUID) -> Review:
    """Take back an adjournment, or the next meeting of a series, that has not begun.

    The review stands where it stood; why it was adjourned stays, for the next time. Raises
    RuleRefused once people have met again.
    """
    with store.work() as work:
        review = work.reviews.get(review_id)
        remove_meeting_to_come(work, review_id)
        *earlier, last = work.meetings.of_review(review_id)
        work.meetings.save(replace(last, ended_at=None, adjourned=False))
        if review.state is ReviewState.ADJOURNED:
            review = replace(review, adjourned_on=None, reconvene_by=None)
        elif not earlier:
            review = replace(review, format=ReviewFormat.MEETING)
        if review.state is ReviewState.ADJOURNED or not earlier:
            review = replace(review, state=ReviewState.IN_MEETING)
        review = replace(review, planned_for=last.planned_for, venue=last.venue)
        return _kept(work, review)


def remove_meeting_to_come(work: "Work", review_id: UUID) -> None:
    """Take out a further meeting that has not begun, with its list of who was asked.

    Words that were noted since belong to the meeting before. Raises RuleRefused where none is
    planned.
    """
    later = _meeting_to_come(work, review_id)
    *_, before, _ = work.meetings.of_review(review_id)
    for words in work.words.of_review(review_id):
        if words.meeting_id == later.id:
            work.words.save(replace(words, meeting_id=before.id))
    for one in work.attendance.of_review(review_id):
        if one.meeting_id == later.id:
            work.attendance.remove(one.id)
    work.meetings.remove(later.id)


def _meeting_to_come(work: "Work", review_id: UUID) -> Meeting:
    later = meeting_to_come(work.meetings.of_review(review_id))
    if later is None:
        raise RuleRefused(
            "No further meeting of this review is still to come.",
            hint="From the meeting, ^r shows how another one is planned.",
        )
    return later


def _end_and_plan(
    store: "Store",
    work: "Work",
    review: Review,
    meetings: tuple[Meeting, ...],
    coming: NextMeeting,
    *,
    adjourned: bool = False,
) -> None:
    last = meetings[-1] if meetings else Meeting(store.new_id(), review.id, sequence=1)
    held_on = last.held_on or review.held_on
    work.meetings.save(
        replace(last, held_on=held_on, ended_at=store.clock.now(), adjourned=adjourned)
    )
    work.meetings.save(
        Meeting(
            id=store.new_id(),
            review_id=review.id,
            sequence=last.sequence + 1,
            planned_for=coming.planned_for,
            venue=coming.venue,
            how=coming.how,
        )
    )


def _with_meeting(review: Review, coming: NextMeeting) -> Review:
    """Return the review with the plan of the meeting that comes next."""
    return replace(
        review,
        planned_for=coming.planned_for,
        planned_time=coming.time,
        venue=coming.venue,
        child_in_room=False,
    )


def _kept(work: "Work", review: Review) -> Review:
    work.reviews.save(review)
    work.commit()
    return review
