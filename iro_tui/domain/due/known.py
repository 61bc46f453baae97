"""Everything of one child that its dates follow from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from iro_tui.domain.child import Child
from iro_tui.domain.decisions import Decision
from iro_tui.domain.following import StatusChange, Tracked
from iro_tui.domain.review import Review


@dataclass(frozen=True)
class Known:
    """A child with reviews and changes of status (oldest first), decisions and trackers.

    `tracked` is by the tracker's id; `steps` holds the ids of the steps done, by review.
    """

    child: Child
    reviews: tuple[Review, ...] = ()
    decisions: tuple[Decision, ...] = ()
    tracked: Mapping[str, Tracked] = field(default_factory=dict)
    steps: Mapping[UUID, frozenset[str]] = field(default_factory=dict)
    changes: tuple[StatusChange, ...] = ()

    def is_done(self, review: Review, step: str) -> bool:
        """Whether a step around a review was ticked as done."""
        return step in self.steps.get(review.id, frozenset())

    def start_of_tracker(self, first_from: str) -> date | None:
        """Return the day in the child's field that a tracker's first date is counted from."""
        day: date | None = getattr(self.child, first_from) if first_from else None
        return day
