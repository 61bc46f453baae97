"""Before a review is closed: what is there, what is open, what follows; open is no mistake."""

from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList, Static

from iro_tui.domain.answer_words import day_words
from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.finishing import FinishView, question_for_paragraph
from iro_tui.domain.meeting import MeetingView
from iro_tui.errors import IroError
from iro_tui.screens import routes
from iro_tui.screens.frame import IroScreen
from iro_tui.services import chairing, finishing, meeting_view
from iro_tui.services.finishing import ClosingReasons
from iro_tui.widgets.fields import Field
from iro_tui.widgets.finish_reasons import FinishReasons
from iro_tui.widgets.finish_rows import DECISION, finish_rows, put_away, target_of
from iro_tui.widgets.rows import Rows
from iro_tui.widgets.save_soon import SaveSoon


class FinishScreen(IroScreen[str]):
    """What closing leaves open, each one key away, and what it asks a word for.

    Dismissed with the id of the question to go to, or "" for where the chair stood; after
    closing, the write-up stands in its place.
    """

    where = "finish"
    CSS_PATH = "finish.tcss"

    view: MeetingView
    finish: FinishView

    def __init__(self, review_id: UUID) -> None:
        super().__init__()
        self.review_id = review_id
        self._saving = SaveSoon(self, self._keep_reasons)
        self._revisions: dict[int, UUID] = {}

    def compose_body(self) -> ComposeResult:
        """Yield what is there, what is open, the reasons asked for, and the two ways on."""
        with VerticalScroll(id="finish", can_focus=False):
            yield Static(id="standing", markup=False)
            yield Rows(id="open-rows")
            yield Static(id="participation", markup=False)
            yield Static(id="next-review", markup=False)
        with Horizontal(id="ways-on"):
            yield Button("Back to the meeting", id="back", compact=True)
            yield Button("Close the review", id="close", compact=True)

    async def on_mount(self) -> None:
        """Look at the review, and put the cursor on the safe way on."""
        await self._look()
        codes = self.iro.knowledge.codes.participation.options()
        reasons = FinishReasons(self.finish, self.view, codes)
        await self.query_one("#finish").mount(reasons, before="#next-review")
        self._show()
        is_whole = not self.query_one(Rows).option_count and not reasons.are_missing
        self.query_one("#close" if is_whole else "#back").focus()

    async def _look(self) -> None:
        knowledge = self.iro.knowledge
        self.view = await self.iro.store_call(meeting_view.view_review, knowledge, self.review_id)
        self.finish = await self.iro.store_call(finishing.look, knowledge, self.review_id)

    def _show(self) -> None:
        child, review = self.view.child, self.view.review
        self.set_where(f"{child.name} · Review {review.number} · Before you close it")
        rows = finish_rows(self.finish, self.view)
        self.query_one(Rows).show_rows(rows)
        self.query_one(Rows).display = bool(rows)
        self.query_one("#standing", Static).update(_standing(self.finish, self.view))
        self.query_one("#participation", Static).update(self._participation())
        self.query_one("#next-review", Static).update(_next_review(self.finish))
        count = len(self.finish.open_questions)
        open_words = f" with {count} question{'s' if count != 1 else ''} open" if count else ""
        self.query_one("#close", Button).label = f"Finish{open_words}"

    def _participation(self) -> Content:
        found = self.finish.participation
        words = self.iro.knowledge.codes.participation.words(found.code)
        line = Content.assemble(
            (f"How {self.view.child.name} took part  ", "bold"),
            f"{found.code}, {words}: {found.reason}.",
        )
        if found.asks_why:
            return line + Content.styled(
                "\n! Words are recorded all the same: why?", "$text-warning"
            )
        return line

    @on(OptionList.OptionSelected)
    def _go_there(self, event: OptionList.OptionSelected) -> None:
        kind, target = target_of(event.option_id or "")
        if kind == DECISION:
            self._open_decision(UUID(target))
        else:
            self.run_worker(self._leave_for(target))

    def _open_decision(self, decision_id: UUID) -> None:
        decision = next(one for one in self.view.decisions if one.id == decision_id)
        sheet = routes.decision(self.view, decision.question_id, "Decisions", decision)
        self.app.push_screen(sheet, self._look_again)

    async def _look_again(self, _has_changed: bool | None) -> None:
        await self._look()
        self._show()

    async def _leave_for(self, question_id: str) -> None:
        await self._saving.flush()
        self.dismiss(question_id)

    def action_up(self) -> None:
        """Go back to the meeting; what was typed is kept."""
        self.run_worker(self._leave_for(""))

    @on(Button.Pressed, "#back")
    async def _back(self) -> None:
        await self._leave_for("")

    @on(Button.Pressed, "#close")
    async def action_close_review(self) -> None:
        """Close the review and go on to the letter."""
        await self._saving.flush()
        review = self.query_one(FinishReasons).on_review(self.view.review)
        reasons = ClosingReasons(
            late=review.late_reason,
            no_views=review.no_views_reason,
            participation_override=review.participation_override,
            participation=review.participation_reason,
        )
        await self.iro.store_call(finishing.finish, self.iro.knowledge, self.review_id, reasons)
        self.app.switch_screen(routes.write_up(self.review_id))

    @on(Field.Changed)
    def _typed(self, event: Field.Changed) -> None:
        event.stop()
        self._saving.touch()

    async def _keep_reasons(self) -> bool:
        reasons = self.query_one(FinishReasons)
        try:
            review = reasons.on_review(self.view.review)
            await self.iro.store_call(chairing.change_review, review)
            for number, reason in reasons.of_paragraphs.items():
                await self._keep_reason_of(number, reason)
        except IroError as error:
            self.not_saved(str(error))
            return False
        self.saved(self.iro.clock.now())
        return True

    async def _keep_reason_of(self, paragraph: int, reason: str) -> None:
        question = question_for_paragraph(self.view, paragraph)
        if question is None or (not reason.strip() and paragraph not in self._revisions):
            return
        revision_id = self._revisions.setdefault(paragraph, self.iro.new_id())
        state = AnswerState.NOT_ASKED if reason.strip() else AnswerState.OPEN
        answer = Answer(question.id, state=state, reason=reason)
        await self.iro.store_call(
            chairing.save_answer, self.review_id, question, answer, revision_id
        )


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
            "\nWhat stays open, the record says was not covered. Enter goes there.", "$text-muted"
        )
    return line


def _next_review(finish: FinishView) -> Content:
    coming = finish.next_review
    if coming is None:
        return Content.assemble(("Next review  ", "bold"), "no rule gives a date.")
    book_by = f", book by {day_words(coming.book_by)}" if coming.book_by != coming.due_on else ""
    return Content.assemble(
        ("Next review  ", "bold"),
        f"by {day_words(coming.due_on)}{book_by}",
        (f"\n  {coming.rule.words} ({coming.rule.source})", "$text-muted"),
    )
