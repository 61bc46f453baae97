"""What every list in the meeting has in common that is kept in a table of its own."""

from abc import abstractmethod
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from iro_tui.domain.agenda import Question
from iro_tui.domain.meeting import MeetingView
from iro_tui.widgets.abstract import Abstract
from iro_tui.widgets.rows import Rows


class KeptRowsField(Vertical, metaclass=Abstract):
    """Rows above a word on them, if there is one to say, and above their keys (`hints`)."""

    hints: ClassVar[Content]
    rows_class: ClassVar[type[Rows]] = Rows

    def __init__(self, view: MeetingView, question: Question) -> None:
        super().__init__()
        self.view = view
        self.question_id = question.id

    def compose(self) -> ComposeResult:
        """Lay the rows above the word and their keys."""
        yield self.rows_class()
        yield Static(classes="row-word", markup=False)
        yield Static(self.hints, classes="row-keys")

    def on_mount(self) -> None:
        """Show what there is."""
        self.show_view(self.view)
        self.stand_first()

    @abstractmethod
    def show_view(self, view: MeetingView) -> None:
        """Show the review as it is now, without moving the cursor."""

    def stand_first(self) -> None:
        """Put the cursor where the list is gone on with; it stands on the first row."""

    @property
    def rows(self) -> Rows:
        """The rows."""
        return self.query_one(Rows)

    def say(self, words: str) -> None:
        """Say a word on the rows as a whole; "" for none."""
        line = self.query_one(".row-word", Static)
        line.update(words)
        line.display = bool(words)


class GrowingRowsField(KeptRowsField):
    """Rows to which one can be added, also by Enter on the last, and from which one is taken."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus", "add", show=False),
        Binding("delete", "take_out", show=False),
    ]

    @abstractmethod
    def action_add(self) -> None:
        """Begin another."""

    @abstractmethod
    def action_take_out(self) -> None:
        """Take out what is under the cursor; ctrl+z brings it back."""
