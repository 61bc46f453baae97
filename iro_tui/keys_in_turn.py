"""Each key has its turn: the next one waits until the one before has done what it does.

A key travels through many queues: the field's, the sheet's, the program's. Without turns, a
letter that follows `Esc F5` closely is in the old field before the new one has the cursor.
"""

import asyncio
from asyncio import Event as Moment
from collections import deque
from contextlib import suppress
from time import monotonic
from typing import Any

from textual.app import App, ReturnType
from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump

ROUNDS = 3
"""What a key says goes up from its field; so does what that changes, and what follows from that."""
LOOK_AGAIN = 0.1
"""Seconds after which we look again: who has gone says nothing more, and windows grow."""
LONGEST_WAIT = 5.0
"""Seconds after which a key is handed on whatever the one before still does."""


class KeysInTurn(App[ReturnType], inherit_bindings=False):
    """Hands keys and pasted text on one by one, in their order, to where they were aimed."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting_keys: deque[Key | Paste] = deque()
        self._whose_turn: Key | Paste | None = None
        self._turns: asyncio.Task[None] | None = None

    async def on_event(self, event: Event) -> None:
        """Take a key that comes from the keyboard in its turn, everything else at once."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
        elif event is not self._whose_turn and (self._turns or self.holds(event)):
            self._waiting_keys.append(event)
            self._begin_turns()
        else:
            if not self._only_writes(event):
                self._begin_turns()
            await super().on_event(event)

    def holds(self, event: Key | Paste) -> bool:  # noqa: ARG002 (it may depend on the key)
        """Whether a key is to wait, as while nobody sees what it does."""
        return False

    def awaits_cursor(self) -> bool:
        """Whether the screen on top is still to put the cursor where typing goes."""
        return False

    def _only_writes(self, event: Key | Paste) -> bool:
        """Whether a key moves nothing: a letter in a text, which must show at once."""
        if self.awaits_cursor() or self.focused is None:
            return False
        key, character = ("a", "a") if isinstance(event, Paste) else (event.key, event.character)
        return self.focused.check_consume_key(key, character)

    def _begin_turns(self) -> None:
        if self._turns is None:
            self._turns = asyncio.create_task(self._take_turns())

    async def _take_turns(self) -> None:
        try:
            await self._until_done()
            while self._waiting_keys and self.is_running:
                if self.holds(self._waiting_keys[0]):
                    await asyncio.sleep(LOOK_AGAIN)
                    continue
                self._whose_turn = self._waiting_keys.popleft()
                self.post_message(self._whose_turn)
                await self._until_done()
        finally:
            self._turns = self._whose_turn = None

    async def _until_done(self) -> None:
        """Wait until nobody between the cursor and the program has anything left of a key."""
        give_up = monotonic() + LONGEST_WAIT
        rounds = 0
        while rounds < ROUNDS and monotonic() < give_up:
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AGAIN):
                    for one in self._way_of_a_key():
                        await _has_handled_all(one)
                    rounds = 0 if self.awaits_cursor() else rounds + 1
                    await asyncio.sleep(0)

    def _way_of_a_key(self) -> list[MessagePump]:
        start: Any = self.focused or self.screen
        return list(start.ancestors_with_self)


async def _has_handled_all(one: MessagePump) -> None:
    done = Moment()
    if one.call_later(done.set):
        await done.wait()
