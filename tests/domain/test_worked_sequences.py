"""The sequences N01 to N11 and N15 of the worked examples."""

from iro_tui.domain.child import Cycle
from iro_tui.domain.review import Occasion, ReviewFormat, ReviewState
from iro_tui.domain.timescales import Timescales
from tests.domain.reviewing import (
    AUTHORISED,
    LOOKED_AFTER,
    PLACED,
    child,
    coming,
    day,
    held,
    planned,
)


def test_n01_an_early_review_takes_the_next_number_and_moves_the_next_date(
    timescales: Timescales,
) -> None:
    one = child(became_looked_after_on="2026-11-02")
    first = held("2026-11-30", 1)
    early = held("2027-01-11", 2, occasion=Occasion.EARLY)

    assert coming(timescales, one, first).number == 2
    after = coming(timescales, one, first, early)
    assert (after.number, after.due_on) == (3, day("2027-07-11"))
    assert after.book_by == day("2027-07-09")


def test_n02_of_the_ordinary_and_the_adoption_date_the_earlier_counts(
    timescales: Timescales,
) -> None:
    one = child(cycle=AUTHORISED, authorised_for_adoption_on="2027-01-12")

    found = coming(timescales, one, held("2026-11-03", 3))

    assert (found.cycle, found.number) == (AUTHORISED, 1)
    assert found.due_on == day("2027-04-12")
    assert found.numbers == {AUTHORISED: 1, LOOKED_AFTER: 4}
    assert [(other.cycle, other.due.on) for other in found.others] == [
        (LOOKED_AFTER, day("2027-05-03"))
    ]


def test_n03_one_meeting_serves_both_cycles_and_both_start_again(timescales: Timescales) -> None:
    one = child(cycle=AUTHORISED, authorised_for_adoption_on="2027-01-12")
    both = held("2027-04-08", 4, numbers={AUTHORISED: 1, LOOKED_AFTER: 4})

    found = coming(timescales, one, held("2026-11-03", 3), both)

    assert found.due_on == day("2027-10-08")
    assert [other.due.on for other in found.others] == [day("2027-10-08")]
    assert found.numbers == {AUTHORISED: 2, LOOKED_AFTER: 5}


def test_n04_numbering_starts_again_when_a_child_is_placed_for_adoption(
    timescales: Timescales,
) -> None:
    one = child(
        cycle=PLACED,
        authorised_for_adoption_on="2027-01-12",
        placed_for_adoption_on="2027-04-20",
    )
    both = held("2027-04-08", 4, numbers={AUTHORISED: 1, LOOKED_AFTER: 4})

    found = coming(timescales, one, held("2026-11-03", 3), both)

    assert (found.cycle, found.number, found.due_on) == (PLACED, 1, day("2027-05-18"))


def test_n05_a_series_counts_from_its_first_meeting_and_its_papers_from_the_last(
    timescales: Timescales,
) -> None:
    one = child(became_looked_after_on="2025-11-02")
    series = held("2027-08-09", 4, completed_on=day("2027-09-01"), format=ReviewFormat.SERIES)

    found = coming(timescales, one, series)
    papers = timescales.after_meeting(day("2027-09-01"))

    assert found.due_on == day("2028-02-09")
    assert timescales.due("series_last_meeting", day("2027-08-09")).on == day("2027-09-07")
    assert papers.decisions_due.on == day("2027-09-08")
    assert papers.record_due.on == papers.letter_due.on == day("2027-09-22")


def test_n06_a_cancelled_meeting_does_not_count_and_a_late_one_moves_the_next_date(
    timescales: Timescales,
) -> None:
    one = child(became_looked_after_on="2026-11-02")
    cancelled = planned(1, state=ReviewState.CANCELLED, planned_for=day("2026-11-27"))

    assert coming(timescales, one, cancelled).due_on == day("2026-11-30")
    late = held("2026-12-03", 1, due_on=day("2026-11-30"))
    assert late.in_time is False
    assert timescales.working_days_left(day("2026-12-03"), day("2026-11-30")) == -3
    assert coming(timescales, one, cancelled, late).due_on == day("2027-03-03")


def test_n07_a_review_falls_within_a_remand_that_is_known_to_end(timescales: Timescales) -> None:
    one = child(cycle=Cycle.REMAND, became_looked_after_on="2026-11-02", care_ends_on="2026-11-20")

    found = coming(timescales, one)

    assert (found.due_on, found.rule.id) == (day("2026-11-20"), "before_care_ends")
    assert [other.due.on for other in found.others] == [day("2026-11-30")]
    assert found.numbers == {Cycle.REMAND: 1}


def test_n08_a_long_term_foster_child_meets_at_least_once_in_twelve_months(
    timescales: Timescales,
) -> None:
    one = child(became_looked_after_on="2024-05-01", long_term=True, placement_since="2025-01-10")
    meeting = held("2026-05-12", 6)
    without = held("2026-11-10", 7, format=ReviewFormat.NO_MEETING)

    assert coming(timescales, one, meeting).needs_meeting is False
    found = coming(timescales, one, meeting, without)
    assert found.due_on == day("2027-05-10")
    assert found.needs_meeting
    assert found.meeting_by is not None
    assert found.meeting_by.on == day("2027-05-12")


def test_n09_coming_back_into_care_starts_at_number_one(timescales: Timescales) -> None:
    one = child(became_looked_after_on="2027-04-12", care_ended_on="2027-03-01")

    found = coming(timescales, one, held("2026-10-01", 5))

    assert (found.number, found.due_on) == (1, day("2027-05-11"))


def test_n10_a_short_breaks_child_who_comes_into_care_starts_at_number_one(
    timescales: Timescales,
) -> None:
    one = child(became_looked_after_on="2027-05-07", short_breaks_from="2026-05-01")

    found = coming(timescales, one, held("2026-07-28", 1, Cycle.SHORT_BREAKS))

    assert (found.kind, found.number, found.due_on) == ("first", 1, day("2027-06-07"))


def test_n11_the_midway_check_falls_three_months_after_a_half_yearly_review(
    timescales: Timescales,
) -> None:
    one = child(became_looked_after_on="2025-11-02")

    found = coming(timescales, one, held("2026-11-12", 4))
    midway = timescales.midway(found)

    assert found.due_on == day("2027-05-12")
    assert midway is not None
    assert midway.on == day("2027-02-12")


def test_n15_an_adjourned_review_is_in_time_by_its_completion_and_counts_from_its_meeting(
    timescales: Timescales,
) -> None:
    one = child(became_looked_after_on="2026-11-02")
    adjourned = held(
        "2026-11-27",
        1,
        due_on=day("2026-11-30"),
        adjourned_on=day("2026-11-27"),
        completed_on=day("2026-12-08"),
    )

    found = coming(timescales, one, adjourned)

    assert adjourned.in_time is False
    assert timescales.working_days_left(day("2026-12-08"), day("2026-11-30")) == -6
    assert timescales.reconvene_by(day("2026-11-27")).on == day("2026-12-29")
    assert found.due_on == day("2027-02-27")
    assert found.book_by == day("2027-02-26")
