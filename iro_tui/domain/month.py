"""A month as a calendar shows it: its weeks from Monday on, and what falls on each day."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from iro_tui.domain.dates.days import month_of
from iro_tui.domain.dates.working_days import WorkingDays, add_months
from iro_tui.domain.due.derive import DISRUPTION, REVIEW

WEEK = 7
REVIEWS = (REVIEW, DISRUPTION)
"""The dates that are those of a review itself."""


@dataclass(frozen=True)
class DayCounts:
    """How many meetings are on a day, how many reviews are due on it, and how many other dates."""

    meetings: int = 0
    reviews: int = 0
    others: int = 0


@dataclass(frozen=True)
class Month:
    """A month with what falls on each of its days; a day on which nothing falls is left out."""

    first: date
    days: Mapping[date, DayCounts]

    def on(self, day: date) -> DayCounts:
        """Return what falls on a day."""
        return self.days.get(day, DayCounts())

    @property
    def meetings(self) -> int:
        """How many meetings there are in the month itself."""
        return sum(counts.meetings for day, counts in self.days.items() if self.holds(day))

    @property
    def reviews(self) -> int:
        """How many reviews are due in the month itself."""
        return sum(counts.reviews for day, counts in self.days.items() if self.holds(day))

    def holds(self, day: date) -> bool:
        """Whether a day is one of the month's own."""
        return (day.year, day.month) == (self.first.year, self.first.month)


@dataclass(frozen=True)
class MeetingOnDay:
    """A meeting of a review as a day lists it; `is_held` once it took place."""

    review_id: UUID
    child_id: UUID
    name: str
    reference: str
    number: int
    time: str
    venue: str
    is_held: bool


def first_of(day: date) -> date:
    """Return the first day of a day's month."""
    return day.replace(day=1)


def weeks_of(first: date) -> tuple[tuple[date, ...], ...]:
    """Return the weeks that a month touches, Monday first, whole."""
    monday = first - timedelta(days=first.weekday())
    last = add_months(first, 1) - timedelta(days=1)
    count = ((last - monday).days // WEEK) + 1
    return tuple(
        tuple(monday + timedelta(days=WEEK * week + place) for place in range(WEEK))
        for week in range(count)
    )


def month_with(
    first: date, meetings: Mapping[date, int], due: Mapping[date, Counter[str]]
) -> Month:
    """Return a month from how many meetings and dates of each kind fall on its days."""
    days = {}
    for day in meetings.keys() | due.keys():
        kinds = due.get(day, Counter())
        reviews = sum(kinds[one] for one in REVIEWS)
        days[day] = DayCounts(meetings.get(day, 0), reviews, kinds.total() - reviews)
    return Month(first, days)


def day_mark(day: date, today: date, working_days: WorkingDays) -> str:
    """Return what is said beside a day's number: "today", "holiday" for a bank holiday, or ""."""
    if day == today:
        return "today"
    return "holiday" if day.weekday() < 5 and not working_days.is_working_day(day) else ""


def month_title(month: Month) -> str:
    """Return a month's name with its counts: "December 2026 · 4 meetings, 2 reviews due"."""
    counts = f"{counted(month.meetings, 'meeting')}, {counted(month.reviews, 'review')} due"
    return f"{month_of(month.first)} {month.first.year} · {counts}"


def counts_in_full(counts: DayCounts) -> str:
    """Return what falls on a day in words: "1 meeting, 2 reviews due, 3 other dates"."""
    told = [
        counted(counts.meetings, "meeting") if counts.meetings else "",
        f"{counted(counts.reviews, 'review')} due" if counts.reviews else "",
        counted(counts.others, "other date") if counts.others else "",
    ]
    return ", ".join(one for one in told if one) or "nothing"


def counted(count: int, what: str) -> str:
    """Return a number of things: "1 meeting", "2 meetings"."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"
