"""Before a review is closed: what is there, what is open, what follows; open is no mistake."""

from typing import ClassVar
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, OptionList, Static

from iro_tui.domain.dates.spoken import spoken
from iro_tui.domain.finishing import FinishView
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.next_meeting import meeting_to_come, review_words
from iro_tui.domain.pronouns import spoken_of
from iro_tui.errors import RuleRefused
from iro_tui.screens import routes
from iro_tui.screens.destinations import UP
from iro_tui.screens.finish_reasons import ParticipationScreen, ReasonsScreen, reasons_asked
from iro_tui.screens.frame import IroScreen
from iro_tui.services import finishing, holding, meeting_view
from iro_tui.services.finishing import ClosingReasons
from iro_tui.widgets.finish_rows import DECISION, finish_rows, put_away, target_of
from iro_tui.widgets.rows import Rows

AROUND_A_ROW = 6
"""Columns that a row leaves to the screen's edges and the scroll bar."""


class FinishScreen(IroScreen[str]):
    """What closing leaves open, each one key away; closing asks for a word where one is needed.

    Dismissed with the id of the question to go to, "" for where the chair stood, or UP when people
    meet again another day; after closing, the write-up stands in its place.
    """

    where = "finish"
    CSS_PATH = "finish.tcss"
    AUTO_FOCUS: ClassVar[str | None] = ""

    view: MeetingView
    finish: FinishView

    def __init__(self, review_id: UUID) -> None:
        super().__init__()
        self.review_id = review_id
        self._is_read = False

    def compose_body(self) -> ComposeResult:
        """Yield what is there, what is open, what follows, and the two ways on."""
        yield Static(id="standing", markup=False)
        yield Rows(id="open-rows")
        yield Static(id="participation", markup=False)
        yield Static(id="held", markup=False)
        yield Static(id="next-review", markup=False)
        with Horizontal(id="ways-on"):
            yield Button("Back to the meeting", id="back", compact=True)
            yield Button("Finish", id="close", compact=True)

    async def on_mount(self) -> None:
        """Look at the review; with something left to do the cursor is on the way back."""
        await self._look()
        self._show()
        self.query_one("#close" if self.finish.is_whole else "#back").focus()

    async def _look(self) -> None:
        knowledge = self.iro.knowledge
        self.view = await self.iro.store_call(meeting_view.view_review, knowledge, self.review_id)
        self.finish = await self.iro.store_call(finishing.look, knowledge, self.review_id)
        self._is_read = True

    def _show(self) -> None:
        child, review = self.view.child, self.view.review
        which = review_words(review, self.view.meetings)
        self.set_where(f"{child.name} · {which} · Before you close it")
        rows = finish_rows(self.finish, self.view, width=self.size.width - AROUND_A_ROW)
        self.query_one(Rows).show_rows(rows)
        self.query_one(Rows).display = bool(rows)
        self.query_one("#standing", Static).update(_standing(self.finish, self.view))
        self.query_one("#participation", Static).update(self._participation())
        self.query_one("#held", Static).update(_held(self.finish, self.view))
        self.query_one("#next-review", Static).update(_next_review(self.finish))
        count = len(self.finish.open_questions)
        open_words = f" with {count} question{'s' if count != 1 else ''} open" if count else ""
        self.query_one("#close", Button).label = f"Finish{open_words}"

    def _participation(self) -> Content:
        found = self.finish.participation
        words = spoken_of(self.view.child, self.iro.knowledge.codes.participation.words(found.code))
        line = Content.assemble(
            (f"How {self.view.child.name} took part  ", "bold"),
            f"{found.code}, {words}: {found.reason}.",
        )
        if found.asks_why:
            return line + Content.styled(
                "\n! Words are recorded all the same: why?", "$text-warning"
            )
        return line

    def on_resize(self) -> None:
        """Show more of each row where there is room."""
        if self._is_read:
            self._show()

    def on_key(self, event: events.Key) -> None:
        """Go up from the ways on into the list of what is open."""
        rows = self.query_one(Rows)
        if event.key == "up" and isinstance(self.focused, Button) and rows.display:
            event.stop()
            rows.focus()

    @on(OptionList.OptionSelected)
    def _go_there(self, event: OptionList.OptionSelected) -> None:
        kind, target = target_of(event.option_id or "")
        if kind == DECISION:
            self._open_decision(UUID(target))
        else:
            self.dismiss(target)

    def _open_decision(self, decision_id: UUID) -> None:
        decision = next(one for one in self.view.decisions if one.id == decision_id)
        sheet = routes.decision(self.view, decision.question_id, "Decisions", decision)
        self.app.push_screen(sheet, self._look_again)

    async def _look_again(self, _has_changed: bool | None) -> None:
        await self._look()
        self._show()

    def action_up(self) -> None:
        """Go back to the meeting."""
        self.dismiss("")

    @on(Button.Pressed, "#back")
    def _back(self) -> None:
        self.dismiss("")

    def action_next_meeting(self) -> None:
        """Plan another meeting of this review instead of closing it."""
        self.app.push_screen(routes.another_meeting(self.iro, self.view), self._leave_open)

    def action_adjourn(self) -> None:
        """Adjourn the review instead of closing it."""
        self.app.push_screen(routes.adjournment(self.iro, self.view), self._leave_open)

    def _leave_open(self, is_planned: bool | None) -> None:
        if is_planned:
            self.dismiss(UP)

    async def action_held_on(self) -> None:
        """Say on which day people met."""
        held = await self.iro.store_call(holding.held_meetings, self.review_id)
        if not held.meetings:
            raise RuleRefused(
                "No meeting of this review has begun.",
                hint="Mark who is here, or answer a question of the meeting.",
            )
        sheet = routes.held_days(held, self.iro.clock.today())
        self.app.push_screen(sheet, self._look_again)

    def action_participation(self) -> None:
        """Choose another code for how the child took part."""
        codes = self.iro.knowledge.codes.participation.options()
        self.app.push_screen(ParticipationScreen(self.view, codes), self._look_again)

    @on(Button.Pressed, "#close")
    async def action_close_review(self) -> None:
        """Close the review; before that, ask for the reasons that the record wants."""
        in_room = self.view.review.child_in_room
        late = self.iro.knowledge.codes.late_reason
        if not in_room and reasons_asked(self.finish, self.view, late):
            sheet = ReasonsScreen(self.finish, self.view, late)
            self.app.push_screen(sheet, self._close_after_reasons)
        else:
            await self._close()

    async def _close_after_reasons(self, goes_on: bool | None) -> None:
        await self._look_again(goes_on)
        if goes_on:
            await self._close()

    async def _close(self) -> None:
        review = self.view.review
        reasons = ClosingReasons(
            late=review.late_reason,
            late_code=review.late_code,
            no_views=review.no_views_reason,
            participation_override=review.participation_override,
            participation=review.participation_reason,
        )
        await self.iro.store_call(finishing.finish, self.iro.knowledge, self.review_id, reasons)
        self.app.switch_screen(routes.write_up(self.review_id))


