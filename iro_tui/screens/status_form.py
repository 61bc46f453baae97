"""The form of a change of status: since when, and what is so from then on."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from textual.content import Content

from iro_tui.domain.child import Child
from iro_tui.domain.dates.spoken import parse_spoken_date
from iro_tui.domain.following import Change
from iro_tui.domain.status_change import NEEDS, WITH_HOME, WITH_STATUS
from iro_tui.domain.status_entry import (
    WHAT_FOLLOWS,
    change_day,
    change_from,
    home_options,
    status_options,
)
from iro_tui.domain.typed import Typed
from iro_tui.screens.form_screen import FormScreen
from iro_tui.services import changing_status, children
from iro_tui.services.changing_status import NotedChange
from iro_tui.widgets.choice import ChoiceField
from iro_tui.widgets.fields import Field, LongField, date_field
from iro_tui.widgets.form import FieldGroup
from iro_tui.widgets.picks import YesNoField


class StatusForm(FormScreen):
    """One change of a child's care; `noted` is told what was kept."""

    child: Child

    def __init__(
        self, child_id: UUID, change: Change, noted: Callable[[NotedChange], None]
    ) -> None:
        super().__init__(f"change {change} {child_id}")
        self._child_id = child_id
        self._change = change
        self._noted = noted

    async def typed_before(self) -> Typed:
        """Return an empty form."""
        self.child = await self.iro.store_call(children.get, self._child_id)
        self.set_where(f"{self.child.name} · {self.child.reference} · {self._change.words}")
        return {}

    def introduction(self) -> Content:
        """Say what follows from the change."""
        return Content.styled(WHAT_FOLLOWS[self._change], "$muted")

    def groups(self) -> Sequence[FieldGroup]:
        """Return the fields that this change asks."""
        return (FieldGroup("", *self._asked()),)

    def _asked(self) -> list[Field]:
        change, today = self._change, self.iro.clock.today()
        fields: list[Field] = [
            date_field(
                "happened_on",
                "Since" if change is not Change.CARE_ENDED else "Ended on",
                change_day(today),
                needed=True,
                hint="The day it happened: “mon”, “12 jan”, “2 weeks ago”.",
            )
        ]
        if change in WITH_STATUS:
            fields.append(self._status())
        if change in WITH_HOME:
            fields += self._home()
        if change is Change.REMAND:
            fields.append(
                date_field(
                    "ends_on",
                    "Known to end on",
                    partial(parse_spoken_date, today=today),
                    hint="Then a first review falls before it. Empty if not known.",
                )
            )
        return [*fields, LongField("note", "Note", hint="Why, who decided, what to remember.")]

    def _status(self) -> ChoiceField:
        codes = self.iro.knowledge.codes
        return ChoiceField(
            "legal_status",
            codes.legal_status.title,
            status_options(codes, self.iro.clock.today()),
            show_codes=True,
            needed=NEEDS.get(self._change) == "legal_status",
            hint="Type a few letters, or ↓.",
        )

    def _home(self) -> list[Field]:
        codes = self.iro.knowledge.codes
        return [
            ChoiceField(
                "placement_type",
                "Lives now",
                home_options(self._change, codes, self.iro.clock.today()),
                show_codes=True,
                needed=NEEDS.get(self._change) == "placement_type",
                hint="Where the child lives from this day. ↓ shows all there is.",
            ),
            YesNoField(
                "placement_in_area",
                "In the council's area",
                may_be_unknown=True,
                hint="No: questions on distance are asked.",
            ),
        ]

    async def keep(self, typed: Typed) -> None:
        """Note the change and go back."""
        told = change_from(
            typed, self._change, today=self.iro.clock.today(), codes=self.iro.knowledge.codes
        )
        timescales = self.iro.knowledge.timescales
        self._noted(
            await self.iro.store_call(changing_status.note, timescales, self._child_id, told)
        )
        await self.leave_kept()
