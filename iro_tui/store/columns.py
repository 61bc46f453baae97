"""Columns that give back exactly the values of the domain; in the database they are text."""

import json
from collections.abc import Callable
from dataclasses import asdict
from enum import StrEnum
from typing import Any

from sqlalchemy import Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from iro_tui.domain.chair import Helpline
from iro_tui.domain.review import Place
from iro_tui.store import parts


class Kept(TypeDecorator[Any]):
    """A value kept as text: `write` makes the text, `read` makes the value again."""

    impl = Text
    cache_ok = True

    def __init__(self, write: Callable[[Any], str], read: Callable[[str], object]) -> None:
        super().__init__()
        self.write = write
        self.read = read

    def process_bind_param(self, value: Any, _dialect: Dialect) -> str | None:
        """Return the text to keep; nothing stays nothing."""
        return None if value is None else self.write(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> object:
        """Return the value that was kept."""
        return None if value is None else self.read(value)

    def compare_values(self, x: Any, y: Any) -> bool:
        """Whether nothing changed; to Python True equals 1, to an answer it does not."""
        if x is None or y is None:
            return x is y
        return self.write(x) == self.write(y)


def one_of(values: type[StrEnum]) -> Kept:
    """Return a column for one value of an enumeration."""
    return Kept(str, values)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _read_texts(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def _write_place(place: Place) -> str:
    return _json(asdict(place))


def _read_place(text: str) -> Place:
    return Place(**json.loads(text))


def _write_helplines(helplines: tuple[Helpline, ...]) -> str:
    return _json([asdict(one) for one in helplines])


def _read_helplines(text: str) -> tuple[Helpline, ...]:
    return tuple(Helpline(**one) for one in json.loads(text))


TEXTS = Kept(_json, _read_texts)
TYPED = Kept(_json, json.loads)
PARTS = Kept(parts.to_json, parts.from_json)
PLACE = Kept(_write_place, _read_place)
HELPLINES = Kept(_write_helplines, _read_helplines)
