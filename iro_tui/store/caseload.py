"""The caseload by what comes next: pages and counts read from the indexes alone."""

from sqlalchemy import ColumnElement, func
from sqlalchemy import select as columns
from sqlalchemy.orm import Mapped
from sqlmodel import col, select

from iro_tui.domain.caseload import CaseloadEntry, Wanted
from iro_tui.store.children import ENTRY, entry_of, matches
from iro_tui.store.rows import Rows
from iro_tui.store.tables import ChildRow

_DUE = col(ChildRow.next_step_due)
_MONTH = func.coalesce(func.substr(_DUE, 1, 7), "")


class CaseloadRepository:
    """Every child of this store, by the day of the next step."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def page(self, wanted: Wanted, *, limit: int = 200) -> tuple[CaseloadEntry, ...]:
        """Return the first of those wanted: soonest first, those without a date last."""
        found = (
            columns(*ENTRY)
            .where(*_wanted(wanted))
            .order_by(_DUE.nulls_last(), col(ChildRow.reference))
            .limit(limit)
        )
        return tuple(entry_of(row) for row in self._rows.session.execute(found))

    def count(self, wanted: Wanted) -> int:
        """Return how many are wanted."""
        counted = select(func.count()).select_from(ChildRow).where(*_wanted(wanted))
        return self._rows.session.exec(counted).one()

    def by_month(self, wanted: Wanted) -> dict[str, int]:
        """Return how many there are in each month ("2026-11"), and without a date ("")."""
        return self._counts(_MONTH, wanted)

    def by_kind(self, wanted: Wanted) -> dict[str, int]:
        """Return how many there are of each kind of the next review, "" where none is due."""
        return self._counts(col(ChildRow.next_review_kind), wanted)

    def by_iro(self, wanted: Wanted) -> dict[str, int]:
        """Return how many there are of each IRO, "" for the chair whose store this is."""
        return self._counts(col(ChildRow.iro), wanted)

    def _counts(self, value: ColumnElement[str] | Mapped[str], wanted: Wanted) -> dict[str, int]:
        counted = columns(value, func.count()).where(*_wanted(wanted)).group_by(value)
        return dict(self._rows.session.execute(counted).tuples().all())


def _wanted(wanted: Wanted) -> list[ColumnElement[bool]]:
    due = col(ChildRow.next_step_due)
    narrowed = matches(wanted.matching)
    if wanted.without_date:
        narrowed.append(due.is_(None))
    if wanted.first_day is not None:
        narrowed.append(due >= wanted.first_day)
    if wanted.last_day is not None:
        narrowed.append(due <= wanted.last_day)
    if wanted.kind is not None:
        narrowed.append(col(ChildRow.next_review_kind) == wanted.kind)
    if wanted.iro is not None:
        narrowed.append(col(ChildRow.iro) == wanted.iro)
    return narrowed
