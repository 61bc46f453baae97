"""A decision is taken over the meeting, in a few keys."""

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from textual.pilot import Pilot

from iro_tui.domain.decisions import Decision, KeepFrom, Priority
from iro_tui.domain.review import Place
from iro_tui.screens.decision import DecisionScreen
from tests.screens.around_meeting import at_work, closed, kept, opened, read, typed
from tests.screens.meeting_room import Room, make_room, until
from tests.screens.screen_text import shown

HOME = Place("home", "home.good", "text")


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return make_room(tmp_path, place=HOME)


async def begun(pilot: Pilot[None]) -> DecisionScreen:
    await pilot.press("f2")
    return await opened(pilot, DecisionScreen)


async def test_four_lines_and_ctrl_s_take_a_decision(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot)
        await pilot.press(*"Say yes to sleepovers at Ella's", "enter", *"Amara asked", "enter")
        await pilot.press(*"pri", "enter", *"fri", "ctrl+s")
        await closed(pilot, screen)
    [decision] = kept(room).decisions
    assert decision.what == "Say yes to sleepovers at Ella's"
    assert decision.why == "Amara asked"
    assert (decision.owner, decision.owner_role) == ("Priya Shah", "social worker")
    assert decision.owner_id is not None
    assert decision.due_on == date(2026, 11, 27)
    assert decision.question_id == "home.good"
    assert not decision.draft
    assert decision.number == 1


async def test_enter_in_the_last_field_keeps_too(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot)
        await typed(pilot, "Ask the school", "", "jo", "2 weeks", "Jo will ask your school.")
        await pilot.press("u", "enter", "n", "enter", "p", "enter")
        await closed(pilot, screen)
    [decision] = kept(room).decisions
    assert decision.owner == "Jo Farrow"
    assert decision.due_on == date(2026, 12, 8)
    assert decision.words_for_child == "Jo will ask your school."
    assert decision.priority is Priority.URGENT
    assert not decision.in_letter
    assert decision.keep_from is KeepFrom.PARENTS


async def test_what_is_typed_is_said_to_be_saved_above(room: Room) -> None:
    async with room.entered() as (meeting, pilot):
        assert "Saved" not in shown(meeting).splitlines()[0]
        await begun(pilot)
        await pilot.press(*"Say yes")
        await until(pilot, lambda: "Saved" in shown(meeting).splitlines()[0])


async def test_the_meeting_stays_in_sight_above(room: Room) -> None:
    async with room.entered() as (_, pilot):
        await begun(pilot)
        await pilot.pause(0.1)
        seen = shown(pilot.app.screen)
        assert "Section" in seen.splitlines()[0]
        assert "New decision · Where I live" in seen
        assert "For Amara" in seen


async def test_the_day_is_echoed_as_it_is_understood(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot)
        screen.fields["by"].focus()
        await pilot.press(*"12dec")
        await pilot.pause()
        assert "→ Sat 12 Dec 2026" in read(screen)


@pytest.mark.parametrize("words", ["asap", "ongoing", "30 feb"])
async def test_a_day_that_is_none_is_refused_with_what_would_work(room: Room, words: str) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot)
        await typed(pilot, "Ask the school", "", "pri", words)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert "!" in read(screen)
        assert screen.fields["by"].has_class("-wrong")


@pytest.mark.parametrize("role", ["SW", "carers", "school"])
async def test_a_role_alone_is_refused(room: Room, role: str) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot)
        await typed(pilot, "Ask the school", "", role)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert screen.fields["who"].has_class("-wrong")
        assert "does not say which person" in read(screen)


async def test_the_refusal_of_a_role_names_who_has_it(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot)
        await typed(pilot, "Ask the school", "", "SW")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Priya Shah is the social worker" in read(screen)


