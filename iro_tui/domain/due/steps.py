"""The steps around a review: what is to be ready before it, and what follows from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from iro_tui.domain.due.items import DueItem
from iro_tui.domain.due.known import Known
from iro_tui.domain.review import BEFORE_MEETING, OPEN_MEETING, Review, ReviewState
from iro_tui.domain.rules import DueDate
from iro_tui.domain.timescales import Timescales


@dataclass(frozen=True)
class Step:
    """One step: its id, its words, the rule that dates it, and who has to see to it.

    `review_field` is the field of the review that keeps its day, "" where it is ticked by hand.
    `noted` is what it is called where its day is noted, "" for the title.
    """

    id: str
    title: str
    rule_id: str
    who: str
    review_field: str = ""
    noted: str = ""


BEFORE = (
    Step("social_worker_talk", "Talk with the social worker", "social_worker_talk", "IRO"),
    Step("invitations", "Invitations and forms out", "invitations", "IRO"),
    Step("carer_report", "Carer's report in", "carer_report", "carer"),
    Step("social_worker_report", "Social worker's report in", "social_worker_report", "worker"),
)
"""What is to be ready before a meeting (IRO Handbook), each ticked by hand."""

DECISIONS = Step(
    "decisions", "Decisions to the manager", "decisions", "IRO", review_field="decisions_sent_on"
)
ANSWER = Step(
    "manager_answer",
    "Manager's answer to the decisions",
    "manager_answer",
    "manager",
    review_field="manager_answered_on",
    noted="Manager's answer",
)
CARE_PLAN = Step("care_plan_updated", "Care plan updated", "care_plan_updated", "worker")
_RECORD = Step(
    "record",
    "Record to write",
    "record",
    "IRO",
    review_field="record_issued_on",
    noted="Record issued",
)
_LETTER = Step(
    "letter",
    "Letter to write",
    "letter",
    "IRO",
    review_field="letter_issued_on",
    noted="Letter issued",
)
DISTRIBUTION = Step(
    "distribution",
    "Record to everyone entitled",
    "distribution",
    "IRO",
    review_field="distributed_on",
)
AFTER = (DECISIONS, ANSWER, CARE_PLAN, _RECORD, _LETTER, DISTRIBUTION)
"""What follows once a review is completed, in the order in which it falls due."""

_RECONVENE = Step("reconvene", "Adjourned review to be completed", "adjournment", "IRO")
_SERIES = Step("series_last_meeting", "Last meeting of the series", "series_last_meeting", "IRO")
STEPS = {step.id: step for step in (*BEFORE, *AFTER)}
"""Every step that can be noted as done, by its id."""

OWN_PAPERS = frozenset({DECISIONS.id, _RECORD.id, _LETTER.id})
"""What the chair writes; the caseload shows it before the next review."""

OBJECTION = "manager_objection"
"""What is kept beside the manager's answer where it was an objection, with the words of it."""

_OVER = frozenset({ReviewState.CLOSED, ReviewState.CANCELLED, ReviewState.POSTPONED})


@dataclass(frozen=True)
class StepLine:
    """One step around one review as it stands: by when, and the day on which it was done.

    `due` is None where it counts from a day that is not known yet (the sending of the decisions).
    """

    step: Step
    review: Review
    due: DueDate | None
    done_on: date | None = None
    note: str = ""


def step_lines(known: Known, review: Review, timescales: Timescales) -> tuple[StepLine, ...]:
    """Return the steps around a review, done or not: those before it, or those that follow."""
    if review.state in BEFORE_MEETING:
        return tuple(_before(known, review, timescales))
    if review.completed_on is not None:
        return tuple(_after(known, review, timescales))
    return ()


def steps_due(known: Known, timescales: Timescales) -> Iterator[DueItem]:
    """Yield what is still to be done around a child's reviews, with its dates."""
    for review in known.reviews:
        if review.state in _OVER:
            continue
        if review.state in OPEN_MEETING:
            yield from _open(review, timescales)
        for line in step_lines(known, review, timescales):
            if line.due is not None and line.done_on is None:
                # A manager who does not answer in time has agreed (IRO Handbook).
                yield _item(line.step, review, line.due, lapses=line.step is ANSWER)


def _before(known: Known, review: Review, timescales: Timescales) -> Iterator[StepLine]:
    for step in BEFORE:
        planned = review.planned_for
        due = timescales.due(step.rule_id, planned) if planned else None
        yield _line(known, review, step, due)


def _open(review: Review, timescales: Timescales) -> Iterator[DueItem]:
    if review.state is ReviewState.ADJOURNED and review.adjourned_on is not None:
        yield _item(_RECONVENE, review, timescales.reconvene_by(review.adjourned_on))
    if review.state is ReviewState.SERIES_OPEN and review.held_on is not None:
        yield _item(_SERIES, review, timescales.due(_SERIES.rule_id, review.held_on))


def _after(known: Known, review: Review, timescales: Timescales) -> Iterator[StepLine]:
    has_decisions = known.has_decisions(review) or review.decisions_sent_on is not None
    for step in AFTER:
        if step in (DECISIONS, ANSWER) and not has_decisions:
            continue
        start = _given_to_manager(review) if step is ANSWER else review.completed_on
        yield _line(known, review, step, timescales.due(step.rule_id, start) if start else None)


def _line(known: Known, review: Review, step: Step, due: DueDate | None) -> StepLine:
    done = known.step_done(review, step.id)
    done_on: date | None = done.done_on if done else None
    if step.review_field:
        done_on = getattr(review, step.review_field)
    if step is ANSWER:
        done_on = review.agreed_by_silence_on or done_on
    return StepLine(step, review, due, done_on, done.note if done else "")


def _given_to_manager(review: Review) -> date | None:
    """Return when the manager received the decisions; not known, the day they were sent counts."""
    return review.decisions_received_on or review.decisions_sent_on


def _item(step: Step, review: Review, due: DueDate, *, lapses: bool = False) -> DueItem:
    return DueItem(
        child_id=review.child_id,
        what=step.id,
        title=f"{step.title} · review {review.number}" if review.number else step.title,
        due_on=due.on,
        mark=due.mark,
        rule=due.rule.words,
        source=due.source,
        lapses=lapses,
        review_id=review.id,
    )
