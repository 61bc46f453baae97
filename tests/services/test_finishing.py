"""Closing a review over a real store: the next one is planned as it was agreed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.clock import Clock
from iro_tui.domain.planning import ReviewPlan
from iro_tui.domain.review import Review, ReviewFormat, ReviewState
from iro_tui.services import finishing, preparing
from iro_tui.services.finishing import ClosingReasons
from iro_tui.store.store import Store
from tests.documents.full_review import CHAIR, LAST, MEETINGS, REVIEW, REVIEW_ID, WREN, knowledge
from tests.stores import new_store

HELD_ON = date(2026, 11, 12)
LAST_LAWFUL_DAY = date(2027, 5, 12)
CLOCK = Clock(HELD_ON, lambda: datetime(2026, 11, 12, 16, 10, tzinfo=UTC))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store in which Wren's review is open, with nothing agreed for the next one."""
    made = new_store(tmp_path / "store", CLOCK)
    with made.work() as work:
        work.chair.save(CHAIR)
        work.children.save(WREN)
        work.reviews.save(LAST)
        work.reviews.save(
            replace(REVIEW, state=ReviewState.IN_MEETING, held_on=HELD_ON, completed_on=None)
        )
        for meeting in MEETINGS:
            work.meetings.save(meeting)
        work.commit()
    yield made
    made.close()


def agreed(store: Store, **parts: object) -> None:
    with store.work() as work:
        answer = Answer("closing.next", AnswerState.ANSWERED, parts=parts)  # type: ignore[arg-type]
        work.answers.save(REVIEW_ID, answer, uuid4())
        work.commit()


def planned_after_closing(store: Store) -> list[Review]:
    finishing.finish(store, knowledge(), REVIEW_ID, ClosingReasons())
    with store.work() as work:
        reviews = work.reviews.of_child(WREN.id)
    return [one for one in reviews if one.state is ReviewState.PLANNED]


def test_the_day_agreed_at_the_end_becomes_the_next_planned_review(store: Store) -> None:
    agreed(store, on=date(2027, 5, 4), place="At Jo and Sam's", format="meeting")
    [planned] = planned_after_closing(store)
    assert planned.planned_for == date(2027, 5, 4)
    assert planned.venue == "At Jo and Sam's"
    assert planned.format is ReviewFormat.MEETING
    assert planned.number == REVIEW.number + 1
    assert planned.due_on == LAST_LAWFUL_DAY
    with store.work() as work:
        [meeting] = work.meetings.of_review(planned.id)
    assert (meeting.planned_for, meeting.venue) == (date(2027, 5, 4), "At Jo and Sam's")


def test_a_day_after_the_last_lawful_one_does_not_move_that_day(store: Store) -> None:
    agreed(store, on=date(2027, 7, 1))
    [planned] = planned_after_closing(store)
    assert (planned.planned_for, planned.due_on) == (date(2027, 7, 1), LAST_LAWFUL_DAY)


@pytest.mark.parametrize(
    "parts",
    [{}, {"place": "School"}, {"on": date(2027, 5, 4), "format": "none"}, {"on": HELD_ON}],
)
def test_without_a_day_to_come_nothing_is_planned(store: Store, parts: dict[str, object]) -> None:
    if parts:
        agreed(store, **parts)
    assert planned_after_closing(store) == []


def test_a_review_that_is_planned_already_stays_as_it_was_planned(store: Store) -> None:
    agreed(store, on=date(2027, 5, 4))
    other = replace(
        REVIEW,
        id=uuid4(),
        numbers={REVIEW.cycle: REVIEW.number + 1},
        state=ReviewState.PLANNED,
        held_on=None,
        completed_on=None,
        planned_for=date(2027, 4, 20),
    )
    with store.work() as work:
        work.reviews.save(other)
        work.commit()
    assert finishing.look(store, knowledge(), REVIEW_ID).agreed_on is None
    [planned] = planned_after_closing(store)
    assert (planned.id, planned.planned_for) == (other.id, date(2027, 4, 20))


def test_before_closing_the_day_that_will_be_planned_is_shown(store: Store) -> None:
    agreed(store, on=date(2027, 5, 4))
    assert finishing.look(store, knowledge(), REVIEW_ID).agreed_on == date(2027, 5, 4)


def test_the_planned_review_can_be_moved_like_any_other(store: Store) -> None:
    agreed(store, on=date(2027, 5, 4), place="School")
    [planned] = planned_after_closing(store)
    moved = preparing.change_plan(
        store, knowledge().timescales, planned.id, ReviewPlan(date(2027, 5, 6))
    )
    assert moved.planned_for == date(2027, 5, 6)
