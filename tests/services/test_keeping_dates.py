"""The days around a review are noted, move it on, and can be put back; so are the trackers."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from iro_tui.domain.child import Cycle
from iro_tui.domain.decisions import Agreement, Decision
from iro_tui.domain.due.steps import StepLine
from iro_tui.domain.following_up import NotedStep
from iro_tui.domain.review import Review, ReviewState
from iro_tui.domain.tracked_entry import NotedTracker, tracked_from
from iro_tui.errors import BadFields
from iro_tui.services import keeping_dates
from iro_tui.services.keeping_dates import Before, ChildDates
from tests.services.office import Office, knowledge, office_with

COMPLETED = date(2026, 12, 17)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office in which Amara's first review was completed, with one decision."""
    with office_with(tmp_path) as made:
        made.on("2026-12-17")
        review = Review(
            uuid4(),
            made.child.id,
            {Cycle.LOOKED_AFTER: 1},
            state=ReviewState.COMPLETED,
            held_on=COMPLETED,
            completed_on=COMPLETED,
        )
        with made.store.work() as work:
            work.reviews.save(review)
            work.decisions.save(Decision(uuid4(), review.id, 1, "A new lock", owner="Jo Farrow"))
            work.commit()
        yield made


def view(office: Office) -> ChildDates:
    return office.call(keeping_dates.view, office.child.id)  # type: ignore[no-any-return]


def review(office: Office) -> Review:
    with office.store.work() as work:
        return work.reviews.of_child(office.child.id)[0]


def note(office: Office, step: str, on: str, **more: Any) -> Before:
    noted = NotedStep(step, date.fromisoformat(on) if on else None, **more)
    return office.call(keeping_dates.note_step, review(office).id, noted)  # type: ignore[no-any-return]


def line(office: Office, step: str) -> StepLine:
    [found] = [one for one in view(office).reviews[-1].lines if one.step.id == step]
    return found


def agreement(office: Office) -> tuple[Agreement, date | None]:
    with office.store.work() as work:
        [decision] = work.decisions.of_child(office.child.id)
    return decision.agreement, decision.agreed_on


def due(office: Office) -> set[str]:
    with office.store.work() as work:
        return {item.what for item in work.due_items.of_child(office.child.id)}


def test_each_day_that_is_noted_moves_the_review_on_to_its_end(office: Office) -> None:
    states = []
    for step, on in (
        ("decisions", "2026-12-22"),
        ("manager_answer", "2026-12-29"),
        ("record", "2027-01-11"),
        ("letter", "2027-01-12"),
        ("distribution", "2027-01-14"),
        ("care_plan_updated", "2027-01-15"),
    ):
        note(office.on(on), step, on)
        states.append(review(office).state)
    assert states == [
        ReviewState.DECISIONS_SENT,
        ReviewState.DECISIONS_SETTLED,
        ReviewState.DECISIONS_SETTLED,
        ReviewState.DOCUMENTS_ISSUED,
        ReviewState.DISTRIBUTED,
        ReviewState.CLOSED,
    ]
    assert not due(office) & {"decisions", "manager_answer", "record", "letter", "distribution"}


def test_d49_silence_counts_as_agreed_from_the_working_day_after(office: Office) -> None:
    note(office.on("2026-12-23"), "decisions", "2026-12-22", received_on=date(2026, 12, 23))
    answer = line(office, "manager_answer")
    assert answer.due is not None
    assert answer.due.on == date(2027, 1, 4)

    office.call(keeping_dates.count_silence)
    office.on("2027-01-04").call(keeping_dates.count_silence)
    assert review(office).agreed_by_silence_on is None

    assert view(office.on("2027-01-05")).reviews[-1].review.agreed_by_silence_on
    office.call(keeping_dates.count_silence)
    assert review(office).agreed_by_silence_on == date(2027, 1, 5)
    assert review(office).state is ReviewState.DECISIONS_SETTLED
    assert agreement(office) == (Agreement.BY_SILENCE, date(2027, 1, 5))
    assert "manager_answer" not in due(office)


def test_where_the_receipt_is_not_known_the_day_of_sending_counts(office: Office) -> None:
    note(office.on("2026-12-23"), "decisions", "2026-12-23")
    answer = line(office, "manager_answer")
    assert answer.due is not None
    assert answer.due.on == date(2027, 1, 4)
    assert review(office).decisions_received_on is None


def test_a_later_objection_is_kept_and_does_not_undo_the_silence(office: Office) -> None:
    note(office.on("2026-12-23"), "decisions", "2026-12-23")
    note(office.on("2027-01-07"), "manager_answer", "2027-01-07", objects=True, note="1.1 no")
    kept = review(office)
    assert kept.agreed_by_silence_on == date(2027, 1, 5)
    assert kept.manager_answered_on == date(2027, 1, 7)
    assert agreement(office) == (Agreement.BY_SILENCE, date(2027, 1, 5))
    objection = view(office).reviews[-1].objection
    assert objection is not None
    assert objection.note == "1.1 no"


def test_an_objection_in_time_leaves_each_decision_waiting(office: Office) -> None:
    note(office.on("2026-12-23"), "decisions", "2026-12-23")
    note(office.on("2026-12-29"), "manager_answer", "2026-12-29", objects=True, note="1.1 no")
    assert review(office).state is ReviewState.DECISIONS_SETTLED
    assert agreement(office) == (Agreement.WAITING, None)
    note(office, "manager_answer", "2026-12-29")
    assert agreement(office) == (Agreement.AGREED, date(2026, 12, 29))
    assert view(office).reviews[-1].objection is None


