"""One child's dates: the next review, the steps around reviews, and the trackers."""

from uuid import UUID

from textual import on, work
from textual.widgets import OptionList, Static

from iro_tui.domain.caseload import DueState
from iro_tui.domain.due.derive import DISRUPTION, REVIEW
from iro_tui.domain.due.steps import ANSWER, StepLine
from iro_tui.domain.due.tracker import Basis
from iro_tui.domain.due.tracking import TrackerLine
from iro_tui.domain.following_up import NotedStep
from iro_tui.domain.tracked_entry import NotedTracker
from iro_tui.screens import date_rows, routes
from iro_tui.screens.date_rows import DateGroup, DateLine
from iro_tui.screens.date_sheets import DateSheet, StepSheet, TrackerSheet
from iro_tui.screens.one_list import OneList
from iro_tui.services import keeping_dates
from iro_tui.services.keeping_dates import Before, ChildDates, ReviewSteps
from iro_tui.widgets.rows import Rows

CARE_ENDS = "birthday_18"
"""The tracker that is dealt with by noting that care ended."""


class ChildDatesScreen(OneList):
    """Every date of one child, with its rule; a key notes what was done."""

    where = "dates"

    dates: ChildDates | None = None

    def __init__(self, child_id: UUID, what: str = "") -> None:
        super().__init__(child_id)
        self._what = what
        self._groups: tuple[DateGroup, ...] = ()
        self._undo: Before | None = None

    def on_resize(self) -> None:
        """Show wider columns where there is room."""
        if self.dates is not None:
            self._show(self.dates)

    @work(exclusive=True, group="dates")
    async def read(self) -> None:
        """Read the dates; the first time, put the cursor on the one that was asked for."""
        timescales = self.iro.knowledge.timescales
        is_first = self.dates is None
        self.dates = await self.iro.store_call(keeping_dates.view, timescales, self._child_id)
        self._show(self.dates)
        if is_first:
            self._put_cursor()
        self.refresh_bindings()

    def _show(self, dates: ChildDates) -> None:
        timescales, today = self.iro.knowledge.timescales, self.iro.clock.today()
        widths = date_rows.WIDER if self.size.width >= 120 else date_rows.WIDTHS
        self._groups = date_rows.groups_of(dates, timescales, today)
        late = sum(line.state is DueState.OVERDUE for line in self._lines)
        self.set_where(f"{dates.child.name} · {dates.child.reference} · Dates · {late} late")
        self.query_one("#columns", Static).update(date_rows.header(widths))
        self.query_one(Rows).show_rows(date_rows.rows_of(self._groups, widths))
        self._moved()

    @property
    def _lines(self) -> list[DateLine]:
        return [line for group in self._groups for line in group.lines]

    def _put_cursor(self) -> None:
        rows = self.query_one(Rows)
        for line in self._lines:
            if self._what and line.id.partition(" ")[0] == self._what:
                rows.move_to(line.id)
                return

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        """Say why the date under the cursor is that date."""
        wanted = self.query_one(Rows).cursor_id
        why = [line.why for line in self._lines if line.id == wanted]
        self.query_one("#why", Static).update("".join(why))

    def _step(self) -> tuple[ReviewSteps, StepLine] | None:
        """Return the step under the cursor, with its review's other steps."""
        wanted = self.query_one(Rows).cursor_id
        for steps in self.dates.reviews if self.dates else ():
            for line in steps.lines:
                if f"{line.step.id} {line.review.id}" == wanted:
                    return steps, line
        return None

    def _tracker(self) -> TrackerLine | None:
        """Return the tracker under the cursor, also one that is only offered."""
        wanted = self.query_one(Rows).cursor_id
        if self.dates is None:
            return None
        offered = [TrackerLine(one, None, None) for one in self.dates.offered]
        for line in (*self.dates.trackers, *offered):
            if line.tracker.id == wanted:
                return line
        return None

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the sheet of the date under the cursor, or the place where it is dealt with."""
        today = self.iro.clock.today()
        if self.query_one(Rows).cursor_id in (REVIEW, DISRUPTION):
            self.app.push_screen(routes.review_plan(self._child_id))
        elif self.query_one(Rows).cursor_id == CARE_ENDS:
            self.action_changes()
        elif (step := self._step()) is not None and self.dates is not None:
            self._open(StepSheet(self.dates.child, *step, today))
        elif (tracker := self._tracker()) is not None and self.dates is not None:
            self._open(TrackerSheet(self.dates.child, tracker, today))

    def _open(self, sheet: DateSheet) -> None:
        def then(is_kept: bool | None) -> None:
            if is_kept:
                self._was_noted(sheet.noted)

        self.app.push_screen(sheet, then)

    async def action_done_today(self) -> None:
        """Note what is under the cursor as done today; where more is to be said, open its sheet."""
        step, tracker = self._step(), self._tracker()
        if step is not None and step[1].step is not ANSWER:
            await self._step_done(step[1])
        elif tracker is None or tracker.tracker.basis is Basis.SET:
            self.action_open()
        elif tracker.tracker.id == CARE_ENDS:
            self.action_changes()
        else:
            await self._tracker_done(tracker)

    async def _step_done(self, line: StepLine) -> None:
        noted = NotedStep(line.step.id, self.iro.clock.today(), note=line.note)
        timescales = self.iro.knowledge.timescales
        self._was_noted(
            await self.iro.store_call(keeping_dates.note_step, timescales, line.review.id, noted)
        )

    async def _tracker_done(self, line: TrackerLine) -> None:
        note = line.tracked.note if line.tracked and line.tracker.score is None else ""
        noted = NotedTracker(last_on=self.iro.clock.today(), note=note)
        self._was_noted(
            await self.iro.store_call(
                keeping_dates.note_tracker, self._child_id, line.tracker.id, noted
            )
        )

    def _was_noted(self, before: Before | None) -> None:
        self._undo = before
        self.saved(self.iro.clock.now())
        self.read()

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002 (Textual's own signature)
    ) -> bool | None:
        """Offer to undo only what was noted here."""
        return self._undo is not None if action == "undo" else True

    async def action_undo(self) -> None:
        """Put back what stood before something was noted last."""
        if self._undo is not None:
            await self.iro.store_call(keeping_dates.put_back, self._undo)
            self._was_noted(None)

    def action_changes(self) -> None:
        """Note a change of status, and see those of before."""
        self.app.push_screen(routes.child_changes(self._child_id))
