"""What the commands that list something answer, as columns to read or as one JSON value."""

from datetime import date
from typing import Any

from iro_tui.cli.options import Asked
from iro_tui.cli.plain import as_json, columns, fields_of
from iro_tui.domain.caseload import CaseloadRow
from iro_tui.services import caseload
from iro_tui.services import due as due_service
from iro_tui.services import reviews as review_service
from iro_tui.services.due import DueLine

_MOST = 1_000_000


def children(asked: Asked) -> str:
    """Return the caseload, soonest first."""
    with asked.opened() as (store, loaded):
        rows = caseload.by_review(store, loaded.knowledge.timescales, limit=_MOST)
    if asked.as_json:
        return as_json([_child_fields(row) for row in rows])
    header = ("reference", "name", "age", "status", "next review", "due", "working days", "state")
    return columns(header, [_child_cells(row) for row in rows]) if rows else "No children yet."


def _child_fields(row: CaseloadRow) -> dict[str, Any]:
    return {
        "reference": row.child.reference,
        "name": row.child.name,
        "age": row.age,
        "legal_status": row.child.legal_status,
        "next_review_kind": row.next_review_kind,
        "next_review_due": row.next_review_due,
        "working_days_left": row.working_days_left,
        "state": row.state,
    }


def _child_cells(row: CaseloadRow) -> tuple[str, ...]:
    return (
        row.child.reference,
        row.child.name,
        str(row.age),
        row.child.legal_status,
        row.next_review_kind,
        _day(row.next_review_due),
        "" if row.working_days_left is None else str(row.working_days_left),
        f"{row.state.sign} {row.state.word}",
    )


def reviews(asked: Asked, reference: str) -> str:
    """Return the reviews of a child, oldest first."""
    with asked.opened() as (store, loaded):
        rows = review_service.rows(store, loaded.knowledge, reference)
    if asked.as_json:
        return as_json([fields_of(row) for row in rows])
    header = ("number", "kind", "due", "held", "completed", "in time", "state", "took part")
    cells = [
        (
            str(row.number),
            row.kind,
            _day(row.due_on),
            _day(row.held_on),
            _day(row.completed_on),
            {True: "yes", False: "no", None: ""}[row.in_time],
            row.state.words,
            row.participation_code or "",
        )
        for row in rows
    ]
    return columns(header, cells) if cells else "No reviews yet."


def due(asked: Asked, within: int) -> str:
    """Return what is late, or due within so many working days, over all children."""
    with asked.opened() as (store, loaded):
        lines = due_service.lines(store, loaded.knowledge.timescales, within=within)
    if asked.as_json:
        return as_json([_due_fields(line) for line in lines])
    header = ("reference", "name", "due", "working days", "mark", "state", "what")
    cells = [_due_cells(line) for line in lines]
    return columns(header, cells) if cells else f"Nothing is due within {within} working days."


def _due_fields(line: DueLine) -> dict[str, Any]:
    return {
        "reference": line.row.reference,
        "what": line.item.what,
        "due_on": line.item.due_on,
        "working_days_left": line.working_days_left,
        "mark": line.item.mark,
        "title": line.item.title,
    }


def _due_cells(line: DueLine) -> tuple[str, ...]:
    return (
        line.row.reference,
        line.row.name,
        _day(line.item.due_on),
        str(line.working_days_left),
        line.item.mark.value,
        f"{line.state.sign} {line.state.word}",
        line.item.title,
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
