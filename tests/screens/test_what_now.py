"""What now: what is late and near over all children, each line one Enter from its place."""

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from textual.pilot import Pilot

from iro_tui.domain.child import Cycle
from iro_tui.domain.decisions import Decision
from iro_tui.domain.review import Review, ReviewState
from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.screens.child import ChildScreen
from iro_tui.screens.child_dates import ChildDatesScreen
from iro_tui.screens.frame import Framed
from iro_tui.screens.review_form import ReviewForm
from iro_tui.screens.what_now import WhatNowScreen
from iro_tui.screens.write_up import WriteUpScreen
from iro_tui.widgets.rows import Rows
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

AMARA = a_child("A-1", "Amara", became_looked_after_on=date(2026, 9, 1), iro_since=date(2026, 9, 2))
KEZIA = a_child("K-2", "Kezia", held=date(2026, 5, 26))
DECISION_DUE = date(2026, 11, 20)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with a review to write up, a decision that is late, and a review to plan."""
    desk = Desk(tmp_path).with_children(AMARA, KEZIA)
    held = date(2026, 11, 16)
    review = Review(
        uuid4(),
        AMARA.id,
        {Cycle.LOOKED_AFTER: 1},
        state=ReviewState.COMPLETED,
        held_on=held,
        completed_on=held,
    )
    drums = Decision(
        uuid4(), review.id, 1, "Find a drum teacher", owner="Priya", due_on=DECISION_DUE
    )
    store = loaded().open_store(desk.settings.store, RAW_KEY, clock=CLOCK, new_id=uuid4)
    with store.work() as work:
        work.reviews.save(review)
        work.decisions.save(drums)
        work.commit()
    store.close()
    return desk


async def filtered(pilot: Pilot[None], typed: str) -> None:
    await pilot.press("slash")
    await type_text(pilot, typed)
    await settle(pilot)


async def test_late_comes_first_under_its_heading_then_what_is_soon_due(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("w")
        await reach(pilot, WhatNowScreen)
        told = seen(app)
        assert "What now · " in top_line(app)
        assert "late" in top_line(app)
        assert told.index("Late · ") < told.index("Soon: within 10 working days · ")
        [row] = [line for line in told.splitlines() if "Find a drum teacher" in line]
        assert row.split()[:2] == ["Amara", "1.1"]
        assert "Fri 20 Nov" in row
        assert "‼ 2 late" in row
        assert row.rstrip().endswith("local")
    app.close_store()


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("no day planned", ReviewForm),
        ("record to write", WriteUpScreen),
        ("drum", ChildScreen),
        ("care plan updated", ChildDatesScreen),
    ],
)
async def test_enter_opens_the_place_where_it_is_dealt_with_and_esc_comes_back(
    desk: Desk, typed: str, place: type[Framed[None]]
) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("w")
        await reach(pilot, WhatNowScreen)
        await filtered(pilot, typed)
        assert f"with “{typed}”" in top_line(app)
        await pilot.press("enter")
        await reach(pilot, place)
        await pilot.press("escape")
        await reach(pilot, WhatNowScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert "with “" not in top_line(app)
        await pilot.press("escape")
        await reach(pilot, CaseloadScreen)
    app.close_store()


async def test_a_decision_has_the_cursor_on_the_childs_screen(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("w")
        await reach(pilot, WhatNowScreen)
        await filtered(pilot, "drum")
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        assert app.screen.query_one("#decisions", Rows).has_focus
    app.close_store()


async def test_the_whole_title_and_the_rule_stand_below(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("w")
        await reach(pilot, WhatNowScreen)
        await filtered(pilot, "drum")
        told = " ".join(seen(app).split())
        assert "Decision 1.1 · Priya: Find a drum teacher: on the day that the review set" in told
        assert "local: Decision of the review" in told
    app.close_store()


async def test_where_nothing_is_due_it_says_so(tmp_path: Path) -> None:
    app = Desk(tmp_path).with_children().unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("w")
        await reach(pilot, WhatNowScreen)
        assert "Nothing is late, and nothing is due within 10 working days." in seen(app)
    app.close_store()


async def test_f5_and_the_palette_lead_there_from_anywhere(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        await pilot.press("f5")
        await settle(pilot)
        await type_text(pilot, "what now")
        await settle(pilot)
        await pilot.press("enter")
        await reach(pilot, WhatNowScreen)
        await app.run_action("app.show('what_now')")
        await settle(pilot)
        assert [type(one) for one in app.screen_stack].count(WhatNowScreen) == 1
    app.close_store()
