"""A field for 0 to 10, with faces for young children."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from iro_tui.domain.agenda import Part
from iro_tui.domain.answers import PartValue
from iro_tui.widgets.messages import AnswerChanged, MoveOn

HIGHEST = 10
FACES = {0: ":'(", 3: ":(", 5: ":|", 7: ":)", 10: ":D"}
"""Faces that every terminal draws alike, by the number they stand under."""


class ScaleField(Widget, can_focus=True):
    """A number from 0, the worst, to 10, the best: a digit picks, 1 and then 0 is ten."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,down", "step(-1)", show=False),
        Binding("right,up", "step(1)", show=False),
        Binding("enter", "accept", show=False),
        Binding("backspace,delete", "clear", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"scale--picked", "scale--faces"}

    number: reactive[int | None] = reactive[int | None](None)

    def __init__(
        self, question_id: str, part: Part, value: PartValue | None, *, faces: bool = False
    ) -> None:
        super().__init__(classes="with-faces" if faces else "")
        self.question_id = question_id
        self.part_id = part.id
        self.faces = faces
        self._label = part.label or "Noted"
        self._one_was_typed = False
        self.set_reactive(ScaleField.number, _number_of(value))
        if part.label:
            self.add_class("labelled")
            self.border_title = Content(part.label)

    @property
    def value(self) -> PartValue | None:
        """The number, None when none was given."""
        return self.number

    def show_value(self, value: PartValue | None) -> None:
        """Show another number."""
        self.number = _number_of(value)

    def on_key(self, event: events.Key) -> None:
        """Pick by digit and move on; after a 1 wait for the 0 that makes it ten."""
        character = event.character or ""
        if character not in tuple("0123456789"):
            self._one_was_typed = False
            return
        event.stop()
        is_ten = character == "0" and self._one_was_typed
        self._one_was_typed = character == "1"
        self._give(HIGHEST if is_ten else int(character))
        if not self._one_was_typed:
            self.post_message(MoveOn(f"{self._label}: {self.number} · Shift+Tab goes back"))

    def _give(self, number: int | None) -> None:
        if number != self.number:
            self.number = number
            self.post_message(AnswerChanged(self, at_once=True))

    def action_step(self, by: int) -> None:
        """Go one up or down; the first step lands in the middle."""
        here = HIGHEST // 2 if self.number is None else self.number + by
        self._give(max(0, min(HIGHEST, here)))

    def action_accept(self) -> None:
        """Go on with the number as it stands."""
        self.post_message(MoveOn())

    def action_clear(self) -> None:
        """Take the number out."""
        self._give(None)

    def render(self) -> Content:
        """Draw the numbers in one line, and the faces below them."""
        numbers = Content("").join(self._drawn(number) for number in range(HIGHEST + 1))
        if not self.faces:
            return numbers
        faces = "".join(FACES.get(number, "").center(4) for number in range(HIGHEST + 1))
        return Content.assemble(numbers, "\n", (faces, self.get_visual_style("scale--faces")))

    def _drawn(self, number: int) -> Content:
        words = f"{number:^4}"
        if number != self.number:
            return Content(words)
        return Content.styled(words, self.get_visual_style("scale--picked"))


def _number_of(value: PartValue | None) -> int | None:
    return int(value) if isinstance(value, int | float) else None
