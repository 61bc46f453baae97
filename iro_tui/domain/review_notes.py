"""Why a review was early, moved, adjourned, late or cancelled, each in one line of words."""

from collections.abc import Iterator, Sequence

from iro_tui.domain.codes import CodeList, Codes
from iro_tui.domain.following import ReviewMove
from iro_tui.domain.review import Occasion, Review, ReviewState
from iro_tui.domain.typed import typed_day

NO_REASON = "no reason is recorded"


def review_notes(review: Review, moves: Sequence[ReviewMove], codes: Codes) -> Iterator[str]:
    """Yield what is to be known of a review, in the order in which it happened."""
    if review.occasion is Occasion.EARLY:
        yield f"called early: {early_words(review, codes.early_trigger)}"
    for move in moves:
        if move.review_id == review.id:
            yield f"moved {move_words(move)}"
    if review.adjourned_on is not None:
        yield f"adjourned {adjourned_words(review)}"
    if review.in_time is False:
        yield f"late: {late_words(review, codes.late_reason)}"
    if review.state is ReviewState.CANCELLED:
        yield f"cancelled: {_reason(review.cancelled_reason)}; x brings it back"


def early_words(review: Review, triggers: CodeList) -> str:
    """Return why a review was called early, with its mark, and who asked for it."""
    trigger = triggers.codes.get(review.early_trigger)
    asked_by = f"asked for by {review.early_asked_by}" if review.early_asked_by else ""
    pieces = (trigger.marked if trigger else review.early_trigger, asked_by, review.early_reason)
    return _said(pieces)


def move_words(move: ReviewMove) -> str:
    """Return from which day to which a meeting was put, and why."""
    return f"from {typed_day(move.from_day)} to {typed_day(move.to_day)}: {_reason(move.reason)}"


def adjourned_words(review: Review) -> str:
    """Return since when a review was adjourned, with the days by which it counts, and why."""
    days = [f"on {typed_day(review.adjourned_on)}"]
    if review.completed_on is not None:
        days += [f"completed {typed_day(review.completed_on)}"]
    elif review.reconvene_by is not None:
        days += [f"to be completed by {typed_day(review.reconvene_by)}"]
    return f"{', '.join(days)}: {_reason(review.adjourned_reason)}"


def late_words(review: Review, reasons: CodeList) -> str:
    """Return why a review was late: the reason chosen, and the chair's own words."""
    return _said((reasons.words(review.late_code), review.late_reason))


def _said(pieces: Sequence[str]) -> str:
    return "; ".join(piece for piece in (_one_line(one) for one in pieces) if piece) or NO_REASON


def _reason(words: str) -> str:
    return _one_line(words) or NO_REASON


def _one_line(words: str) -> str:
    return " ".join(words.split()).rstrip(".")
