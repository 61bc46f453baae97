"""A month over all children: its days with meetings and dates, and what is on one of them."""

from datetime import timedelta

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from iro_tui.domain.dates.spoken import spoken
from iro_tui.domain.dates.working_days import add_months
from iro_tui.domain.month import (
    REVIEWS,
    WEEK,
    MeetingOnDay,
    Month,
    counts_in_full,
    first_of,
    month_title,
)
from iro_tui.screens import routes
from iro_tui.screens.due_places import screen_for
from iro_tui.screens.frame import IroScreen
from iro_tui.services import month as months
from iro_tui.services.due import DueLine
from iro_tui.services.month import Day
from iro_tui.widgets.due import STATE_STYLES
from iro_tui.widgets.month_grid import LEGEND, MEETING, OTHER, REVIEW_DUE, MonthGrid
from iro_tui.widgets.rows import Row, Rows, column

NAME_WIDTH = 12


class MonthScreen(IroScreen[None]):
    """A calendar to walk through; below it, or beside it, what is on the day."""

    where = "month"
    CSS_PATH = "month.tcss"

    month: Month | None = None
    day: Day | None = None

    def compose_body(self) -> ComposeResult:
        """Yield the calendar, what is on the day under its cursor, and what the signs mean."""
        timescales, today = self.iro.knowledge.timescales, self.iro.clock.today()
        self._cursor = today
        with Container(id="halves"):
            yield MonthGrid(timescales.working_days, today, timescales.soon_until(today))
            with Vertical(id="day"):
                yield Rows(id="on-day")
        yield Static(LEGEND, id="legend", classes="-muted", markup=False)

    def on_mount(self) -> None:
        """Put the cursor into the calendar."""
        self.query_one(MonthGrid).focus()

    def on_screen_resume(self) -> None:
        """Read the month again: another screen may have changed it."""
        super().on_screen_resume()
        self.month = None
        self.read()

    def on_resize(self) -> None:
        """Show the day as wide as there is room."""
        if self.day is not None:
            self.call_after_refresh(self._show_day, self.day)

    @work(exclusive=True, group="month")
    async def read(self) -> None:
        """Read the month in which the cursor is, unless it is there, and then the cursor's day."""
        cursor, first = self._cursor, first_of(self._cursor)
        if self.month is None or self.month.first != first:
            self.month = await self.iro.store_call(months.month, first)
            self.set_where(month_title(self.month))
        self.query_one(MonthGrid).show(self.month, cursor)
        self.day = await self.iro.store_call(months.day, self.iro.knowledge.timescales, cursor)
        self._show_day(self.day)

    def _show_day(self, day: Day) -> None:
        counts = counts_in_full(self.month.on(day.day)) if self.month else ""
        self.query_one("#day").border_title = Content(f"{spoken(day.day)} · {counts}")
        rows = self.query_one("#on-day", Rows)
        width = max(30, rows.size.width - 2)
        shown = [_meeting_row(one, place, width) for place, one in enumerate(day.meetings)]
        shown += [_due_row(line, place, width) for place, line in enumerate(day.due)]
        rows.show_rows(shown)
        rows.can_focus = bool(shown)

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Go from the calendar into the day, and from there to where a date is dealt with."""
        rows = self.query_one("#on-day", Rows)
        if not rows.has_focus:
            rows.focus()
            return
        kind, _, place = rows.cursor_id.partition(" ")
        if self.day is None or not place:
            return
        if kind == "meeting":
            self.app.push_screen(routes.child(self.day.meetings[int(place)].child_id))
        else:
            self.app.push_screen(screen_for(self.day.due[int(place)].item))

    def action_up(self) -> None:
        """Go from the day into the calendar, from there up."""
        grid = self.query_one(MonthGrid)
        if grid.has_focus:
            super().action_up()
        else:
            grid.focus()

    def action_previous_day(self) -> None:
        """Go to the day before."""
        self._go(days=-1)

    def action_next_day(self) -> None:
        """Go to the next day."""
        self._go(days=1)

    def action_previous_week(self) -> None:
        """Go to the same day a week before."""
        self._go(days=-WEEK)

    def action_next_week(self) -> None:
        """Go to the same day a week later."""
        self._go(days=WEEK)

    def action_previous_month(self) -> None:
        """Go to the same day a month before."""
        self._go(months=-1)

    def action_next_month(self) -> None:
        """Go to the same day a month later."""
        self._go(months=1)

    def action_today(self) -> None:
        """Go to today."""
        self._go(days=(self.iro.clock.today() - self._cursor).days)

    def _go(self, *, days: int = 0, months: int = 0) -> None:
        self._cursor = add_months(self._cursor, months) + timedelta(days=days)
        self.query_one(MonthGrid).focus()
        self.read()


def _meeting_row(meeting: MeetingOnDay, place: int, width: int) -> Row:
    """Return a meeting: its hour, whose it is, which review, and where."""
    review = f"Review {meeting.number}" if meeting.number else "Review"
    pieces = [meeting.time, "held" if meeting.is_held else "", meeting.venue]
    words = " · ".join([review, *(piece for piece in pieces if piece)])
    return _row(f"meeting {place}", (MEETING, meeting.name, words), Content(""), width)


def _due_row(line: DueLine, place: int, width: int) -> Row:
    """Return what is due: whose it is, what, how near and how binding."""
    sign = REVIEW_DUE if line.item.what in REVIEWS else OTHER
    state = Content.assemble(
        (f"{line.state.sign} {line.state.word}", STATE_STYLES[line.state]),
        (f" {line.item.mark:<8}", "$muted"),
    )
    return _row(f"due {place}", (sign, line.row.name, line.item.title), state, width)


def _row(row_id: str, words: tuple[str, str, str], end: Content, width: int) -> Row:
    """Return a line; beside the calendar, where there is less room, two lines."""
    sign, name, what = words
    if width > 60:
        room = width - NAME_WIDTH - 4 - end.cell_length
        return Row(
            row_id, Content(f"{sign} {column(name, NAME_WIDTH)} {column(what, room)} ") + end
        )
    first = Content.assemble(f"{sign} ", (column(name, width - 3 - end.cell_length), "bold"), " ")
    return Row(row_id, first + end + Content(f"\n  {column(what, width - 3)}"))
