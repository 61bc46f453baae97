"""One child's screen: who is who, the reviews, what is still to be done; by keyboard."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from textual.pilot import Pilot

from iro_tui.domain.child import Child, Cycle, Person, Role
from iro_tui.domain.decisions import Decision
from iro_tui.domain.review import Review, ReviewState
from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.screens.child import ChildScreen
from iro_tui.screens.documents import DocumentsScreen
from iro_tui.screens.meeting import MeetingScreen
from iro_tui.screens.person_form import PersonForm
from iro_tui.screens.write_up import WriteUpScreen
from iro_tui.store.store import open_store
from tests.screens.desk import CLOCK, Desk, a_child, footer, reach, seen, settle
from tests.stores import RAW_KEY, TODAY


def a_review(child: Child, number: int, state: ReviewState, **more: object) -> Review:
    return Review(
        id=uuid4(),
        child_id=child.id,
        numbers={Cycle.LOOKED_AFTER: number},
        state=state,
        **more,  # type: ignore[arg-type]
    )


def with_all_around(folder: Path, child: Child) -> Desk:
    """Make a store with a child, three reviews, two people and two open decisions."""
    desk = Desk(folder).with_children(child)
    first = a_review(
        child,
        1,
        ReviewState.CLOSED,
        due_on=date(2025, 12, 1),
        held_on=date(2025, 12, 3),
        completed_on=date(2025, 12, 3),
    )
    second = a_review(
        child,
        2,
        ReviewState.COMPLETED,
        due_on=date(2026, 6, 3),
        held_on=date(2026, 6, 2),
        completed_on=date(2026, 6, 2),
    )
    third = a_review(
        child, 3, ReviewState.PLANNED, due_on=date(2026, 12, 2), planned_for=date(2026, 12, 1)
    )
    priya = Person(uuid4(), child.id, "Priya Shah", Role.SOCIAL_WORKER, telephone="07700 900 312")
    gone = replace(
        priya, id=uuid4(), name="Abe Lund", until=TODAY - timedelta(days=30), telephone=""
    )
    store = open_store(desk.settings.store, RAW_KEY, clock=CLOCK)
    with store.work() as work:
        for review in (first, second, third):
            work.reviews.save(review)
        for person in (gone, priya):
            work.people.save(person)
        for number, what, due_on in (
            (1, "Find a drum teacher", date(2026, 11, 20)),
            (2, "Buy sticks", date(2026, 12, 4)),
        ):
            work.decisions.save(
                Decision(uuid4(), second.id, number, what, owner="Priya Shah", due_on=due_on)
            )
        work.commit()
    store.close()
    return desk


AMARA = a_child("A-1", "Amara", became_looked_after_on=date(2025, 11, 3))


async def open_child(pilot: Pilot[None]) -> None:
    await reach(pilot, CaseloadScreen)
    await pilot.press("enter")
    await reach(pilot, ChildScreen)


async def test_everything_around_a_child_is_on_one_screen(tmp_path: Path) -> None:
    async with with_all_around(tmp_path, AMARA).unlocked().run_test() as pilot:
        await open_child(pilot)
        screen = seen(pilot.app)
        assert "Amara · 7 · A-1" in screen
        assert "Review 3 · by Wed 2 Dec 2026 · ! 6 working days left" in screen
        assert "planned Tue 1 Dec 2026" in screen
        assert "looked after since 3 Nov 2025" in screen
        assert "Priya Shah" in screen
        assert "07700 900 312" in screen
        assert "2.1 Find a drum teacher" in screen
        assert "‼ 2 working days late" in screen


async def test_each_review_says_in_word_and_sign_whether_it_was_in_time(tmp_path: Path) -> None:
    async with with_all_around(tmp_path, AMARA).unlocked().run_test() as pilot:
        await open_child(pilot)
        rows = [
            line for line in seen(pilot.app).splitlines() if " 2025 " in line or "2026 " in line
        ]
        second = next(row for row in rows if row.lstrip().startswith("2 "))
        first = next(row for row in rows if row.lstrip().startswith("1 "))
        assert "second" in second
        assert "✓ in time" in second
        assert "completed" in second
        assert "‼ late" in first
        assert "closed" in first


async def test_the_cursor_stands_on_the_review_in_hand_and_enter_goes_in(tmp_path: Path) -> None:
    async with with_all_around(tmp_path, AMARA).unlocked().run_test() as pilot:
        await open_child(pilot)
        await pilot.press("enter")
        await reach(pilot, MeetingScreen)


async def test_a_held_review_opens_the_write_up_and_a_closed_one_its_documents(
    tmp_path: Path,
) -> None:
    async with with_all_around(tmp_path, AMARA).unlocked().run_test() as pilot:
        await open_child(pilot)
        await pilot.press("j", "enter")
        await reach(pilot, WriteUpScreen)
        await pilot.press("escape")
        await reach(pilot, ChildScreen)
        await pilot.press("G", "enter")
        await reach(pilot, DocumentsScreen)


async def test_tab_walks_to_the_people_and_enter_opens_one(tmp_path: Path) -> None:
    async with with_all_around(tmp_path, AMARA).unlocked().run_test() as pilot:
        await open_child(pilot)
        await pilot.press("tab", "enter")
        await reach(pilot, PersonForm)
        assert "Amara · A-1 · Priya Shah" in seen(pilot.app)


async def test_somebody_whose_role_has_ended_stands_last_and_says_until_when(
    tmp_path: Path,
) -> None:
    async with with_all_around(tmp_path, AMARA).unlocked().run_test() as pilot:
        await open_child(pilot)
        screen = seen(pilot.app)
        assert screen.index("Priya Shah") < screen.index("Abe Lund")
        assert "until 25 Oct 2026" in screen or "until Sun 25 Oct 2026" in screen


async def test_a_person_taken_off_the_list_comes_back_with_undo(tmp_path: Path) -> None:
    async with with_all_around(tmp_path, AMARA).unlocked().run_test() as pilot:
        await open_child(pilot)
        await pilot.press("tab", "x")
        await settle(pilot)
        assert "07700 900 312" not in seen(pilot.app)
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert "07700 900 312" in seen(pilot.app)


async def test_c_walks_straight_into_a_meeting_even_without_a_plan(tmp_path: Path) -> None:
    async with Desk(tmp_path).with_children(AMARA).unlocked().run_test() as pilot:
        await open_child(pilot)
        await pilot.press("c")
        await reach(pilot, MeetingScreen)


async def test_an_empty_child_says_what_to_press(tmp_path: Path) -> None:
    child = a_child("A-2", "Tom")
    async with Desk(tmp_path).with_children(child).unlocked().run_test() as pilot:
        await open_child(pilot)
        screen = seen(pilot.app)
        assert "Nobody yet. p adds" in screen
        assert "None yet. n plans" in screen
        assert "Nothing is open." in screen
        await pilot.press("enter", "x", "f9", "tab", "j")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ChildScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_nothing_is_cut_at_either_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with with_all_around(tmp_path, AMARA).unlocked().run_test(size=size) as pilot:
        await open_child(pilot)
        assert len(footer(pilot.app)) <= size[0] - 2
        assert "Priya Shah" in seen(pilot.app)
        assert "planned" in seen(pilot.app)


async def test_no_review_is_planned_while_a_meeting_is_open(tmp_path: Path) -> None:
    desk = Desk(tmp_path).with_children(AMARA)
    store = open_store(desk.settings.store, RAW_KEY, clock=CLOCK)
    with store.work() as work:
        work.reviews.save(a_review(AMARA, 1, ReviewState.IN_MEETING, held_on=TODAY))
        work.commit()
    store.close()
    async with desk.unlocked().run_test(notifications=True) as pilot:
        await reach(pilot, MeetingScreen)
        await pilot.press("escape")
        await reach(pilot, ChildScreen)
        await pilot.press("n")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ChildScreen)
        assert "The meeting of review 1" in seen(pilot.app)
