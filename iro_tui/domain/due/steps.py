"""The steps around a review: what is to be ready before it, and what follows from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from iro_tui.domain.due.items import DueItem
from iro_tui.domain.due.known import Known
from iro_tui.domain.review import BEFORE_MEETING, OPEN_MEETING, Review, ReviewState
from iro_tui.domain.rules import DueDate
from iro_tui.domain.timescales import NextReview, Timescales


@dataclass(frozen=True)
class Step:
    """One step: its id, its words, the rule that dates it, and who has to see to it."""

    id: str
    title: str
    rule_id: str
    who: str


BEFORE = (
    Step("social_worker_talk", "Talk with the social worker", "social_worker_talk", "IRO"),
    Step("invitations", "Invitations and forms out", "invitations", "IRO"),
    Step("carer_report", "Carer's report in", "carer_report", "carer"),
    Step("social_worker_report", "Social worker's report in", "social_worker_report", "worker"),
)
"""What is to be ready before a meeting (IRO Handbook), each ticked by hand."""

_DECISIONS = Step("decisions", "Decisions to the manager", "decisions", "IRO")
_ANSWER = Step("manager_answer", "Manager's answer to the decisions", "manager_answer", "manager")
_CARE_PLAN = Step("care_plan_updated", "Care plan updated", "care_plan_updated", "worker")
_RECORD = Step("record", "Record to write", "record", "IRO")
_LETTER = Step("letter", "Letter to write", "letter", "IRO")
_DISTRIBUTION = Step("distribution", "Record to everyone entitled", "distribution", "IRO")
AFTER = (_DECISIONS, _ANSWER, _CARE_PLAN, _RECORD, _LETTER, _DISTRIBUTION)
"""What follows once a review is completed, in the order in which it falls due."""

_MIDWAY = Step("midway", "Midway check", "midway_check", "IRO")
_RECONVENE = Step("reconvene", "Adjourned review to be completed", "adjournment", "IRO")
_SERIES = Step("series_last_meeting", "Last meeting of the series", "series_last_meeting", "IRO")
TICKED_BY_HAND = frozenset({step.id for step in BEFORE} | {_CARE_PLAN.id, _MIDWAY.id})
"""The steps that nothing else shows done."""

OWN_PAPERS = frozenset({_DECISIONS.id, _RECORD.id, _LETTER.id})
"""What the chair writes; the caseload shows it before the next review."""

STEP_TITLES = {step.id: step.title for step in (*BEFORE, *AFTER, _MIDWAY, _RECONVENE, _SERIES)}

_OVER = frozenset({ReviewState.CLOSED, ReviewState.CANCELLED, ReviewState.POSTPONED})


def steps_due(known: Known, coming: NextReview | None, timescales: Timescales) -> Iterator[DueItem]:
    """Yield what is still to be done around a child's reviews, with its dates."""
    for review in known.reviews:
        if review.state in _OVER:
            continue
        if review.state in BEFORE_MEETING:
            yield from _before(known, review, timescales)
        elif review.state in OPEN_MEETING:
            yield from _open(review, timescales)
        else:
            yield from _after(known, review, timescales)
    yield from _midway(known, coming, timescales)


def _before(known: Known, review: Review, timescales: Timescales) -> Iterator[DueItem]:
    if review.planned_for is None:
        return
    for step in BEFORE:
        if not known.is_done(review, step.id):
            yield _item(step, review, timescales.due(step.rule_id, review.planned_for))


def _open(review: Review, timescales: Timescales) -> Iterator[DueItem]:
    if review.state is ReviewState.ADJOURNED and review.adjourned_on is not None:
        yield _item(_RECONVENE, review, timescales.reconvene_by(review.adjourned_on))
    if review.state is ReviewState.SERIES_OPEN and review.held_on is not None:
        yield _item(_SERIES, review, timescales.due(_SERIES.rule_id, review.held_on))


def _after(known: Known, review: Review, timescales: Timescales) -> Iterator[DueItem]:
    if review.completed_on is None:
        return
    done: dict[str, date | bool | None] = {
        _DECISIONS.id: review.decisions_sent_on or not _has_decisions(known, review),
        _ANSWER.id: review.manager_answered_on or review.agreed_by_silence_on,
        _CARE_PLAN.id: known.is_done(review, _CARE_PLAN.id),
        _RECORD.id: review.record_issued_on,
        _LETTER.id: review.letter_issued_on,
        _DISTRIBUTION.id: review.distributed_on,
    }
    for step in AFTER:
        start = review.completed_on if step is not _ANSWER else _given_to_manager(review)
        if start is not None and not done[step.id]:
            # A manager who does not answer in time has agreed (IRO Handbook).
            yield _item(step, review, timescales.due(step.rule_id, start), lapses=step is _ANSWER)


def _has_decisions(known: Known, review: Review) -> bool:
    return any(one.review_id == review.id and not one.draft for one in known.decisions)


def _given_to_manager(review: Review) -> date | None:
    return review.decisions_received_on or review.decisions_sent_on


def _midway(known: Known, coming: NextReview | None, timescales: Timescales) -> Iterator[DueItem]:
    """Yield the midway check between the last review and the next, unless it was done."""
    midway = timescales.midway(coming) if coming else None
    if midway is None or any(review.state in OPEN_MEETING for review in known.reviews):
        return
    held = [review for review in known.reviews if review.held_on is not None]
    last = held[-1] if held else None
    if last is None or not known.is_done(last, _MIDWAY.id):
        yield DueItem(
            child_id=known.child.id,
            what=_MIDWAY.id,
            title=_MIDWAY.title,
            due_on=midway.on,
            mark=midway.mark,
            rule=midway.rule.words,
            source=midway.source,
            review_id=last.id if last else None,
        )


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
