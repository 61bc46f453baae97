"""The caseload: who is due next, soonest first, with the cursor on the first of them."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static

from iro_tui.domain.caseload import CaseloadPage, CaseloadRow
from iro_tui.domain.caseload_words import count_words, next_words, state_words, when_words
from iro_tui.screens import routes
from iro_tui.screens.frame import IroScreen
from iro_tui.services import caseload
from iro_tui.widgets.due import STATE_STYLES
from iro_tui.widgets.rows import Row, Rows, column

PAGE = 200
"""Children that are fetched at once; the next page comes when the cursor nears the end."""

WIDTHS = {"Child": 18, "Age": 3, "Next": 14, "When": 13, "Working days": 12, "State": 10}
WIDER = {
    "Child": 26,
    "Age": 4,
    "Next": 16,
    "When": 14,
    "Working days": 14,
    "State": 10,
    "Legal status": 24,
}


class FilterField(Input):
    """What the list is narrowed to; arrows move the list's cursor while one types."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.filter_down", show=False),
        Binding("up", "screen.filter_up", show=False),
    ]


class ChildRows(Rows):
    """The children; the last of them may not have been fetched yet."""

    class LastWanted(Message):
        """The cursor is to go to the very last child."""

    def action_last(self) -> None:
        """Ask for the last child."""
        self.post_message(self.LastWanted())

    def go_to_last(self) -> None:
        """Put the cursor on the last row that is there."""
        super().action_last()


class CaseloadScreen(IroScreen[None]):
    """Every child, and how near the next review is."""

    where = "caseload"

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[CaseloadRow, ...] = ()
        self._total = 0
        self._is_read = False

    def compose_body(self) -> ComposeResult:
        """Yield the columns' names, the children, and the filter."""
        yield Static("", id="columns", markup=False)
        yield ChildRows(id="children")
        yield Static("", id="nobody", markup=False)
        with Horizontal(id="filter"):
            yield Static("/ filter:", classes="-muted", markup=False)
            yield FilterField(compact=True, id="matching")

    def on_mount(self) -> None:
        """Put the cursor into the list."""
        self.set_where("Caseload")
        self.query_one(Rows).focus()

    def on_screen_resume(self) -> None:
        """Read the caseload again: another screen may have changed it."""
        super().on_screen_resume()
        self.read_page()

    def on_resize(self) -> None:
        """Show more columns where there is room."""
        self._show_rows()

    @property
    def matching(self) -> str:
        """What the list is narrowed to."""
        return self.query_one(FilterField).value.strip()

    @work(exclusive=True, group="page")
    async def read_page(self, *, until: int = 0, to_last: bool = False) -> None:
        """Read the children that match, from the first to at least place `until`."""
        limit = max(PAGE, until)
        page = await self.iro.store_call(
            caseload.page, self.iro.knowledge.timescales, matching=self.matching, limit=limit
        )
        self._rows, self._total, self._is_read = page.rows, page.total, True
        self.set_where(_title(page, self.matching))
        self._show_rows()
        if to_last:
            self.query_one(ChildRows).go_to_last()

    def _show_rows(self) -> None:
        if not self._is_read:
            return
        widths = WIDER if self.size.width >= 120 else WIDTHS
        self.query_one("#columns", Static).update(_header(widths))
        self.query_one(Rows).show_rows(
            [Row(str(row.child.id), self._row(row, widths)) for row in self._rows]
        )
        self.set_class(not self._rows, "-nobody")
        self.query_one("#nobody", Static).update(_nobody(self.matching))

    def _row(self, row: CaseloadRow, widths: dict[str, int]) -> Content:
        child = row.child
        cells = {
            "Child": f"{child.name} · {child.reference}" if widths is WIDER else child.name,
            "Age": str(row.age),
            "Next": next_words(row),
            "State": state_words(row),
            "Legal status": self.iro.knowledge.codes.legal_status.words(child.legal_status),
        }
        sized = {name: column(cell, widths.get(name, 0)) for name, cell in cells.items()}
        sized["When"] = _when(row, self.iro.clock.today(), widths)
        return Content(" ").join(
            Content.styled(sized[name], STATE_STYLES[row.state] if name == "State" else "")
            for name in widths
            if name in sized
        )

    @on(OptionList.OptionHighlighted)
    def _read_on(self, event: OptionList.OptionHighlighted) -> None:
        """Fetch the next page when the cursor nears the end of what is there."""
        near_end = event.option_index >= len(self._rows) - PAGE // 10
        if near_end and len(self._rows) < self._total:
            self.read_page(until=len(self._rows) + PAGE)

    @on(ChildRows.LastWanted)
    def _go_to_last(self) -> None:
        self.read_page(until=self._total, to_last=True)

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def action_open(self) -> None:
        """Open the child under the cursor."""
        if child_id := self.query_one(Rows).cursor_id:
            self.app.push_screen(routes.child(UUID(child_id)))

    def action_new_child(self) -> None:
        """Add a child."""
        self.app.push_screen(routes.new_child())

    def action_filter(self) -> None:
        """Put the cursor into the filter."""
        self.query_one(FilterField).focus()

    @on(Input.Changed)
    def _filtered(self) -> None:
        self.read_page()

    def action_filter_down(self) -> None:
        """Move the list's cursor down while the filter is typed."""
        self.query_one(Rows).action_cursor_down()

    def action_filter_up(self) -> None:
        """Move the list's cursor up while the filter is typed."""
        self.query_one(Rows).action_cursor_up()

    def action_up(self) -> None:
        """Show all children again; the caseload itself is the top."""
        self.query_one(FilterField).value = ""
        self.query_one(Rows).focus()


def _title(page: CaseloadPage, matching: str) -> str:
    who = "1 child" if page.total == 1 else f"{page.total:,} children"
    if matching:
        who = f"{who} with “{matching}”"
    return f"Caseload · {who} · {page.late} late, {page.soon} soon"


def _header(widths: dict[str, int]) -> str:
    return " ".join(column(name, width) for name, width in widths.items())


def _when(row: CaseloadRow, today: date, widths: dict[str, int]) -> str:
    """Return the day and the days left; why there is no day has the room of both columns."""
    day, left = widths["When"], widths["Working days"]
    words, count = when_words(row, today), count_words(row)
    return f"{column(words, day)} {column(count, left)}" if count else column(words, day + 1 + left)


def _nobody(matching: str) -> str:
    if matching:
        return f"No child with “{matching}” in name or reference.\nEsc shows all again."
    return (
        "No children yet.\n\nF2 adds the first one: a reference, a name and a birthday are enough,"
        "\neverything else can come later."
    )
