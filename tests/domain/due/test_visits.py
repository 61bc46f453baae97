"""Every row of the visits: how often, by placement and order, with the day that follows."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.due.known import Known
from iro_tui.domain.due.visits import visit_due
from iro_tui.domain.following import Tracked
from iro_tui.domain.review import Review, ReviewState
from iro_tui.domain.timescales import Timescales
from iro_tui.knowledge import load

MOVED_IN = date(2026, 10, 5)
CHILD = Child(
    uuid4(),
    "R-1",
    date(2017, 6, 1),
    legal_status="V2",
    became_looked_after_on=MOVED_IN,
    placement_since=MOVED_IN,
)
AT_HOME = replace(CHILD, with_parents=True, placement_type="P1")


@pytest.fixture(scope="module")
def timescales() -> Timescales:
    return load().timescales


def day(written: str) -> date:
    return date.fromisoformat(written)


def noted(**on: str) -> dict[str, Tracked]:
    """Return trackers that were last done on these days."""
    return {one: Tracked(uuid4(), CHILD.id, one, last_on=day(on[one])) for one in on}


def held(written: str) -> Review:
    on = day(written)
    numbers = {Cycle.LOOKED_AFTER: 1}
    return Review(uuid4(), CHILD.id, numbers, state=ReviewState.CLOSED, held_on=on, completed_on=on)


def due(timescales: Timescales, child: Child, *reviews: Review, **on: str) -> tuple[str, str]:
    """Return when the next visit is due, and by which rule."""
    found = visit_due(Known(child, reviews, tracked=noted(**on)), timescales)
    assert found is not None
    return found.on.isoformat(), found.rule.id


def long_ago(child: Child, **more: Any) -> Child:
    return replace(child, placement_since=date(2025, 3, 3), **more)


def test_the_first_visit_is_due_a_week_after_a_placement_starts(timescales: Timescales) -> None:
    assert due(timescales, CHILD) == ("2026-10-12", "visit_first")
    moved = replace(CHILD, placement_since=date(2026, 12, 18))
    assert due(timescales, moved, visit="2026-12-10") == ("2026-12-25", "visit_first")


def test_in_the_first_year_of_a_placement_a_visit_is_due_every_six_weeks(
    timescales: Timescales,
) -> None:
    assert due(timescales, CHILD, visit="2026-11-16") == ("2026-12-28", "visit_six_weekly")
    lasting = replace(CHILD, long_term=True)
    assert due(timescales, lasting, visit="2026-11-16") == ("2026-12-28", "visit_six_weekly")


def test_after_a_year_a_placement_meant_to_last_is_visited_every_three_months(
    timescales: Timescales,
) -> None:
    settled = long_ago(CHILD, long_term=True)
    assert due(timescales, settled, visit="2026-11-16") == ("2027-02-16", "visit_three_monthly")
    unsettled = long_ago(CHILD)
    assert due(timescales, unsettled, visit="2026-11-16") == ("2026-12-28", "visit_six_weekly")


def test_a_child_who_agrees_to_fewer_visits_is_visited_every_six_months_after_a_year(
    timescales: Timescales,
) -> None:
    agreed = {"visit": "2026-11-16", "agrees_to_fewer_visits": "2026-09-01"}
    settled = long_ago(CHILD, long_term=True)
    assert due(timescales, settled, **agreed) == ("2027-05-16", "visit_long_term")
    assert due(timescales, replace(CHILD, long_term=True), **agreed)[1] == "visit_six_weekly"
    assert due(timescales, long_ago(CHILD), **agreed)[1] == "visit_six_weekly"


def test_an_agreement_that_was_taken_back_counts_no_more(timescales: Timescales) -> None:
    trackers = noted(visit="2026-11-16", agrees_to_fewer_visits="2026-09-01")
    agreement = trackers["agrees_to_fewer_visits"]
    trackers["agrees_to_fewer_visits"] = replace(agreement, not_needed=True)
    known = Known(long_ago(CHILD, long_term=True), tracked=trackers)
    found = visit_due(known, timescales)
    assert found is not None
    assert found.rule.id == "visit_three_monthly"


def test_placed_with_a_parent_before_the_assessment_it_is_weekly_to_the_first_review(
    timescales: Timescales,
) -> None:
    placed = {"visit": "2026-10-12", "placed_before_assessment": "2026-10-05"}
    assert due(timescales, AT_HOME, **placed) == ("2026-10-19", "visit_weekly")
    after = due(timescales, AT_HOME, held("2026-10-30"), **placed)
    assert after == ("2026-11-23", "visit_six_weekly")
    assessed = due(timescales, AT_HOME, visit="2026-10-12")
    assert assessed == ("2026-11-23", "visit_six_weekly")


@pytest.mark.parametrize(
    ("child", "more"),
    [
        (CHILD, {"temporary_approval": "2026-10-05"}),
        (replace(AT_HOME, legal_status="C1"), {}),
    ],
    ids=["temporary approval", "interim order at home"],
)
def test_a_placement_that_is_not_certain_is_visited_weekly_then_every_four_weeks(
    timescales: Timescales, child: Child, more: dict[str, str]
) -> None:
    weekly = due(timescales, child, visit="2026-10-12", **more)
    assert weekly == ("2026-10-19", "visit_weekly")
    reviewed = due(timescales, child, held("2026-10-30"), visit="2026-11-02", **more)
    assert reviewed == ("2026-11-30", "visit_four_weekly")


def test_a_review_of_before_the_placement_does_not_end_the_weekly_visits(
    timescales: Timescales,
) -> None:
    child = replace(AT_HOME, legal_status="C1", became_looked_after_on=date(2026, 6, 1))
    assert due(timescales, child, held("2026-06-29"), visit="2026-10-12")[1] == "visit_weekly"


def test_a_carer_who_is_fully_approved_is_visited_as_any_other(timescales: Timescales) -> None:
    trackers = noted(visit="2026-10-12", temporary_approval="2026-10-05")
    approval = trackers["temporary_approval"]
    trackers["temporary_approval"] = replace(approval, not_needed=True)
    found = visit_due(Known(CHILD, tracked=trackers), timescales)
    assert found is not None
    assert found.rule.id == "visit_six_weekly"


def test_a_care_order_made_at_home_asks_for_a_visit_within_a_week_of_it(
    timescales: Timescales,
) -> None:
    ordered = replace(AT_HOME, legal_status="C2", legal_status_since=date(2026, 11, 20))
    assert due(timescales, ordered, visit="2026-11-16") == ("2026-11-27", "visit_care_order")
    assert due(timescales, ordered, visit="2026-11-25") == ("2027-01-06", "visit_six_weekly")


def test_a_child_placed_at_home_under_an_older_care_order_is_seen_in_the_first_week(
    timescales: Timescales,
) -> None:
    placed = replace(AT_HOME, legal_status="C2", legal_status_since=date(2024, 2, 1))
    assert due(timescales, placed, visit="2026-09-28") == ("2026-10-12", "visit_first")
    assert due(timescales, placed, visit="2026-10-09") == ("2026-11-20", "visit_six_weekly")


def test_placed_for_adoption_it_is_weekly_to_the_first_review_then_as_that_decides(
    timescales: Timescales,
) -> None:
    placed = replace(CHILD, cycle=Cycle.ADOPTION_PLACED, placed_for_adoption_on=date(2026, 11, 2))
    assert due(timescales, placed, visit="2026-10-20") == ("2026-11-09", "visit_adoption_first")
    assert due(timescales, placed, visit="2026-11-06") == ("2026-11-13", "visit_adoption_weekly")
    known = Known(placed, (held("2026-11-24"),), tracked=noted(visit="2026-11-20"))
    assert visit_due(known, timescales) is None


def test_short_breaks_are_visited_within_three_months_then_every_six(
    timescales: Timescales,
) -> None:
    breaks = Child(
        CHILD.id,
        "R-1",
        date(2017, 6, 1),
        cycle=Cycle.SHORT_BREAKS,
        short_breaks_from=date(2026, 9, 12),
    )
    assert due(timescales, breaks) == ("2026-12-12", "visit_short_breaks_first")
    assert due(timescales, breaks, visit="2026-11-14") == (
        "2027-05-14",
        "visit_short_breaks_later",
    )


def test_where_no_day_to_count_from_is_known_no_visit_is_said_to_be_due(
    timescales: Timescales,
) -> None:
    unknown = Child(CHILD.id, "R-1", date(2017, 6, 1))
    assert visit_due(Known(unknown), timescales) is None
