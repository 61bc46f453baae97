"""An office to work in over weeks: a real store whose day the test turns."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID, uuid4

from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.chair import Chair
from iro_tui.domain.child import Child, Person, Role
from iro_tui.domain.planning import ReviewPlan
from iro_tui.domain.review import Attendance, Meeting, Presence, Review
from iro_tui.domain.timescales import NextReview
from iro_tui.knowledge import Knowledge
from iro_tui.services import chairing, children, finishing, preparing
from iro_tui.services.finishing import ClosingReasons
from iro_tui.store.store import Store
from tests.stores import loaded, new_store

if TYPE_CHECKING:
    from iro_tui.domain.agenda import Question
    from iro_tui.domain.clock import Clock


def knowledge() -> Knowledge:
    return loaded().knowledge


@dataclass
class Calendar:
    """The clock on the wall, which the test turns."""

    day: date

    def today(self) -> date:
        return self.day

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 14, 30, tzinfo=UTC)


@dataclass
class Office:
    """A store with one child; every step is taken on the day that the calendar shows."""

    store: Store
    calendar: Calendar
    child: Child

    def on(self, day: str) -> "Office":
        self.calendar.day = date.fromisoformat(day)
        return self

    def plan(self, day: str, **more: Any) -> Review:
        plan = ReviewPlan(date.fromisoformat(day), **more)
        return preparing.plan_review(self.store, knowledge().timescales, self.child.id, plan)

    def begin(self) -> Review:
        """Open the review in hand and answer a question of the meeting."""
        timescales = knowledge().timescales
        review_id = chairing.review_to_chair(self.store, timescales, self.child.id)
        chairing.open_review(self.store, knowledge(), review_id)
        self.answer(review_id)
        return self.review(review_id)

    def answer(self, review_id: UUID, text: str = "Good.") -> None:
        question: Question = knowledge().agenda.question("home.good")
        answer = Answer(question.id, AnswerState.ANSWERED, {"text": text})
        chairing.save_answer(self.store, review_id, question, answer, uuid4())

    def finish(self, review: Review, **reasons: str) -> Review:
        return finishing.finish(self.store, knowledge(), review.id, ClosingReasons(**reasons))

    def hold(self, day: str) -> Review:
        """Chair a review from beginning to end on one day."""
        return self.finish(self.on(day).begin())

    def mark(self, review: Review, name: str, presence: Presence) -> None:
        """Mark how somebody is at the meeting that is going on."""
        meeting = self.meetings(review)[-1]
        for one in self.attendance(review):
            if one.meeting_id == meeting.id and one.name == name:
                kept = Attendance(**{**vars(one), "presence": presence})
                chairing.keep_attendance(self.store, kept)

    def call(self, service: Callable[..., Any], *given: Any) -> Any:
        """Run a service that wants the timescales."""
        return service(self.store, knowledge().timescales, *given)

    def keep(self, service: Callable[..., Any], *given: Any) -> Any:
        """Run a service that counts nothing itself."""
        return service(self.store, *given)

    @property
    def coming(self) -> NextReview | None:
        return children.view(self.store, knowledge().timescales, self.child.id).next_review

    @property
    def due_on(self) -> date | None:
        """The date that the caseload shows."""
        with self.store.work() as work:
            return work.children.caseload()[0].next_review_due

    def review(self, review_id: UUID) -> Review:
        with self.store.work() as work:
            return work.reviews.get(review_id)

    def meetings(self, review: Review) -> tuple[Meeting, ...]:
        with self.store.work() as work:
            return work.meetings.of_review(review.id)

    def attendance(self, review: Review) -> tuple[Attendance, ...]:
        with self.store.work() as work:
            return work.attendance.of_review(review.id)


@contextmanager
def office_with(folder: Path, **child: Any) -> Iterator[Office]:
    """Make a store with one child and two people around them."""
    calendar = Calendar(date(2026, 11, 24))
    store = new_store(folder / "store", cast("Clock", calendar))
    told: dict[str, Any] = {"became_looked_after_on": date(2026, 11, 2), "given_name": "Amara"}
    told |= child
    known = Child(uuid4(), "T-1", told.pop("date_of_birth", date(2019, 4, 4)), **told)
    with store.work() as work:
        work.chair.save(Chair(uuid4(), "Ruth Hale", telephone="01632 960 111"))
        work.commit()
    children.keep_child(store, knowledge().timescales, known)
    for name, role in (("Jo Farrow", Role.CARER), ("Priya Shah", Role.SOCIAL_WORKER)):
        children.keep_person(store, Person(uuid4(), known.id, name, role))
    yield Office(store, calendar, known)
    store.close()
