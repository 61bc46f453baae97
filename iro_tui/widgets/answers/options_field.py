"""A field for choices: all options stand on the screen, one key picks."""

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from iro_tui.domain.agenda import Kind, Part
from iro_tui.domain.answers import PartValue
from iro_tui.widgets.messages import AnswerChanged, MoveOn

DIGITS = "1234567890"
YES_NO: Mapping[str, str] = {"yes": "yes", "no": "no"}


class OptionsField(Widget, can_focus=True):
    """One choice, several choices, or yes and no, drawn whole.

    A digit or a first letter picks; arrows move, Space picks, Backspace takes it out. Picking
    the one choice of a question moves on to the next field, so that it costs one key.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("up", "step_row(-1)", show=False),
        Binding("down", "step_row(1)", show=False),
        Binding("space", "pick_at_cursor", show=False),
        Binding("enter", "accept", show=False),
        Binding("backspace,delete", "clear", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--picked", "choice--cursor", "choice--key"}

    picked: reactive[tuple[str, ...]] = reactive[tuple[str, ...]](())
    cursor: reactive[int] = reactive(-1)

    def __init__(self, question_id: str, part: Part, value: PartValue | None) -> None:
        super().__init__(classes="labelled" if part.label else "")
        self.question_id = question_id
        self.part_id = part.id
        self.part = part
        options = YES_NO if part.kind is Kind.YES_NO else part.options
        self.option_ids = tuple(options)
        self.labels = tuple(options.values())
        self.set_reactive(OptionsField.picked, self._picks_of(value))
        if part.label:
            self.border_title = Content(part.label)

    @property
    def several(self) -> bool:
        """Whether more than one option may be picked."""
        return self.part.kind is Kind.CHOICES

    @property
    def value(self) -> PartValue | None:
        """The option's id, the ids in the agenda's order, or True and False for yes and no."""
        if not self.picked:
            return None
        if self.several:
            return self.picked
        return self.picked[0] == "yes" if self.part.kind is Kind.YES_NO else self.picked[0]

    def show_value(self, value: PartValue | None) -> None:
        """Show another choice."""
        self.picked = self._picks_of(value)

    def _picks_of(self, value: PartValue | None) -> tuple[str, ...]:
        match value:
            case bool():
                return ("yes",) if value else ("no",)
            case str():
                return (value,)
            case tuple():
                return tuple(one for one in self.option_ids if one in value)
            case _:
                return ()

    def on_key(self, event: events.Key) -> None:
        """Pick by the option's digit, or by a first letter that only it has."""
        character = (event.character or "").casefold()
        if not character.strip():
            return
        numbered = DIGITS[: len(self.labels)]
        if character in numbered:
            event.stop()
            self._pick(numbered.index(character))
            return
        begin = [i for i, label in enumerate(self.labels) if label.casefold().startswith(character)]
        if not begin:
            return
        event.stop()
        if len(begin) == 1:
            self._pick(begin[0])
        else:
            self.cursor = next((i for i in begin if i > self.cursor), begin[0])

    def _pick(self, index: int) -> None:
        self.cursor = index
        option = self.option_ids[index]
        if self.several:
            chosen = set(self.picked) ^ {option}
            self.picked = tuple(one for one in self.option_ids if one in chosen)
            self.post_message(AnswerChanged(self, at_once=True))
            return
        if self.picked != (option,):
            self.picked = (option,)
            self.post_message(AnswerChanged(self, at_once=True))
        noted = f"{self.part.label or 'Noted'}: {self.labels[index]}"
        self.post_message(MoveOn(f"{noted} · Shift+Tab goes back"))

    def action_step(self, by: int) -> None:
        """Move the cursor among the options."""
        self.cursor = max(0, min(len(self.labels) - 1, self.cursor + by))

    def action_step_row(self, by: int) -> None:
        """Move the cursor a line up or down."""
        if self.cursor < 0:
            self.cursor = 0
            return
        target = self.cursor + by * self._columns(self.content_size.width)
        if 0 <= target < len(self.labels):
            self.cursor = target

    def action_pick_at_cursor(self) -> None:
        """Pick the option under the cursor."""
        if self.cursor >= 0:
            self._pick(self.cursor)

    def action_accept(self) -> None:
        """Pick what the cursor stands on, if it was moved, and go on."""
        if self.cursor >= 0 and not self.several:
            self._pick(self.cursor)
        else:
            self.post_message(MoveOn())

    def action_clear(self) -> None:
        """Take the choice out."""
        if self.picked:
            self.picked = ()
            self.post_message(AnswerChanged(self, at_once=True))

    def on_blur(self) -> None:
        """Forget the cursor, so that coming back and pressing Enter picks nothing by chance."""
        self.cursor = -1

    def _cell_width(self) -> int:
        return max(Content(label).cell_length for label in self.labels) + 7

    def _columns(self, width: int) -> int:
        return max(1, min(len(self.labels), (width + 3) // self._cell_width()))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the lines that all options need at this width."""
        columns = self._columns(width)
        if columns > 1:
            return -(-len(self.labels) // columns)
        return sum(len(self._wrapped(index, width)) for index in range(len(self.labels)))

    def _wrapped(self, index: int, width: int) -> list[Content]:
        """Return an option's lines where each stands on a line of its own."""
        return Content(self.labels[index]).wrap(max(width - 4, 8))

    def render(self) -> Content:
        """Draw all options in even columns, or one below the other when they are long."""
        width = self.content_size.width or 1
        columns = self._columns(width)
        if columns == 1:
            return Content("\n").join(
                self._option(index, Content("\n    ").join(self._wrapped(index, width)))
                for index in range(len(self.labels))
            )
        cell = self._cell_width()
        lines = []
        for start in range(0, len(self.labels), columns):
            row = range(start, min(start + columns, len(self.labels)))
            cells = [self._option(i, Content(self.labels[i])) for i in row]
            lines.append(Content("").join(one.pad_right(cell - one.cell_length) for one in cells))
        return Content("\n").join(lines)

    def _option(self, index: int, label: Content) -> Content:
        is_picked = self.option_ids[index] in self.picked
        marks = ("■", "□") if self.several else ("●", "○")
        style = self.get_visual_style("choice--picked") if is_picked else ""
        if index == self.cursor and self.has_focus:
            style = self.get_visual_style("choice--cursor")
        key = DIGITS[index] if index < len(DIGITS) else " "
        return Content.assemble(
            (f"{key} ", self.get_visual_style("choice--key")),
            (f"{marks[0] if is_picked else marks[1]} ", style),
            label.stylize(style) if style else label,
        )
