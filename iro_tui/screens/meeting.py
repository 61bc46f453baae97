"""The meeting: one section's questions at a time, everything at hand by one key."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from textual import on

from iro_tui.domain.agenda import KeptIn, Question, stays_on_screen
from iro_tui.domain.answers import Answer, AnswerState, is_empty
from iro_tui.domain.meeting import answer_to, says
from iro_tui.domain.meeting_page import (
    last_answer_to,
    next_open_question,
    put_away_questions,
)
from iro_tui.screens.about_answer import AboutAnswerSheet
from iro_tui.screens.destinations import Destination
from iro_tui.screens.meeting_ending import MeetingEnding
from iro_tui.screens.meeting_saving import first_answer, with_answer
from iro_tui.screens.set_aside import SetAside, SetAsideSheet
from iro_tui.services import chairing
from iro_tui.widgets.outline import Outline

STILL_OPEN = frozenset({AnswerState.OPEN, AnswerState.PARKED})


class MeetingScreen(MeetingEnding):
    """Chairs one review: what can be done with the question that has the cursor."""

    def __init__(self, review_id: UUID) -> None:
        super().__init__(review_id)
        self._asked_to_replace = ""

    async def action_previous_section(self) -> None:
        """Open the section before."""
        await self.step_section(-1)

    async def action_next_section(self) -> None:
        """Open the next section."""
        await self.step_section(1)

    @on(Outline.Chosen)
    async def _section_clicked(self, event: Outline.Chosen) -> None:
        await self.open_section(event.section_id)

    def action_more_questions(self) -> None:
        """Show the questions asked only on demand, the cursor in the first; or put them away."""
        before = self.page.fields_on_screen()
        self.page.show_more(self.view, with_more=not self.page.with_more)
        self.call_after_refresh(self._focus_first_but, before)

    def _focus_first_but(self, before: tuple[object, ...]) -> None:
        fields = self.page.fields_on_screen()
        fresh = next((one for one in fields if one not in before), None)
        if fresh is not None:
            fresh.focus()
        elif self.focused not in fields and fields:
            fields[0].focus()

    async def action_next_open(self) -> None:
        """Put the cursor into the next question without an answer, in whichever section."""
        await self.saving.keep()
        found = next_open_question(self.view, self.question_id, with_more=self.page.with_more)
        if found is not None:
            await self.go_to_question(found.id)
            return
        waiting = sum(put_away_questions(self.view, one) for one in self.view.agenda.sections)
        name = self.view.child.name
        self.say(
            f"Nothing is open with {name} here. F6 when {name} has left."
            if waiting
            else "Nothing is open any more. ^r: finish."
        )

    def action_swap_side(self) -> None:
        """Swap the outline for what stands beside, where there is no room for both."""
        self.toggle_class("-swapped")

    async def action_come_back(self) -> None:
        """Mark the question to come back to and go on, or take the mark off."""
        question = self.question
        if question is None:
            return
        answer = await self._settled(question)
        if answer.state is AnswerState.PARKED:
            await self._put(replace(answer, state=AnswerState.OPEN))
            return
        await self._put(replace(answer, state=AnswerState.PARKED))
        await self._step_past(question)
        self.say("Marked to come back to; the finish lists it.")

    async def _step_past(self, question: Question) -> None:
        """Put the cursor into the first field after a question."""
        fields = self.page.fields_on_screen()
        for field in fields[fields.index(self.focused) :] if self.focused in fields else ():
            block = self.page.block_with(field)
            if block and block.question.id != question.id:
                field.focus()
                return
        await self.step_section(1)

    def action_set_aside(self) -> None:
        """Ask why the question, or the section, is not asked or does not apply."""
        question = self.question
        if question is None:
            return
        if answer_to(self.view, question).state is AnswerState.ANSWERED:
            self.say("It is answered. Take the answer out first, or let it stand.")
            return
        draft_key = f"aside {self.review_id} {question.id}"
        self.app.push_screen(SetAsideSheet(says(self.view, question), self._set_aside, draft_key))

    async def _set_aside(self, aside: SetAside) -> None:
        one = self.question
        in_room = self.view.review.child_in_room
        chosen = self.section.questions if aside.whole_section else (one,) if one else ()
        for question in chosen:
            answer = await self._settled(question)
            shown = stays_on_screen(question, child_in_room=in_room)
            if shown and answer_to(self.view, question).state in STILL_OPEN:
                await self._put(replace(answer, state=aside.state, reason=aside.reason, parts={}))

    async def action_take_over(self) -> None:
        """Take last time's answer over; over something typed only when asked twice."""
        question = self.question
        last = last_answer_to(self.view, question) if question else None
        if question is None or last is None:
            self.say("Nothing was noted for this question last time.")
            return
        if not question.carries_forward:
            self.say("What is felt or said starts afresh each time; last time's stays to be read.")
            return
        answer = await self._settled(question)
        typed = any(not is_empty(value) for value in answer.parts.values())
        if typed and self._asked_to_replace != question.id:
            self._asked_to_replace = question.id
            self.say("There is an answer. ctrl+l again takes last time's; ctrl+z brings this back.")
            return
        self._asked_to_replace = ""
        ids = {part.id for part in question.parts}
        parts = {name: value for name, value in last.parts.items() if name in ids}
        await self._put(
            replace(answer, parts=parts, carried_over=True, state=AnswerState.OPEN, reason="")
        )

    async def action_about_answer(self) -> None:
        """Open what else is kept of the answer: who gave it, who may see it, your own note."""
        question = self.question
        if question is not None:
            answer = await self._settled(question)
            self.app.push_screen(AboutAnswerSheet(self.view.child.name, answer, self._keep_flags))

    async def _keep_flags(self, flagged: Answer) -> None:
        question = self.view.question(flagged.question_id)
        current = self._answer(question)
        await self._put(replace(flagged, parts=current.parts, state=current.state))

    def _answer(self, question: Question) -> Answer:
        return self.view.answers.get(question.id) or first_answer(self.view, question)

    async def _settled(self, question: Question) -> Answer:
        """Return a question's answer with everything typed in it kept, as a visit of its own."""
        await self.keep_visit(question.id)
        return self._answer(question)

    async def _put(self, answer: Answer) -> None:
        """Keep a whole answer and show it."""
        self.saving.put(answer)
        self.page.show_view(self.view, refill=answer.question_id)
        await self.keep_visit(answer.question_id)

    async def action_undo_answer(self) -> None:
        """Bring back what the question's answer was before its last change."""
        question = self.question
        if question is None:
            return
        if question.kept_in is not KeptIn.ANSWERS:
            await self.undo_kept(question)
            return
        await self.keep_visit(question.id)
        before = await self.iro.store_call(chairing.undo_answer, self.review_id, question.id)
        self._show_restored(before, "Nothing to undo here.")

    async def action_redo_answer(self) -> None:
        """Take the last undo of this question back."""
        question = self.question
        if question is None:
            return
        if question.kept_in is not KeptIn.ANSWERS:
            await self.redo_kept(question)
            return
        await self.keep_visit(question.id)
        after = await self.iro.store_call(chairing.redo_answer, self.review_id, question.id)
        self._show_restored(after, "Nothing to redo here.")

    def _show_restored(self, answer: Answer | None, nothing: str) -> None:
        if answer is None:
            self.say(nothing)
            return
        self.view = with_answer(self.view, answer)
        self.page.show_view(self.view, refill=answer.question_id)
        self.answer_kept(answer)

    def destinations(self) -> tuple[Destination, ...]:
        """Return the sections that may be opened, for going to one by a few letters."""
        sections = self.sections if self.is_open else ()
        return tuple(
            Destination(one.short, "section", partial(self.open_section, one.id))
            for one in sections
        )

    def why_not(self, typed: str) -> str:
        """Return why a section that these letters name is not there now, and what brings it."""
        allowed = {one.id for one in self.sections} if self.is_open else set()
        away = [one.short for one in self.view.agenda.sections if one.id not in allowed]
        if not any(typed.casefold() in one.casefold() for one in away):
            return ""
        return f"Some of it is put away while {self.view.child.name} is here: F6 brings it back."

    def help_words(self) -> str:
        """Return why the question with the cursor is asked, and what becomes of its answer."""
        question = self.question if self.is_open else None
        if question is None:
            return ""
        lines = [says(self.view, question), question.why]
        lines += [f"In the record: {question.record}."] if question.record else []
        lines += [f"In the letter: {question.letter}."] if question.letter else []
        return "\n".join(lines)
