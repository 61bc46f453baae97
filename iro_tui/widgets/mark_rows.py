"""Rows that a letter marks, and that notice when somebody is writing a sentence instead."""

from time import monotonic

from textual import events

from iro_tui.widgets.messages import InputRefused, Keep
from iro_tui.widgets.rows import Rows

PAUSE = 1.0
"""Seconds without a key after which a letter is a mark again."""

WRITING = "These rows are marked by letters, so nothing was marked or written. Tab goes on."


class MarkRows(Rows):
    """Rows with marks: a letter that is no key here tells that this is a sentence.

    The marks of that sentence are taken back, and its letters do nothing until a pause or
    another key, such as an arrow.
    """

    def __init__(self) -> None:
        super().__init__()
        self._marks: list[tuple[int | None, Keep]] = []
        self._last_key = 0.0
        self._is_written_in = False

    def marked(self, take_back: Keep) -> None:
        """Remember how the mark of the row under the cursor is taken back, while keys follow."""
        self._marks.append((self.highlighted, take_back))

    def on_key(self, event: events.Key) -> None:
        """Let a mark pass, and stop what belongs to a sentence."""
        now = monotonic()
        writes = event.is_printable or event.key == "enter"
        if not writes or now - self._last_key > PAUSE:
            self._marks.clear()
            self._is_written_in = False
        self._last_key = now
        if writes and (self._is_written_in or event.key not in self.screen.active_bindings):
            event.stop()
            event.prevent_default()
            self._take_back()

    def _take_back(self) -> None:
        while self._marks:
            self.highlighted, take_back = self._marks.pop()
            self.post_message(take_back)
        # Said last: a mark of the child that is taken back has words of its own on the room.
        if not self._is_written_in:
            self.post_message(InputRefused(WRITING))
        self._is_written_in = True
