"""Where each date of a child is dealt with."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from iro_tui.domain.due.derive import DECISION, DISRUPTION, REVIEW
from iro_tui.domain.due.items import DueItem


class DealtWith(StrEnum):
    """A place of the program where something that is due is done."""

    PLAN = "plan"
    """The plan of the review; of one that is planned already, the child's own screen."""
    MEETING = "meeting"
    WRITE_UP = "write_up"
    DECISIONS = "decisions"
    """What is still to be done, on the child's screen."""
    DATES = "dates"
    """The child's dates: steps to tick, trackers to note."""


_BY_WHAT: Mapping[str, DealtWith] = MappingProxyType(
    {
        REVIEW: DealtWith.PLAN,
        DISRUPTION: DealtWith.PLAN,
        DECISION: DealtWith.DECISIONS,
        "reconvene": DealtWith.MEETING,
        "series_last_meeting": DealtWith.MEETING,
        "record": DealtWith.WRITE_UP,
        "letter": DealtWith.WRITE_UP,
    }
)
"""By the id of the step; every other step and every tracker is noted with the child's dates."""


def dealt_with(item: DueItem) -> DealtWith:
    """Return where a date is dealt with."""
    return _BY_WHAT.get(item.what, DealtWith.DATES)
