"""The meeting as the chair sees it: everything on the screen at once, and what follows from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from iro_tui.domain.agenda import (
    Agenda,
    KeptIn,
    Question,
    ReviewFacts,
    Section,
    stays_on_screen,
)
from iro_tui.domain.answers import Answer, AnswerState, Progress, is_dealt_with
from iro_tui.domain.chair import Chair
from iro_tui.domain.child import Child, Person, Role
from iro_tui.domain.dates.days import day_in_record
from iro_tui.domain.decisions import Decision, DecisionOutcome
from iro_tui.domain.following import ReviewMove
from iro_tui.domain.listing import listed
from iro_tui.domain.review import Attendance, ChildWords, Meeting, Presence, Review, ViewReceived


@dataclass(frozen=True)
class MeetingView:
    """One review with all that surrounds it.

    `agenda` holds only what this review asks; `answers` and `last_answers` map question ids to
    this and the previous review's answers; `earlier_decisions` are those of before that were
    open when this review began, `outcomes` what this review found of them, by decision id.
    """

    chair: Chair
    child: Child
    people: tuple[Person, ...]
    review: Review
    meetings: tuple[Meeting, ...]
    facts: ReviewFacts
    agenda: Agenda
    answers: Mapping[str, Answer]
    last_review: Review | None
    last_answers: Mapping[str, Answer]
    attendance: tuple[Attendance, ...]
    views: tuple[ViewReceived, ...]
    words: tuple[ChildWords, ...]
    last_words: tuple[ChildWords, ...]
    decisions: tuple[Decision, ...]
    earlier_decisions: tuple[Decision, ...]
    outcomes: Mapping[UUID, DecisionOutcome]
    today: date
    moves: tuple[ReviewMove, ...] = ()

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is going on or comes next: the last one in the series."""
        return self.meetings[-1] if self.meetings else None

    @property
    def meeting_of_today(self) -> Meeting | None:
        """The meeting that what is written today belongs to: the one before, until the next day."""
        meeting = self.meeting
        if meeting is None or len(self.meetings) == 1 or meeting.held_on is not None:
            return meeting
        is_to_come = meeting.planned_for is not None and self.today < meeting.planned_for
        return self.meetings[-2] if is_to_come else meeting

    @property
    def asked_now(self) -> tuple[Attendance, ...]:
        """Who was asked to the meeting that is going on or comes next."""
        meeting_id = self.meeting.id if self.meeting else None
        return tuple(one for one in self.attendance if one.meeting_id == meeting_id)

    def person_as(self, role: Role) -> Person | None:
        """Return the first person who has this role now."""
        for person in self.people:
            if person.role is role and person.until is None:
                return person
        return None

    def question(self, question_id: str) -> Question:
        """Return a question as this review asks it; raises KeyError."""
        return self.agenda.question(question_id)


def visible_sections(view: MeetingView, *, child_in_room: bool) -> tuple[Section, ...]:
    """Return the sections that may stand on the screen, without any that has nothing to show."""
    return tuple(
        section
        for section in view.agenda.sections
        if visible_questions(section, child_in_room=child_in_room)
    )


def visible_questions(section: Section, *, child_in_room: bool) -> tuple[Question, ...]:
    """Return a section's questions that may stand on the screen."""
    return tuple(
        question
        for question in section.questions
        if stays_on_screen(question, child_in_room=child_in_room)
    )


def visible_decisions(
    decisions: Iterable[Decision], *, child_in_room: bool
) -> tuple[Decision, ...]:
    """Return the decisions that may stand on the screen: with the child there, the letter's."""
    return tuple(one for one in decisions if one.in_letter or not child_in_room)


def answer_to(view: MeetingView, question: Question) -> Answer:
    """Return the answer to a question, its state derived where the answer is kept elsewhere."""
    answer = view.answers.get(question.id, Answer(question.id))
    if question.kept_in is KeptIn.ANSWERS or answer.state is not AnswerState.OPEN:
        return answer
    if _is_kept_elsewhere(view, question.kept_in):
        return Answer(question.id, state=AnswerState.ANSWERED)
    return answer


