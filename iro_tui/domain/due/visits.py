"""How often a social worker visits: CPPCR Regulations 2010, regulations 28 and 48."""

from collections.abc import Iterator
from datetime import date

from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.due.known import Known
from iro_tui.domain.rules import DueDate
from iro_tui.domain.timescales import Timescales

VISIT = "visit"
TEMPORARY_APPROVAL = "temporary_approval"
"""The tracker that says since when a connected person is approved for a time only."""
PLACED_BEFORE_ASSESSMENT = "placed_before_assessment"
"""The tracker that says since when a child lives with a parent who is not assessed yet."""
AGREES_TO_FEWER_VISITS = "agrees_to_fewer_visits"
"""The tracker that says since when a child in a long-term foster home agrees to fewer visits."""

_FULL_CARE_ORDER = "C2"
_INTERIM_CARE_ORDER = "C1"


def visit_due(known: Known, timescales: Timescales) -> DueDate | None:
    """Return when the next visit is due; None where no day to count from is known.

    A visit set by the review itself (placed for adoption, after its first review) is the day
    that the chair noted.
    """
    last = known.last_on(VISIT)
    start = _start(known.child)
    if last is None or (start is not None and last < start):
        return None if start is None else timescales.due(_first_rule(known.child), start)
    rule_id = _later_rule(known, last, timescales)
    return None if rule_id is None else timescales.due(rule_id, last)


def _start(child: Child) -> date | None:
    """Return the day the first visit is counted from: a new placement, or an order made at home."""
    if child.cycle is Cycle.SHORT_BREAKS:
        return child.short_breaks_from
    if child.cycle is Cycle.ADOPTION_PLACED:
        return child.placed_for_adoption_on or child.placement_since
    if _order_was_made_at_home(child):
        return child.legal_status_since
    return child.placement_since or child.became_looked_after_on


def _order_was_made_at_home(child: Child) -> bool:
    """Whether a full care order was made while the child lived with a parent already."""
    ordered, moved_in = child.legal_status_since, child.placement_since
    is_at_home = child.with_parents and child.legal_status == _FULL_CARE_ORDER
    return is_at_home and ordered is not None and (moved_in is None or ordered >= moved_in)


def _first_rule(child: Child) -> str:
    if child.cycle is Cycle.SHORT_BREAKS:
        return "visit_short_breaks_first"
    if child.cycle is Cycle.ADOPTION_PLACED:
        return "visit_adoption_first"
    return "visit_care_order" if _order_was_made_at_home(child) else "visit_first"


def _later_rule(known: Known, last: date, timescales: Timescales) -> str | None:
    child = known.child
    if child.cycle is Cycle.SHORT_BREAKS:
        return "visit_short_breaks_later"
    if child.cycle is Cycle.ADOPTION_PLACED:
        return None if _has_had_review(known) else "visit_adoption_weekly"
    if _is_watched_closely(known):
        return "visit_four_weekly" if _has_had_review(known) else "visit_weekly"
    if child.with_parents:
        is_weekly = known.holds(PLACED_BEFORE_ASSESSMENT) and not _has_had_review(known)
        return "visit_weekly" if is_weekly else "visit_six_weekly"
    return _standard_rule(known, last, timescales)


def _is_watched_closely(known: Known) -> bool:
    """Whether a carer is approved for a time only, or the child lives at home on interim orders."""
    at_home = known.child.with_parents and known.child.legal_status == _INTERIM_CARE_ORDER
    return at_home or known.holds(TEMPORARY_APPROVAL)


def _has_had_review(known: Known) -> bool:
    """Whether a review was held since the placement began."""
    since = known.child.placed_for_adoption_on if _is_placed(known) else None
    since = since or known.child.placement_since or known.child.became_looked_after_on
    return any(since is None or day >= since for day in _days_held(known))


def _is_placed(known: Known) -> bool:
    return known.child.cycle is Cycle.ADOPTION_PLACED


def _days_held(known: Known) -> Iterator[date]:
    if known.child.last_review_held_on is not None:
        yield known.child.last_review_held_on
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
    agrees = known.holds(AGREES_TO_FEWER_VISITS)
    return "visit_long_term" if agrees else "visit_three_monthly"
