"""Dates and meetings of all children: by their day, narrowed, counted, and read by an index."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.due.items import DueItem
from iro_tui.domain.review import Meeting, Review, ReviewState
from iro_tui.domain.rules import Mark
from iro_tui.store.store import Store
from tests.store.test_caseload_query import plan_of

TODAY = date(2026, 11, 24)
YESTERDAY = TODAY - timedelta(days=1)


def an_item(child: Child, what: str, due_on: date, **more: object) -> DueItem:
    item = DueItem(child.id, what, what.capitalize(), due_on, Mark.GUIDANCE)
    return replace(item, **more)  # type: ignore[arg-type]


@pytest.fixture
def amara(store: Store, add_child: Callable[..., Child]) -> Child:
    """A child with a late record, an answer whose day has passed, and a review due today."""
    child = add_child("A-1", known_as="Amara")
    with store.work() as work:
        work.due_items.replace_of_child(
            child.id,
            [
                an_item(child, "record", YESTERDAY),
                an_item(child, "manager_answer", YESTERDAY, lapses=True),
                an_item(child, "review", TODAY),
            ],
        )
        work.commit()
    return child


def whats(store: Store, last_day: date, **more: object) -> list[str]:
    with store.work() as work:
        rows = work.due_items.until(last_day, **more)  # type: ignore[arg-type]
    return [row.item.what for row in rows]


def test_what_asks_for_nothing_any_more_is_left_out_and_not_counted(
    store: Store, amara: Child
) -> None:
    assert whats(store, TODAY, open_on=TODAY) == ["record", "review"]
    assert whats(store, TODAY) == ["manager_answer", "record", "review"]
    assert whats(store, TODAY, first_day=TODAY) == ["review"]
    assert whats(store, TODAY, limit=1) == ["manager_answer"]
    with store.work() as work:
        assert work.due_items.count(TODAY, open_on=TODAY) == 2
        assert work.due_items.count(YESTERDAY, open_on=TODAY) == 1


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("rec", ["record"]),
        ("AMARA", ["record", "review"]),
        ("a-1", ["record", "review"]),
        ("x", []),
    ],
)
def test_dates_are_found_by_a_part_of_what_is_due_or_of_the_childs_names(
    store: Store, amara: Child, typed: str, found: list[str]
) -> None:
    assert whats(store, TODAY, open_on=TODAY, matching=typed) == found
    with store.work() as work:
        assert work.due_items.count(TODAY, open_on=TODAY, matching=typed) == len(found)


def test_dates_are_counted_by_day_and_kind(store: Store, amara: Child) -> None:
    with store.work() as work:
        assert work.due_items.by_day(YESTERDAY, TODAY, open_on=TODAY) == {
            YESTERDAY: Counter(record=1),
            TODAY: Counter(review=1),
        }


@pytest.fixture
def add_meeting(store: Store) -> Callable[..., UUID]:
    def add(child: Child, state: ReviewState = ReviewState.PLANNED, **days: date) -> UUID:
        review = Review(
            uuid4(), child.id, {Cycle.LOOKED_AFTER: 4}, state=state, planned_time="14:00"
        )
        with store.work() as work:
            work.reviews.save(review)
            work.meetings.save(Meeting(uuid4(), review.id, 1, venue="School", **days))  # type: ignore[arg-type]
            work.commit()
        return review.id

    return add


def test_a_meeting_counts_on_the_day_it_was_held_else_on_the_day_it_is_planned_for(
    store: Store, amara: Child, add_meeting: Callable[..., UUID]
) -> None:
    add_meeting(amara, planned_for=TODAY)
    add_meeting(amara, ReviewState.CLOSED, planned_for=TODAY, held_on=YESTERDAY)
    add_meeting(amara, ReviewState.CANCELLED, planned_for=TODAY)
    add_meeting(amara)
    with store.work() as work:
        assert work.meetings.by_day(YESTERDAY, TODAY) == {YESTERDAY: 1, TODAY: 1}
        [planned] = work.meetings.on(TODAY, limit=9)
        [held] = work.meetings.on(YESTERDAY, limit=9)
    assert (planned.name, planned.number, planned.time, planned.venue) == (
        "Amara",
        4,
        "14:00",
        "School",
    )
    assert (planned.is_held, held.is_held) == (False, True)


def test_lists_over_all_children_are_read_by_the_day(store: Store, amara: Child) -> None:
    told = plan_of(store, lambda work: work.due_items.until(TODAY, open_on=TODAY, limit=50))
    assert "ix_due_item_due_on_child_id" in told
    told = plan_of(store, lambda work: work.due_items.by_day(YESTERDAY, TODAY, open_on=TODAY))
    assert "ix_due_item_due_on_child_id" in told
    told = plan_of(store, lambda work: work.meetings.by_day(YESTERDAY, TODAY))
    assert "ix_meeting_held_on_planned_for (held_on>? AND held_on<?)" in told
    assert "ix_meeting_held_on_planned_for (held_on=? AND planned_for>? AND planned_for<?)" in told
