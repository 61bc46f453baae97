"""Chairing a meeting by keys alone: what is pressed is counted, what is typed as text is not."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from time import monotonic
from typing import Any

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, TextArea

from iro_tui.domain.agenda import AgendaPart
from iro_tui.domain.answers import AnswerState
from iro_tui.domain.meeting import answer_to
from iro_tui.domain.meeting_page import next_open_question
from iro_tui.screens.child_words import WordsScreen
from iro_tui.screens.decision import DecisionScreen
from iro_tui.screens.meeting import MeetingScreen
from iro_tui.screens.row_form import RowForm
from iro_tui.screens.set_aside import SetAsideSheet
from iro_tui.widgets.answers.fields import answer_field_of
from iro_tui.widgets.answers.line_fields import AnswerLine
from iro_tui.widgets.answers.options_field import DIGITS, OptionsField
from iro_tui.widgets.answers.rows_field import RowsField
from iro_tui.widgets.answers.scale_field import ScaleField
from iro_tui.widgets.answers.text_field import TextField
from tests.screens.amaras_review import ANSWERS, DECISIONS, TAKEN_OVER, Decided, Said

PATIENCE = 20.0
"""Seconds to wait for what a key brings about; a machine that does other work is slow."""


class Keyboard:
    """A keyboard whose keys are counted, save those that write text."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        self.pressed: Counter[str] = Counter()

    @property
    def screen(self) -> Screen[object]:
        return self.pilot.app.screen

    async def press(self, key: str, happens: Callable[[], bool]) -> None:
        """Press a key that is no text and wait for what it brings about."""
        self.pressed[key] += 1
        self._send(key)
        await self.until(happens, key)

    async def write(self, text: str) -> None:
        """Type text into the field with the cursor, and wait until it stands there."""
        field = self.pilot.app.focused
        assert isinstance(field, Input | TextArea), field
        for character in text:
            self._send(character)
        await self.until(lambda: _text_in(field).endswith(text), text)

    def _send(self, key: str) -> None:
        character = key if len(key) == 1 else None
        event = events.Key(_character_to_key(key) if character else key, character)
        event.set_sender(self.pilot.app)
        driver = self.pilot.app._driver
        assert driver is not None
        driver.send_message(event)

    async def until(self, happens: Callable[[], bool], what: str) -> None:
        deadline = monotonic() + PATIENCE
        while not happens():
            if monotonic() > deadline:
                raise AssertionError(f"Nothing came of {what!r} at {self.pilot.app.focused!r}.")
            await asyncio.sleep(0.001)

    async def opens(self, key: str, kind: type[Screen[Any]]) -> None:
        """Press a key that opens a screen, and wait until the cursor stands in it."""
        await self.press(key, lambda: isinstance(self.screen, kind) and self._has_cursor())
        await self.pilot.pause()

    async def closes(self, key: str) -> None:
        """Press a key that closes the screen on top."""
        before = self.screen
        await self.press(key, lambda: self.screen is not before)
        await self.pilot.pause()

    async def moves(self, key: str) -> None:
        """Press a key that moves the cursor to another field."""
        before = self.pilot.app.focused
        await self.press(key, lambda: self.pilot.app.focused not in (before, None))

    def _has_cursor(self) -> bool:
        return self.pilot.app.focused is not None


def _text_in(field: Input | TextArea) -> str:
    return field.value if isinstance(field, Input) else field.text


