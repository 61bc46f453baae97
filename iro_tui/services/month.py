"""A month over all children: how much falls on each day, and what falls on one of them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iro_tui.domain.month import REVIEWS, MeetingOnDay, Month, month_with, weeks_of
from iro_tui.services.due import DueLine, line_of

if TYPE_CHECKING:
    from datetime import date

    from iro_tui.domain.timescales import Timescales
    from iro_tui.store.store import Store

MOST_ON_A_DAY = 200
"""Lines of each kind that a day lists; its counts tell of all."""


@dataclass(frozen=True)
class Day:
    """What falls on one day: its meetings by the hour, then what is due."""

    day: "date"
    meetings: tuple[MeetingOnDay, ...]
    due: tuple[DueLine, ...]


def month(store: "Store", first: "date") -> Month:
    """Return the month that begins on `first`, with the days of the weeks that it touches."""
    weeks = weeks_of(first)
    first_day, last_day = weeks[0][0], weeks[-1][-1]
    with store.work() as work:
        meetings = work.meetings.by_day(first_day, last_day)
        due = work.due_items.by_day(first_day, last_day, open_on=store.clock.today())
    return month_with(first, meetings, due)


def day(store: "Store", timescales: "Timescales", day: "date") -> Day:
    """Return what falls on a day, reviews due before other dates."""
    today = store.clock.today()
    with store.work() as work:
        meetings = work.meetings.on(day, limit=MOST_ON_A_DAY)
        rows = work.due_items.until(day, first_day=day, open_on=today, limit=MOST_ON_A_DAY)
    lines = [line_of(row, timescales, today) for row in rows]
    lines.sort(key=lambda line: line.item.what not in REVIEWS)
    return Day(day, meetings, tuple(lines))
