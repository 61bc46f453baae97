"""One child's line: what happened, and what is to come."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iro_tui.domain.timeline import Moment, past_of
from iro_tui.services.due import DueLine, of_child
from iro_tui.services.next_dates import known_of

if TYPE_CHECKING:
    from uuid import UUID

    from iro_tui.domain.child import Child
    from iro_tui.domain.review import Review
    from iro_tui.knowledge import Knowledge
    from iro_tui.store.store import Store


@dataclass(frozen=True)
class Timeline:
    """A child, the moments of their line (oldest first), and every date that still asks for it."""

    child: "Child"
    reviews: "tuple[Review, ...]"
    moments: tuple[Moment, ...]
    due: tuple[DueLine, ...]


def timeline(store: "Store", knowledge: "Knowledge", child_id: "UUID") -> Timeline:
    """Return one child's line; raises NotFound."""
    timescales = knowledge.timescales
    with store.work() as work:
        known = known_of(work, child_id)
        moves = work.following.moves_of_child(child_id)
    return Timeline(
        child=known.child,
        reviews=known.reviews,
        moments=past_of(known, moves, knowledge.codes, timescales.working_days),
        due=of_child(store, timescales, child_id),
    )
