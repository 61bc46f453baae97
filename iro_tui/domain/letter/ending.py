"""The letter's end: decisions, what the chair thinks, rights, the next meeting, and who signs."""

from collections.abc import Iterator
from datetime import date

from iro_tui.domain.child import Role
from iro_tui.domain.dates.days import day_in_letter
from iro_tui.domain.decisions import Agreement, Decision
from iro_tui.domain.letter.pen import Pen
from iro_tui.domain.letter.plain_words import (
    as_place,
    as_sentence,
    longest_sentence,
    sentences_of,
)
from iro_tui.domain.letter.promises import called_owner, is_for_child
from iro_tui.domain.listing import either
from iro_tui.domain.timescales import NextReview


def decisions_for_child(pen: Pen) -> tuple[Decision, ...]:
    """Return this review's decisions that the letter tells, in their order."""
    return tuple(one for one in pen.view.decisions if is_for_child(one))


def decisions(pen: Pen) -> Iterator[str]:
    """Yield each decision: agreed ones as what will be, others as what the chair asked for."""
    told = decisions_for_child(pen)
    for decision in told:
        yield from decision_lines(pen, decision)
    if not told:
        yield from pen.say("no_decisions")
    if any(one.agreement is Agreement.WAITING for one in told):
        yield from _not_agreed_yet(pen)
    for row in pen.rows("decisions.dissent"):
        yield from _dissent(pen, str(row.get("who", "")))


def _dissent(pen: Pen, who: str) -> tuple[str, ...]:
    """Return that somebody sees it differently, where it is the child or somebody around them."""
    view = pen.view
    if who.strip() in {view.child.name, view.child.full_name, view.child.given_name}:
        return pen.say("own_dissent")
    if any(who.strip() in (one.name, one.known_as) for one in view.people):
        return pen.say("dissent", who=pen.called(who))
    return ()


def decision_lines(pen: Pen, decision: Decision) -> tuple[str, ...]:
    """Return one decision as who does what by which day and why; if not agreed, as asked for."""
    if decision.agreement is Agreement.NOT_AGREED:
        return pen.say("not_agreed", who=_who(pen, decision), what=_what(pen, decision))
    if not decision.agreement.is_agreed:
        return _asked(pen, decision)
    day = day_in_letter(decision.due_on) if decision.due_on else ""
    why = pen.phrase(decision.why) if pen.is_fit(decision.why) else ""
    own_line = decision.words_for_child.strip()
    if own_line:
        because = pen.say_if_short("because", why=why) if "because" not in own_line else ()
        return (*_own_line(pen, decision, own_line, day), *because)
    slots = {"who": _who(pen, decision), "what": _what(pen, decision), "day": day, "why": why}
    return pen.say_if_short("agreed", **slots) or pen.say_if_short("agreed_without_why", **slots)


def _own_line(pen: Pen, decision: Decision, line: str, day: str) -> tuple[str, ...]:
    """Return the chair's line for the child with its day, in the same sentence if that is short."""
    lines = tuple(one for one in as_sentence(line).split("\n") if one.strip())
    if not day or day in line:
        return lines
    is_plain = len(sentences_of(line)) == 1 and not any(one in line for one in _GOES_ON)
    with_day = f"{lines[0].rstrip('.')} by {day}."
    if is_plain and longest_sentence(with_day) <= pen.band.longest:
        return (with_day,)
    return (*lines, *pen.say("by_when", who=_who(pen, decision), day=day))


# After these a day would belong to something else than the act.
_GOES_ON = (" so ", " because ", " that ", " when ", " if ", ",", "“")


def _asked(pen: Pen, decision: Decision) -> tuple[str, ...]:
    day = day_in_letter(decision.due_on) if decision.due_on else ""
    asked = pen.say_if_short("asked", who=_who(pen, decision), what=_what(pen, decision), day=day)
    promise = as_sentence(decision.words_for_child)
    return asked or pen.say("asked_for_this", promise=promise, day=day)


def _not_agreed_yet(pen: Pen) -> Iterator[str]:
    """Yield that the manager may still say no, and when the child hears: a day the chair gave."""
    yield from pen.say("not_agreed_yet")
    in_touch = _in_touch(pen)
    yield from pen.say("tell_you", day=in_touch) if in_touch else pen.say("ask_what_came_of_it")


