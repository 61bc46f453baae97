"""The week on the road: where to be, when, with what ready, and whom to ring."""

from datetime import date, timedelta

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, VerticalScroll
from textual.widgets import OptionList, Static

from iro_tui.domain.week import Week, WeekEntry
from iro_tui.screens import routes, week_rows
from iro_tui.screens.frame import IroScreen
from iro_tui.services import week
from iro_tui.widgets.rows import Rows

_A_WEEK = timedelta(days=7)


class WeekScreen(IroScreen[None]):
    """One week, by day or by place, with everything about the entry under the cursor."""

    where = "week"
    CSS_PATH = "week.tcss"

    def __init__(self) -> None:
        super().__init__()
        self.shown: Week | None = None
        self._day: date | None = None
        self._by_place = False

    def compose_body(self) -> ComposeResult:
        """Yield the entries, and below or beside them the card of one."""
        with Container(id="panes"):
            yield Rows(id="entries")
            yield Static("", id="nothing", markup=False)
            with VerticalScroll(id="card"), Horizontal(id="card-columns"):
                yield Static("", id="about", markup=False)
                yield Static("", id="numbers", markup=False)

    def on_mount(self) -> None:
        """Put the cursor into the list."""
        self.query_one(VerticalScroll).can_focus = False
        self.query_one(Rows).focus()

    def on_screen_resume(self) -> None:
        """Read the week again: another screen may have changed something."""
        super().on_screen_resume()
        self.read()

    def on_resize(self) -> None:
        """Show wider rows where there is room."""
        self.call_after_refresh(self._show)

    @work(exclusive=True, group="week")
    async def read(self) -> None:
        """Read the week and show it."""
        day = self._day or self.iro.clock.today()
        self.shown = await self.iro.store_call(week.week, self.iro.knowledge.timescales, day)
        self._show()

    def _show(self) -> None:
        if self.shown is None:
            return
        entries = self.query_one(Rows)
        self.set_where(f"{self.shown.short_title} · {self.shown.count_words}")
        is_empty = not self.shown.entries
        self.set_class(is_empty, "-nothing")
        self.query_one("#nothing", Static).update(_NOTHING)
        was_on = entries.cursor_id
        width = max(60, entries.size.width - 3)
        entries.show_rows(week_rows.rows_of(self.shown, by_place=self._by_place, width=width))
        if not any(was_on == week_rows.entry_id(one) for one in self.shown.entries):
            self._go_to_today(self.shown)
        self._show_card()

    def _go_to_today(self, shown: Week) -> None:
        """Put the cursor on what comes next, else on the first of the week."""
        to_come = [one for one in shown.entries if one.day >= shown.today]
        for entry in (*to_come, *shown.entries)[:1]:
            self.query_one(Rows).move_to(week_rows.entry_id(entry))

    @property
    def entry(self) -> WeekEntry | None:
        """The entry under the cursor."""
        wanted = self.query_one(Rows).cursor_id
        entries = self.shown.entries if self.shown else ()
        return next((one for one in entries if week_rows.entry_id(one) == wanted), None)

    @on(OptionList.OptionHighlighted)
    def _show_card(self) -> None:
        if self.shown is not None and (entry := self.entry):
            about, numbers = self.query_one("#about", Static), self.query_one("#numbers", Static)
            about.update(week_rows.card(entry, self.shown.today, about.size.width))
            numbers.update(week_rows.numbers(entry.people, numbers.size.width))
            self.query_one(VerticalScroll).scroll_home(animate=False)

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Go into the meeting of today, else to the child."""
        entry = self.entry
        if entry is None:
            return
        is_now = entry.is_meeting and entry.note != "held" and entry.day == self.iro.clock.today()
        if is_now and entry.review_id is not None:
            self.app.push_screen(routes.meeting(entry.review_id))
        else:
            self.app.push_screen(routes.child(entry.child_id))

    def action_previous_week(self) -> None:
        """Show the week before."""
        self._go(-_A_WEEK)

    def action_next_week(self) -> None:
        """Show the week after."""
        self._go(_A_WEEK)

    def action_this_week(self) -> None:
        """Show the week in which today lies."""
        self._day = None
        self.read()

    def _go(self, by: timedelta) -> None:
        self._day = (self._day or self.iro.clock.today()) + by
        self.read()

    def action_swap_order(self) -> None:
        """Show the entries by place, or by day again."""
        self._by_place = not self._by_place
        self._show()

    def action_file(self) -> None:
        """Write the week as a Word file."""
        if self.shown is not None:
            self.app.push_screen(routes.week_file(self.shown))


_NOTHING = """Nothing is planned in this week.

n shows the week after, p the week before. A child's own screen plans a review."""
