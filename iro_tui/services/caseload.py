"""The caseload: who is due next, how near it is, and how it falls into groups."""

from typing import TYPE_CHECKING
from uuid import UUID

from iro_tui.domain.caseload import (
    CaseloadEntry,
    CaseloadPage,
    CaseloadRow,
    DueState,
    Group,
    Grouping,
    Section,
    Wanted,
)
from iro_tui.domain.caseload_groups import (
    iro_groups,
    kind_groups,
    month_groups,
    state_groups,
    wanted_by_state,
)

if TYPE_CHECKING:
    from datetime import date

    from iro_tui.domain.timescales import Timescales
    from iro_tui.store.store import Store, Work


def by_review(
    store: "Store", timescales: "Timescales", *, matching: str = "", limit: int = 200
) -> tuple[CaseloadRow, ...]:
    """Return the children by their next review, soonest first.

    `matching` is a part of a name or reference.
    """
    today = store.clock.today()
    with store.work() as work:
        entries = work.children.caseload(matching=matching, limit=limit)
    return tuple(row_of(entry, entry.next_review_due, timescales, today) for entry in entries)


def page(
    store: "Store",
    timescales: "Timescales",
    wanted: Wanted,
    *,
    grouping: Grouping = Grouping.DATE,
    limit: int = 200,
) -> CaseloadPage:
    """Return the first lines of the caseload by the next step, with the counts of all wanted.

    Late are those with a date before today; soon those from today to the last day that still
    counts as soon (setting `soon_wd`, in working days).
    """
    today = store.clock.today()
    with store.work() as work:
        counts = _counts(work, wanted, today, timescales.soon_until(today))
        groups = _groups(work, grouping, wanted, counts, timescales)
        return CaseloadPage(
            sections=_sections(work, wanted, groups, timescales, limit),
            total=sum(counts.values()),
            late=counts[DueState.OVERDUE],
            soon=counts[DueState.DUE_SOON],
        )


def _counts(work: "Work", wanted: Wanted, today: "date", soon_until: "date") -> dict[DueState, int]:
    return {
        state: work.caseload.count(wanted.narrowed(days))
        for state, days in wanted_by_state(today, soon_until).items()
    }


def _groups(
    work: "Work",
    grouping: Grouping,
    wanted: Wanted,
    counts: dict[DueState, int],
    timescales: "Timescales",
) -> list[Group]:
    match grouping:
        case Grouping.DATE:
            return [Group("", Wanted(), sum(counts.values()))]
        case Grouping.STATE:
            return state_groups(counts, work.clock.today(), timescales)
        case Grouping.MONTH:
            return month_groups(work.caseload.by_month(wanted))
        case Grouping.KIND:
            return kind_groups(work.caseload.by_kind(wanted))
        case Grouping.IRO:
            chair = work.chair.get()
            return iro_groups(work.caseload.by_iro(wanted), chair.name if chair else "")


def _sections(
    work: "Work", wanted: Wanted, groups: list[Group], timescales: "Timescales", limit: int
) -> tuple[Section, ...]:
    """Return the groups, the first of them with their lines until there are `limit` lines."""
    today = work.clock.today()
    sections, left = [], limit
    for group in groups:
        entries = work.caseload.page(wanted.narrowed(group.wanted), limit=left) if left else ()
        rows = (row_of(entry, entry.next_step_due, timescales, today) for entry in entries)
        sections.append(Section(group, tuple(rows)))
        left -= len(entries)
    return tuple(sections)


def row_of(
    entry: CaseloadEntry, due_on: "date | None", timescales: "Timescales", today: "date"
) -> CaseloadRow:
    """Return one line of the caseload, with the age today and the working days left to a day."""
    return CaseloadRow(
        **vars(entry),
        age=entry.child.age_on(today),
        due_on=due_on,
        working_days_left=None if due_on is None else timescales.working_days_left(today, due_on),
        state=due_state(due_on, today=today, soon_until=timescales.soon_until(today)),
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
