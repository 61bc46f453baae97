"""Fields of one line that understand what is typed: a date, a number."""

from datetime import date
from math import isfinite, nan
from typing import Protocol

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from iro_tui.domain.agenda import Part
from iro_tui.domain.answer_words import cell_words
from iro_tui.domain.answers import PartValue
from iro_tui.domain.dates.spoken import parse_spoken_date
from iro_tui.errors import BadInput
from iro_tui.widgets.messages import AnswerChanged, HalfTyped, InputRefused, MoveOn


class Reads(Protocol):
    """What makes a value of what is typed; raises BadInput with what would have worked."""

    def __call__(self, typed: str) -> date | int | float:
        """Return the value; raises BadInput."""
        ...


class AnswerLine(Horizontal):
    """One line to type in, and beside it how it was understood.

    What is not understood stays on the screen as it was typed, with the reason, and what was
    kept before stays kept.
    """

    def __init__(self, question_id: str, part: Part, value: PartValue | None, reads: Reads) -> None:
        super().__init__()
        self.question_id = question_id
        self.part_id = part.id
        self.part = part
        self._reads = reads
        self._value = value

    def compose(self) -> ComposeResult:
        """Yield the label, the line, and the echo."""
        if self.part.label:
            yield Static(self.part.label, classes="line-label", markup=False)
        yield Input(self._typed(), compact=True, select_on_focus=False)
        yield Static(self._echo(), classes="echo", markup=False)

    @property
    def value(self) -> PartValue | None:
        """The date or number last understood; None when the line is empty."""
        return self._value

    def show_value(self, value: PartValue | None) -> None:
        """Show another value, unless it is the one that is being typed."""
        if value == self._value:
            return
        self._value = value
        line = self.query_one(Input)
        with line.prevent(Input.Changed):
            line.value = self._typed()
        line.cursor_position = len(line.value)
        self._say(self._echo())

    def show_half_typed(self, typed: str) -> None:
        """Show what was typed before and is no value yet."""
        line = self.query_one(Input)
        line.value = typed
        line.cursor_position = len(typed)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Understand what is typed so far, and say how."""
        event.stop()
        typed = event.value.strip()
        try:
            value = self._reads(typed) if typed else None
        except BadInput as refusal:
            self._say(str(refusal), is_wrong=True)
            self.post_message(HalfTyped(self, typed))
            return
        if self.has_class("-wrong"):
            self.post_message(HalfTyped(self, ""))
        changed = value != self._value
        self._value = value
        self._say(self._echo())
        if changed:
            self.post_message(AnswerChanged(self))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on to the next field, unless what is typed cannot be understood."""
        event.stop()
        refusal = str(self.query_one(".echo", Static).content) if self.has_class("-wrong") else ""
        self.post_message(InputRefused(refusal) if refusal else MoveOn())

    def _say(self, words: str, *, is_wrong: bool = False) -> None:
        self.set_class(is_wrong, "-wrong")
        self.query_one(".echo", Static).update(words)

    def _typed(self) -> str:
        match self._value:
            case date() as day:
                return f"{day.day}/{day.month}/{day.year}"
            case int() | float() as number:
                return f"{number:g}"
            case _:
                return ""

    def _echo(self) -> str:
        if isinstance(self._value, date):
            return f"→ {cell_words(self.part, self._value)}"
        return ""


def date_field(question_id: str, part: Part, value: PartValue | None, *, today: date) -> AnswerLine:
    """Return a field for a day: "fri", "2 weeks", "12 dec" are understood."""

    def reads(typed: str) -> date:
        return parse_spoken_date(typed, today)

    return AnswerLine(question_id, part, value, reads)


def number_field(question_id: str, part: Part, value: PartValue | None) -> AnswerLine:
    """Return a field for a number between the part's bounds."""

    def reads(typed: str) -> int | float:
        return number_typed(part, typed)

    return AnswerLine(question_id, part, value, reads)


def number_typed(part: Part, typed: str) -> int | float:
    """Return the number that was typed; raises BadInput for none, or one out of bounds."""
    try:
        number = float(typed.replace(",", ".").rstrip("%"))
    except ValueError:
        number = nan
    if not isfinite(number):
        raise BadInput(f"“{typed}” is no number.", hint="Digits only, for example 12.")
    low, high = part.lowest, part.highest
    if (low is not None and number < low) or (high is not None and number > high):
        raise BadInput(f"{number:g} is out of range.", hint=_bounds_words(low, high))
    return int(number) if number.is_integer() else number


def _bounds_words(low: int | None, high: int | None) -> str:
    if low is None:
        return f"At most {high}."
    return f"At least {low}." if high is None else f"From {low} to {high}."
