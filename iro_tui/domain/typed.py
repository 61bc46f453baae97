"""What was typed into a form, read field by field; what is wrong is said at each field."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from iro_tui.domain.dates.days import month_of
from iro_tui.domain.dates.spoken import parse_past_date
from iro_tui.domain.text import clean_line, clean_text
from iro_tui.errors import BadFields, BadInput

ValueT = TypeVar("ValueT")

Typed = Mapping[str, str | bool]
"""What stands in a form, by field name: text as typed, or a tick; "" is not known."""


@dataclass
class TypedFields:
    """A form while it is read: every field is looked at before anything is refused.

    A field that is not in the form reads as `None` does: its value of before stays.
    """

    typed: Typed
    today: date
    problems: dict[str, str] = field(default_factory=dict)

    def read(self, name: str, before: ValueT, parse: Callable[[str], ValueT]) -> ValueT:
        """Return what a field holds, by a parser that raises BadInput for what cannot be kept."""
        if name not in self.typed:
            return before
        try:
            return parse(str(self.typed[name]))
        except BadInput as error:
            self.refuse(name, str(error))
            return before

    def line(self, name: str, before: str = "") -> str:
        """Return one line of text."""
        return self.read(name, before, clean_line)

    def text(self, name: str, before: str = "") -> str:
        """Return several lines of text."""
        return self.read(name, before, clean_text)

    def past_day(self, name: str, before: date | None = None) -> date | None:
        """Return a day up to today; None for an empty field."""
        return self.read(name, before, self._past_day_or_none)

    def one_of(self, name: str, before: str, known: Collection[str]) -> str:
        """Return what was chosen from a list; a choice of before may stay although it is old."""
        return self.read(name, before, lambda text: _chosen(text, {*known, before, ""}))

    def yes(self, name: str, before: bool) -> bool:
        """Return whether a field is ticked."""
        return bool(self.typed.get(name, before))

    def yes_or_unknown(self, name: str, before: bool | None) -> bool | None:
        """Return yes, no, or None for not known."""
        value = self.typed.get(name, before)
        return value if isinstance(value, bool) else None

    def refuse(self, name: str, problem: str) -> None:
        """Say what is wrong with a field; what was said first stays."""
        self.problems.setdefault(name, problem)

    def check(self) -> None:
        """Raise BadFields if anything was refused."""
        if self.problems:
            raise BadFields(self.problems)

    def _past_day_or_none(self, text: str) -> date | None:
        return parse_past_date(text, self.today) if text.strip() else None


def _chosen(text: str, known: Collection[str]) -> str:
    chosen = clean_line(text)
    if chosen not in known:
        raise BadInput(f"“{chosen}” is not on the list.", hint="↓ shows all there is.")
    return chosen


def typed_day(day: date | None) -> str:
    """Return a day as one would type it, "14 Mar 2019", and nothing for None."""
    return f"{day.day} {month_of(day)[:3]} {day.year}" if day else ""


def typed_value(value: object) -> str | bool:
    """Return a value as a form shows it; what is not known is empty."""
    match value:
        case bool() | str():
            return value
        case date():
            return typed_day(value)
        case None | 0:
            return ""
        case _:
            return str(value)