def test_what_was_noted_of_a_step_can_be_put_back(office: Office) -> None:
    before = review(office)
    sent = note(office.on("2026-12-23"), "decisions", "2026-12-22")
    answered = note(office, "manager_answer", "2026-12-23", objects=True, note="1.1 no")
    keeping_dates.put_back(office.store, answered)
    assert line(office, "manager_answer").done_on is None
    keeping_dates.put_back(office.store, sent)
    assert review(office) == before
    assert "decisions" in due(office)


def test_a_day_that_was_taken_out_again_takes_the_review_back(office: Office) -> None:
    note(office.on("2026-12-22"), "decisions", "2026-12-22")
    note(office, "manager_answer", "2026-12-22")
    note(office, "manager_answer", "")
    assert review(office).state is ReviewState.DECISIONS_SENT
    assert agreement(office) == (Agreement.WAITING, None)


@pytest.mark.parametrize(
    ("step", "on", "more", "says"),
    [
        ("decisions", "2026-12-16", {}, "before the review was completed"),
        ("decisions", "2026-12-24", {}, "still to come"),
        ("decisions", "2026-12-22", {"received_on": date(2026, 12, 21)}, "decisions were sent"),
        ("decisions", "", {"received_on": date(2026, 12, 21)}, "sent too"),
        ("manager_answer", "2026-12-22", {}, "First note the day"),
        ("care_plan_updated", "2019-01-01", {}, "before Amara was born"),
    ],
)
def test_a_day_that_cannot_be_is_refused_and_nothing_is_kept(
    office: Office, step: str, on: str, more: dict[str, Any], says: str
) -> None:
    before = review(office)
    with pytest.raises(BadFields) as refused:
        note(office.on("2026-12-23"), step, on, **more)
    assert says in " ".join(refused.value.problems.values())
    assert review(office) == before


def test_steps_before_a_meeting_are_ticked_and_unticked(office: Office) -> None:
    planned = office.plan("2027-03-09")
    lines = {one.step.id: one for one in view(office).reviews[0].lines}
    assert list(lines) == [
        "social_worker_talk",
        "invitations",
        "carer_report",
        "social_worker_report",
    ]
    ticked = NotedStep("invitations", date(2026, 12, 17), note="By post to Dad")
    before = office.call(keeping_dates.note_step, planned.id, ticked)
    [invitations] = [one for one in view(office).reviews[0].lines if one.step.id == "invitations"]
    assert (invitations.done_on, invitations.note) == (date(2026, 12, 17), "By post to Dad")
    assert "invitations" not in due(office)
    keeping_dates.put_back(office.store, before)
    assert "invitations" in due(office)


def test_a_tracker_is_noted_forgotten_and_put_back(office: Office) -> None:
    child_id: UUID = office.child.id
    seen = NotedTracker(last_on=date(2026, 11, 10), note="Two fillings")
    keeping_dates.note_tracker(office.store, child_id, "dental", seen)
    kept = view(office).tracked("dental")
    assert kept is not None
    assert (kept.last_on, kept.note) == (date(2026, 11, 10), "Two fillings")

    away = keeping_dates.note_tracker(
        office.store, child_id, "dental", NotedTracker(not_needed=True)
    )
    assert "dental" not in due(office)
    keeping_dates.put_back(office.store, away)
    assert view(office).tracked("dental") == kept

    keeping_dates.note_tracker(office.store, child_id, "dental", NotedTracker())
    assert view(office).tracked("dental") is None


def test_what_shows_only_where_it_applies_is_offered_until_it_is_noted(office: Office) -> None:
    assert "court" in {one.id for one in view(office).offered}
    hearing = NotedTracker(due_on=date(2027, 2, 1))
    keeping_dates.note_tracker(office.store, office.child.id, "court", hearing)
    assert "court" not in {one.id for one in view(office).offered}
    assert "court" in due(office)


def test_a_birthday_that_is_years_away_does_not_crowd_the_list(office: Office) -> None:
    assert "birthday_16" not in {one.tracker.id for one in view(office).trackers}


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"last_on": "25 dec 2026"}, "still to come"),
        ({"last_on": "1/1/2019"}, "before Amara was born"),
        ({"due_on": "1/1/2019"}, "before Amara was born"),
        ({"last_on": "soonish"}, "soonish"),
        ({"note": "41"}, "from 0 to 40"),
        ({"note": "15/40"}, "from 0 to 40"),
    ],
)
def test_a_day_or_a_score_that_cannot_be_is_refused(
    office: Office, typed: dict[str, str], says: str
) -> None:
    [sdq] = [one for one in knowledge().timescales.tracking.trackers if one.id == "sdq"]
    with pytest.raises(BadFields) as refused:
        tracked_from(typed, sdq, office.child, date(2026, 12, 17))
    assert says in " ".join(refused.value.problems.values())


def test_a_tracker_reads_days_as_people_type_them(office: Office) -> None:
    [sdq] = [one for one in knowledge().timescales.tracking.trackers if one.id == "sdq"]
    typed = {"last_on": "14 oct", "due_on": "fri", "note": "15, from school"}
    assert tracked_from(typed, sdq, office.child, COMPLETED) == NotedTracker(
        last_on=date(2026, 10, 14), due_on=date(2026, 12, 18), note="15, from school"
    )
