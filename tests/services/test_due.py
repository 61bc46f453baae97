"""What now: the dates that are kept follow whatever is written, and none is ever stale."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from iro_tui.domain.caseload import DueState
from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.clock import Clock
from iro_tui.domain.decisions import Decision, DecisionOutcome, Outcome
from iro_tui.domain.due.derive import due_items
from iro_tui.domain.following import Change, StatusChange, StepDone, Tracked
from iro_tui.domain.planning import ReviewPlan
from iro_tui.domain.review import Review, ReviewState
from iro_tui.domain.timescales import next_review
from iro_tui.services import children, deciding, due, preparing
from iro_tui.services.next_dates import bring_up_to_date, is_counted, known_of
from iro_tui.store.store import Store
from tests.stores import loaded, new_store

TODAY = date(2026, 11, 25)
TIMESCALES = loaded().knowledge.timescales


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    clock = Clock(TODAY)
    made = new_store(tmp_path / "store", clock)
    yield made
    made.close()


@pytest.fixture
def child(store: Store) -> Child:
    child = Child(
        uuid4(),
        "R-1",
        date(2017, 6, 1),
        known_as="Amara",
        legal_status="C2",
        became_looked_after_on=date(2026, 11, 2),
        placement_since=date(2026, 11, 2),
        iro_since=date(2026, 11, 4),
    )
    children.keep_child(store, TIMESCALES, child)
    return child


@pytest.fixture
def held(store: Store, child: Child) -> Review:
    day = date(2026, 11, 20)
    review = Review(
        uuid4(),
        child.id,
        {Cycle.LOOKED_AFTER: 1},
        state=ReviewState.COMPLETED,
        held_on=day,
        completed_on=day,
    )
    with store.work() as work:
        work.reviews.save(review)
        work.commit()
    return review


def kept(store: Store, child_id: UUID) -> dict[str, date]:
    """Return the dates that the store keeps, once they were found to be those that follow."""
    with store.work() as work:
        items = work.due_items.of_child(child_id)
        known = known_of(work, child_id)
    coming = next_review(known.child, known.reviews, TIMESCALES)
    assert sorted(items, key=repr) == sorted(due_items(known, coming, TIMESCALES), key=repr)
    return {item.what: item.due_on for item in items}


def test_a_child_that_was_added_has_its_dates_at_once(store: Store, child: Child) -> None:
    assert kept(store, child.id)["review"] == date(2026, 11, 30)


def test_a_plan_brings_the_dates_before_the_meeting(store: Store, child: Child) -> None:
    preparing.plan_review(store, TIMESCALES, child.id, ReviewPlan(date(2026, 11, 27)))
    assert kept(store, child.id)["social_worker_report"] == date(2026, 11, 24)


def test_a_review_that_is_completed_brings_the_dates_after_it(store: Store, held: Review) -> None:
    found = kept(store, held.child_id)
    assert found["record"] == date(2026, 12, 11)
    assert found["review"] == date(2027, 2, 20)


def test_a_decision_is_listed_from_its_taking_until_a_review_finds_it_done(
    store: Store, held: Review
) -> None:
    decision = Decision(uuid4(), held.id, 1, "Swimming", owner="Jo", due_on=date(2026, 12, 4))
    deciding.keep_decision(store, decision)
    assert kept(store, held.child_id)["decision"] == date(2026, 12, 4)
    later = Review(uuid4(), held.child_id, {Cycle.LOOKED_AFTER: 2})
    with store.work() as work:
        work.reviews.save(later)
        work.commit()
    deciding.go_through(store, DecisionOutcome(uuid4(), decision.id, later.id, Outcome.DONE))
    assert "decision" not in kept(store, held.child_id)
    deciding.take_back(store, decision.id, later.id)
    assert "decision" in kept(store, held.child_id)
    deciding.remove_draft(store, decision.id)
    assert "decision" not in kept(store, held.child_id)


def test_a_step_a_tracker_and_a_change_move_the_dates_too(store: Store, held: Review) -> None:
    child_id = held.child_id
    step = StepDone(uuid4(), held.id, "care_plan_updated", TODAY)
    with store.work() as work:
        work.following.save_step(step)
        work.following.save_tracked(Tracked(uuid4(), child_id, "dental", last_on=date(2026, 1, 12)))
        work.following.add_change(
            StatusChange(uuid4(), child_id, date(2026, 11, 24), Change.ADOPTION_ENDED)
        )
        work.commit()
    found = kept(store, child_id)
    assert "care_plan_updated" not in found
    assert found["dental"] == date(2027, 1, 12)
    assert found["disruption_review"] == date(2027, 1, 5)
    with store.work() as work:
        work.following.remove_step(step.id)
        work.commit()
    assert "care_plan_updated" in kept(store, child_id)


def test_what_is_undone_before_its_end_moves_no_date(store: Store, child: Child) -> None:
    with store.work() as work:
        work.following.save_tracked(Tracked(uuid4(), child.id, "dental", last_on=date(2026, 1, 12)))
    assert "dental" not in kept(store, child.id)


def test_the_list_holds_what_is_late_or_near_with_the_longest_late_first(
    store: Store, child: Child
) -> None:
    lines = due.lines(store, TIMESCALES)
    assert [(line.item.what, line.working_days_left) for line in lines] == [
        ("placement_plan", -12),
        ("visit", -12),
        ("care_plan", -7),
        ("pep", -7),
        ("health_assessment", 3),
        ("review", 3),
    ]
    assert {line.row.name for line in lines} == {"Amara"}
    assert [line.state for line in lines[:5:4]] == [DueState.OVERDUE, DueState.DUE_SOON]


def test_the_list_looks_as_far_ahead_as_it_is_asked_to(store: Store, child: Child) -> None:
    three_days, two_days = (
        {line.item.what for line in due.lines(store, TIMESCALES, within=days)} for days in (3, 2)
    )
    assert three_days - two_days == {"review", "health_assessment"}


def test_a_managers_silence_drops_out_of_the_list_once_it_counts_as_agreed(
    store: Store, held: Review
) -> None:
    sent = date(2026, 11, 13)
    with store.work() as work:
        decided = Review(**(vars(held) | {"decisions_sent_on": sent}))
        work.reviews.save(decided)
        work.commit()
    assert "manager_answer" in kept(store, held.child_id)
    assert "manager_answer" not in {line.item.what for line in due.lines(store, TIMESCALES)}
    assert "manager_answer" not in {
        line.item.what for line in due.of_child(store, TIMESCALES, held.child_id)
    }


def test_dates_that_were_counted_by_other_rules_are_counted_again(
    store: Store, child: Child
) -> None:
    bring_up_to_date(store, TIMESCALES)
    with store.work() as work:
        work.due_items.replace_of_child(child.id, ())
        work.due_items.set_counted_by("the rules of last year")
        work.commit()
    assert not is_counted(store, TIMESCALES)
    bring_up_to_date(store, TIMESCALES)
    assert is_counted(store, TIMESCALES)
    assert "review" in kept(store, child.id)
