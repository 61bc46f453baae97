from datetime import date

import pytest

from iro_tui.domain.dates.working_days import WorkingDays
from iro_tui.domain.planning import ReviewPlan, plan_from, remark_on_day, typed_plan
from iro_tui.domain.review import Occasion, ReviewFormat
from iro_tui.errors import BadFields

TODAY = date(2026, 11, 24)
WORKING_DAYS = WorkingDays(frozenset({date(2026, 12, 25)}), 2026, 2027)


def read(**typed: str) -> ReviewPlan:
    return plan_from(typed, today=TODAY, working_days=WORKING_DAYS)


def test_a_day_as_people_say_it_is_enough() -> None:
    assert read(planned_for="fri") == ReviewPlan(planned_for=date(2026, 11, 27))
    assert read(planned_for="5 wd").planned_for == date(2026, 12, 1)


def test_a_time_is_kept_as_a_clock_shows_it() -> None:
    assert read(planned_for="fri", time="2.30 pm").time == "14:30"


def test_what_is_wrong_is_said_at_each_field() -> None:
    with pytest.raises(BadFields) as refused:
        read(planned_for="", time="late", how="by boat")

    found = refused.value.problems
    assert found.keys() == {"planned_for", "time", "how"}
    assert "2 weeks" in found["planned_for"]
    assert "14:30" in found["time"]


def test_an_emptied_choice_stays_as_it_was() -> None:
    plan = read(planned_for="fri", occasion="", format="", how="")

    assert (plan.occasion, plan.format, plan.how) == (Occasion.SCHEDULED, ReviewFormat.MEETING, "")


def test_a_day_that_has_passed_is_taken_and_remarked_on() -> None:
    plan = read(planned_for="20 Nov 2026")

    assert plan.planned_for == date(2026, 11, 20)
    remark = remark_on_day(plan.planned_for, today=TODAY, due_on=None, working_days=WORKING_DAYS)
    assert remark == "! this day has passed"


def test_a_day_more_than_a_year_back_is_a_slip() -> None:
    with pytest.raises(BadFields):
        read(planned_for="20 Nov 2020")


@pytest.mark.parametrize(
    ("day", "remark"),
    [
        (date(2026, 12, 4), ""),
        (date(2026, 12, 5), "! a weekend"),
        (date(2026, 12, 25), "! a bank holiday"),
        (date(2027, 1, 4), "! after the last lawful day"),
    ],
)
def test_a_day_to_think_about_is_remarked_on(day: date, remark: str) -> None:
    due_on = date(2026, 12, 31)

    assert remark_on_day(day, today=TODAY, due_on=due_on, working_days=WORKING_DAYS) == remark


def test_a_plan_shown_in_the_form_and_read_again_is_the_same() -> None:
    plan = ReviewPlan(
        planned_for=date(2026, 12, 4),
        time="14:30",
        venue="St Anne's School",
        how="both",
        chosen_by="Amara",
        travel_note="Jo drives",
        occasion=Occasion.EARLY,
        format=ReviewFormat.SERIES,
    )

    assert plan_from(typed_plan(plan), today=TODAY, working_days=WORKING_DAYS) == plan
