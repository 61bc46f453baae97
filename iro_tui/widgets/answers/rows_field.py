"""A field for people and tables: rows to walk along, each opened in a small form."""

from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from iro_tui.domain.agenda import Kind, Part
from iro_tui.domain.answer_words import row_words
from iro_tui.domain.answers import PartValue, Row, is_empty
from iro_tui.widgets.messages import AnswerChanged, RowWanted


class RowsField(Widget, can_focus=True):
    """The rows of one part, and a last line that adds one.

    Enter opens the row under the cursor, Delete takes it out (ctrl+z brings it back).
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", show=False),
        Binding("down,j", "step(1)", show=False),
        Binding("enter", "open", show=False),
        Binding("delete,backspace", "remove", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--add"}

    rows: reactive[tuple[Row, ...]] = reactive[tuple[Row, ...]]((), layout=True)
    cursor: reactive[int] = reactive(0)

    def __init__(self, question_id: str, part: Part, value: PartValue | None) -> None:
        super().__init__(classes="labelled" if part.label else "")
        self.question_id = question_id
        self.part_id = part.id
        self.part = part
        self.set_reactive(RowsField.rows, _rows_of(value))
        self.set_reactive(RowsField.cursor, len(self.rows))
        if part.label:
            self.border_title = Content(part.label)

    @property
    def value(self) -> PartValue | None:
        """The rows as a tuple, None when there are none."""
        return self.rows or None

    def show_value(self, value: PartValue | None) -> None:
        """Show other rows; the cursor stays in its place."""
        self.rows = _rows_of(value)
        self.cursor = min(self.cursor, len(self.rows))

    def row_at(self, index: int) -> Row:
        """Return a row, empty where a new one is being added."""
        return self.rows[index] if index < len(self.rows) else {}

    def put_row(self, index: int, row: Row) -> None:
        """Keep what the form holds so far as this row."""
        kept = {name: cell for name, cell in row.items() if not is_empty(cell)}
        if not kept and index >= len(self.rows):
            return
        self.rows = (*self.rows[:index], kept, *self.rows[index + 1 :])
        self.post_message(AnswerChanged(self))

    def close_row(self) -> None:
        """Drop rows that were left blank, and stand on the line that adds the next one."""
        self.rows = tuple(row for row in self.rows if row)
        self.post_message(AnswerChanged(self, at_once=True))
        self.cursor = len(self.rows)

    def action_step(self, by: int) -> None:
        """Move the cursor along the rows."""
        self.cursor = max(0, min(len(self.rows), self.cursor + by))

    def action_open(self) -> None:
        """Open the row under the cursor, or a new one, over the meeting."""
        self.post_message(RowWanted(self, self.cursor))

    def action_remove(self) -> None:
        """Take the row under the cursor out."""
        if self.cursor < len(self.rows):
            self.rows = (*self.rows[: self.cursor], *self.rows[self.cursor + 1 :])
            self.post_message(AnswerChanged(self, at_once=True))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """One line a row and one to add another."""
        return len(self.rows) + 1

    def render(self) -> Content:
        """Draw each row in one line, and the line that adds one."""
        width = max(self.content_size.width, 8)
        lines = [
            self._line(index, row_words(self.part, row) or "…", width)
            for index, row in enumerate(self.rows)
        ]
        noun = "person" if self.part.kind is Kind.PEOPLE else "row"
        lines.append(self._line(len(self.rows), f"+ Enter adds a {noun}", width))
        return Content("\n").join(lines)

    def _line(self, index: int, words: str, width: int) -> Content:
        if cell_len(words) > width:
            words = set_cell_size(words, width - 1) + "…"
        if index == self.cursor and self.has_focus:
            return Content.styled(words, self.get_visual_style("rows--cursor"))
        if index == len(self.rows):
            return Content.styled(words, self.get_visual_style("rows--add"))
        return Content(words)


def _rows_of(value: PartValue | None) -> tuple[Row, ...]:
    if not isinstance(value, tuple):
        return ()
    return tuple(row for row in value if not isinstance(row, str))
