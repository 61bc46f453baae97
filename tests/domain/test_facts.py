from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from iro_tui.domain.agenda import ReviewFacts
from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.facts import facts_of, is_known_british
from iro_tui.domain.review import Occasion, Review, ReviewState

CHILD = Child(UUID(int=1), "T-01", date(2011, 3, 10), nationality="British")
REVIEW = Review(UUID(int=2), UUID(int=1), numbers={Cycle.LOOKED_AFTER: 3})
DAY = date(2026, 11, 24)


def facts(child: Child = CHILD, review: Review = REVIEW, day: date = DAY) -> ReviewFacts:
    return facts_of(
        child, review, day, open_decisions=False, unmet_decisions=False, letter_issued=False
    )


def test_the_age_is_that_on_the_day_of_the_review() -> None:
    assert facts(day=date(2027, 3, 9)).age == 15
    assert facts(day=date(2027, 3, 10)).age == 16


def test_an_ordinary_review_has_no_flags() -> None:
    found = facts()

    assert found == ReviewFacts(
        age=15, cycles=frozenset({"looked_after"}), number=3, occasion="scheduled"
    )


@pytest.mark.parametrize(
    ("status", "is_in_care"), [("C1", True), ("C2", True), ("E1", False), ("V2", False)]
)
def test_only_a_care_order_counts_as_in_care(status: str, is_in_care: bool) -> None:
    found = facts(replace(CHILD, legal_status=status))

    assert ("in_care" in found.flags) is is_in_care
    assert found.legal_status == status


def test_out_of_area_needs_to_be_known() -> None:
    assert "out_of_area" in facts(replace(CHILD, placement_in_area=False)).flags
    assert "out_of_area" not in facts(replace(CHILD, placement_in_area=True)).flags
    assert "out_of_area" not in facts(replace(CHILD, placement_in_area=None)).flags


@pytest.mark.parametrize("nationality", ["British", "british citizen", "Polish and British"])
def test_a_nationality_that_names_british_is_known_to_be_so(nationality: str) -> None:
    assert is_known_british(nationality)


@pytest.mark.parametrize("nationality", ["", "  ", "Polish", "British Virgin Islander"])
def test_any_other_nationality_is_not_known_to_be_british(nationality: str) -> None:
    assert not is_known_british(nationality)
    assert "not_known_british" in facts(replace(CHILD, nationality=nationality)).flags


def test_what_is_ticked_for_the_child_and_the_review_becomes_a_flag() -> None:
    child = replace(CHILD, unaccompanied=True, with_parents=True, away=True)
    review = replace(REVIEW, plan_final=True, scales=True)

    assert facts(child, review).flags == {
        "unaccompanied",
        "with_parents",
        "away",
        "plan_final",
        "scales",
    }


def test_decisions_and_letter_of_last_time_become_flags() -> None:
    found = facts_of(
        CHILD, REVIEW, DAY, open_decisions=True, unmet_decisions=True, letter_issued=True
    )

    assert found.flags == {"open_decisions", "unmet_decisions", "letter_issued"}


@pytest.mark.parametrize(("day", "begins"), [("2026-09-09", False), ("2026-09-10", True)])
def test_adulthood_may_begin_half_a_year_before_sixteen(day: str, begins: bool) -> None:
    found = facts_of(
        CHILD,
        REVIEW,
        date.fromisoformat(day),
        open_decisions=False,
        unmet_decisions=False,
        letter_issued=False,
        adulthood_early=True,
    )

    assert ("adulthood_early" in found.flags) is begins


def test_a_review_that_serves_two_cycles_has_the_number_of_the_adoption_cycle() -> None:
    numbers = {Cycle.LOOKED_AFTER: 4, Cycle.ADOPTION_AUTHORISED: 1}

    found = facts(review=replace(REVIEW, numbers=numbers, occasion=Occasion.EARLY))

    assert found.number == 1
    assert found.cycles == {"looked_after", "adoption_authorised"}
    assert found.occasion == "early"


def test_an_open_review_also_serves_the_cycle_that_runs_now() -> None:
    child = replace(CHILD, cycle=Cycle.ADOPTION_PLACED)
    closed = replace(REVIEW, state=ReviewState.CLOSED)

    assert facts(child).cycles == {"looked_after", "adoption_placed"}
    assert facts(child, closed).cycles == {"looked_after"}
    assert facts(child, replace(closed, numbers={})).cycles == {"adoption_placed"}
