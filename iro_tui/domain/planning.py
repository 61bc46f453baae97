"""The plan of a review: when, where and how it is held, and what is typed to say so."""

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta

from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.child import Child
from iro_tui.domain.dates.spoken import parse_due_date, parse_time, spoken
from iro_tui.domain.dates.working_days import WorkingDays
from iro_tui.domain.review import Occasion, ReviewFormat
from iro_tui.domain.rules import DueDate
from iro_tui.domain.timescales import Timescales
from iro_tui.domain.typed import Typed, TypedFields, typed_value
from iro_tui.errors import BadInput

HOW = {"in_person": "in person", "video": "by video", "both": "in person and by video"}
"""How people meet."""

OCCASIONS = {
    Occasion.SCHEDULED: "when it is due",
    Occasion.EARLY: "early",
    Occasion.DISRUPTION: "after a placement for adoption ended",
    Occasion.CLOSING: "before care ends",
}
"""Why a review is held, in words."""

FORMATS = {
    ReviewFormat.MEETING: "one meeting",
    ReviewFormat.SERIES: "several meetings",
    ReviewFormat.NO_MEETING: "no meeting",
}
"""How a review is held, in words."""

_FURTHEST_BACK = timedelta(days=366)


@dataclass(frozen=True)
class ReviewPlan:
    """When, where and how a review is to be held; `time` as "14:30", `how` a key of HOW.

    `due_on` is the last day for a kind of review that has no rule, typed by the chair. An early
    review has its trigger (a code of data/codes.toml), who asked for it and why; one after a
    placement for adoption ended has the day on which the adopters returned the child.
    `move_reason` says why it is put to another day than it was planned for.
    """

    planned_for: date
    time: str = ""
    venue: str = ""
    how: str = ""
    chosen_by: str = ""
    travel_note: str = ""
    occasion: Occasion = Occasion.SCHEDULED
    format: ReviewFormat = ReviewFormat.MEETING
    due_on: date | None = None
    early_trigger: str = ""
    early_asked_by: str = ""
    early_reason: str = ""
    returned_on: date | None = None
    move_reason: str = ""


def agreed_plan(answer: Answer | None) -> ReviewPlan | None:
    """Return the next review as it was agreed at the end of this one.

    `answer` is that of `closing.next`. None where no day was agreed or there is no next review.
    """
    if answer is None or answer.state is not AnswerState.ANSWERED:
        return None
    day, place, form = (answer.parts.get(part) for part in ("on", "place", "format"))
    if not isinstance(day, date) or form == "none":
        return None
    return ReviewPlan(
        planned_for=day,
        venue=" ".join(str(place or "").split()),
        format=ReviewFormat(str(form)) if form in set(ReviewFormat) else ReviewFormat.MEETING,
    )


def typed_plan(plan: ReviewPlan) -> dict[str, str | bool]:
    """Return a plan as the form shows it."""
    return {one.name: typed_value(getattr(plan, one.name)) for one in fields(plan)}


def plan_from(
    typed: Typed,
    *,
    child: Child,
    today: date,
    working_days: WorkingDays,
    triggers: Collection[str] = (),
    before: ReviewPlan | None = None,
) -> ReviewPlan:
    """Return the plan that a form describes; only the day is required.

    A day that has passed is taken, for a review that was planned elsewhere; so is a weekend
    (`remark_on_day` says so). `triggers` are the codes by which a review may be called early.
    Raises BadFields, with what would have worked at each field.
    """
    form = TypedFields(typed, today)
    plan = _read(form, before or ReviewPlan(planned_for=today), working_days, triggers)
    _check_days(form, plan, child)
    form.check()
    if plan.occasion is not Occasion.EARLY:
        plan = replace(plan, early_trigger="", early_asked_by="", early_reason="")
    return plan


def _read(
    form: TypedFields, plan: ReviewPlan, working_days: WorkingDays, triggers: Collection[str]
) -> ReviewPlan:
    def day(text: str) -> date:
        return parse_planned(text, form.today, working_days)

    return replace(
        plan,
        planned_for=form.read("planned_for", plan.planned_for, day),
        due_on=form.read("due_on", plan.due_on, lambda text: day(text) if text.strip() else None),
        time=form.read("time", plan.time, _time),
        venue=form.line("venue", plan.venue),
        how=form.one_of("how", plan.how, HOW),
        chosen_by=form.line("chosen_by", plan.chosen_by),
        travel_note=form.line("travel_note", plan.travel_note),
        occasion=Occasion(form.one_of("occasion", plan.occasion, list(Occasion)) or plan.occasion),
        format=ReviewFormat(form.one_of("format", plan.format, list(ReviewFormat)) or plan.format),
        early_trigger=form.one_of("early_trigger", plan.early_trigger, triggers),
        early_asked_by=form.line("early_asked_by", plan.early_asked_by),
        early_reason=form.text("early_reason", plan.early_reason).strip(),
        returned_on=form.past_day("returned_on", plan.returned_on),
        move_reason=form.text("move_reason").strip(),
    )


def _check_days(form: TypedFields, plan: ReviewPlan, child: Child) -> None:
    """Refuse a day that cannot be: before the child was born, or returned before being placed."""
    if plan.planned_for < child.date_of_birth:
        form.refuse(
            "planned_for",
            f"{spoken(plan.planned_for)} is before {child.name} was born, "
            f"{spoken(child.date_of_birth)}.",
        )
    placed_on, returned_on = child.placed_for_adoption_on, plan.returned_on
    if returned_on is not None and placed_on is not None and returned_on < placed_on:
        form.refuse(
            "returned_on",
            f"{spoken(returned_on)} is before {child.name} was placed for adoption, "
            f"{spoken(placed_on)}. Check both days.",
        )


def parse_planned(text: str, today: date, working_days: WorkingDays) -> date:
    """Return the day a review is planned for, at most a year back; raises BadInput."""
    if not text.strip():
        raise BadInput("The day is needed.", hint="Try “fri”, “2 weeks” or “12 dec”.")
    return parse_due_date(text, today, working_days, earliest=today - _FURTHEST_BACK)


@dataclass(frozen=True)
class Window:
    """The days between which a review is held after adopters returned a child.

    Adoption Agencies Regulations 2005, regulation 36(8).
    """

    earliest: DueDate
    latest: DueDate

    @property
    def words(self) -> str:
        """The window in words: "from Tue 29 Dec 2026 to Tue 12 Jan 2027 (law)"."""
        return f"from {spoken(self.earliest.on)} to {spoken(self.latest.on)} ({self.latest.mark})"


def disruption_window(returned_on: date, timescales: Timescales) -> Window:
    """Return the days between which a review follows the child's return by the adopters."""
    return Window(
        timescales.due("disruption_earliest", returned_on),
        timescales.due("disruption_latest", returned_on),
    )


def remark_on_day(
    day: date,
    *,
    today: date,
    due_on: date | None,
    working_days: WorkingDays,
    window: Window | None = None,
) -> str:
    """Return what the chair ought to notice about a planned day; "" where all is well."""
    if day < today:
        return "! this day has passed"
    if window is not None and not window.earliest.on <= day <= window.latest.on:
        rules = f"{window.earliest.rule.amount} to {window.latest.rule.words}"
        return f"! outside the window {window.words}, {rules}"
    if due_on is not None and day > due_on:
        return f"! after the last lawful day, {spoken(due_on)}, which stands"
    if not working_days.is_working_day(day):
        return "! a weekend" if day.weekday() >= 5 else "! a bank holiday"
    return ""


def _time(text: str) -> str:
    return parse_time(text) if text.strip() else ""
