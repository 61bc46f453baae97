"""Time is passed in, never looked up: the program counts from the day it is told."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Clock:
    """The time of day, and the day to count from.

    `counting_from` stands for `--today`: planning ahead, training and tests; `read` gives the
    moment in UTC.
    """

    counting_from: date | None = None
    read: Callable[[], datetime] = _now

    def now(self) -> datetime:
        """Return the moment, in UTC."""
        return self.read()

    def today(self) -> date:
        """Return the day to count from: the one given, else today where the user is."""
        return self.counting_from or self.read().astimezone().date()
