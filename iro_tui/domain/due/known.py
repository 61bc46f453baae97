"""Everything of one child that its dates follow from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from iro_tui.domain.child import Child
from iro_tui.domain.decisions import Decision
from iro_tui.domain.following import StatusChange, StepDone, Tracked
from iro_tui.domain.review import Review


@dataclass(frozen=True)
class Known:
    """A child with reviews and changes of status (oldest first), decisions and trackers.

    `tracked` is by the tracker's id; `steps` holds what was done around a review, by review and
    by the step's id.
    """

    child: Child
    reviews: tuple[Review, ...] = ()
    decisions: tuple[Decision, ...] = ()
    tracked: Mapping[str, Tracked] = field(default_factory=dict)
    steps: Mapping[UUID, Mapping[str, StepDone]] = field(default_factory=dict)
    changes: tuple[StatusChange, ...] = ()

    def step_done(self, review: Review, step: str) -> StepDone | None:
        """Return that a step around a review was done, None while it was not."""
        return self.steps.get(review.id, {}).get(step)

    def last_on(self, tracker: str) -> date | None:
        """Return the day a tracker was last done, None where nobody noted one."""
        tracked = self.tracked.get(tracker)
        return tracked.last_on if tracked else None

    def holds(self, tracker: str) -> bool:
        """Whether a tracker was noted with a day and not put away: what it names is so."""
        tracked = self.tracked.get(tracker)
        return tracked is not None and not tracked.not_needed and tracked.last_on is not None

    def start_of_tracker(self, first_from: str) -> date | None:
        """Return the day in the child's field that a tracker's first date is counted from."""
        day: date | None = getattr(self.child, first_from) if first_from else None
        return day

    def has_decisions(self, review: Review) -> bool:
        """Whether a review decided something that its manager is asked to agree."""
        return any(one.review_id == review.id and not one.draft for one in self.decisions)
