"""The letter's beginning: greeting, who came, the child's words and wishes, and the promises."""

from collections.abc import Iterator, Mapping
from datetime import date

from iro_tui.domain.answers import Row
from iro_tui.domain.days import day_in_letter
from iro_tui.domain.decisions import Decision, DecisionOutcome, KeepFrom, Outcome
from iro_tui.domain.letter import Lines
from iro_tui.domain.letter_pen import Pen, name_of
from iro_tui.domain.plain_words import as_phrase, as_sentence, called, listed
from iro_tui.domain.review import Attendance, ChildWords, ReviewFormat

_MOST_NAMES = 5
"""So many names stand in one sentence; more would be too long for a young reader."""
_SPOKEN_WITH = frozenset({"before", "on_the_day"})


def greeting(pen: Pen) -> Iterator[str]:
    """Yield the greeting; the detail that the two share is the chair's to add."""
    yield from pen.say("dear", name=pen.view.child.name)
    if pen.part("welcome.alone", "answer") in _SPOKEN_WITH:
        spoken_on = pen.part("welcome.alone", "on")
        day = day_in_letter(spoken_on) if isinstance(spoken_on, date) else ""
        yield from pen.say("thanks_for_talking", day=day)
    yield from pen.say("what_we_agreed_follows")


def welcome(pen: Pen) -> Iterator[str]:
    """Yield thanks for coming, who came, and whom the child missed."""
    view = pen.view
    day = day_in_letter(view.review.day) if view.review.day else ""
    own = next((one for one in view.attendance if one.is_child), None)
    if view.review.format is ReviewFormat.NO_MEETING:
        yield from pen.say("held_without_meeting")
    elif own is not None and own.presence.was_there:
        yield from pen.say("thanks_for_coming", day=day)
    else:
        yield from pen.say("was_not_there", day=day)
    if _chaired(pen):
        yield from pen.say("chaired")
    came = [_attendee(pen, one) for one in view.attendance if _came(one)]
    for start in range(0, len(came), _MOST_NAMES):
        yield from pen.say("who_came", people=listed(came[start : start + _MOST_NAMES]))
    for one in view.attendance:
        if one.child_wanted and not one.is_child and not one.presence.was_there and not one.private:
            yield from pen.say("could_not_come", person=_attendee(pen, one))


def _came(one: Attendance) -> bool:
    return one.presence.was_there and not one.is_child and not one.private


def _attendee(pen: Pen, one: Attendance) -> str:
    for person in pen.view.people:
        if person.id == one.person_id:
            return name_of(person)
    return called(one.name)


def _chaired(pen: Pen) -> bool:
    ways = pen.part("welcome.part", "answer")
    return isinstance(ways, tuple) and bool({"chair_all", "chair_part"} & set(ways))


def words_for_letter(pen: Pen) -> tuple[ChildWords, ...]:
    """Return the child's words that may stand in the letter: none that are private."""
    return tuple(one for one in pen.view.words if not one.private)


def quotation(text: str) -> str:
    """Return words in quotation marks, otherwise untouched."""
    return f"“{text}”"


def wishes(pen: Pen) -> Iterator[str]:
    """Yield the child's own words first, then each wish with its answer and why."""
    said = [one.text for one in words_for_letter(pen)]
    rows = tuple(_wish_rows(pen))
    asked = {_alike(str(row.get("wish", ""))) for row in rows}
    for text in said:
        if _alike(text) not in asked:
            yield quotation(text)
    for row in rows:
        yield from _wish(pen, row, said)
    if not said and not rows:
        yield from pen.say("no_words")


def _wish_rows(pen: Pen) -> Iterator[Row]:
    rows = pen.part("wishes.change", "rows")
    for row in rows if isinstance(rows, tuple) else ():
        if isinstance(row, Mapping) and row.get("wish") and not row.get("private"):
            yield row


def _wish(pen: Pen, row: Row, said: list[str]) -> Iterator[str]:
    wish = str(row["wish"])
    as_said = next((text for text in said if _alike(text) == _alike(wish)), wish)
    yield quotation(as_said)
    given = str(row.get("answer", ""))
    why = str(row.get("why", ""))
    because = as_phrase(why) if pen.is_fit(why) else ""
    yield from _reply(pen, given, because, row)
    if given == "no":
        yield from pen.say("after_a_no")


def _reply(pen: Pen, given: str, because: str, row: Row) -> Lines:
    by = row.get("by")
    until = str(row.get("until", ""))
    slots = {
        "why": because,
        "until": as_phrase(until) if pen.is_fit(until) else "",
        "who": _who(pen, str(row.get("who", ""))),
        "day": day_in_letter(by) if isinstance(by, date) else "",
    }
    name = f"answer_{given}"
    if because and f"{name}_because" in pen.knowledge.lines:
        said = pen.say(f"{name}_because", **slots)
        if said:
            return said
    return pen.say(name, **slots) if name in pen.knowledge.lines else ()


def _who(pen: Pen, name: str) -> str:
    for person in pen.view.people:
        if name in (person.name, person.known_as):
            return name_of(person)
    return called(name)


def _alike(text: str) -> str:
    return " ".join(text.casefold().strip(" .!“”\"'").split())


def since(pen: Pen) -> Iterator[str]:
    """Yield each promise of last time: kept, or a plain sorry with the new day."""
    if pen.answer("since.letter"):
        yield from pen.say("thanks_for_checking_letter")
    for decision in pen.view.earlier_decisions:
        found = pen.view.outcomes.get(decision.id)
        if found is not None and is_for_child(decision) and decision.words_for_child.strip():
            yield from _promise(pen, decision, found)


def is_for_child(decision: Decision) -> bool:
    """Whether a decision may be in the letter: meant for it, and finished."""
    is_kept_back = decision.keep_from is KeepFrom.ALL_BUT_PROFESSIONALS
    return decision.in_letter and not decision.draft and not is_kept_back


def _promise(pen: Pen, decision: Decision, found: DecisionOutcome) -> Iterator[str]:
    yield from pen.say("we_promised", promise=as_sentence(decision.words_for_child))
    match found.outcome:
        case Outcome.DONE:
            yield from pen.say("promise_kept")
        case Outcome.NO_LONGER_NEEDED:
            yield from pen.say("promise_not_needed")
        case Outcome.PARTLY | Outcome.NOT_DONE:
            partly = found.outcome is Outcome.PARTLY
            yield from pen.say("promise_partly" if partly else "promise_broken")
            if pen.is_fit(found.why_not):
                yield from pen.say("promise_because", why=as_phrase(found.why_not))
            if found.carried_to:
                line = (
                    "promise_new_day" if decision.agreement.is_agreed else "promise_new_day_asked"
                )
                who, day = called_owner(pen, decision), day_in_letter(found.carried_to)
                yield from pen.say(line, who=who, day=day)


def called_owner(pen: Pen, decision: Decision) -> str:
    """Return what the child calls the person who does it."""
    for person in pen.view.people:
        if person.id == decision.owner_id:
            return name_of(person)
    return _who(pen, decision.owner)
