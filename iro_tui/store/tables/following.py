"""Tables for the dates of a child: what is tracked, what changed, what follows from it all."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from iro_tui.domain.following import Change
from iro_tui.domain.rules import Mark
from iro_tui.store.columns import one_of
from iro_tui.store.tables.base import Stamped


class DueItemRow(Stamped, table=True):
    """One derived date; a child's rows are made anew whenever something of the child changes."""

    __tablename__ = "due_item"
    __table_args__: ClassVar[Any] = (Index(None, "due_on", "child_id"),)

    child_id: UUID = Field(foreign_key="child.id", index=True)
    what: str
    title: str
    due_on: date
    mark: Mark = Field(sa_type=one_of(Mark))
    rule: str
    source: str
    opens_on: date | None
    lapses: bool
    review_id: UUID | None = Field(foreign_key="review.id")
    subject_id: UUID | None


class DerivedRow(Stamped, table=True):
    """By which timescales the derived dates were counted; a store has one."""

    __tablename__ = "derived"

    counted_by: str


class TrackedRow(Stamped, table=True):
    """What is known of one tracker of a child."""

    __tablename__ = "tracked"
    __table_args__: ClassVar[Any] = (UniqueConstraint("child_id", "tracker"),)

    child_id: UUID = Field(foreign_key="child.id")
    tracker: str
    last_on: date | None
    due_on: date | None
    note: str
    not_needed: bool


class StepDoneRow(Stamped, table=True):
    """A step around a review that was done."""

    __tablename__ = "step_done"
    __table_args__: ClassVar[Any] = (UniqueConstraint("review_id", "step"),)

    review_id: UUID = Field(foreign_key="review.id")
    step: str
    done_on: date
    note: str


class ReviewMoveRow(Stamped, table=True):
    """A planned review that was put to another day."""

    __tablename__ = "review_move"

    review_id: UUID = Field(foreign_key="review.id", index=True)
    moved_on: date
    from_day: date
    to_day: date
    reason: str


class StatusChangeRow(Stamped, table=True):
    """A change of a child's status; rows are added, never changed."""

    __tablename__ = "status_change"

    child_id: UUID = Field(foreign_key="child.id", index=True)
    happened_on: date
    change: Change = Field(sa_type=one_of(Change))
    before: str
    after: str
    note: str


class DiaryEntryRow(Stamped, table=True):
    """What was last written to the diary file for one date."""

    __tablename__ = "diary_entry"

    about: str = Field(unique=True)
    uid: str
    sequence: int
    changed_at: datetime
    text: str
    cancelled: bool
