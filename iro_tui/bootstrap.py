"""Puts settings, clock, store, documents, knowledge and app together; tests call it too."""
# ruff: noqa: PLC0415 - importing late is the point

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID, uuid4

if TYPE_CHECKING:
    from iro_tui.documents.renderer import Renderer
    from iro_tui.domain.chair import Chair
    from iro_tui.domain.clock import Clock
    from iro_tui.knowledge import Knowledge
    from iro_tui.settings import Settings
    from iro_tui.store.store import Store, Work


class StoreOpener(Protocol):
    """How a store is opened, or made, from a folder and a key."""

    def __call__(
        self, folder: Path, key: str, *, clock: "Clock", new_id: Callable[[], UUID]
    ) -> "Store":
        """Return the store; raises StoreError and its children, or CannotWrite."""
        ...


@dataclass(frozen=True)
class Loaded:
    """What takes too long to import before the first paint."""

    open_store: StoreOpener
    make_store: StoreOpener
    knowledge: "Knowledge"
    renderer: "Renderer"

    def opened(
        self, folder: Path, key: str, *, clock: "Clock", new_id: Callable[[], UUID]
    ) -> "tuple[Store, Chair | None]":
        """Open a store and read whose it is; one that cannot be read is closed again."""
        from iro_tui.services import profile

        store = self.open_store(folder, key, clock=clock, new_id=new_id)
        try:
            return store, profile.chair_of(store)
        except BaseException:
            store.close()
            raise

    def made(
        self, folder: Path, key: str, chair: "Chair", *, clock: "Clock", new_id: Callable[[], UUID]
    ) -> "tuple[Store, Chair | None]":
        """Make a store with its chair, or nothing at all."""
        from iro_tui.services import profile

        store = self.make_store(folder, key, clock=clock, new_id=new_id)
        try:
            return store, profile.keep_chair(store, chair)
        except BaseException:
            store.discard()
            raise


def load(settings: "Settings", clock: "Clock") -> Loaded:
    """Import the store and the documents and read data/; takes seconds, so in the background.

    The only place where the app gets at store and documents. Raises KnowledgeError.
    """
    from iro_tui import knowledge
    from iro_tui.documents.renderer import Renderer
    from iro_tui.services.next_dates import refresh_dates
    from iro_tui.store.store import make_store, open_store

    known = knowledge.load(settings.folder if settings.folder.is_dir() else None)

    def follow(work: "Work", child_id: UUID) -> None:
        refresh_dates(work, known.timescales, child_id)

    return Loaded(
        open_store=partial(open_store, follow=follow),
        make_store=partial(make_store, follow=follow),
        knowledge=known,
        renderer=Renderer(clock=clock, own_templates=settings.folder / "templates"),
    )


def make_demo_store(loaded: Loaded, folder: Path, passphrase: str, clock: "Clock") -> None:
    """Make a store with the fictional caseload as on the clock's day, and close it.

    Raises CannotWrite, and StoreError where there is a store already; nothing is left half-made.
    """
    from iro_tui.knowledge import data_folder
    from iro_tui.knowledge.demo import demo_chair, demo_children
    from iro_tui.services import demo

    known = loaded.knowledge
    files = data_folder() / "demo"
    chair = demo_chair(files)
    children = demo_children(files, known.agenda, known.timescales, clock.today())
    store = loaded.make_store(folder, passphrase, clock=clock, new_id=uuid4)
    try:
        demo.fill(store, chair, children)
    except BaseException:
        store.discard()
        raise
    store.close()
