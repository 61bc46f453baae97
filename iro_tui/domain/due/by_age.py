"""Dates that a child's age moves: the health assessment and the pathway assessment."""

from datetime import date

from iro_tui.domain.child import Child
from iro_tui.domain.dates.working_days import birthday
from iro_tui.domain.rules import DueDate
from iro_tui.domain.timescales import Timescales


def health_assessment_due(born: date, last: date, timescales: Timescales) -> DueDate:
    """Return when the next health assessment is due (CPPCR Regulations 2010, regulation 7).

    Every six months under five, every twelve from five; a fifth birthday on or before the six
    months are over makes it twelve.
    """
    under_five = timescales.due("health_under_5", last)
    if birthday(born, 5) <= under_five.on:
        return timescales.due("health_from_5", last)
    return under_five


_COUNTED_FROM_AGE = 14
_ELIGIBLE_AT = 16


def eligible_on(child: Child, timescales: Timescales) -> date | None:
    """Return from when a child has a right to a pathway plan; None where it is not known.

    From sixteen, once looked after for thirteen weeks since fourteen (Children Act 1989, Schedule
    2, paragraph 19B). Earlier times in care count too: where the chair knows that the child is
    eligible, no weeks are counted.
    """
    began = child.became_looked_after_on
    sixteenth = birthday(child.date_of_birth, _ELIGIBLE_AT)
    if child.eligible:
        return max(sixteenth, began or sixteenth)
    if began is None:
        return None
    counted_from = max(birthday(child.date_of_birth, _COUNTED_FROM_AGE), began)
    return max(sixteenth, timescales.due("pathway_eligible", counted_from).on)


def pathway_assessment_due(
    born: date, timescales: Timescales, eligible_from: date | None = None
) -> DueDate:
    """Return when an eligible child's pathway assessment is due (regulation 42).

    It is counted from the sixteenth birthday, or from becoming eligible where that is later.
    """
    sixteenth = birthday(born, 16)
    return timescales.due("pathway_assessment", max(sixteenth, eligible_from or sixteenth))
