"""The top line: where I am, and whether everything is saved, in one place on every screen."""

from dataclasses import dataclass
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static


@dataclass(frozen=True)
class SaveState:
    """What the right end of the top line says: saved at a time, or not saved and why."""

    at: datetime | None = None
    problem: str = ""

    @property
    def words(self) -> str:
        """The state in words: "Saved 14:32", "Not saved: disk full, ^s tries again"."""
        if self.problem:
            return f"! Not saved: {self.problem}"
        return f"Saved {self.at.astimezone():%H:%M}" if self.at else ""


class TopLine(Horizontal):
    """One line above every screen."""

    DEFAULT_CSS = """
    TopLine {
        dock: top;
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $foreground;
    }
    TopLine > #where {
        width: 1fr;
        min-width: 20;
        height: 1;
        text-style: bold;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    TopLine > #save-state {
        width: auto;
        max-width: 74%;
        height: 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        padding: 0 0 0 2;
        color: $muted;
    }
    TopLine.-not-saved > #save-state {
        color: $error;
        text-style: bold;
    }
    """

    def compose(self) -> ComposeResult:
        """Where on the left, saved on the right."""
        yield Static("", id="where", markup=False)
        yield Static("", id="save-state", markup=False)

    def show_where(self, words: str) -> None:
        """Write where the person is; a name in it is shown as it is written."""
        self.query_one("#where", Static).update(words)

    def show_save_state(self, state: SaveState) -> None:
        """Write the save state."""
        self.set_class(bool(state.problem), "-not-saved")
        self.query_one("#save-state", Static).update(state.words)
