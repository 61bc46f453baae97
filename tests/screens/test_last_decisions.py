"""Last time's decisions are gone through one by one."""

from datetime import date
from pathlib import Path

import pytest

from iro_tui.domain.answers import AnswerState
from iro_tui.domain.decisions import Outcome
from iro_tui.domain.meeting import answer_to
from iro_tui.domain.review import Place
from iro_tui.screens.meeting import MeetingScreen
from iro_tui.screens.outcome import OutcomeScreen
from iro_tui.widgets.rows import Rows
from tests.screens.around_meeting import at_work, closed, decided_before, kept, opened, paste, read
from tests.screens.meeting_room import Room, make_room, until
from tests.stores import TODAY

PROMISES = Place("since", "since.decisions", "")


@pytest.fixture
def room(tmp_path: Path) -> Room:
    room = make_room(tmp_path, place=PROMISES)
    decided_before(room, "Find a quiet table", "Ask about drums")
    return room


def outcomes(screen: MeetingScreen) -> list[Outcome]:
    return [one.outcome for one in screen.view.outcomes.values()]


async def test_one_key_a_row_goes_through_what_was_done(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press("d")
        await until(pilot, lambda: outcomes(screen) == [Outcome.DONE])
        await pilot.press("x")
        await until(pilot, lambda: len(outcomes(screen)) == 2)
        assert "✓ done" in read(screen)
    first, second = kept(room).earlier
    assert first.outcome is Outcome.DONE
    assert first.done_on == TODAY
    assert second.outcome is Outcome.NO_LONGER_NEEDED


async def test_what_was_not_done_asks_why_and_who_puts_it_right_by_when(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press("n")
        sheet = await opened(pilot, OutcomeScreen)
        await paste(pilot, "The music service did not answer")
        await pilot.press("enter")
        await paste(pilot, "Priya Shah")
        await pilot.press("enter", *"fri", "ctrl+s")
        await closed(pilot, sheet)
        assert "carried over to Fri 27 Nov 2026" in read(screen)
    after = kept(room)
    [found] = after.outcomes.values()
    assert found.outcome is Outcome.NOT_DONE
    assert found.why_not == "The music service did not answer"
    assert found.put_right_by == "Priya Shah"
    assert found.carried_to == date(2026, 11, 27)
    first = after.earlier[0]
    assert first.due_on == date(2026, 11, 27)
    assert first.first_due_on == date(2026, 9, 1)
    assert first.carried_count == 1
    assert first.is_open


async def test_a_sentence_typed_over_the_promises_leaves_them_as_they_are(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press(*"dxq")
        await until(pilot, lambda: "nothing was marked" in read(screen))
        await until(pilot, lambda: screen.view.outcomes == {})
        assert screen.query_one(Rows).highlighted == 0


async def test_after_a_mark_the_line_below_says_which_and_up_goes_back(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press("d")
        await until(pilot, lambda: "quiet table: done (Up goes back)" in read(screen))
        await pilot.press("up", "x")
        await until(pilot, lambda: outcomes(screen) == [Outcome.NO_LONGER_NEEDED])


async def test_each_key_goes_on_to_the_next_row(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        for key in "pc":
            await pilot.press(key)
            sheet = await opened(pilot, OutcomeScreen)
            await pilot.press(*"fri", "ctrl+s" if key == "c" else "escape")
            await closed(pilot, sheet)
        await until(pilot, lambda: outcomes(screen) == [Outcome.PARTLY, Outcome.NOT_DONE])


async def test_why_not_is_asked_of_what_was_not_done_until_it_is_said(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press("d", "c")
        sheet = await opened(pilot, OutcomeScreen)
        await pilot.press(*"fri", "ctrl+s")
        await closed(pilot, sheet)
        await pilot.press("ctrl+n")
        await until(pilot, lambda: screen.question_id == "since.why_not")
        await pilot.pause()
        assert isinstance(screen.focused, Rows)
        assert screen.focused.option_count == 1
        assert (
            answer_to(screen.view, screen.view.question("since.why_not")).state is AnswerState.OPEN
        )
        await pilot.press("enter")
        sheet = await opened(pilot, OutcomeScreen)
        assert sheet.focused is sheet.fields["why_not"].control
        await paste(pilot, "The box was lost")
        await pilot.press("ctrl+s")
        await closed(pilot, sheet)
        assert (
            answer_to(screen.view, screen.view.question("since.why_not")).state
            is AnswerState.ANSWERED
        )


async def test_c_begins_at_the_new_day(room: Room) -> None:
    async with room.entered() as (_, pilot):
        await pilot.press("c")
        sheet = await opened(pilot, OutcomeScreen)
        await pilot.press(*"2 weeks", "ctrl+s")
        await closed(pilot, sheet)
    [found] = kept(room).outcomes.values()
    assert found.carried_to == date(2026, 12, 8)
    assert found.outcome is Outcome.NOT_DONE


async def test_escape_leaves_what_was_found_as_it_is(room: Room) -> None:
    async with room.entered() as (_, pilot):
        await pilot.press("p")
        sheet = await opened(pilot, OutcomeScreen)
        await pilot.press("escape")
        await closed(pilot, sheet)
    [found] = kept(room).outcomes.values()
    assert found.outcome is Outcome.PARTLY


async def test_u_forgets_what_was_found_and_the_old_day_holds_again(room: Room) -> None:
    async with room.entered() as (screen, pilot):
        await pilot.press("c")
        sheet = await opened(pilot, OutcomeScreen)
        await pilot.press(*"fri", "ctrl+s")
        await closed(pilot, sheet)
        await pilot.press("u")
        await until(pilot, lambda: not screen.view.outcomes)
    after = kept(room)
    assert after.outcomes == {}
    assert after.earlier[0].due_on == date(2026, 9, 1)
    assert after.earlier[0].carried_count == 0


async def test_a_day_that_is_none_is_refused(room: Room) -> None:
    async with room.entered() as (_, pilot):
        await pilot.press("c")
        sheet = await opened(pilot, OutcomeScreen)
        await pilot.press(*"asap", "ctrl+s")
        await pilot.pause()
        assert pilot.app.screen is sheet
        assert "!" in read(sheet)


async def test_the_same_decision_may_be_carried_by_one_review_after_another(room: Room) -> None:
    with at_work(room) as work:
        earlier = work.decisions.made_in(room.last.id)[0]
    async with room.entered() as (_, pilot):
        await pilot.press("c")
        sheet = await opened(pilot, OutcomeScreen)
        await pilot.press(*"fri", "ctrl+s")
        await closed(pilot, sheet)
    [found] = kept(room).outcomes.values()
    assert found.id != earlier.id
    assert found.decision_id == earlier.id


async def test_rows_not_meant_for_the_letter_are_hidden_with_the_child_there(
    tmp_path: Path,
) -> None:
    room = make_room(tmp_path, place=PROMISES)
    decided_before(room, "Ask the court for a hearing", in_letter=False)
    async with room.entered() as (screen, pilot):
        assert "Ask the court" in read(screen)
        await pilot.press("f6")
        await until(pilot, lambda: screen.view.review.child_in_room)
        await pilot.pause()
        assert "Ask the court" not in read(screen)
