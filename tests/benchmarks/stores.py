"""Stores to measure with: seventy children with ten years of reviews, and one long answer."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.clock import Clock
from iro_tui.domain.review import Meeting, Place, Review, ReviewState
from iro_tui.knowledge import Knowledge, data_folder
from iro_tui.knowledge.demo import demo_chair, demo_children
from iro_tui.services import demo
from iro_tui.services.next_dates import bring_up_to_date
from iro_tui.store.store import Store, make_store

PASSPHRASE = "seven otters in the reeds"
LONG_QUESTION = "education.how"


def caseload_of_seventy(folder: Path, knowledge: Knowledge, today: date) -> None:
    """Make a store of seventy children, each with twenty-two reviews over ten years."""
    store = make_store(folder, PASSPHRASE, clock=Clock(counting_from=today))
    with store.work() as work:
        work.chair.save(demo_chair(data_folder() / "demo"))
        for number in range(70):
            child = Child(
                id=store.new_id(),
                reference=f"C-{number:03}",
                given_name=f"Child{number}",
                date_of_birth=today - timedelta(days=4000 + number),
                legal_status="C2",
                became_looked_after_on=today - timedelta(days=3700 + number),
            )
            work.children.save(child)
            for review in _ten_years(store, child, today):
                work.reviews.save(review)
        work.commit()
    bring_up_to_date(store, knowledge.timescales)
    store.close()


def _ten_years(store: Store, child: Child, today: date) -> list[Review]:
    first = child.became_looked_after_on or today
    days = [first + timedelta(days=20), first + timedelta(days=105)]
    while days[-1] + timedelta(days=170) < today:
        days.append(days[-1] + timedelta(days=170))
    return [
        Review(
            id=store.new_id(),
            child_id=child.id,
            numbers={Cycle.LOOKED_AFTER: number},
            state=ReviewState.CLOSED,
            due_on=day,
            held_on=day,
            completed_on=day,
        )
        for number, day in enumerate(days, start=1)
    ]


def demo_store(folder: Path, knowledge: Knowledge, today: date) -> Store:
    """Make a store with the fictional caseload and leave it open."""
    store = make_store(folder, PASSPHRASE, clock=Clock(counting_from=today))
    children = demo_children(data_folder() / "demo", knowledge.agenda, knowledge.timescales, today)
    demo.fill(store, demo_chair(data_folder() / "demo"), children)
    bring_up_to_date(store, knowledge.timescales)
    return store


def meeting_with_long_answer(folder: Path, knowledge: Knowledge, today: date, text: str) -> str:
    """Make a store whose one meeting stands at the end of a long answer; return the reference."""
    store = make_store(folder, PASSPHRASE, clock=Clock(counting_from=today))
    child = Child(
        id=store.new_id(),
        reference="LONG-1",
        given_name="Wren",
        date_of_birth=today - timedelta(days=3400),
        became_looked_after_on=today - timedelta(days=20),
    )
    review = Review(
        id=store.new_id(),
        child_id=child.id,
        numbers={Cycle.LOOKED_AFTER: 1},
        state=ReviewState.IN_MEETING,
        held_on=today,
    )
    lines = text.split("\n")
    place = Place("education", LONG_QUESTION, "text", len(lines) - 1, len(lines[-1]))
    with store.work() as work:
        work.chair.save(demo_chair(data_folder() / "demo"))
        work.children.save(child)
        work.reviews.save(replace(review, place=place))
        work.meetings.save(Meeting(store.new_id(), review.id, sequence=1, held_on=today))
        answer = Answer(LONG_QUESTION, state=AnswerState.ANSWERED, parts={"text": text})
        work.answers.save(review.id, answer, store.new_id())
        work.commit()
    store.close()
    return child.reference
