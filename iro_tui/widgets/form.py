"""A form that is filled in from the keyboard: groups of fields, one under the other.

    Form(
        FieldGroup("Name", LineField("known_as", "Known as", needed=True)),
        FieldGroup("Care", ChoiceField("legal_status", "Legal status", codes.options())),
    )

`values` are what is typed, by field name; `fill` shows others; `show_problems` says at each field
what is wrong and puts the cursor into the first of them. Enter goes to the next field. What is
`out_of_place`, by what stands in the other fields, is out of sight, and the cursor passes it by.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from iro_tui.widgets.fields import Field, FieldValue


@dataclass(frozen=True, init=False)
class FieldGroup:
    """Fields that belong together, under a title."""

    title: str
    fields: tuple[Field, ...]

    def __init__(self, title: str, *fields: Field) -> None:
        object.__setattr__(self, "title", title)
        object.__setattr__(self, "fields", fields)


class Form(VerticalScroll, can_focus=False):
    """Groups of fields that scroll with the cursor."""

    DEFAULT_CSS = """
    Form {
        height: 1fr;
        scrollbar-size-vertical: 1;
        .form-group { padding: 0 1; margin: 1 0 0 0; text-style: bold; color: $text-accent; }
    }
    """

    class FieldEntered(Message):
        """The cursor went into a field."""

        def __init__(self, field: Field, group: FieldGroup) -> None:
            super().__init__()
            self.field = field
            self.group = group

    class EndReached(Message):
        """Enter was pressed in the last field."""

    def __init__(
        self,
        *groups: FieldGroup,
        out_of_place: Callable[[Mapping[str, FieldValue]], Collection[str]] | None = None,
    ) -> None:
        super().__init__()
        self.groups = groups
        self._out_of_place = out_of_place
        self._fields = {field.field_name: field for group in groups for field in group.fields}

    def compose(self) -> ComposeResult:
        """Lay the groups out one under the other; the first one's title is the screen's to show."""
        for index, group in enumerate(self.groups):
            if index:
                yield Static(group.title, classes="form-group", markup=False)
            yield from group.fields

    @property
    def values(self) -> dict[str, FieldValue]:
        """What stands in every field, as typed."""
        return {name: field.value for name, field in self._fields.items()}

    @property
    def values_in_sight(self) -> dict[str, FieldValue]:
        """What stands in the fields that are shown, as typed."""
        return {name: field.value for name, field in self._fields.items() if field.display}

    def field(self, name: str) -> Field:
        """Return the field with this name; raises KeyError."""
        return self._fields[name]

    def fill(self, values: Mapping[str, FieldValue]) -> None:
        """Show these values; fields that are not named stay as they are."""
        for name, value in values.items():
            if name in self._fields:
                self._fields[name].show_value(value)
        self._put_away()

    @on(Field.Changed)
    def _put_away(self) -> None:
        """Take what does not matter now out of sight, before the cursor goes on."""
        if self._out_of_place is None:
            return
        away = self._out_of_place(self.values)
        for name, field in self._fields.items():
            if field.display is (name in away):
                field.display = name not in away

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say at each field what is wrong, and put the cursor into the first of them."""
        for name, field in self._fields.items():
            field.show_problem(problems.get(name, ""))
        for name, field in self._fields.items():
            if name in problems:
                field.focus()
                self.call_after_refresh(self._bring_into_sight, field)
                return

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self._fields.values())).focus()

    def focus_group(self, by: int) -> None:
        """Put the cursor into the first field of the group before or after."""
        wanted = max(0, min(self._group_with_focus() + by, len(self.groups) - 1))
        next(field for field in self.groups[wanted].fields if field.display).focus()
        if wanted:
            title = self.query(".form-group")[wanted - 1]
            self.call_after_refresh(self.scroll_to_widget, title, top=True, animate=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep the whole field in sight, and tell the screen which it is."""
        for group in self.groups:
            for field in group.fields:
                if field in event.widget.ancestors:
                    self.call_after_refresh(self._bring_into_sight, field)
                    self.post_message(self.FieldEntered(field, group))

    @on(Field.Done)
    def _go_on(self, event: Field.Done) -> None:
        event.stop()
        fields = [field for field in self._fields.values() if field.display]
        following = fields.index(event.field) + 1
        if following < len(fields):
            fields[following].focus()
        else:
            self.post_message(self.EndReached())

    def _bring_into_sight(self, field: Field) -> None:
        if field is self.groups[0].fields[0]:
            self.scroll_home(animate=False)
        else:
            self.scroll_to_widget(field, animate=False)

    def _group_with_focus(self) -> int:
        focused = self.screen.focused
        for index, group in enumerate(self.groups):
            if focused and any(field in focused.ancestors for field in group.fields):
                return index
        return 0
