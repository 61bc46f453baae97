"""Dates as a chair says them: "fri", "2 weeks", "12 dec", read or refused with a reason."""

import re
from datetime import date

from iro_tui.domain.dates.days import day_in_full, month_of
from iro_tui.domain.dates.reading import Reading
from iro_tui.domain.dates.working_days import WorkingDays
from iro_tui.domain.dates.written import Towards, shown, tidied, written_day
from iro_tui.errors import BadInput

_TIME = re.compile(r"(?P<hour>\d{1,2})(?::?(?P<minute>\d\d))?(?P<half>am|pm)?")

OLDEST_AGE = 30
"""Years; young people are under review until 25, so an older birthday is a slip of the fingers."""


def parse_due_date(
    text: str,
    today: date,
    working_days: WorkingDays | None = None,
    *,
    earliest: date | None = None,
) -> date:
    """Return the day by which something is to be done.

    "fri" is the next Friday after today, "12 dec" the next one on or after today; "5 wd" needs
    `working_days`. `earliest` is the first day that is accepted, today if not given. Raises
    BadInput for what is no date ("asap", "ongoing", "30 feb") with what would have worked.
    """
    day = Reading(today, Towards.AHEAD, working_days).day(text)
    if day < (earliest or today):
        raise BadInput(f"{spoken(day)} has passed.", hint="Give a day that is still to come.")
    return day


def parse_past_date(text: str, today: date) -> date:
    """Return the day on which something happened, today or earlier; raises BadInput.

    "fri" and "12 dec" are the last ones on or before today, "2 weeks" is two weeks ago.
    """
    day = Reading(today, Towards.BACK).day(text)
    if day > today:
        raise BadInput(f"{spoken(day)} is still to come.", hint="Give today or an earlier day.")
    return day


def parse_spoken_date(text: str, today: date, working_days: WorkingDays | None = None) -> date:
    """Return a day that may lie before or after today; raises BadInput.

    "12 dec" is the nearest one, "fri" the next Friday after today.
    """
    return Reading(today, Towards.NEAREST, working_days).day(text)


def parse_birthday(text: str, today: date) -> date:
    """Return a birthday, with its year; raises BadInput for one that is to come or too long ago."""
    day = written_day(tidied(text), today, Towards.BACK, birthday=True)
    if day is None:
        raise BadInput(
            f"{shown(text)} is no birthday.", hint="Type day, month and year: 12/5/2014."
        )
    if day > today:
        raise BadInput(f"{spoken(day)} is still to come.", hint="A birthday lies in the past.")
    age = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    if age > OLDEST_AGE:
        raise BadInput(
            f"Born on {spoken(day)} would be {age} years old.", hint="Check the year, four digits."
        )
    return day


def parse_time(text: str) -> str:
    """Return a time of day as it is kept, "14:30"; raises BadInput.

    "2pm", "2.30 pm", "1430" and "noon" are understood; from 1 to 6 without am or pm is the
    afternoon, when meetings are.
    """
    typed = (
        tidied(text).replace(" ", "").replace(".", ":").replace("p:m", "pm").replace("a:m", "am")
    )
    match = _TIME.fullmatch({"noon": "12:00", "midday": "12:00"}.get(typed, typed))
    if match is None:
        raise BadInput(f"{shown(text)} is no time.", hint="Try “14:30” or “2pm”.")
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), match["half"]
    if half:
        is_possible = 1 <= hour <= 12
        hour = hour % 12 + (12 if half == "pm" else 0)
    else:
        is_possible = match["minute"] is not None or len(match["hour"]) > 1
        hour += 12 if 1 <= hour <= 6 and not match["hour"].startswith("0") else 0
    if not is_possible or hour > 23 or minute > 59:
        raise BadInput(f"{shown(text)} is no time.", hint="Try “14:30” or “2pm”.")
    return f"{hour:02}:{minute:02}"


def spoken(day: date) -> str:
    """Return a day as screens write it, also as the echo beside a field: "Fri 4 Dec 2026"."""
    return f"{day_in_full(day)[:3]} {day.day} {month_of(day)[:3]} {day.year}"
