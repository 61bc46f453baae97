"""The form that plans a review: when, where and how, with the dates the law sets above it."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from textual import on
from textual.content import Content

from iro_tui.domain.caseload_words import working_days_words
from iro_tui.domain.child import Child
from iro_tui.domain.cycles import is_over_at_18, turns_18_on
from iro_tui.domain.dates.spoken import parse_past_date, spoken
from iro_tui.domain.planning import (
    ReviewPlan,
    Window,
    disruption_window,
    parse_planned,
    plan_from,
    remark_on_day,
    typed_plan,
)
from iro_tui.domain.review import BEFORE_MEETING, Occasion, Review
from iro_tui.domain.timescales import NextReview
from iro_tui.domain.typed import Typed
from iro_tui.errors import BadInput
from iro_tui.screens.form_screen import FormScreen
from iro_tui.screens.review_fields import (
    early_fields,
    format_field,
    move_reason_field,
    occasion_field,
    time_field,
    where_fields,
)
from iro_tui.services import children, preparing
from iro_tui.services.children import ChildView
from iro_tui.widgets.fields import Field, date_field
from iro_tui.widgets.form import FieldGroup, Form


class ReviewForm(FormScreen):
    """Plan a child's next review, or move the one that is planned."""

    view: ChildView
    plan: ReviewPlan | None = None
    planned: Review | None = None
    returned_on: date | None = None

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
        self.returned_on = await self.iro.store_call(
            preparing.returned_by_adopters_on, self._child_id
        )
        if self.planned is None:
            plan = ReviewPlan(self.iro.clock.today(), returned_on=self.returned_on)
            return {**typed_plan(plan), "planned_for": ""}
        self.plan = await self.iro.store_call(preparing.plan_of, self.planned.id)
        return typed_plan(self.plan)

    def introduction(self) -> Content:
        """Say which review it is, by when it has to be held, and by which rule."""
        coming = self.view.next_review
        if coming is None:
            return Content(_no_date(self.view.child))
        return _dates(coming, self._days_left(coming.due_on))

    def out_of_place(self, typed: Typed) -> Collection[str]:
        """Return what is not asked: why early, when returned or why moved, where that is not so."""
        away = set()
        if typed["occasion"] != Occasion.EARLY:
            away |= {"early_trigger", "early_asked_by", "early_reason"}
        if typed["occasion"] != Occasion.DISRUPTION:
            away.add("returned_on")
        if not self._is_moved(str(typed["planned_for"])):
            away.add("move_reason")
        return away

    def groups(self) -> Sequence[FieldGroup]:
        """Return the fields in one group; the due date only where no rule gives it."""
        coming = self.view.next_review
        has_rule = coming is not None and coming.rule.id != "typed"
        due = () if has_rule else (self._due_field(),)
        fields = (*self._when(), *due, *where_fields(self.view), *self._kind())
        return (FieldGroup("", *fields),)

    async def keep(self, typed: Typed) -> None:
        """Keep the plan and go back."""
        timescales = self.iro.knowledge.timescales
        plan = plan_from(
            typed,
            child=self.view.child,
            triggers=self.iro.knowledge.codes.early_trigger.codes,
            today=self.iro.clock.today(),
            working_days=timescales.working_days,
            before=self.plan,
        )
        if self.planned is None:
            await self.iro.store_call(preparing.plan_review, timescales, self._child_id, plan)
        else:
            await self.iro.store_call(preparing.change_plan, timescales, self.planned.id, plan)
        await self.leave_kept()

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
            move_reason_field(),
            time_field(),
        )

    def _due_field(self) -> Field:
        return date_field(
            "due_on", "Due by", self._parse_day(), hint="The last day, where no rule gives one."
        )

    def _kind(self) -> Sequence[Field]:
        triggers = self.iro.knowledge.codes.early_trigger
        chair = self.iro.chair.name if self.iro.chair else "The IRO"
        return (
            occasion_field(),
            *early_fields(self.view, triggers, chair),
            date_field(
                "returned_on",
                "Child came back on",
                partial(parse_past_date, today=self.iro.clock.today()),
                remark=lambda day: f"window {self._window(day).words}",
                hint="The day the adopters returned the child; the review is held in the window.",
            ),
            format_field(),
        )

    def _parse_day(self) -> Callable[[str], date]:
        return partial(
            parse_planned,
            today=self.iro.clock.today(),
            working_days=self.iro.knowledge.timescales.working_days,
        )

    def _remark(self, day: date) -> str:
        due_on = self._due_on()
        remark = remark_on_day(
            day,
            today=self.iro.clock.today(),
            due_on=due_on,
            working_days=self.iro.knowledge.timescales.working_days,
            window=self._window_now(),
        )
        is_moved = self.planned is not None and day != self.planned.planned_for
        if not remark and is_moved and due_on is not None:
            return f"! moved; the last lawful day stands: {spoken(due_on)}"
        return remark

    def _due_on(self) -> date | None:
        if self.planned is not None:
            return self.planned.due_on
        return self.view.next_review.due_on if self.view.next_review else None

    def _window(self, returned_on: date) -> Window:
        return disruption_window(returned_on, self.iro.knowledge.timescales)

    def _window_now(self) -> Window | None:
        """Return the window that holds with what stands in the form; None where there is none."""
        form = self.query(Form)
        values = form.first().values if form else {}
        if values.get("occasion") != Occasion.DISRUPTION:
            return None
        try:
            day = parse_past_date(str(values["returned_on"]), self.iro.clock.today())
        except BadInput:
            return None
        return self._window(day)

    def _is_moved(self, typed: str) -> bool:
        if self.planned is None or self.planned.planned_for is None:
            return False
        try:
            return self._parse_day()(typed) != self.planned.planned_for
        except BadInput:
            return False

    @on(Field.Changed)
    def _look_at_the_day_again(self, event: Field.Changed) -> None:
        """Look at the day again: what is remarked on it hangs on why the review is held."""
        if event.field.field_name in ("occasion", "returned_on"):
            day = self.form.field("planned_for")
            day.show_value(day.value)

    def _days_left(self, due_on: date) -> int:
        return self.iro.knowledge.timescales.working_days_left(self.iro.clock.today(), due_on)


def _planned(view: ChildView) -> Review | None:
    """Return the review that is planned already; none once its meeting is open."""
    in_hand = [one for one in view.reviews if one.id == view.review_in_hand]
    return in_hand[0] if in_hand and in_hand[0].state in BEFORE_MEETING else None


def _title(view: ChildView, planned: Review | None) -> str:
    if planned is not None:
        return f"Review {planned.number}"
    return f"Review {view.next_review.number}" if view.next_review else "Review"


def _no_date(child: Child) -> str:
    if is_over_at_18(child):
        day = spoken(turns_18_on(child))
        return f"No further review is due by law: {child.name} turns 18 on {day}."
    return (
        "No due date follows from what is known of this child yet. "
        "“Looked after since” in their details gives one."
    )


def _dates(coming: NextReview, days_left: int) -> Content:
    book_by = "" if coming.book_by == coming.due_on else f"; book by {spoken(coming.book_by)}"
    style = "bold $text-error" if days_left < 0 else "bold"
    rule = coming.rule
    return Content.assemble(
        "Due by ",
        (f"{spoken(coming.due_on)}, {working_days_words(days_left)}{book_by}", style),
        (f"\n{rule.words[0].upper()}{rule.words[1:]} ({rule.mark})", "$muted"),
    )
