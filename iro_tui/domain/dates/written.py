"""Days written as day, month and year: "12 dec", "12/12/26", "2026-12-12", "Fri 4 Dec 2026"."""

import re
from calendar import monthrange
from datetime import date
from enum import Enum
from typing import NamedTuple

from iro_tui.domain.dates.days import MONTHS, WEEKDAYS, day_in_record, month_of
from iro_tui.errors import BadInput

EARLIEST_YEAR = 1900
"""Nobody who is spoken of in a review was born before."""
FURTHEST_YEARS = 30
"""Years from today; nothing in a review lies further ahead."""

MONTH_NAMES = tuple(month.casefold() for month in MONTHS)
WEEKDAY_NAMES = tuple(weekday.casefold() for weekday in WEEKDAYS)

_ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
_NUMERIC = re.compile(
    r"(?P<day>\d{1,2}) ?[-/. ] ?(?P<month>\d{1,2})(?: ?[-/. ] ?(?P<year>\d{4}|\d\d))?"
)
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})[ ./-]*(?:of )?(?P<name>[a-z]{3,})\.?(?:[ ./-]*(?P<year>\d{4}|\d\d))?"
)
_MONTH_FIRST = re.compile(
    r"(?P<name>[a-z]{3,})\.?[ ./-]*(?P<day>\d{1,2})(?:[ ./-]+(?P<year>\d{4}|\d\d))?"
)
_WITH_WEEKDAY = re.compile(r"(?P<name>[a-z]{3,})\.? (?P<rest>.*\d.*)")


class Towards(Enum):
    """Which way a date that leaves something open lies: "12 dec" without a year, "fri"."""

    AHEAD = "ahead"
    BACK = "back"
    NEAREST = "nearest"


class _Written(NamedTuple):
    """A date as it was typed; the year may be missing or have two digits."""

    day: int
    month: int
    year: str | None


def written_day(
    typed: str, today: date, towards: Towards, *, birthday: bool = False
) -> date | None:
    """Return the day that was written (in `tidied` form), None where it is no such day.

    Without a year it is the next, last or nearest such day, today included; a birthday has its
    year, and two digits of it that would lie ahead are of the last century. Raises BadInput for a
    day that cannot be ("30 feb", "12/25"), or a weekday that does not fit.
    """
    weekday = None
    if match := _WITH_WEEKDAY.fullmatch(typed):
        weekday = starting(match["name"], WEEKDAY_NAMES)
        typed = typed if weekday is None else match["rest"]
    written = _written(typed)
    if written is None or (birthday and written.year is None):
        return None
    if written.year is None:
        day = _without_year(written, today, towards)
    else:
        day = _in_year(written, _full_year(written, today, birthday=birthday), today)
    return _falling_on(weekday, day)


def _falling_on(weekday: int | None, day: date) -> date:
    if weekday is not None and day.weekday() != weekday:
        raise BadInput(
            f"{day_in_record(day)} is a {WEEKDAYS[day.weekday()]}.",
            hint="Leave the weekday out, or change the day.",
        )
    return day


def tidied(text: str) -> str:
    """Return what was typed in small letters, without commas, apostrophes and ordinal endings."""
    typed = re.sub(r"'s\b|[',]", "", text.casefold().replace("’", "'"))
    typed = re.sub(r"\b(\d{1,2})(?:st|nd|rd|th)\b", r"\1", typed)
    return " ".join(typed.split()).rstrip(".! ")


def shown(text: str) -> str:
    """Return what was typed in quotation marks, shortened, to be shown in an error."""
    typed = " ".join("".join(one if one.isprintable() else " " for one in text[:200]).split())
    return f"“{typed if len(typed) <= 40 else typed[:39] + '…'}”"


def starting(name: str, names: tuple[str, ...]) -> int | None:
    """Return the place of the name that starts with what was typed, None if there is none."""
    name = "wed" if name == "weds" else name
    for place, full in enumerate(names):
        if len(name) >= 3 and full.startswith(name):
            return place
    return None


def _written(typed: str) -> _Written | None:
    """Return day, month and year as typed, the month by number or name."""
    for pattern in (_ISO, _NUMERIC, _DAY_FIRST, _MONTH_FIRST):
        match = pattern.fullmatch(typed)
        if match is None:
            continue
        found = match.groupdict()
        month = _month(found.get("name"), found.get("month"))
        if month is not None:
            return _checked(_Written(int(found["day"]), month, found["year"]))
    return None


def _month(name: str | None, number: str | None) -> int | None:
    if name is None:
        return int(number or 0)
    place = starting(name, MONTH_NAMES)
    return None if place is None else place + 1


def _checked(written: _Written) -> _Written:
    if 1 <= written.month <= 12:
        return written
    hint = "Day, then month, then year: 12/5/2026."
    if 1 <= written.day <= 12 and 1 <= written.month <= 31:
        hint = f"The day comes first: {written.month}/{written.day}."
    raise BadInput(f"There is no month {written.month}.", hint=hint)


def _without_year(written: _Written, today: date, towards: Towards) -> date:
    # Eight years either way hold a 29 February, whatever the century.
    near = [
        date(year, written.month, written.day)
        for year in range(today.year - 8, today.year + 9)
        if 1 <= written.day <= monthrange(year, written.month)[1]
    ]
    if not near:
        return _in_year(written, today.year, today)
    match towards:
        case Towards.AHEAD:
            return min(day for day in near if day >= today)
        case Towards.BACK:
            return max(day for day in near if day <= today)
        case Towards.NEAREST:
            return min(near, key=lambda day: (abs(day - today), day < today))


def _full_year(written: _Written, today: date, *, birthday: bool) -> int:
    """Return four digits for two: this century, or the last for a birthday that lay ahead."""
    year = int(written.year or today.year)
    if len(written.year or "") != 2:
        return year
    year += today.year // 100 * 100
    is_ahead = (year, written.month, written.day) > (today.year, today.month, today.day)
    return year - 100 if is_ahead and birthday else year


def _in_year(written: _Written, year: int, today: date) -> date:
    if not EARLIEST_YEAR <= year <= today.year + FURTHEST_YEARS:
        raise BadInput(f"The year {year} is too far from today.", hint="Check the year.")
    longest = monthrange(year, written.month)[1]
    if not 1 <= written.day <= longest:
        month = month_of(date(year, written.month, 1))
        is_leap_day = (written.day, written.month) == (29, 2)
        raise BadInput(
            f"There is no {written.day} {month}{f' {year}' if is_leap_day else ''}.",
            hint=_month_ends(month, longest),
        )
    return date(year, written.month, written.day)


def _month_ends(month: str, longest: int) -> str:
    if month == "February":
        return "February ends on the 28th, in leap years on the 29th."
    return f"{month} ends on the {longest}{'st' if longest == 31 else 'th'}."
