"""A field for one act or reason: it starts as one line, grows, and keeps pasted line breaks."""

from textual import events, on
from textual.message import Message
from textual.widgets import TextArea

from iro_tui.widgets.fields import LongField


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


class ActField(LongField):
    """A short text; Enter goes to the next field, as in a line."""

    DEFAULT_CSS = """
    ActField TextArea { min-height: 1; max-height: 4; }
    """
    area_class = _GrowingText

    @on(_GrowingText.Entered)
    def _entered(self, event: _GrowingText.Entered) -> None:
        event.stop()
        self.post_message(self.Done(self))
