"""One row of a table, opened over the meeting: a person, a wish, a paper."""

from dataclasses import replace
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from iro_tui.domain.answers import Cell
from iro_tui.screens.frame import IroDialog
from iro_tui.widgets.answers.fields import field_for
from iro_tui.widgets.messages import AnswerChanged, InputRefused, MoveOn, RowsHolder


class RowForm(IroDialog[None]):
    """The columns of a row, one under the other; what is typed goes into the row at once.

    Enter goes on, Enter in the last field or Esc closes it.
    """

    where = "row"
    begins_in_a_field = True
    CSS_PATH = ["row_form.tcss", "answers.tcss"]  # noqa: RUF012 (Textual's own type)

    def __init__(self, title: str, rows: RowsHolder, index: int, *, today: date, age: int) -> None:
        super().__init__()
        self._title_words = title
        self._rows = rows
        self._index = index
        self._row: dict[str, Cell] = dict(rows.row_at(index))
        self._fields = tuple(
            field_for(
                "",
                replace(column, label=""),
                self._row.get(column.id),
                today=today,
                age=age,
                one_line=True,
            )
            for column in rows.part.columns
        )

    def compose_body(self) -> ComposeResult:
        """Yield the title, the fields and a line for what cannot be kept."""
        yield Static(self._title_words, classes="dialog-title", markup=False)
        with VerticalScroll(can_focus=False):
            for column, field in zip(self._rows.part.columns, self._fields, strict=True):
                with Horizontal(classes="cell"):
                    yield Static(column.label, classes="cell-label", markup=False)
                    yield field
        yield Static(id="row-line", markup=False)

    @on(AnswerChanged)
    def _cell_changed(self, event: AnswerChanged) -> None:
        event.stop()
        value = event.value
        if value is None:
            self._row.pop(event.part_id, None)
        else:
            self._row[event.part_id] = _cell(value)
        self._rows.put_row(self._index, dict(self._row))

    @on(InputRefused)
    def _refused(self, event: InputRefused) -> None:
        event.stop()
        self._say(f"! {event.reason}", is_wrong=True)

    @on(MoveOn)
    def _move_on(self, event: MoveOn) -> None:
        event.stop()
        self._say(event.noted)
        chain = self.focus_chain
        if self.focused in chain and self.focused is chain[-1]:
            self.action_back()
        else:
            self.focus_next()

    def _say(self, words: str, *, is_wrong: bool = False) -> None:
        line = self.query_one("#row-line", Static)
        line.update(words)
        line.set_class(is_wrong, "-wrong")

    def action_keep(self) -> None:
        """Close the form; the row is kept already."""
        self.action_back()

    def action_back(self) -> None:
        """Close the form; a row without a word in it is dropped."""
        self._rows.close_row()
        self.dismiss(None)


def _cell(value: object) -> Cell:
    if isinstance(value, str | int | float | bool | date):
        return value
    if isinstance(value, tuple):
        return tuple(str(one) for one in value)
    raise TypeError(value)
