"""What now: every date that is late or near, over all children."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iro_tui.domain.caseload import DueState
from iro_tui.domain.dates.working_days import ONE_DAY
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


@dataclass(frozen=True)
class DuePage:
    """The first of all dates that are late or near, with the counts of all of them."""

    lines: tuple[DueLine, ...]
    late: int
    soon: int

    @property
    def total(self) -> int:
        """How many there are."""
        return self.late + self.soon


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
        rows = work.due_items.until(last_day, open_on=today)
    return tuple(line_of(row, timescales, today) for row in rows)


def page(
    store: "Store", timescales: "Timescales", *, matching: str = "", limit: int = 200
) -> DuePage:
    """Return the first of what is late or soon, the longest late first.

    `matching` is a part of the child's names or reference, or of what is due.
    """
    today = store.clock.today()
    last_day = timescales.soon_until(today)
    with store.work() as work:
        rows = work.due_items.until(last_day, open_on=today, matching=matching, limit=limit)
        late = work.due_items.count(today - ONE_DAY, open_on=today, matching=matching)
        both = work.due_items.count(last_day, open_on=today, matching=matching)
    found = tuple(line_of(row, timescales, today) for row in rows)
    return DuePage(found, late=late, soon=both - late)


def of_child(store: "Store", timescales: "Timescales", child_id: "UUID") -> tuple[DueLine, ...]:
    """Return every date of one child that still asks for something, soonest first."""
    today = store.clock.today()
    with store.work() as work:
        child = work.children.get(child_id)
        items = work.due_items.of_child(child_id)
    names = (child.reference, child.known_as, child.given_name, child.family_name)
    return tuple(
        line_of(DueRow(item, *names), timescales, today)
        for item in items
        if not _has_lapsed(item, today)
    )


def _has_lapsed(item: DueItem, today: "date") -> bool:
    return item.lapses and item.due_on < today


def line_of(row: DueRow, timescales: "Timescales", today: "date") -> DueLine:
    """Return a date as on a day."""
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
