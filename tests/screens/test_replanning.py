"""A review is called early, put to another day, or follows a broken placement: by keyboard."""

from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual.pilot import Pilot

from iro_tui.domain.child import Cycle
from iro_tui.domain.review import Occasion, Review, ReviewState
from iro_tui.screens.cancel_review import CancelSheet
from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.screens.child import ChildScreen
from iro_tui.screens.finish import FinishScreen
from iro_tui.screens.meeting import MeetingScreen
from iro_tui.screens.meeting_again import AdjournSheet, NextMeetingSheet
from iro_tui.screens.review_form import ReviewForm
from iro_tui.widgets.form import Form
from tests.screens.desk import Desk, a_child, on_disk, reach, seen, settle, type_text

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

AMARA = a_child("A-1", "Amara", held=date(2026, 6, 1), became_looked_after_on=date(2025, 1, 6))


def reviews_of(desk: Desk) -> tuple[Review, ...]:
    with on_disk(desk) as work:
        return work.reviews.of_child(work.children.by_reference("A-1").id)


@asynccontextmanager
async def sitting_at(desk: Desk) -> "AsyncIterator[Pilot[None]]":
    """Open the program on the caseload, and lock the store behind it."""
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        yield pilot
    app.close_store()


def words(pilot: Pilot[None]) -> str:
    """Return what stands on the screen, however it is broken into lines."""
    return " ".join(seen(pilot.app).split())


async def to_plan(pilot: Pilot[None]) -> None:
    """Go from the caseload or the child to the plan of the next review."""
    if isinstance(pilot.app.screen, CaseloadScreen):
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
    await pilot.press("n")
    await reach(pilot, ReviewForm)


async def into(pilot: Pilot[None], field: str, text: str) -> None:
    pilot.app.screen.query_one(Form).field(field).focus()
    await pilot.pause()
    await type_text(pilot, text)
    await pilot.press("enter")
    await settle(pilot)


async def test_an_early_review_asks_who_asked_and_why(tmp_path: Path) -> None:
    desk = Desk(tmp_path).with_children(AMARA)
    async with sitting_at(desk) as pilot:
        await to_plan(pilot)
        assert "Who asked for it" not in words(pilot)
        await type_text(pilot, "fri")
        await into(pilot, "occasion", "early")
        assert "Who asked for it" in words(pilot)
        assert pilot.app.screen.focused is not None
        await type_text(pilot, "child asks")
        assert "the child asks (law)" in words(pilot)
        await pilot.press("enter")
        await type_text(pilot, "Amara")
        await pilot.press("enter")
        await type_text(pilot, "She wants to move")
        await pilot.press("ctrl+s")
        await reach(pilot, ChildScreen)
    [review] = reviews_of(desk)
    assert (review.occasion, review.early_trigger, review.early_asked_by, review.early_reason) == (
        Occasion.EARLY,
        "child_asks",
        "Amara",
        "She wants to move",
    )


async def test_another_day_asks_why_and_the_lawful_day_stands(tmp_path: Path) -> None:
    desk = Desk(tmp_path).with_children(AMARA)
    async with sitting_at(desk) as pilot:
        await to_plan(pilot)
        await type_text(pilot, "fri")
        await pilot.press("ctrl+s")
        await reach(pilot, ChildScreen)
        await to_plan(pilot)
        assert "Why moved" not in words(pilot)
        await type_text(pilot, "30 nov")
        await settle(pilot)
        assert "! moved; the last lawful day stands: Tue 1 Dec 2026" in words(pilot)
        assert "Why moved" in words(pilot)
        await pilot.press("enter")
        await type_text(pilot, "The school is closed")
        await pilot.press("ctrl+s")
        await reach(pilot, ChildScreen)
    [review] = reviews_of(desk)
    assert (review.planned_for, review.due_on) == (date(2026, 11, 30), date(2026, 12, 1))
    with on_disk(desk) as work:
        [move] = work.following.moves_of(review.id)
    assert (move.from_day, move.reason) == (date(2026, 11, 27), "The school is closed")


async def test_a_day_after_the_lawful_one_is_said_with_sign_and_word(tmp_path: Path) -> None:
    async with sitting_at(Desk(tmp_path).with_children(AMARA)) as pilot:
        await to_plan(pilot)
        await type_text(pilot, "3 dec")
        await settle(pilot)

        assert "! after the last lawful day, Tue 1 Dec 2026, which stands" in words(pilot)


