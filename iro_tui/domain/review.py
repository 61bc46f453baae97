"""A review: a process with its meetings, its dates and its state."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from iro_tui.domain.child import Cycle


class Occasion(StrEnum):
    """Why this review is held."""

    SCHEDULED = "scheduled"
    EARLY = "early"
    DISRUPTION = "disruption"
    CLOSING = "closing"


class ReviewFormat(StrEnum):
    """How a review is held."""

    MEETING = "meeting"
    SERIES = "series"
    NO_MEETING = "no_meeting"


class ReviewState(StrEnum):
    """How far a review has come (the steps of the IRO Handbook)."""

    PLANNED = "planned"
    PREPARED = "prepared"
    IN_MEETING = "in_meeting"
    ADJOURNED = "adjourned"
    SERIES_OPEN = "series_open"
    COMPLETED = "completed"
    DECISIONS_SENT = "decisions_sent"
    DECISIONS_SETTLED = "decisions_settled"
    DOCUMENTS_ISSUED = "documents_issued"
    DISTRIBUTED = "distributed"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"

    @property
    def words(self) -> str:
        """The state in the chair's words."""
        return self.value.replace("_", " ")


BEFORE_MEETING = frozenset({ReviewState.PLANNED, ReviewState.PREPARED, ReviewState.POSTPONED})
OPEN_MEETING = frozenset({ReviewState.IN_MEETING, ReviewState.ADJOURNED, ReviewState.SERIES_OPEN})


@dataclass(frozen=True)
class Place:
    """Where the chair stands in the meeting, so that reopening returns to the same caret."""

    section_id: str = ""
    question_id: str = ""
    part_id: str = ""
    line: int = 0
    column: int = 0


@dataclass(frozen=True)
class Review:
    """One review. `numbers` holds one number per cycle; the first cycle is the one that leads.

    `due_on` is the last lawful day; `held_on` the first meeting; `completed_on` the last.
    `agreed_by_silence_on` is set when the manager did not answer in time. `late_code` and
    `early_trigger` are codes of data/codes.toml, each with the chair's own words beside it;
    `adjourned_views` is what child and family think of adjourning.
    """

    id: UUID
    child_id: UUID
    numbers: dict[Cycle, int] = field(default_factory=dict)
    occasion: Occasion = Occasion.SCHEDULED
    format: ReviewFormat = ReviewFormat.MEETING
    state: ReviewState = ReviewState.PLANNED
    due_on: date | None = None
    planned_for: date | None = None
    planned_time: str = ""
    venue: str = ""
    held_on: date | None = None
    completed_on: date | None = None
    late_code: str = ""
    late_reason: str = ""
    early_trigger: str = ""
    early_asked_by: str = ""
    early_reason: str = ""
    adjourned_on: date | None = None
    adjourned_reason: str = ""
    adjourned_views: str = ""
    reconvene_by: date | None = None
    cancelled_reason: str = ""
    decisions_sent_on: date | None = None
    decisions_received_on: date | None = None
    manager_answered_on: date | None = None
    agreed_by_silence_on: date | None = None
    record_issued_on: date | None = None
    letter_issued_on: date | None = None
    distributed_on: date | None = None
    participation_override: str = ""
    participation_reason: str = ""
    no_views_reason: str = ""
    child_in_room: bool = False
    plan_final: bool = False
    scales: bool = False
    letter_band: str = ""
    letter_band_reason: str = ""
    place: Place = field(default_factory=Place)

    @property
    def cycle(self) -> Cycle:
        """The cycle that leads: the first one this review has a number in."""
        return next(iter(self.numbers), Cycle.LOOKED_AFTER)

    @property
    def number(self) -> int:
        """The number in the leading cycle; 0 if it has none."""
        return self.numbers.get(self.cycle, 0)

    @property
    def kind(self) -> str:
        """The kind as users know it: first, second, subsequent, early, or the cycle's own name.

        Only a long-term foster placement has reviews without a meeting (Children Act 1989
        Guidance, volume 2).
        """
        if self.occasion in (Occasion.EARLY, Occasion.DISRUPTION):
            return self.occasion.value
        kind = kind_of(self.cycle, self.number)
        without_meeting = self.format is ReviewFormat.NO_MEETING
        return "long_term_foster" if kind == "subsequent" and without_meeting else kind

    @property
    def day(self) -> date | None:
        """The day of the review: held, else planned, else due."""
        return self.held_on or self.planned_for or self.due_on

    @property
    def in_time(self) -> bool | None:
        """Whether it was in time; None until it has been held and is due by a known day.

        After an adjournment it counts only if it was completed by the due date.
        """
        counted = self.completed_on if self.adjourned_on else self.held_on
        if counted is None or self.due_on is None:
            return None
        return counted <= self.due_on


