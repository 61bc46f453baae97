"""A sheet of a few fields at the bottom of the screen; what is behind it stays in sight.

What is typed is kept as it is typed, so that Esc is only a way back and nothing is ever lost.
"""

from abc import abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.widgets import Static

from iro_tui.domain.typed import Typed
from iro_tui.errors import IroError
from iro_tui.screens.frame import IroDialog, IroScreen
from iro_tui.services import drafts
from iro_tui.widgets.abstract import Abstract
from iro_tui.widgets.fields import Field, FieldValue
from iro_tui.widgets.save_soon import SaveSoon

LONGEST_TITLE = 74
"""Characters of a title that fit into one line of the smallest window."""


class Sheet(IroDialog[bool], metaclass=Abstract):
    """Fields, one under the other: Enter goes on, Enter in the last or ctrl+s keeps, Esc is back.

    Dismissed with whether anything was kept. A sheet says what its `fields` are, how they are
    kept (`keep_typed`, called soon after each key) and what still stands against closing it.
    """

    CSS_PATH = "sheet.tcss"
    AUTO_FOCUS: ClassVar[str | None] = ""

    keeps_as_typed: ClassVar[bool] = True
    """Whether what is typed goes to the disk at once, or only when the sheet is kept."""
    begins_in_a_field = True

    def __init__(self, title: str, fields: Sequence[Field]) -> None:
        super().__init__()
        self._sheet_title = title
        self.fields = {field.field_name: field for field in fields}
        self.has_kept = False
        self._was_warned = False
        self._hint = ""
        self._kept_values: dict[str, FieldValue] = {}
        self._drafted: Typed = {}
        self._saving = SaveSoon(self, self._keep_typed)

    def compose_body(self) -> ComposeResult:
        """Lay the title, the fields and the line for hints, one under the other."""
        yield Static(self._sheet_title, id="sheet-title", markup=False)
        yield from self.fields.values()
        yield Static(id="sheet-line", markup=False)

    def on_mount(self) -> None:
        """Put the cursor into the field to begin with."""
        self._kept_values = self._values()
        self.call_after_refresh(self.fields[self.first_field()].focus)
        if self.draft_key:
            self._take_up_draft()

    def first_field(self) -> str:
        """Return the name of the field to begin with."""
        return next(iter(self.fields))

    def typed(self, name: str) -> str:
        """Return what stands in a field, as text."""
        value = self.fields[name].value
        return value if isinstance(value, str) else "yes" if value else "no"

    def is_yes(self, name: str) -> bool:
        """Whether a yes-or-no field says yes."""
        return self.fields[name].value is True

    def fill(self, values: dict[str, FieldValue]) -> None:
        """Show these values."""
        for name, value in values.items():
            self.fields[name].show_value(value)

    @abstractmethod
    async def keep_typed(self) -> None:
        """Keep what stands in the fields as far as it can be kept."""

    @property
    def draft_key(self) -> str:
        """Under which name a draft stands of what cannot be kept as it is yet; "" keeps none."""
        return ""

    def half_typed(self) -> Typed:
        """Return what is typed and cannot be kept as it is yet, by field."""
        return {name: self.fields[name].value for name in self.problems() if self.typed(name)}

    @work(exclusive=True, group="draft")
    async def _take_up_draft(self) -> None:
        """Show what was left half typed, but not over what is being typed already."""
        self._drafted = await self.iro.store_call(drafts.begun, self.draft_key)
        shown = self._values()
        self.fill({n: v for n, v in self._drafted.items() if shown[n] == self._kept_values[n]})

    async def _keep_draft(self, typed: Typed) -> None:
        if self.draft_key and typed != self._drafted:
            await self.iro.store_call(drafts.keep, self.draft_key, typed)
            self._drafted = typed

    def problems(self) -> dict[str, str]:
        """Return what is wrong, by field; such a sheet is not closed with ctrl+s."""
        return {}

    async def close_kept(self) -> None:
        """Keep the whole and go back; called when nothing is wrong."""
        await self.keep_typed()

    async def action_keep(self) -> None:
        """Keep and go back, or say at the field what is wrong."""
        problems = self.problems()
        for name, field in self.fields.items():
            field.show_problem(problems.get(name, ""))
        for name in problems:
            self.fields[name].focus()
            return
        self._saving.forget()
        if await self._tried(self.close_kept, then_half_typed=dict):
            self.close()

    def close(self) -> None:
        """Go back, now that all is kept."""
        self.dismiss(self.has_kept)

    async def action_back(self) -> None:
        """Go back; what was typed is kept, and where it cannot be, a second Esc leaves it."""
        await self.flush()
        if self._saving.is_waiting and not self._was_warned:
            self._was_warned = True
            return
        self.dismiss(self.has_kept)

    async def flush(self) -> None:
        """Keep now what was typed, also what no message has told of yet."""
        if self._values() != self._kept_values:
            self._saving.touch()
        await self._saving.flush()

    async def may_leave(self) -> bool:
        """Keep what was typed, and say whether that went well."""
        await self.flush()
        return not self._saving.is_waiting

    @on(Field.Changed)
    def _typed(self, event: Field.Changed) -> None:
        event.stop()
        self._was_warned = False
        self._saving.touch()

    @on(Field.Done)
    async def _go_on(self, event: Field.Done) -> None:
        event.stop()
        fields = list(self.fields.values())
        following = fields.index(event.field) + 1
        if following < len(fields):
            fields[following].focus()
        else:
            await self.action_keep()

    def _values(self) -> dict[str, FieldValue]:
        return {name: field.value for name, field in self.fields.items()}

    async def _keep_typed(self) -> bool:
        return await self._tried(self.keep_typed, then_half_typed=self.half_typed)

    async def _tried(
        self, keep: Callable[[], Awaitable[None]], *, then_half_typed: Callable[[], Typed]
    ) -> bool:
        values = self._values()
        try:
            await keep()
            await self._keep_draft(then_half_typed())
        except IroError as error:
            self.say(f"! Not kept: {error}")
            return False
        self.has_kept = True
        self._kept_values = values
        self.say("")
        self._say_saved()
        return True

    def _say_saved(self) -> None:
        """Say so where it is always said: above, on the screen that is behind."""
        for screen in self.app.screen_stack if self.keeps_as_typed else ():
            if isinstance(screen, IroScreen):
                screen.saved(self.iro.clock.now())

    def say(self, sentence: str) -> None:
        """Say in the last line what cannot be kept; without that it says what goes in."""
        self.set_class(bool(sentence), "-wrong")
        self.query_one("#sheet-line", Static).update(sentence or self._hint)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say in the last line what goes into the field."""
        for field in self.fields.values():
            if field in event.widget.ancestors:
                self._hint = field.hint
        if not self.has_class("-wrong"):
            self.say("")
