"""What stands half typed: it comes back when the form is opened again, also after a power cut."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iro_tui.domain.typed import Typed
    from iro_tui.store.store import Store


def begun(store: "Store", key: str) -> "Typed":
    """Return what was typed into a form and is not kept yet, by field."""
    with store.work() as work:
        return work.drafts.get(key)


def keep(store: "Store", key: str, typed: "Typed") -> None:
    """Keep what is typed so far; with nothing typed the draft is gone."""
    with store.work() as work:
        work.drafts.save(key, typed)
        work.commit()
