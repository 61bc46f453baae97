"""Rows and values: a value is kept, and read back, by the names of its fields."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, literal_column
from sqlmodel import Session, col, select

from iro_tui.domain.clock import Clock
from iro_tui.errors import NotFound
from iro_tui.store.tables import ChairRow, ReviewRow, Stamped

NewId = Callable[[], UUID]
Row = TypeVar("Row", bound=Stamped)
Value = TypeVar("Value")


def fields_of(value: object, *, leaving: Collection[str] = ()) -> dict[str, Any]:
    """Return a frozen value's fields by name, except those in `leaving`."""
    return {name: getattr(value, name) for name in _names(type(value)) if name not in leaving}


def value_of(kind: type[Value], row: Stamped, **further: object) -> Value:
    """Return the frozen value that a row holds; `further` are fields that it does not."""
    held = {name: getattr(row, name) for name in _names(kind) if name not in further}
    return kind(**held, **further)


def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


def as_added(table: type[Stamped]) -> tuple[ColumnElement[Any], ...]:
    """Return the order in which rows were added; SQLite's row number settles the same moment."""
    return col(table.created_at).asc(), literal_column(f"{table.__tablename__}.rowid").asc()


@dataclass(frozen=True)
class Rows:
    """The rows of one piece of work, each stamped with who wrote it and when.

    `moved` are the children of whom something was written that dates follow from.
    """

    session: Session
    clock: Clock
    moved: set[UUID] = field(default_factory=set)
    _chair_ids: list[UUID] = field(default_factory=list, repr=False)

    def get(self, table: type[Row], key: UUID, *, what: str) -> Row:
        """Return the row with this key; raises NotFound, which says what ("child")."""
        row = self.session.get(table, key)
        if row is None:
            raise NotFound(
                f"This {what} is not in the store.",
                hint="It may have been taken out; go back and look again.",
            )
        return row

    def keep(self, table: type[Row], **named: Any) -> Row:
        """Add a row, or change the one that has this `id`, and return it."""
        row = self.session.get(table, named["id"])
        return self.add(table, **named) if row is None else self.change(row, **named)

    def add(self, table: type[Row], **named: Any) -> Row:
        """Add a row and write it, so that what refers to it can follow."""
        row = table(**self.stamp(), **named)
        self.session.add(row)
        self.session.flush()
        return row

    def stamp(self) -> dict[str, Any]:
        """Return what a new row says of its making: when, and by whom."""
        now = self.clock.now()
        return {"created_at": now, "updated_at": now, "changed_by": self._chair_id()}

    def change(self, row: Row, **named: Any) -> Row:
        """Change a row and write it; a row that is already so stays untouched."""
        for name, value in named.items():
            setattr(row, name, value)
        if self.session.is_modified(row):
            row.updated_at = self.clock.now()
            row.changed_by = self._chair_id()
            self.session.flush()
        return row

    def remove(self, table: type[Row], key: UUID, *, what: str) -> None:
        """Take a row out; raises NotFound."""
        self.session.delete(self.get(table, key, what=what))
        self.session.flush()
        # The database may have taken its key out of other rows.
        self.session.expire_all()

    def note_review(self, review_id: UUID) -> None:
        """Note that something of a review was written that its child's dates follow from."""
        review = self.session.get(ReviewRow, review_id)
        if review is not None:
            self.moved.add(review.child_id)

    def _chair_id(self) -> UUID | None:
        # Read once in a piece of work: every row that is written asks for it.
        if not self._chair_ids:
            first = select(ChairRow.id).order_by(col(ChairRow.created_at)).limit(1)
            self._chair_ids.extend(self.session.exec(first))
        return self._chair_ids[0] if self._chair_ids else None
