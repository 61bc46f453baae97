"""A line of the caseload in words: which review, when, and how near."""

from datetime import date

from iro_tui.domain.caseload import CaseloadRow, DueState
from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.cycles import has_left_care, is_over_at_18, turns_18_on
from iro_tui.domain.dates.days import day_in_letter, month_of
from iro_tui.domain.typed import typed_day

_NAMES = {
    Cycle.SHORT_BREAKS.value: "Short breaks",
    Cycle.ADOPTION_AUTHORISED.value: "Adoption",
    Cycle.ADOPTION_PLACED.value: "Adoption",
    Cycle.REMAND.value: "Remand",
    Cycle.PATHWAY.value: "Pathway",
}


def step_words(row: CaseloadRow) -> str:
    """Return what comes next: "Record to write · review 3", "Review 4", "Short breaks 3"."""
    if row.next_step:
        return row.next_step
    name = _NAMES.get(row.next_review_kind, "Review")
    return f"{name} {row.next_review_number}" if row.next_review_number else name


def no_date_words(row: CaseloadRow) -> str:
    """Return why nothing is due: "Left care on 3 Mar 2026", "no date yet"."""
    return left_care_words(row.child) or turns_18_words(row.child) or "no date yet"


def no_date_reason(row: CaseloadRow) -> str:
    """Return why nothing is due, and what would give a date."""
    if left := left_care_words(row.child):
        return f"{left}: no review is due any more."
    return (
        "No date yet: the child's details give one (since when they are looked after, or when the "
        "last review was held), or the plan of their review."
    )


def short_day(day: date, today: date) -> str:
    """Return a day as lists write it: "Fri 20 Nov", in another year "12 Jan 2027"."""
    words = f"{day.day} {month_of(day)[:3]}"
    if day.year != today.year:
        return f"{words} {day.year}"
    return f"{day_in_letter(day)[:3]} {words}"


def left_care_words(child: Child) -> str:
    """Return that and when a child has left care, or short breaks ended; "" if neither has."""
    if not has_left_care(child):
        return ""
    what = "Short breaks ended" if child.cycle is Cycle.SHORT_BREAKS else "Left care"
    return f"{what} on {typed_day(child.care_ended_on)}"


def turns_18_words(child: Child) -> str:
    """Return when a child turns 18, where that is why no review is due any more; else ""."""
    return f"Turns 18 on {typed_day(turns_18_on(child))}" if is_over_at_18(child) else ""


def state_words(row: CaseloadRow) -> str:
    """Return how near the review is, as a sign and a word: "! soon"; "– ended" after care.

    "– none" where the child turns 18 before another review would be.
    """
    if row.state is DueState.NONE and is_over_at_18(row.child):
        return "– none"
    is_over = row.state is DueState.NONE and has_left_care(row.child)
    return "– ended" if is_over else f"{row.state.sign} {row.state.word}"


def count_words(working_days_left: int) -> str:
    """Return the days left as a column headed "Working days" says them: "7 left", "2 late"."""
    if working_days_left == 0:
        return "today"
    return f"{abs(working_days_left)} {'left' if working_days_left > 0 else 'late'}"


def away_words(day: date, today: date, working_days_left: int) -> str:
    """Return how near a date is, one further off than a year in years: "in 8 years"."""
    years = (day - today).days // 365
    if years < 1:
        return working_days_words(working_days_left)
    return "in 1 year" if years == 1 else f"in {years} years"


def working_days_words(working_days_left: int) -> str:
    """Return how near a date is: "3 working days left", "1 working day late", "today"."""
    if working_days_left == 0:
        return "today"
    count = abs(working_days_left)
    days = "1 working day" if count == 1 else f"{count} working days"
    return f"{days} left" if working_days_left > 0 else f"{days} late"
