from datetime import date
from uuid import uuid4

import pytest

from iro_tui.domain.child import Child
from iro_tui.domain.dates.working_days import WorkingDays
from iro_tui.domain.planning import (
    ReviewPlan,
    disruption_window,
    plan_from,
    remark_on_day,
    typed_plan,
)
from iro_tui.domain.review import Occasion, ReviewFormat
from iro_tui.domain.timescales import Timescales
from iro_tui.errors import BadFields

TODAY = date(2026, 11, 24)
AMARA = Child(
    uuid4(),
    "T-1",
    date(2026, 9, 1),
    given_name="Amara",
    placed_for_adoption_on=date(2026, 10, 5),
)
WORKING_DAYS = WorkingDays(frozenset({date(2026, 12, 25)}), 2026, 2027)


def read(**typed: str | bool) -> ReviewPlan:
    return plan_from(
        typed, child=AMARA, today=TODAY, working_days=WORKING_DAYS, triggers=("iro_asks",)
    )


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
        (date(2027, 1, 4), "! after the last lawful day, Thu 31 Dec 2026, which stands"),
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
        early_trigger="iro_asks",
        early_asked_by="Amara",
        early_reason="She wants to see her brother more",
    )

    assert read(**typed_plan(plan)) == plan


def test_who_asked_for_an_early_review_goes_when_it_is_held_as_it_is_due() -> None:
    plan = read(
        planned_for="fri",
        occasion="scheduled",
        early_trigger="iro_asks",
        early_asked_by="Amara",
        early_reason="The plan changed",
    )

    assert (plan.early_trigger, plan.early_asked_by, plan.early_reason) == ("", "", "")


def test_a_day_before_the_child_was_born_is_refused_at_its_field() -> None:
    with pytest.raises(BadFields, match="before Amara was born"):
        read(planned_for="31 aug 2026")


def test_a_return_before_the_placement_is_refused_at_its_field() -> None:
    with pytest.raises(BadFields) as refused:
        read(planned_for="fri", occasion="disruption", returned_on="1 oct 2026")

    assert "placed for adoption" in refused.value.problems["returned_on"]


@pytest.mark.parametrize(
    ("day", "is_outside"),
    [("2026-12-28", True), ("2026-12-29", False), ("2027-01-12", False), ("2027-01-13", True)],
)
def test_a_day_outside_the_window_after_a_placement_ended_is_remarked_on_with_the_rule(
    day: str, is_outside: bool, timescales: Timescales
) -> None:
    window = disruption_window(date(2026, 12, 1), timescales)

    remark = remark_on_day(
        date.fromisoformat(day),
        today=TODAY,
        due_on=date(2027, 1, 12),
        working_days=timescales.working_days,
        window=window,
    )

    words = (
        "! outside the window from Tue 29 Dec 2026 to Tue 12 Jan 2027 (law), "
        "28 to 42 days after the day the adopters returned the child"
    )
    assert (remark == words) is is_outside
