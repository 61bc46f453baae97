"""One child's timeline: what happened above today, what is to come below, each one Enter away."""

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from textual.pilot import Pilot

from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.decisions import Decision
from iro_tui.domain.following import Change, ReviewMove, StatusChange
from iro_tui.domain.review import Review, ReviewState
from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.screens.child import ChildScreen
from iro_tui.screens.documents import DocumentsScreen
from iro_tui.screens.frame import Framed
from iro_tui.screens.review_form import ReviewForm
from iro_tui.screens.timeline import TimelineScreen
from iro_tui.screens.what_now import WhatNowScreen
from tests.screens.desk import (
    CLOCK,
    Desk,
    a_child,
    reach,
    seen,
    settle,
    top_line,
    type_text,
)
from tests.stores import RAW_KEY, loaded

AMARA = a_child("A-1", "Amara", became_looked_after_on=date(2026, 1, 5), legal_status="C2")


def closed(child: Child, number: int, due_on: date, held_on: date) -> Review:
    return Review(
        uuid4(),
        child.id,
        {Cycle.LOOKED_AFTER: number},
        state=ReviewState.CLOSED,
        due_on=due_on,
        held_on=held_on,
        completed_on=held_on,
    )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path).with_children(AMARA)
    first = closed(AMARA, 1, date(2026, 2, 2), date(2026, 1, 30))
    second = closed(AMARA, 2, date(2026, 4, 30), date(2026, 5, 6))
    moved = ReviewMove(
        uuid4(), second.id, date(2026, 4, 20), date(2026, 4, 28), date(2026, 5, 6), "Carer ill"
    )
    order = StatusChange(
        uuid4(), AMARA.id, date(2026, 3, 3), Change.LEGAL_STATUS, before="C1", after="C2"
    )
    drums = Decision(
        uuid4(), second.id, 1, "Find a drum teacher", owner="Priya", due_on=date(2026, 8, 3)
    )
    store = loaded().open_store(desk.settings.store, RAW_KEY, clock=CLOCK, new_id=uuid4)
    with store.work() as work:
        for review in (first, second):
            work.reviews.save(review)
        work.following.add_move(moved)
        work.following.add_change(order)
        work.decisions.save(drums)
        work.commit()
    store.close()
    return desk


async def opened(pilot: Pilot[None]) -> None:
    await reach(pilot, CaseloadScreen)
    await pilot.press("enter")
    await reach(pilot, ChildScreen)
    await pilot.press("t")
    await reach(pilot, TimelineScreen)


async def test_reviews_moves_and_changes_stand_in_their_order_above_today(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await opened(pilot)
        assert top_line(app).startswith("Amara · 7 · A-1 · Timeline: 2 reviews held")
        told = seen(app)
        places = [
            told.index(words)
            for words in (
                "2026       │",
                "Mon 5 Jan  ├─○ Came into care",
                "Fri 30 Jan ├─● Review 1, first",
                "Tue 3 Mar  ├─○ interim care order → care order",
                "Mon 20 Apr ├─↷ Review 2 moved from 28 Apr",
                "Wed 6 May  ├─● Review 2, second",
                "Fri 6 Nov  ├─◆ Review 3, no day planned yet",
                "── today, Tue 24 Nov 2026 ",
            )
        ]
        assert places == sorted(places)
        assert "✓ in time" in told
        assert "‼ 3 working days late · 1 decision" in told
        assert "‼ 12 working days late" in told
    app.close_store()


async def test_the_cursor_begins_at_what_comes_next_and_each_row_is_explained(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("g", "j", "j", "j")
        await settle(pilot)
        assert "Moved from 28 Apr 2026 to 6 May 2026: Carer ill" in seen(app)
        await pilot.press("j")
        await settle(pilot)
        assert "late: no reason is recorded" in seen(app)
        await pilot.press("j")
        await settle(pilot)
        assert "6 months after the day the previous review was held · law" in " ".join(
            seen(app).split()
        )
    app.close_store()


@pytest.mark.parametrize(
    ("downs", "screen"),
    [(1, DocumentsScreen), (5, ReviewForm), (6, WhatNowScreen)],
)
async def test_enter_opens_a_review_a_date_and_what_is_late(
    desk: Desk, downs: int, screen: type[Framed[None]]
) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("g", *["j"] * downs)
        await settle(pilot)
        await pilot.press("enter")
        await reach(pilot, screen)
        if screen is WhatNowScreen:
            assert "with “A-1”" in top_line(app)
            assert "Find a drum teacher" in seen(app)
            await pilot.press("escape")
        await pilot.press("escape")
        await reach(pilot, TimelineScreen)
    app.close_store()


async def test_f5_leads_to_the_timeline_of_the_child_that_is_open(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        await pilot.press("f5")
        await settle(pilot)
        await type_text(pilot, "timel")
        await settle(pilot)
        await pilot.press("enter")
        await reach(pilot, TimelineScreen)
    app.close_store()
