"""The text of one section of the letter; F6 and F7 are the screen's."""

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from iro_tui.widgets.answers.text_field import GIVEN_UP


class LetterText(TextArea, inherit_bindings=False):
    """What the child will read, one line a sentence or paragraph."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding
        for binding in TextArea.BINDINGS
        if isinstance(binding, tuple) or binding.key not in GIVEN_UP
    ]

    def __init__(self) -> None:
        super().__init__(compact=True, highlight_cursor_line=False, id="text")
        self.match_cursor_bracket = False

    def show_text(self, text: str) -> None:
        """Show another section's text, without saying that it changed."""
        with self.prevent(TextArea.Changed):
            self.load_text(text)
        self.move_cursor(self.document.end)

    def put_in(self, line: str) -> None:
        """Put a line in at the caret, as a line of its own; its first slot is ready to type over.

        A slot stands in braces: "You like {what} at school."
        """
        row, column = self.cursor_location
        current = self.document.get_line(row)
        before = "\n" if current[:column].strip() else ""
        after = "\n" if current[column:].strip() else ""
        self.insert(f"{before}{line}{after}")
        start, end = line.find("{"), line.find("}")
        if 0 <= start < end:
            first_row = row + bool(before)
            first_column = 0 if before else column
            self.selection = Selection(
                (first_row, first_column + start), (first_row, first_column + end + 1)
            )
