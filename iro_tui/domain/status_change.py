"""What changes in a child's care on a day: the child as it is from then on, and what cannot be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.cycles import has_left_care
from iro_tui.domain.following import Change

PLACEMENT_ORDER = "E1"
REMANDED = "J1"
SHORT_BREAKS_AGREED = "V4"
WITH_PARENTS = "P1"
_LONG_TERM = frozenset({"U1", "U4"})

WITH_STATUS = frozenset({Change.LEGAL_STATUS, Change.LOOKED_AFTER})
"""The changes that tell a legal status."""

WITH_HOME = frozenset(
    {
        Change.LOOKED_AFTER,
        Change.PLACEMENT,
        Change.PLACED_FOR_ADOPTION,
        Change.ADOPTION_ENDED,
        Change.REMAND,
    }
)
"""The changes that tell where the child lives from then on."""

NEEDS = {
    Change.LOOKED_AFTER: "legal_status",
    Change.LEGAL_STATUS: "legal_status",
    Change.PLACEMENT: "placement_type",
}
"""The field without which a change says nothing."""


@dataclass(frozen=True)
class ToldChange:
    """A change as the chair tells it; what it does not tell is left empty.

    Codes are those of the SSDA903 return; `ends_on` is the known end of a remand.
    """

    change: Change
    happened_on: date
    legal_status: str = ""
    placement_type: str = ""
    placement_in_area: bool | None = None
    ends_on: date | None = None
    note: str = ""


def possible_changes(child: Child) -> tuple[Change, ...]:
    """Return what can change for a child as things stand, the likeliest first."""
    in_care, has_breaks = is_in_care(child), _has_breaks(child)
    began = child.became_looked_after_on is not None
    may_happen = {
        Change.LOOKED_AFTER: not (in_care and began),
        Change.PLACEMENT: in_care or has_breaks,
        Change.LEGAL_STATUS: in_care,
        Change.AUTHORISED_FOR_ADOPTION: in_care and child.cycle in _ORDINARY,
        Change.PLACED_FOR_ADOPTION: in_care and child.cycle is not Cycle.ADOPTION_PLACED,
        Change.ADOPTION_ENDED: in_care and child.cycle is Cycle.ADOPTION_PLACED,
        Change.REMAND: not (in_care and child.cycle is Cycle.REMAND),
        Change.SHORT_BREAKS: not has_breaks and not (in_care and began),
        Change.CARE_ENDED: in_care or has_breaks,
    }
    return tuple(change for change, may in may_happen.items() if may)


_ORDINARY = (Cycle.LOOKED_AFTER, Cycle.REMAND)


def is_in_care(child: Child) -> bool:
    """Whether a child is looked after now, in a cycle of reviews that says so."""
    outside = (Cycle.SHORT_BREAKS, Cycle.PATHWAY, Cycle.OTHER)
    return child.cycle not in outside and not has_left_care(child)


def _has_breaks(child: Child) -> bool:
    return child.cycle is Cycle.SHORT_BREAKS and not has_left_care(child)


def _came_into_care(child: Child, told: ToldChange) -> dict[str, Any]:
    status = told.legal_status or child.legal_status
    return _care_begins(told.happened_on) | _status(status, told.happened_on)


def _other_status(child: Child, told: ToldChange) -> dict[str, Any]:
    return _off_remand(child) | _status(told.legal_status, told.happened_on)


def _authorised(_child: Child, told: ToldChange) -> dict[str, Any]:
    return {
        "cycle": Cycle.ADOPTION_AUTHORISED,
        "authorised_for_adoption_on": told.happened_on,
        "adoption_plan": True,
        "care_ends_on": None,
    }


def _placed(_child: Child, told: ToldChange) -> dict[str, Any]:
    return {"cycle": Cycle.ADOPTION_PLACED, "placed_for_adoption_on": told.happened_on}


def _returned(child: Child, _told: ToldChange) -> dict[str, Any]:
    """Let the ordinary cycle go on, and that of the authority to place while it stands."""
    stands = child.authorised_for_adoption_on is not None
    cycle = Cycle.ADOPTION_AUTHORISED if stands else Cycle.LOOKED_AFTER
    return {"cycle": cycle, "placed_for_adoption_on": None}


def _remanded(child: Child, told: ToldChange) -> dict[str, Any]:
    """Begin a care period; a child who is looked after already stays in the same one."""
    is_new = not (is_in_care(child) and child.became_looked_after_on)
    begins = _care_begins(told.happened_on) if is_new else {}
    remand = {"cycle": Cycle.REMAND, "care_ends_on": told.ends_on}
    return begins | _status(REMANDED, told.happened_on) | remand


def _breaks_began(_child: Child, told: ToldChange) -> dict[str, Any]:
    day = told.happened_on
    breaks = {"cycle": Cycle.SHORT_BREAKS, "short_breaks_from": day, "care_ended_on": None}
    return breaks | _status(SHORT_BREAKS_AGREED, day)


def _ended(_child: Child, told: ToldChange) -> dict[str, Any]:
    return {"care_ended_on": told.happened_on, "care_ends_on": None}


_CHANGED: Mapping[Change, Callable[[Child, ToldChange], dict[str, Any]]] = {
    Change.LOOKED_AFTER: _came_into_care,
    Change.LEGAL_STATUS: _other_status,
    Change.PLACEMENT: lambda _child, _told: {},
    Change.AUTHORISED_FOR_ADOPTION: _authorised,
    Change.PLACED_FOR_ADOPTION: _placed,
    Change.ADOPTION_ENDED: _returned,
    Change.REMAND: _remanded,
    Change.SHORT_BREAKS: _breaks_began,
    Change.CARE_ENDED: _ended,
}
"""The fields of the child that each change sets, beside those of a new home."""


def changed_child(child: Child, told: ToldChange) -> Child:
    """Return the child as it is from the day of a change."""
    changed = replace(child, **_CHANGED[told.change](child, told))
    if told.change in WITH_HOME and told.placement_type:
        changed = replace(changed, **_home(told))
    return changed


def _care_begins(day: date) -> dict[str, Any]:
    """Return a new care period: what belonged to one of before does not count in it."""
    return {
        "cycle": Cycle.LOOKED_AFTER,
        "became_looked_after_on": day,
        "care_ended_on": None,
        "care_ends_on": None,
        "authorised_for_adoption_on": None,
        "placed_for_adoption_on": None,
        "placement_type": "",
        "placement_since": day,
        "placement_in_area": None,
        "address_shared_with_parents": None,
        "with_parents": False,
        "long_term": False,
    }


def _status(code: str, day: date) -> dict[str, Any]:
    return {"legal_status": code, "legal_status_since": day}


def _off_remand(child: Child) -> dict[str, Any]:
    """Another legal status ends a remand; its reviews go on in the same numbering."""
    if child.cycle is not Cycle.REMAND:
        return {}
    return {"cycle": Cycle.LOOKED_AFTER, "care_ends_on": None}


def _home(told: ToldChange) -> dict[str, Any]:
    """Return what is known of a new home; whether parents know its address is not."""
    return {
        "placement_type": told.placement_type,
        "placement_since": told.happened_on,
        "placement_in_area": told.placement_in_area,
        "placement_provider": "",
        "address_shared_with_parents": None,
        "with_parents": told.placement_type == WITH_PARENTS,
        "long_term": told.placement_type in _LONG_TERM,
    }


def follows_at_once(child: Child, told: ToldChange) -> ToldChange | None:
    """Return the change that another brings with it; None where it stands alone.

    A placement order is authority to place the child for adoption (Adoption and Children Act
    2002, section 21).
    """
    is_order = told.change is Change.LEGAL_STATUS and told.legal_status == PLACEMENT_ORDER
    if not is_order or child.authorised_for_adoption_on is not None:
        return None
    return ToldChange(Change.AUTHORISED_FOR_ADOPTION, told.happened_on)


def starts_again_with(told: ToldChange) -> frozenset[str]:
    """Return the names under which trackers may wait for this change: a new home is one of them."""
    names = {str(told.change)}
    if told.change is Change.REMAND:
        names.add(str(Change.LOOKED_AFTER))
    if told.change in WITH_HOME and told.placement_type:
        names.add(str(Change.PLACEMENT))
    return frozenset(names)


def code_of(child: Child, change: Change) -> str:
    """Return the code of the field that a change is about: before it, or after it."""
    if change is Change.LEGAL_STATUS:
        return child.legal_status
    if change is Change.PLACEMENT:
        return child.placement_type
    return "" if has_left_care(child) else child.cycle.value


_SINCE: Mapping[Change, tuple[tuple[str, str], ...]] = {
    Change.LOOKED_AFTER: (("care_ended_on", "care ended"),),
    Change.LEGAL_STATUS: (("legal_status_since", "the present legal status began"),),
    Change.PLACEMENT: (("placement_since", "the present placement began"),),
    Change.PLACED_FOR_ADOPTION: (
        ("authorised_for_adoption_on", "the council had authority to place"),
        ("placement_since", "the present placement began"),
    ),
    Change.ADOPTION_ENDED: (("placed_for_adoption_on", "the child was placed for adoption"),),
    Change.REMAND: (("legal_status_since", "the present legal status began"),),
    Change.SHORT_BREAKS: (("care_ended_on", "care ended"),),
}
"""The days that a change cannot come before, by the field of the child, and what was on them."""


def days_before(child: Child, change: Change) -> tuple[tuple[date, str], ...]:
    """Return the days that a change cannot come before, and what happened on each."""
    told = [("date_of_birth", f"{child.name} was born"), *_SINCE.get(change, ())]
    if is_in_care(child) and change is not Change.LOOKED_AFTER:
        told.append(("became_looked_after_on", f"{child.name} became looked after"))
    if _has_breaks(child):
        told.append(("short_breaks_from", "the short breaks began"))
    days = ((getattr(child, field), words) for field, words in told)
    return tuple((day, words) for day, words in days if day is not None)
