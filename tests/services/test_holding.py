"""The day a meeting was held, typed by the chair who writes it up later, over a real store."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from iro_tui.domain.held_day import remark_on_held_day
from iro_tui.domain.next_meeting import NextMeeting
from iro_tui.domain.review import Review
from iro_tui.errors import BadFields, RuleRefused
from iro_tui.services import holding, meeting_again
from tests.services.office import Office, office_with


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with office_with(tmp_path) as made:
        yield made


def held_on(office: Office, review: Review, *days: str) -> Review:
    meetings = office.meetings(review)
    typed = {one.id: day for one, day in zip(meetings, days, strict=True)}
    kept = office.keep(holding.set_held_days, review.id, typed)
    assert isinstance(kept, Review)
    return kept


def problem(office: Office, review: Review, *days: str) -> str:
    with pytest.raises(BadFields) as refused:
        held_on(office, review, *days)
    [found] = refused.value.problems.values()
    return found


def test_a_review_written_up_later_counts_from_the_day_it_was_held(office: Office) -> None:
    review = office.on("2026-12-02").begin()
    held_on(office, review, "30 nov")
    closed = office.finish(review)

    assert (closed.held_on, closed.completed_on) == (date(2026, 11, 30), date(2026, 11, 30))
    assert closed.in_time is True
    assert office.due_on == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("4 dec 2026", "still to come"),
        ("1 nov 2026", "before the day from which reviews of this kind are held"),
        ("1 apr 2019", "is before"),
        ("", "needed"),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_words(office: Office, day: str, words: str) -> None:
    review = office.on("2026-12-02").begin()

    assert words in problem(office, review, day)
    assert office.review(review.id).held_on == date(2026, 12, 2)


def test_a_review_cannot_come_before_the_one_before_it(office: Office) -> None:
    office.hold("2026-11-30")
    review = office.on("2027-02-20").begin()

    assert "before review 1" in problem(office, review, "29 nov 2026")


def test_the_meetings_of_a_series_stay_in_their_order(office: Office) -> None:
    review = office.on("2026-11-24").begin()
    office.keep(meeting_again.plan_next_meeting, review.id, NextMeeting(date(2026, 12, 1)))
    office.on("2026-12-01").begin()

    assert "before meeting 1" in problem(office, review, "25 nov", "24 nov")
    kept = held_on(office, review, "23 nov", "30 nov")
    assert kept.held_on == date(2026, 11, 23)


def test_a_review_that_is_closed_keeps_its_day(office: Office) -> None:
    closed = office.hold("2026-11-30")

    with pytest.raises(RuleRefused):
        held_on(office, closed, "27 nov")


def test_a_review_held_before_it_was_planned_is_remarked_on_and_no_mistake() -> None:
    planned_for, due_on = date(2026, 11, 27), date(2026, 11, 30)

    def remark(day: date) -> str:
        return remark_on_held_day(day, planned_for=planned_for, due_on=due_on)

    assert remark(date(2026, 11, 26)) == "! before the day it was planned for, Fri 27 Nov 2026"
    assert remark(date(2026, 12, 1)) == "! after the last lawful day, Mon 30 Nov 2026"
    assert remark(date(2026, 11, 27)) == ""
