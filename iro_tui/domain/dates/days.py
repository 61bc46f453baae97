"""Days as they are written and said: "12 November 2026", "Thursday 12 November"."""

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_and_month(day: date) -> str:
    """Return a day of this year or the last: "12 November"."""
    return f"{day.day} {month_of(day)}"


def day_in_record(day: date) -> str:
    """Return a day as the record writes it: "12 November 2026"."""
    return f"{day_and_month(day)} {day.year}"


def day_in_letter(day: date) -> str:
    """Return a day as the letter writes it: "Thursday 12 November" (local)."""
    return f"{WEEKDAYS[day.weekday()]} {day_and_month(day)}"


def day_in_full(day: date) -> str:
    """Return weekday, day, month and year: "Thursday 12 November 2026"."""
    return f"{day_in_letter(day)} {day.year}"


def month_of(day: date) -> str:
    """Return the English name of a day's month, whatever the language of the machine."""
    return MONTHS[day.month - 1]
