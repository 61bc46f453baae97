"""Working days and months, held against a second count that shares no code with the first.

The second count goes day by day over holidays derived from the rules (Easter by Gauss, first and
last Mondays, substitutes) and the proclaimed days, which no rule can tell.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iro_tui.domain.dates.working_days import WorkingDays, add_months, birthday
from iro_tui.domain.timescales import Timescales

CASES = 300
DAYS = st.dates(date(2010, 1, 1), date(2060, 10, 1))
LATER_DAYS = st.dates(date(2011, 1, 1), date(2060, 10, 1))
COUNTS = st.integers(0, 40)
DAY = timedelta(days=1)

PROCLAIMED = {
    date(2011, 4, 29),
    date(2012, 6, 4),
    date(2012, 6, 5),
    date(2020, 5, 8),
    date(2022, 6, 2),
    date(2022, 6, 3),
    date(2022, 9, 19),
    date(2023, 5, 8),
}
MOVED = {date(2012, 5, 28), date(2020, 5, 4), date(2022, 5, 30)}
"""Late or early May holidays that were moved to a proclaimed day."""


def easter(year: int) -> date:
    """Easter Sunday by Gauss, with his two exceptions."""
    a, b, c = year % 19, year % 4, year % 7
    k = year // 100
    m = (15 - (13 + 8 * k) // 25 + k - k // 4) % 30
    n = (4 + k - k // 4) % 7
    d = (19 * a + m) % 30
    e = (2 * b + 4 * c + 6 * d + n) % 7
    if e == 6 and (d == 29 or (d == 28 and a > 10)):
        e -= 7
    return date(year, 3, 22) + (d + e) * DAY


def monday_from(day: date) -> date:
    while day.isoweekday() != 1:
        day += DAY
    return day


def holidays_of(year: int) -> set[date]:
    found = {
        easter(year) - 2 * DAY,
        easter(year) + DAY,
        monday_from(date(year, 5, 1)),
        monday_from(date(year, 5, 25)),
        monday_from(date(year, 8, 25)),
    } - MOVED
    found |= {day for day in PROCLAIMED if day.year == year}
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        day = fixed
        while day.isoweekday() > 5 or day in found:
            day += DAY
        found.add(day)
    return found


HOLIDAYS = {day for year in range(2009, 2062) for day in holidays_of(year)}


def counts(day: date) -> bool:
    return day.isoweekday() < 6 and day not in HOLIDAYS


def walked(day: date, count: int, step: timedelta) -> date:
    passed = 0
    while passed < count:
        day += step
        passed += counts(day)
    return day


def months_on(day: date, count: int) -> date:
    """The same day number, by walking through the calendar month by month, on or back."""
    year, month = day.year, day.month
    for _ in range(count):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for _ in range(-count):
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    number = day.day
    while True:
        try:
            return date(year, month, number)
        except ValueError:
            number -= 1


def reached(born: date, age: int) -> date:
    """The birthday, by walking through the years from one to the next."""
    day = born
    for _ in range(age):
        day += DAY
        while (day.month, day.day) != (born.month, born.day):
            is_first_of_march = (day.month, day.day) == (3, 1)
            if is_first_of_march and (born.month, born.day) == (2, 29):
                break
            day += DAY
    return day


def test_the_listed_holidays_are_those_that_follow_from_the_rules(
    working_days: WorkingDays,
) -> None:
    derived = {day for day in HOLIDAYS if 2010 <= day.year <= 2060}

    assert working_days.holidays == derived


def test_the_laws_counts_are_right_from_every_single_day(timescales: Timescales) -> None:
    """Every day of 2010 to mid-2060: 20 working days on, 15 back, three and six months on."""
    day, last = date(2010, 2, 1), date(2060, 6, 1)
    first = date(2010, 1, 1)
    order = [one for n in range(51 * 365) if counts(one := first + n * DAY)]
    passed = sum(one <= day for one in order)
    while day < last:
        assert timescales.due("first_review", day).on == order[passed + 19]
        back = passed - 15 if counts(day) else passed - 14
        assert timescales.due("second_review", day).on == months_on(day, 3)
        assert timescales.due("subsequent_review", day).on == months_on(day, 6)
        assert timescales.due("social_worker_talk", day).on == order[back - 1]
        day += DAY
        passed += counts(day)


@settings(max_examples=CASES)
@given(day=DAYS, count=COUNTS)
def test_working_days_after_agree_with_the_second_count(
    working_days: WorkingDays, day: date, count: int
) -> None:
    assert working_days.after(day, count) == walked(day, count, DAY)


@settings(max_examples=CASES)
@given(day=LATER_DAYS, count=COUNTS)
def test_working_days_before_agree_with_the_second_count(
    working_days: WorkingDays, day: date, count: int
) -> None:
    assert working_days.before(day, count) == walked(day, count, -DAY)


@settings(max_examples=CASES)
@given(start=DAYS, length=st.integers(0, 400))
def test_working_days_between_agree_with_the_second_count(
    working_days: WorkingDays, start: date, length: int
) -> None:
    end = min(start + length * DAY, date(2060, 12, 31))
    counted = sum(counts(start + passed * DAY) for passed in range(1, (end - start).days + 1))

    assert working_days.between(start, end) == counted
    assert working_days.between(end, start) == -counted


@settings(max_examples=CASES)
@given(day=DAYS)
def test_the_day_to_book_by_is_the_last_working_day(working_days: WorkingDays, day: date) -> None:
    book_by = day
    while not counts(book_by):
        book_by -= DAY

    assert working_days.on_or_before(day) == book_by


@settings(max_examples=CASES)
@given(day=DAYS, count=st.integers(0, 24))
def test_months_agree_with_the_second_count(day: date, count: int) -> None:
    assert add_months(day, count) == months_on(day, count)


@settings(max_examples=CASES)
@given(day=LATER_DAYS)
def test_every_rule_agrees_with_the_second_count(timescales: Timescales, day: date) -> None:
    for rule in timescales.rules.values():
        step = -DAY if rule.before else DAY
        expected = {
            "working_days": lambda: walked(day, rule.amount, step),  # noqa: B023
            "days": lambda: day + rule.amount * step,  # noqa: B023
            "weeks": lambda: day + 7 * rule.amount * step,  # noqa: B023
            "months": lambda: months_on(day, rule.amount * step.days),  # noqa: B023
            "years": lambda: reached(day, rule.amount),  # noqa: B023
        }[rule.unit]()

        assert timescales.due(rule.id, day).on == expected


def test_a_late_date_is_negative_from_the_day_after_it(working_days: WorkingDays) -> None:
    friday = date(2026, 11, 27)

    assert working_days.left(friday - 3 * DAY, friday) == 3
    assert working_days.left(friday, friday) == 0
    assert [working_days.left(friday + n * DAY, friday) for n in (1, 2, 3, 4)] == [-1, -1, -1, -2]


def test_a_date_on_a_weekend_is_not_late_on_that_weekend(working_days: WorkingDays) -> None:
    sunday = date(2026, 11, 29)

    assert working_days.left(sunday - DAY, sunday) == 0
    assert working_days.left(sunday, sunday) == 0
    assert working_days.left(sunday + DAY, sunday) == -1


def test_days_between_christmas_and_new_year_count(working_days: WorkingDays) -> None:
    assert working_days.is_working_day(date(2026, 12, 29))
    assert not working_days.is_working_day(date(2026, 12, 28))
    assert working_days.on_or_after(date(2026, 12, 25)) == date(2026, 12, 29)


def test_holidays_within_a_span_are_named(working_days: WorkingDays) -> None:
    assert working_days.holidays_within(date(2026, 12, 10), date(2027, 1, 8)) == (
        date(2026, 12, 25),
        date(2026, 12, 28),
        date(2027, 1, 1),
    )


def test_beyond_the_list_the_holidays_are_not_known(working_days: WorkingDays) -> None:
    assert working_days.knows(date(2010, 1, 1))
    assert working_days.knows(date(2060, 12, 31))
    assert not working_days.knows(date(2009, 12, 31))
    assert not working_days.knows(date(2061, 1, 1))


@pytest.mark.parametrize(
    ("day", "count", "on"),
    [
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-02-28", 6, "2027-08-28"),
        ("2026-10-31", -6, "2026-04-30"),
        ("2026-01-31", -13, "2024-12-31"),
    ],
)
def test_months_clamp_and_do_not_spring_back(day: str, count: int, on: str) -> None:
    assert add_months(date.fromisoformat(day), count).isoformat() == on


def test_there_are_no_months_beyond_the_calendar() -> None:
    with pytest.raises(OverflowError):
        add_months(date(9999, 12, 1), 1)


def test_a_birthday_of_29_february_falls_on_1_march_in_common_years() -> None:
    assert birthday(date(2012, 2, 29), 16) == date(2028, 2, 29)
    assert birthday(date(2012, 2, 29), 15) == date(2027, 3, 1)
    assert birthday(date(2012, 5, 1), 15) == date(2027, 5, 1)
