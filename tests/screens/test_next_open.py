"""One key leads to the next question without an answer, wherever it stands."""

from pathlib import Path
from uuid import uuid4

import pytest

from iro_tui.domain.agenda import Room as Asked
from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.review import Place
from tests.screens.around_meeting import at_work, read
from tests.screens.desk import loaded
from tests.screens.meeting_room import Room, make_room, until

GOOD = Place("home", "home.good", "text")


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return make_room(tmp_path, place=GOOD)


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
            await until(pilot, lambda wanted=expected: screen.question_id == wanted)
        assert screen.section_id == "family"


async def test_with_the_child_there_it_stays_with_what_is_asked_of_the_child(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press("x", "f6", "ctrl+n")
        await until(pilot, lambda: screen.question_id == "family.people")


async def test_what_is_to_come_back_to_is_the_last(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=Place("closing", "closing.copies"))
    async with room.entered() as (screen, pilot):
        await pilot.press("f8", "ctrl+n")
        await until(pilot, lambda: screen.question_id == "welcome.present")


@pytest.mark.parametrize(
    ("kept_from", "words"),
    [(Asked.CHILD, "F6 when Amara has left"), (None, "Nothing is open any more. ^r: finish.")],
)
async def test_without_anything_open_it_says_what_comes_next(
    room: Room, kept_from: Asked | None, words: str
) -> None:
    with at_work(room) as work:
        for question in loaded().knowledge.agenda.questions:
            if question.core and (kept_from is None or question.room is kept_from):
                answer = Answer(question.id, AnswerState.NOT_ASKED, reason="No time")
                work.answers.save(room.review.id, answer, uuid4())
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
