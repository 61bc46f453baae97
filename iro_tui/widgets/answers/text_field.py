"""A field for words: it grows with what is written, and lets the meeting have its keys."""

from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import TextArea

from iro_tui.domain.agenda import Part
from iro_tui.domain.answers import PartValue
from iro_tui.domain.text import clean_text
from iro_tui.errors import BadInput
from iro_tui.widgets.messages import AnswerChanged, InputRefused, MoveOn

GIVEN_UP = frozenset({"f6", "f7"})
"""Keys of the text area that are the meeting's: who is in the room, and last time's answers."""


class TextField(TextArea, inherit_bindings=False):
    """A text of any length; Tab leaves it, and a `one_line` field is left by Enter too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        binding
        for binding in TextArea.BINDINGS
        if isinstance(binding, tuple) or binding.key not in GIVEN_UP
    ]

    def __init__(
        self, question_id: str, part: Part, value: PartValue | None, *, one_line: bool = False
    ) -> None:
        super().__init__(
            value if isinstance(value, str) else "",
            compact=False,
            highlight_cursor_line=False,
            classes="one-line" if one_line else "",
        )
        self.question_id = question_id
        self.part_id = part.id
        self.one_line = one_line
        self.match_cursor_bracket = False
        self.move_cursor(self.document.end)
        if part.label:
            self.border_title = Content(part.label)

    @property
    def value(self) -> PartValue | None:
        """The text as it stands, None when there is none."""
        return self.text or None

    def show_value(self, value: PartValue | None) -> None:
        """Show another text; the caret stays at its end, or where it was if the text reaches."""
        text = value if isinstance(value, str) else ""
        if text == self.text:
            return
        caret = None if self.cursor_at_end_of_text else self.cursor_location
        with self.prevent(TextArea.Changed):
            self.load_text(text)
        self.move_cursor(caret or self.document.end)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say that the answer changed; the text itself is read only when it is kept."""
        event.stop()
        self.post_message(AnswerChanged(self))

    def action_undo(self) -> None:
        """Undo typing; with nothing typed since the field opened, undo the answer instead."""
        if not self.history.undo_stack and not self.history.redo_stack:
            raise SkipAction
        super().action_undo()

    def action_redo(self) -> None:
        """Redo typing; with nothing typed since the field opened, redo the answer instead."""
        if not self.history.undo_stack and not self.history.redo_stack:
            raise SkipAction
        super().action_redo()

    def action_paste(self) -> None:
        """Paste what was cut or copied here, if all of it can be kept."""
        if self._can_keep(self.app.clipboard):
            super().action_paste()

    def _can_keep(self, text: str) -> bool:
        try:
            clean_text(text, what="What you pasted")
        except BadInput as refusal:
            self.post_message(InputRefused(str(refusal)))
            return False
        return True

    async def _on_paste(self, event: events.Paste) -> None:
        if not self._can_keep(event.text):
            event.prevent_default()
            event.stop()

    async def _on_key(self, event: events.Key) -> None:
        if self.one_line and event.key == "enter":
            event.prevent_default()
            event.stop()
            self.post_message(MoveOn())
