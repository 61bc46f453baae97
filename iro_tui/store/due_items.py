"""The derived dates of every child, kept ready so that none has to be counted to be listed."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, delete, func, insert, not_, or_
from sqlalchemy import select as columns
from sqlmodel import col, select

from iro_tui.domain.due.items import DueItem, DueRow
from iro_tui.store.children import folded, matches
from iro_tui.store.rows import NewId, Rows, fields_of, value_of
from iro_tui.store.tables import ChildRow, DerivedRow, DueItemRow


class DueItemRepository:
    """Every date that is to be kept, for every child."""

    def __init__(self, rows: Rows, new_id: NewId) -> None:
        self._rows = rows
        self._new_id = new_id

    def replace_of_child(self, child_id: UUID, items: Iterable[DueItem]) -> None:
        """Put a child's derived dates in place of those that were derived before."""
        session = self._rows.session
        session.execute(delete(DueItemRow).where(col(DueItemRow.child_id) == child_id))
        stamp = self._rows.stamp()
        named = [fields_of(item) | stamp | {"id": self._new_id()} for item in items]
        if named:
            session.execute(insert(DueItemRow), named)

    def of_child(self, child_id: UUID) -> tuple[DueItem, ...]:
        """Return a child's dates, soonest first."""
        found = (
            select(DueItemRow)
            .where(col(DueItemRow.child_id) == child_id)
            .order_by(col(DueItemRow.due_on), col(DueItemRow.title))
        )
        return tuple(value_of(DueItem, row) for row in self._rows.session.exec(found))

    def until(
        self,
        last_day: date,
        *,
        first_day: date | None = None,
        open_on: date | None = None,
        matching: str = "",
        limit: int | None = None,
    ) -> tuple[DueRow, ...]:
        """Return the dates of all children up to a day, soonest first, each with its child.

        What asks for nothing any more on the day `open_on` is left out; `matching` is a part of
        the child's names or reference, or of what is due, in any case.
        """
        found = (
            columns(*_ITEM, *_NAMES)
            .join(ChildRow, col(ChildRow.id) == col(DueItemRow.child_id))
            .where(*_between(first_day, last_day, open_on), *_matches(matching))
            .order_by(col(DueItemRow.due_on), col(ChildRow.reference), col(DueItemRow.title))
            .limit(limit)
        )
        return tuple(_row(row) for row in self._rows.session.execute(found))

    def count(self, last_day: date, *, open_on: date, matching: str = "") -> int:
        """Return how many dates of all children there are up to a day."""
        counted = (
            select(func.count())
            .select_from(DueItemRow)
            .where(*_between(None, last_day, open_on), *_matches(matching))
        )
        if matching:
            counted = counted.join(ChildRow, col(ChildRow.id) == col(DueItemRow.child_id))
        return self._rows.session.exec(counted).one()

    def by_day(self, first_day: date, last_day: date, *, open_on: date) -> dict[date, Counter[str]]:
        """Return how many dates of each kind fall on each day, both ends included."""
        day, what = col(DueItemRow.due_on), col(DueItemRow.what)
        counted = (
            columns(day, what, func.count())
            .where(*_between(first_day, last_day, open_on))
            .group_by(day, what)
        )
        found: dict[date, Counter[str]] = {}
        for due_on, kind, count in self._rows.session.execute(counted):
            found.setdefault(due_on, Counter())[kind] = count
        return found

    def of_kinds(
        self,
        kinds: Collection[str],
        *,
        first_day: date = date.min,
        last_day: date = date.max,
        child_id: UUID | None = None,
    ) -> tuple[DueRow, ...]:
        """Return dates of some kinds (`DueItem.what`), of all children or one, soonest first."""
        found = (
            columns(*_ITEM, *_NAMES)
            .join(ChildRow, col(ChildRow.id) == col(DueItemRow.child_id))
            .where(col(DueItemRow.due_on).between(first_day, last_day))
            .where(col(DueItemRow.what).in_(kinds))
            .order_by(col(DueItemRow.due_on), col(ChildRow.reference), col(DueItemRow.title))
        )
        if child_id is not None:
            found = found.where(col(DueItemRow.child_id) == child_id)
        return tuple(_row(one) for one in self._rows.session.execute(found))

    def counted_by(self) -> str:
        """Return by which timescales the dates were counted; "" before the first count."""
        return self._rows.session.exec(select(DerivedRow.counted_by)).first() or ""

    def set_counted_by(self, fingerprint: str) -> None:
        """Keep by which timescales the dates are counted now."""
        row = self._rows.session.exec(select(DerivedRow)).first()
        if row is None:
            self._rows.add(DerivedRow, id=self._new_id(), counted_by=fingerprint)
        else:
            self._rows.change(row, counted_by=fingerprint)


_ITEM = tuple(col(getattr(DueItemRow, name)) for name in DueItem.__dataclass_fields__)
_NAMES = (
    col(ChildRow.reference),
    col(ChildRow.known_as),
    col(ChildRow.given_name),
    col(ChildRow.family_name),
    col(ChildRow.next_review_kind),
)


def _row(found: Row[Any]) -> DueRow:
    return DueRow(DueItem(*found[: len(_ITEM)]), *found[len(_ITEM) :])


def _between(
    first_day: date | None, last_day: date, open_on: date | None
) -> list[ColumnElement[bool]]:
    due_on = col(DueItemRow.due_on)
    wanted = [due_on <= last_day]
    if first_day is not None:
        wanted.append(due_on >= first_day)
    if open_on is not None:
        wanted.append(or_(not_(col(DueItemRow.lapses)), due_on >= open_on))
    return wanted


def _matches(matching: str) -> list[ColumnElement[bool]]:
    wanted = folded(matching.strip())
    if not wanted:
        return []
    is_named = func.instr(func.lower(col(DueItemRow.title)), wanted) > 0
    return [or_(is_named, *matches(wanted))]
