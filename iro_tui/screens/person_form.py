"""The form of somebody around a child: who they are, how to reach them, what is kept from whom."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from iro_tui.domain.dates.spoken import parse_past_date
from iro_tui.domain.person_entry import blank_person, person_from, role_options, typed_person
from iro_tui.domain.typed import Typed
from iro_tui.screens.form_screen import FormScreen
from iro_tui.services import children
from iro_tui.widgets.choice import ChoiceField
from iro_tui.widgets.fields import LineField, LongField, date_field
from iro_tui.widgets.form import FieldGroup
from iro_tui.widgets.picks import YesNoField

if TYPE_CHECKING:
    from iro_tui.domain.child import Person


class PersonForm(FormScreen):
    """Add somebody around a child, or change what is known of them."""

    def __init__(self, child_id: UUID, person_id: UUID | None = None) -> None:
        super().__init__(f"person {person_id or f'new {child_id}'}")
        self._child_id = child_id
        self._person_id = person_id
        self._person: Person | None = None

    async def typed_before(self) -> Typed:
        """Return what is known of the person; somebody new begins as "other"."""
        child = await self.iro.store_call(children.get, self._child_id)
        if self._person_id is None:
            self.set_where(f"{child.name} · {child.reference} · New person")
            self._person = blank_person(self.iro.new_id(), self._child_id)
            return {**typed_person(self._person), "role": ""}
        self._person = await self.iro.store_call(children.person, self._person_id)
        self.set_where(f"{child.name} · {child.reference} · {self._person.name}")
        return typed_person(self._person)

    def groups(self) -> Sequence[FieldGroup]:
        """Return the fields in three groups."""
        return (
            FieldGroup("Who", *self._who()),
            FieldGroup("How to reach them", *self._reach()),
            FieldGroup("To know", *self._to_know()),
        )

    async def keep(self, typed: Typed) -> None:
        """Keep the person and go back."""
        if self._person is None:
            return
        person = person_from(
            typed,
            today=self.iro.clock.today(),
            codes=self.iro.knowledge.codes,
            before=self._person,
        )
        await self.iro.store_call(children.keep_person, person)
        await self.leave_kept()

    def _who(self) -> Sequence[LineField | ChoiceField | YesNoField]:
        return (
            LineField("name", "Name", needed=True, hint="First name and surname."),
            ChoiceField(
                "role",
                "Role",
                role_options(self.iro.knowledge.codes),
                hint="As you say it (“mum”, “SW”), a few letters, or ↓.",
            ),
            LineField(
                "role_note",
                "Role in your words",
                hint="Written in place of the role: “maternal grandmother”, “form tutor”.",
            ),
            LineField("known_as", "Child calls them", hint="“Nan”, “Jo”: how letters name them."),
            YesNoField(
                "parental_responsibility",
                "Parental responsibility",
                hint="Then their views must be sought.",
            ),
        )

    def _reach(self) -> Sequence[LineField | YesNoField]:
        return (
            LineField("telephone", "Telephone", hint="As you would dial it."),
            LineField("email", "E-mail", hint="name@example.org"),
            LineField("address", "Address", hint="On one line."),
            YesNoField(
                "address_withheld",
                "Keep address secret",
                hint="It stays out of every copy that leaves.",
            ),
        )

    def _to_know(self) -> Sequence[LineField | LongField]:
        read = partial(parse_past_date, today=self.iro.clock.today())
        return (
            date_field("since", "Since", read, hint="When they took this role: 1/3/2026."),
            date_field(
                "until", "Until", read, hint="When it ended; they are not invited after that."
            ),
            LongField("notes", "Notes", hint="For you alone; printed nowhere. Tab goes on."),
        )
