"""A clock that was set back is told: every date counts from it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from iro_tui.store.store import Store


def written_after_today(store: "Store") -> "date | None":
    """Return the day on which the newest entry was written, if that is still to come; else None.

    It is held against the computer's own clock, whatever day the program is told to count from.
    """
    with store.work() as work:
        newest = work.newest_writing()
    if newest is None or day_of(newest) <= day_of(store.clock.now()):
        return None
    return day_of(newest)


def day_of(moment: "datetime") -> "date":
    """Return the day of a moment where the user is."""
    return moment.astimezone().date()
