"""A date that explains itself in plain English: when, by what count, why, on whose word."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from iro_tui.domain.dates.days import day_in_full, day_in_letter, month_of
from iro_tui.domain.dates.spoken import spoken
from iro_tui.domain.events import Following
from iro_tui.domain.listing import listed
from iro_tui.domain.rules import DueDate, Unit


def explained(following: Following) -> str:
    """Return a date with its reasons, one to a line, those after the first set in by two spaces."""
    due = following.due
    reasons = (
        _count(due, start_named=following.start_named),
        _shorter_month(due),
        _book_by(due),
        _not_known(due),
        _standing(due),
    )
    return "\n  ".join((_headline(following.name, due), *filter(None, reasons)))


def listed_days(days: Iterable[date]) -> str:
    """Return days by month: "25 and 28 December and 1 January"."""
    months = groupby(days, key=lambda day: (day.year, day.month))
    return listed(
        f"{listed(str(day.day) for day in found)} {month_of(found[0])}"
        for found in (list(group) for _, group in months)
    )


def _headline(name: str, due: DueDate) -> str:
    title = name.replace("_", " ").capitalize()
    book_by = f" (book by {spoken(due.book_by)})" if _is_booked_earlier(due) else ""
    return f"{title}  {spoken(due.on)}{book_by}"


def _count(due: DueDate, *, start_named: bool) -> str:
    """Return how the date was counted, from which day, and what was left out."""
    rule = due.rule
    direction = "before" if rule.before else "after"
    start = day_in_full(due.counted_from)
    told = f"{rule.unit.words(rule.amount)} {direction} {start}"
    if start_named:
        told += f" ({rule.counted_from})"
    if rule.unit is not Unit.WORKING_DAYS:
        return f"{told}: calendar time, weekends and holidays count"
    return f"{told}, leaving out {listed_days(due.left_out)}" if due.left_out else told


def _shorter_month(due: DueDate) -> str:
    """Return why a date has another day number than the day it was counted from, if it has."""
    number, month = due.counted_from.day, month_of(due.on)
    if due.rule.unit is Unit.MONTHS and due.on.day != number:
        return f"{month} {due.on.year} has no day {number}, so it is the month's last day"
    if due.rule.unit is Unit.YEARS and due.on.day != number:
        return f"{due.on.year} has no 29 February, so it is 1 March"
    return ""


def _is_booked_earlier(due: DueDate) -> bool:
    """Whether a meeting is to be booked for an earlier day; nobody books a birthday."""
    return due.book_by != due.on and due.rule.unit is not Unit.YEARS


def _book_by(due: DueDate) -> str:
    if not _is_booked_earlier(due):
        return ""
    what = "on a weekend" if due.on.weekday() >= 5 else "a bank holiday"
    return (
        f"{day_in_letter(due.on)} is {what} and stays the last day; "
        f"{day_in_letter(due.book_by)} is the last working day before it"
    )


def _not_known(due: DueDate) -> str:
    return "" if due.holidays_known else "holidays not known: check the bank holidays around it"


def _standing(due: DueDate) -> str:
    """Return how binding the date is and where that stands; a local number says that it is one."""
    told = f"{due.mark}: {due.source}"
    return f"{told}; reason given: {due.rule.reason}" if due.rule.reason else told
