"""The fields of a form: labelled, one line each, with what is wrong said at the field.

`LineField` takes a line, and can echo how it was understood (`date_field` echoes dates);
`LongField` takes several lines. One of a few is a `PickField` or `YesNoField` (widgets/picks.py),
one of many a `ChoiceField` (widgets/choice.py). All of them share `Field`: `field_name`, `value`,
`show_value`, `show_problem`, and the messages `Changed` (by the user) and `Done` (Enter).
"""

from abc import abstractmethod
from collections.abc import Callable
from datetime import date
from typing import ClassVar, Self

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from iro_tui.domain.dates.spoken import spoken
from iro_tui.errors import BadInput
from iro_tui.widgets.abstract import Abstract

FieldValue = str | bool


class Field(Vertical, metaclass=Abstract):
    """A label, a control, an echo beside it and, when something is wrong, a sentence below.

    `hint` is what the screen says about the field while the cursor is in it; a `needed` field
    carries an asterisk.
    """

    DEFAULT_CSS = """
    Field {
        height: auto;
        color: $text-muted;
        &.-wrong { color: $text-error; }
        &:focus-within { color: $text; }
        & > * { margin: 0 0 0 26; }
        & > Horizontal { height: auto; }
        & > .field-problem { height: auto; margin: 0 1 0 26; color: $text-error; }
        .field-echo { width: 1fr; padding: 0 0 0 2; color: $text-muted; }
        Input { width: 1fr; }
        &.-echoes Input { width: 18; }
        Input:focus { background: $primary-muted; }
    }
    """

    class Changed(Message):
        """The user changed the field."""

        def __init__(self, field: "Field") -> None:
            super().__init__()
            self.field = field

    class Done(Message):
        """The user pressed Enter: on to the next field."""

        def __init__(self, field: "Field") -> None:
            super().__init__()
            self.field = field

    def __init__(
        self, name: str, label: str, *, hint: str = "", needed: bool = False, classes: str = ""
    ) -> None:
        super().__init__(id=name, classes=classes)
        self.field_name = name
        self.label = label
        self.hint = hint
        self.needed = needed
        self._problem: Static | None = None

    @property
    @abstractmethod
    def control(self) -> Widget:
        """The widget that takes the cursor."""

    @property
    @abstractmethod
    def value(self) -> FieldValue:
        """What stands in the field, as typed."""

    @abstractmethod
    def show_value(self, value: FieldValue) -> None:
        """Show another value without telling anybody that it changed."""

    def compose(self) -> ComposeResult:
        """Yield the control; the label is drawn, and what is wrong comes when something is."""
        yield self.control

    def render(self) -> Content:
        """Draw the label to the left of the control."""
        words = f" {self.label}{' *' if self.needed else ''}"
        return Content.styled(words, "bold" if self.has_pseudo_class("focus-within") else "")

    def focus(self, scroll_visible: bool = True) -> Self:
        """Put the cursor into the field."""
        self.control.focus(scroll_visible)
        return self

    def show_problem(self, sentence: str) -> None:
        """Say below the field what is wrong; an empty sentence takes it back."""
        self.set_class(bool(sentence), "-wrong")
        if self._problem is None and sentence:
            self._problem = Static(classes="field-problem", markup=False)
            self.mount(self._problem, after=0)
        if self._problem is not None:
            _write(self._problem, f"! {sentence}" if sentence else "")
            self._problem.display = bool(sentence)

    def changed_by_user(self) -> None:
        """Take back what was wrong, and tell the form."""
        self.show_problem("")
        self.post_message(self.Changed(self))


def _write(place: Static, words: str) -> None:
    """Write what is new: an update lays the whole form out again, too much for every key."""
    if place.content != words:
        place.update(words)


class LineField(Field):
    """One line of text. `echo` gives the words beside it, or raises BadInput, said on leaving."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        hint: str = "",
        needed: bool = False,
        echo: Callable[[str], str] | None = None,
    ) -> None:
        # A class that is added later has Textual look up every style again.
        classes = "-echoes" if echo else ""
        super().__init__(name, label, hint=hint, needed=needed, classes=classes)
        # Words are gone on with, not typed over; a date is given anew.
        self._input = Input(compact=True, select_on_focus=echo is not None)
        self._echo = echo
        self._echoed = Static(classes="field-echo", markup=False)

    def compose(self) -> ComposeResult:
        """Yield the input, with the place for the echo beside it where there is one."""
        if not self.has_class("-echoes"):
            yield from super().compose()
            return
        with Horizontal():
            yield self._input
            yield self._echoed

    def show_echo(self, words: str) -> None:
        """Say beside the field how it was understood."""
        _write(self._echoed, words)

    @property
    def control(self) -> Input:
        """The one-line input."""
        return self._input

    @property
    def value(self) -> str:
        """The line as typed."""
        return self._input.value

    def show_value(self, value: FieldValue) -> None:
        """Show another line."""
        with self.prevent(Input.Changed):
            self._input.value = str(value)
        self._input.cursor_position = len(self._input.value)
        if self.is_mounted:
            self._understand()

    def on_mount(self) -> None:
        """Echo what stands there from the start."""
        self._understand()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.changed_by_user()
        self._understand()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Done(self))

    @on(Input.Blurred)
    def _left(self, event: Input.Blurred) -> None:
        event.stop()
        if problem := self._understand():
            self.show_problem(problem)

    def _understand(self) -> str:
        """Echo the line; return what is wrong with it, which is no news while it is typed."""
        if self._echo is None or not self.value.strip():
            self.show_echo("")
            return ""
        try:
            self.show_echo(self._echo(self.value))
        except BadInput as error:
            self.show_echo("")
            return str(error)
        return ""


def date_field(
    name: str,
    label: str,
    read: Callable[[str], date],
    *,
    hint: str = "",
    needed: bool = False,
    remark: Callable[[date], str] | None = None,
) -> LineField:
    """Return a line that takes a date as people type it and echoes "→ Fri 4 Dec 2026".

    `read` raises BadInput for what is no date; `remark` adds a few words on the day, on a line of
    their own when they begin with "!".
    """

    def echo(text: str) -> str:
        day = read(text)
        words = remark(day) if remark else ""
        parted_by = "\n" if words.startswith("!") else " · "
        return parted_by.join(piece for piece in (f"→ {spoken(day)}", words) if piece)

    return LineField(name, label, hint=hint, needed=needed, echo=echo)


class LongField(Field):
    """Several lines; Enter is a new line here, Tab goes on."""

    DEFAULT_CSS = """
    LongField TextArea { height: auto; min-height: 2; max-height: 6;
                         border: none; padding: 0; }
    LongField TextArea:focus { background: $primary-muted; }
    """

    area_class: ClassVar[type[TextArea]] = TextArea

    def __init__(self, name: str, label: str, *, hint: str = "", needed: bool = False) -> None:
        super().__init__(name, label, hint=hint, needed=needed)
        self._area = self.area_class(compact=True, highlight_cursor_line=False)

    @property
    def control(self) -> TextArea:
        """The area that is typed in."""
        return self._area

    @property
    def value(self) -> str:
        """The text as typed."""
        return self._area.text

    def show_value(self, value: FieldValue) -> None:
        """Show another text, the caret at its end, where one goes on."""
        with self.prevent(TextArea.Changed):
            self._area.load_text(str(value))
        self._area.move_cursor(self._area.document.end)

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.changed_by_user()
