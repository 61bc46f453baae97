"""In the meeting: what is said is kept at once, and nothing that was written is ever lost."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from iro_tui.domain.agenda import Moment, Question
from iro_tui.domain.answers import Answer, checked_parts, state_after
from iro_tui.domain.history import redone, undone
from iro_tui.domain.planning import ReviewPlan
from iro_tui.domain.review import (
    BEFORE_MEETING,
    OPEN_MEETING,
    Attendance,
    ChildWords,
    Place,
    Review,
    ViewReceived,
    review_in_hand,
)
from iro_tui.domain.text import clean_line, clean_text
from iro_tui.services.meeting_view import meeting_view
from iro_tui.services.preparing import plan_review
from iro_tui.services.starting import list_who_was_asked, start_meeting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iro_tui.domain.meeting import MeetingView
    from iro_tui.domain.timescales import Timescales
    from iro_tui.knowledge import Knowledge
    from iro_tui.store.store import Store, Work


def review_to_chair(store: "Store", timescales: "Timescales", child_id: UUID) -> UUID:
    """Return the child's open meeting, else the planned review, else one planned for today."""
    with store.work() as work:
        review = review_in_hand(work.reviews.of_child(child_id))
    if review is not None:
        return review.id
    plan = ReviewPlan(planned_for=store.clock.today())
    return plan_review(store, timescales, child_id, plan).id


def open_review(store: "Store", knowledge: "Knowledge", review_id: UUID) -> "MeetingView":
    """Open a review for chairing; the first time, everybody around the child is listed."""
    with store.work() as work:
        review = work.reviews.get(review_id)
        if review.state in BEFORE_MEETING | OPEN_MEETING:
            list_who_was_asked(store, work, review)
        view = meeting_view(work, knowledge, review_id)
        work.commit()
        return view


def save_answer(
    store: "Store", review_id: UUID, question: Question, answer: Answer, revision_id: UUID
) -> Answer:
    """Keep an answer and return it as kept; saving again under the same revision rewrites it.

    The first answer to a question of the meeting starts the meeting: it is held today. Raises
    BadInput for what cannot be kept, NotSaved when the disk does not take it.
    """
    with store.work() as work:
        if question.moment is Moment.MEETING:
            start_meeting(store, work, review_id)
        checked = replace(answer, parts=checked_parts(question, answer.parts))
        kept = work.answers.save(
            review_id, replace(checked, state=state_after(checked)), revision_id
        )
        work.commit()
        return kept


def undo_answer(store: "Store", review_id: UUID, question_id: str) -> Answer | None:
    """Bring back what an answer was before its last change; None if nothing was written."""
    with store.work() as work:
        before = undone(work.answers.history(review_id, question_id))
        return _restored(store, work, review_id, before)


def redo_answer(store: "Store", review_id: UUID, question_id: str) -> Answer | None:
    """Take back the last undo of an answer; None if there was none."""
    with store.work() as work:
        after = redone(work.answers.history(review_id, question_id))
        return _restored(store, work, review_id, after)


def _restored(
    store: "Store", work: "Work", review_id: UUID, answer: Answer | None
) -> Answer | None:
    if answer is None:
        return None
    kept = work.answers.save(review_id, answer, store.new_id())
    work.commit()
    return kept


def save_place(store: "Store", review_id: UUID, place: Place) -> None:
    """Keep where the chair stands, caret included."""
    with store.work() as work:
        work.reviews.save_place(review_id, place)
        work.commit()


def keep_reasons(
    store: "Store",
    review_id: UUID,
    *,
    late: str | None = None,
    late_code: str | None = None,
    no_views: str | None = None,
) -> Review:
    """Keep why a review was late, why nobody heard the child's views; None leaves it as it is."""
    reasons = {"late_reason": late, "late_code": late_code, "no_views_reason": no_views}
    return _changed(store, review_id, reasons)


def choose_participation(store: "Store", review_id: UUID, code: str, reason: str) -> Review:
    """Keep another participation code than the one that follows; "" takes the choice back."""
    chosen = {"participation_override": code, "participation_reason": reason if code else ""}
    return _changed(store, review_id, chosen)


def tick(
    store: "Store",
    review_id: UUID,
    *,
    child_in_room: bool | None = None,
    plan_final: bool | None = None,
    scales: bool | None = None,
) -> Review:
    """Keep what the chair ticks for this review.

    None leaves a tick as it is: whether the child is in the room, whether the plan is final or
    changed, whether scales are asked before five (local).
    """
    ticks = {"child_in_room": child_in_room, "plan_final": plan_final, "scales": scales}
    return _changed(store, review_id, ticks)


def _changed(store: "Store", review_id: UUID, fields: "Mapping[str, Any]") -> Review:
    """Change fields of a review, those that are not None, whatever else changed in it meanwhile."""
    changed = {name: value for name, value in fields.items() if value is not None}
    with store.work() as work:
        review = replace(work.reviews.get(review_id), **changed)
        work.reviews.save(review)
        work.commit()
        return review


def keep_attendance(store: "Store", attendance: Attendance) -> Attendance:
    """Keep how somebody was there, or why not; somebody present starts the meeting.

    A child who is marked present is in the room from then on (local), until F6 says not.
    """
    with store.work() as work:
        kept = replace(
            attendance,
            name=clean_line(attendance.name, what="The name"),
            note=clean_text(attendance.note, what="The note"),
        )
        review_id = work.meetings.get(kept.meeting_id).review_id
        before = [one for one in work.attendance.of_review(review_id) if one.id == kept.id]
        work.attendance.save(kept)
        if kept.presence.was_there:
            start_meeting(store, work, review_id, somebody_is_there=True)
        was_there = any(one.presence.was_there for one in before)
        if kept.is_child and kept.presence.was_there is not was_there:
            review = work.reviews.get(review_id)
            work.reviews.save(replace(review, child_in_room=kept.presence.was_there))
        work.commit()
        return kept


def remove_attendance(store: "Store", attendance_id: UUID) -> None:
    """Take somebody off the list of who was asked."""
    with store.work() as work:
        work.attendance.remove(attendance_id)
        work.commit()


def keep_view(store: "Store", view: ViewReceived) -> ViewReceived:
    """Keep what somebody who was asked thinks."""
    with store.work() as work:
        kept = replace(view, view=clean_text(view.view, what="The view"))
        work.views.save(kept)
        work.commit()
        return kept


def keep_words(store: "Store", words: ChildWords) -> ChildWords:
    """Keep the child's words exactly as typed; only line breaks are made alike."""
    with store.work() as work:
        kept = replace(
            words,
            text=clean_text(words.text, what="These words"),
            translation=clean_text(words.translation, what="The translation"),
            said_at=words.said_at or store.clock.now(),
        )
        work.words.save(kept)
        work.commit()
        return kept


def remove_words(store: "Store", words_id: UUID) -> ChildWords:
    """Take out words that were kept by mistake and return them, so that this can be undone."""
    with store.work() as work:
        words = work.words.get(words_id)
        work.words.remove(words_id)
        work.commit()
        return words
