"""Who is here is marked with one key a row; who is not has a reason and perhaps views."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from iro_tui.domain.review import Place, Presence
from iro_tui.screens.attendee import AttendeeScreen
from iro_tui.screens.meeting import MeetingScreen
from iro_tui.widgets.absence_field import AbsenceField
from iro_tui.widgets.attendance_field import PresenceRows
from tests.screens.around_meeting import closed, kept, opened, paste, read, typed
from tests.screens.desk import type_text
from tests.screens.meeting_room import Room, make_room, until

PRESENT = Place("welcome", "welcome.present", "")
ABSENT = Place("welcome", "welcome.absent", "")


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return make_room(tmp_path, place=PRESENT)


async def test_the_child_and_the_people_around_stand_there_before_anything_is_typed(
    room: Room,
) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.pause()
        seen = read(screen)
        for name in ("Amara", "Jo Farrow", "Priya Shah"):
            assert name in seen
        assert "not marked" in seen


def kept_presence(screen: MeetingScreen, name: str) -> Presence:
    return next(one.presence for one in screen.view.attendance if one.name == name)


async def test_a_letter_marks_a_row_and_goes_to_the_next(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press("j", "v", "t")
        await until(
            pilot,
            lambda: [one.presence for one in screen.view.attendance].count(Presence.INVITED) == 1,
        )
    after = kept(room)
    assert after.presence_of("Jo Farrow") == "video"
    assert after.presence_of("Priya Shah") == "phone"
    assert after.presence_of("Amara") == "invited"


async def test_after_a_mark_the_line_below_says_who_is_marked_and_up_goes_back(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        rows = screen.query_one(PresenceRows)
        await pilot.press("j", "v")
        await until(pilot, lambda: "Jo Farrow: by video · next: Priya Shah" in read(screen))
        await pilot.press("up", "t")
        await until(pilot, lambda: kept_presence(screen, "Jo Farrow") is Presence.PHONE)
        assert rows.highlighted == 2


async def test_a_sentence_typed_over_the_childs_own_row_leaves_it_as_it_was(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press("p", "up", "f6")
        await until(pilot, lambda: not screen.view.review.child_in_room)
        await type_text(pilot, "so it was")
        await until(pilot, lambda: "nothing was marked" in read(screen))
        await until(pilot, lambda: kept_presence(screen, "Amara") is Presence.IN_PERSON)


@pytest.mark.parametrize("words", ["the bus was late", "sat by the fire", "Jo is here, at last"])
async def test_a_sentence_typed_over_the_list_marks_nobody(room: Room, words: str) -> None:
    async with room.entered() as (screen, pilot):
        before = list(screen.view.attendance)
        await pilot.press("j")
        await type_text(pilot, words)
        await pilot.press("enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        if pilot.app.screen is screen:
            assert "nothing was marked" in read(screen)
            assert screen.query_one(PresenceRows).highlighted == 1
        await until(pilot, lambda: list(screen.view.attendance) == before)


async def test_three_keys_mark_three_people_the_child_among_them(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        for key in "ppv":
            await pilot.press(key)
            await screen.workers.wait_for_complete()
            await pilot.pause()
        await until(pilot, lambda: all(one.presence.was_there for one in screen.view.attendance))
        assert screen.view.review.child_in_room
    after = kept(room)
    assert after.presence_of("Amara") == "in_person"
    assert after.presence_of("Priya Shah") == "video"


async def test_space_goes_round_in_place(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press("j")
        for _ in range(5):
            await pilot.press("space")
            await pilot.pause(0.05)
        await until(
            pilot, lambda: any(one.presence is Presence.APOLOGY for one in screen.view.attendance)
        )
    assert kept(room).presence_of("Jo Farrow") == "apology"


async def test_a_child_marked_present_is_in_the_room(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press("p")
        await until(pilot, lambda: screen.view.review.child_in_room)
        await pilot.pause()
        assert "Amara is in the room" in read(screen)
    assert kept(room).review.child_in_room


async def test_undo_takes_the_mark_back(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press("j", "p")
        await until(pilot, lambda: any(one.presence.was_there for one in screen.view.attendance))
        await pilot.press("ctrl+z")
        await until(
            pilot, lambda: not any(one.presence.was_there for one in screen.view.attendance)
        )
    assert kept(room).presence_of("Jo Farrow") == "invited"


async def test_somebody_else_is_added_by_name(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press("+")
        sheet = await opened(pilot, AttendeeScreen)
        await typed(pilot, "Nadia Moss", "paediatrician")
        await pilot.press("ctrl+s")
        await closed(pilot, sheet)
        assert "Nadia Moss" in read(screen)
    [added] = [one for one in kept(room).attendance if one.name == "Nadia Moss"]
    assert added.role == "paediatrician"
    assert added.presence is Presence.IN_PERSON


async def test_nobody_named_is_nobody_added(room: Room) -> None:
    async with room.entered() as (_, pilot):
        await pilot.press("+")
        sheet = await opened(pilot, AttendeeScreen)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Who is it?" in read(sheet)
        await pilot.press("escape")
        await closed(pilot, sheet)
    assert len(kept(room).attendance) == 3


async def test_a_note_says_for_which_part(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press("j", "r")
        await until(pilot, lambda: any(one.presence.was_there for one in screen.view.attendance))
        await pilot.press("k", "enter")
        sheet = await opened(pilot, AttendeeScreen)
        sheet.fields["note"].focus()
        await paste(pilot, "The first half")
        await pilot.press("ctrl+s")
        await closed(pilot, sheet)
        assert "The first half" in read(screen)
    [jo] = [one for one in kept(room).attendance if one.name == "Jo Farrow"]
    assert jo.note == "The first half"


async def test_before_anybody_is_marked_nobody_is_missing(tmp_path: Path) -> None:
    async with make_room(tmp_path, place=ABSENT).entered() as (screen, _):
        assert "Say first who is here." in read(screen)
        assert screen.query_one(AbsenceField).query_one(PresenceRows).people == ()


async def somebody_is_here(screen: MeetingScreen, pilot: Pilot[None]) -> None:
    """Mark Jo present, and go to the list of those who are not."""
    await pilot.press("shift+tab", "j", "p")
    await until(pilot, lambda: any(one.presence.was_there for one in screen.view.attendance))
    await pilot.press("tab")


async def test_who_is_not_here_has_a_reason_and_views(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=ABSENT)
    async with room.entered() as (screen, pilot):
        await somebody_is_here(screen, pilot)
        await pilot.press("j", "s")
        await until(
            pilot, lambda: any(one.presence is Presence.APOLOGY for one in screen.view.attendance)
        )
        await pilot.press("enter")
        sheet = await opened(pilot, AttendeeScreen)
        sheet.fields["note"].focus()
        await typed(pilot, "At a funeral")
        await pilot.press("y", "enter", "enter")
        await typed(pilot, "by telephone")
        await paste(pilot, "Amara sleeps well now.")
        await pilot.press("ctrl+s")
        await closed(pilot, sheet)
        assert "✓ their views" in read(screen)
    after = kept(room)
    [view] = after.views
    assert view.view == "Amara sleeps well now."
    assert view.how == "by telephone"
    [sent] = [one for one in after.attendance if one.presence is Presence.APOLOGY]
    assert sent.note == "At a funeral"
    assert sent.private
    assert view.person_id == sent.person_id


async def test_who_comes_leaves_the_list_of_those_not_here(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=ABSENT)
    async with room.entered() as (screen, pilot):
        await somebody_is_here(screen, pilot)
        rows = screen.query_one(AbsenceField).query_one(PresenceRows)
        await until(pilot, lambda: [one.name for one in rows.people] == ["Amara", "Priya Shah"])
        await pilot.press("j", "p")
        await until(
            pilot,
            lambda: [one.presence.was_there for one in screen.view.attendance].count(True) > 1,
        )
    assert kept(room).presence_of("Priya Shah") == "in_person"


async def test_a_hostile_name_stands_in_the_list_as_it_is_written(tmp_path: Path) -> None:
    async with make_room(tmp_path, name="[red]{{x}}", place=PRESENT).entered() as (screen, _):
        assert "[red]{{x}}" in read(screen)
