"""The fictional caseload is in order but for the two children whose dates have slipped."""

from collections import Counter
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from iro_tui.bootstrap import make_demo_store
from iro_tui.domain.caseload import DueState
from iro_tui.domain.clock import Clock
from iro_tui.domain.rules import Mark
from iro_tui.services import due
from tests.stores import RAW_KEY, loaded

SLIPPED = {"DEMO-02", "DEMO-11"}
A_FEW = 3


@pytest.mark.parametrize("today", ["2026-11-24", "2027-01-04", "2027-04-01", "2027-08-17"])
def test_on_any_day_two_children_have_slipped_and_the_rest_are_in_order(
    tmp_path: Path, today: str
) -> None:
    clock = Clock(date.fromisoformat(today))
    make_demo_store(loaded(), tmp_path / "store", RAW_KEY, clock)
    store = loaded().open_store(tmp_path / "store", RAW_KEY, clock=clock, new_id=uuid4)
    lines = due.lines(store, loaded().knowledge.timescales)
    store.close()
    late = Counter(one.row.reference for one in lines if one.state is DueState.OVERDUE)
    unlawful = {
        one.row.reference
        for one in lines
        if one.state is DueState.OVERDUE and one.item.mark is Mark.LAW
    }
    soon = [one for one in lines if one.state is DueState.DUE_SOON]
    assert unlawful == SLIPPED
    assert all(late[reference] > A_FEW for reference in SLIPPED)
    assert {one: count for one, count in late.items() if count > A_FEW}.keys() == SLIPPED
    assert len(soon) >= A_FEW
