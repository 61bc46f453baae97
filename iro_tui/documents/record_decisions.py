"""Headings 7 and 8 of the record: what was decided, and what became of the last decisions."""

from collections.abc import Iterator

from iro_tui.documents.parts import Part, Row, paragraph, sentence, table
from iro_tui.domain.dates.days import day_in_record
from iro_tui.domain.decisions import Agreement, Decision, DecisionOutcome
from iro_tui.domain.documents import PreviewBlock
from iro_tui.domain.record import RecordSource

_HEADER = ("No", "Decision", "Why", "Who", "By when", "Priority", "Agreed", "Status")
_LAST_HEADER = (
    "No",
    "Decision",
    "Who",
    "By when",
    "What became of it",
    "What shows it, or why not",
)
MISSING = "not given"


def decided_here(source: RecordSource) -> tuple[Decision, ...]:
    """Return this review's decisions: those carried over first, then the new ones by number."""
    carried = [
        one
        for one in source.view.earlier_decisions
        if (found := source.view.outcomes.get(one.id)) and found.carried_to is not None
    ]
    made = [one for one in source.view.decisions if not one.draft]
    return (*carried, *sorted(made, key=lambda one: one.number))


def number_of(source: RecordSource, decision: Decision) -> str:
    """Return a decision's number: "5.3", for a carried one "4.2, carried 2 times"."""
    review_number = source.review_numbers.get(decision.review_id, source.view.review.number)
    number = f"{review_number}.{decision.number}"
    found = source.view.outcomes.get(decision.id)
    is_carried_now = found is not None and found.carried_to is not None
    match max(decision.carried_count, int(is_carried_now)):
        case 0:
            return number
        case 1:
            return f"{number}, carried once"
        case count:
            return f"{number}, carried {count} times"


def decisions_table(source: RecordSource) -> tuple[PreviewBlock, ...]:
    """Return the decisions table, or the sentence that there are none."""
    rows = [_row(source, one) for one in decided_here(source)]
    if not rows:
        return (paragraph("No decisions were recorded."),)
    return tuple(table("What was decided, by whom and by when", "decisions", _HEADER, rows))


def _row(source: RecordSource, decision: Decision) -> Row:
    return (
        number_of(source, decision),
        decision.what,
        decision.why or MISSING,
        owner_in_words(decision),
        _by_when(source, decision),
        decision.priority.value,
        agreement_in_words(decision),
        _status(decision),
    )


def _by_when(source: RecordSource, decision: Decision) -> str:
    found = source.view.outcomes.get(decision.id)
    day = found.carried_to if found and found.carried_to else decision.due_on
    return day_in_record(day) if day else MISSING


def owner_in_words(decision: Decision) -> str:
    """Return who does it, with the role: "Priya Shah (social worker)"."""
    if not decision.owner:
        return MISSING
    return f"{decision.owner} ({decision.owner_role})" if decision.owner_role else decision.owner


def agreement_in_words(decision: Decision) -> str:
    """Return what the manager said: "agreed by silence 19 November 2026"."""
    words = {
        Agreement.WAITING: "waiting",
        Agreement.AGREED: "agreed",
        Agreement.BY_SILENCE: "agreed by silence",
        Agreement.NOT_AGREED: "not agreed",
    }[decision.agreement]
    if decision.agreed_on and decision.agreement is not Agreement.WAITING:
        words = f"{words} {day_in_record(decision.agreed_on)}"
    if decision.agreement is Agreement.NOT_AGREED and decision.agreement_reason:
        words = f"{words}: {decision.agreement_reason}"
    return words


def _status(decision: Decision) -> str:
    if decision.is_open:
        return "open"
    done = day_in_record(decision.done_on) if decision.done_on else ""
    words = decision.outcome.words if decision.outcome else "done"
    return f"{words} {done}".strip()


def last_decisions_table(source: RecordSource) -> tuple[PreviewBlock, ...]:
    """Return what became of the decisions of before, one row each."""
    rows = [
        _last_row(source, one, source.view.outcomes.get(one.id))
        for one in source.view.earlier_decisions
    ]
    return tuple(table("What became of each decision", "last_decisions", _LAST_HEADER, rows))


def _last_row(source: RecordSource, decision: Decision, found: DecisionOutcome | None) -> Row:
    due = decision.first_due_on or decision.due_on
    return (
        f"{source.review_numbers.get(decision.review_id, '')}.{decision.number}".lstrip("."),
        decision.what,
        owner_in_words(decision),
        day_in_record(due) if due else MISSING,
        _outcome(found),
        _evidence(found),
    )


def _outcome(found: DecisionOutcome | None) -> str:
    if found is None:
        return "not gone through"
    words = found.outcome.words
    if found.outcome_on:
        words = f"{words}, {day_in_record(found.outcome_on)}"
    if found.carried_to:
        words = f"{words}; carried over to {day_in_record(found.carried_to)}"
    return words


def _evidence(found: DecisionOutcome | None) -> str:
    if found is None:
        return "–"
    pieces = [sentence(found.evidence), sentence(found.why_not)]
    if found.put_right_by:
        pieces.append(sentence(f"To be put right by {found.put_right_by}"))
    return " ".join(piece for piece in pieces if piece) or "–"


def decisions_part(source: RecordSource, dissent: Iterator[PreviewBlock]) -> Part:
    """Return heading 7, with dissent under the table; never smoothed into agreement."""
    return Part("decisions", "Decisions of this review", (*decisions_table(source), *dissent))
