"""What is kept beside the answers: who is there, words, decisions; and what opens over it."""

import asyncio
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from textual import on
from textual.widget import Widget

from iro_tui.domain.agenda import Question, section_of
from iro_tui.domain.meeting import MeetingView, says
from iro_tui.domain.review import Place
from iro_tui.errors import BadInput, StoreError
from iro_tui.screens import routes
from iro_tui.screens.meeting_cursor import MeetingCursor
from iro_tui.screens.row_form import RowForm
from iro_tui.services import chairing
from iro_tui.widgets.answers.fields import answer_field_of
from iro_tui.widgets.attendance_field import AttendeeWanted
from iro_tui.widgets.last_decisions_field import OutcomeWanted
from iro_tui.widgets.messages import DecisionWanted, Keep, RowWanted, ServiceCall, WordsWanted


class MeetingCalls(MeetingCursor):
    """Runs services for the page's fields, with undo, and opens what lies over the meeting."""

    def __init__(self, review_id: UUID) -> None:
        super().__init__(review_id)
        self._done: dict[str, list[Keep]] = {}
        self._undone: dict[str, list[Keep]] = {}
        self._waiting: list[ServiceCall] = []
        self._one_at_a_time = asyncio.Lock()

    @on(Keep)
    async def _keep(self, event: Keep) -> None:
        event.stop()
        before = self.view
        if not await self._run(event.call):
            return
        if event.undo is not None:
            self._done.setdefault(self.question_id, []).append(event)
            self._undone.pop(self.question_id, None)
        await self.show_review_afresh()
        if child_is_there(self.view) and not child_is_there(before):
            await self._follow_room(in_room=True)

    async def _run(self, call: ServiceCall) -> bool:
        """Run a service; what the disk does not take waits, and comes before whatever follows."""
        self._waiting.append(call)
        return await self._run_waiting()

    async def _run_waiting(self) -> bool:
        """Run what waits, in its order; whether all of it is kept."""
        all_taken = True
        async with self._one_at_a_time:
            while self._waiting:
                call = self._waiting.pop(0)
                try:
                    await self.iro.store_call(call.service, *call.arguments, **call.keywords)
                except BadInput as refusal:
                    self.refuse(str(refusal))
                    all_taken = False
                except StoreError as error:
                    self._waiting.insert(0, call)
                    self.not_saved(error.message)
                    return False
        self.saved(self.iro.clock.now())
        return all_taken

    def saved(self, at: datetime) -> None:
        """Say that everything is kept, once nothing waits any more."""
        if not self._waiting:
            super().saved(at)

    async def may_leave(self) -> bool:
        """Keep everything, also what the disk did not take before."""
        if self._waiting and not await self._run_waiting():
            return False
        return await super().may_leave()

    async def undo_kept(self, question: Question) -> None:
        """Take back the last thing that was kept for a question."""
        done = self._done.get(question.id, [])
        if not done:
            self.say("Nothing to undo here.")
            return
        last = done.pop()
        if last.undo is not None and await self._run(last.undo):
            self._undone.setdefault(question.id, []).append(last)
            await self.show_review_afresh()

    async def redo_kept(self, question: Question) -> None:
        """Keep again what was last taken back."""
        undone = self._undone.get(question.id, [])
        if not undone:
            self.say("Nothing to redo here.")
            return
        last = undone.pop()
        if await self._run(last.call):
            self._done.setdefault(question.id, []).append(last)
            await self.show_review_afresh()

    async def action_save_now(self) -> None:
        """Save now, also what could not be saved before."""
        if self._waiting and await self._run_waiting():
            await self.show_review_afresh()
        if await self.saving.keep():
            self.saved(self.iro.clock.now())

    async def action_child_in_room(self) -> None:
        """Put away what is for adults only and what is asked alone, or bring it back, at once."""
        await self._follow_room(in_room=not self.view.review.child_in_room)

    async def _follow_room(self, *, in_room: bool) -> None:
        self.view = replace(self.view, review=replace(self.view.review, child_in_room=in_room))
        self.page.show_view(self.view)
        self.say("")
        if self.section_id not in {one.id for one in self.sections}:
            await self.open_section(self._section_nearby())
        else:
            self.call_after_refresh(self._stand_somewhere_safe)
        await self._run(ServiceCall(chairing.tick, (self.review_id,), {"child_in_room": in_room}))
        self.show_standing()

    async def action_plan_final(self) -> None:
        """Say that the plan is final or changed, which asks for the options weighed, or not."""
        final = not self.view.review.plan_final
        await self._tick("plan_final", ticked=final)
        self.say("The plan is final or changed." if final else "The plan is neither final nor new.")

    async def action_scales(self) -> None:
        """Ask scales although the child is under five, or no longer."""
        scales = not self.view.review.scales
        await self._tick("scales", ticked=scales)
        self.say("Scales are asked." if scales else "Scales are asked from five years on.")

    async def _tick(self, name: str, *, ticked: bool) -> None:
        if await self._run(ServiceCall(chairing.tick, (self.review_id,), {name: ticked})):
            await self.show_review_afresh()

    def _section_nearby(self) -> str:
        allowed = {one.id for one in self.sections}
        nearest = self.sections[0].id
        for section in self.view.agenda.sections:
            if section.id == self.section_id:
                break
            nearest = section.id if section.id in allowed else nearest
        return nearest

    def _stand_somewhere_safe(self) -> None:
        fields = self.page.fields_on_screen()
        if fields and self.focused not in fields:
            fields[0].focus()
        self.show_standing()

    @on(RowWanted)
    def _open_row(self, event: RowWanted) -> None:
        event.stop()
        title = says(self.view, self.question) if self.question else ""
        age = self.view.facts.age
        self.app.push_screen(
            RowForm(title, event.rows, event.index, today=self.view.today, age=age)
        )

    async def action_new_decision(self) -> None:
        """Take a decision over the meeting."""
        await self._open_decision(DecisionWanted())

    @on(DecisionWanted)
    async def _open_decision(self, event: DecisionWanted) -> None:
        event.stop()
        where = self.question_id or f"{self.section_id}."
        # The sheet opens before anything is waited for: what is typed next belongs to it.
        self.app.push_screen(routes.decision(self.view, where, self.section.short, event.decision))
        await self.saving.keep()

    async def action_child_words(self) -> None:
        """Write down the child's words over the meeting."""
        await self._open_words(WordsWanted())

    @on(WordsWanted)
    async def _open_words(self, event: WordsWanted) -> None:
        event.stop()
        self.app.push_screen(routes.child_words(self.view, self.section_id, event.words))
        await self.saving.keep()

    @on(AttendeeWanted)
    def _open_attendee(self, event: AttendeeWanted) -> None:
        event.stop()
        self.app.push_screen(routes.attendee(self.view, event))

    @on(OutcomeWanted)
    def _open_outcome(self, event: OutcomeWanted) -> None:
        event.stop()
        self.app.push_screen(routes.outcome(self.view, event))

    async def action_documents(self) -> None:
        """Show the record and the letter as they stand."""
        await self.saving.keep()
        self.app.push_screen(routes.documents(self.review_id))

    async def go_to_question(self, question_id: str) -> None:
        """Put the cursor into a question, at the first part that is empty."""
        asked_in = next(
            (one.id for one in self.sections if any(q.id == question_id for q in one.questions)),
            section_of(question_id),
        )
        if asked_in != self.section_id:
            await self.open_section(asked_in, Place(asked_in, question_id))
        fields = self.page.fields_of(question_id)
        target = next((one for one in fields if _is_empty(one)), fields[0] if fields else None)
        if target is not None:
            target.focus()


def _is_empty(widget: Widget) -> bool:
    field = answer_field_of(widget)
    return field is not None and field.value is None


def child_is_there(view: MeetingView) -> bool:
    """Whether the child is marked as being in the room."""
    return any(one.is_child and one.presence.was_there for one in view.asked_now)
