"""One child's reviews past and due on a line, with what happened between them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from iro_tui.domain.caseload import DueState
from iro_tui.domain.caseload_words import working_days_words
from iro_tui.domain.child_page import kind_words
from iro_tui.domain.codes import Codes
from iro_tui.domain.dates.spoken import spoken
from iro_tui.domain.dates.working_days import WorkingDays
from iro_tui.domain.due.known import Known
from iro_tui.domain.following import Change, ReviewMove, StatusChange
from iro_tui.domain.month import counted
from iro_tui.domain.review import BEFORE_MEETING, OPEN_MEETING, Review, ReviewState
from iro_tui.domain.review_notes import move_words, review_notes

HELD, PLANNED, CALLED_OFF, CHANGED, MOVED = "●", "◇", "×", "○", "↷"


@dataclass(frozen=True)
class Moment:
    """One moment of a child's line: its day, a sign, what it is, how it stands, and more of it.

    `review_id` names the review that Enter opens; `state` gives `note` its colour.
    """

    id: str
    day: date
    sign: str
    words: str
    note: str = ""
    state: DueState = DueState.NONE
    detail: str = ""
    review_id: UUID | None = None


def past_of(
    known: Known, moves: Sequence[ReviewMove], codes: Codes, working_days: WorkingDays
) -> tuple[Moment, ...]:
    """Return what happened and what is planned for one child, oldest first."""
    moments = [
        *_beginning(known),
        *(_changed(change, codes) for change in known.changes),
        *(_moved(move, known.reviews) for move in moves),
        *_reviews(known, moves, codes, working_days),
    ]
    return tuple(sorted(moments, key=lambda one: one.day))


def _beginning(known: Known) -> Iterator[Moment]:
    """Yield since when the child is looked after, where no change of status tells it."""
    began = known.child.became_looked_after_on
    told = {one.happened_on for one in known.changes if one.change is Change.LOOKED_AFTER}
    if began is not None and began not in told:
        yield Moment("looked after", began, CHANGED, Change.LOOKED_AFTER.words)


def _changed(change: StatusChange, codes: Codes) -> Moment:
    listed = {Change.LEGAL_STATUS: codes.legal_status, Change.PLACEMENT: codes.placement_type}
    words = change.change.words
    if code_list := listed.get(change.change):
        before, after = code_list.words(change.before), code_list.words(change.after)
        words = f"{before} → {after}" if before else after
    return Moment(
        f"change {change.id}", change.happened_on, CHANGED, words, detail=change.note or words
    )


def _moved(move: ReviewMove, reviews: Sequence[Review]) -> Moment:
    numbers = {review.id: review.number for review in reviews}
    told = move_words(move)
    return Moment(
        f"move {move.id}",
        move.moved_on,
        MOVED,
        f"Review {numbers.get(move.review_id, '')} moved {told}",
        detail=f"Moved {told}",
        review_id=move.review_id,
    )


def _reviews(
    known: Known, moves: Sequence[ReviewMove], codes: Codes, working_days: WorkingDays
) -> Iterator[Moment]:
    decided = Counter(one.review_id for one in known.decisions if not one.draft)
    for review in known.reviews:
        day = review.held_on or review.planned_for
        if day is None:
            continue
        note, state = _standing(review, decided[review.id], working_days)
        yield Moment(
            f"review {review.id}",
            day,
            _sign(review),
            _title(review),
            note,
            state,
            "; ".join(review_notes(review, moves, codes)) or _due_words(review),
            review.id,
        )


def _sign(review: Review) -> str:
    if review.state in (ReviewState.CANCELLED, ReviewState.POSTPONED):
        return CALLED_OFF
    return HELD if review.held_on is not None else PLANNED


def _title(review: Review) -> str:
    number = f"Review {review.number}" if review.number else "Review"
    return f"{number}, {kind_words(review)}"


def _standing(review: Review, decisions: int, working_days: WorkingDays) -> tuple[str, DueState]:
    """Return whether it was in time, or how far it has come, and how many decisions it took."""
    if review.state in BEFORE_MEETING | {ReviewState.CANCELLED}:
        pieces = (review.state.words, review.planned_time)
        return " · ".join(piece for piece in pieces if piece), DueState.NONE
    taken = f" · {counted(decisions, 'decision')}" if decisions else ""
    counted_on = review.completed_on if review.adjourned_on else review.held_on
    if review.in_time is None or counted_on is None or review.due_on is None:
        return f"{review.state.words}{taken}", DueState.NONE
    if review.in_time:
        is_open = f", {review.state.words}" if review.state in OPEN_MEETING else ""
        return f"✓ in time{is_open}{taken}", DueState.IN_TIME
    late = working_days_words(working_days.left(counted_on, review.due_on))
    return f"‼ {late}{taken}", DueState.OVERDUE


def _due_words(review: Review) -> str:
    due = f"due by {spoken(review.due_on)}" if review.due_on else "no due date is known"
    held = f"held on {spoken(review.held_on)}" if review.held_on else "not held yet"
    place = f"; {review.venue}" if review.venue else ""
    return f"{_title(review)}: {due}, {held}{place}"
