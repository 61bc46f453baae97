"""Wherever a date is shown that follows from a number of one's own, it says that it is local."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from iro_tui.bootstrap import Loaded
from iro_tui.domain.child import Cycle
from iro_tui.domain.planning import ReviewPlan
from iro_tui.domain.rules import Mark
from iro_tui.knowledge import load
from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.screens.child import ChildScreen
from iro_tui.services import preparing
from tests.documents.full_review import full_review, record_source
from tests.documents.reading_word import opened, table_after
from tests.screens.desk import CLOCK, Desk, a_child, reach, seen
from tests.stores import RAW_KEY, loaded


@pytest.fixture
def own_midway(tmp_path: Path) -> Callable[[], Loaded]:
    """Return what the program loads where a service has its own midway check and letter."""
    (tmp_path / "timescales.toml").write_text(
        "[rules.midway_check]\namount = 8\nunit = 'weeks'\n[rules.letter]\namount = 10\n",
        encoding="utf-8",
    )
    return lambda: replace(loaded(), knowledge=load(tmp_path))


async def test_a_last_day_that_somebody_set_is_local_on_the_childs_screen(tmp_path: Path) -> None:
    child = a_child("T-3", "Tom", cycle=Cycle.OTHER)
    desk = Desk(tmp_path).with_children(child)
    store = loaded().open_store(desk.settings.store, RAW_KEY, clock=CLOCK, new_id=uuid4)
    plan = ReviewPlan(date(2026, 12, 1), due_on=date(2026, 12, 4))
    preparing.plan_review(store, loaded().knowledge.timescales, child.id, plan)
    store.close()
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        assert "by Fri 4 Dec 2026 (local)" in seen(app)
    app.close_store()


def test_the_record_says_local_where_a_number_is(
    own_midway: Callable[[], Loaded], tmp_path: Path
) -> None:
    source = record_source(full_review())
    timescales = own_midway().knowledge.timescales
    completed = source.view.review.completed_on
    assert completed is not None
    source = replace(source, after=timescales.after_meeting(completed))
    target = tmp_path / "record.docx"
    loaded().renderer.write("record", source, target)
    dates = dict(table_after(opened(target), "Dates of this review"))
    assert "10 working days after the day the review was completed, local" in dates["Letter due by"]
    assert "local" not in dates["Record due by"]
    assert timescales.rules["record"].mark is Mark.GUIDANCE
