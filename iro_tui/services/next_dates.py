"""The derived dates of a child, kept beside the child so that every list over all is instant."""

from dataclasses import replace
from typing import TYPE_CHECKING

from iro_tui.domain.due.derive import due_items
from iro_tui.domain.due.items import DueItem
from iro_tui.domain.due.known import Known
from iro_tui.domain.due.steps import OWN_PAPERS
from iro_tui.domain.review import BEFORE_MEETING, Occasion
from iro_tui.domain.rules import Mark
from iro_tui.domain.timescales import NextReview, next_review

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from iro_tui.domain.child import Child
    from iro_tui.domain.timescales import Timescales
    from iro_tui.store.store import Store, Work


def refresh_dates(work: "Work", timescales: "Timescales", child_id: "UUID") -> NextReview | None:
    """Derive a child's dates again and keep them with the child; return the next review."""
    known = known_of(work, child_id)
    coming = next_review(known.child, known.reviews, timescales)
    items = due_items(known, coming, timescales)
    work.due_items.replace_of_child(child_id, items)
    step = _next_step(items, coming)
    work.children.set_next_review(
        child_id,
        due_on=coming.due_on if coming else None,
        kind=coming.kind if coming else "",
        number=coming.number if coming else 0,
        step=step.title if step else "",
        step_due=step.due_on if step else coming.due_on if coming else None,
    )
    return coming


def renumber_planned(work: "Work", timescales: "Timescales", child: "Child") -> None:
    """Give a review that is planned the number and date that follow from what is known now.

    A review after a placement for adoption ended keeps the last day of its window.
    """
    reviews = work.reviews.of_child(child.id)
    others = tuple(one for one in reviews if one.state not in BEFORE_MEETING)
    coming = next_review(child, others, timescales)
    for review in reviews:
        if review.state in BEFORE_MEETING and coming is not None:
            has_window = review.occasion is Occasion.DISRUPTION and review.due_on is not None
            due_on = review.due_on if has_window else coming.due_on
            work.reviews.save(replace(review, numbers=coming.numbers, due_on=due_on))


def known_of(work: "Work", child_id: "UUID") -> Known:
    """Return everything of one child that its dates follow from."""
    reviews = work.reviews.of_child(child_id)
    return Known(
        child=work.children.get(child_id),
        reviews=reviews,
        decisions=work.decisions.of_child(child_id),
        tracked={one.tracker: one for one in work.following.tracked(child_id)},
        steps={
            review_id: {step.step: step for step in steps}
            for review_id, steps in work.following.steps_of_child(child_id).items()
        },
        changes=work.following.changes_of(child_id),
    )


def _next_step(items: tuple[DueItem, ...], coming: NextReview | None) -> DueItem | None:
    """Return what the chair has to write before the next review is due; None for nothing."""
    papers = [item for item in items if item.what in OWN_PAPERS]
    # Of two on one day the more binding comes first: the record before its letter.
    soonest = min(papers, key=lambda item: (item.due_on, list(Mark).index(item.mark)), default=None)
    if soonest is None or (coming is not None and coming.due_on < soonest.due_on):
        return None
    return soonest


CHILDREN_AT_ONCE = 50
"""Children whose dates are counted in one transaction, so that no other call waits long."""


def is_counted(store: "Store", timescales: "Timescales") -> bool:
    """Whether every date was counted by the rules of now, and not by those of before a change."""
    with store.work() as work:
        return work.due_items.counted_by() == timescales.counted_by


def children_to_count(store: "Store") -> "tuple[UUID, ...]":
    """Return every child, the one whose review is due first on top."""
    with store.work() as work:
        return work.children.ids()


def count_again(store: "Store", timescales: "Timescales", child_ids: "Sequence[UUID]") -> None:
    """Derive the dates of some children again, in one transaction."""
    with store.work() as work:
        for child_id in child_ids:
            refresh_dates(work, timescales, child_id)
        work.commit()


def all_counted(store: "Store", timescales: "Timescales") -> None:
    """Keep that every date now follows from the rules of now."""
    with store.work() as work:
        work.due_items.set_counted_by(timescales.counted_by)
        work.commit()


def bring_up_to_date(store: "Store", timescales: "Timescales") -> None:
    """Count every date again where a rule has changed since; instant where none has."""
    if is_counted(store, timescales):
        return
    waiting = children_to_count(store)
    for first in range(0, len(waiting), CHILDREN_AT_ONCE):
        count_again(store, timescales, waiting[first : first + CHILDREN_AT_ONCE])
    all_counted(store, timescales)
