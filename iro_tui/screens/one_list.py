"""A screen of one child that is one list, with more about the line under the cursor below it."""

from typing import ClassVar
from uuid import UUID

from textual.app import ComposeResult
from textual.widgets import Static

from iro_tui.screens.frame import IroScreen
from iro_tui.widgets.rows import Rows


class OneList(IroScreen[None]):
    """A list that is read again whenever its screen comes back: another may have changed it."""

    CSS_PATH: ClassVar[str] = "one_list.tcss"

    def __init__(self, child_id: UUID) -> None:
        super().__init__()
        self._child_id = child_id

    def compose_body(self) -> ComposeResult:
        """Yield the names of the columns, the list, and the place for more about a line."""
        yield Static(id="columns", markup=False)
        yield Rows(id="line")
        yield Static(id="why", markup=False)

    def on_mount(self) -> None:
        """Put the cursor into the list."""
        self.query_one(Rows).focus()

    def on_screen_resume(self) -> None:
        """Read the list again."""
        super().on_screen_resume()
        self.read()

    def read(self) -> object:
        """Read what stands in the list and show it."""
        raise NotImplementedError
