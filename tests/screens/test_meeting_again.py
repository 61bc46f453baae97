"""Another meeting, an adjournment, the day it was held and why it was late: by keyboard."""

from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from iro_tui.domain.review import ReviewState
from iro_tui.screens.child import ChildScreen
from iro_tui.screens.finish import FinishScreen
from iro_tui.screens.finish_reasons import ReasonsScreen
from iro_tui.screens.held_days import HeldDaysSheet
from iro_tui.screens.late_reason import LateReasonSheet
from iro_tui.screens.meeting import MeetingScreen
from iro_tui.screens.meeting_again import AdjournSheet, NextMeetingSheet
from iro_tui.screens.write_up import WriteUpScreen
from tests.screens.around_meeting import at_work, closed, kept, opened, paste, read, typed
from tests.screens.desk import settle, type_text
from tests.screens.meeting_room import make_room, until
from tests.stores import TODAY


async def looked(pilot: Pilot[None]) -> FinishScreen:
    await pilot.press("ctrl+r")
    screen = await opened(pilot, FinishScreen)
    await until(pilot, lambda: screen.focused is not None)
    return screen


def said(pilot: Pilot[None]) -> str:
    """Return what the program has said in passing."""
    return " ".join(f"{one.title} {one.message}" for one in pilot.app._notifications)


async def test_another_meeting_is_planned_instead_of_finishing_and_the_review_waits(
    tmp_path: Path,
) -> None:
    room = make_room(tmp_path)
    async with room.entered() as (_, pilot):
        await looked(pilot)
        await pilot.press("f2")
        sheet = await opened(pilot, NextMeetingSheet)
        assert "at the latest Tue 22 Dec 2026 (guidance)" in read(sheet)
        await type_text(pilot, "4 jan")
        await settle(pilot)
        assert "! after Tue 22 Dec 2026: the last meeting is to be within 20 working" in read(sheet)
        await pilot.press("ctrl+u")
        await type_text(pilot, "8 dec")
        await pilot.press("ctrl+s")
        await opened(pilot, ChildScreen)
        await settle(pilot)
        assert "planned Tue 8 Dec 2026" in read(pilot.app.screen)
        assert "series open" in read(pilot.app.screen)
        await pilot.press("c")
        meeting = await opened(pilot, MeetingScreen)
        await until(pilot, lambda: meeting.is_open)
        await settle(pilot)
        assert "Amara · Review 4, meeting 2 · Section" in read(meeting)
    assert kept(room).review.state is ReviewState.SERIES_OPEN
    with at_work(room) as work:
        first, second = work.meetings.of_review(room.review.id)
    assert (first.held_on, second.planned_for, second.held_on) == (TODAY, date(2026, 12, 8), None)


async def test_adjourning_asks_for_reason_and_views_and_keeps_to_twenty_working_days(
    tmp_path: Path,
) -> None:
    room = make_room(tmp_path)
    async with room.entered() as (_, pilot):
        await looked(pilot)
        await pilot.press("f7")
        sheet = await opened(pilot, AdjournSheet)
        assert "once, until Tue 22 Dec 2026 (law) at the latest" in read(sheet)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "! Say why" in read(sheet)
        await typed(pilot, "No school report", "Amara would like to wait for it")
        await type_text(pilot, "23 dec")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Wed 23 Dec 2026 is too late: the last day is Tue 22 Dec 2026" in read(sheet)
        await pilot.press("ctrl+u")
        await type_text(pilot, "22 dec")
        await pilot.press("ctrl+s")
        await opened(pilot, ChildScreen)
        await settle(pilot)
        assert "adjourned on 24 Nov 2026" in read(pilot.app.screen)
    review = kept(room).review
    assert review.state is ReviewState.ADJOURNED
    assert review.adjourned_reason == "No school report"
    assert review.adjourned_views == "Amara would like to wait for it"
    assert review.reconvene_by == date(2026, 12, 22)


async def test_a_second_adjournment_is_refused_in_plain_read(tmp_path: Path) -> None:
    room = make_room(tmp_path, adjourned_on=date(2026, 11, 10))
    async with room.entered() as (_, pilot):
        screen = await looked(pilot)
        await pilot.press("f7")
        await settle(pilot)
        assert pilot.app.screen is screen
        assert "once only (regulation 36(2))" in said(pilot)


async def test_a_half_typed_adjournment_is_there_again(tmp_path: Path) -> None:
    async with make_room(tmp_path).entered() as (_, pilot):
        await looked(pilot)
        await pilot.press("f7")
        sheet = await opened(pilot, AdjournSheet)
        await typed(pilot, "No school report")
        await pilot.press("escape")
        await closed(pilot, sheet)
        await pilot.press("f7")
        again = await opened(pilot, AdjournSheet)
        assert again.typed("reason") == "No school report"


async def test_the_day_it_was_held_is_put_right_before_closing(tmp_path: Path) -> None:
    room = make_room(tmp_path, due_on=date(2026, 11, 23))
    async with room.entered() as (_, pilot):
        screen = await looked(pilot)
        assert "‼ late" in read(screen)
        await pilot.press("f6")
        sheet = await opened(pilot, HeldDaysSheet)
        await type_text(pilot, "25 nov 2026")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "still to come" in read(sheet)
        await pilot.press("ctrl+u")
        await type_text(pilot, "23 nov")
        await pilot.press("ctrl+s")
        await closed(pilot, sheet)
        await until(pilot, lambda: "‼ late" not in read(screen))
    assert kept(room).review.held_on == date(2026, 11, 23)


async def test_a_late_review_asks_why_from_a_list_and_in_own_read(tmp_path: Path) -> None:
    room = make_room(tmp_path, due_on=date(2026, 11, 20))
    async with room.entered() as (_, pilot):
        await looked(pilot)
        await pilot.press("tab", "enter")
        await opened(pilot, ReasonsScreen)
        await type_text(pilot, "child or")
        await pilot.press("enter")
        await paste(pilot, "The carer was ill")
        await pilot.press("ctrl+s")
        await opened(pilot, WriteUpScreen)
        await pilot.press("escape")
        await settle(pilot)
    review = kept(room).review
    assert (review.late_code, review.late_reason) == ("could_not_come", "The carer was ill")


async def test_why_a_review_was_late_can_be_said_after_it_is_closed(tmp_path: Path) -> None:
    room = make_room(
        tmp_path,
        due_on=date(2026, 11, 20),
        completed_on=TODAY,
        state=ReviewState.COMPLETED,
    )
    app = room.app()
    app.chair_reference = ""
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        child = await opened(pilot, ChildScreen)
        await settle(pilot)
        assert "late: no reason is recorded" in read(child)
        await pilot.press("y")
        sheet = await opened(pilot, LateReasonSheet)
        await type_text(pilot, "court")
        await pilot.press("enter", "ctrl+s")
        await closed(pilot, sheet)
        await settle(pilot)
        assert "late: court" in read(child)
    app.close_store()
