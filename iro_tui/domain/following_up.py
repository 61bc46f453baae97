"""The days around a review that the chair notes, and how far each of them moves the review on."""

from dataclasses import dataclass, replace
from datetime import date

from iro_tui.domain.child import Child
from iro_tui.domain.dates.spoken import spoken
from iro_tui.domain.decisions import Agreement, Decision
from iro_tui.domain.due.steps import AFTER, ANSWER, DECISIONS, DISTRIBUTION, STEPS
from iro_tui.domain.review import Review, ReviewState
from iro_tui.domain.timescales import Timescales
from iro_tui.errors import BadFields


@dataclass(frozen=True)
class NotedStep:
    """What the chair notes of one step around a review; without a day it is not done.

    `received_on` is when the manager received the decisions, None where only the sending is
    known; `objects` says that the manager's answer was an objection, with its words in `note`.
    """

    step: str
    done_on: date | None
    received_on: date | None = None
    objects: bool = False
    note: str = ""


def with_day(review: Review, noted: NotedStep) -> Review:
    """Return the review with the day of a step that the review itself keeps."""
    step = STEPS[noted.step]
    if not step.review_field:
        return review
    days: dict[str, date | None] = {step.review_field: noted.done_on}
    if step is DECISIONS:
        days["decisions_received_on"] = noted.received_on if noted.done_on else None
    return replace(review, **days)  # type: ignore[arg-type]


def moved_on(
    review: Review,
    *,
    has_decisions: bool,
    care_plan_updated: bool,
    timescales: Timescales,
    today: date,
) -> Review:
    """Return a completed review as far as its days have brought it by today.

    A manager's silence counts as agreed from the working day after the last day for an answer
    (IRO Handbook); an answer that comes later does not undo it.
    """
    if review.completed_on is None or review.state not in _AFTER_MEETING:
        return review
    silent_from = _silence_counts_from(review, timescales)
    has_passed = silent_from is not None and silent_from <= today
    review = replace(review, agreed_by_silence_on=silent_from if has_passed else None)
    state = _furthest(review)
    is_settled = is_answered(review) or not has_decisions
    if state is ReviewState.DISTRIBUTED and is_settled and care_plan_updated:
        state = ReviewState.CLOSED if _is_issued(review) else state
    return replace(review, state=state)


_AFTER_MEETING = frozenset(
    {
        ReviewState.COMPLETED,
        ReviewState.DECISIONS_SENT,
        ReviewState.DECISIONS_SETTLED,
        ReviewState.DOCUMENTS_ISSUED,
        ReviewState.DISTRIBUTED,
        ReviewState.CLOSED,
    }
)


def _silence_counts_from(review: Review, timescales: Timescales) -> date | None:
    given_on = review.decisions_received_on or review.decisions_sent_on
    if given_on is None:
        return None
    silent_from = timescales.agreed_by_silence_on(given_on)
    answered_on = review.manager_answered_on
    return None if answered_on is not None and answered_on < silent_from else silent_from


def _furthest(review: Review) -> ReviewState:
    reached = {
        ReviewState.COMPLETED: True,
        ReviewState.DECISIONS_SENT: review.decisions_sent_on is not None,
        ReviewState.DECISIONS_SETTLED: is_answered(review),
        ReviewState.DOCUMENTS_ISSUED: _is_issued(review),
        ReviewState.DISTRIBUTED: review.distributed_on is not None,
    }
    return [state for state, is_reached in reached.items() if is_reached][-1]


def is_answered(review: Review) -> bool:
    """Whether the manager answered the decisions, or let the time for it pass."""
    return review.manager_answered_on is not None or review.agreed_by_silence_on is not None


def _is_issued(review: Review) -> bool:
    return review.record_issued_on is not None and review.letter_issued_on is not None


def with_agreement(
    decision: Decision, before: Review, review: Review, *, objects: bool
) -> Decision:
    """Return a decision as the manager's answer, or silence, to the whole review leaves it.

    What was said of a single decision stays. After an objection each waits for its own answer.
    """
    if decision.draft:
        return decision
    came_with = (
        (Agreement.AGREED, before.manager_answered_on),
        (Agreement.BY_SILENCE, before.agreed_by_silence_on),
    )
    if (decision.agreement, decision.agreed_on) in came_with:
        decision = replace(decision, agreement=Agreement.WAITING, agreed_on=None)
    if decision.agreement is not Agreement.WAITING:
        return decision
    if (silent_on := review.agreed_by_silence_on) is not None:
        return replace(decision, agreement=Agreement.BY_SILENCE, agreed_on=silent_on)
    if (answered_on := review.manager_answered_on) is not None and not objects:
        return replace(decision, agreement=Agreement.AGREED, agreed_on=answered_on)
    return decision


def check_step(child: Child, review: Review, noted: NotedStep, today: date) -> None:
    """Refuse a day that cannot be; raises BadFields with the sentence for the field."""
    problems: dict[str, str] = {}
    for field, day in (("done_on", noted.done_on), ("received_on", noted.received_on)):
        if day is None:
            continue
        if day > today:
            problems[field] = f"{spoken(day)} is still to come. Give today or an earlier day."
        for before, words in _days_before(child, review, noted, field):
            if day < before:
                problems.setdefault(field, f"{spoken(day)} is before {words}, {spoken(before)}.")
    if noted.done_on is None and noted.received_on is not None:
        problems["done_on"] = "Give the day on which the decisions were sent too."
    if STEPS[noted.step] is ANSWER and noted.done_on and review.decisions_sent_on is None:
        problems["done_on"] = "First note the day on which the decisions were sent."
    if problems:
        raise BadFields(problems)


def _days_before(
    child: Child, review: Review, noted: NotedStep, field: str
) -> tuple[tuple[date, str], ...]:
    """Return the days that a step cannot come before, and what happened on each."""
    step = STEPS[noted.step]
    told = [(child.date_of_birth, f"{child.name} was born")]
    if step in AFTER and review.completed_on is not None:
        told.append((review.completed_on, "the review was completed"))
    if step is ANSWER and review.decisions_sent_on is not None:
        told.append((review.decisions_sent_on, "the decisions were sent"))
    if step is DISTRIBUTION and review.record_issued_on is not None:
        told.append((review.record_issued_on, "the record was issued"))
    if field == "received_on" and noted.done_on is not None:
        told.append((noted.done_on, "the decisions were sent"))
    return tuple(told)