class Chair(Keyboard):
    """Goes through a meeting question by question, with the answers of `amaras_review`.

    `instead` maps a question to what is done there the first time, in place of answering.
    """

    def __init__(self, pilot: Pilot[None], meeting: MeetingScreen) -> None:
        super().__init__(pilot)
        self.meeting = meeting
        self.instead: dict[str, Callable[[], Awaitable[None]]] = {}

    @property
    def question_id(self) -> str:
        return self.meeting.question_id

    @property
    def next_question(self) -> str:
        """The next open question, as the outline shows it to those who look; "" without one."""
        found = next_open_question(self.meeting.view, self.question_id, with_more=True)
        return found.id if found else ""

    def is_open(self, question_id: str) -> bool:
        view = self.meeting.view
        state = answer_to(view, view.question(question_id)).state
        return state in (AnswerState.OPEN, AnswerState.PARKED)

    def ends_the_meeting(self, question_id: str) -> bool:
        sections = self.meeting.view.agenda.sections
        last = [one for one in sections if one.part is AgendaPart.TOGETHER]
        return any(one.id == question_id for section in last for one in section.questions)

    async def child_leaves_or_comes(self) -> None:
        there = self.meeting.view.review.child_in_room
        await self.press("f6", lambda: self.meeting.view.review.child_in_room is not there)
        await self.pilot.pause()

    async def answer_until(self, enough: Callable[[str], bool]) -> None:
        """Answer what is open, question by question, until the next one is not for now."""
        while True:
            await self.until(lambda: bool(self.question_id), "a question")
            here = self.question_id
            if self.is_open(here):
                await self._do_what_is_to_be_done(here)
            await self.pilot.pause()
            await self.meeting.saving.keep()
            if not self.next_question or enough(self.next_question):
                return
            await self.until(lambda: bool(self.question_id), "a question")
            if self.question_id == here or not self.is_open(self.question_id):
                await self.next_open()

    async def next_open(self) -> None:
        wanted = self.next_question
        await self.press("ctrl+n", lambda: self.question_id == wanted)
        await self.pilot.pause()

    async def _do_what_is_to_be_done(self, question_id: str) -> None:
        if question_id in self.instead:
            await self.instead.pop(question_id)()
            return
        if question_id in DECISIONS:
            await self.decide(DECISIONS[question_id])
        said = ANSWERS.get(question_id)
        if isinstance(said, Mapping):
            for part_id, value in said.items():
                await self._go_to_part(part_id)
                await self._fill(value)
        elif said == TAKEN_OVER:
            await self.take_over()
        else:
            assert not self.is_open(question_id), question_id

    async def take_over(self) -> None:
        answers, question_id = self.meeting.view.answers, self.question_id
        assert question_id not in answers
        await self.press(
            "ctrl+l",
            lambda: (
                question_id in self.meeting.view.answers
                and self.meeting.view.answers[question_id].carried_over
            ),
        )

    async def park(self) -> None:
        """Come back to this later: the cursor goes on by itself."""
        here = self.question_id
        await self.press("f8", lambda: self.question_id not in (here, ""))
        await self.pilot.pause()

    async def set_aside(self, reason: str, *, does_not_apply: bool) -> None:
        await self.opens("ctrl+o", SetAsideSheet)
        await self.write(reason)
        if does_not_apply:
            await self.moves("shift+tab")
            await self.press("d", lambda: True)
        await self.closes("ctrl+s")

    async def decide(self, decided: Decided) -> None:
        await self.opens("f2", DecisionScreen)
        for place, text in enumerate(decided.as_typed):
            if place:
                await self.moves("enter")
            await self.write(text)
        await self.closes("ctrl+s")

    async def keep_words(self, words: str) -> None:
        await self.opens("ctrl+t", WordsScreen)
        await self.write(words)
        await self.closes("ctrl+s")

    async def _go_to_part(self, part_id: str) -> None:
        for _ in range(12):
            field = answer_field_of(self.pilot.app.focused)
            if field is not None and field.part_id == part_id:
                return
            await self.moves("tab")
        raise AssertionError(f"{part_id} of {self.question_id} is nowhere.")

    async def _fill(self, value: Said) -> None:
        field = answer_field_of(self.pilot.app.focused)
        match field, value:
            case TextField(), str():
                await self.write(value)
            case AnswerLine(), str() | int():
                await self.write(str(value))
                await self.until(lambda: field.value is not None, str(value))
            case ScaleField(), int():
                for digit in str(value):
                    await self.press(digit, lambda: field.value is not None)
                await self.until(lambda: field.value == value, str(value))
                await self.until(lambda: self.pilot.app.focused is not field, "moving on")
            case OptionsField(), _:
                await self._pick(field, value)
            case RowsField(), list():
                for row in value:
                    assert isinstance(row, Mapping)
                    await self._fill_row(row)
            case _:
                raise AssertionError(f"{self.question_id}: {value!r} does not go into {field!r}.")

    async def _pick(self, field: OptionsField, value: Said) -> None:
        options = {True: ["yes"], False: ["no"]}[value] if isinstance(value, bool) else value
        for option in options if isinstance(options, list) else [options]:
            digit = DIGITS[field.option_ids.index(str(option))]
            await self.press(digit, lambda wanted=option: wanted in field.picked)  # type: ignore[misc]
        if not field.several:
            await self.until(lambda: self.pilot.app.focused is not field, "moving on")

    async def _fill_row(self, row: Mapping[str, Said]) -> None:
        await self.opens("enter", RowForm)
        form = self.screen
        for part_id, value in row.items():
            await self._go_to_part(part_id)
            await self._fill(value)
        if self.screen is form:
            await self.closes("escape")
