"""A line of the caseload in words: which review, when, and how near."""

from datetime import date

from iro_tui.domain.caseload import CaseloadRow
from iro_tui.domain.child import Cycle
from iro_tui.domain.dates.days import day_in_letter, month_of

_NAMES = {
    Cycle.SHORT_BREAKS.value: "Short breaks",
    Cycle.ADOPTION_AUTHORISED.value: "Adoption",
    Cycle.ADOPTION_PLACED.value: "Adoption",
    Cycle.REMAND.value: "Remand",
    Cycle.PATHWAY.value: "Pathway",
}


def next_words(row: CaseloadRow) -> str:
    """Return which review comes next: "Review 4", "Short breaks 3"."""
    if not row.next_review_kind:
        return "–"
    name = _NAMES.get(row.next_review_kind, "Review")
    return f"{name} {row.next_review_number}" if row.next_review_number else name


def when_words(row: CaseloadRow, today: date) -> str:
    """Return when it is due and how many working days are left: "Fri 20 Nov · 2 days late"."""
    due = row.next_review_due
    if due is None or row.working_days_left is None:
        return "no date yet"
    return f"{short_day(due, today)} · {days_left_words(row.working_days_left)}"


def short_day(day: date, today: date) -> str:
    """Return a day as lists write it: "Fri 20 Nov", in another year "12 Jan 2027"."""
    words = f"{day.day} {month_of(day)[:3]}"
    if day.year != today.year:
        return f"{words} {day.year}"
    return f"{day_in_letter(day)[:3]} {words}"


def days_left_words(working_days_left: int) -> str:
    """Return working days left in words: "today", "1 day left", "2 days late"."""
    if working_days_left == 0:
        return "today"
    count = abs(working_days_left)
    days = "1 day" if count == 1 else f"{count} days"
    return f"{days} left" if working_days_left > 0 else f"{days} late"
