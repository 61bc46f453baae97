"""One child's line: reviews, moves and changes of status in their order, each in words."""

from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

import pytest

from iro_tui.domain.caseload import DueState
from iro_tui.domain.codes import Codes
from iro_tui.domain.dates.working_days import WorkingDays
from iro_tui.domain.decisions import Decision
from iro_tui.domain.due.known import Known
from iro_tui.domain.following import Change, ReviewMove, StatusChange
from iro_tui.domain.review import ReviewState
from iro_tui.domain.timeline import CALLED_OFF, CHANGED, HELD, MOVED, PLANNED, Moment, past_of
from iro_tui.knowledge.codes import codes_from
from iro_tui.knowledge.reading import read_toml
from tests.domain.reviewing import child, day, held, planned

Line = Callable[..., tuple[Moment, ...]]
AMARA = child(became_looked_after_on="2026-11-02")


@pytest.fixture(scope="module")
def codes() -> Codes:
    return codes_from(read_toml("codes.toml"))


@pytest.fixture
def line(codes: Codes, working_days: WorkingDays) -> Line:
    def told(known: Known, *moves: ReviewMove) -> tuple[Moment, ...]:
        return past_of(known, moves, codes, working_days)

    return told


def test_a_review_says_whether_it_was_in_time_and_how_much_it_decided(line: Line) -> None:
    in_time = held("2026-11-27", 1, due_on=day("2026-11-30"))
    late = held("2027-03-03", 2, due_on=day("2027-02-26"))
    decisions = [Decision(uuid4(), in_time.id, number, "Swim") for number in (1, 2)]
    drafted = Decision(uuid4(), late.id, 1, "Swim", draft=True)
    known = Known(AMARA, (in_time, late), (*decisions, drafted))
    began, first, second = line(known)
    assert (began.sign, began.words) == (CHANGED, "Came into care")
    assert (first.sign, first.words) == (HELD, "Review 1, first")
    assert (first.note, first.state) == ("✓ in time · 2 decisions", DueState.IN_TIME)
    assert (second.note, second.state) == ("‼ 3 working days late", DueState.OVERDUE)
    assert "no reason is recorded" in second.detail


def test_an_adjourned_review_counts_from_its_completion(line: Line) -> None:
    review = held(
        "2026-11-27",
        1,
        due_on=day("2026-11-30"),
        adjourned_on=day("2026-11-27"),
        completed_on=day("2026-12-08"),
    )
    *_, moment = line(Known(AMARA, (review,)))
    assert moment.note == "‼ 6 working days late"


def test_a_plan_a_cancelled_review_and_one_without_a_day_are_told_apart(line: Line) -> None:
    coming = planned(2, planned_for=day("2027-02-10"), planned_time="14:00", venue="School")
    off = planned(
        3, planned_for=day("2027-02-11"), state=ReviewState.CANCELLED, cancelled_reason="Snow."
    )
    _, first, second = line(Known(AMARA, (coming, off, planned(4))))
    assert (first.sign, first.note) == (PLANNED, "planned · 14:00")
    assert first.detail.endswith("not held yet; School")
    assert second.sign == CALLED_OFF
    assert "Snow" in second.detail


def test_moves_and_changes_of_status_stand_between_the_reviews(line: Line) -> None:
    review = held("2026-11-27", 1, due_on=day("2026-11-30"))
    move = ReviewMove(
        uuid4(), review.id, day("2026-11-10"), day("2026-11-20"), day("2026-11-27"), "School asked"
    )
    order = StatusChange(
        uuid4(), UUID(int=1), date(2026, 12, 4), Change.LEGAL_STATUS, "C1", "C2", "At court"
    )
    began, moved, first, changed = line(Known(AMARA, (review,), changes=(order,)), move)
    assert [one.day for one in (began, moved, first, changed)] == sorted(
        one.day for one in (began, moved, first, changed)
    )
    assert moved.sign == MOVED
    assert moved.words == "Review 1 moved from 20 Nov 2026 to 27 Nov 2026: School asked"
    assert changed.words == "interim care order → care order"
    assert changed.detail == "At court"


def test_coming_into_care_is_told_once(line: Line) -> None:
    came = StatusChange(uuid4(), UUID(int=1), date(2026, 11, 2), Change.LOOKED_AFTER)
    assert len(line(Known(AMARA, changes=(came,)))) == 1
