"""The middle of the meeting: one section's opening words and its questions."""

from collections.abc import Callable

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from iro_tui.domain.agenda import Section
from iro_tui.domain.meeting import MeetingView, filled_in
from iro_tui.domain.meeting_page import is_on_screen, put_away_questions, waiting_questions
from iro_tui.widgets.answers.line_fields import AnswerLine
from iro_tui.widgets.question_block import QuestionBlock


class SectionPage(VerticalScroll, can_focus=False):
    """One section; what may not be seen now stays in its place, but is not displayed.

    `with_more` shows the questions that are asked only on demand, in this and all sections.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self.section: Section | None = None
        self.with_more = False

    @property
    def blocks(self) -> tuple[QuestionBlock, ...]:
        """The questions of the section, shown or not."""
        return tuple(self.query(QuestionBlock))

    async def show_section(self, view: MeetingView, section: Section) -> None:
        """Put another section on the page."""
        self.section = section
        await self.remove_children()
        await self.mount(
            Static(filled_in(view, section.opening), classes="opening", markup=False),
            *(QuestionBlock(view, question) for question in section.questions),
            Static(classes="more", markup=False),
        )
        self.show_view(view)
        self.scroll_home(animate=False)

    async def take_in(self, view: MeetingView) -> None:
        """Show the review as it is now: questions that came to apply are put in their place."""
        section = self.section
        if section is None:
            return
        fresh = next((one for one in view.agenda.sections if one.id == section.id), section)
        self.section = fresh
        parts = {question.id: question.parts for question in fresh.questions}
        for block in self.blocks:
            # A field is never taken from under the cursor.
            if parts.get(block.question.id) != block.question.parts and not block.has_focus_within:
                await block.remove()
        before: Widget = self.query_one(".opening")
        there = {block.question.id: block for block in self.blocks}
        for question in fresh.questions:
            if question.id not in there:
                there[question.id] = QuestionBlock(view, question)
                await self.mount(there[question.id], after=before)
            before = there[question.id]
        self.show_view(view)

    def show_view(self, view: MeetingView, *, refill: str = "") -> None:
        """Show how all questions stand, and put the answer of `refill` into its fields."""
        for block in self.blocks:
            block.show_view(view, refill=block.question.id == refill)
            block.display = is_on_screen(view, block.question, with_more=self.with_more)
        self._show_more(view)

    def show_half_typed(self, half_typed: Callable[[str, str], str]) -> None:
        """Put back what was left half typed in dates and numbers, by question and part."""
        for line in self.query(AnswerLine):
            if typed := half_typed(line.question_id, line.part_id):
                line.show_half_typed(typed)

    def show_question(self, view: MeetingView, question_id: str) -> None:
        """Show how one question stands; the fields stay as they are typed."""
        block = self.block_of(question_id)
        if block is not None:
            block.show_view(view, refill=False)

    def show_more(self, view: MeetingView, *, with_more: bool) -> None:
        """Show the other questions of this and all sections too, or put them away again."""
        self.with_more = with_more
        self.show_view(view)

    def _show_more(self, view: MeetingView) -> None:
        if self.section is None:
            return
        waiting = 0 if self.with_more else waiting_questions(view, self.section)
        put_away = put_away_questions(view, self.section)
        words = []
        if waiting:
            words.append(f"{waiting} more question{'s' if waiting > 1 else ''}: F10")
        if put_away:
            words.append(f"{put_away} put away: F6")
        line = self.query_one(".more", Static)
        line.update("  ·  ".join(words))
        line.display = bool(words)

    def block_of(self, question_id: str) -> QuestionBlock | None:
        """Return the block of a question of this section."""
        return next((one for one in self.blocks if one.question.id == question_id), None)

    def fields_on_screen(self) -> tuple[Widget, ...]:
        """Return what Tab goes through, in order."""
        return tuple(one for one in self.screen.focus_chain if self in one.ancestors)

    def fields_of(self, question_id: str) -> tuple[Widget, ...]:
        """Return the fields of a question that may have the cursor now."""
        block = self.block_of(question_id)
        return tuple(one for one in self.fields_on_screen() if block in one.ancestors)

    def block_with(self, widget: Widget | None) -> QuestionBlock | None:
        """Return the question that a widget belongs to."""
        if widget is None:
            return None
        return next(
            (one for one in widget.ancestors_with_self if isinstance(one, QuestionBlock)), None
        )

    def mark(self, current: QuestionBlock) -> None:
        """Let one question stand out: the one with the cursor."""
        for block in self.blocks:
            block.set_class(block is current, "-current")

    def watch_virtual_size(self) -> None:
        """Keep the field that has the cursor in sight when an answer grows."""
        focused = self.screen.focused if self.is_mounted else None
        if focused is not None and self in focused.ancestors:
            self.call_after_refresh(self.bring_into_view, focused)

    def bring_into_view(self, widget: Widget) -> None:
        """Scroll so that the whole question of a field is seen, or from its words to the field."""
        block = self.block_with(widget)
        if block is None:
            return
        fits = block.outer_size.height <= self.size.height
        if not fits and widget.region.bottom - block.region.y <= self.size.height:
            self.scroll_to(y=block.virtual_region.y, animate=False, immediate=True)
        else:
            self.scroll_to_widget(block if fits else widget, animate=False, immediate=True)
