"""Puts settings, clock, store, documents, knowledge and app together; tests call it too."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

if TYPE_CHECKING:
    from iro_tui.documents.renderer import Renderer
    from iro_tui.domain.clock import Clock
    from iro_tui.knowledge import Knowledge
    from iro_tui.store.store import Store


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


def load(overrides: Path | None = None) -> Loaded:
    """Import the store and the documents and read data/; takes seconds, so in the background.

    The only place where the app gets at store and documents. Raises KnowledgeError.
    """
    # ruff: noqa: PLC0415 - importing late is the point
    from iro_tui import knowledge
    from iro_tui.documents.renderer import Renderer
    from iro_tui.store.store import make_store, open_store

    return Loaded(
        open_store=open_store,
        make_store=make_store,
        knowledge=knowledge.load(overrides),
        renderer=Renderer(),
    )