async def test_somebody_who_is_not_on_the_list_is_kept_as_typed(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot)
        await typed(pilot, "Ask the school", "", "Dr Nadia Moss (paediatrician)")
        await pilot.press("ctrl+s")
        await closed(pilot, screen)
    [decision] = kept(room).decisions
    assert (decision.owner, decision.owner_role) == ("Dr Nadia Moss", "paediatrician")
    assert decision.owner_id is None


async def test_nothing_said_is_not_kept(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert "Say what is decided." in read(screen)
        await pilot.press("escape")
        await closed(pilot, screen)
    assert kept(room).decisions == ()


async def test_escape_keeps_a_draft_that_is_offered_again(room: Room) -> None:
    async with room.entered() as (_, pilot):
        screen = await begun(pilot)
        await typed(pilot, "Find a lock for the bathroom")
        await pilot.press(*"She asked", "escape")
        await closed(pilot, screen)
        again = await begun(pilot)
        assert again.typed("what") == "Find a lock for the bathroom"
        assert again.typed("why") == "She asked"
        await pilot.press("ctrl+s")
        await closed(pilot, again)
    [decision] = kept(room).decisions
    assert not decision.draft


async def test_what_is_typed_is_on_the_disk_before_the_sheet_is_left(room: Room) -> None:
    async with room.entered() as (_screen, pilot):
        sheet = await begun(pilot)
        await pilot.press(*"Ask")
        await until(pilot, lambda: sheet.has_kept)
    [decision] = kept(room).decisions
    assert decision.what == "Ask"
    assert decision.draft


async def test_a_decision_kept_before_is_changed(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        sheet = await begun(pilot)
        await typed(pilot, "Ask the school", "", "pri")
        await pilot.press(*"fri", "ctrl+s")
        await closed(pilot, sheet)
        await screen.open_section("decisions")
        await until(pilot, lambda: screen.section_id == "decisions")
        await pilot.pause()
        await pilot.press("enter")
        again = await opened(pilot, DecisionScreen)
        assert "Fri 27 Nov 2026" in read(again)
        await pilot.press(*" today", "ctrl+s")
        await closed(pilot, again)
    [decision] = kept(room).decisions
    assert decision.what == "Ask the school today"
    assert decision.due_on == date(2026, 11, 27)


async def test_a_decision_taken_out_comes_back_with_undo(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        sheet = await begun(pilot)
        await typed(pilot, "Ask the school")
        await pilot.press("ctrl+s")
        await closed(pilot, sheet)
        await screen.open_section("decisions")
        await pilot.pause()
        await pilot.press("delete")
        await until(pilot, lambda: not screen.view.decisions)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: bool(screen.view.decisions))
    [decision] = kept(room).decisions
    assert decision.what == "Ask the school"


async def test_a_long_pasted_act_with_line_breaks_is_kept_whole(room: Room) -> None:
    act = "Agree {{ 7*7 }} <&> [red]\n" + "word " * 2000
    async with room.entered() as (_, pilot):
        sheet = await begun(pilot)
        sheet.fields["what"].show_value(act)
        await pilot.press("ctrl+s")
        await closed(pilot, sheet)
    [decision] = kept(room).decisions
    assert decision.what == act


async def test_the_childs_own_row_and_the_chair_may_be_picked(room: Room) -> None:
    async with room.entered() as (_, pilot):
        sheet = await begun(pilot)
        await typed(pilot, "Choose the paint", "", "ama")
        await pilot.press("ctrl+s")
        await closed(pilot, sheet)
    [decision] = kept(room).decisions
    assert decision.owner == "Amara"


async def test_a_decision_of_a_hundred_thousand_characters_is_listed_and_opened(room: Room) -> None:
    act = "[b]Agree[/b] " + "x" * 100_000
    with at_work(room) as work:
        work.decisions.save(Decision(uuid4(), room.review.id, 1, act, question_id="home.good"))
    async with room.entered() as (screen, pilot):
        await screen.open_section("decisions")
        await pilot.pause()
        assert "4.1 [b]Agree[/b]" in read(screen)
        await pilot.press("enter")
        sheet = await opened(pilot, DecisionScreen)
        assert sheet.typed("what") == act
