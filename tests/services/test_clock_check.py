"""A computer whose clock is behind what was written in the store is told of it."""

from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from iro_tui.domain.child import Child
from iro_tui.domain.clock import Clock
from iro_tui.services import children, clock_check
from tests.stores import RAW_KEY, loaded, new_store


def clock_of(day: int, counting_from: date | None = None) -> Clock:
    return Clock(counting_from, lambda: datetime(2026, 11, day, 12, tzinfo=UTC))


@pytest.mark.parametrize(("opened_on", "told"), [(23, date(2026, 11, 24)), (24, None), (25, None)])
def test_a_clock_that_was_set_back_is_held_against_the_newest_entry(
    opened_on: int, told: date | None, tmp_path: Path
) -> None:
    store = new_store(tmp_path / "store", clock_of(24))
    child = Child(uuid4(), "T-1", date(2019, 4, 4), given_name="Amara")
    children.keep_child(store, loaded().knowledge.timescales, child)
    store.close()

    again = loaded().open_store(
        tmp_path / "store", RAW_KEY, clock=clock_of(opened_on), new_id=uuid4
    )
    assert clock_check.written_after_today(again) == told
    again.close()


def test_a_day_that_the_program_is_told_to_count_from_sets_no_clock_back(tmp_path: Path) -> None:
    store = new_store(tmp_path / "store", clock_of(24, counting_from=date(2025, 1, 1)))
    child = Child(uuid4(), "T-1", date(2019, 4, 4), given_name="Amara")
    children.keep_child(store, loaded().knowledge.timescales, child)

    assert clock_check.written_after_today(store) is None
    store.close()


def test_an_empty_store_tells_nothing(tmp_path: Path) -> None:
    store = new_store(tmp_path / "store", clock_of(24))

    assert clock_check.written_after_today(store) is None
    store.close()
