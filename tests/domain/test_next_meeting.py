"""Another meeting of the same review: what is read, refused and remarked on."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from iro_tui.domain.next_meeting import (
    NextMeeting,
    adjournment_from,
    check_may_adjourn,
    meet_again_by,
    meeting_to_come,
    next_meeting_from,
    remark_on_next_day,
    review_words,
)
from iro_tui.domain.review import Meeting, Review, ReviewState
from iro_tui.domain.timescales import Timescales
from iro_tui.errors import BadFields, RuleRefused
from tests.domain.reviewing import LOOKED_AFTER, day

TODAY = date(2026, 12, 8)


def review(**told: Any) -> Review:
    return Review(
        UUID(int=4),
        UUID(int=1),
        numbers={LOOKED_AFTER: 4},
        state=ReviewState.IN_MEETING,
        held_on=TODAY,
        **told,
    )


def meeting(sequence: int, held_on: date | None = None) -> Meeting:
    return Meeting(uuid4(), UUID(int=4), sequence, held_on=held_on)


def problems(timescales: Timescales, **typed: str) -> dict[str, str]:
    with pytest.raises(BadFields) as refused:
        adjournment_from(
            typed,
            today=TODAY,
            working_days=timescales.working_days,
            meet_by=timescales.reconvene_by(TODAY),
        )
    return refused.value.problems


def test_d54_an_adjourned_review_meets_again_within_20_working_days_by_law(
    timescales: Timescales,
) -> None:
    read = adjournment_from(
        {"reason": "No report", "views": "", "planned_for": "8 jan 2027", "time": "2pm"},
        today=TODAY,
        working_days=timescales.working_days,
        meet_by=timescales.reconvene_by(TODAY),
    )

    assert read.meeting == NextMeeting(date(2027, 1, 8), time="14:00")
    assert problems(timescales, reason="No report", planned_for="11 jan 2027") == {
        "planned_for": "Mon 11 Jan 2027 is too late: the last day is Fri 8 Jan 2027, 20 working "
        "days after the day the review was adjourned (regulation 36(2), law)."
    }


def test_an_adjournment_wants_its_reason_and_its_day(timescales: Timescales) -> None:
    assert problems(timescales, reason=" ", planned_for="").keys() == {"reason", "planned_for"}


def test_d55_the_last_meeting_of_a_series_is_remarked_on_beyond_20_working_days(
    timescales: Timescales,
) -> None:
    first = review(completed_on=None)
    meet_by = meet_again_by(Review(**{**vars(first), "held_on": day("2027-08-09")}), timescales)
    assert meet_by is not None

    def remark(on: str) -> str:
        return remark_on_next_day(day(on), meet_by=meet_by, working_days=timescales.working_days)

    assert remark("2027-09-07") == ""
    assert remark("2027-09-08") == (
        "! after Tue 7 Sep 2027: the last meeting is to be within 20 working days after the "
        "first meeting of the series (guidance)"
    )
    late = next_meeting_from(
        {"planned_for": "8 sep 2027"},
        today=day("2027-08-09"),
        working_days=timescales.working_days,
        meet_by=meet_by,
    )
    assert late.planned_for == day("2027-09-08")


@pytest.mark.parametrize(
    ("on", "words"), [("2026-12-12", "! a weekend"), ("2026-12-25", "! a bank holiday")]
)
def test_a_weekend_or_a_holiday_is_remarked_on(on: str, words: str, timescales: Timescales) -> None:
    found = remark_on_next_day(day(on), meet_by=None, working_days=timescales.working_days)

    assert found == words


def test_before_the_first_meeting_nothing_limits_the_next(timescales: Timescales) -> None:
    planned = Review(UUID(int=4), UUID(int=1), numbers={LOOKED_AFTER: 4})

    assert meet_again_by(planned, timescales) is None


def test_a_review_is_adjourned_once_only() -> None:
    check_may_adjourn(review())
    with pytest.raises(RuleRefused, match="once only"):
        check_may_adjourn(review(adjourned_on=date(2026, 11, 2)))


def test_which_meeting_of_a_series_it_is_stands_beside_the_review() -> None:
    assert review_words(review(), [meeting(1, TODAY)]) == "Review 4"
    assert review_words(review(), [meeting(1, TODAY), meeting(2)]) == "Review 4, meeting 2"


def test_a_first_meeting_is_no_further_one() -> None:
    further = meeting(2)

    assert meeting_to_come([meeting(1)]) is None
    assert meeting_to_come([meeting(1, TODAY), further]) == further
    assert meeting_to_come([meeting(1, TODAY), meeting(2, TODAY)]) is None
