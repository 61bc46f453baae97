"""The facts that decide which questions a review asks (local)."""

from datetime import date

from iro_tui.domain.agenda import ReviewFacts
from iro_tui.domain.child import CHILD_FLAGS, Child, Cycle
from iro_tui.domain.dates.working_days import add_months, birthday
from iro_tui.domain.review import BEFORE_MEETING, OPEN_MEETING, Review

CARE_ORDERS = frozenset({"C1", "C2"})
"""Interim and full care order; under a placement order (E1) a care order has no effect."""

_BRITISH = frozenset(
    {"british", "british citizen", "gb", "gbr", "uk", "english", "welsh", "scottish"}
)


def facts_of(
    child: Child,
    review: Review,
    day: date,
    *,
    open_decisions: bool,
    unmet_decisions: bool,
    letter_issued: bool,
    adulthood_early: bool = False,
) -> ReviewFacts:
    """Return the facts of a review held on this day; the age is the one on that day.

    `adulthood_early` is the service's choice to begin with adulthood at fifteen and a half.
    """
    cycles = _cycles_of(child, review)
    flags = {flag for flag in CHILD_FLAGS if getattr(child, flag)}
    told = {
        "in_care": child.legal_status in CARE_ORDERS,
        "out_of_area": child.placement_in_area is False,
        "not_known_british": not is_known_british(child.nationality),
        "open_decisions": open_decisions,
        "unmet_decisions": unmet_decisions,
        "letter_issued": letter_issued,
        "plan_final": review.plan_final,
        "scales": review.scales,
        "adulthood_early": adulthood_early and _is_half_a_year_before_16(child, day),
    }
    return ReviewFacts(
        age=child.age_on(day),
        cycles=cycles,
        number=_number_of(review),
        occasion=review.occasion.value,
        legal_status=child.legal_status,
        placement_type=child.placement_type,
        flags=frozenset(flags | {flag for flag, holds in told.items() if holds}),
    )


def is_known_british(nationality: str) -> bool:
    """Whether a nationality is written down and is British, on its own or beside another."""
    parts = nationality.casefold().replace("/", ",").replace(" and ", ",").split(",")
    return any(part.strip() in _BRITISH for part in parts)


def _cycles_of(child: Child, review: Review) -> frozenset[str]:
    """Return the cycles a review serves; one not closed yet also serves the child's present one."""
    cycles = {cycle.value for cycle in review.numbers}
    if review.state in BEFORE_MEETING | OPEN_MEETING or not cycles:
        cycles.add(child.cycle.value)
    return frozenset(cycles)


def _number_of(review: Review) -> int:
    """Return the number; in a review that serves two cycles, that of the adoption cycle."""
    return review.numbers.get(Cycle.ADOPTION_AUTHORISED, review.number)


def _is_half_a_year_before_16(child: Child, day: date) -> bool:
    return add_months(birthday(child.date_of_birth, 16), -6) <= day
