"""The form of a child: what is typed becomes a Child, or is refused at the field."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from iro_tui.domain.child import CHILD_FLAGS, Child, Cycle
from iro_tui.domain.codes import Codes
from iro_tui.domain.cycles import start_of
from iro_tui.domain.dates.spoken import parse_birthday, parse_spoken_date, spoken
from iro_tui.domain.review import Review
from iro_tui.domain.text import clean_line
from iro_tui.domain.typed import Typed, TypedFields, typed_value
from iro_tui.errors import BadFields, BadInput

_LINES = (
    "known_as",
    "given_name",
    "family_name",
    "pronouns",
    "religion",
    "nationality",
    "first_language",
    "communication",
    "disability",
    "council",
    "iro",
    "permanence_plan",
    "backup_plan",
)
_CODED = (
    "sex",
    "ethnicity",
    "legal_status",
    "category_of_need",
    "placement_type",
    "placement_provider",
)
_PAST_DAYS = (
    "legal_status_since",
    "became_looked_after_on",
    "short_breaks_from",
    "authorised_for_adoption_on",
    "placed_for_adoption_on",
    "care_ended_on",
    "placement_since",
    "iro_since",
    "last_review_held_on",
)
_ENDS_BY_ITSELF = frozenset({"J1", "J2", "L1"})
"""Legal statuses of remand, detention under PACE and police protection (SSDA903)."""

_MAY_BE_UNKNOWN = ("placement_in_area", "address_shared_with_parents")


@dataclass(frozen=True)
class _Order:
    """Two days of which the second cannot come before the first."""

    first: str
    first_words: str
    then: str


_BORN = ("date_of_birth", "the birthday")
_LOOKED_AFTER = ("became_looked_after_on", "the day the child became looked after")
_AUTHORISED = ("authorised_for_adoption_on", "the day adoption was authorised")
_PLACED = ("placed_for_adoption_on", "the day of the placement for adoption")
_ORDERS = (
    *(_Order(*_BORN, day) for day in (*_PAST_DAYS, "care_ends_on")),
    _Order(*_LOOKED_AFTER, "care_ends_on"),
    # Whoever may be placed for adoption is looked after (Adoption and Children Act 2002, s.18(3)).
    _Order(*_LOOKED_AFTER, "authorised_for_adoption_on"),
    _Order(*_LOOKED_AFTER, "placed_for_adoption_on"),
    _Order(*_AUTHORISED, "placed_for_adoption_on"),
)
_BEFORE_CARE_ENDED = (
    _Order(*_AUTHORISED, "care_ended_on"),
    _Order(*_PLACED, "care_ended_on"),
)
"""What comes before the end of the same time in care; an earlier time ended before it began."""


def blank_child(child_id: UUID, today: date) -> Child:
    """Return a child of whom nothing is known yet, for a form to begin with."""
    return Child(id=child_id, reference="", date_of_birth=today)


def typed_child(child: Child) -> dict[str, str | bool]:
    """Return a child as the form shows it."""
    return {
        one.name: typed_value(getattr(child, one.name)) for one in fields(child) if one.name != "id"
    }


def child_from(typed: Typed, *, today: date, codes: Codes, before: Child) -> Child:
    """Return the child that a form describes; what the form does not ask stays as before.

    Reference, a name and a birthday are required. Raises BadFields, with what would have worked
    at each field.
    """
    form = TypedFields(typed, today)
    child = replace(before, **_read(form, codes, before))
    _check_name(form, child)
    _check_order(form, child)
    _check_last_review(form, child)
    form.check()
    return child


def _read(form: TypedFields, codes: Codes, before: Child) -> dict[str, Any]:
    """Return every field of the form by the name it has in a child."""
    kept = vars(before)
    return {
        "reference": form.read("reference", before.reference, _reference),
        "date_of_birth": form.read("date_of_birth", before.date_of_birth, _birthday(form.today)),
        "cycle": Cycle(form.one_of("cycle", before.cycle, list(Cycle)) or Cycle.LOOKED_AFTER),
        "last_review_number": form.read("last_review_number", before.last_review_number, _number),
        **{name: form.line(name, kept[name]) for name in _LINES},
        **{name: form.one_of(name, kept[name], getattr(codes, name).codes) for name in _CODED},
        **{name: form.past_day(name, kept[name]) for name in _PAST_DAYS},
        "care_ends_on": form.read("care_ends_on", before.care_ends_on, _known_end(form.today)),
        **{name: form.yes(name, kept[name]) for name in CHILD_FLAGS},
        **{name: form.yes_or_unknown(name, kept[name]) for name in _MAY_BE_UNKNOWN},
    }


def _reference(text: str) -> str:
    reference = clean_line(text)
    if not reference:
        raise BadInput("A reference is needed,", hint="for example 1042.")
    return reference


def _birthday(today: date) -> Callable[[str], date]:
    def parse(text: str) -> date:
        if not text.strip():
            raise BadInput("A birthday is needed,", hint="for example 12/5/2014.")
        return parse_birthday(text, today)

    return parse


def _known_end(today: date) -> Callable[[str], date | None]:
    def parse(text: str) -> date | None:
        return parse_spoken_date(text, today) if text.strip() else None

    return parse


def _number(text: str) -> int:
    digits = text.strip()
    if not digits:
        return 0
    if not (digits.isascii() and digits.isdigit() and len(digits) < 3 and int(digits)):
        raise BadInput(f"“{digits[:20]}” is no number of a review.", hint="Try 3.")
    return int(digits)


def _check_name(form: TypedFields, child: Child) -> None:
    if not (child.known_as or child.given_name or child.family_name):
        form.refuse("known_as", "A name is needed: known as, given or family.")


def _check_order(form: TypedFields, child: Child) -> None:
    """Refuse a day that lies before what has to come first; days refused already are left out."""
    ended, began = child.care_ended_on, child.became_looked_after_on
    is_same_care = ended is not None and (began is None or ended >= began)
    for order in (*_ORDERS, *(_BEFORE_CARE_ENDED if is_same_care else ())):
        first, then = getattr(child, order.first), getattr(child, order.then)
        if {order.first, order.then} & form.problems.keys() or first is None or then is None:
            continue
        if then < first:
            form.refuse(
                order.then,
                f"{spoken(then)} is before {order.first_words}, {spoken(first)}. Check both days.",
            )


def _check_last_review(form: TypedFields, child: Child) -> None:
    """Day and number of the last review stand together: the next date follows from both."""
    held_on, number = child.last_review_held_on, child.last_review_number
    if {"last_review_held_on", "last_review_number"} & form.problems.keys():
        return
    if held_on and not number:
        form.refuse(
            "last_review_number",
            "Give its number too, for example 3; the next date follows from both.",
        )
    if number and not held_on:
        form.refuse(
            "last_review_held_on",
            f"Give the day of review {number} too; the next date counts from it.",
        )


def is_known_to_end(cycle: str, legal_status: str) -> bool:
    """Whether a child is on remand, in police protection or detained: a stay with a known end."""
    return cycle == Cycle.REMAND or legal_status in _ENDS_BY_ITSELF


def remark_on_care_ended(ended_on: date, began_on: date | None) -> str:
    """Return what an end of care before its beginning means: an earlier time in care."""
    if began_on is None or ended_on >= began_on:
        return ""
    return f"an earlier time in care; this one began on {spoken(began_on)}"


def check_last_review(child: Child, reviews: Sequence[Review]) -> None:
    """Refuse a last review that cannot stand beside those held in the same time in care.

    A number is given once in it, and numbers follow the days. Raises BadFields.
    """
    day, number = child.last_review_held_on, child.last_review_number
    start = start_of(child.cycle, child)
    if day is None or (start is not None and day < start):
        return
    for review in reviews:
        held_on, other = review.held_on, review.numbers.get(child.cycle)
        if held_on is None or other is None or (start is not None and held_on < start):
            continue
        if other == number and held_on != day:
            problem = f"Review {other} was held on {spoken(held_on)}: a number is given once."
            raise BadFields({"last_review_number": f"{problem} Check day and number."})
        if (other < number and held_on >= day) or (other > number and held_on <= day):
            problem = f"Review {other} was held on {spoken(held_on)}, and the numbers follow"
            raise BadFields({"last_review_held_on": f"{problem} the days. Check day and number."})
