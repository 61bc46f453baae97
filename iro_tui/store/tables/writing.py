"""Tables for what is written in and after a review: answers, decisions, letters, documents."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field

from iro_tui.domain.answers import AnswerState, ChildKnows, PartValue
from iro_tui.domain.decisions import Agreement, KeepFrom, Outcome, Priority
from iro_tui.store.columns import PARTS, TEXTS, TYPED, one_of
from iro_tui.store.tables.base import Stamped


class AnswerRevisionRow(Stamped, table=True):
    """One revision of an answer; `draft_id` is the visit to the field that wrote it."""

    __tablename__ = "answer_revision"
    __table_args__: ClassVar[Any] = (UniqueConstraint("review_id", "question_id", "revision"),)

    review_id: UUID = Field(foreign_key="review.id")
    question_id: str
    revision: int
    draft_id: UUID
    state: AnswerState = Field(sa_type=one_of(AnswerState))
    parts: Mapping[str, PartValue] = Field(sa_type=PARTS)
    reason: str
    given_by: str
    given_on: date | None
    meeting_id: UUID | None = Field(foreign_key="meeting.id")
    private: bool
    may_see: tuple[str, ...] = Field(sa_type=TEXTS)
    child_knows: ChildKnows | None = Field(sa_type=one_of(ChildKnows))
    working_note: str
    carried_over: bool
    restores: int


class DecisionRow(Stamped, table=True):
    """A decision; the owner's name stays when the person is taken off the child's list."""

    __tablename__ = "decision"

    review_id: UUID = Field(foreign_key="review.id", index=True)
    number: int
    what: str
    why: str
    owner: str
    owner_role: str
    owner_id: UUID | None = Field(foreign_key="person.id", ondelete="SET NULL", index=True)
    due_on: date | None
    first_due_on: date | None
    carried_count: int
    priority: Priority = Field(sa_type=one_of(Priority))
    words_for_child: str
    in_letter: bool
    keep_from: KeepFrom = Field(sa_type=one_of(KeepFrom))
    question_id: str
    meeting_id: UUID | None = Field(foreign_key="meeting.id")
    draft: bool
    agreement: Agreement = Field(sa_type=one_of(Agreement))
    agreed_on: date | None
    agreement_reason: str
    done_on: date | None
    outcome: Outcome | None = Field(sa_type=one_of(Outcome))


class DecisionOutcomeRow(Stamped, table=True):
    """What one review found of one earlier decision."""

    __tablename__ = "decision_outcome"
    __table_args__: ClassVar[Any] = (UniqueConstraint("review_id", "decision_id"),)

    decision_id: UUID = Field(foreign_key="decision.id", index=True)
    review_id: UUID = Field(foreign_key="review.id")
    outcome: Outcome = Field(sa_type=one_of(Outcome))
    outcome_on: date | None
    evidence: str
    why_not: str
    put_right_by: str
    carried_to: date | None


class LetterRevisionRow(Stamped, table=True):
    """One revision of one section of the child's letter, for one band."""

    __tablename__ = "letter_revision"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("review_id", "band", "section_id", "revision"),
    )

    review_id: UUID = Field(foreign_key="review.id")
    band: str
    section_id: str
    revision: int
    draft_id: UUID
    text: str


class DraftRow(Stamped, table=True):
    """What stands half typed in one form, by field; `key` says which form."""

    __tablename__ = "draft"

    key: str = Field(unique=True)
    typed: Mapping[str, str | bool] = Field(sa_type=TYPED)


class IssuedDocumentRow(Stamped, table=True):
    """An issued document, byte for byte."""

    __tablename__ = "issued_document"

    review_id: UUID = Field(foreign_key="review.id", index=True)
    kind: str = Field(sa_type=Text)
    version: int
    issued_at: datetime
    sha256: str
    content: bytes
    recipient: str
    reason: str
