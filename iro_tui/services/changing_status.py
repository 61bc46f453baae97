"""A change of status: the child's clock changes from its day, and what was before is kept."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from iro_tui.domain.dates.spoken import spoken
from iro_tui.domain.following import Change, StatusChange, Tracked
from iro_tui.domain.review import BEFORE_MEETING, Review, ReviewState
from iro_tui.domain.status_change import (
    ToldChange,
    changed_child,
    code_of,
    follows_at_once,
    possible_changes,
    starts_again_with,
)
from iro_tui.domain.status_entry import check_change
from iro_tui.errors import RuleRefused
from iro_tui.services.next_dates import renumber_planned

if TYPE_CHECKING:
    from uuid import UUID

    from iro_tui.domain.child import Child
    from iro_tui.domain.timescales import Timescales
    from iro_tui.store.store import Store, Work


@dataclass(frozen=True)
class ChangesView:
    """A child, what may change for them now, and what has changed so far, newest first."""

    child: "Child"
    possible: tuple[Change, ...]
    history: tuple[StatusChange, ...]


@dataclass(frozen=True)
class NotedChange:
    """What was noted, with all that stood before it, so that it can be taken back."""

    changes: tuple[StatusChange, ...]
    child: "Child"
    after: "Child"
    planned: tuple[Review, ...]
    tracked: tuple[Tracked, ...]


def view(store: "Store", child_id: "UUID") -> ChangesView:
    """Return what may change for a child, and the history of changes."""
    with store.work() as work:
        child = work.children.get(child_id)
        history = work.following.changes_of(child_id)
    return ChangesView(child, possible_changes(child), tuple(reversed(history)))


def note(
    store: "Store", timescales: "Timescales", child_id: "UUID", told: ToldChange
) -> NotedChange:
    """Note a change: the child is as told from its day, the dates and a planned review follow.

    Trackers that a new home or a new time in care begins anew are emptied. Raises BadFields for a
    day in an impossible order, RuleRefused for what cannot change as things stand.
    """
    with store.work() as work:
        before = work.children.get(child_id)
        if told.change not in possible_changes(before):
            raise RuleRefused(
                f"“{told.change.words}” does not fit {before.name} as things stand.",
                hint="What may change now stands in the list; a slip is mended in the details.",
            )
        check_change(before, told)
        planned = tuple(
            one for one in work.reviews.of_child(child_id) if one.state in BEFORE_MEETING
        )
        tracked = _start_again(work, timescales, child_id, told)
        changes = tuple(_written(store, work, before, told))
        _follow_planned(work, timescales, child_id, told, planned)
        after = work.children.get(child_id)
        work.commit()
    return NotedChange(changes, before, after, planned, tracked)


def take_back(store: "Store", timescales: "Timescales", noted: NotedChange) -> None:
    """Take a change back: child, planned review and trackers are as they were before it.

    Raises RuleRefused once something else of the child was changed.
    """
    with store.work() as work:
        if work.children.get(noted.child.id) != noted.after:
            raise RuleRefused(
                f"{noted.child.name} was changed since, so this cannot be taken back in one go.",
                hint="Mend it in the child's details (e on the child's screen).",
            )
        for change in noted.changes:
            work.following.remove_change(change.id)
        work.children.save(noted.child)
        for review in noted.planned:
            work.reviews.save(review)
        for one in noted.tracked:
            work.following.save_tracked(one)
        renumber_planned(work, timescales, noted.child)
        work.commit()


def _written(
    store: "Store", work: "Work", child: "Child", told: ToldChange
) -> "list[StatusChange]":
    """Keep the child as changed, and the change; then the one that it brings with it."""
    changed = changed_child(child, told)
    change = StatusChange(
        id=store.new_id(),
        child_id=child.id,
        happened_on=told.happened_on,
        change=told.change,
        before=code_of(child, told.change),
        after=code_of(changed, told.change),
        note=told.note,
    )
    work.children.save(changed)
    work.following.add_change(change)
    more = follows_at_once(child, told)
    return [change, *(_written(store, work, changed, more) if more else ())]


def _start_again(
    work: "Work", timescales: "Timescales", child_id: "UUID", told: ToldChange
) -> tuple[Tracked, ...]:
    """Forget when the trackers that this change begins anew were done; return what stood there."""
    names = starts_again_with(told)
    anew = {one.id for one in timescales.tracking.trackers if names & one.starts_again}
    known = tuple(one for one in work.following.tracked(child_id) if one.tracker in anew)
    for one in known:
        work.following.remove_tracked(one.id)
    return known


def _follow_planned(
    work: "Work",
    timescales: "Timescales",
    child_id: "UUID",
    told: ToldChange,
    planned: tuple[Review, ...],
) -> None:
    """Give a planned review its new number and date; once care has ended none is held any more."""
    if told.change is not Change.CARE_ENDED:
        renumber_planned(work, timescales, work.children.get(child_id))
        return
    for review in planned:
        if review.planned_for is None or review.planned_for > told.happened_on:
            reason = f"Care ended on {spoken(told.happened_on)}."
            work.reviews.save(replace(review, state=ReviewState.CANCELLED, cancelled_reason=reason))
