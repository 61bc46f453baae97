"""The groups of a caseload, in the order in which they are listed, each with its words."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from iro_tui.domain.caseload import DueState, Group, Wanted
from iro_tui.domain.dates.days import month_of
from iro_tui.domain.dates.working_days import ONE_DAY, add_months
from iro_tui.domain.timescales import Timescales

KINDS = MappingProxyType(
    {
        "first": "First reviews",
        "second": "Second reviews",
        "subsequent": "Third and later reviews",
        "early": "Early reviews",
        "long_term_foster": "Long-term foster homes, without a meeting",
        "short_breaks": "Short breaks",
        "adoption_authorised": "May be placed for adoption",
        "adoption_placed": "Placed for adoption",
        "disruption": "After a placement for adoption ended",
        "remand": "On remand",
        "pathway": "Pathway plans",
        "other": "Other reviews",
        "": "No review due",
    }
)
"""Every kind of review as a heading, in the order of the headings."""


def state_groups(
    counts: Mapping[DueState, int], today: date, timescales: Timescales
) -> list[Group]:
    """Return the late, those due soon, those in time, and those without a date."""
    titles = {
        DueState.OVERDUE: "Late",
        DueState.DUE_SOON: f"Soon: within {soon_words(timescales)}",
        DueState.IN_TIME: "In time",
        DueState.NONE: "No date",
    }
    wanted = wanted_by_state(today, timescales.soon_until(today))
    return [
        Group(title, wanted[state], counts[state], state)
        for state, title in titles.items()
        if counts[state]
    ]


def soon_words(timescales: Timescales) -> str:
    """Return how near a date is that counts as soon: "10 working days"."""
    rule = timescales.rules["soon"]
    return rule.unit.words(rule.amount)


def wanted_by_state(today: date, soon_until: date) -> dict[DueState, Wanted]:
    """Return which days each state stands for."""
    return {
        DueState.OVERDUE: Wanted(last_day=today - ONE_DAY),
        DueState.DUE_SOON: Wanted(first_day=today, last_day=soon_until),
        DueState.IN_TIME: Wanted(first_day=soon_until + ONE_DAY),
        DueState.NONE: Wanted(without_date=True),
    }


def month_groups(counts: Mapping[str, int]) -> list[Group]:
    """Return the months by their dates ("2026-11"), then those without a date ("")."""
    found = [_month_group(month, counts[month]) for month in sorted(counts) if month]
    without = counts.get("", 0)
    return [*found, *([Group("No date", Wanted(without_date=True), without)] if without else [])]


def _month_group(month: str, count: int) -> Group:
    first = date.fromisoformat(f"{month}-01")
    last = add_months(first, 1) - ONE_DAY
    return Group(f"{month_of(first)} {first.year}", Wanted(first_day=first, last_day=last), count)


def kind_groups(counts: Mapping[str, int]) -> list[Group]:
    """Return the kinds of the next review, in the order of KINDS, those it does not know last."""
    order = [*KINDS, *sorted(counts.keys() - KINDS.keys())]
    return [
        Group(KINDS.get(kind) or _plain(kind), Wanted(kind=kind), counts[kind])
        for kind in order
        if counts.get(kind)
    ]


def _plain(kind: str) -> str:
    return kind.replace("_", " ").capitalize()


def iro_groups(counts: Mapping[str, int], chair: str) -> list[Group]:
    """Return the IROs by name, the chair whose store this is first."""
    return [
        Group(iro or chair or "You", Wanted(iro=iro), counts[iro])
        for iro in sorted(counts, key=str.casefold)
    ]
