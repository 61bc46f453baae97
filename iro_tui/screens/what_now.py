"""What now: every date that is late or near, over all children, each one Enter from its place."""

from textual import on, work
from textual.widgets import Input, OptionList, Static

from iro_tui.domain.caseload import DueState
from iro_tui.domain.caseload_groups import soon_words
from iro_tui.screens import due_rows
from iro_tui.screens.due_places import screen_for
from iro_tui.screens.paged import PAGE, FilterLine, PagedScreen
from iro_tui.services import due
from iro_tui.services.due import DueLine, DuePage
from iro_tui.widgets.rows import Row, Rows


class WhatNowScreen(PagedScreen):
    """What is late, the longest late first, then what is soon due."""

    where = "what_now"

    page: DuePage | None = None

    def __init__(self, matching: str = "") -> None:
        super().__init__()
        self._begins_with = matching

    def filter_line(self) -> FilterLine:
        """Return the filter, with what the list is narrowed to at first."""
        return FilterLine(matching=self._begins_with)

    @property
    def lines_read(self) -> int:
        """How many dates were read."""
        return len(self.page.lines) if self.page else 0

    @property
    def lines_in_all(self) -> int:
        """How many dates are wanted."""
        return self.page.total if self.page else 0

    @work(exclusive=True, group="page")
    async def read_page(self, *, until: int = 0, to_place: int | None = None) -> None:
        """Read the dates that are wanted, from the first to at least place `until`."""
        timescales = self.iro.knowledge.timescales
        self.page = await self.iro.store_call(
            due.page, timescales, matching=self.matching, limit=max(PAGE, until)
        )
        self.set_where(self._title(self.page))
        self.show_lines()
        if to_place is not None and self.page.lines:
            self.query_one(Rows).move_to(_row_id(self.page.lines[to_place]))

    def show_lines(self) -> None:
        """Show the dates that were read."""
        if self.page is None:
            return
        widths = due_rows.WIDER if self.size.width >= 120 else due_rows.WIDTHS
        self.show_list(due_rows.header(widths), self._rows(self.page, widths), self._nothing())

    def _rows(self, page: DuePage, widths: dict[str, int]) -> list[Row]:
        today = self.iro.clock.today()
        soon = f"Soon: within {soon_words(self.iro.knowledge.timescales)}"
        rows: list[Row] = []
        for state, words, count in (
            (DueState.OVERDUE, "Late", page.late),
            (DueState.DUE_SOON, soon, page.soon),
        ):
            lines = [line for line in page.lines if line.state is state]
            if lines:
                rows.append(due_rows.heading(words, count, state))
            rows += (Row(_row_id(line), due_rows.due_row(line, today, widths)) for line in lines)
        return rows

    def cursor_moved(self) -> None:
        """Say below the list why the date under the cursor is that date."""
        why = self.query_one("#why", Static)
        if (line := self._line) is not None:
            why.update(due_rows.reason(line, why.content_size.width or 76))

    @property
    def _line(self) -> DueLine | None:
        """The date under the cursor."""
        wanted = self.query_one(Rows).cursor_id
        lines = self.page.lines if self.page else ()
        return next((line for line in lines if _row_id(line) == wanted), None)

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def action_open(self) -> None:
        """Open the place where the date under the cursor is dealt with."""
        if (line := self._line) is not None:
            self.app.push_screen(screen_for(line.item))

    def action_up(self) -> None:
        """Show all dates again, then go up."""
        if not self.show_all():
            super().action_up()

    def _title(self, page: DuePage) -> str:
        soon = soon_words(self.iro.knowledge.timescales)
        found = f" with “{self.matching}”" if self.matching else ""
        return f"What now{found} · {page.late:,} late, {page.soon:,} within {soon}"

    def _nothing(self) -> str:
        if self.matching:
            return f"Nothing with “{self.matching}” is late or soon due.\nEsc shows all again."
        soon = soon_words(self.iro.knowledge.timescales)
        return f"Nothing is late, and nothing is due within {soon}."


def _row_id(line: DueLine) -> str:
    item = line.item
    return f"{item.child_id} {item.what} {item.review_id} {item.subject_id} {item.due_on}"
