"""The derived due date of a child's next review, kept beside the child for the caseload."""

from typing import TYPE_CHECKING

from iro_tui.domain.timescales import NextReview, next_review

if TYPE_CHECKING:
    from uuid import UUID

    from iro_tui.domain.timescales import Timescales
    from iro_tui.store.store import Work


def refresh_next_review(
    work: "Work", timescales: "Timescales", child_id: "UUID"
) -> NextReview | None:
    """Derive a child's next review again and keep it with the child."""
    child = work.children.get(child_id)
    coming = next_review(child, work.reviews.of_child(child_id), timescales)
    if coming is None:
        work.children.set_next_review(child_id, due_on=None, kind="", number=0)
    else:
        work.children.set_next_review(
            child_id, due_on=coming.due_on, kind=coming.kind, number=coming.number
        )
    return coming
