"""The plan of a review: when, where and how it is held, and what is typed to say so."""

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta

from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.dates.spoken import parse_due_date, parse_time
from iro_tui.domain.dates.working_days import WorkingDays
from iro_tui.domain.review import Occasion, ReviewFormat
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

    `due_on` is the last day for a kind of review that has no rule, typed by the chair.
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
    typed: Typed, *, today: date, working_days: WorkingDays, before: ReviewPlan | None = None
) -> ReviewPlan:
    """Return the plan that a form describes; only the day is required.

    A day that has passed is taken, for a review that was planned elsewhere; so is a weekend
    (`remark_on_day` says so). Raises BadFields, with what would have worked at each field.
    """
    form = TypedFields(typed, today)
    plan = before or ReviewPlan(planned_for=today)
    plan = replace(
        plan,
        planned_for=form.read(
            "planned_for", plan.planned_for, lambda text: parse_planned(text, today, working_days)
        ),
        due_on=form.read("due_on", plan.due_on, lambda text: _due(text, today, working_days)),
        time=form.read("time", plan.time, _time),
        venue=form.line("venue", plan.venue),
        how=form.one_of("how", plan.how, HOW),
        chosen_by=form.line("chosen_by", plan.chosen_by),
        travel_note=form.line("travel_note", plan.travel_note),
        occasion=Occasion(form.one_of("occasion", plan.occasion, list(Occasion)) or plan.occasion),
        format=ReviewFormat(form.one_of("format", plan.format, list(ReviewFormat)) or plan.format),
    )
    form.check()
    return plan


def parse_planned(text: str, today: date, working_days: WorkingDays) -> date:
    """Return the day a review is planned for, at most a year back; raises BadInput."""
    if not text.strip():
        raise BadInput("The day is needed.", hint="Try “fri”, “2 weeks” or “12 dec”.")
    return parse_due_date(text, today, working_days, earliest=today - _FURTHEST_BACK)


def remark_on_day(day: date, *, today: date, due_on: date | None, working_days: WorkingDays) -> str:
    """Return what the chair ought to notice about a planned day; "" where all is well."""
    if day < today:
        return "! this day has passed"
    if due_on is not None and day > due_on:
        return "! after the last lawful day"
    if not working_days.is_working_day(day):
        return "! a weekend" if day.weekday() >= 5 else "! a bank holiday"
    return ""


def _due(text: str, today: date, working_days: WorkingDays) -> date | None:
    return parse_planned(text, today, working_days) if text.strip() else None


def _time(text: str) -> str:
    return parse_time(text) if text.strip() else ""
