"""The calendar: a month to walk through with the arrows, and what is on the day under them."""

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from textual.pilot import Pilot

from iro_tui.domain.planning import ReviewPlan
from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.screens.child import ChildScreen
from iro_tui.screens.month import MonthScreen
from iro_tui.screens.review_form import ReviewForm
from iro_tui.services import preparing
from tests.screens.desk import (
    CLOCK,
    Desk,
    a_child,
    reach,
    seen,
    settle,
    top_line,
)
from tests.stores import RAW_KEY, loaded

AMARA = a_child("A-1", "Amara", held=date(2026, 6, 3))
KEZIA = a_child("K-2", "Kezia", held=date(2026, 6, 11))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with a review planned for 1 December and one due on 11 December."""
    desk = Desk(tmp_path).with_children(AMARA, KEZIA)
    plan = ReviewPlan(date(2026, 12, 1), time="14:00", venue="Rowan House")
    store = loaded().open_store(desk.settings.store, RAW_KEY, clock=CLOCK, new_id=uuid4)
    preparing.plan_review(store, loaded().knowledge.timescales, AMARA.id, plan)
    store.close()
    return desk


async def opened(pilot: Pilot[None], *keys: str) -> None:
    await reach(pilot, CaseloadScreen)
    await pilot.press("c")
    await reach(pilot, MonthScreen)
    await pilot.press(*keys)
    await settle(pilot)


async def test_a_month_begins_on_monday_and_says_what_today_and_a_holiday_are(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await opened(pilot)
        assert top_line(app).startswith("November 2026 · 0 meetings, 0 reviews due")
        lines = seen(app).splitlines()
        assert lines[1].split() == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        assert "24 today" in seen(app)
        await pilot.press("n")
        await settle(pilot)
        assert top_line(app).startswith("December 2026 · 1 meeting, 2 reviews due")
        assert "25 holiday" in seen(app)
        assert "28 holiday" in seen(app)
        assert "26 holiday" not in seen(app)
    app.close_store()


async def test_each_day_says_how_many_meetings_and_dates_it_has_and_what_the_signs_mean(
    desk: Desk,
) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await opened(pilot, "n")
        first_week = seen(app).splitlines()[2:4]
        assert first_week[0].split()[:2] == ["30", "1"]
        assert "●1" in first_week[1]
        assert "◆1" in first_week[1]
        assert "● meeting   ◆ review due   · other date" in seen(app)
    app.close_store()


async def test_arrows_walk_by_day_and_week_and_page_keys_by_month(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await opened(pilot)
        for keys, day in (
            (("right",), "Wed 25 Nov 2026"),
            (("down",), "Wed 2 Dec 2026"),
            (("left",), "Tue 1 Dec 2026"),
            (("pagedown",), "Fri 1 Jan 2027"),
            (("p",), "Tue 1 Dec 2026"),
            (("up",), "Tue 24 Nov 2026"),
            (("pageup", "n", "n"), "Thu 24 Dec 2026"),
            (("t",), "Tue 24 Nov 2026"),
        ):
            await pilot.press(*keys)
            await settle(pilot)
            assert f"─{day} · " in seen(app), keys
    app.close_store()


async def test_a_day_is_listed_and_enter_opens_what_stands_on_it(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await opened(pilot, "down", "enter")
        assert "Tue 1 Dec 2026 · 1 meeting" in seen(app)
        assert "Review 4 · 14:00 · Rowan House" in seen(app)
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        assert "Amara" in top_line(app)
        await pilot.press("escape")
        await reach(pilot, MonthScreen)
        assert "Tue 1 Dec 2026" in seen(app)
    app.close_store()


async def test_a_review_that_is_due_and_not_planned_leads_to_its_plan(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await opened(pilot, "n", *["left"] * 13)
        assert "Fri 11 Dec 2026 · 1 review due" in seen(app)
        await pilot.press("enter", "enter")
        await reach(pilot, ReviewForm)
        assert "Kezia" in top_line(app)
    app.close_store()


async def test_esc_goes_from_the_day_to_the_calendar_and_then_up(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await opened(pilot, "down", "enter", "escape")
        assert isinstance(app.screen, MonthScreen)
        await pilot.press("right")
        await settle(pilot)
        assert "Wed 2 Dec 2026 · nothing" in seen(app)
        await pilot.press("escape")
        await reach(pilot, CaseloadScreen)
    app.close_store()


async def test_a_larger_terminal_says_it_in_words_and_lists_the_day_beside(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, "down")
        assert "●1 meeting" in seen(app)
        [line] = [line for line in seen(app).splitlines() if "Mon " in line]
        assert "Tue 1 Dec 2026 · 1 meeting" in line
    app.close_store()
