"""What every form has in common: groups of fields, a hint for each, and nothing lost on the way.

A form says which `groups` it has, what is `typed_before`, and how it is kept (`keep`, which
raises BadFields or BadInput). What is typed goes into the store soon after every key, as a draft:
after Esc, and after a power cut, the form is offered again as it was left.
"""

from abc import abstractmethod
from collections.abc import Collection, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from iro_tui.domain.typed import Typed
from iro_tui.errors import BadFields, BadInput, NotSaved
from iro_tui.screens.frame import IroScreen
from iro_tui.services import drafts
from iro_tui.widgets.abstract import Abstract
from iro_tui.widgets.fields import Field
from iro_tui.widgets.form import FieldGroup, Form
from iro_tui.widgets.save_soon import SaveSoon

AS_LEFT = "As you left it, and not kept yet. ^s keeps it; ^z puts back what was."
LAST_FIELD = "That was the last field. ^s keeps it all."


class FormScreen(IroScreen[None], metaclass=Abstract):
    """A form on a screen of its own; without a `draft_key` nothing half typed is kept."""

    where = "form"
    CSS_PATH: ClassVar[str] = "form.tcss"

    def __init__(self, draft_key: str = "") -> None:
        super().__init__()
        self.draft_key = draft_key
        self._before: Typed = {}
        self._undone: Typed | None = None
        self._drafting = SaveSoon(self, self._keep_draft)

    @abstractmethod
    async def typed_before(self) -> Typed:
        """Return what stands in the form to begin with; may read from the store."""

    @abstractmethod
    def groups(self) -> Sequence[FieldGroup]:
        """Return the fields; asked for after `typed_before`."""

    @abstractmethod
    async def keep(self, typed: Typed) -> None:
        """Keep what was typed and leave; raises BadFields or BadInput."""

    def introduction(self) -> Content:
        """Return what is to be known before one types, above the fields."""
        return Content()

    def out_of_place(self, typed: Typed) -> Collection[str]:  # noqa: ARG002 (a form may look)
        """Return the fields that do not matter with what stands in the others; all do here."""
        return ()

    def field_of(self, error: BadInput) -> str:  # noqa: ARG002 (a form may tell errors apart)
        """Return the field that an error of a service belongs to; the first one if not known."""
        return next(iter(self.form.values))

    @property
    def form(self) -> Form:
        """The fields."""
        return self.query_one(Form)

    def compose_body(self) -> ComposeResult:
        """Yield the groups by name, the introduction, the place for the fields, and hints."""
        yield Static(id="groups", markup=False)
        yield Static(id="introduction", markup=False)
        yield Container(id="place")
        yield Static(id="message", markup=False)
        yield Static(id="hint", markup=False)

    async def on_mount(self) -> None:
        """Read what is known, lay out the fields, and put the cursor into the first."""
        before = await self.typed_before()
        form = Form(*self.groups(), out_of_place=self.out_of_place)
        introduction = self.introduction()
        self.set_class(not introduction.plain, "-no-introduction")
        self.query_one("#introduction", Static).update(introduction)
        # Filled before it is mounted: mounting puts the cursor in, and keys come at once.
        form.fill(before)
        self._before = form.values
        if self.draft_key and (draft := await self.iro.store_call(drafts.begun, self.draft_key)):
            form.fill(draft)
            self._say(AS_LEFT)
        await self.query_one("#place").mount(form)
        self.set_class(len(form.groups) == 1, "-one-group")
        form.focus_first()

    @on(Field.Changed)
    def _typed(self, event: Field.Changed) -> None:
        event.stop()
        self._undone = None
        self._say("")
        self._drafting.touch()

    async def _keep_draft(self) -> bool:
        """Keep what differs from before, so that what changes elsewhere meanwhile stays changed."""
        if not self.draft_key:
            return True
        before = self._before
        typed = {name: one for name, one in self.form.values.items() if one != before.get(name)}
        try:
            await self.iro.store_call(drafts.keep, self.draft_key, typed)
        except NotSaved as error:
            self.not_saved(error.message)
            return False
        return True

    async def may_leave(self) -> bool:
        """Keep what was typed as a draft, and say whether that went well."""
        self._drafting.forget()
        return not self.query(Form) or await self._keep_draft()

    async def action_up(self) -> None:
        """Go back once what was typed is kept as a draft."""
        if await self.may_leave():
            super().action_up()

    @on(Form.FieldEntered)
    def _field_entered(self, event: Form.FieldEntered) -> None:
        event.stop()
        self.query_one("#hint", Static).update(event.field.hint)
        self.query_one("#groups", Static).update(_groups_line(self.form.groups, event.group))

    @on(Form.EndReached)
    def _end_reached(self, event: Form.EndReached) -> None:
        event.stop()
        self._say(LAST_FIELD)

    async def action_keep(self) -> None:
        """Keep what stands in the form, or say at each field what is wrong."""
        try:
            await self.keep(self.form.values_in_sight)
        except BadFields as error:
            self._show_problems(error.problems)
        except BadInput as error:
            self._show_problems({self.field_of(error): str(error)})
        except NotSaved as error:
            self.not_saved(error.message)

    async def leave_kept(self) -> None:
        """Forget the draft, say that it is kept, and go back."""
        await self.forget_draft()
        self.dismiss(None)

    async def forget_draft(self) -> None:
        """Say that what was typed is kept; the form starts afresh the next time."""
        self._drafting.forget()
        if self.draft_key:
            await self.iro.store_call(drafts.keep, self.draft_key, {})
        self.saved(self.iro.clock.now())

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002 (Textual's own signature)
    ) -> bool | None:
        """Offer to change the group only where there are several."""
        return action not in ("previous_group", "next_group") or bool(self.query(".form-group"))

    def action_previous_group(self) -> None:
        """Go to the group of fields before."""
        self.form.focus_group(-1)

    def action_next_group(self) -> None:
        """Go to the next group of fields."""
        self.form.focus_group(1)

    def action_undo_typed(self) -> None:
        """Put back what was kept before; `action_redo_typed` brings back what was typed."""
        if self._undone is None and self.form.values != self._before:
            self._undone = self.form.values
            self._show(self._before)

    def action_redo_typed(self) -> None:
        """Bring back what was typed before it was undone."""
        if self._undone is not None:
            undone, self._undone = self._undone, None
            self._show(undone)

    def _show(self, values: Typed) -> None:
        self.form.show_problems({})
        self.form.fill(values)
        self._say("")
        self._drafting.touch()

    def _show_problems(self, problems: dict[str, str]) -> None:
        self.form.show_problems(problems)
        count = "1 field needs" if len(problems) == 1 else f"{len(problems)} fields need"
        self._say(f"Not kept yet: {count} another look. What you typed stays as it is.")

    def _say(self, sentence: str) -> None:
        if self.has_class("-says") or sentence:
            self.query_one("#message", Static).update(sentence)
            self.set_class(bool(sentence), "-says")


def _groups_line(groups: Sequence[FieldGroup], here: FieldGroup) -> Content:
    pieces = [
        Content.styled(group.title, "bold $accent" if group is here else "$muted")
        for group in groups
    ]
    return Content("  ·  ").join(pieces)
