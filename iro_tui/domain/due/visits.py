"""How often a social worker visits: CPPCR Regulations 2010, regulations 28 and 48."""

from collections.abc import Iterator
from datetime import date

from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.due.known import Known
from iro_tui.domain.rules import DueDate
from iro_tui.domain.timescales import Timescales

VISIT = "visit"
TEMPORARY_APPROVAL = "temporary_approval"
AGREES_TO_FEWER_VISITS = "agrees_to_fewer_visits"
"""The tracker that says since when a child in a long-term foster home agrees to fewer visits."""

_FULL_CARE_ORDER = "C2"
_INTERIM_CARE_ORDER = "C1"


def visit_due(known: Known, timescales: Timescales) -> DueDate | None:
    """Return when the next visit is due; None where no day to count from is known.

    A visit set by the review itself (placed for adoption, after its first review) is the day
    that the chair noted.
    """
    last = _last_visit(known)
    start = _start(known.child)
    if last is None or (start is not None and last < start):
        return None if start is None else timescales.due(_first_rule(known.child), start)
    rule_id = _later_rule(known, last, timescales)
    return None if rule_id is None else timescales.due(rule_id, last)


def _last_visit(known: Known) -> date | None:
    visit = known.tracked.get(VISIT)
    return visit.last_on if visit else None


def _start(child: Child) -> date | None:
    match child.cycle:
        case Cycle.SHORT_BREAKS:
            return child.short_breaks_from
        case Cycle.ADOPTION_PLACED:
            return child.placed_for_adoption_on or child.placement_since
        case _ if child.with_parents and child.legal_status == _FULL_CARE_ORDER:
            return child.legal_status_since or child.placement_since
        case _:
            return child.placement_since or child.became_looked_after_on


def _first_rule(child: Child) -> str:
    match child.cycle:
        case Cycle.SHORT_BREAKS:
            return "visit_short_breaks_first"
        case Cycle.ADOPTION_PLACED:
            return "visit_adoption_first"
        case _ if child.with_parents and child.legal_status == _FULL_CARE_ORDER:
            return "visit_care_order"
        case _:
            return "visit_first"


def _later_rule(known: Known, last: date, timescales: Timescales) -> str | None:
    child = known.child
    if child.cycle is Cycle.SHORT_BREAKS:
        return "visit_short_breaks_later"
    if child.cycle is Cycle.ADOPTION_PLACED:
        return None if _has_had_review(known) else "visit_adoption_weekly"
    if _is_watched_closely(known):
        return "visit_four_weekly" if _has_had_review(known) else "visit_weekly"
    if child.with_parents:
        return "visit_six_weekly"
    return _standard_rule(known, last, timescales)


def _is_watched_closely(known: Known) -> bool:
    """Whether a carer is approved for a time only, or the child lives at home on interim orders."""
    at_home = known.child.with_parents and known.child.legal_status == _INTERIM_CARE_ORDER
    return at_home or TEMPORARY_APPROVAL in known.tracked


def _has_had_review(known: Known) -> bool:
    """Whether a review was held since the placement began."""
    since = _start(known.child)
    return any(day >= (since or day) for day in _days_held(known))


def _days_held(known: Known) -> Iterator[date]:
    for review in known.reviews:
        if review.held_on is not None:
            yield review.held_on


def _standard_rule(known: Known, last: date, timescales: Timescales) -> str:
    """Return the rule of a standard placement: a year in, it is known whether it is to last."""
    child = known.child
    since = child.placement_since
    if since is None or last < timescales.due("long_term_settled", since).on:
        return "visit_six_weekly"
    if not child.long_term:
        return "visit_six_weekly"
    agrees = known.tracked.get(AGREES_TO_FEWER_VISITS)
    return "visit_long_term" if agrees and agrees.last_on else "visit_three_monthly"
