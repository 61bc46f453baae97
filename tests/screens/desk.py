"""A desk to sit at: the program over a real store, locked, unlocked, or still to be made."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

from textual import events
from textual.app import App
from textual.pilot import Pilot

from iro_tui.app import IroApp
from iro_tui.bootstrap import Loaded
from iro_tui.domain.chair import Chair
from iro_tui.domain.child import Child
from iro_tui.domain.clock import Clock
from iro_tui.screens.frame import Framed
from iro_tui.services import children, profile
from iro_tui.settings import Settings
from iro_tui.store.store import Work
from iro_tui.widgets.key_line import KeyLine
from iro_tui.widgets.top_line import TopLine
from tests.screens.screen_text import shown
from tests.stores import RAW_KEY, TODAY, loaded, new_store

CLOCK = Clock(TODAY)
CHAIR = Chair(id=uuid4(), name="Ruth Hale", telephone="01632 960 111")


@dataclass(frozen=True)
class Desk:
    """The folder of one test's store and settings."""

    folder: Path

    @property
    def settings(self) -> Settings:
        return Settings(store=self.folder / "store", folder=self.folder / "settings")

    def with_children(self, *everyone: Child, chair: Chair | None = CHAIR) -> "Desk":
        """Make the store with these children."""
        store = new_store(self.settings.store, CLOCK)
        if chair is not None:
            profile.keep_chair(store, chair)
        for child in everyone:
            children.keep_child(store, loaded().knowledge.timescales, child)
        store.close()
        return self

    def app(
        self, load: Callable[[], Loaded] = loaded, *, passphrase: str = "", chair: str = ""
    ) -> IroApp:
        """Return the program; with a passphrase it unlocks by itself."""
        return IroApp(
            self.settings,
            load,
            clock=CLOCK,
            passphrase=passphrase,
            chair_reference=chair,
            makes_store=not self.settings.has_store,
        )

    def unlocked(self) -> IroApp:
        """Return the program, set to unlock by itself."""
        return self.app(passphrase=RAW_KEY)


def a_child(reference: str, name: str = "", *, held: date | None = None, **more: object) -> Child:
    """Return a child whose next review follows from the last one held."""
    return Child(
        id=uuid4(),
        reference=reference,
        date_of_birth=date(2019, 3, 14),
        given_name=name,
        last_review_held_on=held,
        last_review_number=3 if held else 0,
        **more,  # type: ignore[arg-type]
    )


@contextmanager
def on_disk(desk: Desk) -> Iterator[Work]:
    """Open the store of a desk while the program is closed."""
    store = loaded().open_store(desk.settings.store, RAW_KEY, clock=CLOCK, new_id=uuid4)
    with closing(store), store.work() as work:
        yield work


async def settle(pilot: Pilot[None]) -> None:
    """Wait for the store thread's answers and what they change on the screen."""
    for _ in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def reach(pilot: Pilot[None], screen_class: type[Framed[Any]]) -> None:
    """Wait until a screen of this kind is on top."""
    for _ in range(200):
        if isinstance(pilot.app.screen, screen_class):
            await settle(pilot)
            return
        await pilot.pause(0.02)
    raise AssertionError(f"{screen_class.__name__} did not open: {pilot.app.screen!r}")


async def type_text(pilot: Pilot[None], text: str) -> None:
    await pilot.press(*("space" if one == " " else one for one in text))


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste into the field with the cursor, which is faster than so many keys."""
    focused = pilot.app.focused
    assert focused is not None
    focused.post_message(events.Paste(text))
    await pilot.pause()


def seen(app: App[None]) -> str:
    """Return what stands on the screen on top, line by line, as a person sees it."""
    return shown(app.screen)


def footer(app: App[None]) -> str:
    return str(app.screen.query_one(KeyLine).content)


def top_line(app: App[None]) -> str:
    return str(app.screen.query_one(TopLine).query_one("#where").render())
