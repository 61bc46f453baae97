"""What a date says of itself: its count, what was left out, why, and on whose word."""

from datetime import date

import pytest

from iro_tui.domain.date_words import explained, listed_days
from iro_tui.domain.events import dates_following
from iro_tui.domain.timescales import Timescales


def told(timescales: Timescales, event: str, day: str, place: int = 0) -> list[str]:
    found = dates_following({event: date.fromisoformat(day)}, timescales)
    return explained(found[place]).split("\n  ")


def test_working_days_say_which_holidays_were_left_out(timescales: Timescales) -> None:
    assert told(timescales, "looked_after_from", "2026-12-08") == [
        "First review due  Fri 8 Jan 2027",
        (
            "20 working days after Tuesday 8 December 2026, leaving out 25 and 28 December and"
            " 1 January"
        ),
        (
            "law: Care Planning, Placement and Case Review (England) Regulations 2010,"
            " regulation 33(1)"
        ),
    ]


def test_working_days_without_a_holiday_say_only_the_count(timescales: Timescales) -> None:
    assert told(timescales, "looked_after_from", "2026-11-02")[1] == (
        "20 working days after Monday 2 November 2026"
    )


def test_days_before_a_meeting_are_counted_back(timescales: Timescales) -> None:
    assert told(timescales, "review_planned", "2027-04-12")[:2] == [
        "Social worker talk by  Thu 18 Mar 2027",
        "15 working days before Monday 12 April 2027, leaving out 26 and 29 March",
    ]


def test_months_are_calendar_time_and_a_holiday_is_booked_before(timescales: Timescales) -> None:
    assert told(timescales, "first_review_held", "2026-09-25")[:3] == [
        "Second review due  Fri 25 Dec 2026 (book by Thu 24 Dec 2026)",
        "3 months after Friday 25 September 2026: calendar time, weekends and holidays count",
        (
            "Friday 25 December is a bank holiday and stays the last day; Thursday 24 December is"
            " the last working day before it"
        ),
    ]


def test_a_shorter_month_and_a_weekend_are_explained(timescales: Timescales) -> None:
    lines = told(timescales, "authorised_for_adoption", "2026-11-30")

    assert lines[0] == "Adoption review due  Sun 28 Feb 2027 (book by Fri 26 Feb 2027)"
    assert "February 2027 has no day 30, so it is the month's last day" in lines
    assert any(line.startswith("Sunday 28 February is on a weekend and stays") for line in lines)


def test_weeks_are_calendar_time(timescales: Timescales) -> None:
    assert told(timescales, "placed_for_adoption", "2026-11-24")[1] == (
        "4 weeks after Tuesday 24 November 2026: calendar time, weekends and holidays count"
    )


def test_a_count_from_another_day_than_the_events_names_that_day(timescales: Timescales) -> None:
    assert told(timescales, "born", "2010-11-30", 1)[1] == (
        "3 months after Monday 30 November 2026 (the sixteenth birthday, or the day the child"
        " became eligible): calendar time, weekends and holidays count"
    )


def test_a_birthday_is_never_booked_but_a_29_february_is_explained(timescales: Timescales) -> None:
    assert told(timescales, "born", "2010-11-28", 0)[0] == "Fourth birthday  Fri 28 Nov 2014"
    sunday = told(timescales, "born", "2010-11-30", 0)
    assert sunday[0] == "Fourth birthday  Sun 30 Nov 2014"
    assert "2030 has no 29 February, so it is 1 March" in told(timescales, "born", "2012-02-29", 2)


def test_a_local_number_is_told_as_local(timescales: Timescales) -> None:
    assert told(timescales, "review_planned", "2027-04-12", 1)[-1] == "local: Local practice"


@pytest.mark.parametrize(
    ("event", "day", "known"),
    [
        ("looked_after_from", "2060-11-30", True),
        ("looked_after_from", "2060-12-20", False),
        ("looked_after_from", "2009-12-20", False),
        ("looked_after_from", "2010-01-01", True),
        ("review_held", "2060-06-30", True),
        ("review_held", "2060-07-01", False),
        ("review_held", "2009-12-31", True),
        ("born", "2050-03-01", True),
    ],
)
def test_beyond_the_list_the_holidays_are_told_as_not_known(
    event: str, day: str, *, known: bool, timescales: Timescales
) -> None:
    lines = told(timescales, event, day)

    assert any("holidays not known" in line for line in lines) is not known


def test_days_are_listed_by_month() -> None:
    days = [date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1), date(2027, 3, 26)]

    assert listed_days(days[:1]) == "25 December"
    assert listed_days(days[:2]) == "25 and 28 December"
    assert listed_days(days) == "25 and 28 December, 1 January and 26 March"
    assert listed_days([date(2012, 6, day) for day in (1, 4, 5)]) == "1, 4 and 5 June"
