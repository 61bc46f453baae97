"""Reading a file of data/ with checks: what is wrong is named by file, line and key.

A service's own file of the same name lies over ours, key by key: tables are laid over one
another, anything else (a text, a list) takes the place of ours.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from iro_tui.domain.listing import either, listed
from iro_tui.errors import KnowledgeError
from iro_tui.knowledge.source import Source, SourceText

EnumT = TypeVar("EnumT", bound=StrEnum)
KindT = TypeVar("KindT")

_AT_LINE = re.compile(r"at line (\d+)")


def data_folder() -> Path:
    """Return the folder of what the program knows, in an installed wheel or in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent / "data"


def read_toml(name: str, overrides: Path | None = None) -> "Table":
    """Return a file of data/ ("agenda.toml") with the service's own file laid over it.

    Raises KnowledgeError where a file cannot be read or is no TOML.
    """
    shipped = SourceText(f"data/{name}", _text_of(data_folder() / name))
    texts: tuple[SourceText, ...] = (shipped,)
    values = _parsed(shipped)
    own = overrides / name if overrides is not None else None
    if own is not None and own.exists():
        theirs = SourceText(str(own), _text_of(own))
        texts = (theirs, shipped)
        values = _laid_over(values, _parsed(theirs))
    return Table(values, Source(texts))


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise KnowledgeError(
            f"The file {path} is missing.", hint="Install iro again, or put the file back."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path} cannot be read: {error}.", hint="Save it as UTF-8.") from None


def _parsed(source: SourceText) -> dict[str, object]:
    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(source, str(error)) from None


def _no_toml(source: SourceText, reason: str) -> KnowledgeError:
    """Return the error for a file that breaks the rules of TOML, with the line as it stands."""
    found = _AT_LINE.search(reason)
    lines = source.text.splitlines()
    number = int(found[1]) if found else len(lines)
    line = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    twice = any(word in reason for word in ("twice", "overwrite", "Duplicate"))
    if twice:
        return KnowledgeError(
            f"{source.name}, line {number}: {line} stands there twice.",
            hint="Give the second one an id of its own, or put the two together.",
        )
    return KnowledgeError(
        f"{source.name}, line {number}: “{line}” cannot be read.",
        hint='Write texts in quotation marks (says = "Hello"), lists in brackets (["a", "b"]).',
    )


def _laid_over(ours: Mapping[str, object], theirs: Mapping[str, object]) -> dict[str, object]:
    laid = dict(ours)
    for key, value in theirs.items():
        below = laid.get(key)
        both_tables = isinstance(below, dict) and isinstance(value, dict)
        laid[key] = _laid_over(below, value) if both_tables else value  # type: ignore[arg-type]
    return laid


class Table:
    """One table of a data file; every look into it is checked.

    `path` is the way to it from the top of the file: ("home", "right"). A key without a default
    must be there. All methods raise KnowledgeError with file, line and key.
    """

    def __init__(
        self, values: Mapping[str, object], source: Source, path: tuple[str, ...] = ()
    ) -> None:
        self._values = values
        self._source = source
        self.path = path

    @property
    def name(self) -> str:
        """The way to this table, as it is written in the file: "home.right"."""
        return ".".join(self.path)

    def __contains__(self, key: str) -> bool:
        return key in self._values

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys in the order of the file."""
        return tuple(self._values)

    def only(self, *known: str) -> None:
        """Refuse any key that is not among the known ones."""
        for key in self._values:
            if key not in known:
                raise self.broken(
                    key, "is not a key that is known here", hint=f"Known are {listed(known)}."
                )

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text."""
        return self._value(key, str, "a text in quotation marks", default)

    def whole(self, key: str, default: int | None = None) -> int:
        """Return a whole number."""
        return self._value(key, int, "a whole number", default)

    def number(self, key: str, default: float | None = None) -> float:
        """Return a number, whole or not."""
        if isinstance(self._values.get(key), int):
            return float(self.whole(key))
        return self._value(key, float, "a number", default)

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        """Return true or false."""
        return self._value(key, bool, "true or false", default)

    def day(self, key: str, default: date | None = None) -> date:
        """Return a date without a time."""
        return self._value(key, date, "a date such as 2026-11-24", default)

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of texts."""
        values = self._list(key, "a list of texts", default)
        if not all(isinstance(one, str) for one in values):
            raise self.broken(key, "holds something that is not a text", hint='["one", "two"]')
        return tuple(str(one) for one in values)

    def wholes(self, key: str, default: tuple[int, ...] | None = None) -> tuple[int, ...]:
        """Return a list of whole numbers."""
        values = self._list(key, "a list of whole numbers", default)
        if not all(isinstance(one, int) and not isinstance(one, bool) for one in values):
            raise self.broken(key, "holds something that is no whole number", hint="[1, 2]")
        return tuple(one for one in values if isinstance(one, int))

    def days(self, key: str, default: tuple[date, ...] | None = None) -> tuple[date, ...]:
        """Return a list of dates."""
        values = self._list(key, "a list of dates", default)
        if any(type(one) is not date for one in values):
            raise self.broken(key, "holds something that is no date", hint="[2026-12-25]")
        return tuple(one for one in values if isinstance(one, date))

    def one_of(self, key: str, kind: type[EnumT], default: EnumT | None = None) -> EnumT:
        """Return one of the ids of an enumeration."""
        if key not in self._values and default is not None:
            return default
        word = self.text(key)
        try:
            return kind(word)
        except ValueError:
            raise self.broken(key, f'"{word}" is not one of {either(kind)}') from None

    def table(self, key: str) -> "Table":
        """Return a table inside this one; an empty one where it is not there."""
        values = self._value(key, dict, "a table", {})
        return Table(values, self._source, (*self.path, key))

    def tables(self, key: str) -> tuple["Table", ...]:
        """Return a list of tables ([[...]]); none where it is not there."""
        values = self._list(key, "a list of tables", ())
        found = []
        for place, one in enumerate(values):
            if not isinstance(one, dict):
                raise self.broken(key, "is to be a list of tables")
            found.append(Table(one, self._source, (*self.path, key, str(place))))
        return tuple(found)

    def entries(self) -> Iterator[tuple[str, "Table"]]:
        """Go through a table of tables: each key with its table, in the order of the file."""
        for key in self._values:
            yield key, self.table(key)

    def words(self) -> dict[str, str]:
        """Return a table that holds nothing but texts, as key to text."""
        return {key: self.text(key) for key in self._values}

    def is_table(self, key: str) -> bool:
        """Whether this key holds a table."""
        return isinstance(self._values.get(key), dict)

    def broken(self, key: str, why: str, *, hint: str = "") -> KnowledgeError:
        """Return the error that says what is wrong with this key, and in which line of which file.

        `key` may be empty for the table as a whole; `why` goes on from the key's name.
        """
        path = (*self.path, key) if key else self.path
        told = (self._source.place(path), ".".join(path), f"{why}.")
        return KnowledgeError(": ".join(one for one in told if one), hint=hint)

    def _value(self, key: str, kind: type[KindT], what: str, default: KindT | None) -> KindT:
        value = self._values.get(key, default)
        if value is None:
            raise self.broken(key, "is missing", hint=f"It is to be {what}.")
        # The exact type: true would pass for a whole number, and a time of day for a date.
        if not isinstance(value, kind) or type(value) is not kind:
            raise self.broken(key, f"{_shown(value)} is not {what}")
        return value

    def _list(self, key: str, what: str, default: tuple[object, ...] | None) -> tuple[object, ...]:
        if key not in self._values and default is not None:
            return default
        return tuple(self._value(key, list, what, None))


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
