"""The parts of an answer as JSON, so that what comes out is exactly what went in.

A date is written {"$date": "2026-11-12"}. A list of texts and a list of rows are told apart by
what they hold, and inside a list an object is always a row, so no tag can be mistaken for one.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from iro_tui.domain.answers import Cell, PartValue

_DATE = "$date"


def to_json(parts: Mapping[str, PartValue]) -> str:
    """Return the parts as JSON text."""
    written = {part_id: _written(value) for part_id, value in parts.items()}
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> dict[str, PartValue]:
    """Return the parts that `to_json` wrote."""
    return {part_id: _read(value) for part_id, value in json.loads(text).items()}


def _written(value: PartValue) -> object:
    if isinstance(value, date):
        return {_DATE: value.isoformat()}
    if isinstance(value, tuple):
        return [
            {name: _written(cell) for name, cell in one.items()}
            if isinstance(one, Mapping)
            else one
            for one in value
        ]
    return value


def _read(value: Any) -> PartValue:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return tuple({name: _read_cell(cell) for name, cell in row.items()} for row in value)
    return _read_cell(value)


def _read_cell(value: Any) -> Cell:
    cell: Cell = value
    if isinstance(value, dict):
        cell = date.fromisoformat(value[_DATE])
    elif isinstance(value, list):
        cell = tuple(value)
    return cell
