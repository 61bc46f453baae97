"""A field that is chosen from a list, by typing a part of the words or by the arrows."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from iro_tui.widgets.fields import Field, FieldValue


class ChoiceField(Field):
    """One of many: `options` maps what is kept (a code, an id) to the words that are shown.

    Typing narrows the list, arrows walk it, Enter or Tab takes the one marked, Esc closes it.
    With `or_else` a text of one's own is kept as it is typed; otherwise it stays on the screen
    as typed, with what is wrong said below. `show_codes` puts what is kept beside the words.
    """

    DEFAULT_CSS = """
    ChoiceField {
        & > OptionList {
            display: none; width: 1fr; height: auto; max-height: 8;
            overlay: screen; constrain: none inflect; margin: 0 0 1 26;
            border: none; padding: 0; background: $panel;
        }
        &.-open > OptionList { display: block; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "walk(1)", "List", show=False),
        Binding("up", "walk(-1)", "List", show=False),
        Binding("escape", "close_list", "Close the list", show=False),
    ]

    def __init__(
        self,
        name: str,
        label: str,
        options: Mapping[str, str],
        *,
        hint: str = "",
        needed: bool = False,
        or_else: bool = False,
        show_codes: bool = False,
    ) -> None:
        super().__init__(name, label, hint=hint, needed=needed)
        self._options = options
        self._or_else = or_else
        self._show_codes = show_codes
        self._input = Input(compact=True)
        self._list = OptionList(markup=False, compact=True)
        self._list.can_focus = False

    @property
    def control(self) -> Input:
        """The line that is typed in."""
        return self._input

    @property
    def value(self) -> str:
        """What is kept for the words in the field; the text itself if it is not on the list."""
        typed = self._input.value.strip()
        for kept, words in self._options.items():
            if typed.casefold() in (words.casefold(), kept.casefold()):
                return kept
        return typed

    @property
    def is_open(self) -> bool:
        """Whether the list stands open."""
        return self.has_class("-open")

    def show_value(self, value: FieldValue) -> None:
        """Show the words for another value."""
        with self.prevent(Input.Changed):
            self._input.value = self._options.get(str(value), str(value))
        self._input.cursor_position = len(self._input.value)

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002 (Textual's own signature)
    ) -> bool | None:
        """Leave Esc to the screen while the list is closed."""
        return self.is_open if action == "close_list" else True

    def action_walk(self, by: int) -> None:
        """Open the whole list, or mark the option above or below."""
        if not self.is_open:
            self._open("")
            self._mark(self.value)
        elif by > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_close_list(self) -> None:
        """Close the list and leave the text as it is."""
        self.remove_class("-open")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.changed_by_user()
        text = event.value.strip()
        self._open(text) if text else self.action_close_list()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self._take_marked()
        self.post_message(self.Done(self))

    @on(Input.Blurred)
    def _left(self, event: Input.Blurred) -> None:
        event.stop()
        self._take_marked()
        if not self._or_else and self.value and self.value not in self._options:
            self.show_problem(f"“{self.value}” is not on the list. ↓ shows all there is.")

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._take_marked()
        self.focus()

    def _open(self, typed: str) -> None:
        if not self._list.is_attached:
            self.mount(self._list, after=0)
        self._list.clear_options()
        self._list.add_options(
            Option(self._line(kept), id=f"kept-{kept}") for kept in self._matching(typed)
        )
        found = self._list.option_count > 0
        self._list.highlighted = 0 if found else None
        self.set_class(found, "-open")

    def _line(self, kept: str) -> Content:
        words = Content(self._options[kept])
        return Content.assemble(words, (f"  {kept}", "dim")) if self._show_codes else words

    def _matching(self, typed: str) -> Iterator[str]:
        """Yield what matches: beginnings of the whole first, then of a word, then any part."""
        part = typed.casefold()
        ranked = [
            (rank, kept)
            for kept, words in self._options.items()
            if (rank := _rank(part, f"{words} {kept}".casefold())) is not None
        ]
        for _, kept in sorted(ranked, key=lambda one: one[0]):
            yield kept

    def _mark(self, kept: str) -> None:
        if kept in self._options:
            self._list.highlighted = self._list.get_option_index(f"kept-{kept}")

    def _take_marked(self) -> None:
        if not self.is_open:
            return
        self.action_close_list()
        option = self._list.highlighted_option
        if option is None or option.id is None:
            return
        kept = option.id.removeprefix("kept-")
        if kept != self.value:
            self.show_value(kept)
            self.changed_by_user()
        else:
            self.show_value(kept)


def _rank(part: str, words: str) -> int | None:
    if words.startswith(part):
        return 0
    if f" {part}" in words:
        return 1
    return 2 if part in words else None
