"""The caseload: who is due next, and how near it is."""

from typing import TYPE_CHECKING
from uuid import UUID

from iro_tui.domain.caseload import CaseloadEntry, CaseloadPage, CaseloadRow, DueState

if TYPE_CHECKING:
    from datetime import date

    from iro_tui.domain.timescales import Timescales
    from iro_tui.store.store import Store


def page(
    store: "Store",
    timescales: "Timescales",
    *,
    matching: str = "",
    offset: int = 0,
    limit: int = 200,
) -> CaseloadPage:
    """Return a page of the caseload, soonest first, with the counts of all that match.

    `matching` is a part of a name or reference; `late` counts dates before today, `soon` those
    from today to the last day that still counts as soon (setting `soon_wd`, in working days).
    """
    today = store.clock.today()
    soon_until = timescales.soon_until(today)
    with store.work() as work:
        entries = work.children.caseload(matching=matching, offset=offset, limit=limit)
        late = work.children.count(matching=matching, due_before=today)
        return CaseloadPage(
            rows=tuple(row_of(entry, timescales, today) for entry in entries),
            total=work.children.count(matching=matching),
            late=late,
            soon=work.children.count(matching=matching, due_until=soon_until) - late,
        )


def row_of(entry: CaseloadEntry, timescales: "Timescales", today: "date") -> CaseloadRow:
    """Return one line of the caseload, with the age today and the working days left."""
    due = entry.next_review_due
    return CaseloadRow(
        **vars(entry),
        age=entry.child.age_on(today),
        working_days_left=None if due is None else timescales.working_days_left(today, due),
        state=due_state(due, today=today, soon_until=timescales.soon_until(today)),
    )


def due_state(due: "date | None", *, today: "date", soon_until: "date") -> DueState:
    """Return how near a date is."""
    if due is None:
        return DueState.NONE
    if due < today:
        return DueState.OVERDUE
    return DueState.DUE_SOON if due <= soon_until else DueState.IN_TIME


def meeting_in_progress(store: "Store") -> UUID | None:
    """Return the review whose meeting is going on, to land on after unlocking."""
    with store.work() as work:
        review = work.reviews.in_meeting()
        return review.id if review else None
