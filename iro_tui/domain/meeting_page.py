"""What stands on the meeting's screen: which questions, in which outline, beside what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from iro_tui.domain.agenda import AgendaPart, KeptIn, Question, Section, section_of, stays_on_screen
from iro_tui.domain.answer_words import answer_words
from iro_tui.domain.answers import Answer, AnswerState, is_empty
from iro_tui.domain.decisions import Decision
from iro_tui.domain.meeting import (
    MeetingView,
    answer_to,
    filled_in,
    not_yet_gone_through,
    section_state,
    visible_decisions,
    visible_questions,
    visible_sections,
)
from iro_tui.domain.review import ChildWords, ViewReceived

DECISIONS_SECTION = "decisions"


def is_offered_first(view: MeetingView, question: Question) -> bool:
    """Whether a question is shown before anybody asks for more: core ones, and answered ones."""
    return question.core or answer_to(view, question).state is not AnswerState.OPEN


def is_on_screen(view: MeetingView, question: Question, *, with_more: bool) -> bool:
    """Whether a question is shown now: allowed with who is in the room, and asked for."""
    if not stays_on_screen(question, child_in_room=view.review.child_in_room):
        return False
    return with_more or is_offered_first(view, question)


def waiting_questions(view: MeetingView, section: Section) -> int:
    """Return how many questions one key would open."""
    return sum(
        is_on_screen(view, one, with_more=True) and not is_offered_first(view, one)
        for one in section.questions
    )


def next_open_question(view: MeetingView, after: str, *, with_more: bool) -> Question | None:
    """Return the next open question after one, from the top when none follows; None at the end.

    Only what may stand on the screen now. What is to come back to comes when nothing else is
    open, but before the end of the meeting, which is for all together.
    """
    for state, questions in _in_turn(view, after):
        for one in questions:
            is_asked = one.core or with_more or state is AnswerState.PARKED
            if is_asked and answer_to(view, one).state is state and _asks_on(view, one):
                return one
    return None


def _in_turn(view: MeetingView, after: str) -> Iterator[tuple[AnswerState, list[Question]]]:
    asked: dict[bool, list[Question]] = {False: [], True: []}
    for section in visible_sections(view, child_in_room=view.review.child_in_room):
        is_end = section.part is AgendaPart.TOGETHER
        asked[is_end] += visible_questions(section, child_in_room=view.review.child_in_room)
    before_end, end = (_begun_after(asked[is_end], after) for is_end in (False, True))
    if any(one.id == after for one in end):
        yield AnswerState.OPEN, end
        yield AnswerState.OPEN, before_end
        yield AnswerState.PARKED, before_end
    else:
        yield AnswerState.OPEN, before_end
        yield AnswerState.PARKED, before_end
        yield AnswerState.OPEN, end
    yield AnswerState.PARKED, end


def _begun_after(questions: list[Question], after: str) -> list[Question]:
    place = next((index for index, one in enumerate(questions, 1) if one.id == after), 0)
    return questions[place:] + questions[:place]


def _asks_on(view: MeetingView, question: Question) -> bool:
    """Whether a question has something left to ask with who is in the room."""
    if question.kept_in is not KeptIn.LAST_DECISIONS:
        return True
    left = not_yet_gone_through(view)
    return bool(visible_decisions(left, child_in_room=view.review.child_in_room))


def put_away_questions(view: MeetingView, section: Section) -> int:
    """Return how many questions of a section are not shown because of who is in the room."""
    return sum(
        not stays_on_screen(one, child_in_room=view.review.child_in_room)
        for one in section.questions
    )


@dataclass(frozen=True)
class OutlineLine:
    """One line of the outline; `section_id` is blank where it stands for several sections."""

    words: str
    state: AnswerState | None = None
    section_id: str = ""


def outline_of(view: MeetingView, current: str, *, lines: int) -> tuple[OutlineLine, ...]:
    """Return the outline in at most `lines` lines where that can be.

    When not all sections fit, the parts of the meeting that are not current stand in one line.
    """
    visible = visible_sections(view, child_in_room=view.review.child_in_room)
    hidden = len(view.agenda.sections) - len(visible)
    whole = len(visible) + bool(hidden) <= lines
    here = _part_of(visible, current)
    outline: list[OutlineLine] = []
    for part in AgendaPart:
        sections = tuple(section for section in visible if section.part is part)
        if whole or part in (here, AgendaPart.TOGETHER):
            outline.extend(_line_of(view, section) for section in sections)
        elif sections:
            outline.append(_summary(view, part, sections))
        if part is AgendaPart.ADULTS and hidden:
            outline.append(OutlineLine(f"Adults: {hidden} more"))
    return tuple(outline)


def _part_of(sections: Iterable[Section], section_id: str) -> AgendaPart:
    return next((one.part for one in sections if one.id == section_id), AgendaPart.CHILD)


def _line_of(view: MeetingView, section: Section) -> OutlineLine:
    words = section.short
    if section.id == DECISIONS_SECTION:
        shown = visible_decisions(view.decisions, child_in_room=view.review.child_in_room)
        words = f"Decisions: {len(shown)}"
    return OutlineLine(filled_in(view, words), section_state(view, section), section.id)


def _summary(view: MeetingView, part: AgendaPart, sections: tuple[Section, ...]) -> OutlineLine:
    if part is AgendaPart.CHILD:
        return OutlineLine(f"{view.child.name}: {len(sections)} before", section_id=sections[0].id)
    return OutlineLine(f"Adults: {len(sections)} more", section_id=sections[0].id)


@dataclass(frozen=True)
class Beside:
    """What is shown beside a question: last time, and what others said before.

    `put_away` says that something private or meant for adults is not shown with the child there.
    """

    last_answer: str = ""
    last_on: date | None = None
    may_take_over: bool = False
    decisions: tuple[Decision, ...] = ()
    last_words: tuple[ChildWords, ...] = ()
    views: tuple[ViewReceived, ...] = ()
    put_away: bool = False


def beside(view: MeetingView, section: Section, question: Question | None) -> Beside:
    """Return what stands beside a question of a section, with regard to who is in the room."""
    in_room = view.review.child_in_room
    words = [one for one in view.last_words if one.section_id == section.id]
    decisions = [
        one
        for one in (*view.earlier_decisions, *view.decisions)
        if one.is_open and section_of(one.question_id) == section.id
    ]
    last = last_answer_to(view, question) if question else None
    return Beside(
        last_answer=answer_words(question, last) if question and last else "",
        last_on=view.last_review.day if view.last_review else None,
        may_take_over=bool(question and question.carries_forward and last),
        decisions=visible_decisions(decisions, child_in_room=in_room),
        last_words=tuple(one for one in words if not (in_room and one.private)),
        views=() if in_room else tuple(one for one in view.views if one.view.strip()),
        put_away=in_room and bool(view.views or any(one.private for one in words)),
    )


def last_answer_to(view: MeetingView, question: Question) -> Answer | None:
    """Return last time's answer to a question, if there is one that may be shown now."""
    answer = view.last_answers.get(question.id)
    if answer is None or all(is_empty(value) for value in answer.parts.values()):
        return None
    if view.review.child_in_room and answer.private:
        return None
    return answer
