"""Where in a data file a key stands; tomllib itself keeps no positions."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PIECE = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")

KeyPath = tuple[str, ...]


@dataclass(frozen=True)
class SourceText:
    """One file: its name as people are told it, and its text."""

    name: str
    text: str

    def line_of(self, path: KeyPath) -> tuple[tuple[int, bool], int]:
        """Return how near the file comes to a path, and the line where that stands.

        Near is how many keys are shared, and whether the line holds nothing but these: a key
        inside an inline table is found by the key that holds it, and a table without a line of
        its own by the first one inside it. Line 0 is not found.
        """
        nearest, line = (0, False), 0
        for number, found in _paths(self.text):
            shared = _shared(found, path)
            near = (shared, shared == len(found))
            if near > nearest:
                nearest, line = near, number
        return nearest, line


@dataclass(frozen=True)
class Source:
    """The files that one table was read from, the service's own before ours."""

    texts: tuple[SourceText, ...]

    def place(self, path: KeyPath) -> str:
        """Return file and line of a key: "data/agenda.toml, line 512"."""
        found = [(one, *one.line_of(path)) for one in self.texts]
        nearest, _, line = max(found, key=lambda each: each[1])
        return f"{nearest.name}, line {line}" if line else nearest.name


def _paths(text: str) -> Iterator[tuple[int, KeyPath]]:
    """Go through the headers and keys of a file, each with its line and whole path."""
    header: KeyPath = ()
    seen: Counter[KeyPath] = Counter()
    for number, line in enumerate(text.splitlines(), start=1):
        if heading := _HEADER.match(line):
            header = _pieces(heading[2])
            if heading[1] == "[[":
                seen[header] += 1
                header = (*header, str(seen[header] - 1))
            yield number, header
        elif key := _KEY.match(line):
            yield number, header + _pieces(key[1])


def _pieces(dotted: str) -> KeyPath:
    return tuple(piece.strip("\"'") for piece in _PIECE.findall(dotted))


def _shared(found: KeyPath, sought: KeyPath) -> int:
    length = 0
    for ours, theirs in zip(found, sought, strict=False):
        if ours != theirs:
            break
        length += 1
    return length