async def test_after_a_placement_ended_the_window_is_shown_and_kept_to(tmp_path: Path) -> None:
    child = a_child(
        "A-1",
        "Amara",
        held=date(2026, 9, 25),
        cycle=Cycle.ADOPTION_AUTHORISED,
        became_looked_after_on=date(2025, 1, 6),
        authorised_for_adoption_on=date(2026, 3, 2),
        placed_for_adoption_on=date(2026, 6, 1),
    )
    desk = Desk(tmp_path).with_children(child)
    async with sitting_at(desk) as pilot:
        await to_plan(pilot)
        await type_text(pilot, "4 dec")
        await into(pilot, "occasion", "after")
        assert "Child came back on" in words(pilot)
        await type_text(pilot, "20 nov")
        await settle(pilot)
        assert "window from Fri 18 Dec 2026 to Fri 1 Jan 2027 (law)" in words(pilot)
        await into(pilot, "returned_on", "")
        pilot.app.screen.query_one(Form).field("planned_for").focus()
        await settle(pilot)
        assert "! outside the window from Fri 18 Dec 2026" in words(pilot)
        await type_text(pilot, "21 dec")
        await settle(pilot)
        assert "outside the window" not in words(pilot)
        await pilot.press("ctrl+s")
        await reach(pilot, ChildScreen)
    [review] = reviews_of(desk)
    assert (review.occasion, review.due_on) == (Occasion.DISRUPTION, date(2027, 1, 1))


async def test_a_planned_review_is_cancelled_with_x_and_comes_back(tmp_path: Path) -> None:
    desk = Desk(tmp_path).with_children(AMARA)
    async with sitting_at(desk) as pilot:
        await to_plan(pilot)
        await type_text(pilot, "fri")
        await pilot.press("ctrl+s")
        await reach(pilot, ChildScreen)
        await pilot.press("x")
        await reach(pilot, CancelSheet)
        assert "Cancel review 4 · still due by Tue 1 Dec 2026" in words(pilot)
        await type_text(pilot, "No room")
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        assert "cancelled: No room; x brings it back" in words(pilot)
        assert "not planned yet; book by Tue 1 Dec 2026" in words(pilot)

        await pilot.press("ctrl+z")
        await settle(pilot)
        assert "planned Fri 27 Nov 2026" in words(pilot)
        await pilot.press("x")
        await reach(pilot, CancelSheet)
        await pilot.press("ctrl+s")
        await reach(pilot, ChildScreen)
        await pilot.press("x")
        await settle(pilot)
        assert "planned Fri 27 Nov 2026" in words(pilot)
    [review] = reviews_of(desk)
    assert (review.state, review.cancelled_reason) == (ReviewState.PLANNED, "No room")


async def test_a_cancelled_review_stays_so_once_another_is_planned(tmp_path: Path) -> None:
    desk = Desk(tmp_path).with_children(AMARA)
    async with sitting_at(desk) as pilot:
        await to_plan(pilot)
        await type_text(pilot, "fri")
        await pilot.press("ctrl+s")
        await reach(pilot, ChildScreen)
        await pilot.press("x")
        await reach(pilot, CancelSheet)
        await pilot.press("ctrl+s")
        await reach(pilot, ChildScreen)
        await to_plan(pilot)
        await type_text(pilot, "30 nov")
        await pilot.press("ctrl+s")
        await reach(pilot, ChildScreen)
        await pilot.press("ctrl+z")
        await settle(pilot)
    cancelled, planned = reviews_of(desk)
    assert (cancelled.state, planned.state) == (ReviewState.CANCELLED, ReviewState.PLANNED)


async def test_an_adjournment_by_mistake_is_taken_back_with_x(tmp_path: Path) -> None:
    desk = Desk(tmp_path).with_children(AMARA)
    async with sitting_at(desk) as pilot:
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        await pilot.press("c")
        await reach(pilot, MeetingScreen)
        await pilot.press("p")
        await settle(pilot)
        await pilot.press("ctrl+r")
        await reach(pilot, FinishScreen)
        await pilot.press("f7")
        await reach(pilot, AdjournSheet)
        await type_text(pilot, "No report")
        await pilot.press("enter", "enter")
        await type_text(pilot, "2 dec")
        await pilot.press("ctrl+s")
        await reach(pilot, ChildScreen)
        assert "adjourned on 24 Nov 2026, to be completed by 22 Dec 2026" in words(pilot)
        await pilot.press("n")
        await reach(pilot, NextMeetingSheet)
        assert "Another day for review 4 · at the latest Tue 22 Dec 2026 (law)" in words(pilot)
        await pilot.press("escape")
        await reach(pilot, ChildScreen)
        await pilot.press("x")
        await settle(pilot)
        assert "in meeting" in words(pilot)
    [review] = reviews_of(desk)
    assert (review.state, review.adjourned_on) == (ReviewState.IN_MEETING, None)
