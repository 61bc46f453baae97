"""The beginning of a meeting: who was asked to it, and the day on which it is held."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from iro_tui.domain.next_meeting import meeting_to_come
from iro_tui.domain.review import BEFORE_MEETING, Attendance, Meeting, Review, ReviewState

if TYPE_CHECKING:
    from iro_tui.store.store import Store, Work


def list_who_was_asked(store: "Store", work: "Work", review: Review) -> None:
    """List the child and everybody around them for the meeting that comes next, once."""
    meetings = work.meetings.of_review(review.id)
    if not meetings:
        meetings = (Meeting(store.new_id(), review.id, sequence=1, planned_for=review.planned_for),)
        work.meetings.save(meetings[0])
    meeting_id = meetings[-1].id
    if any(one.meeting_id == meeting_id for one in work.attendance.of_review(review.id)):
        return
    child = work.children.get(review.child_id)
    work.attendance.save(Attendance(store.new_id(), meeting_id, child.name, is_child=True))
    for person in work.people.of_child(child.id):
        if person.until is None:
            work.attendance.save(
                Attendance(
                    store.new_id(),
                    meeting_id,
                    person.name,
                    role=person.role_words,
                    person_id=person.id,
                )
            )


def start_meeting(
    store: "Store", work: "Work", review_id: UUID, *, somebody_is_there: bool = False
) -> None:
    """Start the meeting that comes next, if one does: it is held today.

    A further meeting starts on its day, or when somebody is there; what is written before then
    belongs to the meeting that was.
    """
    review = work.reviews.get(review_id)
    if review.state in BEFORE_MEETING:
        _start_first(store, work, review)
    else:
        _start_further(store, work, review, somebody_is_there=somebody_is_there)


def _start_first(store: "Store", work: "Work", review: Review) -> None:
    today = store.clock.today()
    work.reviews.save(
        replace(review, state=ReviewState.IN_MEETING, held_on=review.held_on or today)
    )
    meetings = work.meetings.of_review(review.id)
    meeting = meetings[-1] if meetings else Meeting(store.new_id(), review.id, sequence=1)
    work.meetings.save(replace(meeting, held_on=today, started_at=store.clock.now()))


def _start_further(
    store: "Store", work: "Work", review: Review, *, somebody_is_there: bool
) -> None:
    meeting = meeting_to_come(work.meetings.of_review(review.id))
    today = store.clock.today()
    if meeting is None:
        return
    is_early = meeting.planned_for is not None and today < meeting.planned_for
    if is_early and not somebody_is_there:
        return
    work.meetings.save(replace(meeting, held_on=today, started_at=store.clock.now()))
    if review.state is ReviewState.ADJOURNED:
        work.reviews.save(replace(review, state=ReviewState.IN_MEETING))
