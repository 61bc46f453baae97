"""How the child took part, as the code of the statutory return that follows from what is recorded.

Source: the department's SSDA903 guide, participation method; the rules of its use are local.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.pronouns import spoken_of
from iro_tui.domain.review import Attendance, ChildWords, Presence, SaidWhere

QUESTION_ID = "welcome.part"
PART_ID = "answer"
CODED_FROM_AGE = 4
"""Years on the review date; a younger child is PN0 in the return."""


class Way(StrEnum):
    """A way of taking part, by its option id in data/agenda.toml, question `welcome.part`."""

    CHAIR_ALL = "chair_all"
    CHAIR_PART = "chair_part"
    SPEAK_SELF = "speak_self"
    SOMEONE_SPEAKS = "someone_speaks"
    SIGNS_DRAWING = "signs_drawing"
    LISTEN = "listen"
    PART_ONLY = "part_only"
    VIDEO_PHONE = "video_phone"
    TOLD_SOMEONE = "told_someone"
    SENT_VIEWS = "sent_views"
    NOT_TAKING_PART = "not_taking_part"


class Medium(StrEnum):
    """How views reached the review."""

    SPOKE = "spoke"
    SPOKEN_FOR = "spoken_for"
    SIGNED = "signed"
    SENT = "sent"


class Attended(StrEnum):
    """Whether the child was there for any part."""

    IN_THE_ROOM = "in_the_room"
    REMOTE = "remote"
    NO = "no"


@dataclass(frozen=True)
class Evidence:
    """One sign of how the child took part, and what it is in words."""

    medium: Medium
    words: str


@dataclass(frozen=True)
class Participation:
    """The code of the return, PN0 to PN7, and why it is that one.

    `asks_why` is set where words are recorded although the code says that no views were given.
    """

    code: str
    reason: str
    asks_why: bool = False


_OF_WAY = {
    Way.CHAIR_ALL: Evidence(Medium.SPOKE, "chaired the whole meeting"),
    Way.CHAIR_PART: Evidence(Medium.SPOKE, "chaired a part of the meeting"),
    Way.SPEAK_SELF: Evidence(Medium.SPOKE, "spoke for themselves"),
    Way.SOMEONE_SPEAKS: Evidence(Medium.SPOKEN_FOR, "somebody spoke for them"),
    Way.TOLD_SOMEONE: Evidence(Medium.SPOKEN_FOR, "told somebody what to say"),
    Way.SIGNS_DRAWING: Evidence(Medium.SIGNED, "used signs, pictures or drawing"),
    Way.SENT_VIEWS: Evidence(Medium.SENT, "sent a form, a message or a recording"),
}
_OF_WORDS = {
    SaidWhere.ALONE: Evidence(Medium.SPOKEN_FOR, "words given alone were put to the review"),
    SaidWhere.THROUGH: Evidence(Medium.SPOKEN_FOR, "words came through somebody else"),
    SaidWhere.FORM: Evidence(Medium.SENT, "words from a form were put to the review"),
    SaidWhere.DRAWING: Evidence(Medium.SIGNED, "a drawing was shown to the review"),
}
_SAID_THERE = Evidence(Medium.SPOKE, "words said in the meeting are recorded")
_THERE = (
    ("PN1", {Medium.SPOKE}),
    ("PN2", {Medium.SPOKEN_FOR, Medium.SENT}),
    ("PN3", {Medium.SIGNED}),
)
_NOT_THERE = (
    ("PN5", {Medium.SPOKEN_FOR}),
    ("PN6", {Medium.SENT, Medium.SIGNED, Medium.SPOKE}),
)
_NO_VIEWS = frozenset({"PN4", "PN7"})
_NOT_THERE_WAYS = frozenset({Way.TOLD_SOMEONE, Way.SENT_VIEWS, Way.NOT_TAKING_PART})


def participation_of(view: MeetingView, *, remote_is_attending: bool) -> Participation:
    """Return how the child took part, from the list of who came, the answers and the words kept.

    The chair's override stands, with its reason. `remote_is_attending` is the service's choice
    whether joining by video or telephone counts as attending.
    """
    answer = view.answers.get(QUESTION_ID)
    chosen = answer.parts.get(PART_ID, ()) if answer else ()
    ways = frozenset(Way(way) for way in _texts(chosen) if way in set(Way))
    found = participation(
        age=view.facts.age,
        attended=attended_by(view.attendance, ways),
        ways=ways,
        words=view.words,
        remote_is_attending=remote_is_attending,
    )
    found = replace(found, reason=spoken_of(view.child, found.reason))
    if view.review.participation_override:
        return replace(
            found,
            code=view.review.participation_override,
            reason=view.review.participation_reason,
            asks_why=False,
        )
    return found


def participation(
    *,
    age: int,
    attended: Attended,
    ways: Collection[Way] = (),
    words: Iterable[ChildWords] = (),
    remote_is_attending: bool = True,
) -> Participation:
    """Return the code that follows; `age` is in whole years on the day of the review.

    Words change it only when they were put to the review: those that stayed private do not.
    """
    words = tuple(words)
    is_there = attended is Attended.IN_THE_ROOM or (
        attended is Attended.REMOTE and remote_is_attending
    )
    evidence = [_OF_WAY[way] for way in Way if way in ways and way in _OF_WAY]
    evidence += [sign for one in words if (sign := _sign_of(one, came=attended is not Attended.NO))]
    if attended is Attended.NO:
        # Who wanted to speak and did not come has not spoken.
        evidence = [sign for sign in evidence if sign.medium is not Medium.SPOKE]
    code, reason = _code_of(evidence, is_there=is_there)
    if age < CODED_FROM_AGE:
        return Participation("PN0", f"under four on the day; {reason}")
    has_words = any(one.text.strip() for one in words)
    return Participation(code, reason, asks_why=code in _NO_VIEWS and has_words)


def attended_by(attendance: Iterable[Attendance], ways: Collection[Way]) -> Attended:
    """Return whether the child was there: as the list says, else as the child chose."""
    presences = {one.presence for one in attendance if one.is_child}
    if presences & {Presence.IN_PERSON, Presence.PART}:
        return Attended.IN_THE_ROOM
    if presences & {Presence.VIDEO, Presence.PHONE}:
        return Attended.REMOTE
    if presences - {Presence.INVITED} or not set(ways) - _NOT_THERE_WAYS:
        return Attended.NO
    return Attended.REMOTE if Way.VIDEO_PHONE in ways else Attended.IN_THE_ROOM


def _code_of(evidence: list[Evidence], *, is_there: bool) -> tuple[str, str]:
    """Return the first code of the tree that something speaks for, and what speaks for it."""
    for code, media in _THERE if is_there else _NOT_THERE:
        signs = [sign.words for sign in evidence if sign.medium in media]
        if signs:
            return code, "; ".join(dict.fromkeys(signs))
    return ("PN4" if is_there else "PN7"), "nothing that is recorded shows views being given"


def _sign_of(words: ChildWords, *, came: bool) -> Evidence | None:
    if words.said_where is SaidWhere.MEETING and came and not words.through:
        return _SAID_THERE
    if not words.put_to_review or words.private:
        return None
    return _OF_WORDS.get(words.said_where, _OF_WORDS[SaidWhere.THROUGH])


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, tuple) else ()
