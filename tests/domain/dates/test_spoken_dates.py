from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_tui.domain.dates.spoken import (
    parse_birthday,
    parse_due_date,
    parse_past_date,
    parse_spoken_date,
    parse_time,
    spoken,
)
from iro_tui.domain.dates.working_days import WorkingDays
from iro_tui.errors import BadInput

TODAY = date(2026, 11, 24)  # a Tuesday
DAYS = st.dates(date(2010, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("fri", "2026-11-27"),
        ("Friday", "2026-11-27"),
        ("by fri", "2026-11-27"),
        ("this fri", "2026-11-27"),
        ("next fri", "2026-12-04"),
        ("tue", "2026-12-01"),
        ("weds", "2026-11-25"),
        ("today", "2026-11-24"),
        ("tomorrow", "2026-11-25"),
        ("day after tomorrow", "2026-11-26"),
        ("2 weeks", "2026-12-08"),
        ("2w", "2026-12-08"),
        ("in two weeks", "2026-12-08"),
        ("2 weeks' time", "2026-12-08"),
        ("a fortnight", "2026-12-08"),
        ("fortnight", "2026-12-08"),
        ("next week", "2026-12-01"),
        ("3 months", "2027-02-24"),
        ("3m", "2027-02-24"),
        ("1 year", "2027-11-24"),
        ("10 days", "2026-12-04"),
        ("10d", "2026-12-04"),
        ("12 dec", "2026-12-12"),
        ("12th of December", "2026-12-12"),
        ("dec 12", "2026-12-12"),
        ("12 december 2026", "2026-12-12"),
        ("December 12, 2026", "2026-12-12"),
        ("12/12", "2026-12-12"),
        ("12/12/26", "2026-12-12"),
        ("12/12/2026", "2026-12-12"),
        ("12.12.2026", "2026-12-12"),
        ("12.12.", "2026-12-12"),
        ("12-dec-2026", "2026-12-12"),
        ("2026-12-12", "2026-12-12"),
        ("3/4", "2027-04-03"),
        ("24 nov", "2026-11-24"),
        ("23 nov", "2027-11-23"),
        ("Fri 4 Dec 2026", "2026-12-04"),
        ("friday 4 december", "2026-12-04"),
        ("end of month", "2026-11-30"),
        ("the end of the month", "2026-11-30"),
        ("month end", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("end of february", "2027-02-28"),
        ("end of november", "2026-11-30"),
        ("end of week", "2026-11-27"),
        ("end of next week", "2026-12-04"),
        ("end of the year", "2026-12-31"),
        ("29 feb", "2028-02-29"),
    ],
)
def test_a_due_date_is_understood_as_people_say_it(typed: str, means: str) -> None:
    assert parse_due_date(typed, TODAY).isoformat() == means


def test_working_days_are_counted_where_they_are_known(working_days: WorkingDays) -> None:
    christmas_eve = date(2026, 12, 24)

    assert parse_due_date("5 wd", TODAY, working_days) == date(2026, 12, 1)
    assert parse_due_date("1 working day", christmas_eve, working_days) == date(2026, 12, 29)
    with pytest.raises(BadInput, match="Working days cannot be counted here"):
        parse_due_date("5 wd", TODAY)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("ongoing", "the day it starts"),
        ("asap", "the last day it may take"),
        ("As soon as possible", "the last day it may take"),
        ("soon", "the last day it may take"),
        ("tbc", "by which it will be known"),
        ("next review", "Type the day itself"),
        ("30 feb", "There is no 30 February."),
        ("2026-02-30", "There is no 30 February."),
        ("29/2/2027", "There is no 29 February 2027."),
        ("31 april", "April ends on the 30th."),
        ("32 dec", "December ends on the 31st."),
        ("12/25", "The day comes first: 25/12."),
        ("25/13", "Day, then month, then year"),
        ("12/12/3026", "too far from today"),
        ("0000-01-01", "too far from today"),
        ("9999 years", "too far from today"),
        ("9999 weeks", "too far from today"),
        ("december", "end of December"),
        ("december 2026", "end of December"),
        ("12", "12 days"),
        ("thu 4 dec 2026", "is a Friday"),
        ("end of term", "Type the day itself"),
        ("end of xyz", "Try “fri”"),
        ("five school days", "Try “fri”"),
        ("several weeks", "Try “fri”"),
        ("[red]", "“[red]” is no date"),
        ("", "No date was typed"),
        ("  ", "No date was typed"),
        ("yesterday", "has passed"),
        ("23/11/2026", "has passed"),
    ],
)
def test_what_is_no_due_date_is_refused_with_what_would_have_worked(typed: str, says: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_due_date(typed, TODAY)

    assert says in str(refused.value)
    assert refused.value.hint


def test_a_due_date_may_lie_back_to_the_day_of_the_review() -> None:
    review_day = date(2026, 11, 10)

    assert parse_due_date("20/11/2026", TODAY, earliest=review_day) == date(2026, 11, 20)
    with pytest.raises(BadInput):
        parse_due_date("9/11/2026", TODAY, earliest=review_day)


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("fri", "2026-11-20"),
        ("tue", "2026-11-24"),
        ("last tue", "2026-11-17"),
        ("last week", "2026-11-17"),
        ("yesterday", "2026-11-23"),
        ("today", "2026-11-24"),
        ("2 weeks ago", "2026-11-10"),
        ("2 weeks", "2026-11-10"),
        ("12 dec", "2025-12-12"),
        ("24 nov", "2026-11-24"),
        ("12/11/26", "2026-11-12"),
        ("29 feb", "2024-02-29"),
    ],
)
def test_a_past_date_is_looked_for_backwards(typed: str, means: str) -> None:
    assert parse_past_date(typed, TODAY).isoformat() == means


