"""Making values from the tables of the fictional caseload: ids, date slots, enumerations."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, TypeVar, get_args, get_type_hints
from uuid import UUID, uuid5

from iro_tui.errors import KnowledgeError
from iro_tui.knowledge.demo_slots import Slots

ValueT = TypeVar("ValueT")
Table = Mapping[str, Any]

_IDS = UUID("5f0b7b06-3a0c-4c43-9d0e-3f1f6a6f2a11")


def id_of(name: str) -> UUID:
    """Return the id of something by its name, the same on every day."""
    return uuid5(_IDS, name)


@dataclass(frozen=True)
class Values:
    """Makes the values of one file; ids follow from file and place, so they stay the same."""

    name: str
    slots: Slots

    def rows(
        self,
        kind: type[ValueT],
        table: Table,
        name: str,
        where: str,
        **given: Any,
    ) -> Iterator[ValueT]:
        """Yield a value for each row of a list of tables; raises KnowledgeError."""
        for here, row in numbered(table, name, where):
            yield self.build(kind, here, row, **given)

    def build(
        self,
        kind: type[ValueT],
        where: str,
        table: Table,
        *,
        but: frozenset[str] | set[str] = frozenset(),
        **given: Any,
    ) -> ValueT:
        """Make a value from a table, each entry converted to what the field holds.

        `but` are entries that are read elsewhere, `given` fields that the table does not hold.
        Raises KnowledgeError.
        """
        hints = get_type_hints(kind)
        named = {key: value for key, value in table.items() if key not in but}
        if unknown := set(named) - set(hints):
            raise self.broken(where, f"{kind.__name__} has no {', '.join(sorted(unknown))}")
        values = {
            key: self.converted(value, hints[key], f"{where}.{key}") for key, value in named.items()
        }
        if "id" in hints and "id" not in given:
            given["id"] = self.new_id(where)
        return kind(**values | given)

    def converted(self, value: Any, hint: Any, where: str) -> Any:
        """Return an entry as a field of this type holds it; raises KnowledgeError for no day."""
        kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
        if date in kinds:
            day = self.slots.field(value) if isinstance(value, str) else None
            if day is None:
                raise self.broken(where, f'{value!r} is no date slot such as "day -42"')
            return day
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, StrEnum):
                return kind(value)
        if isinstance(value, list):
            return tuple(value)
        return self.slots.prose(value) if isinstance(value, str) else value

    def new_id(self, where: str) -> UUID:
        """Return the id of what stands at a place of the file."""
        return id_of(f"{self.name}/{where}")

    def broken(self, where: str, why: str) -> KnowledgeError:
        """Return the error that says what is wrong at which place."""
        return KnowledgeError(f"{self.name}, {where}: {why}.")


def numbered(table: Table, name: str, where: str) -> Iterator[tuple[str, Table]]:
    """Go through a list of tables, each with the way to it: "reviews[2].decisions[0]"."""
    for place, row in enumerate(table.get(name, ())):
        yield f"{where}.{name}[{place}]".lstrip("."), row
