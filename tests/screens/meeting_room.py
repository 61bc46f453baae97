"""A meeting to sit in: a real store with one child, and the program opened in her review."""

from collections.abc import Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from textual.pilot import Pilot

from iro_tui.app import IroApp
from iro_tui.bootstrap import Loaded
from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.chair import Chair
from iro_tui.domain.child import Child, Cycle, Person, Role
from iro_tui.domain.clock import Clock
from iro_tui.domain.review import Meeting, Place, Review, ReviewState
from iro_tui.screens.meeting import MeetingScreen
from iro_tui.settings import Settings
from iro_tui.store.store import Store, open_store
from tests.stores import RAW_KEY, TODAY, loaded, new_store

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SIZE = (80, 24)


def ticking_clock() -> Clock:
    start = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)
    seconds = count()
    return Clock(TODAY, lambda: start + timedelta(seconds=next(seconds)))


@dataclass
class Room:
    """The store's folder, the child and her review."""

    folder: Path
    child: Child
    review: Review
    last: Review
    answers: list[Answer] = field(default_factory=list)

    def app(self, load: Callable[[], Loaded] = loaded) -> IroApp:
        """Return the program, set to walk straight into the meeting."""
        return IroApp(
            Settings(store=self.folder / "store", folder=self.folder),
            load,
            clock=ticking_clock(),
            passphrase=RAW_KEY,
            chair_reference=self.child.reference,
        )

    @asynccontextmanager
    async def entered(
        self, size: tuple[int, int] = SIZE, load: Callable[[], Loaded] = loaded
    ) -> "AsyncIterator[tuple[MeetingScreen, Pilot[None]]]":
        """Open the program and wait for the meeting; what went wrong surfaces as a failure."""
        app = self.app(load)
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: _is_open(app))
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, MeetingScreen)
            yield screen, pilot
        app.close_store()

    def kept(self, question_id: str) -> Answer:
        """Return what the disk holds; call it when the program is closed."""
        store = open_store(self.folder / "store", RAW_KEY, clock=ticking_clock())
        with store.work() as work:
            answer = work.answers.current(self.review.id).get(question_id, Answer(question_id))
        store.close()
        return answer

    def history(self, question_id: str) -> tuple[Answer, ...]:
        store = open_store(self.folder / "store", RAW_KEY, clock=ticking_clock())
        with store.work() as work:
            revisions = work.answers.history(self.review.id, question_id)
        store.close()
        return revisions

    def place(self) -> Place:
        store = open_store(self.folder / "store", RAW_KEY, clock=ticking_clock())
        with store.work() as work:
            place = work.reviews.get(self.review.id).place
        store.close()
        return place


def _is_open(app: IroApp) -> bool:
    screen = app.screen
    return isinstance(screen, MeetingScreen) and screen.is_open and screen.focused is not None


async def until(pilot: Pilot[None], holds: Callable[[], bool], *, tries: int = 400) -> None:
    """Wait for a condition, at most a few seconds."""
    for _ in range(tries):
        if holds():
            return
        await pilot.pause(0.01)
    raise AssertionError("It did not come to pass.")


def make_room(folder: Path, *, name: str = "Amara", **changed: object) -> Room:
    """Make a store with one child: her carers, last time's review, and one to chair today."""
    store = new_store(folder / "store", ticking_clock())
    child = Child(
        uuid4(),
        "T-1",
        date(2019, 4, 4),
        given_name=name,
        legal_status="C2",
        cycle=Cycle.LOOKED_AFTER,
        placement_type="U6",
        placement_in_area=True,
        nationality="British",
    )
    last = _review(child, 3, ReviewState.CLOSED, held_on=date(2026, 5, 12))
    review = replace(_review(child, 4, ReviewState.IN_MEETING, held_on=TODAY), **changed)  # type: ignore[arg-type]
    _fill(store, child, last, review)
    store.close()
    return Room(folder, child, review, last)


def _review(child: Child, number: int, state: ReviewState, *, held_on: date) -> Review:
    return Review(
        uuid4(),
        child.id,
        numbers={Cycle.LOOKED_AFTER: number},
        state=state,
        due_on=held_on,
        held_on=held_on,
    )


def _fill(store: Store, child: Child, last: Review, review: Review) -> None:
    with store.work() as work:
        work.chair.save(Chair(uuid4(), "Ruth Hale", telephone="01632 960 111"))
        work.children.save(child)
        for who, role in (("Jo Farrow", Role.CARER), ("Priya Shah", Role.SOCIAL_WORKER)):
            work.people.save(Person(uuid4(), child.id, who, role, known_as=who.split(" ")[0]))
        work.reviews.save(last)
        work.reviews.save(review)
        work.meetings.save(Meeting(uuid4(), review.id, 1, held_on=TODAY))
        for answer in LAST_ANSWERS:
            work.answers.save(last.id, answer, uuid4())
        work.commit()


LAST_ANSWERS = (
    Answer("home.good", AnswerState.ANSWERED, {"text": "I want to stay till I'm grown up."}),
    Answer("education.setting", AnswerState.ANSWERED, {"setting": "Year 3 at St Anne's."}),
)
