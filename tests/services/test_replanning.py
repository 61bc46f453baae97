"""Called early, moved, cancelled: a planned review over a real store, and the dates that follow."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from iro_tui.domain.child import Cycle
from iro_tui.domain.planning import ReviewPlan
from iro_tui.domain.review import Occasion, ReviewState
from iro_tui.errors import RuleRefused
from iro_tui.services import cancelling, children, preparing
from tests.services.office import Office, office_with

DUE = date(2026, 11, 30)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with office_with(tmp_path) as made:
        yield made


def moved(office: Office, review_id: object, day: str, reason: str = "") -> None:
    plan = ReviewPlan(date.fromisoformat(day), move_reason=reason)
    office.call(preparing.change_plan, review_id, plan)


def test_a_move_is_kept_with_its_reason_and_the_due_date_stands(office: Office) -> None:
    review = office.plan("2026-11-27")
    moved(office, review.id, "2026-12-02", "The carer is ill")
    moved(office, review.id, "2026-12-02")

    with office.store.work() as work:
        [move] = work.following.moves_of(review.id)
    assert (move.moved_on, move.from_day, move.to_day, move.reason) == (
        date(2026, 11, 24),
        date(2026, 11, 27),
        date(2026, 12, 2),
        "The carer is ill",
    )
    assert office.review(review.id).due_on == DUE
    assert office.due_on == DUE


def test_n06_a_cancelled_meeting_does_not_count_and_the_review_is_planned_anew(
    office: Office,
) -> None:
    first = office.plan("2026-11-27")
    cancelled = office.keep(cancelling.cancel_review, first.id, "No room")

    assert (cancelled.state, cancelled.cancelled_reason) == (ReviewState.CANCELLED, "No room")
    assert office.coming is not None
    assert (office.coming.number, office.due_on) == (1, DUE)

    held = office.hold("2026-12-03")
    assert (held.number, held.due_on, held.in_time) == (1, DUE, False)
    assert held.id != first.id
    assert office.due_on == date(2027, 3, 3)


def test_a_cancelled_review_comes_back_as_it_was_planned(office: Office) -> None:
    review = office.plan("2026-11-27", venue="School")
    office.keep(cancelling.cancel_review, review.id, "")
    back = office.keep(cancelling.bring_back_review, review.id)

    assert (back.state, back.planned_for, back.venue) == (
        ReviewState.PLANNED,
        date(2026, 11, 27),
        "School",
    )


def test_a_cancelled_review_stays_so_once_another_is_planned(office: Office) -> None:
    review = office.plan("2026-11-27")
    office.keep(cancelling.cancel_review, review.id, "")
    office.plan("2026-11-30")

    with pytest.raises(RuleRefused, match="Another review"):
        office.keep(cancelling.bring_back_review, review.id)


def test_a_cancelled_review_stays_so_once_another_was_held(office: Office) -> None:
    review = office.plan("2026-11-27")
    office.keep(cancelling.cancel_review, review.id, "")
    office.hold("2026-11-30")

    with pytest.raises(RuleRefused, match="Another review"):
        office.keep(cancelling.bring_back_review, review.id)


def test_a_review_that_has_begun_is_not_cancelled(office: Office) -> None:
    with pytest.raises(RuleRefused, match="begun"):
        office.keep(cancelling.cancel_review, office.begin().id, "")


def test_n01_an_early_review_says_who_asked_and_moves_the_next_date_when_it_is_held(
    office: Office,
) -> None:
    office.hold("2026-11-30")
    early = office.plan(
        "2027-01-11",
        occasion=Occasion.EARLY,
        early_trigger="child_asks",
        early_asked_by="Amara",
        early_reason="She wants to live with her aunt",
    )
    assert (early.number, early.kind, early.early_trigger) == (2, "early", "child_asks")
    assert office.due_on == date(2027, 2, 28)

    office.hold("2027-01-11")
    kept = office.review(early.id)
    assert (kept.early_asked_by, kept.early_reason) == ("Amara", "She wants to live with her aunt")
    assert office.due_on == date(2027, 7, 11)


def test_after_adopters_returned_a_child_the_review_has_a_window(tmp_path: Path) -> None:
    with office_with(
        tmp_path,
        became_looked_after_on=date(2025, 1, 6),
        placed_for_adoption_on=date(2026, 9, 1),
        authorised_for_adoption_on=date(2026, 6, 1),
        cycle=Cycle.ADOPTION_AUTHORISED,
        last_review_held_on=date(2026, 9, 25),
        last_review_number=4,
    ) as office:
        review = office.on("2026-12-02").plan(
            "2027-01-05", occasion=Occasion.DISRUPTION, returned_on=date(2026, 12, 1)
        )
        assert (review.kind, review.due_on) == ("disruption", date(2027, 1, 12))
        returned_on = preparing.returned_by_adopters_on(office.store, office.child.id)
        assert returned_on == date(2026, 12, 1)

        office.call(children.keep_child, office.child)
        assert office.review(review.id).due_on == date(2027, 1, 12)

        office.call(preparing.change_plan, review.id, ReviewPlan(date(2027, 1, 5)))
        assert office.review(review.id).due_on == date(2027, 3, 25)
        assert office.review(review.id).occasion is Occasion.SCHEDULED
