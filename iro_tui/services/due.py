"""What now: every date that is late or near, over all children."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iro_tui.domain.caseload import DueState
from iro_tui.domain.due.derive import DECISION
from iro_tui.domain.due.items import DueItem, DueRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from iro_tui.domain.timescales import Timescales
    from iro_tui.store.store import Store


@dataclass(frozen=True)
class DueLine:
    """One date as on a day; `working_days_left` is negative when it is late."""

    row: DueRow
    working_days_left: int
    state: DueState

    @property
    def item(self) -> DueItem:
        """The date itself."""
        return self.row.item


def lines(
    store: "Store", timescales: "Timescales", *, within: int | None = None
) -> tuple[DueLine, ...]:
    """Return what is late or due within so many working days, the longest late first.

    Without `within` the setting `soon_wd` counts.
    """
    today = store.clock.today()
    last_day = timescales.soon_until(today)
    if within is not None:
        last_day = timescales.working_days.after(today, within)
    with store.work() as work:
        rows = work.due_items.until(last_day)
    return tuple(_line(row, timescales, today) for row in rows if not _has_lapsed(row.item, today))


def of_child(store: "Store", child_id: "UUID") -> tuple[DueItem, ...]:
    """Return every date of one child that still asks for something, soonest first."""
    today = store.clock.today()
    with store.work() as work:
        items = work.due_items.of_child(child_id)
    return tuple(item for item in items if not _has_lapsed(item, today))


def _has_lapsed(item: DueItem, today: "date") -> bool:
    return item.lapses and item.due_on < today


def _line(row: DueRow, timescales: "Timescales", today: "date") -> DueLine:
    left = _working_days_left(row.item, timescales, today)
    if left < 0:
        state = DueState.OVERDUE
    else:
        is_soon = row.item.due_on <= timescales.soon_until(today)
        state = DueState.DUE_SOON if is_soon else DueState.IN_TIME
    return DueLine(row, left, state)


def _working_days_left(item: DueItem, timescales: "Timescales", today: "date") -> int:
    """Return the working days left; a decision is late from the working day after its date."""
    if item.what == DECISION:
        return timescales.working_days.between(today, item.due_on)
    return timescales.working_days_left(today, item.due_on)
