"""What is said of a child for whom no review falls due before they turn 18."""

from dataclasses import replace
from datetime import date

import pytest

from iro_tui.domain.caseload_words import turns_18_words
from iro_tui.domain.child import Cycle
from iro_tui.domain.cycles import turns_18_on
from tests.domain.reviewing import child


def test_a_birthday_of_29_february_falls_on_1_march() -> None:
    assert turns_18_on(replace(child(), date_of_birth=date(2008, 2, 29))) == date(2026, 3, 1)


def test_the_day_is_said_where_it_is_why_nothing_is_due() -> None:
    one = child(became_looked_after_on="2025-01-06")

    assert turns_18_words(one) == "Turns 18 on 1 May 2033"


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"cycle": Cycle.PATHWAY, "last_review_held_on": "2026-01-06"},
        {"became_looked_after_on": "2025-01-06", "care_ended_on": "2026-01-06"},
    ],
)
def test_nothing_is_said_where_something_else_is_why(told: dict[str, str]) -> None:
    assert turns_18_words(child(**told)) == ""
