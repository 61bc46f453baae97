"""A real encrypted store in a folder of its own, and a caseload of values to put into it."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.clock import Clock
from iro_tui.domain.review import Meeting, Review, ReviewState
from iro_tui.store.store import Store, open_store
from tests.stores import RAW_KEY, put_store


@pytest.fixture
def key() -> str:
    return RAW_KEY


@pytest.fixture
def clock() -> Clock:
    """A clock that moves on by one second each time it is read."""
    start = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)
    seconds = count()
    return Clock(read=lambda: start + timedelta(seconds=next(seconds)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "a store"


@pytest.fixture
def store(folder: Path, key: str, clock: Clock) -> Iterator[Store]:
    put_store(folder)
    opened = open_store(folder, key, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def add_child(store: Store) -> Callable[..., Child]:
    """Add a child with a reference, any further fields, and the next review's day."""

    def add(reference: str, *, next_due: date | None = None, **further: object) -> Child:
        child = Child(uuid4(), reference, date(2019, 4, 4), **further)  # type: ignore[arg-type]
        with store.work() as work:
            work.children.add(child)
            work.children.set_next_review(child.id, next_due, "subsequent", 4)
            work.commit()
        return child

    return add


@pytest.fixture
def review(store: Store, add_child: Callable[..., Child]) -> Review:
    """A review in its meeting, of a child of its own."""
    child = add_child("R-1")
    review = Review(
        uuid4(), child.id, numbers={Cycle.LOOKED_AFTER: 4}, state=ReviewState.IN_MEETING
    )
    with store.work() as work:
        work.reviews.save(review)
        work.commit()
    return review


@pytest.fixture
def meeting_id(store: Store, review: Review) -> UUID:
    meeting = Meeting(uuid4(), review.id, sequence=1)
    with store.work() as work:
        work.meetings.save(meeting)
        work.commit()
    return meeting.id
