"""What the record of a review is written from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from iro_tui.domain.agenda import Agenda
from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.codes import Codes
from iro_tui.domain.dates.days import day_in_record
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.record_words import RecordWords
from iro_tui.domain.review import Review
from iro_tui.domain.rules import DueDate
from iro_tui.domain.timescales import AfterMeeting, NextReview

_MEETING_NAMES = {
    Cycle.SHORT_BREAKS: "Short-break review",
    Cycle.ADOPTION_AUTHORISED: "Adoption review",
    Cycle.ADOPTION_PLACED: "Adoption review",
    Cycle.PATHWAY: "Pathway plan review",
}


@dataclass(frozen=True)
class RecordSource:
    """A review with what else its record says.

    `agenda` is the whole of it, so that sections left out can be named. `after` holds the dates
    that follow from completing the review, `midway` the check before a review six months on.
    `version` is the one a draft would become; `issued_on` is None for a draft. `review_numbers`
    gives the number of each of the child's reviews, for decisions of an earlier one.
    `remote_is_attending` is the service's choice for how the child took part.
    """

    view: MeetingView
    agenda: Agenda
    codes: Codes
    words: RecordWords
    next_review: NextReview | None
    after: AfterMeeting | None
    midway: DueDate | None
    review_numbers: Mapping[UUID, int]
    remote_is_attending: bool
    version: int = 1
    issued_on: date | None = None


def paper_title(child: Child, review: Review, paper: str) -> str:
    """Return the title of a file: meeting, number, date and initials, never the full name."""
    day = f", {day_in_record(review.day)}" if review.day else ""
    return f"{meeting_name(review)} {review.number}{day}, {child.initials} – {paper}"


def meeting_name(review: Review) -> str:
    """Return what the meeting is called on its papers."""
    return _MEETING_NAMES.get(review.cycle, "Child in care review")
