"""The letter's beginning: greeting, who came, the child's own words, and an answer to each wish."""

import re
from collections.abc import Iterator
from datetime import date
from math import ceil

from iro_tui.domain.answers import Row
from iro_tui.domain.attending import over_all_meetings
from iro_tui.domain.dates.days import day_in_letter
from iro_tui.domain.letter.bands import Lines
from iro_tui.domain.letter.pen import Pen, name_of
from iro_tui.domain.letter.plain_words import called
from iro_tui.domain.listing import listed
from iro_tui.domain.review import Attendance, ChildWords, Presence, ReviewFormat

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
    asked = over_all_meetings(view.attendance)
    own = next((one for one in asked if one.is_child), None)
    if view.review.format is ReviewFormat.NO_MEETING:
        yield from pen.say("held_without_meeting")
    elif own is None or own.presence is Presence.INVITED:
        yield from pen.say("about_your_meeting", day=day)
    elif own.presence.was_there:
        yield from pen.say("thanks_for_coming", day=day)
    else:
        yield from pen.say("was_not_there", day=day)
    if _chaired(pen):
        yield from pen.say("chaired")
    came = [_attendee(pen, one) for one in asked if _came(one)]
    for names in _in_groups(came):
        yield from pen.say("who_came", people=listed(names))
    for one in asked:
        if one.child_wanted and not one.is_child and not one.presence.was_there and not one.private:
            yield from pen.say("could_not_come", person=_attendee(pen, one))


def _in_groups(names: list[str]) -> Iterator[list[str]]:
    """Yield the names in sentences of about the same length, nobody alone in the last."""
    groups = ceil(len(names) / _MOST_NAMES)
    for group in range(groups):
        yield names[len(names) * group // groups : len(names) * (group + 1) // groups]


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
    rows = list(_wish_rows(pen))
    said = words_for_letter(pen)
    for one in said:
        yield quotation(one.text)
        asked = next((row for row in rows if _is_about(one.text, str(row["wish"]))), None)
        if asked is not None:
            rows.remove(asked)
            yield from _answered(pen, asked)
    for row in rows:
        yield from _wish(pen, row)
    if not said:
        yield from pen.say("no_words")


def _wish_rows(pen: Pen) -> Iterator[Row]:
    for row in pen.rows("wishes.change"):
        if row.get("wish") and not row.get("private"):
            yield row


def _wish(pen: Pen, row: Row) -> Iterator[str]:
    """Yield a wish that is not among the words that were kept, where it is said as the child."""
    wish = str(row["wish"])
    if pen.speaks_as_child(wish):
        yield from pen.say("you_asked", wish=wish)
        yield from _answered(pen, row)


def _answered(pen: Pen, row: Row) -> Iterator[str]:
    given = str(row.get("answer", ""))
    why = str(row.get("why", ""))
    because = pen.phrase(why) if pen.is_fit(why) else ""
    yield from _reply(pen, given, because, row)
    if given == "no":
        yield from pen.say("after_a_no")


def _reply(pen: Pen, given: str, because: str, row: Row) -> Lines:
    by = row.get("by")
    until = str(row.get("until", ""))
    slots = {
        "why": because,
        "until": pen.phrase(until) if pen.is_fit(until) else "",
        "who": pen.called(str(row.get("who", ""))),
        "day": day_in_letter(by) if isinstance(by, date) else "",
    }
    name = f"answer_{given}"
    if because and f"{name}_because" in pen.knowledge.lines:
        said = pen.say_if_short(f"{name}_because", **slots)
        if said:
            return said
    return pen.say(name, **slots) if name in pen.knowledge.lines else ()


def _is_about(said: str, wish: str) -> bool:
    """Whether a wish ("To live with Mum") is what these words say ("I want to live with Mum.")."""
    words, wished = _telling_words(said), _telling_words(wish)
    return bool(wished) and wished <= words


def _telling_words(text: str) -> set[str]:
    return set(re.findall(r"[\w'’-]+", text.casefold())) - _COMMON_WORDS


_COMMON_WORDS = frozenset(
    {"i", "i'd", "me", "my", "to", "a", "an", "the", "and", "of", "for", "it", "be", "is"}
    | {"want", "would", "like", "wish"}
)
