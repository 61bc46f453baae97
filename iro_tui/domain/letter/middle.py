"""The letter's middle: what is so, and known to the child, at home, at school, in law and plan.

What the chair noted in adult words is not put in; it stands beside the letter as notes.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from iro_tui.domain.child import Role
from iro_tui.domain.dates.days import day_in_letter, month_of
from iro_tui.domain.letter.bands import FOR_LATER, in_tone
from iro_tui.domain.letter.pen import Pen, name_of
from iro_tui.domain.letter.plain_words import as_sentence

_UNDERSTOOD = frozenset({"yes", "explained_today"})
_WANTS_WHY = frozenset({"partly", "no"})
_LONGEST_HOW_OFTEN = 6
"""Words of "every second Sunday"; more is an arrangement in adult words."""
_HOW_OFTEN = re.compile(r"(every|each|once|twice|on|at|in|after|most|about|all|when) ")


def home(pen: Pen) -> Iterator[str]:
    """Yield with whom the child lives, and that it is to last where that is so and known."""
    yield from pen.say("lives_with", carer=pen.carers)
    if pen.part("home.right", "answer") == "yes_to_last":
        yield from pen.say("can_stay", carer=pen.carers)
    if pen.part("home.everyday", "answer") == "clear":
        yield from pen.say("can_say_yes", carer=pen.carers)
    visited = pen.part("home.visits", "last")
    if isinstance(visited, date) and visited <= pen.view.today:
        yield from pen.say(
            "worker_comes", sw=pen.one(Role.SOCIAL_WORKER), day=day_in_letter(visited)
        )


def education(pen: Pen) -> Iterator[str]:
    """Yield when the school plan was made."""
    made = pen.part("education.pep", "on")
    if isinstance(made, date) and pen.part("education.pep", "answer") != "none":
        yield from pen.say("school_plan", day=day_in_letter(made))


def family(pen: Pen) -> Iterator[str]:
    """Yield whom the child sees and how often, where that can be said in a few words."""
    for row in pen.rows("family.people", "people"):
        how = row.get("how")
        how_often = pen.phrase(str(row.get("how_often", "")))
        in_person = isinstance(how, tuple) and "in_person" in how
        if in_person and pen.is_fit(how_often) and _says_how_often(how_often):
            yield from pen.say(
                "you_see", person=pen.called(str(row.get("name", ""))), how_often=how_often
            )
    if pen.part("family.change", "answer") == "no_change":
        yield from pen.say("no_changes_to_family_time")


def _says_how_often(words: str) -> bool:
    """Whether words go on after "You see Grandad"."""
    return bool(_HOW_OFTEN.match(words)) and len(words.split()) <= _LONGEST_HOW_OFTEN


def health(pen: Pen) -> Iterator[str]:
    """Yield when the health check was."""
    held = pen.part("health.assessment", "on")
    if isinstance(held, date) and pen.part("health.assessment", "answer") in (
        "yes",
        "partly",
        "no",
    ):
        yield from pen.say("health_check", day=day_in_letter(held))


def legal(pen: Pen) -> Iterator[str]:
    """Yield why the child is in care, where they want to know more, and what the order means."""
    yield from _why_here(pen)
    if _knows_the_order(pen):
        yield from _order(pen)


def _why_here(pen: Pen) -> Iterator[str]:
    child = pen.view.child
    status = _status(pen)
    if status in pen.knowledge.without_why or status == "V2_alone" or not needs_why(pen):
        return
    reason = pen.knowledge.why_here.get(child.category_of_need, "")
    if reason:
        yield reason
        yield from pen.say("not_your_fault")


def needs_why(pen: Pen) -> bool:
    """Whether the letter is to say why the child is in care (local)."""
    answers = pen.view.answers
    known = answers.get("wishes.plan_known")
    understood = answers.get("legal.understood")
    return (
        pen.view.facts.number == 1
        or pen.band.id == FOR_LATER
        or (known is not None and known.parts.get("answer") in _WANTS_WHY)
        or (understood is not None and understood.parts.get("answer") in _WANTS_WHY)
    )


def _knows_the_order(pen: Pen) -> bool:
    if pen.answer("legal.status") is not None:
        return True
    for question_id in ("legal.understood", "wishes.plan_known"):
        answer = pen.view.answers.get(question_id)
        if answer is not None and answer.parts.get("answer") in _UNDERSTOOD:
            return True
    return pen.band.id == FOR_LATER


def _order(pen: Pen) -> Iterator[str]:
    since = pen.view.child.legal_status_since
    hearing = pen.part("legal.status", "next_hearing")
    parents = [
        name_of(one)
        for one in pen.view.people
        if one.role is Role.PARENT and one.parental_responsibility
    ]
    order = pen.knowledge.orders.get(_status(pen), {})
    yield from pen.all_of(
        in_tone(order, pen.band),
        when=f"{month_of(since)} {since.year}" if since else "",
        day=day_in_letter(hearing) if isinstance(hearing, date) else "",
        parent=parents[0] if parents else "",
    )


def _status(pen: Pen) -> str:
    child = pen.view.child
    if child.legal_status == "V2" and child.unaccompanied:
        return "V2_alone"
    return child.legal_status


def plan(pen: Pen) -> Iterator[str]:
    """Yield where the child will live, with whom and how long, as far as it is known to them."""
    chosen = pen.part("plan.permanence", "answer")
    codes = [
        code
        for code in (chosen if isinstance(chosen, tuple) else ())
        if isinstance(code, str) and code in pen.knowledge.plans
    ]
    by = pen.part("plan.permanence", "by")
    day = day_in_letter(by) if isinstance(by, date) and by > pen.view.today else ""
    for code in codes:
        words = in_tone(pen.knowledge.plans[code], pen.band)
        yield from pen.all_of(words, carer=pen.carers)
    if codes:
        if len(codes) > 1:
            yield from pen.say("plan_by", day=day)
        return
    yield from pen.say("lives_with", carer=pen.carers)
    if chosen:
        yield from pen.say("plan_is_not_settled", day=day)
    yield from pen.say("plan_ask_me")


def adulthood(pen: Pen) -> Iterator[str]:
    """Yield who the adviser is."""
    yield from pen.say("adviser", adviser=pen.one(Role.PERSONAL_ADVISER))


def unaccompanied(pen: Pen) -> Iterator[str]:
    """Yield the solicitor and the next date, where the child knows them."""
    solicitor = pen.part("unaccompanied.claim", "solicitor")
    day = pen.part("unaccompanied.claim", "on")
    if isinstance(solicitor, str) and isinstance(day, date):
        name = pen.one(Role.SOLICITOR) or solicitor.strip()
        if pen.is_fit(as_sentence(name)):
            yield from pen.say("solicitor", solicitor=name, day=day_in_letter(day))


def _nothing(_pen: Pen) -> Iterator[str]:
    yield from ()


MIDDLE: Mapping[str, Callable[[Pen], Iterator[str]]] = {
    "interests": _nothing,
    "education": education,
    "home": home,
    "short_breaks": _nothing,
    "family": family,
    "health": health,
    "identity": _nothing,
    "safety": _nothing,
    "legal": legal,
    "plan": plan,
    "adulthood": adulthood,
    "unaccompanied": unaccompanied,
    "adoption": _nothing,
}
"""Each section of the middle with what the program can say of it by itself."""
