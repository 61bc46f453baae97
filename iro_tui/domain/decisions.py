"""Decisions: one act, who does it, by which day and why, and what became of it."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from iro_tui.errors import BadInput


class Priority(StrEnum):
    """How pressing a decision is."""

    NORMAL = "normal"
    URGENT = "urgent"


class Agreement(StrEnum):
    """What the team manager said of a decision."""

    WAITING = "waiting"
    AGREED = "agreed"
    BY_SILENCE = "agreed_by_silence"
    NOT_AGREED = "not_agreed"

    @property
    def is_agreed(self) -> bool:
        """Whether the decision may be promised to the child."""
        return self in (Agreement.AGREED, Agreement.BY_SILENCE)


class Outcome(StrEnum):
    """What became of a decision when a later review went through it."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    NO_LONGER_NEEDED = "no_longer_needed"

    @property
    def words(self) -> str:
        """The outcome as it is written: "not done"."""
        return self.value.replace("_", " ")

    @property
    def closes(self) -> bool:
        """Whether the decision needs nothing more."""
        return self in (Outcome.DONE, Outcome.NO_LONGER_NEEDED)


class KeepFrom(StrEnum):
    """From whom a decision is kept in edited copies."""

    NOBODY = "nobody"
    PARENTS = "parents"
    CARERS = "carers"
    ALL_BUT_PROFESSIONALS = "all_but_professionals"


@dataclass(frozen=True)
class Decision:
    """A decision of a review.

    `number` counts within the review that made it and is shown as "4.2" (review, number).
    `due_on` is the day it is to be done by; `first_due_on` keeps the first such day when it was
    carried over `carried_count` times. A `draft` was not finished when the dialog was left.
    """

    id: UUID
    review_id: UUID
    number: int
    what: str
    why: str = ""
    owner: str = ""
    owner_role: str = ""
    owner_id: UUID | None = None
    due_on: date | None = None
    first_due_on: date | None = None
    carried_count: int = 0
    priority: Priority = Priority.NORMAL
    words_for_child: str = ""
    in_letter: bool = True
    keep_from: KeepFrom = KeepFrom.NOBODY
    question_id: str = ""
    meeting_id: UUID | None = None
    draft: bool = False
    agreement: Agreement = Agreement.WAITING
    agreed_on: date | None = None
    agreement_reason: str = ""
    done_on: date | None = None
    outcome: Outcome | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return not self.draft and (self.outcome is None or not self.outcome.closes)

    @property
    def gaps(self) -> tuple[str, ...]:
        """What a full decision still lacks, in words: what, why, who, by when.

        Who is law (CPPCR Regulations 2010, regulation 36(1)); the rest guidance and local.
        """
        lacking = (
            ("what", self.what),
            ("why", self.why),
            ("who", self.owner),
            ("by when", self.due_on),
        )
        return tuple(name for name, value in lacking if not value)


@dataclass(frozen=True)
class DecisionOutcome:
    """What one review found when it went through one decision of before."""

    id: UUID
    decision_id: UUID
    review_id: UUID
    outcome: Outcome
    outcome_on: date | None = None
    evidence: str = ""
    why_not: str = ""
    put_right_by: str = ""
    carried_to: date | None = None


def as_found(
    decision: Decision, found: DecisionOutcome, before: DecisionOutcome | None = None
) -> Decision:
    """Return the decision as a review found it; `before` is what the same review had found first.

    Carried over, it gets the new day, keeps its first one, and counts once more.
    """
    was_carried = before is not None and before.carried_to is not None
    is_carried = found.carried_to is not None
    return replace(
        decision,
        outcome=found.outcome,
        done_on=found.outcome_on if found.outcome.closes else None,
        due_on=found.carried_to or decision.due_on,
        first_due_on=decision.first_due_on or decision.due_on,
        carried_count=decision.carried_count + is_carried - was_carried,
    )


def checked_owner(owner: str) -> str:
    """Return the owner's name; raises BadInput for a role or initials instead of a person."""
    if owner.strip().casefold() in _NOT_A_PERSON:
        raise BadInput(
            f"“{owner.strip()}” does not say which person.",
            hint="Name the person, for example one of the people around the child.",
        )
    return owner.strip()


_NOT_A_PERSON = frozenset(
    {
        "sw",
        "social worker",
        "tm",
        "team manager",
        "school",
        "health",
        "carer",
        "carers",
        "iro",
        "the local authority",
        "local authority",
        "la",
        "the council",
        "council",
        "all",
        "everyone",
        "tbc",
        "?",
    }
)
