"""The caseload: one line a child, soonest first."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


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
    """What the store keeps ready for one line of the caseload."""

    child_id: UUID
    reference: str
    name: str
    date_of_birth: date
    legal_status: str
    next_review_kind: str
    next_review_number: int
    next_review_due: date | None


@dataclass(frozen=True)
class CaseloadRow:
    """One line of the caseload as it is shown; `working_days_left` is negative when late."""

    child_id: UUID
    reference: str
    name: str
    age: int
    legal_status: str
    next_review_kind: str
    next_review_number: int
    next_review_due: date | None
    working_days_left: int | None
    state: DueState


@dataclass(frozen=True)
class CaseloadPage:
    """A page of the caseload, with the counts of the whole of it."""

    rows: tuple[CaseloadRow, ...]
    total: int
    late: int
    soon: int