def review_in_hand(reviews: Sequence[Review]) -> Review | None:
    """Return the review whose meeting is open, else the one planned; the newest of several.

    `reviews` stand oldest first.
    """
    for states in (OPEN_MEETING, BEFORE_MEETING):
        for review in reversed(reviews):
            if review.state in states:
                return review
    return None


def kind_of(cycle: Cycle, number: int) -> str:
    """Return the kind id of a review from its cycle and number."""
    if cycle in (Cycle.LOOKED_AFTER,):
        return {1: "first", 2: "second"}.get(number, "subsequent")
    return cycle.value


@dataclass(frozen=True)
class Meeting:
    """One meeting of a review; a series has several, and an adjourned one is met again once."""

    id: UUID
    review_id: UUID
    sequence: int
    planned_for: date | None = None
    held_on: date | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    venue: str = ""
    how: str = ""
    chosen_by: str = ""
    travel_note: str = ""
    adjourned: bool = False


class Presence(StrEnum):
    """How somebody was there, or was not."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"
    PART = "part"
    APOLOGY = "apology"
    ABSENT = "absent"
    NOT_INVITED = "not_invited"
    INVITED = "invited"

    @property
    def was_there(self) -> bool:
        """Whether the person was at the meeting, in the room or by video or phone."""
        return self in (Presence.IN_PERSON, Presence.VIDEO, Presence.PHONE, Presence.PART)

    @property
    def words(self) -> str:
        """The presence as it is written: "in person"."""
        return self.value.replace("_", " ")


@dataclass(frozen=True)
class Attendance:
    """One person and one meeting. `person_id` is None for somebody not among the child's people.

    `is_child` marks the child's own row; `note` says which part, or why not.
    """

    id: UUID
    meeting_id: UUID
    name: str
    role: str = ""
    person_id: UUID | None = None
    is_child: bool = False
    presence: Presence = Presence.INVITED
    note: str = ""
    private: bool = False
    child_wanted: bool | None = None


@dataclass(frozen=True)
class ViewReceived:
    """What somebody who was asked thinks, given before or beside the meeting."""

    id: UUID
    review_id: UUID
    name: str
    role: str = ""
    person_id: UUID | None = None
    asked_on: date | None = None
    answered_on: date | None = None
    how: str = ""
    view: str = ""
    attempts: str = ""
    private: bool = False


class SaidWhere(StrEnum):
    """Where the child said their words."""

    MEETING = "meeting"
    ALONE = "alone"
    FORM = "form"
    DRAWING = "drawing"
    THROUGH = "through_someone"

    @property
    def words(self) -> str:
        """Where, as it is written."""
        return {
            "meeting": "in the meeting",
            "alone": "alone with me",
            "form": "on a form",
            "drawing": "with a drawing",
            "through_someone": "through someone",
        }[self.value]


@dataclass(frozen=True)
class ChildWords:
    """The child's words, kept exactly as said; never corrected, never altered."""

    id: UUID
    review_id: UUID
    text: str
    section_id: str = "wishes"
    meeting_id: UUID | None = None
    said_where: SaidWhere = SaidWhere.MEETING
    through: str = ""
    translation: str = ""
    put_to_review: bool = True
    private: bool = False
    may_see: tuple[str, ...] = ()
    said_at: datetime | None = None
