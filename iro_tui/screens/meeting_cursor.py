"""The cursor's way through the meeting, and what is kept on it."""

import asyncio
from uuid import UUID

from textual import events, on

from iro_tui.domain.agenda import Question
from iro_tui.domain.review import Place
from iro_tui.screens import routes
from iro_tui.screens.frame import Framed, IroScreen
from iro_tui.screens.meeting_frame import MeetingFrame
from iro_tui.services import chairing, meeting_view, naming
from iro_tui.widgets.answers.fields import answer_field_of
from iro_tui.widgets.answers.text_field import TextField
from iro_tui.widgets.messages import AnswerChanged, HalfTyped, MoveOn
from iro_tui.widgets.save_soon import SaveSoon


class MeetingCursor(MeetingFrame):
    """Moves from field to field and from section to section; nothing is left without being kept."""

    def __init__(self, review_id: UUID) -> None:
        super().__init__(review_id)
        self._noted = ""
        # A dialog that closes brings the review afresh while its answer may open a section.
        self._page_changes = asyncio.Lock()
        self._save_soon = SaveSoon(self, self._keep_behind)

    async def on_mount(self) -> None:
        """Open the review and stand where the chair stood."""
        self.view = await self.iro.store_call(
            chairing.open_review, self.iro.knowledge, self.review_id
        )
        await self.saving.take_up_half_typed()
        self.is_open = True
        place = self.view.review.place
        await self.open_section(place.section_id, place)

    def on_screen_resume(self) -> None:
        """Take in what was changed in the dialog or screen that has just closed."""
        super().on_screen_resume()
        if self.is_open:
            self.run_worker(self.show_review_afresh())

    async def open_section(self, section_id: str, place: Place | None = None) -> None:
        """Open a section, the first one if it may not be shown, and put the cursor in."""
        await self.saving.keep()
        section = next((one for one in self.sections if one.id == section_id), self.sections[0])
        self.section_id = section.id
        async with self._page_changes:
            await self.page.show_section(self.view, section)
        self.page.show_half_typed(self.saving.half_typed)
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
        kept_at = (place.question_id, place.part_id)
        if isinstance(target, TextField) and (target.question_id, target.part_id) == kept_at:
            target.move_cursor((place.line, place.column))
        target.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the cursor: its whole question is seen, and what belongs to it."""
        block = self.page.block_with(event.widget)
        if block is None:
            return
        moved = block.question.id != self.question_id
        self.page.mark(block)
        self.question_id = block.question.id
        self.call_after_refresh(self.page.bring_into_view, event.widget)
        if moved or self._noted:
            self._message, self._noted = self._noted, ""
            self.show_beside()
        self._save_soon.touch()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Keep what was typed when its field is left: that visit becomes a revision."""
        field = answer_field_of(event.widget)
        if field is not None:
            self.run_worker(self.keep_visit(field.question_id))

    def on_text_area_selection_changed(self) -> None:
        """Keep the caret's place too."""
        self._save_soon.touch()

    @on(AnswerChanged)
    def _answer_changed(self, event: AnswerChanged) -> None:
        event.stop()
        self.saving.touch(event.field)
        if event.at_once:
            self.run_worker(self.keep_visit(event.question_id))
        else:
            self._save_soon.touch()

    @on(HalfTyped)
    def _half_typed(self, event: HalfTyped) -> None:
        event.stop()
        self.saving.touch_half_typed(event.field, event.typed)
        self._save_soon.touch()

    async def _keep_behind(self) -> bool:
        """Save in a worker, so that a slow disk holds up no key and no picture."""
        self.run_worker(self.saving.keep())
        return True

    async def keep_visit(self, question_id: str) -> None:
        """Keep what was typed; the next change to the question is a revision of its own."""
        await self.saving.keep()
        self.saving.end_visit(question_id)
        question = self.iro.knowledge.agenda.question(question_id)
        if naming.tells_names(question):
            await self._take_up_names(question)

    async def _take_up_names(self, question: Question) -> None:
        """Let title, record and letter call the child as the answer says."""
        child = await self.iro.store_call(naming.take_up_names, self.review_id, question)
        if child is not None:
            await self.show_review_afresh()
            who = f"{child.name} ({child.pronouns})" if child.pronouns else child.name
            self.say(f"{who} from now on: on every screen, in the record and in the letter.")

    async def may_leave(self) -> bool:
        """Keep everything; whether the meeting may close without losing a word."""
        return not self.is_open or await self.saving.keep()

    async def action_up(self) -> None:
        """Go up to the child once everything is on the disk, also where no child is below."""
        if not await self.may_leave():
            return
        below = self.app.screen_stack[-2]
        if not self.is_open or (isinstance(below, Framed) and below.where == "child"):
            IroScreen.action_up(self)
        else:
            self.app.switch_screen(routes.child(self.view.child.id))

    async def show_review_afresh(self) -> None:
        """Take in what a dialog or a field kept elsewhere; the cursor stays."""
        await self.saving.keep()
        view = await self.iro.store_call(
            meeting_view.view_review, self.iro.knowledge, self.review_id
        )
        self.view = self.saving.laid_over(view)
        if not self.is_shown:
            return
        async with self._page_changes:
            await self.page.take_in(self.view)
        self.show_standing()

    @on(MoveOn)
    async def _move_on(self, event: MoveOn) -> None:
        event.stop()
        self._noted = event.noted
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
