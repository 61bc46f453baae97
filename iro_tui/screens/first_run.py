"""The first run: a passphrase, and what the letter to a child needs of the chair."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import Static

from iro_tui.domain.chair import Chair
from iro_tui.domain.chair_entry import chair_from, typed_chair
from iro_tui.domain.typed import Typed, TypedFields
from iro_tui.errors import IroError
from iro_tui.screens.form_screen import FormScreen
from iro_tui.services.passphrases import strength_of
from iro_tui.widgets.chair_fields import needed_fields
from iro_tui.widgets.fields import Field
from iro_tui.widgets.form import FieldGroup
from iro_tui.widgets.passphrase_field import PassphraseField

INTRODUCTION = (
    "Everything about the children stands in one encrypted store on this machine. Nobody opens it "
    "without the passphrase, and nobody can give you another: write it down and keep it safe."
)
WHAT_IS_GOOD = "Four or five words that have nothing to do with each other are best."


class FirstRunScreen(FormScreen):
    """Makes the store. Everything stands on one form, so going back is Shift+Tab."""

    where = "first_run"
    CSS_PATH: ClassVar[list[str]] = ["form.tcss", "first_run.tcss"]  # type: ignore[assignment]

    async def typed_before(self) -> Typed:
        """Return what we suggest."""
        self.set_where("Welcome · A new store")
        return {**typed_chair(self._blank()), "passphrase": "", "again": ""}

    def _blank(self) -> Chair:
        return Chair(id=self.iro.new_id(), name="")

    def introduction(self) -> Content:
        """Say what a passphrase is for."""
        return Content(INTRODUCTION)

    def groups(self) -> Sequence[FieldGroup]:
        """Return the passphrase, twice, and the chair."""
        passphrase = FieldGroup(
            f"The passphrase of {self.iro.settings.store_words}",
            PassphraseField("passphrase", "Passphrase", hint=WHAT_IS_GOOD),
            PassphraseField("again", "The same again", hint="F8 shows both while you type."),
        )
        return (passphrase, needed_fields())

    def action_show_passphrase(self) -> None:
        """Show or hide both passphrases."""
        for field in self.query(PassphraseField):
            field.show_or_hide()

    def action_make(self) -> None:
        """Make the store."""
        self._make()

    @work(exclusive=True, group="make")
    async def _make(self) -> None:
        await self.action_keep()

    async def keep(self, typed: Typed) -> None:
        """Make the store with its chair, and begin; raises BadFields."""
        fields = TypedFields(typed, self.iro.clock.today())
        if not typed["passphrase"]:
            fields.refuse("passphrase", "The passphrase is missing.")
        elif typed["again"] != typed["passphrase"]:
            fields.refuse("again", "This is not the same as above. F8 shows both.")
        chair = chair_from(typed, self._blank(), fields)
        self._say("Making the store…")
        try:
            await self.iro.make_store(str(typed["passphrase"]), chair)
        except IroError as error:
            self._say(str(error))
            return
        await self.forget_draft()
        self.app.run_worker(self.iro.enter())

    @on(Field.Changed)
    def _passphrase_typed(self, event: Field.Changed) -> None:
        if event.field.field_name == "passphrase":
            self._show_strength(str(event.field.value))

    @work(exclusive=True, group="strength")
    async def _show_strength(self, passphrase: str) -> None:
        field = self.query_one("#passphrase", PassphraseField)
        if not passphrase:
            field.show_echo("")
            return
        strength = await self.iro.file_call(strength_of, passphrase, self._own_words())
        field.show_echo(strength.words)
        field.set_class(not strength.is_good, "-weak")
        if field.control.has_focus:
            self.query_one("#hint", Static).update(strength.advice)

    def _own_words(self) -> list[str]:
        values = self.form.values
        return [str(values[name]) for name in ("name", "council", "telephone")]
