"""The form that plans a review: when, where and how, with the dates the law sets above it."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from textual.content import Content

from iro_tui.domain.caseload_words import working_days_words
from iro_tui.domain.dates.spoken import parse_time, spoken
from iro_tui.domain.planning import (
    FORMATS,
    HOW,
    OCCASIONS,
    ReviewPlan,
    parse_planned,
    plan_from,
    remark_on_day,
    typed_plan,
)
from iro_tui.domain.review import BEFORE_MEETING, Review
from iro_tui.domain.timescales import NextReview
from iro_tui.domain.typed import Typed
from iro_tui.screens.form_screen import FormScreen
from iro_tui.services import children, preparing
from iro_tui.services.children import ChildView
from iro_tui.widgets.choice import ChoiceField
from iro_tui.widgets.fields import Field, LineField, date_field
from iro_tui.widgets.form import FieldGroup


class ReviewForm(FormScreen):
    """Plan a child's next review, or move the one that is planned."""

    view: ChildView
    plan: ReviewPlan | None = None
    planned: Review | None = None

    def __init__(self, child_id: UUID) -> None:
        super().__init__(f"review {child_id}")
        self._child_id = child_id

    async def typed_before(self) -> Typed:
        """Return the plan as it stands; a new one is held when it is due, as one meeting."""
        timescales = self.iro.knowledge.timescales
        self.view = await self.iro.store_call(children.view, timescales, self._child_id)
        child = self.view.child
        self.planned = _planned(self.view)
        self.set_where(f"{child.name} · {_title(self.view, self.planned)} · Plan")
        if self.planned is None:
            return {**typed_plan(ReviewPlan(self.iro.clock.today())), "planned_for": ""}
        self.plan = await self.iro.store_call(preparing.plan_of, self.planned.id)
        return typed_plan(self.plan)

    def introduction(self) -> Content:
        """Say which review it is, by when it has to be held, and by which rule."""
        coming = self.view.next_review
        if coming is None:
            return Content(
                "No due date follows from what is known of this child yet. "
                "“Looked after since” in their details gives one."
            )
        return _dates(coming, self._days_left(coming.due_on))

    def groups(self) -> Sequence[FieldGroup]:
        """Return the fields in one group; the due date only where no rule gives it."""
        coming = self.view.next_review
        has_rule = coming is not None and coming.rule.id != "typed"
        due = () if has_rule else (self._due_field(),)
        return (FieldGroup("", *self._when(), *due, *self._where(), *self._kind()),)

    async def keep(self, typed: Typed) -> None:
        """Keep the plan and go back."""
        timescales = self.iro.knowledge.timescales
        plan = plan_from(
            typed,
            today=self.iro.clock.today(),
            working_days=timescales.working_days,
            before=self.plan,
        )
        if self.planned is None:
            await self.iro.store_call(preparing.plan_review, timescales, self._child_id, plan)
        else:
            await self.iro.store_call(preparing.change_plan, timescales, self.planned.id, plan)
        self.leave_kept()

    def _when(self) -> Sequence[Field]:
        return (
            date_field(
                "planned_for",
                "Day",
                self._parse_day(),
                needed=True,
                remark=self._remark,
                hint="As you would say it: “fri”, “2 weeks”, “12 dec”, “5 wd”.",
            ),
            LineField("time", "Time", echo=_time_echo, hint="14:30, “2pm”, “noon”."),
        )

    def _due_field(self) -> Field:
        return date_field(
            "due_on", "Due by", self._parse_day(), hint="The last day, where no rule gives one."
        )

    def _where(self) -> Sequence[Field]:
        name = self.view.child.name
        around = {one.name: one.name for one in self.view.people if one.until is None}
        return (
            LineField("venue", "Place", hint="Where people meet: school, home, office, online."),
            ChoiceField("how", "How", HOW, hint="Type “in”, “vid” or “both”; ↓ shows them."),
            ChoiceField(
                "chosen_by",
                "Who chose it",
                {name: name, **around},
                or_else=True,
                hint=f"Best of all: {name}. Or any name.",
            ),
            LineField("travel_note", "Getting there", hint="Who brings whom, access, parking."),
        )

    def _kind(self) -> Sequence[Field]:
        return (
            ChoiceField(
                "occasion",
                "Why now",
                {one.value: words for one, words in OCCASIONS.items()},
                hint="An early review takes the next number; dates count on from it.",
            ),
            ChoiceField(
                "format",
                "Held as",
                {one.value: words for one, words in FORMATS.items()},
                hint="No meeting: only in a settled long-term foster home, and one each year.",
            ),
        )

    def _parse_day(self) -> Callable[[str], date]:
        return partial(
            parse_planned,
            today=self.iro.clock.today(),
            working_days=self.iro.knowledge.timescales.working_days,
        )

    def _remark(self, day: date) -> str:
        coming = self.view.next_review
        return remark_on_day(
            day,
            today=self.iro.clock.today(),
            due_on=coming.due_on if coming else None,
            working_days=self.iro.knowledge.timescales.working_days,
        )

    def _days_left(self, due_on: date) -> int:
        return self.iro.knowledge.timescales.working_days_left(self.iro.clock.today(), due_on)


def _time_echo(text: str) -> str:
    time = parse_time(text)
    return "" if time == text.strip() else f"→ {time}"


def _planned(view: ChildView) -> Review | None:
    """Return the review that is planned already; none once its meeting is open."""
    in_hand = [one for one in view.reviews if one.id == view.review_in_hand]
    return in_hand[0] if in_hand and in_hand[0].state in BEFORE_MEETING else None


def _title(view: ChildView, planned: Review | None) -> str:
    if planned is not None:
        return f"Review {planned.number}"
    return f"Review {view.next_review.number}" if view.next_review else "Review"


def _dates(coming: NextReview, days_left: int) -> Content:
    book_by = "" if coming.book_by == coming.due_on else f"; book by {spoken(coming.book_by)}"
    style = "bold $text-error" if days_left < 0 else "bold"
    rule = coming.rule
    return Content.assemble(
        "Due by ",
        (f"{spoken(coming.due_on)}, {working_days_words(days_left)}{book_by}", style),
        (f"\n{rule.words[0].upper()}{rule.words[1:]} ({rule.mark})", "$muted"),
    )