@pytest.mark.parametrize("typed", ["tomorrow", "next week", "12/12/26", "25 nov 2026"])
def test_a_past_date_that_is_still_to_come_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="still to come"):
        parse_past_date(typed, TODAY)


def test_a_date_of_either_side_is_the_nearest_one() -> None:
    assert parse_spoken_date("12 oct", TODAY) == date(2026, 10, 12)
    assert parse_spoken_date("12 jan", TODAY) == date(2027, 1, 12)
    assert parse_spoken_date("2 weeks ago", TODAY) == date(2026, 11, 10)
    assert parse_spoken_date("fri", TODAY) == date(2026, 11, 27)


def test_working_days_can_be_counted_back(working_days: WorkingDays) -> None:
    assert parse_spoken_date("3 wd ago", date(2027, 4, 12), working_days) == date(2027, 4, 7)


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("12/5/2014", "2014-05-12"),
        ("12/5/14", "2014-05-12"),
        ("12 May 2014", "2014-05-12"),
        ("2014-05-12", "2014-05-12"),
        ("12/5/98", "1998-05-12"),
        ("29/2/24", "2024-02-29"),
        ("24/11/26", "2026-11-24"),
    ],
)
def test_a_birthday_has_its_year(typed: str, means: str) -> None:
    assert parse_birthday(typed, TODAY).isoformat() == means


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("12/5", "day, month and year"),
        ("today", "day, month and year"),
        ("", "day, month and year"),
        ("25/11/2026", "still to come"),
        ("12/5/30", "would be 96 years old"),
        ("1/1/1950", "would be 76 years old"),
        ("29/2/2023", "There is no 29 February 2023."),
        ("12/5/0214", "Check the year"),
    ],
)
def test_what_is_no_birthday_is_refused_with_the_reason(typed: str, says: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_birthday(typed, TODAY)

    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("14:30", "14:30"),
        ("14.30", "14:30"),
        ("1430", "14:30"),
        ("2pm", "14:00"),
        ("2.30 pm", "14:30"),
        ("2 p.m.", "14:00"),
        ("10 am", "10:00"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("noon", "12:00"),
        ("10", "10:00"),
        ("9:30", "09:30"),
        ("2:30", "14:30"),
        ("02:30", "02:30"),
    ],
)
def test_a_time_is_kept_as_a_clock_shows_it(typed: str, means: str) -> None:
    assert parse_time(typed) == means


@pytest.mark.parametrize("typed", ["", "9", "25:00", "13pm", "0am", "12:60", "late", "2:3"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="is no time"):
        parse_time(typed)


def test_a_day_is_echoed_with_its_weekday() -> None:
    assert spoken(date(2026, 12, 4)) == "Fri 4 Dec 2026"


@given(day=DAYS, today=DAYS)
def test_what_is_echoed_can_be_typed_again(day: date, today: date) -> None:
    if abs(day - today) < timedelta(days=365 * 29):
        assert parse_spoken_date(spoken(day), today) == day


@given(day=DAYS)
def test_every_way_of_writing_a_day_means_that_day(day: date) -> None:
    for typed in (
        day.isoformat(),
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day}.{day.month}.{day.year % 100:02}",
        f"{day:%d %B %Y}",
        f"{day:%B} {day.day}, {day.year}",
    ):
        assert parse_due_date(typed, day) == day


@given(today=DAYS, weekday=st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
def test_a_weekday_is_one_of_the_next_seven_days(today: date, weekday: str) -> None:
    day = parse_due_date(weekday, today)

    assert spoken(day).casefold().startswith(weekday)
    assert 1 <= (day - today).days <= 7


PIECES = (
    "0|1|2|29|31|99|2026|9999|/|-|.| |,|+|feb|fri|week|wd|month|years|next |last |end of |a |"
    " ago|by |th|'s| time"
)
LIKE_DATES = st.lists(st.sampled_from(PIECES.split("|")), max_size=6).map("".join)


@given(typed=st.text(max_size=30) | LIKE_DATES, today=DAYS)
def test_any_text_is_either_a_day_or_refused_with_a_sentence(typed: str, today: date) -> None:
    for parse in (parse_due_date, parse_past_date, parse_spoken_date, parse_birthday):
        try:
            parse(typed, today)
        except BadInput as error:
            refused = error
        else:
            continue
        assert refused.message
        assert refused.hint
