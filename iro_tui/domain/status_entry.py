"""The form of a change of status: it becomes a ToldChange, or is refused at the field."""

from collections.abc import Callable
from datetime import date

from iro_tui.domain.child import Child
from iro_tui.domain.codes import Codes
from iro_tui.domain.cycles import ADULT_AT
from iro_tui.domain.dates.reading import Reading
from iro_tui.domain.dates.spoken import parse_spoken_date, spoken
from iro_tui.domain.dates.working_days import WorkingDays
from iro_tui.domain.dates.written import Towards
from iro_tui.domain.following import Change
from iro_tui.domain.status_change import NEEDS, ToldChange, days_before
from iro_tui.domain.typed import Typed, TypedFields
from iro_tui.errors import BadFields, BadInput

WHAT_FOLLOWS = {
    Change.LOOKED_AFTER: "A new time in care: review 1 is due 20 working days after this day.",
    Change.PLACEMENT: "Visits, the placement plan and the first year begin anew on this day.",
    Change.LEGAL_STATUS: (
        "Visits and questions follow it. A placement order is authority to place for adoption too."
    ),
    Change.AUTHORISED_FOR_ADOPTION: (
        "An adoption review is due 3 months after this day; the ordinary date runs on beside it, "
        "and the earlier of the two counts."
    ),
    Change.PLACED_FOR_ADOPTION: (
        "Reviews are numbered anew: the first within 4 weeks, visits weekly until then."
    ),
    Change.ADOPTION_ENDED: (
        "A review is held from 28 to 42 days after the return; the other dates run again."
    ),
    Change.REMAND: "The child is looked after; a first review falls before a known end.",
    Change.SHORT_BREAKS: "Review 1 is due 3 months after the first break.",
    Change.CARE_ENDED: "No review is due after this day; one planned for later is cancelled.",
}
"""What a change does to the clock, in a sentence or two."""

_NOT_A_STATUS = frozenset({"J1", "V3", "V4"})
_FOR_ADOPTION = frozenset({"A3", "A4", "A5", "A6"})

_NEEDED = {
    "legal_status": "Say which legal status. ↓ shows all there are.",
    "placement_type": "Say where the child lives now. ↓ shows all there are.",
}


def change_from(typed: Typed, change: Change, *, today: date, codes: Codes) -> ToldChange:
    """Return the change that a form describes; the day is required.

    Raises BadFields, with what would have worked at each field.
    """
    form = TypedFields(typed, today)
    told = ToldChange(
        change,
        happened_on=form.read("happened_on", today, change_day(today)),
        legal_status=form.one_of("legal_status", "", codes.legal_status.codes),
        placement_type=form.one_of("placement_type", "", codes.placement_type.codes),
        placement_in_area=form.yes_or_unknown("placement_in_area", None),
        ends_on=form.read("ends_on", None, end_day(today)),
        note=form.text("note"),
    )
    needed = NEEDS.get(change, "")
    if needed and not getattr(told, needed):
        form.refuse(needed, _NEEDED[needed])
    form.check()
    return told


def status_options(codes: Codes, today: date) -> dict[str, str]:
    """Return the legal statuses to choose from; a remand and short breaks are changes of their own.

    Each by its code, as in use on this day.
    """
    options = codes.legal_status.options(today)
    return {code: words for code, words in options.items() if code not in _NOT_A_STATUS}


def home_options(change: Change, codes: Codes, today: date) -> dict[str, str]:
    """Return the placement types to choose from: those for adoption, or all others."""
    is_adoption = change is Change.PLACED_FOR_ADOPTION
    options = codes.placement_type.options(today)
    return {
        code: words for code, words in options.items() if (code in _FOR_ADOPTION) is is_adoption
    }


def change_day(today: date) -> Callable[[str], date]:
    """Return how the day of a change is read: it may only be noted once it has happened."""

    def read(text: str) -> date:
        if not text.strip():
            raise BadInput("The day is needed.", hint="Try “mon”, “12 jan” or “2 weeks ago”.")
        day = Reading(today, Towards.BACK).day(text)
        if day > today:
            raise BadInput(
                f"{spoken(day)} is still to come.",
                hint="Note it once it has happened; what you typed stays until then.",
            )
        return day

    return read


def end_day(today: date, working_days: WorkingDays | None = None) -> Callable[[str], date | None]:
    """Return how a day that is known ahead is read, before or after today; None for none."""

    def read(text: str) -> date | None:
        return parse_spoken_date(text, today, working_days) if text.strip() else None

    return read


def check_change(child: Child, told: ToldChange) -> None:
    """Refuse a change in an impossible order, or one that changes nothing; raises BadFields."""
    problems: dict[str, str] = {}
    day = told.happened_on
    for before, words in days_before(child, told.change):
        if day < before:
            # The first one is said: a day before birth is before all else too.
            problems.setdefault(
                "happened_on",
                f"{spoken(day)} is before {words}, {spoken(before)}. Check the day; what was "
                "noted wrongly is mended in the child's details.",
            )
    if told.change in _FOR_CHILDREN and child.age_on(day) >= ADULT_AT:
        problems["happened_on"] = f"On {spoken(day)} {child.name} was {ADULT_AT} or older."
    if told.ends_on is not None and told.ends_on < day:
        problems["ends_on"] = f"{spoken(told.ends_on)} is before it began, {spoken(day)}."
    if told.change is Change.LEGAL_STATUS and told.legal_status == child.legal_status:
        problems["legal_status"] = "That is the legal status already."
    if problems:
        raise BadFields(problems)


_FOR_CHILDREN = frozenset({Change.LOOKED_AFTER, Change.REMAND, Change.SHORT_BREAKS})
