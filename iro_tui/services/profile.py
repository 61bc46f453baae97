"""The chair's own details: who signs the record and the letters."""

from dataclasses import replace
from typing import TYPE_CHECKING

from iro_tui.domain.chair import Chair
from iro_tui.domain.text import clean_line
from iro_tui.errors import BadInput

if TYPE_CHECKING:
    from iro_tui.store.store import Store


def chair_of(store: "Store") -> Chair | None:
    """Return the chair of this store; None until somebody has said who they are."""
    with store.work() as work:
        return work.chair.get()


def keep_chair(store: "Store", chair: Chair) -> Chair:
    """Keep the chair's details and return them as kept; raises BadInput (`checked_chair`)."""
    kept = checked_chair(chair)
    with store.work() as work:
        work.chair.save(kept)
        work.commit()
    return kept


def checked_chair(chair: Chair) -> Chair:
    """Return the details cleaned; raises BadInput for what a letter to a child cannot go without.

    A letter needs a name, a telephone and at least one helpline: how to reach somebody (local).
    """
    kept = replace(
        chair,
        name=clean_line(chair.name, what="Your name"),
        role=clean_line(chair.role, what="Your role"),
        telephone=clean_line(chair.telephone, what="The telephone number"),
    )
    if not kept.name:
        raise BadInput("Your name is missing.", hint="The letter is signed with it.")
    if not kept.telephone:
        raise BadInput("A telephone number is missing.", hint="The letter says how to ring you.")
    if not kept.helplines:
        raise BadInput("A helpline is missing.", hint='For example "Childline 0800 1111".')
    return kept
