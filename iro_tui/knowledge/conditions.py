"""Reading a condition, wherever in data/ one stands."""

from iro_tui.domain.child import CHILD_FLAGS, Cycle
from iro_tui.domain.conditions import ALWAYS, Condition
from iro_tui.domain.listing import either
from iro_tui.domain.review import Occasion
from iro_tui.knowledge.reading import Table

FLAGS = (
    *CHILD_FLAGS,
    "in_care",
    "out_of_area",
    "not_known_british",
    "open_decisions",
    "unmet_decisions",
    "letter_issued",
    "plan_final",
    "scales",
    "adulthood_early",
)
_NUMBERS = ("age_from", "age_under", "number_is", "number_from")
_CYCLES = tuple(str(one) for one in Cycle)
_OCCASIONS = tuple(str(one) for one in Occasion)
_LISTS = ("cycles", "cycles_not", "occasions", "legal_statuses", "flags", "flags_not")


def condition_from(table: Table, key: str, *, needed: bool = False) -> Condition:
    """Return the condition at this key; one that always holds where there is none.

    Raises KnowledgeError for an unknown cycle, occasion or flag, and for a missing condition
    that is needed.
    """
    if key not in table:
        if needed:
            raise table.broken(key, "is missing", hint="It says when: { age_under = 4 }.")
        return ALWAYS
    return _condition(table.table(key))


def condition_or_none(table: Table, key: str) -> Condition | None:
    """Return the condition at this key, or None where there is none."""
    return _condition(table.table(key)) if key in table else None


def _condition(table: Table) -> Condition:
    table.only(*_NUMBERS, *_LISTS, "any_of")
    return Condition(
        age_from=_number(table, "age_from"),
        age_under=_number(table, "age_under"),
        cycles=_known(table, "cycles", _CYCLES),
        cycles_not=_known(table, "cycles_not", _CYCLES),
        number_is=_number(table, "number_is"),
        number_from=_number(table, "number_from"),
        occasions=_known(table, "occasions", _OCCASIONS),
        legal_statuses=frozenset(table.texts("legal_statuses", ())),
        flags=_known(table, "flags", FLAGS),
        flags_not=_known(table, "flags_not", FLAGS),
        any_of=tuple(_condition(one) for one in table.tables("any_of")),
    )


def _number(table: Table, key: str) -> int | None:
    return table.whole(key) if key in table else None


def _known(table: Table, key: str, known: tuple[str, ...]) -> frozenset[str]:
    words = table.texts(key, ())
    for word in words:
        if word not in known:
            raise table.broken(key, f'"{word}" is not one of {either(known)}')
    return frozenset(words)
