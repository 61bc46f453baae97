"""Fields that are picked from a few options, which all stand in the row."""

from collections.abc import Mapping
from typing import ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from iro_tui.widgets.fields import Field, FieldValue

_BETWEEN = "   "


class _Picks(Static, can_focus=True):
    """A row of options of which one is taken: arrows, space, or the first letter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "Previous", show=False),
        Binding("right,space", "step(1)", "Next", show=False),
        Binding("enter", "done", "Next field", show=False),
    ]

    chosen: reactive[str] = reactive("")

    class Picked(Message):
        """Another option was taken."""

    class Done(Message):
        """Enter was pressed."""

    def __init__(self, options: Mapping[str, str]) -> None:
        super().__init__(markup=False)
        self.options = options

    def render(self) -> Content:
        """Show every option, the one taken with a dot; none is broken over two lines."""
        lines = self._lines(self.size.width)
        return Content("\n").join(
            Content(_BETWEEN).join(self._shown(option) for option in line) for line in lines
        )

    def _shown(self, option: str) -> Content:
        taken = option == self.chosen
        sign = "(•)" if taken else "( )"
        return Content.styled(f"{sign} {self.options[option]}", "bold" if taken else "dim")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the lines that the options need at this width."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[list[str]]:
        lines: list[list[str]] = [[]]
        used = 0
        for option, words in self.options.items():
            needed = cell_len(words) + 4
            if lines[-1] and width and used + len(_BETWEEN) + needed > width:
                lines.append([])
            used = used + len(_BETWEEN) + needed if lines[-1] else needed
            lines[-1].append(option)
        return lines

    def action_step(self, by: int) -> None:
        """Take the option before or after."""
        options = list(self.options)
        here = options.index(self.chosen) if self.chosen in options else -1 if by > 0 else 0
        self._pick(options[(here + by) % len(options)])

    def action_done(self) -> None:
        """Go on."""
        self.post_message(self.Done())

    def on_key(self, event: events.Key) -> None:
        """Take the option whose words begin with the letter."""
        letter = (event.character or "").casefold()
        if not letter.isalpha():
            return
        for option, words in self.options.items():
            if words.casefold().startswith(letter):
                event.stop()
                self._pick(option)
                return

    def _pick(self, option: str) -> None:
        self.chosen = option
        self.post_message(self.Picked())


class PickField(Field):
    """One of a few options that all stand in the row; the first is taken to start with."""

    DEFAULT_CSS = """
    PickField _Picks { color: $foreground; }
    PickField _Picks:focus { background: $primary-muted; }
    """

    def __init__(
        self,
        name: str,
        label: str,
        options: Mapping[str, str],
        *,
        hint: str = "",
        needed: bool = False,
    ) -> None:
        super().__init__(name, label, hint=hint, needed=needed)
        self._picks = _Picks(options)
        self._picks.set_reactive(_Picks.chosen, next(iter(options)))

    @property
    def control(self) -> Widget:
        """The row of options."""
        return self._picks

    @property
    def value(self) -> FieldValue:
        """The option taken."""
        return self._picks.chosen

    def show_value(self, value: FieldValue) -> None:
        """Take another option."""
        self._picks.chosen = str(value)

    @on(_Picks.Picked)
    def _was_picked(self, event: _Picks.Picked) -> None:
        event.stop()
        self.changed_by_user()

    @on(_Picks.Done)
    def _entered(self, event: _Picks.Done) -> None:
        event.stop()
        self.post_message(self.Done(self))


class YesNoField(PickField):
    """Yes or no; with `may_be_unknown` also not known. The value is a bool, "" if not known."""

    def __init__(
        self, name: str, label: str, *, hint: str = "", may_be_unknown: bool = False
    ) -> None:
        options = {"no": "no", "yes": "yes"}
        if may_be_unknown:
            options = {"": "not known", "yes": "yes", "no": "no"}
        super().__init__(name, label, options, hint=hint)

    @property
    def value(self) -> FieldValue:
        """True, False, or "" for not known."""
        chosen = self._picks.chosen
        return chosen == "yes" if chosen else ""

    def show_value(self, value: FieldValue) -> None:
        """Show yes, no or not known."""
        self._picks.chosen = value if isinstance(value, str) else "yes" if value else "no"
