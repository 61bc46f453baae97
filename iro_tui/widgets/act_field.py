"""A field for one act or reason: it starts as one line, grows, and keeps pasted line breaks."""

from textual import events, on
from textual.message import Message
from textual.widgets import TextArea

from iro_tui.widgets.fields import Field, FieldValue


class _GrowingText(TextArea):
    """A text in which Enter goes on."""

    class Entered(Message):
        """Enter was pressed."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Entered())
            return
        await super()._on_key(event)


class ActField(Field):
    """A short text; Enter goes to the next field, as in a line."""

    DEFAULT_CSS = """
    ActField TextArea { height: auto; max-height: 4; border: none; padding: 0; }
    ActField TextArea:focus { background: $primary-muted; }
    """

    def __init__(self, name: str, label: str, *, hint: str = "", needed: bool = False) -> None:
        super().__init__(name, label, hint=hint, needed=needed)
        self._area = _GrowingText(compact=True, highlight_cursor_line=False)

    @property
    def control(self) -> TextArea:
        """The area that is typed in."""
        return self._area

    @property
    def value(self) -> str:
        """The text as typed."""
        return self._area.text

    def show_value(self, value: FieldValue) -> None:
        """Show another text, the caret behind it."""
        with self.prevent(TextArea.Changed):
            self._area.load_text(str(value))
        self._area.move_cursor(self._area.document.end)

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.changed_by_user()

    @on(_GrowingText.Entered)
    def _entered(self, event: _GrowingText.Entered) -> None:
        event.stop()
        self.post_message(self.Done(self))
