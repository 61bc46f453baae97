"""A month as a calendar: whole weeks from Monday on, what falls on a day, and how it is said."""

from collections import Counter
from datetime import date

from iro_tui.domain.month import (
    DayCounts,
    counts_in_full,
    day_mark,
    first_of,
    month_title,
    month_with,
    weeks_of,
)
from iro_tui.domain.timescales import Timescales

DECEMBER = date(2026, 12, 1)


def test_the_weeks_of_a_month_are_whole_and_begin_on_a_monday() -> None:
    for year in (2026, 2027, 2028):
        for number in range(1, 13):
            first = date(year, number, 1)
            weeks = weeks_of(first)
            days = [day for week in weeks for day in week]
            assert all(week[0].weekday() == 0 and len(week) == 7 for week in weeks)
            assert days == sorted(days)
            assert first in weeks[0]
            assert first_of(weeks[-1][0]) == first
            assert sum(day.month == number for day in days) in (28, 29, 30, 31)


def test_a_february_that_begins_on_a_monday_has_four_weeks() -> None:
    assert len(weeks_of(date(2027, 2, 1))) == 4


def test_a_days_dates_are_told_apart_and_counted() -> None:
    due = {
        date(2026, 12, 3): Counter({"review": 1, "record": 2, "disruption_review": 1}),
        date(2027, 1, 1): Counter({"review": 9}),
    }
    month = month_with(DECEMBER, {date(2026, 12, 3): 2, date(2026, 12, 31): 1}, due)
    assert month.on(date(2026, 12, 3)) == DayCounts(meetings=2, reviews=2, others=2)
    assert month.on(date(2026, 12, 4)) == DayCounts()
    assert month_title(month) == "December 2026 · 3 meetings, 2 reviews due"


def test_what_is_on_a_day_is_said_in_words() -> None:
    assert counts_in_full(DayCounts(1, 2, 3)) == "1 meeting, 2 reviews due, 3 other dates"
    assert counts_in_full(DayCounts(reviews=1)) == "1 review due"
    assert counts_in_full(DayCounts()) == "nothing"


def test_today_and_bank_holidays_are_marked_in_words(timescales: Timescales) -> None:
    working_days = timescales.working_days
    today = date(2026, 11, 24)
    assert day_mark(today, today, working_days) == "today"
    assert day_mark(date(2026, 12, 28), today, working_days) == "holiday"
    assert day_mark(date(2026, 12, 26), today, working_days) == ""
    assert day_mark(date(2026, 12, 29), today, working_days) == ""
