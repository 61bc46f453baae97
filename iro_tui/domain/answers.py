"""Answers: what was said to one question of one review, in named parts, with its flags."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from iro_tui.domain.agenda import Kind, Part, Question
from iro_tui.domain.text import clean_text
from iro_tui.errors import BadInput

Cell = str | int | float | bool | date | tuple[str, ...]
Row = Mapping[str, Cell]
PartValue = Cell | tuple[Row, ...]
"""What one part holds: text (str), choice (option id), choices (tuple of option ids), yes_no
(bool), date (date), number (int or float), scale (int 0 to 10), people and table (tuple of
rows, each a mapping from column id to cell)."""


class AnswerState(StrEnum):
    """Where a question stands; nothing is silently empty."""

    OPEN = "open"
    ANSWERED = "answered"
    PARKED = "parked"
    NOT_ASKED = "not_asked"
    DOES_NOT_APPLY = "does_not_apply"

    @property
    def sign(self) -> str:
        """The sign that stands beside the word on every screen."""
        return _SIGNS[self]

    @property
    def word(self) -> str:
        """The state in the chair's words."""
        return _WORDS[self]


_SIGNS = {
    AnswerState.OPEN: "·",
    AnswerState.ANSWERED: "✓",
    AnswerState.PARKED: "↺",
    AnswerState.NOT_ASKED: "–",
    AnswerState.DOES_NOT_APPLY: "–",
}
_WORDS = {
    AnswerState.OPEN: "Open",
    AnswerState.ANSWERED: "Answered",
    AnswerState.PARKED: "Come back",
    AnswerState.NOT_ASKED: "Not asked",
    AnswerState.DOES_NOT_APPLY: "Does not apply",
}


class ChildKnows(StrEnum):
    """Whether the child already knows what a sensitive answer says."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


@dataclass(frozen=True)
class Answer:
    """The current answer to one question of one review.

    `reason` says why a question was not asked or does not apply; `may_see` names those who, so
    the child says, may see a private answer; `working_note` stays outside every document;
    `carried_over` marks an answer taken over from last time; `revision` counts from 1, and
    `restores` is the revision that undo or redo brought back, 0 for one that was written.
    """

    question_id: str
    state: AnswerState = AnswerState.OPEN
    parts: Mapping[str, PartValue] = field(default_factory=dict)
    reason: str = ""
    given_by: str = ""
    given_on: date | None = None
    meeting_id: UUID | None = None
    private: bool = False
    may_see: tuple[str, ...] = ()
    child_knows: ChildKnows | None = None
    working_note: str = ""
    carried_over: bool = False
    revision: int = 0
    restores: int = 0
    saved_at: datetime | None = None


class Progress(NamedTuple):
    """How many of the core questions are dealt with."""

    answered: int
    total: int


def is_empty(value: "PartValue | None") -> bool:
    """Whether a part holds nothing: not given, blank text, no choice, no row."""
    if value is None:
        return True
    if isinstance(value, str):
        return not value.strip()
    return isinstance(value, tuple) and not value


def state_after(answer: Answer) -> AnswerState:
    """Return the state that follows from an answer's parts after an edit.

    Something written makes it answered; taking all of it out opens it again. What is parked stays
    parked, half an answer too; what was set aside stays so until something is written.
    """
    if answer.state is AnswerState.PARKED:
        return AnswerState.PARKED
    if any(not is_empty(value) for value in answer.parts.values()):
        return AnswerState.ANSWERED
    return AnswerState.OPEN if answer.state is AnswerState.ANSWERED else answer.state


def is_dealt_with(answer: Answer | None) -> bool:
    """Whether a question counts as done in the progress: answered, or set aside with a reason."""
    return answer is not None and answer.state not in (AnswerState.OPEN, AnswerState.PARKED)


def checked_parts(question: Question, parts: Mapping[str, PartValue]) -> dict[str, PartValue]:
    """Return the parts as they can be kept, blank ones dropped; raises BadInput."""
    kept: dict[str, PartValue] = {}
    for part_id, value in parts.items():
        if not is_empty(value):
            kept[part_id] = _checked(question.part(part_id), value)
    return kept


def _checked(part: Part, value: PartValue) -> PartValue:
    what = part.label or "This answer"
    if part.kind in (Kind.PEOPLE, Kind.TABLE):
        columns = {column.id: column for column in part.columns}
        if not isinstance(value, tuple):
            raise BadInput(f"{what} needs rows.")
        return tuple(
            {name: _checked_cell(columns[name], cell) for name, cell in row.items()}
            for row in value
            if isinstance(row, Mapping)
        )
    if isinstance(value, tuple):
        return _checked_cell(part, tuple(one for one in value if isinstance(one, str)))
    return _checked_cell(part, value)


def _checked_cell(part: Part, value: Cell) -> Cell:
    what = part.label or "This answer"
    match part.kind, value:
        case (Kind.TEXT, str()):
            return clean_text(value, what=what)
        case (Kind.CHOICE, str()) if value in part.options:
            return value
        case (Kind.CHOICES, tuple()) if set(value) <= set(part.options):
            return value
        case (Kind.YES_NO, bool()) | (Kind.DATE, date()):
            return value
        case (Kind.NUMBER | Kind.SCALE, int() | float()) if not isinstance(value, bool):
            low, high = _bounds(part)
            if low <= value <= high:
                return value
            raise BadInput(f"{what}: {value} is out of range.", hint=f"From {low} to {high}.")
    raise BadInput(f"{what} cannot hold {value!r}.", hint=f"It takes a {part.kind.value}.")


def _bounds(part: Part) -> tuple[float, float]:
    if part.kind is Kind.SCALE:
        return 0, 10
    low = float("-inf") if part.lowest is None else part.lowest
    high = float("inf") if part.highest is None else part.highest
    return low, high
