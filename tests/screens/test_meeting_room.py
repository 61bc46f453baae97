"""Who is in the room decides what stands on the screen."""

from pathlib import Path

import pytest

from iro_tui.domain.agenda import Room
from iro_tui.domain.meeting_page import beside
from iro_tui.domain.review import Place
from iro_tui.screens.go_to import GoToScreen
from iro_tui.widgets.rows import Rows
from tests.screens.around_meeting import opened
from tests.screens.meeting_room import make_room, until
from tests.screens.screen_text import shown

SCALE = Place("home", "home.scale", "scale")
LEGAL = Place("legal", "legal.status", "answer")


@pytest.mark.parametrize("section", ["welcome", "home"])
async def test_the_section_stays_when_the_child_comes_and_goes(
    tmp_path: Path, section: str
) -> None:
    room = make_room(tmp_path, place=Place(section, "", ""))
    async with room.entered() as (screen, pilot):
        standing = screen.focused
        for _ in range(2):
            await pilot.press("f6")
            await screen.workers.wait_for_complete()
            await pilot.pause()
            assert screen.section_id == section
            assert screen.focused is standing


async def test_with_the_child_there_nothing_for_adults_or_asked_alone_is_shown(
    tmp_path: Path,
) -> None:
    room = make_room(tmp_path, place=SCALE)
    async with room.entered() as (screen, pilot):
        await pilot.press("7")
        await screen.workers.wait_for_complete()
        await pilot.press("f6")
        await until(pilot, lambda: screen.question_id == "home.good")
        seen = shown(screen)
        assert "From 0 to 10" not in seen
        assert "private" not in seen
        assert "Amara is in the room" in seen
        for block in screen.page.blocks:
            assert block.display == (block.question.room is Room.CHILD and block.question.core)


async def test_a_section_for_adults_is_left_at_once_when_the_child_comes_in(tmp_path: Path) -> None:
    async with make_room(tmp_path, place=LEGAL).entered() as (screen, pilot):
        assert "Legal status" in shown(screen)
        await pilot.press("f6")
        await until(pilot, lambda: screen.section_id != "legal")
        await pilot.pause()
        seen = shown(screen)
        assert "Legal status" not in seen
        assert "Adults: " in seen
        assert screen.focused in screen.page.fields_on_screen()


async def test_f5_to_a_section_that_is_put_away_says_which_key_brings_it_back(
    tmp_path: Path,
) -> None:
    async with make_room(tmp_path, place=LEGAL).entered() as (screen, pilot):
        await pilot.press("f6")
        await until(pilot, lambda: screen.section_id != "legal")
        await pilot.press("f5", *"legal")
        asked = await opened(pilot, GoToScreen)
        await until(pilot, lambda: "put away while Amara is here: F6" in shown(asked))
        assert not asked.query_one(Rows).display
        await pilot.press("x")
        await until(pilot, lambda: "is called “legalx”" in shown(asked))


async def test_what_was_being_typed_is_kept_when_the_child_comes_in(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=Place("home", "home.scale", "note"))
    async with room.entered() as (screen, pilot):
        field = screen.page.fields_on_screen()[2]
        field.focus()
        await pilot.press(*"Sad", "f6")
        await until(pilot, lambda: "home.scale" in screen.view.answers)
    assert "Sad" in room.kept("home.scale").parts.values()


async def test_the_same_key_brings_everything_back(tmp_path: Path) -> None:
    async with make_room(tmp_path, place=SCALE).entered() as (screen, pilot):
        await pilot.press("f6", "f6")
        await until(pilot, lambda: not screen.view.review.child_in_room)
        await pilot.pause()
        assert "Legal status" in shown(screen)


async def test_the_room_is_remembered_when_the_meeting_is_opened_again(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=SCALE)
    async with room.entered() as (screen, pilot):
        await pilot.press("f6")
        await until(pilot, lambda: screen.view.review.child_in_room)
    async with room.entered() as (screen, _):
        assert screen.view.review.child_in_room
        assert "From 0 to 10" not in shown(screen)


async def test_what_others_said_and_private_words_are_not_beside_with_the_child_there(
    tmp_path: Path,
) -> None:
    async with make_room(tmp_path, place=SCALE).entered() as (screen, pilot):
        await pilot.press("f6")
        await until(pilot, lambda: screen.view.review.child_in_room)
        shown_beside = beside(screen.view, screen.section, screen.question)
        assert shown_beside.views == ()
        assert not any(one.private for one in shown_beside.last_words)


async def test_marking_the_child_present_says_that_she_is_in_the_room(tmp_path: Path) -> None:
    async with make_room(tmp_path).entered() as (screen, pilot):
        assert screen.question_id == "welcome.present"
        await pilot.press("p")
        await until(pilot, lambda: screen.view.review.child_in_room)
