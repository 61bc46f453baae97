"""One child's timeline: reviews held, planned and due, and what happened between them."""

from textual import on, work
from textual.content import Content
from textual.widgets import OptionList, Static

from iro_tui.domain.month import counted
from iro_tui.screens import due_rows, routes, timeline_rows
from iro_tui.screens.due_places import screen_for, screen_of
from iro_tui.screens.one_list import OneList
from iro_tui.services import timeline as timelines
from iro_tui.services.timeline import Timeline
from iro_tui.widgets.rows import Row, Rows


class TimelineScreen(OneList):
    """A line to walk along, from the first day in care to what is to come."""

    where = "timeline"

    timeline: Timeline | None = None

    def on_resize(self) -> None:
        """Show the line as wide as there is room."""
        if self.timeline is not None:
            self.call_after_refresh(self._show, self.timeline)

    @work(exclusive=True, group="timeline")
    async def read(self) -> None:
        """Read the line; the first time, put the cursor on what comes next."""
        is_first = self.timeline is None
        self.timeline = await self.iro.store_call(
            timelines.timeline, self.iro.knowledge, self._child_id
        )
        child, held = self.timeline.child, [one for one in self.timeline.reviews if one.held_on]
        age = child.age_on(self.iro.clock.today())
        held_words = f"{counted(len(held), 'review')} held"
        self.set_where(f"{child.name} · {age} · {child.reference} · Timeline: {held_words}")
        rows = self._show(self.timeline)
        if is_first:
            self._begin_after_today([row.id for row in rows])

    def _show(self, timeline: Timeline) -> list[Row]:
        rows = self.query_one(Rows)
        width = max(70, rows.size.width - 3)
        shown = timeline_rows.rows_of(timeline, self.iro.clock.today(), width)
        rows.show_rows(shown)
        return shown

    def _begin_after_today(self, ids: list[str]) -> None:
        after = ids[ids.index("today") + 1 :]
        before = reversed(ids[: ids.index("today")])
        for row_id in (*after, *before):
            if row_id != timeline_rows.LATE and not row_id.startswith("year"):
                self.query_one(Rows).move_to(row_id)
                return

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        """Say more of the moment under the cursor."""
        why, wanted = self.query_one("#why", Static), self.query_one(Rows).cursor_id
        width = why.content_size.width or 76
        place = timeline_rows.due_place(wanted)
        if self.timeline is None:
            return
        if place is not None:
            why.update(due_rows.reason(self.timeline.due[place], width))
            return
        told = [one.detail for one in self.timeline.moments if one.id == wanted]
        why.update(Content("\n".join(due_rows.cut("".join(told), width, due_rows.REASON_LINES))))

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the review, or the place where a date is dealt with."""
        wanted = self.query_one(Rows).cursor_id
        place = timeline_rows.due_place(wanted)
        if self.timeline is None:
            return
        if place is not None:
            self.app.push_screen(screen_for(self.timeline.due[place].item))
            return
        if wanted == timeline_rows.LATE:
            self.app.push_screen(routes.what_now(self.timeline.child.reference))
            return
        [review_id] = [one.review_id for one in self.timeline.moments if one.id == wanted] or [None]
        for review in self.timeline.reviews:
            if review.id == review_id:
                self.app.push_screen(screen_of(review))
                return
        self.app.push_screen(routes.child_dates(self._child_id, wanted.partition(" ")[0]))