def _standing(finish: FinishView, view: MeetingView) -> Content:
    parts = [f"{finish.answered} answered", f"{len(finish.open_questions)} open"]
    parts.append(f"{len(finish.set_aside)} set aside")
    away = put_away(finish, view)
    if away:
        parts.append(
            f"{away} of the open ones for adults, put away while {view.child.name} is here"
        )
    line = Content.styled(" · ".join(parts), "bold")
    if finish.open_questions:
        return line + Content.styled(
            "\nWhat stays open, the record says was not covered. ↑ and Enter go there.", "$muted"
        )
    return line


def _held(finish: FinishView, view: MeetingView) -> Content:
    """Return the days that count and whether it is in time, for an adjourned review by which.

    A further meeting that has not begun is left out by closing, and is named.
    """
    closed = finish.closed
    days = [("held", closed.held_on), ("completed", closed.completed_on), ("due", closed.due_on)]
    if closed.held_on == closed.completed_on:
        del days[1]
    words = " · ".join(f"{what} {spoken(day)}" for what, day in days if day is not None)
    line = Content.assemble(("This review  ", "bold"), words)
    if finish.is_late:
        counts = ", as an adjourned review counts by its completion" if closed.adjourned_on else ""
        line += Content.styled(f" · ‼ late{counts}", "$text-error")
    coming = meeting_to_come(view.meetings)
    if coming is not None and coming.planned_for != view.today:
        left_out = f"\n! Meeting {coming.sequence} has not begun: closing leaves it out."
        line += Content.styled(left_out, "$text-warning")
    return line


def _next_review(finish: FinishView) -> Content:
    coming = finish.next_review
    if coming is None:
        return Content.assemble(("Next review  ", "bold"), "no rule gives a date.")
    book_by = f", book by {spoken(coming.book_by)}" if coming.book_by != coming.due_on else ""
    if finish.agreed_on is not None:
        late = " ! after the last lawful day" if finish.agreed_on > coming.due_on else ""
        book_by = f"; closing plans it for {spoken(finish.agreed_on)}, as agreed{late}"
    return Content.assemble(
        ("Next review  ", "bold"),
        f"by {spoken(coming.due_on)}{book_by}",
        (f"\n  {coming.rule.words} ({coming.rule.mark}: {coming.rule.source})", "$muted"),
    )
