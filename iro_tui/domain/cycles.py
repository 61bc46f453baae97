"""Which cycles of reviews run for a child, which reviews count in them, and which number is next.

A cycle is a rule that sets the date of the next review; a child who may be placed for adoption
has two. Counting starts at the day a review was held, never at the day it had been due.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.choices import ReviewDateBasis
from iro_tui.domain.dates.working_days import birthday
from iro_tui.domain.review import Occasion, Review, ReviewFormat, ReviewState


@dataclass(frozen=True)
class HeldReview:
    """A review that was held, as the clock sees it.

    `on` is the day the next date counts from; `moves_clock` is False for an early review where
    the service keeps the old date; `was_meeting` is False for a review without a meeting.
    """

    on: date
    numbers: Mapping[Cycle, int]
    moves_clock: bool = True
    was_meeting: bool = True


@dataclass(frozen=True)
class CycleClock:
    """Where a cycle stands: the number that comes next, and by which rule from which day."""

    cycle: Cycle
    number: int
    rule_id: str
    counted_from: date


_RULES: Mapping[Cycle, tuple[str, str, str]] = {
    Cycle.LOOKED_AFTER: ("first_review", "second_review", "subsequent_review"),
    Cycle.REMAND: ("first_review", "second_review", "subsequent_review"),
    Cycle.SHORT_BREAKS: ("short_breaks_first", "short_breaks_later", "short_breaks_later"),
    Cycle.ADOPTION_AUTHORISED: (
        "adoption_authorised_first",
        "adoption_authorised_later",
        "adoption_authorised_later",
    ),
    Cycle.ADOPTION_PLACED: (
        "adoption_placed_first",
        "adoption_placed_second",
        "adoption_placed_later",
    ),
    Cycle.PATHWAY: ("pathway_review", "pathway_review", "pathway_review"),
}
"""The rules of each cycle's first, second and later reviews; `other` has none, it is typed."""

CYCLE_RULE_IDS = frozenset(rule_id for rules in _RULES.values() for rule_id in rules)

ADULT_AT = 18
"""Years; nobody is a looked-after child from this birthday on (Children Act 1989, section 105)."""

_OF_A_CARE_PERIOD = frozenset(
    {Cycle.LOOKED_AFTER, Cycle.REMAND, Cycle.ADOPTION_AUTHORISED, Cycle.ADOPTION_PLACED}
)
_AFTER_CARE = frozenset({Cycle.PATHWAY, Cycle.OTHER})
_ONE_NUMBERING = frozenset({Cycle.LOOKED_AFTER, Cycle.REMAND})
_IN_HAND = frozenset(
    {ReviewState.PLANNED, ReviewState.PREPARED, ReviewState.IN_MEETING, ReviewState.ADJOURNED}
)
_NOT_HELD = _IN_HAND | {ReviewState.CANCELLED, ReviewState.POSTPONED}


def running_cycles(child: Child) -> tuple[Cycle, ...]:
    """Return the cycles that run for a child; none once the care period is over.

    While the council may place a child for adoption, the ordinary cycle still runs
    (Adoption Agencies Regulations 2005, regulation 36(1)); some councils see that otherwise.
    """
    if child.cycle not in _AFTER_CARE and has_left_care(child):
        return ()
    if child.cycle is Cycle.ADOPTION_AUTHORISED:
        return (Cycle.ADOPTION_AUTHORISED, Cycle.LOOKED_AFTER)
    return (child.cycle,)


def has_left_care(child: Child) -> bool:
    """Whether the time in care, or of short breaks, has ended and has not begun again."""
    start = start_of(Cycle.LOOKED_AFTER, child)
    if child.cycle is Cycle.SHORT_BREAKS:
        start = child.short_breaks_from
    return child.care_ended_on is not None and (start is None or child.care_ended_on >= start)


def turns_18_on(child: Child) -> date:
    """Return the 18th birthday; one of 29 February falls on 1 March."""
    return birthday(child.date_of_birth, ADULT_AT)


def falls_before_18(child: Child, cycle: Cycle, day: date) -> bool:
    """Whether a review may fall due on a day: reviews of care end at 18, those of a plan go on."""
    return cycle in _AFTER_CARE or day < turns_18_on(child)


def is_over_at_18(child: Child) -> bool:
    """Whether the 18th birthday is why no review of a child falls due any more.

    For a child without a next review: a day to count from is known, and care has not ended.
    """
    is_counted = start_of(child.cycle, child) or child.last_review_held_on
    return child.cycle not in _AFTER_CARE and bool(is_counted) and not has_left_care(child)


