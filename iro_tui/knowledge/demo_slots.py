"""Slots: the dates of the fictional caseload, relative to the day on which it is made."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from iro_tui.domain.dates.days import day_in_full, day_in_letter, day_in_record, month_of
from iro_tui.domain.dates.working_days import WorkingDays

_IN_PROSE = re.compile(r"\{(day|full|date|month|sat|sun) ([+-]?\d+)\}")
_AS_FIELD = re.compile(r"(day|sat|sun|exact) ([+-]?\d+)")
_WEEKDAY = {"sat": 5, "sun": 6}


@dataclass(frozen=True)
class Slots:
    """The days that slots stand for; offsets are calendar days from `today`."""

    today: date
    working_days: WorkingDays

    def day(self, kind: str, offset: int) -> date:
        """Return a slot's day.

        `exact` is that very day, `sat` and `sun` the weekend day on or before it, anything else
        the working day on or before it, since that is when people meet.
        """
        day = self.today + timedelta(days=offset)
        if kind == "exact":
            return day
        if kind in _WEEKDAY:
            return day - timedelta(days=(day.weekday() - _WEEKDAY[kind]) % 7)
        return self.working_days.on_or_before(day)

    def field(self, slot: str) -> date | None:
        """Return the day that a field's slot names ("day -42"), or None if it names none."""
        match = _AS_FIELD.fullmatch(slot)
        return self.day(match[1], int(match[2])) if match else None

    def prose(self, text: str) -> str:
        """Return the text with each slot in braces written as people write dates."""
        return _IN_PROSE.sub(self._written, text)

    def _written(self, slot: re.Match[str]) -> str:
        kind = slot[1]
        day = self.day(kind, int(slot[2]))
        if kind == "month":
            return f"{month_of(day)} {day.year}"
        if kind == "date":
            return day_in_record(day)
        return day_in_full(day) if kind == "full" else day_in_letter(day)
