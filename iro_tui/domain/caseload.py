"""The caseload: one line a child, soonest first, and which children are wanted of it."""

from dataclasses import dataclass, replace
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
    """What the store keeps ready for one line of the caseload: a child and what comes next.

    `next_step` is what waits for the chair before the review, such as a record to write; "" where
    the review itself is next. `next_step_due` is the day of whichever comes first.
    """

    child: Child
    next_review_kind: str
    next_review_number: int
    next_review_due: date | None
    next_step: str
    next_step_due: date | None


@dataclass(frozen=True)
class CaseloadRow(CaseloadEntry):
    """One line of the caseload as on a day; `working_days_left` is negative when late.

    `due_on` is the day that the line is listed by: that of the next step, or of the next review.
    """

    age: int
    due_on: date | None
    working_days_left: int | None
    state: DueState


@dataclass(frozen=True)
class Wanted:
    """Which children of a caseload are wanted; what is empty or None narrows nothing.

    `matching` is a part of a name or of the reference, in any case; the days are those of the
    next step, both included; `iro` "" is the chair whose store this is.
    """

    matching: str = ""
    first_day: date | None = None
    last_day: date | None = None
    without_date: bool = False
    kind: str | None = None
    iro: str | None = None

    def narrowed(self, further: "Wanted") -> "Wanted":
        """Return those that are wanted by both."""
        first_days = [one for one in (self.first_day, further.first_day) if one]
        last_days = [one for one in (self.last_day, further.last_day) if one]
        return replace(
            self,
            first_day=max(first_days, default=None),
            last_day=min(last_days, default=None),
            without_date=self.without_date or further.without_date,
            kind=self.kind if further.kind is None else further.kind,
            iro=self.iro if further.iro is None else further.iro,
        )


class Grouping(StrEnum):
    """By what the caseload is put together; by date there is one group of all."""

    DATE = "date"
    STATE = "state"
    MONTH = "month"
    KIND = "kind"
    IRO = "iro"


@dataclass(frozen=True)
class Group:
    """A part of the caseload: its words, which children it wants, and how many they are."""

    words: str
    wanted: Wanted
    count: int
    state: DueState | None = None


@dataclass(frozen=True)
class Section:
    """A group with as many of its lines as were read."""

    group: Group
    rows: tuple[CaseloadRow, ...]


@dataclass(frozen=True)
class CaseloadPage:
    """The first lines of the caseload, group by group, with the counts of all that are wanted."""

    sections: tuple[Section, ...]
    total: int
    late: int
    soon: int

    @property
    def rows(self) -> tuple[CaseloadRow, ...]:
        """The lines that were read, without their groups."""
        return tuple(row for section in self.sections for row in section.rows)
