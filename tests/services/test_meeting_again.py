"""A series, and an adjournment, over a real store: the worked examples N05 and N15 as they go."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from iro_tui.domain.next_meeting import Adjournment, NextMeeting
from iro_tui.domain.review import Presence, ReviewFormat, ReviewState
from iro_tui.errors import RuleRefused
from iro_tui.services import caseload, chairing, finishing, meeting_again
from tests.services.office import Office, knowledge, office_with


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with office_with(tmp_path) as made:
        yield made


def again(day: str, **more: str) -> NextMeeting:
    return NextMeeting(date.fromisoformat(day), **more)


def adjournment(day: str) -> Adjournment:
    return Adjournment("No report from the school yet", "Amara is fine with it", again(day))


def test_n15_an_adjourned_review_goes_on_where_it_stood_and_is_late_by_its_completion(
    office: Office,
) -> None:
    review = office.on("2026-11-27").begin()
    adjourned = office.call(meeting_again.adjourn, review.id, adjournment("2026-12-08"))

    assert adjourned.state is ReviewState.ADJOURNED
    assert adjourned.reconvene_by == date(2026, 12, 29)
    assert (adjourned.adjourned_reason, adjourned.adjourned_views) == (
        "No report from the school yet",
        "Amara is fine with it",
    )
    assert office.due_on == date(2026, 11, 30)

    met_again = office.on("2026-12-08").begin()
    assert (met_again.id, met_again.state) == (review.id, ReviewState.IN_MEETING)
    with office.store.work() as work:
        assert work.answers.current(review.id)["home.good"].parts == {"text": "Good."}
    closed = office.finish(met_again)

    assert (closed.held_on, closed.completed_on) == (date(2026, 11, 27), date(2026, 12, 8))
    assert closed.in_time is False
    assert office.due_on == date(2027, 2, 27)
    first, second = office.meetings(review)
    assert (first.adjourned, first.held_on) == (True, date(2026, 11, 27))
    assert (second.sequence, second.held_on) == (2, date(2026, 12, 8))


def test_a_second_adjournment_is_refused_with_the_rule(office: Office) -> None:
    review = office.on("2026-11-27").begin()
    office.call(meeting_again.adjourn, review.id, adjournment("2026-12-08"))
    office.on("2026-12-08").begin()

    with pytest.raises(RuleRefused, match=r"once only \(regulation 36\(2\)\)"):
        office.call(meeting_again.adjourn, review.id, adjournment("2026-12-10"))


def test_what_has_not_begun_cannot_be_adjourned(office: Office) -> None:
    review = office.plan("2026-11-27")

    with pytest.raises(RuleRefused, match="going on"):
        office.call(meeting_again.adjourn, review.id, adjournment("2026-12-08"))


def test_an_adjournment_that_was_a_mistake_is_taken_back_and_its_words_stay(
    office: Office,
) -> None:
    review = office.on("2026-11-27").begin()
    office.call(meeting_again.adjourn, review.id, adjournment("2026-12-08"))
    chairing.open_review(office.store, knowledge(), review.id)

    back = office.keep(meeting_again.take_back, review.id)

    assert (back.state, back.adjourned_on, back.reconvene_by) == (
        ReviewState.IN_MEETING,
        None,
        None,
    )
    assert back.adjourned_reason == "No report from the school yet"
    [meeting] = office.meetings(review)
    assert (meeting.adjourned, meeting.ended_at) == (False, None)
    assert office.call(meeting_again.adjourn, review.id, adjournment("2026-12-07"))


def test_n05_a_series_is_held_from_its_first_meeting_and_completed_by_its_last(
    tmp_path: Path,
) -> None:
    long_known = {"last_review_held_on": date(2027, 2, 20), "last_review_number": 3}
    with office_with(tmp_path, became_looked_after_on=date(2025, 11, 2), **long_known) as office:
        review = office.on("2027-08-09").begin()
        series = office.keep(
            meeting_again.plan_next_meeting, review.id, again("2027-09-01", venue="School")
        )
        assert (series.state, series.format) == (ReviewState.SERIES_OPEN, ReviewFormat.SERIES)
        assert office.due_on == date(2028, 2, 9)

        office.on("2027-09-01").begin()
        closed = office.finish(review)

        assert (closed.held_on, closed.completed_on) == (date(2027, 8, 9), date(2027, 9, 1))
        assert closed.in_time is True
        assert office.due_on == date(2028, 2, 9)
        assert [one.venue for one in office.meetings(review)] == ["", "School"]


def test_attendance_is_kept_for_each_meeting_and_who_came_to_one_is_not_unheard(
    office: Office,
) -> None:
    review = office.on("2026-11-24").begin()
    office.mark(review, "Priya Shah", Presence.IN_PERSON)
    office.keep(meeting_again.plan_next_meeting, review.id, again("2026-12-01"))
    office.on("2026-12-01").begin()
    office.mark(review, "Amara", Presence.IN_PERSON)

    names = [(one.name, one.presence) for one in office.attendance(review)]
    assert names.count(("Priya Shah", Presence.IN_PERSON)) == 1
    assert names.count(("Priya Shah", Presence.INVITED)) == 1
    assert finishing.look(office.store, knowledge(), review.id).unheard == ("Jo Farrow",)


def test_what_is_written_between_two_meetings_does_not_begin_the_next_one(office: Office) -> None:
    review = office.on("2026-11-24").begin()
    office.keep(meeting_again.plan_next_meeting, review.id, again("2026-12-01"))

    office.on("2026-11-25").answer(review.id, "Good, and she has a new bed.")
    assert office.meetings(review)[-1].held_on is None
    view = chairing.open_review(office.store, knowledge(), review.id)
    assert view.meeting_of_today == view.meetings[0]
    office.mark(review, "Amara", Presence.IN_PERSON)
    assert office.meetings(review)[-1].held_on == date(2026, 11, 25)


def test_on_the_day_of_the_next_meeting_what_is_written_belongs_to_it(office: Office) -> None:
    review = office.on("2026-11-24").begin()
    office.keep(meeting_again.plan_next_meeting, review.id, again("2026-12-01"))

    view = chairing.open_review(office.on("2026-12-01").store, knowledge(), review.id)

    assert view.meeting_of_today == view.meetings[1]


def test_a_meeting_to_come_can_be_put_to_another_day_and_keeps_why(office: Office) -> None:
    review = office.on("2026-11-24").begin()
    office.keep(meeting_again.plan_next_meeting, review.id, again("2026-12-01"))
    office.keep(
        meeting_again.move_next_meeting,
        review.id,
        again("2026-12-03", time="14:00", move_reason="The school is closed"),
    )

    with office.store.work() as work:
        [move] = work.following.moves_of(review.id)
    assert (move.from_day, move.to_day, move.reason) == (
        date(2026, 12, 1),
        date(2026, 12, 3),
        "The school is closed",
    )
    assert office.meetings(review)[-1].planned_for == date(2026, 12, 3)
    assert office.review(review.id).planned_time == "14:00"
    assert office.due_on == date(2027, 2, 24)


def test_a_meeting_that_never_came_to_pass_does_not_move_the_day_of_completion(
    office: Office,
) -> None:
    review = office.on("2026-11-24").begin()
    office.keep(meeting_again.plan_next_meeting, review.id, again("2026-12-01"))
    chairing.open_review(office.store, knowledge(), review.id)

    closed = office.on("2026-12-04").finish(review)

    assert closed.completed_on == date(2026, 11, 24)
    [meeting] = office.meetings(review)
    assert meeting.held_on == date(2026, 11, 24)


def test_only_one_meeting_is_planned_ahead(office: Office) -> None:
    review = office.on("2026-11-24").begin()
    office.keep(meeting_again.plan_next_meeting, review.id, again("2026-12-01"))

    with pytest.raises(RuleRefused, match="planned already"):
        office.keep(meeting_again.plan_next_meeting, review.id, again("2026-12-02"))


def test_a_series_that_waits_for_its_next_meeting_is_not_where_one_lands(office: Office) -> None:
    review = office.on("2026-11-24").begin()
    assert caseload.meeting_in_progress(office.store) == review.id

    office.keep(meeting_again.plan_next_meeting, review.id, again("2026-12-01"))
    assert caseload.meeting_in_progress(office.store) is None

    office.on("2026-12-01").begin()
    assert caseload.meeting_in_progress(office.store) == review.id
