"""A date of a child in words: what it is for, how it was found, and how binding it is."""

from iro_tui.domain.caseload import CaseloadRow
from iro_tui.domain.due.derive import DECISION, REVIEW
from iro_tui.domain.due.items import DueItem

_LOCAL_SOURCE = "Local practice"


def rule_words(item: DueItem) -> str:
    """Return the rule behind a date, its mark and where it stands.

    "6 months after the day the previous review was held · law: ... regulation 33(2)"; a number of
    the service's own reads "local".
    """
    source = item.source.removeprefix(_LOCAL_SOURCE).lstrip(": ")
    standing = f"{item.mark}: {source}" if source else str(item.mark)
    return f"{item.rule} · {standing}" if item.rule else standing


def short_title(item: DueItem) -> str:
    """Return what a date is for, of a decision its number and what is to be done."""
    if item.what != DECISION:
        return item.title
    number, _, told = item.title.removeprefix("Decision ").partition(" · ")
    what = told.partition(": ")[2] or told
    return f"{number} {what}"


def reason_words(item: DueItem) -> str:
    """Return what a date is for, and the rule behind it."""
    return f"{item.title}: {rule_words(item)}"


def is_meant(row: CaseloadRow, item: DueItem) -> bool:
    """Whether a line of the caseload stands for this date of its child."""
    is_step = item.title == row.next_step if row.next_step else item.what == REVIEW
    return is_step and item.due_on == row.due_on
