"""The chair's own details: who signs the record and the letters, and whom a child can ring."""

from collections.abc import Sequence

from textual.content import Content

from iro_tui.domain.chair import Chair
from iro_tui.domain.chair_entry import chair_from, typed_chair
from iro_tui.domain.typed import Typed, TypedFields
from iro_tui.screens.form_screen import FormScreen
from iro_tui.widgets.chair_fields import letter_fields, needed_fields
from iro_tui.widgets.form import FieldGroup


class ProfileScreen(FormScreen):
    """A form with the chair's details."""

    def __init__(self) -> None:
        super().__init__("profile")

    async def typed_before(self) -> Typed:
        """Return the details as they are kept."""
        self.set_where("Your details")
        return typed_chair(self._chair())

    def _chair(self) -> Chair:
        return self.iro.chair or Chair(id=self.iro.new_id(), name="")

    def groups(self) -> Sequence[FieldGroup]:
        """Return what record and letter say of the chair."""
        return (needed_fields(), letter_fields())

    def introduction(self) -> Content:
        """Say what the details are for."""
        return Content("The record and the letters to children speak of you in these words.")

    async def keep(self, typed: Typed) -> None:
        """Keep the details and go back."""
        fields = TypedFields(typed, self.iro.clock.today())
        await self.iro.keep_chair(chair_from(typed, self._chair(), fields))
        await self.leave_kept()