def start_of(cycle: Cycle, child: Child) -> date | None:
    """Return the day a cycle started for a child, None where it is not known or has none."""
    match cycle:
        case Cycle.LOOKED_AFTER | Cycle.REMAND:
            return child.became_looked_after_on
        case Cycle.SHORT_BREAKS:
            return child.short_breaks_from
        case Cycle.ADOPTION_AUTHORISED:
            return child.authorised_for_adoption_on
        case Cycle.ADOPTION_PLACED:
            return child.placed_for_adoption_on
        case Cycle.PATHWAY | Cycle.OTHER:
            return None


def held_reviews(
    child: Child,
    reviews: tuple[Review, ...],
    *,
    basis: ReviewDateBasis = ReviewDateBasis.FIRST_MEETING,
    early_review_resets: bool = True,
) -> tuple[HeldReview, ...]:
    """Return the reviews that were held, oldest first.

    The last review before this store knew the child stands for those the store does not hold.
    """
    held = [
        HeldReview(
            on=day,
            numbers=review.numbers or {review.cycle: 0},
            moves_clock=early_review_resets or review.occasion is not Occasion.EARLY,
            was_meeting=review.format is not ReviewFormat.NO_MEETING,
        )
        for review in reviews
        if (day := day_held(review, basis)) is not None
    ]
    before = child.last_review_held_on
    if before is not None and all(one.on < before for one in held):
        held.append(HeldReview(before, {_imported_cycle(child): child.last_review_number}))
    return tuple(sorted(held, key=lambda one: one.on))


def _imported_cycle(child: Child) -> Cycle:
    is_authorised = child.cycle is Cycle.ADOPTION_AUTHORISED
    return Cycle.LOOKED_AFTER if is_authorised else child.cycle


def day_held(review: Review, basis: ReviewDateBasis) -> date | None:
    """Return the day the next date counts from, None for a review that does not count as held.

    It is the first meeting, or the completion where the service chose so. An adjourned review
    counts once it is completed, and then from the same day as any other
    (CPPCR Regulations 2010, regulation 36(2)).
    """
    if review.state in _NOT_HELD:
        return None
    if basis is ReviewDateBasis.FIRST_MEETING:
        return review.held_on
    is_open = review.state is ReviewState.SERIES_OPEN
    return None if is_open else review.completed_on or review.held_on


def clock_of(cycle: Cycle, child: Child, held: tuple[HeldReview, ...]) -> CycleClock | None:
    """Return where a cycle stands, None where no day to count from is known."""
    rules = _RULES.get(cycle)
    if rules is None:
        return None
    start = start_of(cycle, child)
    number, counted = 0, None
    for review in held:
        if not _counts_in(cycle, start, review):
            continue
        number = _number_in(cycle, review, number)
        if review.moves_clock or number == 1:
            counted = (review.on, number)
    if counted is not None:
        counted_from, last = counted
        return CycleClock(cycle, number + 1, rules[min(last, 2)], counted_from)
    if start is None:
        return None
    return CycleClock(cycle, number + 1, rules[0], start)


def _counts_in(cycle: Cycle, start: date | None, review: HeldReview) -> bool:
    """Whether a review was one of this cycle's: held since it started, and of its family."""
    if start is None and cycle in (Cycle.ADOPTION_AUTHORISED, Cycle.ADOPTION_PLACED):
        return cycle in review.numbers
    if start is not None and review.on < start:
        return False
    if cycle in review.numbers:
        return True
    is_after_start = start is None or review.on > start
    return (
        is_after_start
        and cycle in _OF_A_CARE_PERIOD
        and not _OF_A_CARE_PERIOD.isdisjoint(review.numbers)
    )


def _number_in(cycle: Cycle, review: HeldReview, number: int) -> int:
    """Return a review's number in a cycle, given the number of the one before it.

    Reviews of a placement for adoption are numbered apart, but the next date counts from them.
    """
    same = _ONE_NUMBERING if cycle in _ONE_NUMBERING else frozenset({cycle})
    for numbered in same & review.numbers.keys():
        return max(review.numbers[numbered], number + 1)
    if cycle is not Cycle.ADOPTION_PLACED and review.numbers.keys() == {Cycle.ADOPTION_PLACED}:
        return max(number, 1)
    return number + 1


def planned_or_open(
    reviews: tuple[Review, ...], cycles: tuple[Cycle, ...], clocks: list[CycleClock]
) -> Review | None:
    """Return the newest review that is planned or open, if it still fits where the clocks stand."""
    expected = {clock.cycle: clock.number for clock in clocks}
    for review in reversed(reviews):
        fits = expected.get(review.cycle, review.number) == review.number
        if review.state in _IN_HAND and review.cycle in cycles and fits:
            return review
    return None
