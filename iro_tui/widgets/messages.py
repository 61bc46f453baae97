"""What the pieces of a meeting tell the screen: what changed, what to keep, where to go."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from textual.message import Message

from iro_tui.domain.agenda import Part
from iro_tui.domain.answers import PartValue, Row
from iro_tui.domain.decisions import Decision
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.review import ChildWords


class AnswerField(Protocol):
    """A field that holds one part of an answer."""

    question_id: str
    part_id: str

    @property
    def value(self) -> PartValue | None:
        """What the field holds now; None for nothing."""

    def show_value(self, value: PartValue | None) -> None:
        """Show another value without telling anybody that it changed."""


class KeptElsewhereField(Protocol):
    """A field for a question that is kept in tables of its own: attendance, words, decisions.

    Such a field is a widget made from a MeetingView and a Question. It posts `Keep` for what is
    to be stored, and is handed the view afresh whenever something was.
    """

    def show_view(self, view: MeetingView) -> None:
        """Show the review as it is now, without moving the cursor.

        With `view.review.child_in_room`, rows that are not meant for the letter stay hidden.
        """


class AnswerChanged(Message):
    """A part of an answer was changed by the chair.

    `value` is read when it is asked for, so that a key in a long text costs nothing. A change
    `at_once` is whole in itself (a choice, a row): it is kept now, as a revision of its own.
    """

    def __init__(self, answer_field: AnswerField, *, at_once: bool = False) -> None:
        super().__init__()
        self.field = answer_field
        self.at_once = at_once

    @property
    def question_id(self) -> str:
        """The question that was answered."""
        return self.field.question_id

    @property
    def part_id(self) -> str:
        """The part of its answer."""
        return self.field.part_id

    @property
    def value(self) -> PartValue | None:
        """What the part holds now; None for nothing."""
        return self.field.value


class RowsHolder(Protocol):
    """A field whose rows are opened one at a time."""

    part: Part

    def row_at(self, index: int) -> Row:
        """Return a row, empty where a new one is being added."""

    def put_row(self, index: int, row: Row) -> None:
        """Keep what the form holds so far as this row."""

    def close_row(self) -> None:
        """Say that the form was closed."""


class RowWanted(Message):
    """Open one row of a table over the meeting."""

    def __init__(self, rows: RowsHolder, index: int) -> None:
        super().__init__()
        self.rows = rows
        self.index = index


class InputRefused(Message):
    """Something typed or pasted cannot be kept; it stays on the screen, or stays out."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class MoveOn(Message):
    """The field is done: put the cursor into the next one.

    `noted` is what one key has just answered, to be said where the cursor goes.
    """

    def __init__(self, noted: str = "") -> None:
        super().__init__()
        self.noted = noted


class Noted(Message):
    """One key has marked a row and gone on to the next: say what was marked."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


@dataclass(frozen=True)
class ServiceCall:
    """A service with what it needs after the store."""

    service: Callable[..., object]
    arguments: tuple[object, ...]
    keywords: Mapping[str, object] = field(default_factory=dict)


class Keep(Message):
    """Run a service on the store thread, then show the review anew.

    `undo` is what takes it back: ctrl+z on the same question runs it.
    """

    def __init__(
        self, service: Callable[..., object], *arguments: object, undo: ServiceCall | None = None
    ) -> None:
        super().__init__()
        self.call = ServiceCall(service, arguments)
        self.undo = undo


class HalfTyped(Message):
    """What stands in a line is no date or number yet; "" once it is one, or nothing."""

    def __init__(self, answer_field: AnswerField, typed: str) -> None:
        super().__init__()
        self.field = answer_field
        self.typed = typed


class DecisionWanted(Message):
    """Open this decision over the meeting; None for a new one."""

    def __init__(self, decision: Decision | None = None) -> None:
        super().__init__()
        self.decision = decision


class WordsWanted(Message):
    """Open these words of the child over the meeting; None for new ones."""

    def __init__(self, words: ChildWords | None = None) -> None:
        super().__init__()
        self.words = words
