"""The letter is written section by section beside what the meeting left."""

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from textual.pilot import Pilot

from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.decisions import Agreement, Decision
from iro_tui.domain.review import ChildWords, ReviewState
from iro_tui.screens.band import BandScreen
from iro_tui.screens.documents import DocumentsScreen
from iro_tui.screens.files import FilesScreen
from iro_tui.screens.put_in import PutInScreen
from iro_tui.screens.write_up import WriteUpScreen
from iro_tui.widgets.letter_text import LetterText
from tests.screens.around_meeting import at_work, closed, kept, opened, paste, read
from tests.screens.desk import footer
from tests.screens.meeting_room import Room, make_room, until
from tests.stores import TODAY


@pytest.fixture
def room(tmp_path: Path) -> Room:
    room = make_room(tmp_path, state=ReviewState.COMPLETED, completed_on=TODAY)
    review_id = room.review.id
    with at_work(room) as work:
        work.words.save(ChildWords(uuid4(), review_id, "I want a lock", section_id="home"))
        work.answers.save(
            review_id,
            Answer("home.good", AnswerState.ANSWERED, {"text": "Her own room, yellow paint."}),
            uuid4(),
        )
        work.decisions.save(
            Decision(
                uuid4(),
                review_id,
                1,
                "Fit a lock",
                why="Amara asked",
                owner="Jo Farrow",
                due_on=date(2026, 12, 4),
                words_for_child="Jo will put a lock on the bathroom door.",
                question_id="home.good",
                agreement=Agreement.AGREED,
            )
        )
    return room


async def begun(pilot: Pilot[None], room: Room) -> WriteUpScreen:
    pilot.app.push_screen(WriteUpScreen(room.review.id))
    screen = await opened(pilot, WriteUpScreen)
    await until(pilot, lambda: isinstance(screen.focused, LetterText))
    return screen


async def at_section(pilot: Pilot[None], screen: WriteUpScreen, section_id: str) -> None:
    for _ in screen.letter.sections:
        if screen.section.section_id == section_id:
            return
        await pilot.press("f4")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    raise AssertionError(f"There is no section {section_id}.")


async def test_notes_stand_left_and_the_letter_right(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot, room)
        await at_section(pilot, screen, "home")
        await pilot.pause()
        seen = read(screen)
        assert "From the meeting" in seen
        assert "yellow" in seen
        assert "Amara · Letter" in seen
        assert "Proposed" in seen


async def test_what_is_typed_is_kept_and_is_the_chairs_own(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot, room)
        await at_section(pilot, screen, "home")
        await pilot.press(*" I am glad.")
        await until(pilot, lambda: not screen.section.is_proposed)
        assert "✓ Yours" in read(screen)
        assert "Saved" in read(screen)
    assert kept(room).letter["home"].endswith(" I am glad.")


async def test_f7_takes_a_proposal_as_it_is_and_goes_on(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot, room)
        first = screen.section
        await pilot.press("f7")
        await until(pilot, lambda: screen.place == 1)
    assert kept(room).letter[first.section_id] == first.text


async def test_f7_only_takes_and_a_part_without_a_word_is_left_out_by_a_key_of_its_own(
    room: Room,
) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot, room)
        text = screen.query_one(LetterText)
        left_out = screen.section.section_id
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert "There is text here" in read(screen)
        assert text.text == screen.section.text
        while text.text:
            await pilot.press("ctrl+u", "backspace")
        await pilot.press("f7")
        await pilot.pause()
        assert screen.place == 0, "F7 takes, and there is nothing to take"
        await pilot.press("ctrl+o")
        await until(pilot, lambda: screen.place == 1)
        await pilot.press("f3")
        await until(pilot, lambda: screen.place == 0)
        await pilot.press("f7")
        await pilot.pause()
        assert "yours already" in read(screen)
    assert kept(room).letter[left_out] == ""


async def test_leaving_a_section_loses_nothing(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot, room)
        first = screen.section.section_id
        await pilot.press("X", "f4")
        await until(pilot, lambda: screen.place == 1)
        await pilot.press("f3")
        await until(pilot, lambda: screen.place == 0)
        assert screen.query_one(LetterText).text.endswith("X")
    assert kept(room).letter[first].endswith("X")


async def test_leaving_the_program_keeps_the_last_key(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot, room)
        first = screen.section.section_id
        await pilot.press("X", "ctrl+q")
        await pilot.pause()
    assert kept(room).letter[first].endswith("X")


async def test_a_starters_slot_is_ready_to_be_typed_over(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot, room)
        text = screen.query_one(LetterText)
        text.put_in("You like {what} at school.")
        await pilot.press(*"maths")
        assert text.text.endswith("\nYou like maths at school.")


async def test_f6_puts_in_a_quotation_a_decision_or_a_way_to_begin(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot, room)
        await at_section(pilot, screen, "decisions")
        assert screen.section.decisions
        await pilot.press("f6")
        picker = await opened(pilot, PutInScreen)
        assert "Decisions" in read(picker)
        await pilot.press("enter")
        await closed(pilot, picker)
        await until(pilot, lambda: not screen.section.is_proposed)
        assert screen.query_one(LetterText).text.endswith(screen.section.decisions[0])


async def test_escape_from_the_picker_puts_nothing_in(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot, room)
        before = screen.query_one(LetterText).text
        await pilot.press("f6")
        picker = await opened(pilot, PutInScreen)
        await pilot.press("escape")
        await closed(pilot, picker)
        assert screen.query_one(LetterText).text == before


async def test_another_age_needs_a_reason_and_is_kept(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot, room)
        await pilot.press("f8")
        sheet = await opened(pilot, BandScreen)
        await pilot.press("ctrl+a")
        sheet.fields["band"].show_value("b9_12")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "word of reason" in read(sheet)
        await paste(pilot, "She reads like a ten-year-old")
        await pilot.press("ctrl+s")
        await closed(pilot, sheet)
        await until(pilot, lambda: screen.letter.band.id == "b9_12")
    review = kept(room).review
    assert review.letter_band == "b9_12"
    assert review.letter_band_reason == "She reads like a ten-year-old"


async def test_f9_shows_the_documents_and_escape_comes_back(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot, room)
        await pilot.press("f9")
        documents = await opened(pilot, DocumentsScreen)
        await pilot.press("escape")
        await closed(pilot, documents)
        assert pilot.app.screen is screen


async def test_the_word_files_say_they_are_not_protected_then_where_they_are(
    room: Room, tmp_path: Path
) -> None:
    folder = tmp_path / "papers of mine"
    async with room.entered(size=(100, 30)) as (_, pilot):
        await begun(pilot, room)
        await pilot.press("f2")
        sheet = await opened(pilot, FilesScreen)
        assert "not protected" in read(sheet)
        sheet.fields["folder"].show_value(str(folder))
        await pilot.press("enter")
        await until(pilot, lambda: bool(sheet.written))
        await pilot.pause()
        assert "Both files are written" in read(sheet)
        assert "^s" not in footer(pilot.app)
        await pilot.press("enter")
        await closed(pilot, sheet)
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 2
    assert "letter" in names[0]
    assert "record" in names[1]


async def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_lost(
    room: Room, tmp_path: Path
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("not a folder", encoding="utf-8")
    async with room.entered() as (_, pilot):
        await begun(pilot, room)
        await pilot.press("f2")
        sheet = await opened(pilot, FilesScreen)
        sheet.fields["folder"].show_value(str(blocked / "below"))
        await pilot.press("enter")
        await until(pilot, lambda: sheet.has_class("-wrong"))
        assert pilot.app.screen is sheet
