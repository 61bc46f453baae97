"""The week on the road: in order, with place, way, what is to prepare, and whom to ring."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from iro_tui.domain.child import Child, Person, Role
from iro_tui.domain.following import StepDone, Tracked
from iro_tui.domain.planning import ReviewPlan
from iro_tui.domain.review import ViewReceived
from iro_tui.domain.week import Week, WeekEntry
from iro_tui.services import cancelling, children, preparing
from iro_tui.services.next_dates import refresh_dates
from iro_tui.services.week import week
from tests.services.office import Office, knowledge, office_with

TIMESCALES = knowledge().timescales


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with office_with(tmp_path) as office:
        yield office


def of(office: Office, day: str) -> Week:
    return week(office.store, TIMESCALES, date.fromisoformat(day))


def only(office: Office, day: str) -> WeekEntry:
    (entry,) = of(office, day).entries
    return entry


def another(office: Office, reference: str, day: str, **plan: Any) -> Child:
    """Add a child whose review is planned for a day."""
    child = Child(uuid4(), reference, date(2015, 5, 5), known_as=reference)
    office.call(children.keep_child, replace(child, became_looked_after_on=date(2026, 11, 2)))
    planned = ReviewPlan(date.fromisoformat(day), **plan)
    preparing.plan_review(office.store, TIMESCALES, child.id, planned)
    return child


def test_a_meeting_comes_with_all_that_is_needed_away_from_the_desk(office: Office) -> None:
    office.plan(
        "2026-11-30",
        time="14:30",
        venue="At home",
        how="in_person",
        travel_note="Park at the church",
    )
    entry = only(office, "2026-12-03")
    assert (entry.day, entry.time, entry.what) == (date(2026, 11, 30), "14:30", "Review 1")
    assert (entry.name, entry.reference) == ("Amara", "T-1")
    assert (entry.place, entry.how, entry.travel_note) == (
        "At home",
        "in person",
        "Park at the church",
    )
    assert [one.name for one in entry.people] == ["Priya Shah", "Jo Farrow"]


def test_a_week_is_monday_to_sunday_around_a_day(office: Office) -> None:
    for day in ("2026-11-30", "2026-12-03", "2026-12-06"):
        found = of(office, day)
        assert (found.first, found.last) == (date(2026, 11, 30), date(2026, 12, 6))
    assert found.title == "Monday 30 November to Sunday 6 December 2026"
    assert of(office, "2026-11-24").title == "Monday 23 to Sunday 29 November 2026"
    assert of(office, "2026-12-29").title == "Monday 28 December 2026 to Sunday 3 January 2027"


def test_entries_stand_by_day_then_time_then_place(office: Office) -> None:
    office.plan("2026-12-01", time="14:30", venue="Zebra House")
    another(office, "B", "2026-12-01", time="09:00", venue="Mill School")
    another(office, "C", "2026-12-01", time="14:30", venue="Abbey School")
    another(office, "D", "2026-12-01", venue="Abbey School")
    another(office, "E", "2026-11-30", time="16:00")
    found = of(office, "2026-12-01")
    assert [entry.name for entry in found.entries] == ["E", "B", "C", "Amara", "D"]
    assert [group.heading for group in found.by_day()] == [
        "Monday 30 November 2026",
        "Tuesday 1 December 2026",
    ]


def test_by_place_one_journey_does_for_several(office: Office) -> None:
    office.plan("2026-12-03", time="14:30", venue="abbey  school")
    another(office, "B", "2026-12-01", time="09:00", venue="Mill School")
    another(office, "C", "2026-12-01", time="14:30", venue="Abbey School")
    another(office, "E", "2026-11-30", time="16:00")
    found = [
        (group.heading, [entry.name for entry in group.entries])
        for group in of(office, "2026-12-01").by_place()
    ]
    assert found == [
        ("Abbey School", ["C", "Amara"]),
        ("Mill School", ["B"]),
        ("Place not known yet", ["E"]),
    ]


def test_what_is_not_ticked_is_still_to_prepare_and_says_local_where_it_is(
    office: Office,
) -> None:
    review = office.plan("2026-12-04", time="14:30")
    with office.store.work() as work:
        work.following.save_step(StepDone(uuid4(), review.id, "invitations", date(2026, 11, 20)))
        work.views.save(ViewReceived(uuid4(), review.id, "Mr Moss", asked_on=date(2026, 11, 20)))
        work.views.save(
            ViewReceived(
                uuid4(), review.id, "Mum", answered_on=date(2026, 11, 23), view="Very well."
            )
        )
        work.commit()
    ready = [one.words(date(2026, 11, 24)) for one in only(office, "2026-12-04").to_prepare]
    assert ready == [
        "Talk with the social worker, by Fri 13 Nov (guidance), late",
        "Carer's report in, by Fri 20 Nov (local), late",
        "Social worker's report in, by Tue 1 Dec (guidance)",
        "Views not in: Mr Moss",
    ]


def test_the_chairs_own_dates_of_the_week_stand_among_the_meetings(office: Office) -> None:
    for day in ("2026-11-30", "2027-02-12"):
        office.hold(day)
    entry = only(office, "2027-05-12")
    assert (entry.what, entry.day) == ("Midway check", date(2027, 5, 12))
    assert entry.note == "3 months after the day the review was held (local)"
    assert entry.place_words == "Wherever you are"


def test_a_visit_to_the_child_that_was_planned_is_there(office: Office) -> None:
    with office.store.work() as work:
        visit = Tracked(uuid4(), office.child.id, "iro_contact", due_on=date(2026, 12, 8))
        work.following.save_tracked(visit)
        refresh_dates(work, TIMESCALES, office.child.id)
        work.commit()
    assert only(office, "2026-12-08").what == "See or ring the child"


def test_what_is_cancelled_is_not_there(office: Office) -> None:
    review = office.plan("2026-11-30", time="14:30")
    cancelling.cancel_review(office.store, review.id, "The school is closed")
    assert of(office, "2026-11-30").entries == ()
    cancelling.bring_back_review(office.store, review.id)
    assert only(office, "2026-11-30").time == "14:30"


def test_a_meeting_that_was_held_or_is_going_on_says_so(office: Office) -> None:
    review = office.on("2026-11-30").begin()
    assert only(office, "2026-11-30").note == "going on"
    office.finish(review)
    assert only(office, "2026-11-30").note == "held"


def test_an_address_that_is_withheld_stands_nowhere(office: Office) -> None:
    carer = Person(
        uuid4(),
        office.child.id,
        "Bronwen Tal",
        Role.CARER,
        telephone="07700 900 533",
        address="12 Elm Road\nWestmere\nZZ99 3WZ",
        address_withheld=True,
    )
    children.keep_person(office.store, carer)
    office.plan("2026-11-30", venue="12 Elm Road", travel_note="Past the mill, then ZZ99 3WZ")
    told = repr(only(office, "2026-11-30"))
    assert "Elm Road" not in told
    assert "ZZ99" not in told
    assert "07700 900 533" in told
    assert told.count("withheld: it stands in the plan of the review") == 2


def test_who_has_left_is_not_rung(office: Office) -> None:
    left = Person(
        uuid4(), office.child.id, "Dee Marlow", Role.SOCIAL_WORKER, until=date(2026, 11, 1)
    )
    children.keep_person(office.store, left)
    friend = Person(uuid4(), office.child.id, "Ella", Role.FRIEND)
    children.keep_person(office.store, friend)
    office.plan("2026-11-30")
    assert [one.name for one in only(office, "2026-11-30").people] == ["Priya Shah", "Jo Farrow"]


def test_a_bank_holiday_and_today_are_said_in_the_days_heading(office: Office) -> None:
    office.plan("2026-12-28")
    another(office, "B", "2026-11-24")
    assert [group.heading for group in of(office, "2026-12-28").by_day()] == [
        "Monday 28 December 2026 · bank holiday"
    ]
    assert of(office, "2026-11-24").by_day()[0].heading == "Tuesday 24 November 2026 · today"


def test_the_count_is_in_words(office: Office) -> None:
    assert of(office, "2026-11-30").count_words == "0 meetings"
    office.plan("2026-11-30")
    assert of(office, "2026-11-30").count_words == "1 meeting"
