"""Every date of a child that is to be kept follows from what is known, and from nothing else."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.decisions import Decision, Outcome
from iro_tui.domain.due.derive import LONGEST_TITLE, due_items
from iro_tui.domain.due.known import Known
from iro_tui.domain.due.tracking import is_far_off, tracker_lines, trackers_offered
from iro_tui.domain.following import Change, StatusChange, StepDone, Tracked
from iro_tui.domain.review import Review, ReviewState
from iro_tui.domain.timescales import Timescales, next_review
from iro_tui.knowledge import load

CHILD = Child(
    id=uuid4(),
    reference="R-1",
    date_of_birth=date(2017, 6, 1),
    legal_status="C2",
    became_looked_after_on=date(2026, 5, 4),
    placement_since=date(2026, 5, 4),
    iro_since=date(2026, 5, 6),
    permanence_plan="LTFOST18",
)


@pytest.fixture(scope="module")
def timescales() -> Timescales:
    return load().timescales


def review(number: int, held_on: str = "", **further: object) -> Review:
    day = date.fromisoformat(held_on) if held_on else None
    state = ReviewState.CLOSED if day else ReviewState.PLANNED
    fields: dict[str, object] = {
        "state": state,
        "held_on": day,
        "completed_on": day,
        "record_issued_on": day,
        "letter_issued_on": day,
    }
    return Review(uuid4(), CHILD.id, {Cycle.LOOKED_AFTER: number}, **(fields | further))  # type: ignore[arg-type]


def dates(known: Known, timescales: Timescales) -> dict[str, str]:
    """Return what is due by its id, as written days."""
    coming = next_review(known.child, known.reviews, timescales)
    return {item.what: item.due_on.isoformat() for item in due_items(known, coming, timescales)}


def tracked(tracker: str, **further: object) -> dict[str, Tracked]:
    return {tracker: Tracked(uuid4(), CHILD.id, tracker, **further)}  # type: ignore[arg-type]


def ticked(review: Review, step: str) -> dict[UUID, dict[str, StepDone]]:
    return {review.id: {step: StepDone(uuid4(), review.id, step, date(2026, 11, 24))}}


def test_a_child_new_in_care_has_a_first_review_and_the_plans_of_the_first_weeks(
    timescales: Timescales,
) -> None:
    found = dates(Known(replace(CHILD, iro_since=None)), timescales)
    assert found["review"] == "2026-06-02"
    assert found["care_plan"] == "2026-05-18"
    assert found["placement_plan"] == "2026-05-11"
    assert found["visit"] == "2026-05-11"
    assert found["iro_named"] == "2026-05-11"
    assert found["pep"] == "2026-05-18"
    assert found["health_assessment"] == "2026-06-02"


def test_the_clock_before_a_meeting_counts_back_from_the_planned_day(
    timescales: Timescales,
) -> None:
    planned = review(1, planned_for=date(2027, 4, 12))
    found = dates(Known(CHILD, (planned,)), timescales)
    assert found["social_worker_talk"] == "2027-03-18"
    assert found["invitations"] == "2027-03-25"
    assert found["social_worker_report"] == "2027-04-07"


def test_a_step_that_was_ticked_is_no_longer_due(timescales: Timescales) -> None:
    planned = review(1, planned_for=date(2027, 4, 12))
    known = Known(CHILD, (planned,), steps=ticked(planned, "invitations"))
    assert "invitations" not in dates(known, timescales)
    assert "social_worker_talk" in dates(known, timescales)


def test_the_clock_after_a_meeting_counts_from_its_completion(timescales: Timescales) -> None:
    held = review(
        1,
        "2026-12-17",
        state=ReviewState.COMPLETED,
        record_issued_on=None,
        letter_issued_on=None,
    )
    decision = Decision(uuid4(), held.id, 1, "Take Amara swimming", due_on=date(2027, 1, 15))
    found = dates(Known(CHILD, (held,), (decision,)), timescales)
    assert found["decisions"] == "2026-12-24"
    assert found["care_plan_updated"] == "2027-01-05"
    assert found["record"] == found["letter"] == "2027-01-12"
    assert found["distribution"] == "2027-01-19"
    assert found["decision"] == "2027-01-15"
    assert "manager_answer" not in found


def test_the_managers_answer_is_due_once_the_decisions_are_sent_and_lapses_by_silence(
    timescales: Timescales,
) -> None:
    held = review(
        1,
        "2026-12-17",
        state=ReviewState.DECISIONS_SENT,
        decisions_sent_on=date(2026, 12, 22),
        decisions_received_on=date(2026, 12, 23),
    )
    known = Known(CHILD, (held,))
    coming = next_review(CHILD, known.reviews, timescales)
    [answer] = [one for one in due_items(known, coming, timescales) if one.what == "manager_answer"]
    assert answer.due_on == date(2027, 1, 4)
    assert answer.lapses


def test_a_closed_review_asks_for_nothing_more(timescales: Timescales) -> None:
    known = Known(CHILD, (review(1, "2026-05-29", record_issued_on=None),))
    assert "record" not in dates(known, timescales)


def test_a_decision_that_is_done_or_not_yet_taken_is_not_listed(timescales: Timescales) -> None:
    held = review(1, "2026-05-29")
    day = date(2026, 7, 1)
    done = Decision(uuid4(), held.id, 1, "Done", due_on=day, outcome=Outcome.DONE)
    draft = Decision(uuid4(), held.id, 2, "Half a thought", due_on=day, draft=True)
    assert "decision" not in dates(Known(CHILD, (held,), (done, draft)), timescales)


def test_a_long_decision_is_shortened_where_it_is_listed(timescales: Timescales) -> None:
    held = review(1, "2026-05-29")
    decision = Decision(uuid4(), held.id, 1, "word " * 20_000, due_on=date(2026, 7, 1))
    known = Known(CHILD, (held,), (decision,))
    coming = next_review(CHILD, known.reviews, timescales)
    [item] = [one for one in due_items(known, coming, timescales) if one.what == "decision"]
    assert len(item.title) == LONGEST_TITLE
    assert item.subject_id == decision.id


def test_an_adjourned_review_is_to_be_completed_within_20_working_days(
    timescales: Timescales,
) -> None:
    met = review(
        1,
        "2026-12-01",
        state=ReviewState.ADJOURNED,
        completed_on=None,
        adjourned_on=date(2026, 12, 8),
    )
    assert dates(Known(CHILD, (met,)), timescales)["reconvene"] == "2027-01-08"


def test_a_series_ends_within_20_working_days_of_its_first_meeting(timescales: Timescales) -> None:
    met = review(1, "2027-08-09", state=ReviewState.SERIES_OPEN, completed_on=None)
    assert dates(Known(CHILD, (met,)), timescales)["series_last_meeting"] == "2027-09-07"


def test_a_midway_check_is_due_between_reviews_six_months_apart_until_it_is_done(
    timescales: Timescales,
) -> None:
    held = (review(1, "2026-05-29"), review(2, "2026-08-12"), review(3, "2026-11-12"))
    assert dates(Known(CHILD, held), timescales)["midway"] == "2027-02-12"
    assert "midway" not in dates(Known(CHILD, held[:1]), timescales)
    checked = tracked("midway", last_on=date(2027, 1, 20))
    assert "midway" not in dates(Known(CHILD, held, tracked=checked), timescales)
    before = tracked("midway", last_on=date(2026, 8, 20))
    assert dates(Known(CHILD, held, tracked=before), timescales)["midway"] == "2027-02-12"


@pytest.mark.parametrize(
    ("born", "last", "due"),
    [
        ("2022-05-01", "2027-01-12", "2028-01-12"),
        ("2022-05-01", "2026-08-31", "2027-02-28"),
        ("2014-05-01", "2026-08-31", "2027-08-31"),
    ],
)
def test_a_health_assessment_follows_the_childs_age(
    timescales: Timescales, born: str, last: str, due: str
) -> None:
    child = replace(CHILD, date_of_birth=date.fromisoformat(born))
    seen = tracked("health_assessment", last_on=date.fromisoformat(last))
    known = Known(child, (review(1, "2026-05-29"),), tracked=seen)
    assert dates(known, timescales)["health_assessment"] == due


@pytest.mark.parametrize(
    ("last", "due"),
    [("2026-10-14", "2027-03-31"), ("2027-02-02", "2027-07-31"), ("2027-07-01", "2027-12-31")],
)
def test_a_personal_education_plan_is_due_in_every_school_term(
    timescales: Timescales, last: str, due: str
) -> None:
    made = tracked("pep", last_on=date.fromisoformat(last))
    known = Known(CHILD, (review(1, "2026-05-29"),), tracked=made)
    assert dates(known, timescales)["pep"] == due


def test_a_tracker_asks_nothing_of_a_child_of_another_age(timescales: Timescales) -> None:
    baby = replace(CHILD, date_of_birth=date(2026, 1, 1))
    found = dates(Known(baby), timescales)
    assert found["pep"] == "2029-07-31"
    assert "sdq" not in dates(
        Known(baby, tracked=tracked("sdq", last_on=date(2026, 5, 5))), timescales
    )


def test_what_a_review_has_looked_at_since_is_not_known_rather_than_late_by_years(
    timescales: Timescales,
) -> None:
    known = Known(CHILD, (review(1, "2026-05-29"), review(2, "2026-08-12")))
    found = dates(known, timescales)
    assert not {"care_plan", "placement_plan", "visit", "pep"} & found.keys()


def test_a_day_that_was_set_goes_before_any_that_a_rule_counts(timescales: Timescales) -> None:
    dentist = tracked("dental", last_on=date(2026, 1, 5), due_on=date(2026, 9, 9))
    assert dates(Known(CHILD, tracked=dentist), timescales)["dental"] == "2026-09-09"


def test_what_a_child_does_not_need_is_not_asked_for(timescales: Timescales) -> None:
    away = tracked("dental", last_on=date(2026, 1, 5), not_needed=True)
    assert "dental" not in dates(Known(CHILD, tracked=away), timescales)


def test_a_child_returned_by_adopters_is_reviewed_within_the_window(
    timescales: Timescales,
) -> None:
    returned = StatusChange(uuid4(), CHILD.id, date(2026, 12, 1), Change.ADOPTION_ENDED)
    known = Known(CHILD, changes=(returned,))
    coming = next_review(CHILD, (), timescales)
    [item] = [
        one for one in due_items(known, coming, timescales) if one.what == "disruption_review"
    ]
    assert (item.opens_on, item.due_on) == (date(2026, 12, 29), date(2027, 1, 12))


def test_a_child_who_has_left_care_has_only_what_is_left_to_write(timescales: Timescales) -> None:
    left = replace(CHILD, care_ended_on=date(2026, 12, 20))
    held = review(
        1, "2026-12-17", state=ReviewState.COMPLETED, letter_issued_on=None, record_issued_on=None
    )
    known = Known(left, (held,), steps=ticked(held, "care_plan_updated"))
    assert set(dates(known, timescales)) == {"record", "letter", "distribution"}


def test_every_date_says_why_it_is_that_date(timescales: Timescales) -> None:
    known = Known(CHILD, (review(1, planned_for=date(2027, 4, 12)),))
    coming = next_review(CHILD, known.reviews, timescales)
    for item in due_items(known, coming, timescales):
        assert item.title
        assert item.rule
        assert item.source
        assert isinstance(item.child_id, UUID)


def test_the_first_health_assessment_is_in_time_for_the_review_as_it_is_planned(
    timescales: Timescales,
) -> None:
    planned = review(1, planned_for=date(2026, 5, 20), due_on=date(2026, 6, 2))
    assert dates(Known(CHILD, (planned,)), timescales)["health_assessment"] == "2026-05-20"


def test_the_first_review_of_a_placement_for_adoption_asks_for_no_first_assessment(
    timescales: Timescales,
) -> None:
    placed = replace(CHILD, cycle=Cycle.ADOPTION_PLACED, placed_for_adoption_on=date(2026, 11, 2))
    found = dates(Known(placed), timescales)
    assert found["review"] == "2026-11-30"
    assert "health_assessment" not in found


def test_a_school_plan_made_in_august_is_due_again_by_the_end_of_autumn(
    timescales: Timescales,
) -> None:
    made = tracked("pep", last_on=date(2026, 8, 12))
    known = Known(CHILD, (review(1, "2026-05-29"),), tracked=made)
    assert dates(known, timescales)["pep"] == "2026-12-31"


@pytest.mark.parametrize(
    ("since", "eligible", "due"),
    [
        ("2020-01-06", False, "2027-02-28"),
        ("2026-10-12", False, "2027-04-11"),
        ("2026-10-12", True, "2027-02-28"),
    ],
)
def test_n12_a_pathway_assessment_waits_for_sixteen_and_thirteen_weeks_in_care(
    timescales: Timescales, since: str, eligible: bool, due: str
) -> None:
    child = replace(
        CHILD,
        date_of_birth=date(2010, 11, 30),
        became_looked_after_on=date.fromisoformat(since),
        eligible=eligible,
    )
    assert dates(Known(child), timescales)["pathway_assessment"] == due


def test_a_plan_for_permanence_is_due_at_the_second_review_until_there_is_one(
    timescales: Timescales,
) -> None:
    child = replace(CHILD, permanence_plan="")
    first = review(1, "2026-05-29")
    assert dates(Known(child, (first,)), timescales)["permanence"] == "2026-08-29"
    assert "permanence" not in dates(Known(CHILD, (first,)), timescales)
    assert "permanence" not in dates(Known(child), timescales)


def test_a_secure_panel_meets_within_a_month_then_every_three(timescales: Timescales) -> None:
    child = replace(CHILD, placement_type="K1", placement_since=date(2027, 1, 31))
    assert dates(Known(child), timescales)["secure_panel"] == "2027-02-28"
    met = tracked("secure_panel", last_on=date(2027, 2, 24))
    assert dates(Known(child, tracked=met), timescales)["secure_panel"] == "2027-05-24"
    assert "secure_panel" not in dates(Known(CHILD), timescales)


def test_at_eighteen_the_clock_of_care_stops_and_asks_that_its_end_is_noted(
    timescales: Timescales,
) -> None:
    child = replace(CHILD, date_of_birth=date(2009, 3, 1), eligible=True)
    seen = tracked("dental", last_on=date(2026, 4, 1))
    reviewed = (review(1, "2026-05-29"), review(2, "2026-08-12"), review(3, "2026-11-12"))
    found = dates(Known(child, reviewed, tracked=seen), timescales)
    assert "review" not in found
    assert "dental" not in found
    assert found["birthday_18"] == "2027-03-01"
    assert not dates(Known(replace(child, care_ended_on=date(2027, 3, 1))), timescales)


def test_a_day_that_was_set_and_kept_gives_way_to_the_rule(timescales: Timescales) -> None:
    dentist = tracked("dental", last_on=date(2026, 9, 9), due_on=date(2026, 9, 9))
    assert dates(Known(CHILD, tracked=dentist), timescales)["dental"] == "2027-09-09"


def test_a_review_before_the_window_does_not_stand_for_the_one_in_it(
    timescales: Timescales,
) -> None:
    returned = StatusChange(uuid4(), CHILD.id, date(2026, 12, 1), Change.ADOPTION_ENDED)
    early = Known(CHILD, (review(1, "2026-12-14"),), changes=(returned,))
    assert dates(early, timescales)["disruption_review"] == "2027-01-12"
    within = Known(CHILD, (review(1, "2027-01-05"),), changes=(returned,))
    assert "disruption_review" not in dates(within, timescales)


def test_what_shows_only_where_it_applies_is_offered_to_be_noted(timescales: Timescales) -> None:
    coming = next_review(CHILD, (), timescales)
    offered = {one.id for one in trackers_offered(Known(CHILD), coming, timescales)}
    assert {"court", "optician", "temporary_approval"} <= offered
    assert "asylum" not in offered
    noted = Known(CHILD, tracked=tracked("court", due_on=date(2027, 2, 1)))
    assert "court" not in {one.id for one in trackers_offered(noted, coming, timescales)}


def test_a_birthday_years_away_is_far_off_until_half_a_year_before(
    timescales: Timescales,
) -> None:
    coming = next_review(CHILD, (), timescales)
    [line] = [
        one
        for one in tracker_lines(Known(CHILD), coming, timescales)
        if one.tracker.id == "birthday_16"
    ]
    assert is_far_off(line, date(2032, 11, 30), timescales)
    assert not is_far_off(line, date(2032, 12, 1), timescales)


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("13", "13"),
        ("14", "14 (borderline)"),
        ("16, from school", "16 (borderline), from school"),
        ("17", "17 (high)"),
        ("41", "41"),
        ("not filled in", "not filled in"),
    ],
)
def test_a_score_says_in_words_what_it_means(timescales: Timescales, note: str, words: str) -> None:
    [sdq] = [one for one in timescales.tracking.trackers if one.id == "sdq"]
    assert sdq.score is not None
    assert sdq.score.words(note) == words
