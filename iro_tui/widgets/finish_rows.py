"""What stands open before a review is closed, as rows that each lead to their place."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from iro_tui.domain.agenda import section_of, stays_on_screen
from iro_tui.domain.answers import AnswerState
from iro_tui.domain.finishing import FinishView
from iro_tui.domain.meeting import MeetingView, answer_to, says, visible_decisions
from iro_tui.widgets.rows import Row, column

QUESTION, DECISION = "question", "decision"
"""What a row leads to: the first part of its id, before a colon."""

_LAST_DECISIONS, _ABSENT = "since.decisions", "welcome.absent"


@dataclass(frozen=True)
class _Line:
    id: str
    sign: str
    words: str

    def shown(self, width: int) -> Content:
        return Content(f"  {self.sign} {column(self.words, width - 4).rstrip()}")


def finish_rows(finish: FinishView, view: MeetingView, *, width: int) -> list[Row]:
    """Return the rows: what is open, set aside, to make whole, not gone through, not heard.

    A row is one line of `width` columns. With the child in the room, what is for adults only is
    counted and not shown.
    """
    groups = (
        ("Open", _open(finish, view)),
        ("Set aside", _set_aside(finish, view)),
        ("Decisions to make whole", _decisions(finish, view)),
        ("Decisions of last time, not looked at", _last_decisions(finish, view)),
        ("Asked, not here, and not heard", _unheard(finish, view)),
    )
    rows: list[Row] = []
    for title, found in groups:
        group = [Row(one.id, one.shown(width)) for one in found]
        if group:
            rows += [
                Row(f"heading:{title}", Content.styled(title, "bold"), is_heading=True),
                *group,
            ]
    return rows


def put_away(finish: FinishView, view: MeetingView) -> int:
    """Return how many open questions are for adults and put away while the child is there."""
    in_room = view.review.child_in_room
    return sum(not stays_on_screen(one, child_in_room=in_room) for one in finish.open_questions)


def _open(finish: FinishView, view: MeetingView) -> Iterator[_Line]:
    for question in finish.open_questions:
        if stays_on_screen(question, child_in_room=view.review.child_in_room):
            state = answer_to(view, question).state
            word = " come back:" if state is AnswerState.PARKED else ""
            section = view.agenda.section(section_of(question.id)).short
            words = f"{section}:{word} {says(view, question)}"
            yield _line(QUESTION, question.id, state.sign, words)


def _set_aside(finish: FinishView, view: MeetingView) -> Iterator[_Line]:
    for question, answer in finish.set_aside:
        if stays_on_screen(question, child_in_room=view.review.child_in_room):
            section = view.agenda.section(section_of(question.id)).short
            reason = answer.reason or "no reason given"
            words = f"{section}: {answer.state.word.lower()}, {reason}. {says(view, question)}"
            yield _line(QUESTION, question.id, answer.state.sign, words)


def _decisions(finish: FinishView, view: MeetingView) -> Iterator[_Line]:
    in_room = view.review.child_in_room
    for one in visible_decisions(finish.incomplete_decisions, child_in_room=in_room):
        lacks = f"lacks {', '.join(one.gaps)}" if one.gaps else "a draft"
        words = f"{view.review.number}.{one.number} {lacks}: {one.what or '(nothing said yet)'}"
        yield _line(DECISION, str(one.id), "!", words)


def _last_decisions(finish: FinishView, view: MeetingView) -> Iterator[_Line]:
    in_room = view.review.child_in_room
    for one in visible_decisions(finish.not_gone_through, child_in_room=in_room):
        yield _line(QUESTION, f"{_LAST_DECISIONS}:{one.id}", "·", one.what)


def _unheard(finish: FinishView, view: MeetingView) -> Iterator[_Line]:
    if not view.review.child_in_room:
        for place, name in enumerate(finish.unheard):
            yield _line(QUESTION, f"{_ABSENT}:{place}", "·", name)


def _line(kind: str, target: str, sign: str, words: str) -> _Line:
    return _Line(f"{kind}:{target}", sign, words)


def target_of(row_id: str) -> tuple[str, str]:
    """Return what a row leads to: QUESTION or DECISION, and its id."""
    kind, _, target = row_id.partition(":")
    return kind, target.partition(":")[0]
