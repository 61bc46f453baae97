"""A bare text area that holds the text of the file named: what a key in an answer is held to."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class BareText(App[None]):
    """One text area and nothing else, its caret at the end."""

    def compose(self) -> ComposeResult:
        """Yield the text area."""
        text_area = TextArea(Path(sys.argv[1]).read_text(encoding="utf-8"))
        text_area.move_cursor(text_area.document.end)
        # What is drawn after a key is to be the key, not the cursor's next blink.
        text_area.cursor_blink = False
        yield text_area

    def on_mount(self) -> None:
        """Start with the caret in the text."""
        self.query_one(TextArea).focus()


if __name__ == "__main__":
    BareText().run()
