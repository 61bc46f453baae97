"""A list of rows with a cursor (arrows or j k g G) that keeps its place when it changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from iro_tui.commands import bindings_for


@dataclass(frozen=True)
class Row:
    """One row: its id, and what it says (one line, or a few). The cursor passes a heading over."""

    id: str
    words: Content
    is_heading: bool = False


class Rows(OptionList):
    """Rows to walk through; what a key does to the row under the cursor is the owner's."""

    DEFAULT_CSS = """
    Rows > .option-list--option-disabled { color: $text; text-style: bold; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("list")]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id, markup=False, compact=True)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the cursor stays on its row, or in its place when that row is gone."""
        if [row.id for row in rows] == [option.id for option in self.options]:
            for row in rows:
                self.replace_option_prompt(row.id, row.words)
            return
        before, place = self.cursor_id, self.highlighted or 0
        self.set_options(Option(row.words, id=row.id, disabled=row.is_heading) for row in rows)
        ids = [row.id for row in rows]
        if before in ids:
            self.highlighted = ids.index(before)
        elif ids:
            self.highlighted = _nearest([not row.is_heading for row in rows], place)

    @property
    def cursor_id(self) -> str:
        """The id of the row under the cursor, "" without any."""
        option = self.highlighted_option
        return option.id or "" if option else ""

    @property
    def row_ids(self) -> list[str]:
        """The ids of the rows, from the top."""
        return [option.id or "" for option in self.options]

    def move_to(self, row_id: str) -> bool:
        """Put the cursor on a row; whether it is there."""
        is_there = row_id in self.row_ids
        if is_there:
            self.highlighted = self.row_ids.index(row_id)
        return is_there

    def move_on(self) -> None:
        """Put the cursor on the next row; at the last it stays."""
        if self.highlighted is not None and self.highlighted + 1 < self.option_count:
            self.highlighted += 1


def _nearest(can_stand: Sequence[bool], place: int) -> int | None:
    places = [index for index, can in enumerate(can_stand) if can]
    return min(places, key=lambda index: abs(index - place), default=None)


LONGEST_ROW = 240
"""Characters of a text that a row shows; the whole of it is one key away."""


def one_line(words: str) -> str:
    """Return a text as one paragraph, cut where it would fill the screen."""
    words = " ".join(words[: 2 * LONGEST_ROW].split())
    return words if len(words) <= LONGEST_ROW else words[: LONGEST_ROW - 1] + "…"


def column(words: str, width: int) -> str:
    """Return one line's column: cut with an ellipsis, or filled, to `width` terminal cells."""
    words = " ".join(words[: 8 * width].split())
    if cell_len(words) > width:
        return set_cell_size(words, width - 1) + "…"
    return set_cell_size(words, width)


def key_hints(hints: Iterable[tuple[str, str]]) -> Content:
    """Return a line of keys and what they do, the keys standing out: "d done  p partly"."""
    parts: list[str | tuple[str, str]] = []
    for key, words in hints:
        parts += [(key, "$text-accent bold"), f" {words}  "]
    return Content.assemble(*parts).rstrip()
