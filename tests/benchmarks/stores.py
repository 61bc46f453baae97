"""Stores to measure with: children by the thousand, ten years of reviews, one long answer."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.clock import Clock
from iro_tui.domain.decisions import Decision
from iro_tui.domain.due.derive import due_items
from iro_tui.domain.due.known import Known
from iro_tui.domain.following import Tracked
from iro_tui.domain.review import Meeting, Place, Review, ReviewState
from iro_tui.domain.timescales import Timescales, next_review
from iro_tui.knowledge import Knowledge, data_folder
from iro_tui.knowledge.demo import demo_chair, demo_children
from iro_tui.services import demo
from iro_tui.services.next_dates import bring_up_to_date
from iro_tui.store.store import Store, make_store
from iro_tui.store.tables import (
    ChildRow,
    DecisionRow,
    DueItemRow,
    ReviewNumberRow,
    ReviewRow,
    Stamped,
    TrackedRow,
)

PASSPHRASE = "seven otters in the reeds"
LONG_QUESTION = "education.how"
CHILDREN_AT_ONCE = 500


def caseload_of(count: int, folder: Path, knowledge: Knowledge, today: date) -> None:
    """Make a store of so many children, each with twenty-two reviews over ten years.

    The rows go in by the thousand: kept one by one, twenty thousand children take an hour.
    """
    store = make_store(folder, PASSPHRASE, clock=Clock(counting_from=today))
    with store.work() as work:
        work.chair.save(demo_chair(data_folder() / "demo"))
        work.due_items.set_counted_by(knowledge.timescales.counted_by)
        work.commit()
    for first in range(0, count, CHILDREN_AT_ONCE):
        rows = Rows(store)
        for number in range(first, min(first + CHILDREN_AT_ONCE, count)):
            rows.add_child(_child(store, number, today), knowledge.timescales, today)
        rows.write()
    store.close()


def _child(store: Store, number: int, today: date) -> Child:
    return Child(
        id=store.new_id(),
        reference=f"C-{number:05}",
        given_name=f"Child{number}",
        date_of_birth=today - timedelta(days=4000 + number % 1500),
        legal_status="C2",
        became_looked_after_on=today - timedelta(days=3700 + number % 180),
        placement_since=today - timedelta(days=1000),
    )


@dataclass
class Rows:
    """Rows of some children, gathered and then written in one go."""

    store: Store
    of_table: dict[type[Stamped], list[dict[str, Any]]] = field(default_factory=dict)

    def add_child(self, child: Child, timescales: Timescales, today: date) -> None:
        """Gather a child with its reviews and every date that follows from them."""
        reviews = tuple(_ten_years(self.store, child, today))
        decisions = tuple(_six_decisions(self.store, reviews[-1], today))
        tracked = tuple(_tracked(self.store, child, today))
        coming = next_review(child, reviews, timescales)
        known = Known(child, reviews, decisions, {one.tracker: one for one in tracked})
        self._add(
            ChildRow,
            vars(child)
            | {
                "next_review_due": coming.due_on if coming else None,
                "next_review_kind": coming.kind if coming else "",
                "next_review_number": coming.number if coming else 0,
                "next_step": "",
                "next_step_due": coming.due_on if coming else None,
                "search_text": f"{child.reference}\n{child.given_name}".casefold(),
            },
        )
        for review in reviews:
            fields = dict(vars(review))
            numbers = fields.pop("numbers")
            self._add(ReviewRow, fields)
            for cycle, number in numbers.items():
                named = {"id": self.store.new_id(), "review_id": review.id, "position": 0}
                self._add(ReviewNumberRow, named | {"cycle": cycle, "number": number})
        for decision in decisions:
            self._add(DecisionRow, vars(decision))
        for one in tracked:
            self._add(TrackedRow, vars(one))
        for item in due_items(known, coming, timescales):
            self._add(DueItemRow, vars(item) | {"id": self.store.new_id()})

    def _add(self, table: type[Stamped], named: dict[str, Any]) -> None:
        now = self.store.clock.now()
        stamp = {"created_at": now, "updated_at": now, "changed_by": None}
        self.of_table.setdefault(table, []).append(named | stamp)

    def write(self) -> None:
        """Write every row that was gathered."""
        with self.store.work() as work:
            for table, rows in self.of_table.items():
                work._session.execute(insert(table), rows)
            work.commit()


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


def _six_decisions(store: Store, review: Review, today: date) -> Iterator[Decision]:
    """Yield decisions of the last review, some late, some near, some to come."""
    for number in range(1, 7):
        yield Decision(
            id=store.new_id(),
            review_id=review.id,
            number=number,
            what="Arrange tea at her grandmother's flat, and tell her which day it is to be",
            owner="Priya Shah",
            due_on=today + timedelta(days=20 * number - 50),
        )


def _tracked(store: Store, child: Child, today: date) -> Iterator[Tracked]:
    for days, tracker in enumerate(("visit", "health_assessment", "dental", "sdq", "pep")):
        last_on = today - timedelta(days=20 + 60 * days)
        yield Tracked(store.new_id(), child.id, tracker, last_on=last_on)


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
