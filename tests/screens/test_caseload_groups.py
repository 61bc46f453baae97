"""The caseload in groups: by state, month, kind and IRO, each narrowed to, each date explained."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from iro_tui.domain.child import Cycle
from iro_tui.domain.review import Review, ReviewState
from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.screens.child import ChildScreen
from iro_tui.screens.child_form import ChildForm
from iro_tui.screens.month import MonthScreen
from iro_tui.screens.what_now import WhatNowScreen
from iro_tui.widgets.rows import Rows
from tests.screens.desk import (
    CLOCK,
    Desk,
    a_child,
    footer,
    reach,
    seen,
    settle,
    top_line,
    type_text,
)
from tests.stores import RAW_KEY, loaded

LATE = a_child("K-2", "Kezia", held=date(2026, 5, 12))
SOON = a_child("A-1", "Amara", held=date(2026, 6, 3), iro="Imran Shah")
LATER = a_child("T-3", "Tom", held=date(2026, 10, 1), iro="Imran Shah")
NO_DATE = a_child("N-4", "Noah", cycle=Cycle.OTHER)
HEADINGS = ("Late · 1", "Soon: within 10 working days · 1", "In time · 1", "No date · 1")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path).with_children(NO_DATE, LATER, SOON, LATE)


def cursor(screen: Screen[Any]) -> str:
    return screen.query_one(Rows).cursor_id


def lines_with(text: str, *words: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if any(word in line for word in words)]


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def test_by_state_each_group_has_its_heading_and_count_and_the_cursor_passes_over(
    desk: Desk,
) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await press(pilot, "s")
        shown = lines_with(seen(app), *HEADINGS, "Kezia", "Amara", "Tom", "Noah")
        assert [line.split("  ")[0] for line in shown] == [
            "Late · 1",
            "Kezia",
            "Soon: within 10 working days · 1",
            "Amara",
            "In time · 1",
            "Tom",
            "No date · 1",
            "Noah",
        ]
        for child in (LATE, SOON, LATER, NO_DATE):
            assert cursor(app.screen) == str(child.id)
            await press(pilot, "down")
    app.close_store()


async def test_each_key_groups_in_its_own_way_and_d_or_esc_makes_one_list_again(
    desk: Desk,
) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        for key, headings in (
            ("m", ("November 2026 · 1", "December 2026 · 1", "April 2027 · 1", "No date · 1")),
            ("r", ("Third and later reviews · 3", "No review due · 1")),
            ("i", ("Ruth Hale · 2", "Imran Shah · 2")),
        ):
            await press(pilot, key)
            assert lines_with(seen(app), *headings) == list(headings)
            assert "o only this" in footer(app)
        await press(pilot, "d")
        assert not lines_with(seen(app), "Ruth Hale ·", "Imran Shah ·")
        assert "o only this" not in footer(app)
        await press(pilot, "s", "escape")
        assert not lines_with(seen(app), *HEADINGS)
    app.close_store()


async def test_only_one_group_is_shown_within_another_and_with_the_filter(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await press(pilot, "i", "f4", "o")
        assert lines_with(seen(app), "Kezia", "Amara", "Tom", "Noah")[0].startswith("Amara")
        assert top_line(app).startswith("Caseload · Imran Shah · 2 children · 0 late, 1 within")
        await press(pilot, "s")
        await press(pilot, "G")
        await press(pilot, "o")
        assert [line.split()[0] for line in lines_with(seen(app), "Amara", "Tom")] == ["Tom"]
        assert "Caseload · Imran Shah · In time · 1 child" in top_line(app)
        await press(pilot, "o")
        assert len(lines_with(seen(app), "Amara", "Tom")) == 2
        await press(pilot, "slash")
        await type_text(pilot, "tom")
        await settle(pilot)
        assert "1 child with “tom”" in top_line(app)
        await press(pilot, "escape")
        assert len(lines_with(seen(app), "Kezia", "Amara", "Tom", "Noah")) == 4
    app.close_store()


async def test_f3_and_f4_go_from_group_to_group(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await press(pilot, "s")
        for key, child in (
            ("f4", SOON),
            ("f4", LATER),
            ("f4", NO_DATE),
            ("f4", NO_DATE),
            ("f3", LATER),
        ):
            await press(pilot, key)
            assert cursor(app.screen) == str(child.id)
    app.close_store()


async def test_a_group_beyond_the_first_page_is_gone_to(tmp_path: Path) -> None:
    many = [a_child(f"C-{number:04}", "Child", held=date(2026, 5, 12)) for number in range(230)]
    app = Desk(tmp_path).with_children(*many, LATER).unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await press(pilot, "s")
        assert "Late · 230" in seen(app)
        await press(pilot, "f4")
        assert cursor(app.screen) == str(LATER.id)
    app.close_store()


async def test_the_date_under_the_cursor_is_explained_with_its_rule_and_mark(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        told = " ".join(seen(app).split())
        assert "Review 4, no day planned yet: 6 months after the day the previous review" in told
        assert "law: Care Planning, Placement and Case Review (England) Regulations 2010" in told
        await press(pilot, "G")
        assert "No date yet: the child's details give one" in seen(app)
    app.close_store()


def with_a_record_to_write(folder: Path) -> Desk:
    child = a_child("A-1", "Amara", became_looked_after_on=date(2026, 10, 1))
    desk = Desk(folder).with_children(child)
    held = date(2026, 11, 20)
    review = Review(
        uuid4(),
        child.id,
        {Cycle.LOOKED_AFTER: 1},
        state=ReviewState.COMPLETED,
        held_on=held,
        completed_on=held,
    )
    store = loaded().open_store(desk.settings.store, RAW_KEY, clock=CLOCK, new_id=uuid4)
    with store.work() as work:
        work.reviews.save(review)
        work.commit()
    store.close()
    return desk


async def test_what_waits_for_the_chair_is_next_and_the_review_stands_below(
    tmp_path: Path,
) -> None:
    app = with_a_record_to_write(tmp_path).unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        [row] = lines_with(seen(app), "Amara")
        assert row.split()[:8] == ["Amara", "7", "Record", "to", "write", "Fri", "11", "Dec"]
        told = " ".join(seen(app).split())
        assert "15 working days after the day the review was completed · guidance" in told
        assert "Review 2, no day planned yet: by 20 Feb 2027" in told
    app.close_store()


async def test_a_larger_terminal_shows_what_else_is_due_for_the_child(tmp_path: Path) -> None:
    app = with_a_record_to_write(tmp_path).unlocked()
    async with app.run_test(size=(120, 40)) as pilot:
        await reach(pilot, CaseloadScreen)
        assert "Also due for Amara" in seen(app)
        assert lines_with(seen(app), "Letter to write · review 1")
        assert lines_with(seen(app), "Legal status")
    app.close_store()


async def test_w_and_c_open_the_lists_over_all_children(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("w")
        await reach(pilot, WhatNowScreen)
        await pilot.press("escape")
        await reach(pilot, CaseloadScreen)
        await pilot.press("c")
        await reach(pilot, MonthScreen)
        await pilot.press("escape")
        await reach(pilot, CaseloadScreen)
    app.close_store()


@pytest.mark.parametrize(
    ("typed", "headings"),
    [("Imran Shah", ("Imran Shah · 1",)), ("ruth hale", ("Ruth Hale · 1",))],
)
async def test_another_iro_is_named_in_the_childs_form_and_the_chair_stays_the_chair(
    tmp_path: Path, typed: str, headings: tuple[str, ...]
) -> None:
    app = Desk(tmp_path).with_children(a_child("A-1", "Amara")).unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        await pilot.press("e")
        await reach(pilot, ChildForm)
        app.screen.query_one("#iro Input").focus()
        await type_text(pilot, typed)
        await pilot.press("ctrl+s")
        await reach(pilot, ChildScreen)
        await pilot.press("escape")
        await reach(pilot, CaseloadScreen)
        await press(pilot, "i")
        assert lines_with(seen(app), *headings) == list(headings)
    app.close_store()
