"""What a service may choose about its timescales that is no number of days."""

from dataclasses import dataclass
from enum import StrEnum


class ReviewDateBasis(StrEnum):
    """Which meeting of a series gives the review its date."""

    FIRST_MEETING = "first_meeting"
    COMPLETION = "completion"


class DisputeTotalFrom(StrEnum):
    """Which stage of a dispute the total of 20 working days runs from."""

    FORMAL = "formal"
    INFORMAL = "informal"


@dataclass(frozen=True)
class Choices:
    """A service's choices, with the ones we ship (local).

    `early_review_resets`: an early review moves the next date. `remote_is_attending`: joining by
    video or telephone counts as attending.
    """

    early_review_resets: bool = True
    review_date_basis: ReviewDateBasis = ReviewDateBasis.FIRST_MEETING
    remote_is_attending: bool = True
    midway_check: bool = True
    dispute_total_from: DisputeTotalFrom = DisputeTotalFrom.FORMAL
