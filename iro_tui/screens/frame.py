"""The frame of every screen: top line, body, footer; and what a small terminal gets instead."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.css.query import NoMatches
from textual.events import DescendantFocus
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from iro_tui.commands import bindings_for
from iro_tui.errors import IroError
from iro_tui.widgets.key_line import KeyLine
from iro_tui.widgets.top_line import SaveState, TopLine

if TYPE_CHECKING:
    from iro_tui.app import IroApp

ResultT = TypeVar("ResultT")

TOO_SMALL = "Too small: iro needs 80 by 24 characters.\n\nEverything typed is kept."


class Framed(Screen[ResultT]):
    """What screens and dialogs have in common: their area's keys, and errors as sentences.

    `where` is the id of the area in `commands.py`; an IroError that escapes a message handler
    is shown, and the screen goes on.
    """

    where: ClassVar[str] = ""
    begins_in_a_field: ClassVar[bool] = False
    """Whether the cursor comes into a field by itself: what is typed before it is there waits."""

    def __init__(self) -> None:
        super().__init__()
        self.awaits_cursor = self.begins_in_a_field

    def __init_subclass__(cls, **options: Any) -> None:
        if "where" in cls.__dict__:
            cls.BINDINGS = [*bindings_for(cls.where), *cls.__dict__.get("BINDINGS", ())]
        super().__init_subclass__(**options)

    @property
    def iro(self) -> "IroApp":
        """The program, for its store, clock and knowledge."""
        return cast("IroApp", self.app)

    async def _dispatch_message(self, message: Message) -> None:
        # A handler that raises would stop this screen's messages for good.
        try:
            await super()._dispatch_message(message)
        except IroError as error:
            self.iro.show_error(error)

    @on(DescendantFocus)
    def _has_cursor(self) -> None:
        self.awaits_cursor = False

    def action_up(self) -> Awaitable[None] | None:
        """Go up one level; a screen that has something to keep does so first."""
        if len(self.app.screen_stack) > 2:
            self.dismiss()
        return None

    async def may_leave(self) -> bool:
        """Keep what is not kept yet; whether the program may end without losing a word."""
        return True

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong in the background; what nobody expected ends the program."""
        if event.state is WorkerState.ERROR and not event.worker.exit_on_error:
            self.iro.background_failed(event.worker)

    def help_words(self) -> str:
        """Return what help says of the very place where the cursor is, beside the keys."""
        return ""

    async def action_press(self, key: str) -> None:
        """Do what a key does, for a click on the footer."""
        self.app.simulate_key(key)

    def on_compose(self) -> None:
        """Know how much room there is before anything is styled by it."""
        width, height = self.app.size
        self.add_class(
            *self._get_breakpoint_classes(width, self.app.HORIZONTAL_BREAKPOINTS or []),
            *self._get_breakpoint_classes(height, self.app.VERTICAL_BREAKPOINTS or []),
        )

    def compose_body(self) -> ComposeResult:
        """Yield what stands between top line and footer."""
        yield from ()


class IroScreen(Framed[ResultT]):
    """A whole screen: where I am and whether it is saved, the one thing to do, the keys."""

    def compose(self) -> ComposeResult:
        """Lay out the three zones, and the words for a terminal that is too small."""
        yield TopLine()
        with Container(id="body"):
            yield from self.compose_body()
        yield KeyLine(self.where)
        yield Static(TOO_SMALL, id="too-small", markup=False)

    def on_screen_resume(self) -> None:
        """Show the save state that another screen may have changed meanwhile."""
        self._tell(lambda line: line.show_save_state(self.iro.save_state))

    def set_where(self, words: str) -> None:
        """Say where the person is: "Amara · Review 4 · Section 6 of 16: Where I live"."""
        self._tell(lambda line: line.show_where(words))

    def saved(self, at: datetime) -> None:
        """Say that everything typed is kept, since when."""
        self._keep_save_state(SaveState(at=at))

    def not_saved(self, reason: str) -> None:
        """Say that something typed is not kept yet, and why, with the key that tries again.

        `reason` is a sentence, such as an error's message: "The disk is full."
        """
        # The line has room for the child's name and little more.
        words = reason.removesuffix(".").removeprefix("The ")
        problem = f"{words[:1].lower()}{words[1:]}, ctrl+s tries again"
        self._keep_save_state(SaveState(problem=problem))

    def _keep_save_state(self, state: SaveState) -> None:
        self.iro.save_state = state
        self._tell(lambda line: line.show_save_state(state))

    def _tell(self, tell: Callable[[TopLine], None]) -> None:
        try:
            tell(self.query_one(TopLine))
        except NoMatches:
            self.call_after_refresh(self._tell, tell)


class IroDialog(Framed[ResultT], ModalScreen[ResultT]):
    """A dialog over a screen that stays visible; its result goes to whoever opened it."""

    def compose(self) -> ComposeResult:
        """Lay out the dialog's own box, with its keys at the bottom of the screen."""
        with Container(id="dialog"):
            yield from self.compose_body()
        yield KeyLine(self.where)
        yield Static(TOO_SMALL, id="too-small", markup=False)
