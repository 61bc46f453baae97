"""What lies around a meeting: decisions of before, and what the disk holds when it is over."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID, uuid4

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

from iro_tui.domain.decisions import Agreement, Decision, DecisionOutcome
from iro_tui.domain.review import Attendance, ChildWords, Review, ViewReceived
from iro_tui.store.store import Work, open_store
from tests.screens.meeting_room import Room, ticking_clock, until
from tests.screens.screen_text import shown
from tests.stores import RAW_KEY

ScreenT = TypeVar("ScreenT", bound=Screen[Any])


@dataclass(frozen=True)
class Kept:
    """What the disk holds of one review."""

    review: Review
    decisions: tuple[Decision, ...]
    earlier: tuple[Decision, ...]
    outcomes: dict[UUID, DecisionOutcome]
    attendance: tuple[Attendance, ...]
    views: tuple[ViewReceived, ...]
    words: tuple[ChildWords, ...]
    letter: dict[str, str]

    def presence_of(self, name: str) -> str:
        return next(one.presence.value for one in self.attendance if one.name == name)


@contextmanager
def at_work(room: Room) -> Iterator[Work]:
    """Open the store while the program is closed; what is done is committed."""
    store = open_store(room.folder / "store", RAW_KEY, clock=ticking_clock())
    with store.work() as work:
        yield work
        work.commit()
    store.close()


def kept(room: Room, band: str = "b5_8") -> Kept:
    with at_work(room) as work:
        review_id = room.review.id
        return Kept(
            review=work.reviews.get(review_id),
            decisions=work.decisions.made_in(review_id),
            earlier=work.decisions.made_in(room.last.id),
            outcomes=work.decisions.outcomes_of(review_id),
            attendance=work.attendance.of_review(review_id),
            views=work.views.of_review(review_id),
            words=work.words.of_review(review_id),
            letter=work.letters.sections(review_id, band),
        )


def decided_before(room: Room, *what: str, in_letter: bool = True) -> tuple[Decision, ...]:
    """Add decisions of the last review that are still open, each by 1 September."""
    decisions = tuple(
        Decision(
            uuid4(),
            room.last.id,
            number,
            words,
            why="It was promised",
            owner="Priya Shah",
            due_on=date(2026, 9, 1),
            first_due_on=date(2026, 9, 1),
            in_letter=in_letter,
            agreement=Agreement.AGREED,
        )
        for number, words in enumerate(what, 1)
    )
    with at_work(room) as work:
        for decision in decisions:
            work.decisions.save(decision)
    return decisions


async def opened(pilot: Pilot[None], kind: type[ScreenT]) -> ScreenT:
    """Wait until a screen of this kind is on top and has the cursor in a field."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await until(pilot, lambda: pilot.app.screen.focused is not None)
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, kind)
    return screen


async def closed(pilot: Pilot[None], screen: Screen[Any]) -> None:
    """Wait until this screen is gone and what lies below is up to date."""
    await until(pilot, lambda: pilot.app.screen is not screen)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste as a terminal does."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def typed(pilot: Pilot[None], *lines: str) -> None:
    """Write each line and press Enter after it; a longer one is pasted, which is faster."""
    for line in lines:
        if len(line) > 4:
            await paste(pilot, line)
            await pilot.press("enter")
        else:
            await pilot.press(*line, "enter")


def read(screen: Screen[Any]) -> str:
    """Return what stands on the screen as running text, whatever the lines."""
    return " ".join(shown(screen).split())
