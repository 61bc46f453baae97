"""An app whose errors are sentences, and whose crash leaves nothing of what was typed."""

from typing import Any

from rich.text import Text
from textual.events import Key, Paste
from textual.worker import Worker, WorkerFailed

from iro_tui.crash import crash_report
from iro_tui.errors import IroError
from iro_tui.keys_in_turn import KeysInTurn
from iro_tui.screens.frame import Framed


class KindApp(KeysInTurn[None], inherit_bindings=False):
    """Shows an IroError from wherever it escapes; `failure` is said after the screen has gone."""

    failure = ""

    def show_error(self, error: IroError) -> None:
        """Say what happened and what to do: the one place errors surface."""
        self.notify(error.hint, title=error.message, severity="error", timeout=12, markup=False)

    def fail(self, error: IroError) -> None:
        """Leave the program and say why, where nothing can be shown on a screen any more."""
        self.failure = str(error)
        self.exit(return_code=error.exit_code)

    def awaits_cursor(self) -> bool:
        """Whether the screen on top is still to put the cursor where typing goes."""
        if isinstance(self.screen, Framed):
            return self.screen.awaits_cursor
        return self.screen.is_modal and self.focused is None

    def holds(self, event: Key | Paste) -> bool:
        """Whether a key waits for a window that is large enough to see what it does."""
        if not (self.screen.has_class("-too-narrow") or self.screen.has_class("-too-low")):
            return False
        pressed = self.screen.active_bindings.get(event.key) if isinstance(event, Key) else None
        return pressed is None or pressed.binding.id != "go.quit"

    async def run_action(self, *args: Any, **kwargs: Any) -> bool:
        """Run an action; an IroError that escapes it is shown."""
        try:
            return await super().run_action(*args, **kwargs)
        except IroError as error:
            self.show_error(error)
            return True

    def background_failed(self, worker: Worker[Any]) -> None:
        """Say what went wrong in a worker; an error that nobody expected ends the program."""
        if isinstance(worker.error, Exception):
            self._handle_exception(worker.error)

    def _handle_exception(self, error: Exception) -> None:
        inside = error.error if isinstance(error, WorkerFailed) else error
        if isinstance(inside, IroError):
            self.show_error(inside)
        else:
            super()._handle_exception(inside if isinstance(inside, Exception) else error)

    def _fatal_error(self) -> None:
        # Textual's own report prints local variables, which hold what was said about a child.
        if self._exception is not None:
            self._exit_renderables.append(Text(crash_report(self._exception)))
        self._close_messages_no_wait()
