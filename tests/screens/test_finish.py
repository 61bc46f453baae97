"""Before closing, everything open is in sight and one key away; nothing stands in the way."""

from datetime import date
from pathlib import Path
from uuid import uuid4

from textual.pilot import Pilot
from textual.widgets import Button

from iro_tui.domain.answers import AnswerState
from iro_tui.domain.decisions import Decision
from iro_tui.domain.review import ReviewState
from iro_tui.screens.decision import DecisionScreen
from iro_tui.screens.finish import FinishScreen
from iro_tui.screens.finish_reasons import ParticipationScreen, ReasonsScreen
from iro_tui.screens.write_up import WriteUpScreen
from iro_tui.widgets.rows import Rows
from tests.screens.around_meeting import at_work, closed, decided_before, kept, opened, paste, read
from tests.screens.meeting_room import make_room, until
from tests.stores import TODAY


async def looked(pilot: Pilot[None]) -> FinishScreen:
    await pilot.press("ctrl+r")
    screen = await opened(pilot, FinishScreen)
    await until(pilot, lambda: screen.focused is not None)
    return screen


async def test_what_is_open_and_what_follows_stand_in_words(tmp_path: Path) -> None:
    async with make_room(tmp_path).entered() as (_, pilot):
        screen = await looked(pilot)
        seen = read(screen)
        assert "Before you close it" in seen
        assert "open" in seen
        assert "PN" in seen
        assert "Next review by Mon 24 May 2027" in seen
        assert "33(2)" in seen
        assert "questions open" in str(screen.query_one("#close", Button).label)


async def test_the_cursor_is_on_the_safe_way_and_enter_goes_back(tmp_path: Path) -> None:
    room = make_room(tmp_path)
    async with room.entered() as (meeting, pilot):
        screen = await looked(pilot)
        await pilot.press("enter")
        await closed(pilot, screen)
        assert pilot.app.screen is meeting
    assert kept(room).review.state is ReviewState.IN_MEETING


async def test_up_leads_from_the_ways_on_into_the_list_and_enter_to_a_question(
    tmp_path: Path,
) -> None:
    async with make_room(tmp_path).entered() as (meeting, pilot):
        await pilot.press("f4")
        await until(pilot, lambda: meeting.section_id == "interests")
        screen = await looked(pilot)
        await pilot.press("up", "enter")
        await closed(pilot, screen)
        await until(pilot, lambda: meeting.question_id == "welcome.present")


