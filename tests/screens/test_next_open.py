"""One key leads to the next question without an answer, wherever it stands."""

from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest

from iro_tui.domain.agenda import Room as Asked
from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.review import Place
from iro_tui.screens.meeting import MeetingScreen
from tests.screens.around_meeting import at_work, read
from tests.screens.meeting_room import Room, make_room, until
from tests.stores import loaded

GOOD = Place("home", "home.good", "text")


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return make_room(tmp_path, place=GOOD)


def stands_at(screen: MeetingScreen, question_id: str) -> bool:
    return screen.question_id == question_id


def everything_but(room: Room, *open_ids: str, asked_in: Asked | None = None) -> None:
    """Set all core questions aside, or those of one room."""
    with at_work(room) as work:
        for one in loaded().knowledge.agenda.questions:
            if one.core and one.id not in open_ids and asked_in in (None, one.room):
                answer = Answer(one.id, AnswerState.NOT_ASKED, reason="No time")
                work.answers.save(room.review.id, answer, uuid4())


async def test_it_passes_over_what_is_left_of_a_question(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press("x", "ctrl+n")
        await until(pilot, lambda: screen.question_id == "home.scale")
        await pilot.press("7", "ctrl+n")
        await until(pilot, lambda: screen.question_id == "home.right")


async def test_it_opens_the_next_section_and_passes_over_what_is_answered(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press("f4")
        await until(pilot, lambda: screen.question_id == "family.people")
        await pilot.press("tab")
        await until(pilot, lambda: screen.question_id == "family.going")
        await pilot.press("5", "f3")
        await until(pilot, lambda: screen.question_id == "home.good")
        for expected in ("home.scale", "home.right", "home.move", "home.visits", "family.people"):
            await pilot.press("x" if screen.question_id == "home.good" else "1", "ctrl+n")
            await until(pilot, partial(stands_at, screen, expected))
        assert screen.section_id == "family"


async def test_with_the_child_there_it_stays_with_what_is_asked_of_the_child(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press("x", "f6", "ctrl+n")
        await until(pilot, lambda: screen.question_id == "family.people")


async def test_what_is_to_come_back_to_is_asked_before_the_end(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press("f6", "f8")
        await until(pilot, lambda: screen.question_id == "family.people")
    everything_but(room, "home.good", "decisions.dissent", "closing.next")
    async with room.entered() as (screen, pilot):
        await pilot.press("ctrl+n")
        await until(pilot, lambda: screen.question_id == "home.good")
        await pilot.press("x", "ctrl+n")
        await until(pilot, lambda: screen.question_id == "decisions.dissent")


@pytest.mark.parametrize(
    ("kept_from", "words"),
    [(Asked.CHILD, "F6 when Amara has left"), (None, "Nothing is open any more. ^r: finish.")],
)
async def test_without_anything_open_it_says_what_comes_next(
    room: Room, kept_from: Asked | None, words: str
) -> None:
    everything_but(room, asked_in=kept_from)
    async with room.entered() as (screen, pilot):
        await pilot.press(*(["f6"] if kept_from else []), "ctrl+n")
        await until(pilot, lambda: words in read(screen))


async def test_more_questions_stay_open_from_section_to_section(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press("f10")
        await until(pilot, lambda: screen.question_id == "home.everyday")
        await pilot.press("f3")
        await until(pilot, lambda: screen.section_id == "education")
        extra = screen.page.block_of("education.extra")
        assert extra is not None
        assert extra.display
        await pilot.press("f10")
        await until(pilot, lambda: not extra.display)
