"""The dates that follow from events, one by one and together, and the events that cannot be."""

from datetime import date
from itertools import permutations

import pytest

from iro_tui.domain.due.by_age import pathway_assessment_due
from iro_tui.domain.events import EVENT_RULE_IDS, EVENTS, Following, dates_following
from iro_tui.domain.timescales import Timescales
from iro_tui.errors import BadInput

# Event, day, and the date and day to book by of each date that follows.
FOLLOWING = """
looked_after_from 2026-11-27 first_review_due 2026-12-29 2026-12-29
first_review_held 2026-09-25 second_review_due 2026-12-25 2026-12-24
review_held 2026-11-30 next_review_due 2027-05-30 2027-05-28
short_breaks_from 2026-11-14 first_review_due 2027-02-14 2027-02-12
authorised_for_adoption 2026-11-30 adoption_review_due 2027-02-28 2027-02-26
placed_for_adoption 2026-11-27 adoption_review_due 2026-12-25 2026-12-24
adjourned 2026-12-08 reconvene_by 2027-01-08 2027-01-08
review_completed 2026-12-17 decisions_due 2026-12-24 2026-12-24
review_completed 2026-12-17 care_plan_due 2027-01-05 2027-01-05
review_completed 2026-12-17 record_due 2027-01-12 2027-01-12
review_completed 2026-12-17 letter_due 2027-01-12 2027-01-12
review_completed 2026-12-17 distribution_due 2027-01-19 2027-01-19
decisions_received 2026-12-23 manager_response_due 2027-01-04 2027-01-04
escalated 2026-12-18 resolution_due 2027-01-20 2027-01-20
review_planned 2027-01-05 social_worker_talk_by 2026-12-10 2026-12-10
review_planned 2027-04-12 invitations_by 2027-03-25 2027-03-25
review_planned 2027-04-12 social_worker_report_by 2027-04-07 2027-04-07
born 2010-11-30 fourth_birthday 2014-11-30 2014-11-28
born 2010-11-30 pathway_assessment_due 2027-02-28 2027-02-26
born 2010-11-30 eighteenth_birthday 2028-11-30 2028-11-30
"""
ROWS = [line.split() for line in FOLLOWING.strip().splitlines()]


def follows(timescales: Timescales, **given: str) -> dict[str, Following]:
    days = {name: date.fromisoformat(written) for name, written in given.items()}
    return {one.name: one for one in dates_following(days, timescales)}


@pytest.mark.parametrize("row", ROWS, ids="-".join)
def test_a_date_follows_from_its_event(row: list[str], timescales: Timescales) -> None:
    event, written, name, on, book_by = row

    due = follows(timescales, **{event: written})[name].due

    assert (due.on.isoformat(), due.book_by.isoformat()) == (on, book_by)


def test_every_date_of_every_event_is_worked_above() -> None:
    told = {(event.id, one.name) for event in EVENTS for one in event.dates}

    assert {(row[0], row[2]) for row in ROWS} == told


def test_every_date_has_a_rule(timescales: Timescales) -> None:
    assert timescales.rules.keys() >= EVENT_RULE_IDS


def test_a_pathway_assessment_is_due_as_its_tracker_says(timescales: Timescales) -> None:
    due = follows(timescales, born="2012-02-29")["pathway_assessment_due"]

    assert due.due == pathway_assessment_due(date(2012, 2, 29), timescales)
    assert due.start_named


def test_a_birthday_of_29_february_falls_on_1_march_in_common_years(
    timescales: Timescales,
) -> None:
    found = follows(timescales, born="2012-02-29")

    assert found["fourth_birthday"].due.on == date(2016, 2, 29)
    assert found["eighteenth_birthday"].due.on == date(2030, 3, 1)


def test_events_of_one_story_are_told_together(timescales: Timescales) -> None:
    found = follows(
        timescales,
        born="2015-05-01",
        looked_after_from="2026-09-01",
        first_review_held="2026-09-25",
        review_held="2026-12-10",
        review_completed="2026-12-17",
        decisions_received="2026-12-17",
        escalated="2026-12-18",
        review_planned="2027-05-10",
        adjourned="2026-12-08",
        authorised_for_adoption="2026-12-01",
    )

    assert len(found) == 18


SAME_DAY = "2026-12-10"
CLASHES = [
    ("looked_after_from", "short_breaks_from"),
    ("authorised_for_adoption", "placed_for_adoption"),
]
IDS = [event.id for event in EVENTS]
PAIRS = [pair for pair in permutations(IDS, 2) if pair not in CLASHES and pair[::-1] not in CLASHES]


@pytest.mark.parametrize("pair", CLASHES)
def test_two_events_that_give_one_date_are_asked_for_apart(
    pair: tuple[str, str], timescales: Timescales
) -> None:
    with pytest.raises(BadInput, match="each give another"):
        follows(timescales, **dict.fromkeys(pair, SAME_DAY))


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_any_other_two_events_may_fall_on_one_day(
    pair: tuple[str, str], timescales: Timescales
) -> None:
    assert follows(timescales, **dict.fromkeys(pair, SAME_DAY))


# An event, and the events before which it cannot come.
NEVER_BEFORE = {
    "looked_after_from": "born",
    "short_breaks_from": "born",
    "first_review_held": "born looked_after_from short_breaks_from",
    "review_held": "born looked_after_from short_breaks_from first_review_held",
    "authorised_for_adoption": "born looked_after_from",
    "placed_for_adoption": "born looked_after_from",
    "review_planned": "born looked_after_from short_breaks_from",
    "adjourned": "born looked_after_from short_breaks_from",
    "review_completed": (
        "born looked_after_from short_breaks_from first_review_held review_held adjourned"
    ),
    "decisions_received": (
        "born looked_after_from short_breaks_from first_review_held review_held adjourned"
        " review_completed"
    ),
    "escalated": "born looked_after_from short_breaks_from",
}


@pytest.mark.parametrize(("event", "other"), PAIRS)
def test_only_an_order_that_cannot_be_is_refused(
    event: str, other: str, timescales: Timescales
) -> None:
    given = {event: "2026-12-09", other: "2026-12-10"}

    if other in NEVER_BEFORE.get(event, "").split():
        with pytest.raises(BadInput, match=r"2026-12-09, before .* on 2026-12-10") as refused:
            follows(timescales, **given)
        assert refused.value.exit_code == 2
        assert f"--{event.replace('_', '-')}" in refused.value.hint
    else:
        assert follows(timescales, **given)


def test_without_an_event_there_is_nothing_to_count_from(timescales: Timescales) -> None:
    with pytest.raises(BadInput, match="No event"):
        follows(timescales)
