"""What moves the date of a child's next review, beside the worked sequences."""

from dataclasses import replace
from datetime import date

import pytest

from iro_tui.domain.child import Cycle
from iro_tui.domain.choices import Choices, ReviewDateBasis
from iro_tui.domain.review import Occasion, Review, ReviewState
from iro_tui.domain.timescales import Timescales, next_review
from tests.domain.reviewing import (
    AUTHORISED,
    LOOKED_AFTER,
    PLACED,
    child,
    coming,
    day,
    held,
    planned,
)


def test_nothing_is_due_once_care_has_ended(timescales: Timescales) -> None:
    one = child(became_looked_after_on="2026-01-05", care_ended_on="2026-11-02")

    assert next_review(one, (held("2026-10-01", 2),), timescales) is None


def test_nothing_is_due_where_no_day_to_count_from_is_known(timescales: Timescales) -> None:
    assert next_review(child(), (), timescales) is None
    assert next_review(child(cycle=Cycle.OTHER), (), timescales) is None
    assert next_review(child(cycle=AUTHORISED), (), timescales) is None


def test_the_second_review_follows_after_three_months_and_later_ones_after_six(
    timescales: Timescales,
) -> None:
    one = child(became_looked_after_on="2026-01-05")

    first = coming(timescales, one)
    second = coming(timescales, one, held("2026-01-30", 1))
    third = coming(timescales, one, held("2026-01-30", 1), held("2026-04-10", 2))

    assert [found.kind for found in (first, second, third)] == ["first", "second", "subsequent"]
    assert [found.due_on for found in (first, second, third)] == [
        day("2026-02-02"),
        day("2026-04-30"),
        day("2026-10-10"),
    ]


def test_a_date_names_its_rule_its_source_and_how_binding_it_is(timescales: Timescales) -> None:
    due = coming(timescales, child(became_looked_after_on="2026-11-27")).leads.due

    assert due.rule.words == "20 working days after the day the child became looked after"
    assert "regulation 33(1)" in due.source
    assert due.mark == "law"
    assert due.left_out == (day("2026-12-25"), day("2026-12-28"))


def test_the_last_review_before_this_store_is_counted_from(timescales: Timescales) -> None:
    one = child(
        became_looked_after_on="2024-01-05",
        last_review_held_on="2026-06-10",
        last_review_number=5,
    )

    found = coming(timescales, one)
    assert (found.number, found.due_on) == (6, day("2026-12-10"))
    later = coming(timescales, one, held("2026-12-01", 6))
    assert (later.number, later.due_on) == (7, day("2027-06-01"))


def test_a_last_review_of_an_earlier_care_period_is_not_counted_from(
    timescales: Timescales,
) -> None:
    one = child(
        became_looked_after_on="2026-11-02",
        last_review_held_on="2025-06-10",
        last_review_number=5,
    )

    assert coming(timescales, one).number == 1


def test_a_last_review_without_its_number_is_still_counted_from(timescales: Timescales) -> None:
    one = child(last_review_held_on="2026-06-10")

    assert coming(timescales, one).due_on == day("2026-09-10")


def test_a_planned_review_keeps_its_own_due_date(timescales: Timescales) -> None:
    one = child(became_looked_after_on="2026-01-05")
    review = planned(3, due_on=day("2026-10-02"), planned_for=day("2026-09-30"))

    found = coming(timescales, one, held("2026-01-30", 1), held("2026-04-10", 2), review)

    assert (found.number, found.due_on, found.review_id) == (3, day("2026-10-02"), review.id)
    assert found.rule.id == "typed"


def test_a_planned_review_with_the_lawful_date_says_by_which_rule(timescales: Timescales) -> None:
    one = child(became_looked_after_on="2026-01-05")

    found = coming(timescales, one, planned(1, due_on=day("2026-02-02")))

    assert found.rule.id == "first_review"


@pytest.mark.parametrize("state", [ReviewState.IN_MEETING, ReviewState.ADJOURNED])
def test_an_open_meeting_is_still_the_next_review(
    state: ReviewState, timescales: Timescales
) -> None:
    one = child(became_looked_after_on="2026-01-05")
    review = held("2026-01-30", 1, state=state, completed_on=None, due_on=day("2026-02-02"))

    found = coming(timescales, one, review)

    assert (found.number, found.due_on, found.review_id) == (1, day("2026-02-02"), review.id)


def test_an_open_series_counts_from_its_first_meeting(timescales: Timescales) -> None:
    one = child(became_looked_after_on="2026-01-05")
    series = held("2026-01-30", 1, state=ReviewState.SERIES_OPEN, completed_on=None)

    assert coming(timescales, one, series).due_on == day("2026-04-30")


def test_a_service_may_count_from_the_completion(timescales: Timescales) -> None:
    by_completion = replace(
        timescales, choices=Choices(review_date_basis=ReviewDateBasis.COMPLETION)
    )
    one = child(became_looked_after_on="2026-01-05")
    series = held("2026-01-30", 1, completed_on=day("2026-02-13"))

    assert coming(by_completion, one, series).due_on == day("2026-05-13")


