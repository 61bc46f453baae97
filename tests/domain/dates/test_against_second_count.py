"""Every date the program counts, held against a second count that shares no code with it.

`python -m tests.property_figures` puts many more cases to both and prints how many differ.
"""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iro_tui.domain.dates.working_days import WorkingDays
from iro_tui.domain.events import EVENTS
from iro_tui.domain.timescales import Timescales
from tests.domain.dates.comparisons import COMPARISONS, FOLLOWING, Comparison
from tests.domain.dates.second_count import CALENDAR, HOLIDAYS, RULE_ROWS, by_rule
from tests.property_figures import differences


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda one: one.name)
@settings(max_examples=200)
@given(given_case=st.data())
def test_both_counts_agree(
    comparison: Comparison, given_case: st.DataObject, timescales: Timescales
) -> None:
    case = given_case.draw(comparison.cases)

    assert comparison.ours(case, timescales) == comparison.second(case)


def test_the_listed_holidays_are_those_that_follow_from_the_rules(
    working_days: WorkingDays,
) -> None:
    assert working_days.holidays == HOLIDAYS


def test_the_rules_are_those_that_were_typed_a_second_time(timescales: Timescales) -> None:
    shipped = {
        rule.id: [
            str(rule.amount),
            rule.unit.value.replace("working_days", "wd"),
            "back" if rule.before else "on",
            rule.mark.value,
        ]
        for rule in timescales.rules.values()
    }

    assert shipped == RULE_ROWS


def test_every_event_has_its_second_count() -> None:
    assert {event.id for event in EVENTS} == FOLLOWING.keys()


@pytest.mark.parametrize(
    "rule", ["first_review", "second_review", "subsequent_review", "social_worker_talk"]
)
def test_the_laws_counts_are_right_from_every_single_day(rule: str, timescales: Timescales) -> None:
    wrong = [
        day
        for day in CALENDAR.values()
        if 2010 <= day.year <= 2060 and timescales.due(rule, day).on != by_rule(rule, day)
    ]

    assert wrong == []


def test_a_wrong_count_is_found_and_counted(timescales: Timescales) -> None:
    right = next(one for one in COMPARISONS if one.name == "months on and back")
    thirds_only = replace(right, ours=lambda case, _: right.second((case[0], case[1] // 3 * 3)))

    tried, differing = differences(thirds_only, timescales, 300)

    assert tried >= 300
    assert 0 < differing < tried
