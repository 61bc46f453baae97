"""Tables for reviews, their meetings and who was heard in them."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from iro_tui.domain.child import Cycle
from iro_tui.domain.review import Occasion, Place, Presence, ReviewFormat, ReviewState, SaidWhere
from iro_tui.store.columns import PLACE, TEXTS, one_of
from iro_tui.store.tables.base import Stamped


class ReviewRow(Stamped, table=True):
    """A review; its numbers stand in their own table."""

    __tablename__ = "review"

    child_id: UUID = Field(foreign_key="child.id", index=True)
    occasion: Occasion = Field(sa_type=one_of(Occasion))
    format: ReviewFormat = Field(sa_type=one_of(ReviewFormat))
    state: ReviewState = Field(sa_type=one_of(ReviewState), index=True)
    due_on: date | None
    planned_for: date | None
    planned_time: str
    venue: str
    held_on: date | None
    completed_on: date | None
    late_code: str
    late_reason: str
    early_trigger: str
    early_asked_by: str
    early_reason: str
    adjourned_on: date | None
    adjourned_reason: str
    adjourned_views: str
    reconvene_by: date | None
    cancelled_reason: str
    decisions_sent_on: date | None
    decisions_received_on: date | None
    manager_answered_on: date | None
    agreed_by_silence_on: date | None
    record_issued_on: date | None
    letter_issued_on: date | None
    distributed_on: date | None
    participation_override: str
    participation_reason: str
    no_views_reason: str
    child_in_room: bool
    plan_final: bool
    scales: bool
    letter_band: str
    letter_band_reason: str
    place: Place = Field(sa_type=PLACE)


class ReviewNumberRow(Stamped, table=True):
    """A review's number in one cycle; the cycle at position 0 leads."""

    __tablename__ = "review_number"
    __table_args__: ClassVar[Any] = (UniqueConstraint("review_id", "cycle"),)

    review_id: UUID = Field(foreign_key="review.id")
    position: int
    cycle: Cycle = Field(sa_type=one_of(Cycle))
    number: int


class MeetingRow(Stamped, table=True):
    """One meeting of a review."""

    __tablename__ = "meeting"
    __table_args__: ClassVar[Any] = (Index(None, "held_on", "planned_for"),)

    review_id: UUID = Field(foreign_key="review.id", index=True)
    sequence: int
    planned_for: date | None
    held_on: date | None
    started_at: datetime | None
    ended_at: datetime | None
    venue: str
    how: str
    chosen_by: str
    travel_note: str
    adjourned: bool


class AttendanceRow(Stamped, table=True):
    """One person and one meeting; the name stays when the person is taken off the child's list."""

    __tablename__ = "attendance"

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    name: str
    role: str
    person_id: UUID | None = Field(foreign_key="person.id", ondelete="SET NULL", index=True)
    is_child: bool
    presence: Presence = Field(sa_type=one_of(Presence))
    note: str
    private: bool
    child_wanted: bool | None


class ViewReceivedRow(Stamped, table=True):
    """What somebody who was asked thinks."""

    __tablename__ = "view_received"

    review_id: UUID = Field(foreign_key="review.id", index=True)
    name: str
    role: str
    person_id: UUID | None = Field(foreign_key="person.id", ondelete="SET NULL", index=True)
    asked_on: date | None
    answered_on: date | None
    how: str
    view: str
    attempts: str
    private: bool


class ChildWordsRow(Stamped, table=True):
    """The child's words, exactly as said."""

    __tablename__ = "child_words"

    review_id: UUID = Field(foreign_key="review.id", index=True)
    text: str
    section_id: str
    meeting_id: UUID | None = Field(foreign_key="meeting.id")
    said_where: SaidWhere = Field(sa_type=one_of(SaidWhere))
    through: str
    translation: str
    put_to_review: bool
    private: bool
    may_see: tuple[str, ...] = Field(sa_type=TEXTS)
    said_at: datetime | None
