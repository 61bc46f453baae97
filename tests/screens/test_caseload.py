"""The caseload: soonest first, in words, and quick to narrow."""

import asyncio
import re
import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen
from textual.widgets import Input

from iro_tui.domain.child import Child, Cycle
from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.screens.child import ChildScreen
from iro_tui.screens.child_form import ChildForm
from iro_tui.screens.paged import PAGE
from iro_tui.widgets.rows import Rows
from tests.screens.desk import Desk, a_child, footer, reach, seen, settle, top_line, type_text
from tests.stores import TODAY

LATE = a_child("K-2", "Kezia", held=date(2026, 5, 12))
SOON = a_child("A-1", "Amara", held=date(2026, 6, 3))
LATER = a_child("T-3", "Tom", held=date(2026, 10, 1))
NO_DATE = a_child("N-4", "Noah", cycle=Cycle.OTHER)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path).with_children(NO_DATE, LATER, SOON, LATE)


def cursor(screen: Screen[Any]) -> str:
    return screen.query_one(Rows).cursor_id


def rows_of(text: str, *names: str) -> list[str]:
    return [line for line in text.splitlines() if any(name in line for name in names)]


async def test_the_soonest_comes_first_and_has_the_cursor(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        rows = rows_of(seen(app), "Kezia", "Amara", "Tom", "Noah")
        assert [row.split()[0] for row in rows] == ["Kezia", "Amara", "Tom", "Noah"]
        assert cursor(app.screen) == str(LATE.id)
        assert "4 children" in top_line(app)
        assert "1 late" in top_line(app)
    app.close_store()


async def test_each_date_says_what_it_means_in_words_and_with_a_sign(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        late, soon, later, none = rows_of(seen(app), "Kezia", "Amara", "Tom", "Noah")
        assert "Working days" in seen(app)
        assert re.search(r"Thu 12 Nov +8 late +‼ late", late)
        assert re.search(r"Thu 3 Dec +7 left +! soon", soon)
        assert "1 Apr 2027" in later
        assert "✓ in time" in later
        assert "no date yet" in none
        assert "· no date" in none
    app.close_store()


async def test_a_child_who_has_left_care_is_said_to_have(tmp_path: Path) -> None:
    since, until = date(2020, 1, 4), date(2026, 3, 3)
    left = a_child("L-5", "Lena", became_looked_after_on=since, care_ended_on=until)
    app = Desk(tmp_path).with_children(left).unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        assert re.search(r"Lena .*Left care on 3 Mar 2026 +– ended", seen(app))
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        assert "Left care on 3 Mar 2026 · looked after from 4 Jan 2020" in seen(app)
        assert "none is due any more" in seen(app)
    app.close_store()


async def test_letters_and_arrows_move_the_cursor(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        screen = app.screen
        assert isinstance(screen, CaseloadScreen)
        for keys, child in (
            (("j",), SOON),
            (("down",), LATER),
            (("k",), SOON),
            (("up",), LATE),
            (("G",), NO_DATE),
            (("g",), LATE),
        ):
            await pilot.press(*keys)
            await settle(pilot)
            assert cursor(screen) == str(child.id)
    app.close_store()


async def test_a_few_letters_narrow_the_list_and_enter_opens_the_child(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("slash")
        await type_text(pilot, "tom")
        await settle(pilot)
        assert not rows_of(seen(app), "Kezia", "Amara")
        assert "“tom”" in top_line(app)
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        assert "Tom" in top_line(app)
        await pilot.press("escape")
        await reach(pilot, CaseloadScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert rows_of(seen(app), "Kezia")
        assert not app.screen.query_one(Input).has_focus
    app.close_store()


async def test_a_filter_that_nobody_matches_says_how_to_see_all(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("slash", "q", "q")
        await settle(pilot)
        assert "Esc shows all again" in seen(app)
    app.close_store()


async def test_f2_opens_the_form_of_a_new_child(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("f2")
        await reach(pilot, ChildForm)
    app.close_store()


async def test_an_empty_store_says_how_to_begin(tmp_path: Path) -> None:
    app = Desk(tmp_path).with_children().unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        assert "F2 adds the first one" in seen(app)
    app.close_store()


async def test_a_large_caseload_is_fetched_page_by_page_to_its_very_end(tmp_path: Path) -> None:
    everyone = [a_child(f"C-{number:04}", f"Child{number:04}") for number in range(PAGE + 60)]
    app = Desk(tmp_path).with_children(*everyone).unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        assert app.screen.query_one(Rows).option_count == PAGE
        await pilot.press("G")
        await settle(pilot)
        assert app.screen.query_one(Rows).option_count == PAGE + 60
        assert cursor(app.screen) == str(everyone[-1].id)
    app.close_store()


@pytest.mark.parametrize("name", ["[red]", "=SUM(A1)", "O'Neil-Żółć", "../../x", "عمر", "👩‍👧 Ada"])
async def test_a_name_stands_as_it_is_written(tmp_path: Path, name: str) -> None:
    app = Desk(tmp_path).with_children(hostile(name)).unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        assert name in seen(app)
    app.close_store()


def hostile(name: str) -> Child:
    return a_child("H-1", name, held=TODAY)


async def test_the_footer_names_at_most_seven_keys_and_is_never_clipped(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        assert seen(app).splitlines()[-1].strip() == footer(app)
        assert len(footer(app)) <= 78
        assert "Enter open" in footer(app)
        assert "^q quit" in footer(app)
    app.close_store()


async def test_nothing_is_said_of_the_children_before_they_are_read(tmp_path: Path) -> None:
    app = Desk(tmp_path).with_children().unlocked()
    may_read = threading.Event()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        waiting = asyncio.create_task(app.file_call(may_read.wait))
        await app.push_screen(CaseloadScreen())
        await pilot.pause()
        assert "No children yet" not in seen(app)
        may_read.set()
        await waiting
        await settle(pilot)
        assert "No children yet" in seen(app)
    app.close_store()
