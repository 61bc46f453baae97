"""One child on the screen: reviews, people, open decisions and plan, each in a line of words."""

from datetime import date

from iro_tui.domain.caseload import DueState
from iro_tui.domain.caseload_words import left_care_words
from iro_tui.domain.child import Child, Person
from iro_tui.domain.codes import Codes
from iro_tui.domain.decisions import Decision
from iro_tui.domain.review import BEFORE_MEETING, OPEN_MEETING, Review, ReviewState
from iro_tui.domain.typed import typed_day

_WRITTEN_UP_LATER = frozenset(
    {ReviewState.COMPLETED, ReviewState.DECISIONS_SENT, ReviewState.DECISIONS_SETTLED}
)


def is_to_be_written_up(review: Review) -> bool:
    """Whether a review has been held and its letter is still to be finished."""
    return review.state in _WRITTEN_UP_LATER and review.letter_issued_on is None


def is_to_be_chaired(review: Review) -> bool:
    """Whether a review's meeting is still to come or going on."""
    return review.state in BEFORE_MEETING | OPEN_MEETING


def kind_words(review: Review) -> str:
    """Return the kind of a review as a list says it: "second", "short breaks", "early"."""
    return review.kind.removesuffix("_authorised").removesuffix("_placed").replace("_", " ")


def held_words(review: Review) -> str:
    """Return the day it was held, or in words for which day it is planned."""
    if review.held_on is not None:
        return typed_day(review.held_on)
    return f"for {typed_day(review.planned_for)}" if review.planned_for else "no day yet"


def in_time_words(review: Review, today: date) -> tuple[str, DueState]:
    """Return whether it was in time, with sign and state; for one to come, whether it is late."""
    if review.in_time is not None:
        return ("✓ in time", DueState.IN_TIME) if review.in_time else ("‼ late", DueState.OVERDUE)
    if review.due_on is None or not is_to_be_chaired(review):
        return "", DueState.NONE
    return ("‼ late", DueState.OVERDUE) if review.due_on < today else ("· open", DueState.NONE)


def people_in_order(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Return those who are around the child now, then those who were."""
    return tuple(sorted(people, key=lambda person: person.until is not None))


def decisions_in_order(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Return decisions with what is due first on top, and what has no day last."""
    return tuple(sorted(decisions, key=lambda one: (one.due_on is None, one.due_on or date.max)))


def care_words(child: Child, codes: Codes) -> str:
    """Return legal status and since when the child is looked after, or when care ended."""
    began = typed_day(child.became_looked_after_on)
    if left := left_care_words(child):
        return _line(left, f"looked after from {began}" if began else "")
    status = codes.legal_status.words(child.legal_status)
    return _line(
        _since(status, child.legal_status_since),
        f"looked after since {began}" if began else "",
    )


def home_words(child: Child, codes: Codes) -> str:
    """Return where the child lives, since when and whether in the area, in one line."""
    placement = codes.placement_type.words(child.placement_type)
    area = {True: "in the area", False: "out of the area", None: ""}[child.placement_in_area]
    return _line(_since(placement, child.placement_since), area)


def plan_words(child: Child, codes: Codes) -> tuple[str, str]:
    """Return the plan for permanence, and the back-up plan."""
    plans = codes.permanence_plan
    return plans.words(child.permanence_plan), plans.words(child.backup_plan)


def _since(words: str, day: date | None) -> str:
    return f"{words} since {typed_day(day)}" if words and day else words


def _line(*pieces: str) -> str:
    return " · ".join(piece for piece in pieces if piece)
