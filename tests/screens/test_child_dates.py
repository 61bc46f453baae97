"""One child's dates and changes of status, by keyboard at 80x24."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

import pytest
from textual.pilot import Pilot

from iro_tui.domain.child import Cycle
from iro_tui.domain.decisions import Decision
from iro_tui.domain.following import Change, Tracked
from iro_tui.domain.review import Review, ReviewState
from iro_tui.screens import routes
from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.screens.child import ChildScreen
from iro_tui.screens.child_changes import ChildChangesScreen
from iro_tui.screens.child_dates import ChildDatesScreen
from iro_tui.screens.date_sheets import StepSheet, TrackerSheet
from iro_tui.screens.status_form import StatusForm
from iro_tui.services import children, keeping_dates
from iro_tui.services.keeping_dates import ChildDates
from iro_tui.widgets.rows import Rows
from tests.screens.desk import (
    CLOCK,
    Desk,
    a_child,
    footer,
    reach,
    seen,
    settle,
    top_line,
    type_text,
)
from tests.stores import RAW_KEY, TODAY, loaded

if TYPE_CHECKING:
    from iro_tui.app import IroApp

AMARA = a_child(
    "A-1",
    "Amara",
    became_looked_after_on=date(2025, 11, 3),
    placement_type="U6",
    placement_since=date(2025, 11, 3),
    legal_status="C2",
    legal_status_since=date(2026, 3, 2),
)


def desk_of(folder: Path) -> Desk:
    """Make a store with Amara: a completed review with a decision, and one that is planned."""
    desk = Desk(folder).with_children(AMARA)
    completed = date(2026, 11, 12)
    last = Review(
        uuid4(),
        AMARA.id,
        {Cycle.LOOKED_AFTER: 3},
        state=ReviewState.COMPLETED,
        held_on=completed,
        completed_on=completed,
    )
    planned = replace(
        last,
        id=uuid4(),
        numbers={Cycle.LOOKED_AFTER: 4},
        state=ReviewState.PLANNED,
        held_on=None,
        completed_on=None,
        planned_for=date(2026, 12, 15),
        due_on=date(2027, 5, 12),
    )
    with_store(desk, lambda work: [work.reviews.save(last), work.reviews.save(planned)])
    decision = Decision(uuid4(), last.id, 1, "A lock", owner="Jo", due_on=date(2026, 12, 4))
    with_store(desk, lambda work: work.decisions.save(decision))
    return desk


def with_store(desk: Desk, write: Callable[[Any], object]) -> None:
    store = loaded().open_store(desk.settings.store, RAW_KEY, clock=CLOCK, new_id=uuid4)
    with store.work() as work:
        write(work)
        work.commit()
    store.close()


def kept(desk: Desk) -> ChildDates:
    store = loaded().open_store(desk.settings.store, RAW_KEY, clock=CLOCK, new_id=uuid4)
    dates = keeping_dates.view(store, loaded().knowledge.timescales, AMARA.id)
    store.close()
    return dates


async def now(pilot: Pilot[None]) -> ChildDates:
    """Return what the store holds while the program is open."""
    app = cast("IroApp", pilot.app)
    return await app.store_call(keeping_dates.view, app.knowledge.timescales, AMARA.id)


def told(pilot: Pilot[None]) -> str:
    """Return what stands on the screen, as running text."""
    return " ".join(seen(pilot.app).split())


async def open_dates(pilot: Pilot[None], what: str = "") -> None:
    await reach(pilot, CaseloadScreen)
    if what:
        pilot.app.push_screen(routes.child_dates(AMARA.id, what))
    else:
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        await pilot.press("d")
    await reach(pilot, ChildDatesScreen)


def row(pilot: Pilot[None], words: str) -> str:
    """Return the line on the screen that holds these words."""
    return next(line for line in seen(pilot.app).splitlines() if words in line)


async def test_every_step_and_tracker_stands_there_with_its_day_its_state_and_why(
    tmp_path: Path,
) -> None:
    async with desk_of(tmp_path).unlocked().run_test() as pilot:
        await open_dates(pilot)
        assert top_line(pilot.app).startswith("Amara · A-1 · Dates")
        assert "12 May 2027" in row(pilot, "Review 4  ")
        assert "24 Nov 2026" in row(pilot, "Talk with the social worker")
        assert "! today" in row(pilot, "Talk with the social worker")
        assert "‼ 3 late" in row(pilot, "Decisions to the manager")
        assert "· not yet" in row(pilot, "Manager's answer")
        assert "guidance" in row(pilot, "Record issued")
        assert "After review 3 · completed" in seen(pilot.app)
        await pilot.press(*"jjjjjjj")
        await settle(pilot)
        assert "15 working days before the meeting (guidance: IRO Handbook 2010)" in told(pilot)


async def test_the_review_with_the_most_pressing_steps_stands_first(tmp_path: Path) -> None:
    async with desk_of(tmp_path).unlocked().run_test() as pilot:
        await open_dates(pilot)
        screen = seen(pilot.app)
        assert screen.index("After review 3") < screen.index("Before review 4")


async def test_it_opens_with_the_cursor_on_what_was_asked_for(tmp_path: Path) -> None:
    async with desk_of(tmp_path).unlocked().run_test() as pilot:
        await open_dates(pilot, "dental")
        assert "Dentist:" in seen(pilot.app)


async def test_one_key_notes_a_step_as_done_today_and_another_puts_it_back(
    tmp_path: Path,
) -> None:
    async with desk_of(tmp_path).unlocked().run_test() as pilot:
        await open_dates(pilot, "decisions")
        assert "undo" not in footer(pilot.app)
        await pilot.press("d")
        await settle(pilot)
        assert "✓ done" in row(pilot, "Decisions to the manager")
        assert "24 Nov 2026" in row(pilot, "Decisions to the manager")
        assert "After review 3 · decisions sent" in seen(pilot.app)
        assert "1 Dec 2026" in row(pilot, "Manager's answer")
        assert "undo" in footer(pilot.app)
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert "‼ 3 late" in row(pilot, "Decisions to the manager")
        assert (await now(pilot)).reviews[-1].review.state is ReviewState.COMPLETED


async def test_a_day_is_typed_as_it_is_spoken_and_refused_where_it_cannot_be(
    tmp_path: Path,
) -> None:
    async with desk_of(tmp_path).unlocked().run_test() as pilot:
        await open_dates(pilot, "decisions")
        await pilot.press("enter")
        await reach(pilot, StepSheet)
        await type_text(pilot, "10 nov")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "before the review was completed, Thu 12 Nov 2026" in told(pilot)
        await pilot.press("escape")
        await reach(pilot, ChildDatesScreen)
        await pilot.press("enter")
        await reach(pilot, StepSheet)
        assert "10 nov" in seen(pilot.app)
        await pilot.press("home", "ctrl+k")
        await type_text(pilot, "16 nov")
        await pilot.press("enter")
        await type_text(pilot, "17 nov")
        await pilot.press("enter")
        await reach(pilot, ChildDatesScreen)
        assert "16 Nov 2026" in row(pilot, "Decisions to the manager")
        assert "24 Nov 2026" in row(pilot, "Manager's answer")
        assert (await now(pilot)).reviews[-1].review.decisions_received_on == date(2026, 11, 17)


async def test_silence_and_a_later_objection_are_said_in_words(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    late = replace(kept(desk).reviews[-1].review, decisions_sent_on=date(2026, 11, 13))
    with_store(desk, lambda work: work.reviews.save(late))
    async with desk.unlocked().run_test() as pilot:
        await open_dates(pilot, "manager_answer")
        assert "✓ agreed" in row(pilot, "Manager's answer")
        assert "Agreed (no reply by Fri 20 Nov 2026)." in seen(pilot.app)
        await pilot.press("d")
        await reach(pilot, StepSheet)
        await type_text(pilot, "today")
        await pilot.press("enter", "o", "enter")
        await type_text(pilot, "3.1 costs too much")
        await pilot.press("enter")
        await reach(pilot, ChildDatesScreen)
        assert "✓ agreed" in row(pilot, "Manager's answer")
        assert "Objected on Tue 24 Nov 2026: 3.1 costs too much." in told(pilot)


async def test_silence_is_counted_once_the_store_is_unlocked(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    sent = replace(kept(desk).reviews[-1].review, decisions_sent_on=date(2026, 11, 13))
    with_store(desk, lambda work: work.reviews.save(sent))
    async with desk.unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        app = cast("IroApp", pilot.app)
        view = await app.store_call(children.view, app.knowledge.timescales, AMARA.id)
        [review] = [one for one in view.reviews if one.id == sent.id]
        assert review.agreed_by_silence_on == date(2026, 11, 23)
        assert review.state is ReviewState.DECISIONS_SETTLED


async def test_a_tracker_takes_a_day_a_score_in_words_and_can_be_put_away(
    tmp_path: Path,
) -> None:
    async with desk_of(tmp_path).unlocked().run_test() as pilot:
        await open_dates(pilot, "sdq")
        await pilot.press("enter")
        await reach(pilot, TrackerSheet)
        await type_text(pilot, "14 oct")
        await pilot.press("enter", "enter")
        await type_text(pilot, "41")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "a whole number from 0 to 40" in seen(pilot.app)
        await pilot.press("backspace", "5", "backspace", "backspace", "1", "5")
        await pilot.press("ctrl+s")
        await reach(pilot, ChildDatesScreen)
        line = row(pilot, "14 Oct 2026")
        assert "14 Oct 2027" in line
        assert "✓" in line
        assert "15 (borderline)" in seen(pilot.app)
        await pilot.press("enter")
        await reach(pilot, TrackerSheet)
        await pilot.press("enter", "enter", "enter", "y", "enter")
        await reach(pilot, ChildDatesScreen)
        assert "– not needed" in row(pilot, "Strengths and diff")


async def test_what_is_not_known_says_so_and_what_is_late_stands_on_top(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    seen_in = TODAY - timedelta(days=60)
    visit = Tracked(uuid4(), AMARA.id, "visit", last_on=seen_in)
    with_store(desk, lambda work: work.following.save_tracked(visit))
    async with desk.unlocked().run_test() as pilot:
        await open_dates(pilot, "dental")
        assert "? not known" in row(pilot, "Dentist")
        lines = seen(pilot.app).splitlines()
        visits = next(at for at, line in enumerate(lines) if "Social worker's visit" in line)
        dentist = next(at for at, line in enumerate(lines) if "Dentist" in line)
        assert visits < dentist
        assert "‼" in lines[visits]


async def test_a_change_of_status_is_noted_from_the_child_and_taken_back(tmp_path: Path) -> None:
    async with desk_of(tmp_path).unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        await pilot.press("s")
        await reach(pilot, ChildChangesScreen)
        assert "Placement for adoption ended" not in seen(pilot.app)
        await pilot.press("j", "j")
        await settle(pilot)
        assert "3 months after this day" in seen(pilot.app)
        await pilot.press("enter")
        await reach(pilot, StatusForm)
        await type_text(pilot, "tomorrow")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Note it once it has happened" in told(pilot)
        await pilot.press("home", "ctrl+k")
        await type_text(pilot, "yesterday")
        await pilot.press("ctrl+s")
        await reach(pilot, ChildChangesScreen)
        line = row(pilot, "Mon 23 Nov 2026")
        assert "Authority to place for adoption" in line
        await pilot.press("escape")
        await reach(pilot, ChildScreen)
        assert "Tue 23 Feb 2027" in seen(pilot.app)
        assert (await now(pilot)).child.cycle is Cycle.ADOPTION_AUTHORISED


async def test_a_change_can_be_taken_back_where_it_was_noted(tmp_path: Path) -> None:
    async with desk_of(tmp_path).unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        pilot.app.push_screen(routes.child_changes(AMARA.id))
        await reach(pilot, ChildChangesScreen)
        await pilot.press("enter")
        await reach(pilot, StatusForm)
        assert str(Change.PLACEMENT.words) in top_line(pilot.app)
        await type_text(pilot, "20 nov")
        await pilot.press("enter")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Say where the child lives now" in seen(pilot.app)
        await type_text(pilot, "K2")
        await pilot.press("ctrl+s")
        await reach(pilot, ChildChangesScreen)
        assert "children's home" in row(pilot, "Fri 20 Nov 2026")
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert "So far" not in seen(pilot.app)
        assert (await now(pilot)).child == AMARA


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_date_stands_in_one_line(tmp_path: Path, size: tuple[int, int]) -> None:
    async with desk_of(tmp_path).unlocked().run_test(size=size) as pilot:
        await open_dates(pilot)
        rows = pilot.app.screen.query_one(Rows)
        assert rows.virtual_size.height == rows.option_count
