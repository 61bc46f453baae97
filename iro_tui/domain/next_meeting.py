"""Another meeting of the same review: the next of a series, or the one after an adjournment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from iro_tui.domain.dates.spoken import parse_due_date, parse_time, spoken
from iro_tui.domain.dates.working_days import WorkingDays
from iro_tui.domain.planning import HOW
from iro_tui.domain.review import Meeting, Review, ReviewState
from iro_tui.domain.rules import DueDate, Mark
from iro_tui.domain.timescales import Timescales
from iro_tui.domain.typed import Typed, TypedFields
from iro_tui.errors import BadInput, RuleRefused


@dataclass(frozen=True)
class NextMeeting:
    """When, where and how people meet again; `time` as "14:30", `how` a key of HOW.

    `move_reason` says why a meeting that was planned already is put to another day.
    """

    planned_for: date
    time: str = ""
    venue: str = ""
    how: str = ""
    move_reason: str = ""


@dataclass(frozen=True)
class Adjournment:
    """Why a review is adjourned, what child and family think of that, and the new day."""

    reason: str
    views: str
    meeting: NextMeeting


def next_meeting_from(
    typed: Typed, *, today: date, working_days: WorkingDays, meet_by: DueDate | None
) -> NextMeeting:
    """Return the next meeting that a form describes; only the day is required.

    A day after a limit of the law is refused; raises BadFields.
    """
    form = TypedFields(typed, today)
    meeting = _read_meeting(form, working_days, meet_by)
    form.check()
    return meeting


def adjournment_from(
    typed: Typed, *, today: date, working_days: WorkingDays, meet_by: DueDate
) -> Adjournment:
    """Return the adjournment that a form describes; reason and day are required.

    CPPCR Regulations 2010, regulation 36(2). Raises BadFields.
    """
    form = TypedFields(typed, today)
    reason = form.text("reason").strip()
    if not reason:
        form.refuse("reason", "Say why: what is not known yet, and so cannot be considered.")
    meeting = _read_meeting(form, working_days, meet_by)
    adjournment = Adjournment(reason, form.text("views").strip(), meeting)
    form.check()
    return adjournment


def _read_meeting(
    form: TypedFields, working_days: WorkingDays, meet_by: DueDate | None
) -> NextMeeting:
    def day(text: str) -> date:
        return parse_next_day(text, form.today, working_days, meet_by)

    return NextMeeting(
        planned_for=form.read("planned_for", form.today, day),
        time=form.read("time", "", lambda text: parse_time(text) if text.strip() else ""),
        venue=form.line("venue"),
        how=form.one_of("how", "", HOW),
        move_reason=form.text("move_reason").strip(),
    )


def parse_next_day(
    text: str, today: date, working_days: WorkingDays, meet_by: DueDate | None
) -> date:
    """Return the day of the next meeting; raises BadInput for one after a limit of the law."""
    if not text.strip():
        raise BadInput("The day is needed.", hint="Try “fri”, “2 weeks” or “10 wd”.")
    day = parse_due_date(text, today, working_days)
    if meet_by is not None and meet_by.mark is Mark.LAW and day > meet_by.on:
        raise BadInput(
            f"{spoken(day)} is too late: the last day is {spoken(meet_by.on)}, "
            f"{meet_by.rule.words} (regulation 36(2), {meet_by.mark})."
        )
    return day


def meet_again_by(
    review: Review, timescales: Timescales, *, adjourning_on: date | None = None
) -> DueDate | None:
    """Return by when people are to meet again, None before the first meeting.

    The law sets the day after an adjournment, the IRO Handbook that of a series' last meeting.
    """
    adjourned_on = adjourning_on
    if review.state is ReviewState.ADJOURNED:
        adjourned_on = review.adjourned_on
    if adjourned_on is not None:
        return timescales.reconvene_by(adjourned_on)
    if review.held_on is None:
        return None
    return timescales.due("series_last_meeting", review.held_on)


def remark_on_next_day(day: date, *, meet_by: DueDate | None, working_days: WorkingDays) -> str:
    """Return what the chair ought to notice about the day of the next meeting."""
    if meet_by is not None and day > meet_by.on:
        return (
            f"! after {spoken(meet_by.on)}: the last meeting is to be within "
            f"{meet_by.rule.words} ({meet_by.mark})"
        )
    if not working_days.is_working_day(day):
        return "! a weekend" if day.weekday() >= 5 else "! a bank holiday"
    return ""


def check_may_adjourn(review: Review) -> None:
    """Raise RuleRefused where the law does not let this review be adjourned.

    CPPCR Regulations 2010, regulation 36(2): once, for not more than 20 working days.
    """
    if review.adjourned_on is not None:
        raise RuleRefused(
            f"This review was adjourned on {spoken(review.adjourned_on)}, and the law lets a "
            "review be adjourned once only (regulation 36(2)).",
            hint="Go on with what is known and close it; what stays open, the record says.",
        )
    if review.state is not ReviewState.IN_MEETING:
        raise RuleRefused(
            "Only a meeting that is going on can be adjourned.",
            hint="A meeting that has not begun is put to another day from the child's screen (n).",
        )


def check_may_meet_again(review: Review, meetings: Sequence[Meeting]) -> None:
    """Raise RuleRefused where another meeting cannot be planned yet, or any more."""
    if meeting_to_come(meetings) is not None:
        raise RuleRefused(
            "The next meeting of this review is planned already.",
            hint="n on the child's screen puts it to another day, x takes it back.",
        )
    if review.state not in (ReviewState.IN_MEETING, ReviewState.SERIES_OPEN):
        raise RuleRefused(
            "Another meeting follows one that is going on.",
            hint="Begin this one first: mark who is here, or answer a question.",
        )


def meeting_to_come(meetings: Sequence[Meeting]) -> Meeting | None:
    """Return the further meeting that is planned and has not begun; None for a first one."""
    last = meetings[-1] if len(meetings) > 1 else None
    return last if last is not None and last.held_on is None else None


def review_words(review: Review, meetings: Sequence[Meeting]) -> str:
    """Return which review and, where there are several, which meeting of it it is."""
    words = f"Review {review.number}"
    return f"{words}, meeting {meetings[-1].sequence}" if len(meetings) > 1 else words
