"""Rows and values: a value is kept, and read back, by the names of its fields."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, literal_column
from sqlmodel import Session, col, select

from iro_tui.domain.clock import Clock
from iro_tui.errors import NotFound
from iro_tui.store.tables import ChairRow, Stamped

NewId = Callable[[], UUID]
Row = TypeVar("Row", bound=Stamped)
Value = TypeVar("Value")


class Keyed(Protocol):
    """A value of the domain that has a key of its own."""

    @property
    def id(self) -> UUID:
        """The key."""


def names_of(kind: type[Any]) -> tuple[str, ...]:
    """Return the names of a dataclass's fields."""
    return tuple(one.name for one in fields(kind))


def value_of(kind: type[Value], row: Stamped, **further: object) -> Value:
    """Return the frozen value that a row holds; `further` are fields that it does not."""
    held = {name: getattr(row, name) for name in names_of(kind) if name not in further}
    return kind(**held, **further)


def as_added(table: type[Stamped]) -> tuple[ColumnElement[Any], ...]:
    """Return the order in which rows were added; SQLite's row number settles the same moment."""
    return col(table.created_at).asc(), literal_column(f"{table.__tablename__}.rowid").asc()


@dataclass(frozen=True)
class Rows:
    """The rows of one piece of work, each stamped with who wrote it and when."""

    session: Session
    clock: Clock

    def get(self, table: type[Row], key: UUID, *, what: str) -> Row:
        """Return the row with this key; raises NotFound, which says what ("child")."""
        row = self.session.get(table, key)
        if row is None:
            raise NotFound(
                f"This {what} is not in the store.",
                hint="It may have been taken out; go back and look again.",
            )
        return row

    def keep(self, table: type[Row], value: Keyed, *, leaving: Collection[str] = ()) -> Row:
        """Add a value, or change the row with its key, and return the row.

        Fields in `leaving` have no column of their own name and are left to the caller.
        """
        named = {
            name: getattr(value, name) for name in names_of(type(value)) if name not in leaving
        }
        row = self.session.get(table, value.id)
        if row is None:
            return self.add(table, **named)
        return self.change(row, **named)

    def add(self, table: type[Row], **named: Any) -> Row:
        """Add a row and write it, so that what refers to it can follow."""
        now = self.clock.now()
        row = table(created_at=now, updated_at=now, changed_by=self._chair_id(), **named)
        self.session.add(row)
        self.session.flush()
        return row

    def change(self, row: Row, **named: Any) -> Row:
        """Change a row and write it; a row that is already so stays untouched."""
        for name, value in named.items():
            setattr(row, name, value)
        if self.session.is_modified(row):
            self.touch(row)
        return row

    def touch(self, row: Stamped) -> datetime:
        """Stamp a row as written now, write it, and return the moment."""
        row.updated_at = self.clock.now()
        row.changed_by = self._chair_id()
        self.session.flush()
        return row.updated_at

    def remove(self, table: type[Row], key: UUID, *, what: str) -> None:
        """Take a row out; raises NotFound."""
        self.session.delete(self.get(table, key, what=what))
        self.session.flush()

    def _chair_id(self) -> UUID | None:
        first = select(ChairRow.id).order_by(col(ChairRow.created_at)).limit(1)
        return self.session.exec(first).first()
