"""Working days and months: the cases that are easily got wrong, one by one.

Every count is also held against a second one: test_against_second_count.py.
"""

from datetime import date, timedelta

import pytest

from iro_tui.domain.dates.working_days import WorkingDays, add_months, birthday

DAY = timedelta(days=1)


def test_swapping_two_days_changes_only_the_sign_of_what_lies_between(
    working_days: WorkingDays,
) -> None:
    start, end = date(2026, 12, 10), date(2027, 1, 12)

    assert working_days.between(start, end) == 20
    assert working_days.between(end, start) == -20


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
    assert working_days.after(date(2026, 12, 24), 1) == date(2026, 12, 29)


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
