"""The meeting's room: outline, page and what stands beside; the cursor; saving."""

import asyncio
from typing import ClassVar
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.widgets import Static

from iro_tui.domain.agenda import Question, Section
from iro_tui.domain.answers import Answer
from iro_tui.domain.meeting import MeetingView, progress, visible_sections
from iro_tui.domain.meeting_page import beside
from iro_tui.domain.review import Place
from iro_tui.screens.frame import IroScreen
from iro_tui.screens.meeting_saving import MeetingSaving, with_answer
from iro_tui.services import chairing, meeting_view
from iro_tui.widgets.answers.fields import answer_field_of
from iro_tui.widgets.answers.text_field import TextField
from iro_tui.widgets.beside import BesideColumn, last_line
from iro_tui.widgets.messages import AnswerChanged, InputRefused, MoveOn
from iro_tui.widgets.outline import Outline
from iro_tui.widgets.save_soon import SaveSoon
from iro_tui.widgets.section_page import SectionPage

ALWAYS = frozenset({"up", "press"})


class MeetingFrame(IroScreen[None]):
    """What every action of the meeting stands on.

    `view` is the review as it is shown; it is there once `is_open`.
    """

    where = "meeting"
    CSS_PATH = ["meeting.tcss", "answers.tcss"]  # noqa: RUF012 (Textual's own type)
    AUTO_FOCUS: ClassVar[str | None] = ""

    is_open: reactive[bool] = reactive(default=False, bindings=True)
    view: MeetingView

    def __init__(self, review_id: UUID) -> None:
        super().__init__()
        self.review_id = review_id
        self.section_id = ""
        self.question_id = ""
        self._message = ""
        # A dialog that closes brings the review afresh while its answer may open a section.
        self._page_changes = asyncio.Lock()
        self.saving = MeetingSaving(self, review_id)
        self._save_soon = SaveSoon(self, self._keep_behind)

    def compose_body(self) -> ComposeResult:
        """Yield outline, page with its two lines below, and the column beside."""
        with Horizontal(id="meeting"):
            yield Outline(id="outline")
            with Vertical(id="middle"):
                yield SectionPage(id="page")
                yield Static(id="hint", markup=False)
                yield Static(id="last-line", markup=False)
            yield BesideColumn(id="beside")

    async def on_mount(self) -> None:
        """Open the review and stand where the chair stood."""
        self.view = await self.iro.store_call(
            chairing.open_review, self.iro.knowledge, self.review_id
        )
        self.is_open = True
        place = self.view.review.place
        await self.open_section(place.section_id, place)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Allow the meeting's own keys once it is open."""
        return self.is_open or action in ALWAYS or not hasattr(self, f"action_{action}")

    def on_screen_resume(self) -> None:
        """Take in what was changed in the dialog or screen that has just closed."""
        super().on_screen_resume()
        if self.is_open:
            self.run_worker(self.show_review_afresh(), exit_on_error=False)

    @property
    def page(self) -> SectionPage:
        """The page with the section's questions."""
        return self.query_one(SectionPage)

    @property
    def section(self) -> Section:
        """The section that is open."""
        return self.view.agenda.section(self.section_id)

    @property
    def question(self) -> Question | None:
        """The question that has the cursor."""
        return self.view.question(self.question_id) if self.question_id else None

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections that may be opened with who is in the room."""
        return visible_sections(self.view, child_in_room=self.view.review.child_in_room)

    async def open_section(self, section_id: str, place: Place | None = None) -> None:
        """Open a section, the first one if it may not be shown, and put the cursor in."""
        await self.saving.keep()
        section = next((one for one in self.sections if one.id == section_id), self.sections[0])
        self.section_id = section.id
        async with self._page_changes:
            await self.page.show_section(self.view, section)
        self._put_cursor(place or Place())
        self.show_standing()

    def _put_cursor(self, place: Place) -> None:
        block = self.page.block_of(place.question_id)
        field = block.field_of_part(place.part_id) if block and block.display else None
        fields = self.page.fields_on_screen()
        target = next((one for one in fields if field in one.ancestors_with_self), None)
        target = target or (fields[0] if fields else None)
        self.question_id = ""
        if target is None:
            self.set_focus(None)
            return
        if isinstance(target, TextField):
            target.move_cursor((place.line, place.column))
        target.focus()

    def show_standing(self) -> None:
        """Show where the meeting stands: title, outline, the column and the lines below."""
        sections = self.view.agenda.sections
        number = [one.id for one in sections].index(self.section_id) + 1
        place = f"Section {number} of {len(sections)}: {self.section.short}"
        done = progress(self.view, (self.section,))
        review = f"Review {self.view.review.number}"
        words = f"{self.view.child.name} · {review} · {place}"
        if self.has_class("-wide"):
            words += f" · {done.answered} of {done.total} answered"
        self.set_where(words)
        self.query_one(Outline).show_view(self.view, self.section_id)
        self.show_beside()

    def show_beside(self) -> None:
        """Show what belongs to the question with the cursor, and the two lines below the page."""
        shown = beside(self.view, self.section, self.question)
        self.query_one(BesideColumn).show_beside(shown, child=self.view.child.name)
        self.query_one("#last-line", Static).update(last_line(shown))
        hint = self._message or self._room_words()
        self.query_one("#hint", Static).update(hint)
        self.query_one("#hint", Static).set_class(bool(self._message), "-message")

    def _room_words(self) -> str:
        if not self.view.review.child_in_room:
            return ""
        return f"{self.view.child.name} is in the room: questions for adults are put away."

    def say(self, words: str) -> None:
        """Say something in the line below the page; the next question takes it away."""
        self._message = words
        self.show_beside()

    def refuse(self, reason: str) -> None:
        """Say why something typed cannot be kept."""
        self.say(f"! {reason}")

    @on(InputRefused)
    def _refused(self, event: InputRefused) -> None:
        event.stop()
        self.refuse(event.reason)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the cursor: its whole question is seen, and what belongs to it."""
        block = self.page.block_with(event.widget)
        if block is None:
            return
        moved = block.question.id != self.question_id
        self.page.mark(block)
        self.question_id = block.question.id
        self.call_after_refresh(self.page.bring_into_view, event.widget)
        if moved:
            self._message = ""
            self.show_beside()
        self._save_soon.touch()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Keep what was typed when its field is left: that visit becomes a revision."""
        field = answer_field_of(event.widget)
        if field is not None:
            self.run_worker(self.keep_visit(field.question_id), exit_on_error=False)

    def on_text_area_selection_changed(self) -> None:
        """Keep the caret's place too."""
        self._save_soon.touch()

    @on(AnswerChanged)
    def _answer_changed(self, event: AnswerChanged) -> None:
        event.stop()
        self.saving.touch(event.field)
        if event.at_once:
            self.run_worker(self.keep_visit(event.question_id), exit_on_error=False)
        else:
            self._save_soon.touch()

    async def _keep_behind(self) -> bool:
        """Save in a worker, so that a slow disk holds up no key and no picture."""
        self.run_worker(self.saving.keep(), exit_on_error=False)
        return True

    async def keep_visit(self, question_id: str) -> None:
        """Keep what was typed; the next change to the question is a revision of its own."""
        await self.saving.keep()
        self.saving.end_visit(question_id)

    def answer_kept(self, answer: Answer) -> None:
        """Show that an answer is on the disk."""
        self.view = with_answer(self.view, answer)
        self.page.show_question(self.view, answer.question_id)
        self.show_standing()
        if answer.saved_at:
            self.saved(answer.saved_at)

    def not_saved(self, reason: str) -> None:
        """Say in the one place for it that something is not on the disk, and what to press."""
        words = reason.removesuffix(".").removesuffix(", so this is not saved")
        super().not_saved(f"{words[:1].lower()}{words[1:]}, ctrl+s tries again")

    def place_now(self) -> Place:
        """Return where the caret stands."""
        focused = self.focused
        line, column = focused.cursor_location if isinstance(focused, TextField) else (0, 0)
        field = answer_field_of(focused)
        part_id = field.part_id if field else ""
        return Place(self.section_id, self.question_id, part_id, line, column)

    async def may_leave(self) -> bool:
        """Keep everything; whether the meeting may close without losing a word."""
        return not self.is_open or await self.saving.keep()

    def action_up(self) -> None:
        """Go up one level once everything is on the disk."""
        self.run_worker(self._leave(), exit_on_error=False)

    async def _leave(self) -> None:
        if await self.may_leave():
            IroScreen.action_up(self)

    async def show_review_afresh(self) -> None:
        """Take in what a dialog or a field kept elsewhere; the cursor stays."""
        await self.saving.keep()
        view = await self.iro.store_call(
            meeting_view.view_review, self.iro.knowledge, self.review_id
        )
        self.view = self.saving.laid_over(view)
        async with self._page_changes:
            await self.page.take_in(self.view)
        self.show_standing()

    @on(MoveOn)
    async def _move_on(self, event: MoveOn) -> None:
        event.stop()
        await self.action_next_field()

    async def action_next_field(self) -> None:
        """Put the cursor into the next field; after the last the next section opens."""
        await self._step(1)

    async def action_previous_field(self) -> None:
        """Put the cursor into the field before; before the first the section before opens."""
        await self._step(-1)

    async def _step(self, by: int) -> None:
        fields = self.page.fields_on_screen()
        here = fields.index(self.focused) if self.focused in fields else -1
        there = here + by
        if 0 <= there < len(fields):
            fields[there].focus()
        elif await self.step_section(by) and by < 0:
            self._focus_last()

    def _focus_last(self) -> None:
        fields = self.page.fields_on_screen()
        if fields:
            fields[-1].focus()

    async def step_section(self, by: int) -> bool:
        """Open the section after or before; whether there is one."""
        ids = [one.id for one in self.sections]
        there = ids.index(self.section_id) + by
        if 0 <= there < len(ids):
            await self.open_section(ids[there])
            return True
        self.say("This is the first section." if by < 0 else "The last section. ^r: finish.")
        return False
