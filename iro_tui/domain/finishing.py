"""What the chair sees before closing a review: what is there, what is open, what follows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from iro_tui.domain.agenda import Question
from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.attending import over_all_meetings
from iro_tui.domain.decisions import Decision
from iro_tui.domain.matters import Matter, uncovered_matters
from iro_tui.domain.meeting import (
    MeetingView,
    answer_to,
    not_yet_gone_through,
    open_questions,
)
from iro_tui.domain.next_meeting import meeting_to_come
from iro_tui.domain.participation import Participation, participation_of
from iro_tui.domain.planning import agreed_plan
from iro_tui.domain.review import (
    Attendance,
    Meeting,
    Presence,
    Review,
    ReviewFormat,
    ReviewState,
    review_in_hand,
)
from iro_tui.domain.timescales import NextReview, Timescales, next_review


@dataclass(frozen=True)
class FinishView:
    """The state of a review that is about to be closed.

    `unheard` names who was asked, did not come and sent no view; `participation` is the code
    that follows from what is recorded; `uncovered_matters` are those that the law wants considered,
    without an answer or a reason; `closed` is the review as closing leaves it; `next_review`
    follows from closing it today, and `agreed_on` is the day that was agreed for it, on which
    closing plans it.
    """

    answered: int
    open_questions: tuple[Question, ...]
    set_aside: tuple[tuple[Question, Answer], ...]
    incomplete_decisions: tuple[Decision, ...]
    not_gone_through: tuple[Decision, ...]
    unheard: tuple[str, ...]
    participation: Participation
    uncovered_matters: tuple[Matter, ...]
    lacks_views: bool
    closed: Review
    next_review: NextReview | None
    agreed_on: date | None = None

    @property
    def is_late(self) -> bool:
        """Whether closing it today leaves it late, and the chair is asked why."""
        return self.closed.in_time is False

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left that could still be done before closing."""
        return not (self.open_questions or self.incomplete_decisions or self.not_gone_through)


def finish_view(
    view: MeetingView, reviews: tuple[Review, ...], timescales: Timescales
) -> FinishView:
    """Return what closing this review today would leave; `reviews` are all of the child's."""
    answers = [
        (question, answer_to(view, question))
        for section in view.agenda.sections
        for question in section.questions
    ]
    closed = closed_review(view.review, completed_day(view.review, view.meetings, view.today))
    return FinishView(
        answered=sum(answer.state is AnswerState.ANSWERED for _, answer in answers),
        open_questions=open_questions(view),
        set_aside=tuple(pair for pair in answers if _is_set_aside(pair[1])),
        incomplete_decisions=tuple(one for one in view.decisions if one.draft or one.gaps),
        not_gone_through=not_yet_gone_through(view),
        unheard=_unheard(view),
        participation=participation_of(
            view, remote_is_attending=timescales.choices.remote_is_attending
        ),
        uncovered_matters=uncovered_matters(view),
        lacks_views=not view.words and not view.review.no_views_reason,
        closed=closed,
        next_review=next_review(view.child, _with(reviews, closed), timescales),
        agreed_on=_agreed_on(view, reviews),
    )


def completed_day(review: Review, meetings: Sequence[Meeting], today: date) -> date:
    """Return the day on which a review that is closed today was completed: its last meeting's.

    It is today where none has begun, where one is planned for today, and without a meeting.
    """
    held = [one.held_on for one in meetings if one.held_on is not None]
    coming = meeting_to_come(meetings)
    is_today = coming is not None and coming.planned_for == today
    if not held or is_today or review.format is ReviewFormat.NO_MEETING:
        return today
    return held[-1]


def closed_review(review: Review, day: date) -> Review:
    """Return the review as it is when its last meeting was on this day."""
    return replace(
        review,
        state=ReviewState.COMPLETED,
        held_on=review.held_on or day,
        completed_on=review.completed_on or day,
        child_in_room=False,
    )


def _agreed_on(view: MeetingView, reviews: tuple[Review, ...]) -> date | None:
    """Return the day on which closing plans the next review; None where it plans none."""
    agreed = agreed_plan(view.answers.get("closing.next"))
    others = [one for one in reviews if one.id != view.review.id]
    if agreed is None or agreed.planned_for <= view.today or review_in_hand(others):
        return None
    return agreed.planned_for


def _with(reviews: tuple[Review, ...], closed: Review) -> tuple[Review, ...]:
    return tuple(closed if review.id == closed.id else review for review in reviews)


def _is_set_aside(answer: Answer) -> bool:
    return answer.state in (AnswerState.NOT_ASKED, AnswerState.DOES_NOT_APPLY)


def _unheard(view: MeetingView) -> tuple[str, ...]:
    heard = {one.name for one in view.views if one.view.strip()}
    return tuple(
        one.name
        for one in over_all_meetings(view.attendance)
        if _was_asked(one) and not one.presence.was_there and one.name not in heard
    )


def _was_asked(one: Attendance) -> bool:
    return not one.is_child and one.presence is not Presence.NOT_INVITED
