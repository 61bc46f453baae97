"""A list over all children: narrowed by typing, and read a page at a time as the cursor goes."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from iro_tui.screens.frame import IroScreen
from iro_tui.widgets.rows import Row, Rows

PAGE = 200
"""Lines that are fetched at once; the next page comes when the cursor nears the end."""


class FilterField(Input):
    """What the list is narrowed to; arrows move the list's cursor while one types."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.filter_down", show=False),
        Binding("up", "screen.filter_up", show=False),
    ]


class FilterLine(Horizontal):
    """The filter, and beside it what else the list can be asked, until something is typed."""

    def __init__(self, *beside: Widget, matching: str = "") -> None:
        super().__init__(classes="-typed" if matching else "")
        self._beside = beside
        self._matching = matching

    def compose(self) -> Iterator[Widget]:
        """Yield the label, the field, and what stands beside it."""
        yield Static("/ filter", classes="filter-label -muted", markup=False)
        yield FilterField(self._matching, compact=True, id="matching")
        for widget in self._beside:
            yield widget.add_class("filter-beside")


class PagedRows(Rows):
    """Rows of which the last may not have been fetched yet."""

    class LastWanted(Message):
        """The cursor is to go to the very last row."""

    def action_last(self) -> None:
        """Ask for the last row."""
        self.post_message(self.LastWanted())


class PagedScreen(IroScreen[None]):
    """A list with a filter; `read_page` reads what is wanted, from the first line on."""

    def compose_body(self) -> ComposeResult:
        """Yield the columns' names, the lines, why a date is that date, and the filter."""
        yield Static("", id="columns", markup=False)
        yield PagedRows()
        yield Static("", id="none", markup=False)
        yield Static("", id="why", markup=False)
        yield self.filter_line()

    def on_mount(self) -> None:
        """Put the cursor into the list."""
        self.query_one(Rows).focus()

    def on_resize(self) -> None:
        """Show more where there is room."""
        self.show_lines()

    def filter_line(self) -> FilterLine:
        """Return the filter, with what stands beside it."""
        return FilterLine()

    def show_lines(self) -> None:
        """Show the lines that were read, if any were yet."""

    def show_list(self, columns: str, rows: Sequence[Row], when_none: str) -> None:
        """Show rows under their columns' names, or why there are none."""
        self.query_one("#columns", Static).update(columns)
        self.query_one(Rows).show_rows(rows)
        self.set_class(not rows, "-none")
        self.query_one("#none", Static).update(when_none)
        self.cursor_moved()

    @property
    def matching(self) -> str:
        """What the list is narrowed to by typing."""
        return self.query_one(FilterField).value.strip()

    @property
    def lines_read(self) -> int:
        """How many lines were read."""
        return 0

    @property
    def lines_in_all(self) -> int:
        """How many lines there are to read."""
        return 0

    def read_page(self, *, until: int = 0, to_place: int | None = None) -> object:
        """Read from the first line to at least place `until`.

        `to_place` puts the cursor on the line at that place.
        """
        raise NotImplementedError

    def cursor_moved(self) -> object:
        """Show what goes with the line under the cursor."""

    def on_screen_resume(self) -> None:
        """Read the list again: another screen may have changed it."""
        super().on_screen_resume()
        self.read_page(until=self.lines_read)

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        self.cursor_moved()
        near_end = event.option_index >= event.option_list.option_count - PAGE // 10
        if near_end and self.lines_read < self.lines_in_all:
            self.read_page(until=self.lines_read + PAGE)

    @on(PagedRows.LastWanted)
    def _go_to_last(self) -> None:
        self.read_page(until=self.lines_in_all, to_place=-1)

    @on(Input.Changed, "#matching")
    def _filtered(self) -> None:
        self.query_one(FilterLine).set_class(bool(self.matching), "-typed")
        self.read_page()

    def action_filter(self) -> None:
        """Put the cursor into the filter."""
        self.query_one(FilterField).focus()

    def action_filter_down(self) -> None:
        """Move the list's cursor down while the filter is typed."""
        self.query_one(Rows).action_cursor_down()

    def action_filter_up(self) -> None:
        """Move the list's cursor up while the filter is typed."""
        self.query_one(Rows).action_cursor_up()

    def show_all(self) -> bool:
        """Put the cursor into the list and take the filter away; whether there was one."""
        was_narrowed = bool(self.matching)
        self.query_one(Rows).focus()
        self.query_one(FilterField).value = ""
        return was_narrowed
