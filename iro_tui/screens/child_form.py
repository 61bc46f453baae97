"""The form of a child: three fields are needed, all else can come later."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from iro_tui.domain.child import Child, Cycle, age_of
from iro_tui.domain.child_entry import (
    blank_child,
    child_from,
    is_known_to_end,
    remark_on_care_ended,
    typed_child,
)
from iro_tui.domain.codes import CodeList
from iro_tui.domain.dates.spoken import parse_birthday, parse_past_date, parse_spoken_date
from iro_tui.domain.typed import Typed
from iro_tui.screens import routes
from iro_tui.screens.child_fields import circumstances_fields, plan_fields
from iro_tui.screens.form_screen import FormScreen
from iro_tui.services import children
from iro_tui.widgets.choice import ChoiceField
from iro_tui.widgets.fields import LineField, date_field
from iro_tui.widgets.form import FieldGroup
from iro_tui.widgets.picks import YesNoField


class ChildForm(FormScreen):
    """Add a child, or change what is known of one."""

    def __init__(self, child_id: UUID | None = None) -> None:
        super().__init__(f"child {child_id or 'new'}")
        self._child_id = child_id
        self._child: Child | None = None

    async def typed_before(self) -> Typed:
        """Return what is known of the child; the council of a new one is the chair's."""
        today = self.iro.clock.today()
        if self._child_id is not None:
            self._child = await self.iro.store_call(children.get, self._child_id)
            self.set_where(f"{self._child.name} · {self._child.reference} · Details")
            return typed_child(self._child)
        self.set_where("New child")
        self._child = blank_child(self.iro.new_id(), today)
        council = self.iro.chair.council if self.iro.chair else ""
        return {**typed_child(self._child), "date_of_birth": "", "council": council}

    def out_of_place(self, typed: Typed) -> Collection[str]:
        """Return the known end of a stay where the child is in none that is known to end."""
        is_asked = is_known_to_end(str(typed["cycle"]), str(typed["legal_status"]))
        return () if is_asked or typed["care_ends_on"] else ("care_ends_on",)

    def groups(self) -> Sequence[FieldGroup]:
        """Return the fields in four groups."""
        plans = self.iro.knowledge.codes.permanence_plan.options()
        return (
            FieldGroup("Name and identity", *self._who(), *self._identity()),
            FieldGroup("Care and reviews", *self._care(), *circumstances_fields()),
            FieldGroup("Home and plan", *self._home(), *plan_fields(plans)),
            FieldGroup("Other reviews", *self._other_reviews()),
        )

    async def keep(self, typed: Typed) -> None:
        """Keep the child; a new one opens on a screen of their own."""
        if self._child is None:
            return
        chair = self.iro.chair.name if self.iro.chair else ""
        if str(typed.get("iro", "")).strip().casefold() == chair.casefold():
            typed = {**typed, "iro": ""}
        child = child_from(
            typed, today=self.iro.clock.today(), codes=self.iro.knowledge.codes, before=self._child
        )
        await self.iro.store_call(children.keep_child, self.iro.knowledge.timescales, child)
        if self._child_id is not None:
            await self.leave_kept()
            return
        await self.forget_draft()
        self.app.switch_screen(routes.child(child.id))

    def _who(self) -> Sequence[LineField]:
        today = self.iro.clock.today()
        return (
            LineField(
                "reference",
                "Reference",
                needed=True,
                hint="The number of the child's file. It names documents and reports.",
            ),
            LineField(
                "known_as",
                "Known as",
                needed=True,
                hint="The name the child likes; every screen says it. A given or family name "
                "will do instead.",
            ),
            LineField("given_name", "Given name", hint="First names as in the file."),
            LineField("family_name", "Family name", hint="Surname as in the file."),
            date_field(
                "date_of_birth",
                "Birthday",
                partial(parse_birthday, today=today),
                needed=True,
                remark=lambda day: _age(day, self.iro.clock.today()),
                hint="Day, month and year: 12/5/2014 or 12 May 2014.",
            ),
        )

    def _identity(self) -> Sequence[LineField | ChoiceField | YesNoField]:
        codes = self.iro.knowledge.codes
        return (
            LineField("pronouns", "Pronouns", hint="As the child says: she/her, he/him, they."),
            self._coded("sex", codes.sex, "As recorded for the statutory return."),
            self._coded("ethnicity", codes.ethnicity, "As the child or family describe it."),
            LineField("religion", "Religion or belief", hint="Empty if not known."),
            LineField("nationality", "Nationality", hint="Empty if not known."),
            LineField("first_language", "First language", hint="What is spoken at home."),
            LineField(
                "communication",
                "Interpreter or signs",
                hint="Interpreter, signing, pictures: what makes talking work. Empty if nothing.",
            ),
            YesNoField("disabled", "Disabled", hint="Then the questions for it are asked."),
            LineField("disability", "Disability or EHCP", hint="In a few words."),
        )

    def _care(self) -> Sequence[LineField | ChoiceField | YesNoField]:
        codes = self.iro.knowledge.codes
        return (
            self._past_day(
                "became_looked_after_on",
                "Looked after since",
                "The first review is due 20 working days after this day.",
            ),
            self._past_day(
                "last_review_held_on",
                "Last review held on",
                "The last one before iro knew this child. The next date counts from it.",
            ),
            LineField(
                "last_review_number",
                "Its number",
                hint="3 for the third review. The next one is counted on from it.",
            ),
            ChoiceField(
                "cycle",
                "Kind of reviews",
                {cycle.value: cycle.words for cycle in Cycle},
                hint="Which rule sets the dates. ↓ shows all there is.",
            ),
            self._coded("legal_status", codes.legal_status, "Type a few letters, or ↓."),
            self._past_day("legal_status_since", "Legal status since", "When it began."),
            date_field(
                "care_ends_on",
                "It is known to end on",
                partial(parse_spoken_date, today=self.iro.clock.today()),
                hint="The end of a remand or of police protection; a review falls before it.",
            ),
            self._coded(
                "category_of_need", codes.category_of_need, "Why the child came into care."
            ),
            LineField("council", "Council", hint="The council that looks after the child."),
            LineField(
                "iro", "IRO, if not you", hint="The reviewing officer's name; empty for yourself."
            ),
            self._past_day("iro_since", "IRO since", "When you, or they, took this child on."),
        )

    def _home(self) -> Sequence[LineField | ChoiceField | YesNoField]:
        codes = self.iro.knowledge.codes
        return (
            self._coded("placement_type", codes.placement_type, "Where the child lives."),
            self._past_day("placement_since", "Placement since", "When the child moved there."),
            self._coded("placement_provider", codes.placement_provider, "Who runs the placement."),
            YesNoField(
                "placement_in_area",
                "In the council's area",
                may_be_unknown=True,
                hint="No: questions on distance are asked.",
            ),
            YesNoField(
                "long_term",
                "Long-term foster home",
                hint="After a year there, not every review needs a meeting.",
            ),
            YesNoField("with_parents", "Lives with parents", hint="In care, placed at home."),
            YesNoField(
                "address_shared_with_parents",
                "Parents know address",
                may_be_unknown=True,
                hint="No: it stays out of every copy for them.",
            ),
        )

    def _other_reviews(self) -> Sequence[LineField]:
        return (
            self._past_day("short_breaks_from", "Short breaks from", "The first break began."),
            self._past_day(
                "authorised_for_adoption_on",
                "Adoption authorised",
                "When the council could first place the child for adoption.",
            ),
            self._past_day(
                "placed_for_adoption_on", "Placed for adoption", "When the child moved in."
            ),
            self._past_day(
                "care_ended_on",
                "Care ended on",
                "No review is due after this day.",
                remark=self._remark_on_end,
            ),
        )

    def _past_day(
        self, name: str, label: str, hint: str, remark: Callable[[date], str] | None = None
    ) -> LineField:
        read = partial(parse_past_date, today=self.iro.clock.today())
        hint = f"{hint} 12/5/2026, “3 weeks ago”, “fri”."
        return date_field(name, label, read, hint=hint, remark=remark)

    def _remark_on_end(self, ended_on: date) -> str:
        began_on = self._child.became_looked_after_on if self._child else None
        return remark_on_care_ended(ended_on, began_on)

    def _coded(self, name: str, listed: CodeList, hint: str) -> ChoiceField:
        options = listed.options(self.iro.clock.today())
        if self._child is not None and (kept := getattr(self._child, name)):
            options.setdefault(kept, listed.words(kept))
        return ChoiceField(name, listed.title, options, show_codes=True, hint=hint)


def _age(born: date, today: date) -> str:
    years = age_of(born, today)
    return "1 year old" if years == 1 else f"{years} years old"
