"""Children in the store, and the caseload."""

import unicodedata
from dataclasses import fields
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func
from sqlalchemy import select as columns
from sqlmodel import col, select

from iro_tui.domain.caseload import CaseloadEntry
from iro_tui.domain.child import Child
from iro_tui.errors import NotFound
from iro_tui.store.rows import Rows, fields_of, value_of
from iro_tui.store.tables import ChildRow


class ChildRepository:
    """Every child of this store."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(self, child: Child) -> None:
        """Add a child that is not there yet; raises RuleRefused if it is."""
        self._rows.add(ChildRow, **fields_of(child), search_text=_search_text(child))
        self._rows.moved.add(child.id)

    def save(self, child: Child) -> None:
        """Add a child, or keep what was changed; the next review's date stays as it is."""
        self._rows.keep(ChildRow, **fields_of(child), search_text=_search_text(child))
        self._rows.moved.add(child.id)

    def get(self, child_id: UUID) -> Child:
        """Return the child with this key; raises NotFound."""
        return value_of(Child, self._rows.get(ChildRow, child_id, what="child"))

    def by_reference(self, reference: str) -> Child:
        """Return the child with this reference, spelled exactly so; raises NotFound."""
        found = select(ChildRow).where(col(ChildRow.reference) == reference)
        row = self._rows.session.exec(found).first()
        if row is None:
            raise NotFound(
                f"No child here has the reference “{reference}”.",
                hint="`iro children` lists every reference.",
            )
        return value_of(Child, row)

    def all(self) -> tuple[Child, ...]:
        """Return every child, by reference."""
        every = select(ChildRow).order_by(col(ChildRow.reference))
        return tuple(value_of(Child, row) for row in self._rows.session.exec(every))

    def ids(self) -> tuple[UUID, ...]:
        """Return the key of every child, soonest review first."""
        soonest = col(ChildRow.next_review_due).nulls_last()
        return tuple(self._rows.session.exec(select(ChildRow.id).order_by(soonest)))

    def caseload(
        self, matching: str = "", offset: int = 0, limit: int = 200
    ) -> tuple[CaseloadEntry, ...]:
        """Return a page of the caseload: soonest review first, children without a date last.

        `matching` is a part of a name or of the reference, in any case.
        """
        page = (
            columns(*ENTRY)
            .where(*matches(matching))
            .order_by(col(ChildRow.next_review_due).nulls_last(), col(ChildRow.reference))
            .offset(offset)
            .limit(limit)
        )
        return tuple(entry_of(found) for found in self._rows.session.execute(page))

    def count(self) -> int:
        """Return how many children there are."""
        return self._rows.session.exec(select(func.count()).select_from(ChildRow)).one()

    def set_next_review(
        self,
        child_id: UUID,
        due_on: date | None,
        kind: str,
        number: int,
        *,
        step: str = "",
        step_due: date | None = None,
    ) -> None:
        """Keep what was derived of the child's next review and next step; raises NotFound.

        `step` is what waits for the chair before the review, "" where the review itself is next.
        """
        row = self._rows.get(ChildRow, child_id, what="child")
        self._rows.change(
            row,
            next_review_due=due_on,
            next_review_kind=kind,
            next_review_number=number,
            next_step=step,
            next_step_due=step_due or due_on,
        )


_CHILD = tuple(col(getattr(ChildRow, one.name)) for one in fields(Child))
ENTRY = (
    *_CHILD,
    col(ChildRow.next_review_kind),
    col(ChildRow.next_review_number),
    col(ChildRow.next_review_due),
    col(ChildRow.next_step),
    col(ChildRow.next_step_due),
)
"""The columns of one line of a caseload."""


def entry_of(found: Row[Any]) -> CaseloadEntry:
    """Return the line that the columns of ENTRY hold."""
    child, coming = found[: len(_CHILD)], found[len(_CHILD) :]
    return CaseloadEntry(Child(*child), *coming)


def _search_text(child: Child) -> str:
    names = (child.reference, child.known_as, child.given_name, child.family_name)
    return folded("\n".join((*names, child.full_name)))


def folded(text: str) -> str:
    """Return text as it is compared; SQLite's own lower() knows only the letters A to Z."""
    return unicodedata.normalize("NFC", text).casefold()


def matches(matching: str) -> list[ColumnElement[bool]]:
    """Return what narrows children to those with a part in a name or in the reference."""
    wanted = folded(matching.strip())
    return [func.instr(col(ChildRow.search_text), wanted) > 0] if wanted else []
