"""Tables for the chair, the children and the people around them."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from iro_tui.domain.chair import Helpline
from iro_tui.domain.child import Cycle, Role
from iro_tui.store.columns import HELPLINES, one_of
from iro_tui.store.tables.base import Stamped


class ChairRow(Stamped, table=True):
    """The chair's profile; a store has one."""

    __tablename__ = "chair"

    name: str
    role: str
    telephone: str
    email: str
    registration: str
    council: str
    signs_as: str
    job_for_child: str
    helplines: tuple[Helpline, ...] = Field(sa_type=HELPLINES)


class ChildRow(Stamped, table=True):
    """A child, with what the caseload needs kept ready.

    `next_review_due`, `_kind` and `_number` are derived by a service whenever a review or a date
    changes; `next_step` is what waits for the chair before that, such as a record to write;
    `search_text` is reference and names, casefolded.
    """

    __tablename__ = "child"
    __table_args__: ClassVar[Any] = (
        Index(None, "next_review_due", "reference"),
        Index(None, "next_step_due", "reference"),
        Index(None, "next_review_kind", "next_step_due", "reference"),
        Index(None, "iro", "next_step_due", "reference"),
    )

    reference: str = Field(unique=True)
    date_of_birth: date
    given_name: str
    family_name: str
    known_as: str
    pronouns: str
    sex: str
    ethnicity: str
    religion: str
    nationality: str
    first_language: str
    communication: str
    disability: str
    council: str
    cycle: Cycle = Field(sa_type=one_of(Cycle))
    legal_status: str
    legal_status_since: date | None
    category_of_need: str
    became_looked_after_on: date | None
    short_breaks_from: date | None
    authorised_for_adoption_on: date | None
    placed_for_adoption_on: date | None
    care_ends_on: date | None
    care_ended_on: date | None
    permanence_plan: str
    backup_plan: str
    placement_type: str
    placement_since: date | None
    placement_provider: str
    placement_in_area: bool | None
    address_shared_with_parents: bool | None
    unaccompanied: bool
    trafficking: bool
    disabled: bool
    eligible: bool
    with_parents: bool
    long_term: bool
    proceedings: bool
    adoption_plan: bool
    away: bool
    iro: str
    iro_since: date | None
    last_review_held_on: date | None
    last_review_number: int

    next_review_due: date | None = None
    next_review_kind: str = ""
    next_review_number: int = 0
    next_step_due: date | None = None
    next_step: str = ""
    search_text: str = ""


class PersonRow(Stamped, table=True):
    """Somebody around a child."""

    __tablename__ = "person"

    child_id: UUID = Field(foreign_key="child.id", index=True)
    name: str
    role: Role = Field(sa_type=one_of(Role))
    role_note: str
    known_as: str
    telephone: str
    email: str
    address: str
    address_withheld: bool
    parental_responsibility: bool
    notes: str
    since: date | None
    until: date | None