def _is_kept_elsewhere(view: MeetingView, kept_in: KeptIn) -> bool:
    match kept_in:
        case KeptIn.ATTENDANCE:
            is_kept = any(one.presence.was_there for one in view.asked_now)
        case KeptIn.ABSENCE:
            is_kept = bool(view.asked_now) and all(
                one.presence is not Presence.INVITED for one in view.asked_now
            )
        case KeptIn.WORDS:
            is_kept = bool(view.words)
        case KeptIn.LAST_DECISIONS:
            is_kept = not not_yet_gone_through(view)
        case KeptIn.WHY_NOT:
            is_kept = not unexplained(view)
        case KeptIn.DECISIONS:
            is_kept = any(not one.draft for one in view.decisions)
        case KeptIn.ANSWERS:
            is_kept = False
    return is_kept


def section_state(view: MeetingView, section: Section) -> AnswerState:
    """Return a section's state: set aside, answered, to come back to, or open (core questions)."""
    answers = [answer_to(view, question) for question in section.questions]
    core = [
        answer for answer, question in zip(answers, section.questions, strict=True) if question.core
    ] or answers
    if any(answer.state is AnswerState.PARKED for answer in answers):
        return AnswerState.PARKED
    if not all(is_dealt_with(answer) for answer in core):
        return AnswerState.OPEN
    if any(answer.state is AnswerState.ANSWERED for answer in core):
        return AnswerState.ANSWERED
    return AnswerState.NOT_ASKED


def progress(view: MeetingView, sections: Iterable[Section]) -> Progress:
    """Return how many core questions of these sections are dealt with."""
    core = [question for section in sections for question in section.questions if question.core]
    done = sum(is_dealt_with(answer_to(view, question)) for question in core)
    return Progress(answered=done, total=len(core))


def open_questions(view: MeetingView) -> tuple[Question, ...]:
    """Return the core questions without an answer and every parked one, in the agenda's order."""
    return tuple(
        question
        for section in view.agenda.sections
        for question in section.questions
        if _is_open(question, answer_to(view, question))
    )


def _is_open(question: Question, answer: Answer) -> bool:
    if answer.state is AnswerState.PARKED:
        return True
    return question.core and not is_dealt_with(answer)


def names_in_braces(view: MeetingView) -> dict[str, str]:
    """Return what stands for {name}, {sw}, {carer}, {last} and {iro} in a question."""
    worker = view.person_as(Role.SOCIAL_WORKER)
    carers = [one for one in view.people if one.role is Role.CARER and one.until is None]
    last = view.last_review.day if view.last_review else None
    return {
        "name": view.child.name,
        "sw": (worker.known_as or worker.name) if worker else "the social worker",
        "carer": listed(one.known_as or one.name for one in carers) or "your carers",
        "last": day_in_record(last) if last else "you came into care",
        "iro": view.chair.first_name,
    }


def says(view: MeetingView, question: Question) -> str:
    """Return the question's words with the names of this child's people in place."""
    return filled_in(view, question.says)


def filled_in(view: MeetingView, words: str) -> str:
    """Return words of the agenda with the names of this child's people in place of braces."""
    for slot, name in names_in_braces(view).items():
        words = words.replace("{" + slot + "}", name)
    return words


def not_yet_gone_through(view: MeetingView) -> tuple[Decision, ...]:
    """Return last time's decisions that this review has not looked at yet."""
    return tuple(one for one in view.earlier_decisions if one.id not in view.outcomes)


def unmet(view: MeetingView) -> tuple[Decision, ...]:
    """Return last time's decisions that were not done, or only partly."""
    found = view.outcomes
    return tuple(
        one
        for one in view.earlier_decisions
        if one.id in found and not found[one.id].outcome.closes
    )


def unexplained(view: MeetingView) -> tuple[Decision, ...]:
    """Return last time's unmet decisions without a word why (Schedule 7, paragraph 1)."""
    return tuple(one for one in unmet(view) if not view.outcomes[one.id].why_not.strip())
