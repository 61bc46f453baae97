"""A piece of work is all or nothing, and says kindly what cannot be."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, select

from iro_tui.domain.answers import Answer
from iro_tui.domain.chair import Chair
from iro_tui.domain.child import Child, Cycle, Person
from iro_tui.domain.decisions import Decision, DecisionOutcome, Outcome
from iro_tui.domain.review import Attendance, Meeting, Place, Review, ReviewState
from iro_tui.errors import NotFound, RuleRefused, StoreError
from iro_tui.store.store import Store, Work
from iro_tui.store.tables import ChildRow

A_DAY = date(2026, 11, 12)


def test_what_was_not_committed_is_undone(store: Store) -> None:
    child = Child(uuid4(), "R-1", A_DAY)
    with store.work() as work:
        work.children.add(child)
        assert work.children.get(child.id) == child
    with store.work() as work:
        assert work.children.all() == ()


def test_an_error_in_the_middle_undoes_all_of_it(store: Store) -> None:
    def stop_halfway() -> None:
        with store.work() as work:
            work.children.add(Child(uuid4(), "R-1", A_DAY))
            work.children.get(uuid4())

    with pytest.raises(NotFound):
        stop_halfway()
    with store.work() as work:
        assert work.children.count() == 0


def test_work_carries_the_stores_clock(store: Store) -> None:
    with store.work() as work:
        assert work.clock is store.clock


@pytest.mark.parametrize(
    ("looked_for", "kind"),
    [
        (lambda work: work.children.get(uuid4()), "child"),
        (lambda work: work.children.by_reference("R-9"), "R-9"),
        (lambda work: work.children.set_next_review(uuid4(), None, "", 0), "child"),
        (lambda work: work.people.get(uuid4()), "person"),
        (lambda work: work.people.remove(uuid4()), "person"),
        (lambda work: work.reviews.get(uuid4()), "review"),
        (lambda work: work.reviews.save_place(uuid4(), Place()), "review"),
        (lambda work: work.meetings.get(uuid4()), "meeting"),
        (lambda work: work.attendance.remove(uuid4()), "person"),
        (lambda work: work.views.remove(uuid4()), "view"),
        (lambda work: work.words.remove(uuid4()), "quotation"),
        (lambda work: work.decisions.get(uuid4()), "decision"),
        (lambda work: work.decisions.remove_outcome(uuid4()), "outcome"),
    ],
)
def test_what_is_not_there_is_named_in_a_sentence(
    store: Store, looked_for: Callable[[Work], object], kind: str
) -> None:
    with store.work() as work, pytest.raises(NotFound, match=kind) as caught:
        looked_for(work)
    assert caught.value.hint


def test_two_children_cannot_share_a_reference_and_nothing_of_either_is_told(
    store: Store, add_child: Callable[..., Child]
) -> None:
    add_child("R-1", given_name="Amara")
    with pytest.raises(RuleRefused) as caught:
        add_child("R-1", given_name="Kezia")
    told: BaseException | None = caught.value
    while told is not None:
        assert "Amara" not in f"{told} {told!r}"
        assert "Kezia" not in f"{told} {told!r}"
        told = told.__cause__
    with store.work() as work:
        assert work.children.count() == 1


def test_an_answer_of_no_review_is_refused(store: Store) -> None:
    with pytest.raises(RuleRefused), store.work() as work:
        work.answers.save(uuid4(), Answer("home.good"), uuid4())


def test_a_person_taken_off_the_list_stays_named_where_they_were(
    store: Store, review: Review, meeting_id: UUID
) -> None:
    person = Person(uuid4(), review.child_id, "Priya Shah")
    attendance = Attendance(uuid4(), meeting_id, "Priya Shah", person_id=person.id)
    decision = Decision(uuid4(), review.id, 1, "Fit a lock", owner="Priya", owner_id=person.id)
    with store.work() as work:
        work.people.save(person)
        work.attendance.save(attendance)
        work.decisions.save(decision)
        work.people.remove(person.id)
        assert work.attendance.of_review(review.id) == (replace(attendance, person_id=None),)
        assert work.decisions.get(decision.id) == replace(decision, owner_id=None)
        assert work.people.of_child(review.child_id) == ()


def test_a_decision_that_a_review_went_through_cannot_be_taken_out(
    store: Store, review: Review
) -> None:
    decision = Decision(uuid4(), review.id, 1, "Fit a lock")
    outcome = DecisionOutcome(uuid4(), decision.id, review.id, Outcome.DONE)
    with store.work() as work:
        work.decisions.save(decision)
        work.decisions.save_outcome(outcome)
        work.commit()
    with pytest.raises(RuleRefused), store.work() as work:
        work.decisions.remove(decision.id)
    with store.work() as work:
        work.decisions.remove_outcome(outcome.id)
        work.decisions.remove(decision.id)
        assert work.decisions.made_in(review.id) == ()


def test_saving_a_review_leaves_the_caret_where_it_is_now(store: Store, review: Review) -> None:
    place = Place("home", "home.good", "text", 2, 9)
    with store.work() as work:
        work.reviews.save_place(review.id, place)
        work.reviews.save(replace(review, venue="At school"))
        assert work.reviews.get(review.id) == replace(review, venue="At school", place=place)


def test_a_reviews_numbers_change_with_it_and_keep_their_order(
    store: Store, review: Review
) -> None:
    for numbers in (
        {Cycle.ADOPTION_AUTHORISED: 1, Cycle.LOOKED_AFTER: 4},
        {Cycle.LOOKED_AFTER: 5, Cycle.ADOPTION_AUTHORISED: 1},
        {Cycle.ADOPTION_PLACED: 1},
        {},
    ):
        with store.work() as work:
            work.reviews.save(replace(review, numbers=numbers))
            work.commit()
        with store.work() as work:
            found = work.reviews.get(review.id).numbers
        assert list(found.items()) == list(numbers.items())


def test_saving_a_child_leaves_the_derived_date_as_it_is(
    store: Store, add_child: Callable[..., Child]
) -> None:
    child = add_child("R-1", next_due=A_DAY)
    with store.work() as work:
        work.children.save(replace(child, given_name="Amara"))
        assert work.children.caseload()[0].next_review_due == A_DAY
        assert work.children.get(child.id).given_name == "Amara"


def test_reviews_of_a_child_stand_oldest_first_and_one_without_a_day_last(
    store: Store, add_child: Callable[..., Child]
) -> None:
    child = add_child("R-1")
    undated = Review(uuid4(), child.id, numbers={Cycle.LOOKED_AFTER: 4})
    planned = Review(uuid4(), child.id, planned_for=date(2026, 12, 1))
    held = Review(uuid4(), child.id, due_on=date(2027, 1, 1), held_on=date(2025, 5, 1))
    with store.work() as work:
        for one in (undated, planned, held):
            work.reviews.save(one)
        assert work.reviews.of_child(child.id) == (held, planned, undated)


def test_the_open_meeting_touched_last_is_the_one_in_progress(
    store: Store, add_child: Callable[..., Child]
) -> None:
    child = add_child("R-1")
    in_meeting = Review(uuid4(), child.id, state=ReviewState.IN_MEETING)
    another = Review(uuid4(), child.id, state=ReviewState.IN_MEETING)
    adjourned = Review(uuid4(), child.id, state=ReviewState.ADJOURNED)
    planned = Review(uuid4(), child.id)
    with store.work() as work:
        assert work.reviews.in_meeting() is None
        for one in (in_meeting, another, adjourned, planned):
            work.reviews.save(one)
        assert work.reviews.in_meeting() == another
        work.reviews.save_place(in_meeting.id, Place("home"))
        assert work.reviews.in_meeting() == replace(in_meeting, place=Place("home"))


def test_meetings_and_who_was_asked_keep_their_order(store: Store, review: Review) -> None:
    second, first = Meeting(uuid4(), review.id, 2), Meeting(uuid4(), review.id, 1)
    names = ["Zoe", "Amara", "Jo", "Sam"]
    with store.work() as work:
        work.meetings.save(second)
        work.meetings.save(first)
        work.attendance.save(Attendance(uuid4(), second.id, "Late"))
        for name in names:
            work.attendance.save(Attendance(uuid4(), first.id, name))
        assert work.meetings.of_review(review.id) == (first, second)
        asked = [one.name for one in work.attendance.of_review(review.id)]
    assert asked == [*names, "Late"]


def test_each_row_says_when_it_was_written_and_by_which_chair(
    store: Store, add_child: Callable[..., Child]
) -> None:
    chair = Chair(uuid4(), "Ruth Hale")
    with store.work() as work:
        work.chair.save(chair)
        work.commit()
    child = add_child("R-1")
    with store.work() as work:
        work.children.save(replace(child, given_name="Amara"))
        work.commit()
    with Session(store._engine) as session:
        row = session.exec(select(ChildRow)).one()
    assert row.changed_by == chair.id
    assert datetime(2026, 11, 24, tzinfo=UTC) < row.created_at < row.updated_at
    assert row.updated_at.utcoffset() is not None


def test_a_closed_store_does_no_more_work(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError, match="locked"), store.work() as work:
        work.chair.get()


def test_a_fault_of_ours_is_not_dressed_up_as_a_full_disk(store: Store) -> None:
    with pytest.raises(SQLAlchemyError), store.work() as work:
        work._session.connection().exec_driver_sql("no such statement")
