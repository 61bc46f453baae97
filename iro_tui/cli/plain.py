"""Plain output: aligned columns, and nothing in them that a terminal would obey."""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any


def as_json(value: Any) -> str:
    """Return values, rows or tables of them as one JSON value, with dates as YYYY-MM-DD."""
    return json.dumps(value, default=_plain, indent=2)


def _plain(value: Any) -> Any:
    if isinstance(value, date | Path):
        return str(value)
    raise TypeError(type(value).__name__)


def fields_of(row: Any) -> dict[str, Any]:
    """Return a dataclass's fields by name, in their order."""
    return {one.name: getattr(row, one.name) for one in fields(row)}


def columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return rows under their header, each column as wide as its widest cell."""
    table = [tuple(visible(cell) for cell in row) for row in (header, *rows)]
    widths = [max(width_of(row[place]) for row in table) for place in range(len(header))]
    return "\n".join(
        "  ".join(
            cell + " " * (width - width_of(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in table
    )


def visible(text: str) -> str:
    """Return text on one line in which nothing moves the cursor, turns direction or is hidden."""
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in "\n\t":
        return " "
    hidden = unicodedata.category(character) in ("Cc", "Cs", "Cf", "Zl", "Zp")
    hidden = hidden and character not in _JOINERS_AND_MARKS
    return f"\\u{ord(character):04x}" if hidden else character


_JOINERS_AND_MARKS = "\u200c\u200d\u200e\u200f"
"""Invisible, but what emoji families and right-to-left names are made of."""


def width_of(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    return sum(
        0
        if unicodedata.category(one) in ("Mn", "Me", "Cf")
        else 1 + (unicodedata.east_asian_width(one) in "WF")
        for one in text
    )
