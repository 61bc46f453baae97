"""Reviews by name and in lists, as the command line asks for them."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.participation import participation_of
from iro_tui.domain.review import BEFORE_MEETING, OPEN_MEETING, Review, ReviewState
from iro_tui.errors import NotFound
from iro_tui.services.meeting_view import meeting_view

if TYPE_CHECKING:
    from iro_tui.knowledge import Knowledge
    from iro_tui.store.store import Store, Work

_NOT_HELD = BEFORE_MEETING | {ReviewState.CANCELLED}


@dataclass(frozen=True)
class ReviewRow:
    """One review of a list; `in_time` and `participation_code` are None until known."""

    number: int
    kind: str
    due_on: date | None
    held_on: date | None
    completed_on: date | None
    in_time: bool | None
    state: ReviewState
    participation_code: str | None


def rows(store: "Store", knowledge: "Knowledge", reference: str) -> tuple[ReviewRow, ...]:
    """Return the reviews of the child with this reference, oldest first; raises NotFound."""
    with store.work() as work:
        child = work.children.by_reference(reference)
        return tuple(_row(work, knowledge, review) for review in work.reviews.of_child(child.id))


def _row(work: "Work", knowledge: "Knowledge", review: Review) -> ReviewRow:
    return ReviewRow(
        number=review.number,
        kind=review.kind,
        due_on=review.due_on,
        held_on=review.held_on,
        completed_on=review.completed_on,
        in_time=review.in_time,
        state=review.state,
        participation_code=_participation_code(work, knowledge, review),
    )


def _participation_code(work: "Work", knowledge: "Knowledge", review: Review) -> str | None:
    """Return the code once the review is completed: the chair's own, else what is recorded.

    A review that was held before this store knew the child has nothing to tell it from.
    """
    if review.participation_override:
        return review.participation_override
    if review.state in _NOT_HELD | OPEN_MEETING:
        return None
    view = meeting_view(work, knowledge, review.id)
    if not _has_evidence(view):
        return None
    remote_counts = knowledge.timescales.choices.remote_is_attending
    return participation_of(view, remote_is_attending=remote_counts).code


def _has_evidence(view: MeetingView) -> bool:
    return bool(view.answers or view.words or view.attendance)


def named(store: "Store", name: str) -> Review:
    """Return the review that is meant; raises NotFound.

    `name` is REFERENCE (the newest that was held, or is being held), REFERENCE/NUMBER (the newest
    with that number) or REFERENCE/YYYY-MM-DD (day held). What is itself a reference is that child.
    """
    with store.work() as work:
        try:
            return _newest(work.reviews.of_child(work.children.by_reference(name).id), name)
        except NotFound:
            reference, slash, which = name.rpartition("/")
            if not slash:
                raise
        reviews = work.reviews.of_child(work.children.by_reference(reference).id)
    return _newest(tuple(one for one in reviews if _is_meant(one, which)), name)


def _is_meant(review: Review, which: str) -> bool:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", which):
        return review.held_on is not None and review.held_on.isoformat() == which
    return which.lstrip("0") in {str(number) for number in review.numbers.values()}


def _newest(reviews: tuple[Review, ...], name: str) -> Review:
    held = [one for one in reviews if one.state not in _NOT_HELD]
    for review in reversed(held or reviews):
        return review
    raise NotFound(f"There is no review “{name}”.", hint="`iro reviews REFERENCE` lists them.")
