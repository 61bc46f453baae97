"""The caseload: one line a child, soonest first."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from iro_tui.domain.child import Child


class DueState(StrEnum):
    """How near a date is."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    IN_TIME = "in_time"
    NONE = "none"

    @property
    def sign(self) -> str:
        """The sign beside the word."""
        return {"overdue": "‼", "due_soon": "!", "in_time": "✓", "none": "·"}[self.value]

    @property
    def word(self) -> str:
        """The state in one or two words."""
        return {"overdue": "late", "due_soon": "soon", "in_time": "in time", "none": "no date"}[
            self.value
        ]


@dataclass(frozen=True)
class CaseloadEntry:
    """What the store keeps ready for one line of the caseload: a child and what comes next."""

    child: Child
    next_review_kind: str
    next_review_number: int
    next_review_due: date | None


@dataclass(frozen=True)
class CaseloadRow(CaseloadEntry):
    """One line of the caseload as on a day; `working_days_left` is negative when late."""

    age: int
    working_days_left: int | None
    state: DueState


@dataclass(frozen=True)
class CaseloadPage:
    """A page of the caseload, with the counts of the whole of it."""

    rows: tuple[CaseloadRow, ...]
    total: int
    late: int
    soon: int
