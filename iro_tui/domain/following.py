"""What is kept beside children and reviews so that their dates can be followed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


@dataclass(frozen=True)
class Tracked:
    """What the chair knows of one tracker of a child: when it was last done, when it is due.

    `due_on` is a day that was set (a court hearing), where no rule counts it; `note` is in the
    chair's words (a score, a result). `not_needed` puts the tracker away for this child.
    """

    id: UUID
    child_id: UUID
    tracker: str
    last_on: date | None = None
    due_on: date | None = None
    note: str = ""
    not_needed: bool = False


@dataclass(frozen=True)
class StepDone:
    """A step around a review that was done on a day: the invitations, the report, the care plan."""

    id: UUID
    review_id: UUID
    step: str
    done_on: date
    note: str = ""


@dataclass(frozen=True)
class ReviewMove:
    """A planned review that was put to another day, and why; the due date stays where it was."""

    id: UUID
    review_id: UUID
    moved_on: date
    from_day: date
    to_day: date
    reason: str = ""


class Change(StrEnum):
    """What changed in a child's care, and so in the clock that runs; or how the child is called."""

    LOOKED_AFTER = "looked_after"
    LEGAL_STATUS = "legal_status"
    PLACEMENT = "placement"
    SHORT_BREAKS = "short_breaks"
    AUTHORISED_FOR_ADOPTION = "authorised_for_adoption"
    PLACED_FOR_ADOPTION = "placed_for_adoption"
    ADOPTION_ENDED = "adoption_ended"
    REMAND = "remand"
    CARE_ENDED = "care_ended"
    KNOWN_AS = "known_as"
    PRONOUNS = "pronouns"

    @property
    def words(self) -> str:
        """The change in the chair's words: "Authority to place for adoption"."""
        return {
            "looked_after": "Came into care",
            "legal_status": "Care order or other legal status",
            "placement": "New placement",
            "short_breaks": "Short breaks began",
            "authorised_for_adoption": "Authority to place for adoption",
            "placed_for_adoption": "Placed for adoption",
            "adoption_ended": "Placement for adoption ended",
            "remand": "Remanded",
            "care_ended": "Care ended",
            "known_as": "Likes to be called",
            "pronouns": "Pronouns",
        }[self.value]


@dataclass(frozen=True)
class StatusChange:
    """A change of a child's status on a day; what stood before is kept beside it.

    `before` and `after` are codes of the field that changed (a legal status, a placement type, a
    cycle); `note` is in the chair's words.
    """

    id: UUID
    child_id: UUID
    happened_on: date
    change: Change
    before: str = ""
    after: str = ""
    note: str = ""


@dataclass(frozen=True)
class DiaryEntry:
    """What was last written to the diary file for one date, so that the next file updates it.

    `about` names the date ("meeting:<id>", "due:<child>:<what>"); `uid` is random and stays;
    `sequence` counts the changes (RFC 5545); `text` is what was written, without the child's name
    unless the service chose so.
    """

    id: UUID
    about: str
    uid: str
    sequence: int
    changed_at: datetime
    text: str
    cancelled: bool = False
