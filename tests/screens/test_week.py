"""The week on the road on the screen: by day or place, week by week, and out as a file."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from docx import Document
from textual.pilot import Pilot

from iro_tui.app import IroApp
from iro_tui.domain.child import Child, Person, Role
from iro_tui.domain.planning import ReviewPlan
from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.screens.child import ChildScreen
from iro_tui.screens.diary import DiaryScreen
from iro_tui.screens.meeting import MeetingScreen
from iro_tui.screens.week import WeekScreen
from iro_tui.screens.week_file import WeekFileScreen
from iro_tui.services import children, preparing
from iro_tui.widgets.rows import Rows
from tests.exchange.diaries import read
from tests.screens.around_meeting import read as read_screen
from tests.screens.desk import CLOCK, Desk, a_child, footer, reach, seen, settle, top_line
from tests.stores import RAW_KEY, loaded

AMARA = a_child("A-1", "Amara", held=date(2026, 6, 3))
KEZIA = a_child("K-2", "Kezia", held=date(2026, 6, 12))
TOM = a_child("T-3", "Tom", held=date(2026, 6, 1))
RED = a_child("R-4", "[red]", held=date(2026, 6, 1))
TIMESCALES = loaded().knowledge.timescales


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path).with_children(AMARA, KEZIA, TOM, RED)
    planned: list[tuple[Child, str, dict[str, Any]]] = [
        (AMARA, "2026-11-24", {"time": "15:45", "venue": "At home"}),
        (KEZIA, "2026-11-26", {"time": "10:00", "venue": "Mill School"}),
        (TOM, "2026-11-26", {"time": "09:00", "venue": "At home", "travel_note": "Bus 12"}),
        (RED, "2026-12-01", {"venue": "[bold]Hall[/]"}),
    ]
    store = loaded().open_store(desk.settings.store, RAW_KEY, clock=CLOCK, new_id=uuid4)
    for child, day, more in planned:
        plan = ReviewPlan(date.fromisoformat(day), how="in_person", **more)
        preparing.plan_review(store, TIMESCALES, child.id, plan)
    who = Person(uuid4(), TOM.id, "Priya Shah", Role.SOCIAL_WORKER, telephone="07700 900 312")
    children.keep_person(store, who)
    store.close()
    return desk


@asynccontextmanager
async def on_the_road(
    desk: Desk, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[IroApp, Pilot[None]]]:
    """Open the program, and the week from the caseload."""
    app = desk.unlocked()
    async with app.run_test(size=size) as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("t")
        await reach(pilot, WeekScreen)
        yield app, pilot
    app.close_store()


def lines(app: IroApp, *names: str) -> list[str]:
    return [line for line in seen(app).splitlines() if any(name in line for name in names)]


async def test_a_week_stands_by_day_and_time_with_the_cursor_on_what_comes_next(
    desk: Desk,
) -> None:
    async with on_the_road(desk) as (app, _):
        assert top_line(app) == "Week of 23 to 29 Nov 2026 · 3 meetings"
        text = seen(app)
        order = [
            "Tuesday 24 November 2026 · today",
            "15:45  Amara",
            "Thursday 26 November 2026",
            "09:00  Tom",
            "10:00  Kezia",
        ]
        assert sorted(order, key=text.index) == order
        assert "Amara · Review 4" in text
        assert "Tue 24 Nov 2026 · 15:45" in text


async def test_the_card_says_where_how_the_way_what_is_late_and_whom_to_ring(desk: Desk) -> None:
    async with on_the_road(desk) as (app, pilot):
        await pilot.press("j")
        await settle(pilot)
        text = read_screen(app.screen)
        for words in ("Tom · Review 4", "in person", "Bus 12", "07700 900 312", "Priya Shah"):
            assert words in text
        assert "‼ Invitations and forms out, by" in text
        assert "(local), late" in text


async def test_the_next_week_the_week_before_and_this_one_are_a_key_away(desk: Desk) -> None:
    async with on_the_road(desk) as (app, pilot):
        await pilot.press("n")
        await settle(pilot)
        assert top_line(app).startswith("Week of 30 Nov to 6 Dec 2026 · 1 meeting")
        assert "[red]" in seen(app)
        assert "[bold]Hall[/]" in seen(app)
        await pilot.press("n")
        await settle(pilot)
        assert "Nothing is planned in this week." in seen(app)
        await pilot.press("p", "p", "p")
        await settle(pilot)
        assert top_line(app).startswith("Week of 16 to 22 Nov 2026")
        await pilot.press("t")
        await settle(pilot)
        assert top_line(app).startswith("Week of 23 to 29 Nov 2026")
        assert lines(app, "15:45  Amara")


async def test_by_place_what_is_in_one_place_stands_together(desk: Desk) -> None:
    async with on_the_road(desk) as (app, pilot):
        await pilot.press("s")
        await settle(pilot)
        text = seen(app)
        order = ["At home", "Tue 24 Nov 15:45", "Thu 26 Nov 09:00", "Mill School", "10:00"]
        assert sorted(order, key=text.index) == order
        await pilot.press("s")
        await settle(pilot)
        assert "Thursday 26 November 2026" in seen(app)


async def test_enter_goes_into_todays_meeting_else_to_the_child(desk: Desk) -> None:
    async with on_the_road(desk) as (app, pilot):
        await pilot.press("j", "enter")
        await reach(pilot, ChildScreen)
        assert "Tom" in top_line(app)
        await pilot.press("escape")
        await reach(pilot, WeekScreen)
        assert "Thursday 26" in seen(app)
        await pilot.press("k", "enter")
        await reach(pilot, MeetingScreen)
        assert "Amara" in top_line(app)


async def test_f5_goes_to_the_week_from_wherever_one_is(desk: Desk) -> None:
    async with on_the_road(desk) as (app, pilot):
        await pilot.press("escape")
        await reach(pilot, CaseloadScreen)
        await pilot.press("f5", *"road")
        await settle(pilot)
        await pilot.press("enter")
        await reach(pilot, WeekScreen)
        assert lines(app, "15:45  Amara")


async def test_at_120_columns_the_card_stands_beside_the_week(desk: Desk) -> None:
    async with on_the_road(desk, (120, 40)) as (app, _):
        (line,) = lines(app, "Tuesday 24 November 2026 · today")
        assert "Amara · Review 4" in line


async def test_f2_writes_the_week_as_a_word_file_and_says_it_is_not_protected(
    desk: Desk, tmp_path: Path
) -> None:
    async with on_the_road(desk, (100, 30)) as (app, pilot):
        await pilot.press("f2")
        await reach(pilot, WeekFileScreen)
        sheet = app.screen
        assert isinstance(sheet, WeekFileScreen)
        assert "not protected" in read_screen(sheet)
        sheet.fill({"folder": str(tmp_path / "out")})
        await pilot.press("enter")
        await settle(pilot)
        assert "Written, and not protected" in read_screen(sheet)
        await pilot.press("enter")
        await reach(pilot, WeekScreen)
    file = tmp_path / "out" / "iro-week-2026-11-23.docx"
    cards = [table.rows[0].cells[1].text for table in Document(str(file)).tables]
    assert cards == ["Amara (A-1) · Review 4", "Tom (T-3) · Review 4", "Kezia (K-2) · Review 4"]


async def test_the_diary_is_written_from_the_palette_and_says_how_children_are_named(
    desk: Desk, tmp_path: Path
) -> None:
    async with on_the_road(desk, (100, 30)) as (app, pilot):
        await app.run_action("app.show('diary')")
        await reach(pilot, DiaryScreen)
        sheet = app.screen
        assert isinstance(sheet, DiaryScreen)
        told = read_screen(sheet)
        assert "by initials and reference, without places" in told
        assert "not protected" in told
        sheet.fill({"folder": str(tmp_path / "out")})
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "8 entries, 8 new" in read_screen(sheet)
        assert "^s" not in footer(app)
    written = (tmp_path / "out" / "iro-diary-2026-11-24.ics").read_bytes()
    assert b"Amara" not in written
    assert "Review 4 – A. A-1" in read(written)


async def test_the_cursor_stays_on_its_entry_when_the_order_changes(desk: Desk) -> None:
    async with on_the_road(desk) as (app, pilot):
        await pilot.press("j")
        before = app.screen.query_one(Rows).cursor_id
        await pilot.press("s")
        await settle(pilot)
        assert app.screen.query_one(Rows).cursor_id == before
