"""Saving while somebody types: soon after the last key, and never long after the first."""

from collections.abc import Awaitable, Callable
from time import monotonic
from typing import TYPE_CHECKING

from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from textual.timer import Timer

AFTER_LAST_KEY = 0.4
"""Seconds without a key after which what was typed is kept."""
AFTER_FIRST_KEY = 2.0
"""Seconds after the first key that was not kept yet, at the latest."""
AT_ONCE = 0.01
"""Seconds: Textual divides by a timer's time when it runs late, so none may be nought."""


class SaveSoon:
    """Calls `save` soon after `touch`; `flush` does so at once if there is anything to keep.

    `save` returns whether it was kept; what was not is tried again with the next key or flush.
    """

    def __init__(self, owner: MessagePump, save: Callable[[], Awaitable[bool]]) -> None:
        self._owner = owner
        self._save = save
        self._first_touch: float | None = None
        self._timer: Timer | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._first_touch is not None

    def touch(self) -> None:
        """Say that something was typed."""
        now = monotonic()
        if self._first_touch is None:
            self._first_touch = now
        if self._timer:
            self._timer.stop()
        left = max(AT_ONCE, self._first_touch + AFTER_FIRST_KEY - now)
        self._timer = self._owner.set_timer(min(AFTER_LAST_KEY, left), self.flush)

    async def flush(self) -> None:
        """Keep now what was typed; without anything typed, nothing happens."""
        first_touch = self._first_touch
        self.forget()
        if first_touch is not None and not await self._save():
            self._first_touch = self._first_touch or first_touch

    def forget(self) -> None:
        """Save nothing more: what was typed is kept in another way."""
        if self._timer:
            self._timer.stop()
        self._timer = None
        self._first_touch = None
