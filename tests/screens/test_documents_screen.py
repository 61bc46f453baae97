"""F9 shows both documents as they stand."""

from pathlib import Path
from uuid import uuid4

import pytest
from textual.pilot import Pilot

from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.screens.documents import DocumentsScreen
from iro_tui.widgets.document_pages import DocumentPages
from tests.screens.around_meeting import at_work, closed, opened, read
from tests.screens.meeting_room import Room, make_room, until


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return make_room(tmp_path, name="[red]")


async def looked(pilot: Pilot[None]) -> DocumentsScreen:
    await pilot.press("f9")
    screen = await opened(pilot, DocumentsScreen)
    await until(pilot, lambda: isinstance(screen.focused, DocumentPages))
    await pilot.pause()
    return screen


async def test_the_record_stands_first_with_the_childs_name_as_it_is_written(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await looked(pilot)
        seen = read(screen)
        assert "[red] · Review 4 · Record as it stands" in seen
        assert "T-1" in seen


async def test_tab_shows_the_letter_and_again_the_record(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await looked(pilot)
        await pilot.press("tab")
        await until(pilot, lambda: "Letter as it stands" in read(screen))
        assert "Dear [red]" in read(screen)
        await pilot.press("f3")
        await until(pilot, lambda: "Record as it stands" in read(screen))


async def test_arrows_and_page_keys_scroll(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await looked(pilot)
        await pilot.press("pagedown", "down")
        pages = screen.query_one(DocumentPages)
        await until(pilot, lambda: pages.scroll_y > 0)


async def test_hostile_text_comes_out_as_it_went_in(room: Room) -> None:
    text = "{{ 7*7 }} <&> [bold]x[/bold] 🦈"
    with at_work(room) as work:
        answer = Answer("interests.likes", AnswerState.ANSWERED, {"text": text})
        work.answers.save(room.review.id, answer, uuid4())
    async with room.entered(size=(120, 400)) as (_, pilot):
        screen = await looked(pilot)
        await until(pilot, lambda: "{{ 7*7 }} <&> [bold]x[/bold]" in read(screen))


async def test_escape_goes_back_to_the_meeting(room: Room) -> None:
    async with room.entered() as (meeting, pilot):
        screen = await looked(pilot)
        await pilot.press("escape")
        await closed(pilot, screen)
        assert pilot.app.screen is meeting