async def test_ctrl_s_pressed_by_habit_closes_nothing(tmp_path: Path) -> None:
    room = make_room(tmp_path)
    async with room.entered() as (_, pilot):
        screen = await looked(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert pilot.app.screen is screen
    assert kept(room).review.state is ReviewState.IN_MEETING


async def test_enter_on_an_open_question_goes_there(tmp_path: Path) -> None:
    async with make_room(tmp_path).entered() as (meeting, pilot):
        screen = await looked(pilot)
        rows = screen.query_one(Rows)
        rows.move_to("question:health.how")
        rows.focus()
        await pilot.press("enter")
        await closed(pilot, screen)
        await until(pilot, lambda: meeting.question_id == "health.how")
        assert meeting.section_id == "health"


async def test_a_decision_without_owner_or_day_is_made_whole_from_here(tmp_path: Path) -> None:
    room = make_room(tmp_path)
    with at_work(room) as work:
        work.decisions.save(
            Decision(uuid4(), room.review.id, 1, "Ask the school", question_id="education.setting")
        )
    async with room.entered() as (_, pilot):
        screen = await looked(pilot)
        rows = screen.query_one(Rows)
        row = next(one for one in rows.options if (one.id or "").startswith("decision:"))
        assert "4.1 lacks why, who, by when: Ask the school" in str(row.prompt)
        rows.move_to(row.id or "")
        rows.focus()
        await pilot.press("enter")
        sheet = await opened(pilot, DecisionScreen)
        sheet.fields["who"].focus()
        await pilot.press(*"pri", "enter", *"fri", "ctrl+s")
        await until(pilot, lambda: pilot.app.screen is screen)
        await until(pilot, lambda: "4.1 lacks why:" in str(rows.get_option(row.id or "").prompt))
    [decision] = kept(room).decisions
    assert decision.gaps == ("why",)


async def test_finishing_with_questions_open_is_a_choice_and_asks_for_reasons(
    tmp_path: Path,
) -> None:
    room = make_room(tmp_path)
    async with room.entered() as (_, pilot):
        await looked(pilot)
        await pilot.press("tab", "enter")
        sheet = await opened(pilot, ReasonsScreen)
        assert "no_views" in sheet.fields
        await paste(pilot, "She did not want to say")
        sheet.fields["matter-8"].focus()
        await pilot.pause()
        await paste(pilot, "The nurse could not come")
        await pilot.press("ctrl+s")
        await opened(pilot, WriteUpScreen)
    with at_work(room) as work:
        review = work.reviews.get(room.review.id)
        answers = work.answers.current(room.review.id)
        due_on = work.children.caseload()[0].next_review_due
    assert review.state is ReviewState.COMPLETED
    assert review.completed_on == TODAY
    assert review.no_views_reason == "She did not want to say"
    not_asked = [one for one in answers.values() if one.state is AnswerState.NOT_ASKED]
    assert [one.reason for one in not_asked] == ["The nurse could not come"]
    assert not_asked[0].question_id.startswith("health.")
    assert due_on == date(2027, 5, 24)


async def test_reasons_left_empty_stand_in_nobodys_way(tmp_path: Path) -> None:
    room = make_room(tmp_path)
    async with room.entered() as (_, pilot):
        await looked(pilot)
        await pilot.press("tab", "enter")
        await opened(pilot, ReasonsScreen)
        await pilot.press("ctrl+s")
        await opened(pilot, WriteUpScreen)
    assert kept(room).review.state is ReviewState.COMPLETED


async def test_escape_from_the_reasons_keeps_them_and_closes_nothing(tmp_path: Path) -> None:
    room = make_room(tmp_path)
    async with room.entered() as (_, pilot):
        screen = await looked(pilot)
        await pilot.press("tab", "enter")
        sheet = await opened(pilot, ReasonsScreen)
        await paste(pilot, "Not today")
        await pilot.press("escape")
        await closed(pilot, sheet)
        assert pilot.app.screen is screen
    review = kept(room).review
    assert review.state is ReviewState.IN_MEETING
    assert review.no_views_reason == "Not today"


async def test_a_review_held_late_asks_why(tmp_path: Path) -> None:
    room = make_room(tmp_path, due_on=date(2026, 11, 20))
    async with room.entered() as (_, pilot):
        await looked(pilot)
        await pilot.press("tab", "enter")
        sheet = await opened(pilot, ReasonsScreen)
        sheet.fields["late"].focus()
        await pilot.pause()
        await paste(pilot, "The carer was ill")
        await pilot.press("ctrl+s")
        await opened(pilot, WriteUpScreen)
        assert sheet is not pilot.app.screen
    assert kept(room).review.late_reason == "The carer was ill"


async def test_another_participation_code_needs_a_reason(tmp_path: Path) -> None:
    room = make_room(tmp_path)
    async with room.entered() as (_, pilot):
        await looked(pilot)
        await pilot.press("f8")
        sheet = await opened(pilot, ParticipationScreen)
        await pilot.press(*"PN3", "enter", "ctrl+s")
        await pilot.pause()
        assert pilot.app.screen is sheet
        assert "needs a word of reason" in read(sheet)
        await paste(pilot, "She drew all of it")
        await pilot.press("ctrl+s")
        await closed(pilot, sheet)
        assert "PN3" in read(pilot.app.screen)
    review = kept(room).review
    assert review.participation_override == "PN3"
    assert review.participation_reason == "She drew all of it"


async def test_with_the_child_there_adults_matters_are_counted_and_not_shown(
    tmp_path: Path,
) -> None:
    room = make_room(tmp_path, child_in_room=True)
    decided_before(room, "Ask the court for a hearing", in_letter=False)
    async with room.entered() as (_, pilot):
        screen = await looked(pilot)
        seen = read(screen)
        assert "for adults, put away while Amara is here" in seen
        assert "Ask the court" not in seen
        assert "Legal status" not in seen


async def test_last_times_decisions_not_looked_at_lead_to_their_question(tmp_path: Path) -> None:
    room = make_room(tmp_path)
    [earlier] = decided_before(room, "Find a quiet table")
    async with room.entered() as (meeting, pilot):
        screen = await looked(pilot)
        rows = screen.query_one(Rows)
        rows.move_to(f"question:since.decisions:{earlier.id}")
        rows.focus()
        await pilot.press("enter")
        await closed(pilot, screen)
        await until(pilot, lambda: meeting.question_id == "since.decisions")
