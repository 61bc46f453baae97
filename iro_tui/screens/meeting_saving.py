"""From the keyboard to the disk: which answers wait to be kept, and the visit they belong to."""

import asyncio
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from iro_tui.domain.agenda import Moment, Question
from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.review import Place
from iro_tui.errors import BadInput, IroError
from iro_tui.services import chairing, drafts

if TYPE_CHECKING:
    from iro_tui.app import IroApp
    from iro_tui.domain.typed import Typed
    from iro_tui.widgets.messages import AnswerField

LONGEST_VISIT = 60.0
"""Seconds after which a visit to a field becomes a revision of its own, for the history."""


class Told(Protocol):
    """Who is told how saving goes: the meeting's screen."""

    view: MeetingView

    @property
    def iro(self) -> "IroApp":
        """The program, for its store, clock and ids."""

    def answer_kept(self, answer: Answer) -> None:
        """Show that an answer is on the disk."""

    def not_saved(self, reason: str) -> None:
        """Show that something is not on the disk, and why."""

    def refuse(self, reason: str) -> None:
        """Say why something typed cannot be kept."""

    def place_now(self) -> Place | None:
        """Say where the caret stands; None while it stands nowhere."""


@dataclass
class Visit:
    """One visit to a field: its saves rewrite one revision."""

    revision_id: UUID
    begun: float


class MeetingSaving:
    """Keeps what was typed. Nothing leaves `unsaved` before the disk has it."""

    def __init__(self, told: Told, review_id: UUID) -> None:
        self._told = told
        self._review_id = review_id
        self._touched: dict[tuple[str, str], AnswerField] = {}
        self._unsaved: dict[str, Answer] = {}
        self._visits: dict[str, Visit] = {}
        self._last_place: Place | None = None
        self._half_typed: dict[str, str] = {}
        self._half_typed_kept: Typed = {}
        self._one_at_a_time = asyncio.Lock()

    @property
    def is_all_saved(self) -> bool:
        """Whether everything typed is on the disk."""
        return not self._touched and not self._unsaved

    def touch(self, field: "AnswerField") -> None:
        """Note that a field changed; its value is read when it is kept."""
        self._touched[field.question_id, field.part_id] = field

    def touch_half_typed(self, field: "AnswerField", typed: str) -> None:
        """Note what stands in a field and is no value yet; "" takes that back."""
        self._half_typed.pop(f"{field.question_id} {field.part_id}", None)
        if typed:
            self._half_typed[f"{field.question_id} {field.part_id}"] = typed

    def half_typed(self, question_id: str, part_id: str) -> str:
        """Return what was left half typed in a part of a question, "" for nothing."""
        return self._half_typed.get(f"{question_id} {part_id}", "")

    async def take_up_half_typed(self) -> None:
        """Read what was left half typed when the meeting was last open."""
        self._half_typed_kept = await self._told.iro.store_call(drafts.begun, self._draft_key)
        self._half_typed = {key: str(typed) for key, typed in self._half_typed_kept.items()}

    @property
    def _draft_key(self) -> str:
        return f"meeting {self._review_id}"

    def laid_over(self, view: MeetingView) -> MeetingView:
        """Return a view read from the disk with what is not on the disk yet."""
        for answer in self._unsaved.values():
            view = with_answer(view, answer)
        return view

    def put(self, answer: Answer) -> None:
        """Note a whole answer that is to be kept: set aside, parked, flagged, taken over."""
        self._unsaved[answer.question_id] = answer
        self._told.view = with_answer(self._told.view, answer)

    def end_visit(self, question_id: str) -> None:
        """Let the next change to this question be a revision of its own."""
        self._visits.pop(question_id, None)

    async def keep(self) -> bool:
        """Put everything that waits on the disk, and the caret's place; whether that worked."""
        async with self._one_at_a_time:
            self._gather()
            try:
                for answer in tuple(self._unsaved.values()):
                    await self._keep_answer(answer)
                await self._keep_place()
                await self._keep_half_typed()
            except IroError as error:
                self._told.not_saved(error.message)
            return self.is_all_saved

    def _gather(self) -> None:
        """Read the touched fields into whole answers; from here on their widgets may go."""
        touched, self._touched = self._touched, {}
        for (question_id, part_id), field in touched.items():
            self.put(edited(self._told.view, self._question(question_id), part_id, field))

    async def _keep_answer(self, answer: Answer) -> None:
        try:
            kept = await self._told.iro.store_call(
                chairing.save_answer,
                self._review_id,
                self._question(answer.question_id),
                answer,
                self._revision_of(answer.question_id),
            )
        except BadInput as refusal:
            self._told.refuse(str(refusal))
            return
        if self._unsaved.get(answer.question_id) is answer:
            del self._unsaved[answer.question_id]
            self._told.answer_kept(kept)

    def _question(self, question_id: str) -> Question:
        """Return a question of the whole agenda: this review may have ceased to ask it."""
        return self._told.iro.knowledge.agenda.question(question_id)

    def _revision_of(self, question_id: str) -> UUID:
        visit = self._visits.get(question_id)
        if visit is None or monotonic() - visit.begun > LONGEST_VISIT:
            visit = self._visits[question_id] = Visit(self._told.iro.new_id(), monotonic())
        return visit.revision_id

    async def _keep_place(self) -> None:
        place = self._told.place_now()
        if place is not None and place != self._last_place:
            await self._told.iro.store_call(chairing.save_place, self._review_id, place)
            self._last_place = place

    async def _keep_half_typed(self) -> None:
        typed = dict(self._half_typed)
        if typed != self._half_typed_kept:
            await self._told.iro.store_call(drafts.keep, self._draft_key, typed)
            self._half_typed_kept = typed


def with_answer(view: MeetingView, answer: Answer) -> MeetingView:
    """Return the view with another answer."""
    return replace(view, answers={**view.answers, answer.question_id: answer})


def edited(view: MeetingView, question: Question, part_id: str, field: "AnswerField") -> Answer:
    """Return the answer after a part was changed; what was set aside is open again."""
    answer = view.answers.get(question.id) or first_answer(view, question)
    parts = {name: value for name, value in answer.parts.items() if name != part_id}
    if field.value is not None:
        parts[part_id] = field.value
    return replace(answer, parts=parts, state=AnswerState.OPEN, reason="", carried_over=False)


def first_answer(view: MeetingView, question: Question) -> Answer:
    """Return a question's first answer: today's, of this meeting, private where it starts so."""
    meeting = view.meeting_of_today if question.moment is Moment.MEETING else None
    return Answer(
        question.id,
        given_on=view.today,
        meeting_id=meeting.id if meeting else None,
        private=question.private,
    )
