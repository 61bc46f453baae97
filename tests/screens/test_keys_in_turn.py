"""No letter lands where it was not aimed, however fast the keys come one after another."""

from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input

from iro_tui.domain.review import Place
from iro_tui.screens.child import ChildScreen
from iro_tui.screens.child_words import WordsScreen
from iro_tui.screens.decision import DecisionScreen
from iro_tui.screens.go_to import GoToScreen
from iro_tui.screens.outcome import OutcomeScreen
from iro_tui.widgets.answers.scale_field import ScaleField
from iro_tui.widgets.answers.text_field import TextField
from tests.screens.around_meeting import decided_before, kept, opened
from tests.screens.meeting_room import Room, make_room, until
from tests.test_kill import chaired

HOME = Place("home", "home.good", "text")
F2, F5, ESCAPE, QUIT = "\x1bOQ", "\x1b[15~", "\x1b", "\x11"
AS_A_HAND_MOVES = 0.12
"""Seconds from Esc to the next key; a terminal takes a closer one for one key with Alt."""


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return make_room(tmp_path, place=HOME)


def hit(pilot: Pilot[None], *keys: str) -> None:
    """Press keys as fast as they can be pressed: nothing is waited for in between."""
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        is_letter = len(key) == 1
        name = _character_to_key(key) if is_letter else key
        driver.send_message(events.Key(name, key if is_letter else None))


async def test_letters_after_escape_and_go_to_are_typed_into_go_to(room: Room) -> None:
    async with room.entered() as (_, pilot):
        hit(pilot, "f2")
        sheet = await opened(pilot, DecisionScreen)
        hit(pilot, *"Fit a lock", "escape", "f5", *"health")
        asked = await opened(pilot, GoToScreen)
        await until(pilot, lambda: asked.query_one(Input).value == "health")
        assert sheet.typed("what") == "Fit a lock"
        await pilot.press("escape")
    assert kept(room).decisions[0].what == "Fit a lock"
    assert room.kept("home.good").parts == {}


@pytest.mark.parametrize(("key", "kind"), [("f2", DecisionScreen), ("ctrl+t", WordsScreen)])
async def test_letters_after_escape_and_a_new_sheet_are_typed_into_the_new_sheet(
    room: Room, key: str, kind: type[DecisionScreen | WordsScreen]
) -> None:
    async with room.entered() as (_, pilot):
        hit(pilot, "ctrl+g")
        await until(pilot, lambda: pilot.app.screen.is_modal)
        hit(pilot, *"Jo", "escape", key, *"Sleepovers")
        sheet = await opened(pilot, kind)
        first = sheet.first_field()
        await until(pilot, lambda: sheet.typed(first) == "Sleepovers")
    assert room.kept("home.good").parts == {}
    assert room.kept("home.good").given_by == "Jo"


async def test_a_sheet_typed_and_closed_at_one_go_gives_the_next_words_back_to_the_answer(
    room: Room,
) -> None:
    async with room.entered() as (screen, pilot):
        field = screen.focused
        assert isinstance(field, TextField)
        hit(pilot, *"Calm ", "f2", *"Fit a lock", "escape", *"here", "tab", "7")
        await until(pilot, lambda: field.text == "Calm here")
        await until(pilot, lambda: isinstance(screen.focused, ScaleField))
        await until(pilot, lambda: screen.query(ScaleField).first().number == 7)
    assert kept(room).decisions[0].what == "Fit a lock"


async def test_what_follows_a_mark_that_asks_why_is_typed_into_its_sheet(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=Place("since", "since.decisions", ""))
    decided_before(room, "Find a quiet table", "Ask about drums")
    async with room.entered() as (screen, pilot):
        hit(pilot, "n", *"Nobody answered", "enter")
        sheet = await opened(pilot, OutcomeScreen)
        await until(pilot, lambda: sheet.typed("why_not") == "Nobody answered")
        assert len(screen.view.outcomes) == 1


async def test_what_is_typed_in_a_window_too_small_waits_until_it_is_large_enough(
    room: Room,
) -> None:
    async with room.entered() as (screen, pilot):
        field = screen.focused
        assert isinstance(field, TextField)
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: screen.has_class("-too-low"))
        hit(pilot, *"Calm", "f2", *"Fit a lock")
        await pilot.pause(0.3)
        assert pilot.app.screen is screen
        assert field.text == ""
        await pilot.resize_terminal(80, 24)
        sheet = await opened(pilot, DecisionScreen)
        await until(pilot, lambda: sheet.typed("what") == "Fit a lock")
        assert field.text == "Calm"


async def test_a_window_too_small_can_be_left(room: Room) -> None:
    async with room.entered(size=(60, 20)) as (_, pilot):
        hit(pilot, "ctrl+q")
        await until(pilot, lambda: not pilot.app.is_running)


def test_in_a_terminal_letters_after_escape_and_go_to_are_not_typed_into_the_answer(
    tmp_path: Path,
) -> None:
    room = make_room(tmp_path, place=HOME)
    with chaired(room) as running:
        running.wait_for("What is good about living")
        running.press(F2)
        running.wait_for("New decision")
        running.type("Fit a lock")
        running.press(ESCAPE)
        running.read_for(AS_A_HAND_MOVES)
        running.press(F5)
        running.type("xqxq")
        running.read_for(1.0)
        running.press(ESCAPE)
        running.read_for(1.0)
        running.press(QUIT)
        assert running.wait() == 0
    assert room.kept("home.good").parts == {}
    assert kept(room).decisions[0].what == "Fit a lock"


async def test_letters_after_going_up_do_not_stay_behind(room: Room) -> None:
    async with room.entered() as (_, pilot):
        hit(pilot, *"Calm", "escape", "f5", *"case")
        asked = await opened(pilot, GoToScreen)
        await until(pilot, lambda: asked.query_one(Input).value == "case")
        assert isinstance(pilot.app.screen_stack[-2], ChildScreen)
    assert room.kept("home.good").parts == {"text": "Calm"}
