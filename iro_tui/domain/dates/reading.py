"""How a typed date is read: each way of saying one is tried in turn."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from iro_tui.domain.dates.working_days import WorkingDays, add_months
from iro_tui.domain.dates.written import (
    EARLIEST_YEAR,
    FURTHEST_YEARS,
    MONTH_NAMES,
    WEEKDAY_NAMES,
    Towards,
    shown,
    starting,
    tidied,
    written_day,
)
from iro_tui.errors import BadInput

WHAT_WORKS = "Try “fri”, “2 weeks”, “12 dec” or “12/12/2026”."

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LEAD = re.compile(r"^(?:(?:by|on|in|within|from|until) )?(?:the )?")
_WEEKDAY = re.compile(r"(?:(?P<which>this|next|last) )?(?P<name>[a-z]{3,})\.?")
_END = re.compile(r"end of (?:(?P<which>the|this|next) )?(?P<of>[a-z]+)|month end")
_NEXT = re.compile(r"(?P<which>next|last) (?P<unit>week|month|year)")
_AMOUNT = re.compile(
    r"\+?(?P<count>\d{1,4}|[a-z]+) ?(?P<unit>[a-z][a-z ]*?)"
    r"(?P<ago> ago)?(?: time| from (?:now|today))?"
)
_UNITS = MappingProxyType(
    {
        **dict.fromkeys(("d", "day", "days"), "days"),
        **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), "weeks"),
        **dict.fromkeys(("fortnight", "fortnights"), "fortnights"),
        **dict.fromkeys(("m", "mth", "mths", "month", "months"), "months"),
        **dict.fromkeys(("y", "yr", "yrs", "year", "years"), "years"),
        **dict.fromkeys(("wd", "wds", "working day", "working days"), "working days"),
    }
)
_CALENDAR_DAYS = MappingProxyType({"days": 1, "weeks": 7, "fortnights": 14})
_MONTHS = MappingProxyType({"months": 1, "years": 12})
_NO_DATES = MappingProxyType(
    {
        **dict.fromkeys(
            ("ongoing", "on going", "on-going", "continuous", "continuing", "always"),
            "A standing arrangement gets the day it starts; the next review looks at it.",
        ),
        **dict.fromkeys(
            ("asap", "a.s.a.p", "as soon as possible", "soon", "immediately", "urgent", "now"),
            "Give the last day it may take: “tomorrow”, “fri” or “2 weeks”.",
        ),
        **dict.fromkeys(
            ("tbc", "tba", "to be confirmed", "to be agreed", "unknown", "?"),
            "Give the day by which it will be known.",
        ),
        **dict.fromkeys(
            ("next review", "next meeting", "next time", "end of term"),
            "Type the day itself, such as “12 dec”.",
        ),
    }
)


@dataclass(frozen=True)
class Reading:
    """One reading of a typed date, from a day and in a direction."""

    today: date
    towards: Towards
    working_days: WorkingDays | None = None

    def day(self, text: str) -> date:
        """Return the day that was typed; raises BadInput with what would have worked."""
        typed = _LEAD.sub("", tidied(text))
        if not typed:
            raise BadInput("No date was typed.", hint=WHAT_WORKS)
        if hint := _NO_DATES.get(typed):
            raise BadInput(f"{shown(text)} is no date.", hint=hint)
        try:
            day = self._said(typed) or written_day(typed, self.today, self.towards)
        except OverflowError:
            day = date.max
        if day is None:
            raise BadInput(f"{shown(text)} is no date that can be read.", hint=_hint_for(typed))
        if not EARLIEST_YEAR <= day.year <= self.today.year + FURTHEST_YEARS:
            raise BadInput(f"{shown(text)} is too far from today.", hint="Give a nearer day.")
        return day

    def _said(self, typed: str) -> date | None:
        return self._named(typed) or self._weekday(typed) or self._end(typed) or self._amount(typed)

    def _named(self, typed: str) -> date | None:
        days = {"today": 0, "tomorrow": 1, "day after tomorrow": 2, "yesterday": -1}
        if typed in days:
            return self.today + timedelta(days=days[typed])
        if match := _NEXT.fullmatch(typed):
            return self._moved(1 if match["which"] == "next" else -1, f"{match['unit']}s")
        return None

    def _weekday(self, typed: str) -> date | None:
        """Read "fri", "this fri", "next fri" (that of next week) and "last fri"."""
        match = _WEEKDAY.fullmatch(typed)
        weekday = starting(match["name"], WEEKDAY_NAMES) if match else None
        if match is None or weekday is None:
            return None
        ahead = (weekday - self.today.weekday() - 1) % 7 + 1
        match match["which"]:
            case "next":
                return self.today + timedelta(days=7 + weekday - self.today.weekday())
            case "last":
                return self.today - timedelta(days=7 - ahead or 7)
            case None if self.towards is Towards.BACK:
                return self.today - timedelta(days=7 - ahead)
            case _:
                return self.today + timedelta(days=ahead)

    def _end(self, typed: str) -> date | None:
        """Read the end of this or the next week (its Friday), month or year, or of a month."""
        match = _END.fullmatch(typed)
        if match is None:
            return None
        of, later = match["of"] or "month", int(match["which"] == "next")
        if of == "week":
            friday = self.today + timedelta(days=4 - self.today.weekday())
            return friday + timedelta(weeks=max(later, int(friday < self.today)))
        if of == "year":
            return date(self.today.year + later, 12, 31)
        if of == "month":
            return _month_end(add_months(self.today, later))
        month = starting(of, MONTH_NAMES)
        if month is None:
            return None
        return _month_end(add_months(self.today, (month + 1 - self.today.month) % 12))

    def _amount(self, typed: str) -> date | None:
        """Read "2 weeks", "3 months ago", "a fortnight", "5 wd"."""
        match = _AMOUNT.fullmatch(f"a {typed}" if typed in ("fortnight", "week") else typed)
        if match is None:
            return None
        unit, count = _UNITS.get(match["unit"]), _count(match["count"])
        if unit is None or count is None:
            return None
        is_back = match["ago"] is not None or self.towards is Towards.BACK
        return self._moved(-count if is_back else count, unit)

    def _moved(self, count: int, unit: str) -> date:
        if unit in _CALENDAR_DAYS:
            return self.today + timedelta(days=count * _CALENDAR_DAYS[unit])
        if unit in _MONTHS:
            return add_months(self.today, count * _MONTHS[unit])
        if self.working_days is None:
            raise BadInput(
                "Working days cannot be counted here.", hint="Give days or weeks: “1 week”."
            )
        if count < 0:
            return self.working_days.before(self.today, -count)
        return self.working_days.after(self.today, count)


def _count(typed: str) -> int | None:
    if typed.isdecimal():
        return int(typed)
    if typed in ("a", "an"):
        return 1
    return _NUMBERS.index(typed) + 1 if typed in _NUMBERS else None


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _hint_for(typed: str) -> str:
    month = starting(typed.split(" ", maxsplit=1)[0], MONTH_NAMES)
    if month is not None:
        name = MONTH_NAMES[month].capitalize()
        return f"Which day? Try “12 {name[:3].lower()}” or “end of {name}”."
    if typed.isdecimal():
        return f"Try “{typed} days” or “{typed} dec”."
    return WHAT_WORKS