def test_a_service_may_keep_the_old_date_after_an_early_review(timescales: Timescales) -> None:
    keeping = replace(timescales, choices=Choices(early_review_resets=False))
    one = child(became_looked_after_on="2026-11-02")
    reviews = (held("2026-11-30", 1), held("2027-01-11", 2, occasion=Occasion.EARLY))

    found = coming(keeping, one, *reviews)

    assert (found.number, found.due_on) == (3, day("2027-02-28"))


def test_a_plan_made_for_an_earlier_care_period_no_longer_counts(timescales: Timescales) -> None:
    one = child(became_looked_after_on="2027-04-12", care_ended_on="2027-03-01")
    stale = planned(6, due_on=day("2027-04-01"))

    found = coming(timescales, one, held("2026-10-01", 5), stale)

    assert (found.number, found.due_on, found.review_id) == (1, day("2027-05-11"), None)


def test_a_plan_of_a_cycle_that_no_longer_runs_does_not_count(timescales: Timescales) -> None:
    one = child(
        cycle=PLACED, became_looked_after_on="2025-01-06", placed_for_adoption_on="2027-04-20"
    )
    stale = planned(6, due_on=day("2027-05-01"))

    found = coming(timescales, one, held("2026-11-01", 5), stale)

    assert (found.cycle, found.due_on, found.review_id) == (PLACED, day("2027-05-18"), None)


def test_authority_to_place_can_bring_a_planned_review_forward(timescales: Timescales) -> None:
    one = child(cycle=AUTHORISED, authorised_for_adoption_on="2027-01-12")
    review = planned(4, due_on=day("2027-05-03"))

    found = coming(timescales, one, held("2026-11-03", 3), review)

    assert (found.kind, found.due_on) == ("adoption_authorised", day("2027-04-12"))
    assert found.review_id == review.id


def test_a_review_after_authority_serves_both_cycles_even_if_planned_before(
    timescales: Timescales,
) -> None:
    one = child(cycle=AUTHORISED, authorised_for_adoption_on="2027-01-12")

    found = coming(timescales, one, held("2026-11-03", 3), held("2027-04-08", 4))

    assert found.numbers == {AUTHORISED: 2, LOOKED_AFTER: 5}
    assert found.due_on == day("2027-10-08")


def test_an_adoption_placement_is_reviewed_after_four_weeks_three_and_six_months(
    timescales: Timescales,
) -> None:
    one = child(cycle=PLACED, placed_for_adoption_on="2026-11-27")
    reviews: list[Review] = []
    due = []
    for number, on in enumerate(("2026-12-24", "2027-03-24", "2027-09-24"), start=1):
        due.append(coming(timescales, one, *reviews).due_on)
        reviews.append(held(on, number, PLACED))

    assert due == [day("2026-12-25"), day("2027-03-24"), day("2027-09-24")]


def test_after_a_disruption_both_cycles_count_from_the_last_review_of_any_kind(
    timescales: Timescales,
) -> None:
    one = child(
        cycle=AUTHORISED,
        became_looked_after_on="2025-01-06",
        authorised_for_adoption_on="2026-02-02",
        placed_for_adoption_on="2026-06-01",
    )
    ordinary = held("2026-04-20", 4, numbers={AUTHORISED: 1, LOOKED_AFTER: 4})
    in_placement = held("2026-06-26", 1, PLACED)

    found = coming(timescales, one, ordinary, in_placement)

    assert found.numbers == {AUTHORISED: 2, LOOKED_AFTER: 5}
    assert found.due_on == day("2026-12-26")


def test_short_breaks_are_reviewed_after_three_and_then_six_months(
    timescales: Timescales,
) -> None:
    one = child(cycle=Cycle.SHORT_BREAKS, short_breaks_from="2026-11-14")

    first = coming(timescales, one)
    later = coming(timescales, one, held("2027-02-10", 1, Cycle.SHORT_BREAKS))

    assert (first.kind, first.due_on) == ("short_breaks", day("2027-02-14"))
    assert (later.number, later.due_on) == (2, day("2027-08-10"))


def test_short_breaks_that_ended_are_not_reviewed(timescales: Timescales) -> None:
    one = child(
        cycle=Cycle.SHORT_BREAKS, short_breaks_from="2025-11-14", care_ended_on="2026-09-01"
    )

    assert next_review(one, (), timescales) is None


def test_remand_and_ordinary_reviews_share_one_numbering(timescales: Timescales) -> None:
    one = child(became_looked_after_on="2026-01-05")

    found = coming(timescales, one, held("2026-01-30", 1, Cycle.REMAND))

    assert (found.kind, found.number, found.due_on) == ("second", 2, day("2026-04-30"))


def test_no_further_review_is_needed_before_a_remand_ends_if_one_was_held_in_it(
    timescales: Timescales,
) -> None:
    one = child(cycle=Cycle.REMAND, became_looked_after_on="2026-11-02", care_ends_on="2026-11-20")

    found = coming(timescales, one, held("2026-11-10", 1, Cycle.REMAND))

    assert found.due_on == day("2027-02-10")


