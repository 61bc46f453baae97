"""The letter's promises: those of last time, kept or not, and whom the decisions are for."""

from collections.abc import Iterator

from iro_tui.domain.dates.days import day_in_letter
from iro_tui.domain.decisions import Decision, DecisionOutcome, KeepFrom, Outcome
from iro_tui.domain.letter.pen import Pen, name_of
from iro_tui.domain.letter.plain_words import as_sentence


def is_for_child(decision: Decision) -> bool:
    """Whether a decision may be in the letter: meant for it, finished, and not kept back."""
    is_kept_back = decision.keep_from is KeepFrom.ALL_BUT_PROFESSIONALS
    return decision.in_letter and not decision.draft and not is_kept_back


def called_owner(pen: Pen, decision: Decision) -> str:
    """Return what the child calls the person who does it."""
    for person in pen.view.people:
        if person.id == decision.owner_id:
            return name_of(person)
    return pen.called(decision.owner)


def since(pen: Pen) -> Iterator[str]:
    """Yield each promise of last time: kept, or a plain sorry with the new day."""
    if pen.answer("since.letter"):
        yield from pen.say("thanks_for_checking_letter")
    for decision in pen.view.earlier_decisions:
        found = pen.view.outcomes.get(decision.id)
        if found is not None and is_for_child(decision) and decision.words_for_child.strip():
            yield from _promise(pen, decision, found)


def _promise(pen: Pen, decision: Decision, found: DecisionOutcome) -> Iterator[str]:
    yield from pen.say("we_promised", promise=as_sentence(decision.words_for_child))
    match found.outcome:
        case Outcome.DONE:
            yield from pen.say("promise_kept")
        case Outcome.NO_LONGER_NEEDED:
            yield from pen.say("promise_not_needed")
        case Outcome.PARTLY:
            yield from pen.say("promise_partly")
            yield from _put_right(pen, decision, found)
        case Outcome.NOT_DONE:
            yield from pen.say("promise_broken")
            yield from _put_right(pen, decision, found)


def _put_right(pen: Pen, decision: Decision, found: DecisionOutcome) -> Iterator[str]:
    if found.carried_to:
        line = "promise_new_day" if decision.agreement.is_agreed else "promise_new_day_asked"
        who, day = called_owner(pen, decision), day_in_letter(found.carried_to)
        yield from pen.say(line, who=who, day=day)


def reasons_not_done(pen: Pen) -> Iterator[str]:
    """Yield why promises of last time were not kept, as the adults say it: notes for the chair.

    The sheet asks for the reason for the record, where nobody thinks of a child reading it, so no
    word of it goes into the letter by itself.
    """
    for decision in pen.view.earlier_decisions:
        found = pen.view.outcomes.get(decision.id)
        if found is not None and found.why_not.strip() and is_for_child(decision):
            yield f"{decision.what}\n{found.outcome.words}: {found.why_not}\n{_IN_OWN_WORDS}"


_IN_OWN_WORDS = (
    "! The letter does not say why. Say it in words for the child, or leave it at sorry."
)
