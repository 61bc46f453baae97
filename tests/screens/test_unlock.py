"""Unlocking: kind about mistakes, never in the way, and straight to where work goes on."""

import asyncio
import threading
from pathlib import Path
from uuid import uuid4

import pytest
from textual.widgets import Input

from iro_tui.bootstrap import Loaded
from iro_tui.errors import KnowledgeError
from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.screens.profile import ProfileScreen
from iro_tui.screens.unlock import UnlockScreen
from tests.screens.desk import CLOCK, Desk, a_child, footer, paste, reach, seen, settle, type_text
from tests.stores import RAW_KEY, loaded


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path).with_children(a_child("A-1", "Amara"))


async def test_the_right_passphrase_opens_the_caseload(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test() as pilot:
        await paste(pilot, RAW_KEY)
        await pilot.press("enter")
        await reach(pilot, CaseloadScreen)
        assert "Amara" in seen(app)
    app.close_store()


async def test_a_wrong_passphrase_gets_a_kind_sentence_and_the_count_of_tries(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test() as pilot:
        for _ in range(2):
            await paste(pilot, "x'" + "00" * 32 + "'")
            await pilot.press("enter")
            await settle(pilot)
        words = " ".join(seen(app).split())
        assert "2 tries so far; nothing is lost." in words
        assert isinstance(app.screen, UnlockScreen)
        assert app.screen.query_one(Input).has_focus
    app.close_store()


async def test_an_empty_passphrase_is_no_try(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await settle(pilot)
        assert "Type your passphrase" in seen(app)
    app.close_store()


async def test_what_is_typed_shows_only_when_asked(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test() as pilot:
        await type_text(pilot, "sesame")
        await pilot.pause()
        assert "sesame" not in seen(app)
        await pilot.press("f8")
        await pilot.pause()
        assert "sesame" in seen(app)
        await pilot.press("f8")
        await pilot.pause()
        assert "sesame" not in seen(app)
    app.close_store()


async def test_enter_before_everything_is_loaded_waits_without_blocking(desk: Desk) -> None:
    may_load = threading.Event()

    def slow() -> Loaded:
        may_load.wait(30)
        return loaded()

    app = desk.app(slow)
    async with app.run_test() as pilot:
        await paste(pilot, RAW_KEY)
        await pilot.press("enter")
        await pilot.pause()
        assert "Opening" in seen(app)
        await pilot.press("f8")  # keys are still taken
        await pilot.pause()
        assert not app.screen.query_one(Input).password
        may_load.set()
        await reach(pilot, CaseloadScreen)
    app.close_store()


async def test_a_broken_agenda_file_is_a_sentence_on_the_unlock_screen(desk: Desk) -> None:
    def broken() -> Loaded:
        raise KnowledgeError("agenda.toml, line 12: home.right: kind.", hint="Mend the file.")

    app = desk.app(broken, passphrase=RAW_KEY)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "agenda.toml, line 12" in seen(app)
        assert isinstance(app.screen, UnlockScreen)
    app.close_store()


async def test_a_store_that_is_open_elsewhere_says_so(desk: Desk) -> None:
    other = loaded().open_store(desk.settings.store, RAW_KEY, clock=CLOCK, new_id=uuid4)
    app = desk.app(passphrase=RAW_KEY)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "open in another window" in " ".join(seen(app).split())
        other.close()
        await pilot.press("enter")
        await reach(pilot, CaseloadScreen)
    app.close_store()


async def test_a_store_without_a_chair_asks_who_you_are(tmp_path: Path) -> None:
    app = Desk(tmp_path).with_children(chair=None).unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, ProfileScreen)
        assert "Your name" in seen(app)
    app.close_store()


async def test_the_passphrase_of_the_fictional_caseload_stands_on_the_lock_screen(
    tmp_path: Path,
) -> None:
    app = Desk(tmp_path).with_children().app()
    object.__setattr__(app.settings, "passphrase_hint", "demo")
    async with app.run_test():
        assert "demo" in seen(app)
        assert "F5" not in footer(app)  # nowhere to go to while it is locked
    app.close_store()


async def test_going_straight_to_an_unknown_child_ends_with_a_sentence(desk: Desk) -> None:
    app = desk.app(passphrase=RAW_KEY, chair="NOBODY")
    async with app.run_test() as pilot:
        await settle(pilot)
        for _ in range(100):
            if app.failure:
                break
            await asyncio.sleep(0.02)
    assert "NOBODY" in app.failure
    assert app.return_code == 1
    app.close_store()