def test_pathway_reviews_go_on_after_care_has_ended(timescales: Timescales) -> None:
    one = child(
        cycle=Cycle.PATHWAY, became_looked_after_on="2020-01-06", care_ended_on="2026-05-01"
    )
    reviews = (held("2026-04-01", 9), held("2026-07-01", 1, Cycle.PATHWAY))

    found = coming(timescales, one, *reviews)

    assert (found.kind, found.number, found.due_on) == ("pathway", 2, day("2027-01-01"))


def test_a_review_of_another_kind_is_due_when_it_was_planned_to_be(
    timescales: Timescales,
) -> None:
    one = child(cycle=Cycle.OTHER)
    review = planned(1, Cycle.OTHER, due_on=day("2026-12-01"))

    found = coming(timescales, one, review)

    assert (found.kind, found.due_on) == ("other", day("2026-12-01"))


def test_there_is_no_midway_check_in_a_three_month_interval_nor_where_it_is_off(
    timescales: Timescales,
) -> None:
    one = child(became_looked_after_on="2026-01-05")
    second = coming(timescales, one, held("2026-01-30", 1))
    third = coming(timescales, one, held("2026-01-30", 1), held("2026-04-10", 2))
    without = replace(timescales, choices=Choices(midway_check=False))

    assert timescales.midway(second) is None
    assert timescales.midway(third) is not None
    assert without.midway(third) is None


def test_a_placement_is_not_settled_before_twelve_months(timescales: Timescales) -> None:
    one = child(became_looked_after_on="2024-05-01", long_term=True, placement_since="2026-02-01")

    found = coming(timescales, one, held("2026-05-12", 6))

    assert found.needs_meeting
    assert found.meeting_by is None


def test_a_date_beyond_the_listed_holidays_says_that_they_are_not_known(
    timescales: Timescales,
) -> None:
    assert timescales.due("first_review", date(2060, 11, 1)).holidays_known
    assert not timescales.due("first_review", date(2060, 12, 20)).holidays_known


@pytest.mark.parametrize(
    ("rule_id", "due_on"),
    [
        ("social_worker_talk", "2027-03-18"),
        ("invitations", "2027-03-25"),
        ("carer_report", "2027-03-25"),
        ("social_worker_report", "2027-04-07"),
    ],
)
def test_what_is_to_be_ready_before_a_meeting_is_counted_back(
    timescales: Timescales, rule_id: str, due_on: str
) -> None:
    assert timescales.due(rule_id, date(2027, 4, 12)).on == day(due_on)


def test_a_date_that_is_the_event_itself_reads_so(timescales: Timescales) -> None:
    due = timescales.due("before_care_ends", day("2026-11-20"))

    assert due.rule.words == "on the day the remand or other stay is known to end"


def test_dates_up_to_ten_working_days_on_are_soon(timescales: Timescales) -> None:
    assert timescales.soon_until(day("2026-12-18")) == day("2027-01-06")


def test_an_adoption_cycle_without_its_start_counts_from_its_own_reviews(
    timescales: Timescales,
) -> None:
    reviews = (held("2026-11-03", 3), held("2027-01-12", 1, AUTHORISED))

    found = coming(timescales, child(cycle=AUTHORISED), *reviews)

    assert found.numbers == {AUTHORISED: 2, LOOKED_AFTER: 5}


def test_a_child_known_only_since_the_adoption_placement_is_not_new_to_care(
    timescales: Timescales,
) -> None:
    one = child(became_looked_after_on="2025-01-06")

    found = coming(timescales, one, held("2026-06-26", 1, PLACED))

    assert (found.number, found.due_on) == (2, day("2026-09-26"))


@pytest.mark.parametrize(
    ("born", "found_due"),
    [("2009-05-11", None), ("2009-05-12", None), ("2009-05-13", day("2027-05-12"))],
)
def test_no_review_falls_due_on_the_eighteenth_birthday_or_later(
    born: str, found_due: date | None, timescales: Timescales
) -> None:
    one = replace(child(became_looked_after_on="2025-01-06"), date_of_birth=day(born))

    found = next_review(one, (held("2026-11-12", 4),), timescales)

    assert (found.due_on if found else None) == found_due


def test_a_pathway_plan_is_reviewed_on_after_eighteen(timescales: Timescales) -> None:
    one = replace(child(cycle=Cycle.PATHWAY), date_of_birth=day("2008-12-01"))

    found = coming(timescales, one, held("2026-11-12", 1, Cycle.PATHWAY))

    assert found.due_on == day("2027-05-12")


def test_of_two_dates_the_one_before_eighteen_is_left(timescales: Timescales) -> None:
    one = replace(
        child(cycle=AUTHORISED, authorised_for_adoption_on="2027-01-12"),
        date_of_birth=day("2009-05-01"),
    )

    found = coming(timescales, one, held("2026-11-03", 3))

    assert (found.cycle, found.due_on, found.others) == (AUTHORISED, day("2027-04-12"), ())


def test_a_first_review_falls_before_police_protection_is_known_to_end(
    timescales: Timescales,
) -> None:
    one = child(became_looked_after_on="2026-11-02", care_ends_on="2026-11-05")

    assert coming(timescales, one).due_on == day("2026-11-05")
