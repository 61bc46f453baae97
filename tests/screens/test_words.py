"""The child's words are kept just as they are typed."""

from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from iro_tui.domain.review import Place, SaidWhere
from iro_tui.screens.child_words import WordsScreen
from tests.screens.around_meeting import closed, kept, opened, paste, read, typed
from tests.screens.meeting_room import Room, make_room, until

WORDS = Place("wishes", "wishes.words", "")


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return make_room(tmp_path, place=WORDS)


async def begun(pilot: Pilot[None]) -> WordsScreen:
    await pilot.press("ctrl+t")
    return await opened(pilot, WordsScreen)


async def test_words_are_never_trimmed_nor_corrected(room: Room) -> None:
    said = "  i dont like lunch its to LOUD  \n\n\tand [red] <b>{{x}}</b> 🦈 \n"
    async with room.entered() as (_, pilot):
        screen = await begun(pilot)
        await paste(pilot, said)
        await pilot.press("ctrl+s")
        await closed(pilot, screen)
    [words] = kept(room).words
    assert words.text == said
    assert words.section_id == "wishes"
    assert words.said_where is SaidWhere.MEETING
    assert words.put_to_review
    assert not words.private


async def test_enter_is_a_new_line_in_the_words(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot)
        await pilot.press("a", "enter", "b", "ctrl+s")
        await closed(pilot, screen)
    assert kept(room).words[0].text == "a\nb"


async def test_words_said_alone_start_private_and_name_who_may_see_them(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot)
        await pilot.press("S", "tab", "a")
        assert screen.is_yes("private")
        screen.fields["may_see"].focus()
        await paste(pilot, "Jo Farrow, Priya Shah")
        await pilot.press("ctrl+s")
        await closed(pilot, screen)
    [words] = kept(room).words
    assert words.said_where is SaidWhere.ALONE
    assert words.private
    assert words.may_see == ("Jo Farrow", "Priya Shah")


async def test_through_whom_and_a_translation_stand_beside_the_words(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot)
        await paste(pilot, "Mepɛ sɛ metena ha")
        await pilot.press("tab", "t", "enter")
        await typed(pilot, "Efua Osei", "I want to stay here")
        await pilot.press("n", "ctrl+s")
        await closed(pilot, screen)
    [words] = kept(room).words
    assert words.text == "Mepɛ sɛ metena ha"
    assert words.through == "Efua Osei"
    assert words.translation == "I want to stay here"
    assert words.said_where is SaidWhere.THROUGH
    assert not words.put_to_review


async def test_escape_keeps_what_was_typed(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot)
        await pilot.press(*"Stay", "escape")
        await closed(pilot, screen)
    assert kept(room).words[0].text == "Stay"


async def test_leaving_the_program_keeps_the_last_key(room: Room) -> None:
    async with room.entered() as (_, pilot):
        await begun(pilot)
        await pilot.press(*"Stay", "ctrl+q")
        await pilot.pause()
    assert kept(room).words[0].text == "Stay"


async def test_nothing_typed_keeps_nothing(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot)
        await pilot.press("escape")
        await closed(pilot, screen)
    assert kept(room).words == ()


async def test_a_control_character_is_refused_with_the_reason_and_stays_on_screen(
    room: Room,
) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot)
        await paste(pilot, "Stay\x07")
        await until(pilot, lambda: screen.has_class("-wrong"))
        assert "control character (U+0007)" in read(screen)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is screen
        await pilot.press("backspace", "ctrl+s")
        await closed(pilot, screen)
    assert kept(room).words[0].text == "Stay"


async def test_the_row_under_the_cursor_is_opened_taken_out_and_brought_back(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        sheet = await begun(pilot)
        await pilot.press(*"Stay", "ctrl+s")
        await closed(pilot, sheet)
        assert "“Stay”" in read(screen)
        await pilot.press("k", "enter")
        again = await opened(pilot, WordsScreen)
        assert again.typed("text") == "Stay"
        await pilot.press("escape")
        await closed(pilot, again)
        await pilot.press("delete")
        await until(pilot, lambda: not screen.view.words)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: bool(screen.view.words))
    assert kept(room).words[0].text == "Stay"


async def test_private_words_are_not_on_the_screen_with_the_child_there(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        sheet = await begun(pilot)
        await pilot.press(*"Secret", "tab", "a", "ctrl+s")
        await closed(pilot, sheet)
        assert "Secret" in read(screen)
        await pilot.press("f6")
        await until(pilot, lambda: screen.view.review.child_in_room)
        await pilot.pause()
        assert "Secret" not in read(screen)


async def test_words_typed_before_the_sheet_has_a_cursor_are_in_it(room: Room) -> None:
    async with room.entered() as (_, pilot):
        pilot.app.post_message(Key("ctrl+t", None))
        for letter in "Too loud":
            pilot.app.post_message(Key("space" if letter == " " else letter, letter))
        screen = await opened(pilot, WordsScreen)
        await until(pilot, lambda: screen.typed("text") == "Too loud")
        assert screen.typed("text") == "Too loud"