def _in_touch(pen: Pen) -> str:
    """Return the day on which the chair is in touch before the next meeting; "" if not given."""
    day = pen.part("closing.next", "midway")
    return day_in_letter(day) if isinstance(day, date) else ""


def _who(pen: Pen, decision: Decision) -> str:
    return called_owner(pen, decision) if decision.owner else ""


def _what(pen: Pen, decision: Decision) -> str:
    """Return the act as it goes on after "will"; "" where it is in adult words."""
    if not pen.is_fit(decision.what):
        return ""
    return pen.phrase(decision.what)


def chair_view(pen: Pen) -> Iterator[str]:
    """Yield one honest line on the plan, and what the chair asked to be put right."""
    adequate = pen.part("chair_view.adequate", "answer")
    if adequate in ("yes", "partly", "no"):
        yield from pen.say(f"think_{adequate}")
    carried_out = pen.part("chair_view.carried_out", "answer")
    if carried_out == "yes":
        yield from pen.say("carried_out")
    elif carried_out == "partly":
        yield from pen.say("partly_carried_out")
    elif carried_out == "no":
        yield from pen.say("not_carried_out")
    if pen.part("chair_view.challenge", "answer") in ("informal", "formal", "cafcass"):
        yield from pen.say("challenge")
        yield from pen.say("challenge_higher")


def rights(pen: Pen) -> Iterator[str]:
    """Yield the whole rights block of the band; a carer is never the only one who can help."""
    number = pen.view.chair.telephone
    under_order = pen.view.child.legal_status in pen.knowledge.under_an_order
    for line in pen.knowledge.rights.get(pen.band.rights, ()):
        if line == "{judge}":
            yield from pen.knowledge.judge[under_order]
        elif "{helpers}" in line:
            yield from _ring_me(pen, line, number)
        else:
            yield from pen.all_of((line,), number=number)


def _ring_me(pen: Pen, line: str, number: str) -> tuple[str, ...]:
    """Return who can help to ring, as many as the sentence has room for; the carer goes first."""
    others = [name for role in (Role.TEACHER, Role.SOCIAL_WORKER) if (name := pen.one(role))]
    carer = [] if not others else [*pen.people(Role.CARER)][:1]
    for named in ([*carer, *others], others, others[-1:]):
        filled = pen.all_of((line,), helpers=either(named), number=number)
        if filled and longest_sentence(filled[0]) <= pen.band.longest:
            return filled
    return pen.say("ring_me", number=number)


def closing(pen: Pen, coming: NextReview | None) -> Iterator[str]:
    """Yield when, where and with whom the next meeting is, and when the chair is in touch."""
    if pen.part("closing.next", "format") == "none":
        yield from pen.say("no_more_meetings")
        return
    chosen = pen.part("closing.next", "on")
    if isinstance(chosen, date):
        yield from _next_meeting(pen, day_in_letter(chosen))
    else:
        if coming is not None:
            yield from pen.say("meet_by", day=day_in_letter(coming.due_on))
        yield from pen.say("shape_it")
    yield from pen.say("in_touch", day=_in_touch(pen))
    if pen.answer("closing.rating"):
        yield from pen.say("thanks_for_rating")


def _next_meeting(pen: Pen, day: str) -> Iterator[str]:
    """Yield day and place, what can still be chosen, and who is to be there.

    Place and people are the chair's own words; what is long, or adult, stands beside as a note.
    """
    place, people = (str(pen.part("closing.next", part) or "") for part in ("place", "note"))
    where = as_place(place) if pen.is_fit(place) else ""
    there = pen.say_if_short("meet_next_at", day=day, where=where)
    yield from there or pen.say("meet_next", day=day)
    if pen.is_fit(people):
        yield from pen.say("meet_with", people=as_sentence(people))
    yield from pen.say("shape_it_again" if there else "shape_it")


def sign_off(pen: Pen) -> Iterator[str]:
    """Yield who signs, the job in plain words, the telephone and the helplines."""
    chair = pen.view.chair
    yield from pen.say("goodbye", first_name=chair.first_name, full_name=chair.name)
    job = sentences_of(chair.job_for_child)
    yield from pen.say("my_job", job=" ".join(job))
    yield from pen.say("ring_me", number=chair.telephone)
    for one in chair.helplines:
        yield from pen.say("helpline", helpline=one.name, helpline_number=one.number)
