"""Nothing typed is lost: not by a disk that refuses, not by text that is odd."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from iro_tui.domain.review import Place
from iro_tui.store.store import Store
from iro_tui.widgets.answers.text_field import TextField
from tests.screens.meeting_room import make_room, until
from tests.screens.screen_text import shown

HOME = Place("home", "home.good", "text")
ODD = "<&> {{ 7*7 }} [red] =SUM(A1) 🧑‍🧑‍🧒 שלום\n\tO'Neil-Żółć"


def disk_refuses(store: Store, *, on: bool) -> None:
    """Make the open database refuse every write, or take them again."""
    with store._engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if on else 'OFF'}")


async def test_a_refused_write_is_said_in_its_place_and_the_text_stays(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    async with room.entered() as (screen, pilot):
        await screen.iro.store_call(disk_refuses, on=True)
        await pilot.press(*"Kept")
        await until(pilot, lambda: "Not saved" in shown(screen).splitlines()[0])
        assert "ctrl+s tries again" in shown(screen).splitlines()[0]
        assert isinstance(screen.focused, TextField)
        assert screen.focused.text == "Kept"
        await screen.iro.store_call(disk_refuses, on=False)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Saved" in shown(screen).splitlines()[0])
    assert room.kept("home.good").parts == {"text": "Kept"}


async def test_with_a_refused_write_the_text_is_still_there_after_another_section(
    tmp_path: Path,
) -> None:
    room = make_room(tmp_path, place=HOME)
    async with room.entered() as (screen, pilot):
        await screen.iro.store_call(disk_refuses, on=True)
        await pilot.press(*"Kept", "f4")
        await until(pilot, lambda: screen.section_id == "family")
        await pilot.press("f3")
        await until(pilot, lambda: screen.section_id == "home")
        await pilot.pause()
        assert isinstance(screen.focused, TextField)
        assert screen.focused.text == "Kept"
        await screen.iro.store_call(disk_refuses, on=False)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: screen.saving.is_all_saved)
    assert room.kept("home.good").parts == {"text": "Kept"}


async def test_the_meeting_is_not_left_while_something_is_not_saved(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    async with room.entered() as (screen, pilot):
        await screen.iro.store_call(disk_refuses, on=True)
        await pilot.press(*"Kept", "escape")
        await until(pilot, lambda: "Not saved" in shown(screen).splitlines()[0])
        assert screen.is_active
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert screen.is_active
        await screen.iro.store_call(disk_refuses, on=False)
        await pilot.press("escape")
        await until(pilot, lambda: not screen.is_active)
    assert room.kept("home.good").parts == {"text": "Kept"}


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def test_hostile_text_comes_back_as_it_was_typed(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    async with room.entered() as (screen, pilot):
        await paste(pilot, ODD)
        await screen.saving.keep()
    assert room.kept("home.good").parts == {"text": ODD}
    async with room.entered() as (screen, _):
        assert isinstance(screen.focused, TextField)
        assert screen.focused.text == ODD


@pytest.mark.parametrize("name", ["[red]", "=SUM(A1)", "O'Neil-Żółć", "../../x", "[/]"])
async def test_a_child_may_be_called_anything(tmp_path: Path, name: str) -> None:
    async with make_room(tmp_path, name=name, place=HOME).entered() as (screen, pilot):
        assert shown(screen).splitlines()[0].startswith(f" {name} · Review 4")
        await pilot.press("f6")
        await until(pilot, lambda: f"{name} is in the room" in shown(screen))


async def test_control_characters_are_refused_at_paste_with_the_reason(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    async with room.entered() as (screen, pilot):
        await paste(pilot, "bell\x07")
        assert "control character (U+0007)" in shown(screen)
        assert isinstance(screen.focused, TextField)
        assert screen.focused.text == ""


async def test_100_000_characters_are_kept_whole(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    text = "Sharks & rays. " * 6_667
    async with room.entered() as (screen, pilot):
        await paste(pilot, text)
        await screen.saving.keep()
    assert room.kept("home.good").parts == {"text": text}


async def test_a_choice_of_the_wrong_kind_never_reaches_the_disk(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=Place("home", "home.right", "answer"))
    async with room.entered() as (screen, pilot):
        await pilot.press("9")
        await screen.workers.wait_for_complete()
    assert room.kept("home.right").parts == {}
