"""The examples P01 to P16, and what else decides how a child took part."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from iro_tui.domain.agenda import Agenda, ReviewFacts
from iro_tui.domain.answers import Answer
from iro_tui.domain.chair import Chair
from iro_tui.domain.child import Child
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.participation import (
    QUESTION_ID,
    Attended,
    Participation,
    Way,
    attended_by,
    participation,
    participation_of,
)
from iro_tui.domain.review import Attendance, ChildWords, Presence, Review, SaidWhere
from iro_tui.knowledge.agenda import agenda_from
from iro_tui.knowledge.codes import codes_from
from iro_tui.knowledge.reading import read_toml

TODAY = "2026-11-12"
HERE, REMOTE, AWAY = Attended.IN_THE_ROOM, Attended.REMOTE, Attended.NO


def words(where: SaidWhere, *, put: bool = True, private: bool = False) -> ChildWords:
    return ChildWords(
        UUID(int=1),
        UUID(int=2),
        "I want to see Mum",
        said_where=where,
        put_to_review=put,
        private=private,
    )


def took_part(
    attended: Attended,
    *ways: Way,
    said: ChildWords | None = None,
    born: str = "2012-06-01",
    on: str = TODAY,
    remote_is_attending: bool = True,
) -> Participation:
    child = Child(UUID(int=1), "T-01", date.fromisoformat(born))
    return participation(
        age=child.age_on(date.fromisoformat(on)),
        attended=attended,
        ways=ways,
        words=(said,) if said else (),
        remote_is_attending=remote_is_attending,
    )


P = pytest.param


@pytest.mark.parametrize(
    ("code", "born", "on", "attended", "ways"),
    [
        P("PN0", "2023-03-10", "2027-03-09", HERE, {Way.SPEAK_SELF}, id="P01"),
        P("PN1", "2023-03-10", "2027-03-10", HERE, {Way.SPEAK_SELF}, id="P02"),
        P("PN5", "2023-03-10", "2027-03-11", AWAY, {Way.TOLD_SOMEONE}, id="P03"),
        P("PN0", "2024-02-29", "2028-02-28", AWAY, (), id="P04"),
        P("PN7", "2024-02-29", "2028-02-29", AWAY, (), id="P05"),
        P("PN1", "2017-06-01", TODAY, HERE, {Way.SOMEONE_SPEAKS, Way.SPEAK_SELF}, id="P06"),
        P("PN3", "2017-06-01", TODAY, HERE, {Way.SIGNS_DRAWING}, id="P07"),
        P("PN4", "2017-06-01", TODAY, HERE, (), id="P08"),
        P("PN5", "2012-06-01", TODAY, AWAY, {Way.TOLD_SOMEONE, Way.SENT_VIEWS}, id="P09"),
        P("PN6", "2012-06-01", TODAY, AWAY, {Way.SENT_VIEWS}, id="P10"),
        P("PN1", "2012-06-01", TODAY, REMOTE, {Way.VIDEO_PHONE, Way.SPEAK_SELF}, id="P11"),
    ],
)
def test_the_code_follows_from_how_the_child_took_part(
    code: str, born: str, on: str, attended: Attended, ways: Collection[Way]
) -> None:
    assert took_part(attended, *ways, born=born, on=on).code == code


def test_p12_joining_by_video_is_another_medium_where_it_does_not_count_as_attending() -> None:
    found = took_part(REMOTE, Way.VIDEO_PHONE, Way.SPEAK_SELF, remote_is_attending=False)

    assert found.code == "PN6"


@pytest.mark.parametrize(
    ("code", "attended", "way", "said"),
    [
        P("PN2", HERE, Way.LISTEN, words(SaidWhere.ALONE), id="P13"),
        P("PN5", AWAY, Way.NOT_TAKING_PART, words(SaidWhere.ALONE), id="P14"),
        P("PN6", AWAY, Way.NOT_TAKING_PART, words(SaidWhere.FORM), id="P15"),
        P("PN7", AWAY, Way.NOT_TAKING_PART, words(SaidWhere.ALONE, put=False), id="P16"),
    ],
)
def test_words_change_the_code_only_when_they_were_put_to_the_review(
    code: str, attended: Attended, way: Way, said: ChildWords
) -> None:
    found = took_part(attended, way, said=said)

    assert found.code == code
    assert found.asks_why is (code == "PN7")


def test_no_views_beside_recorded_words_asks_why() -> None:
    kept_private = words(SaidWhere.ALONE, put=False, private=True)

    assert took_part(AWAY, said=kept_private).asks_why
    assert took_part(HERE, Way.LISTEN, said=kept_private).asks_why
    assert not took_part(AWAY).asks_why


def test_words_that_stayed_private_do_not_change_the_code() -> None:
    kept_private = words(SaidWhere.ALONE, private=True)

    assert took_part(HERE, Way.LISTEN, said=kept_private).code == "PN4"


def test_words_said_in_the_meeting_show_that_the_child_spoke() -> None:
    said = words(SaidWhere.MEETING)

    assert took_part(HERE, Way.LISTEN, said=said).code == "PN1"
    assert took_part(AWAY, said=said).code == "PN5"
    by_video = took_part(REMOTE, said=said, remote_is_attending=False)
    assert by_video.code == "PN6"


def test_a_drawing_gives_views_without_speech() -> None:
    drawn = words(SaidWhere.DRAWING)

    assert took_part(HERE, said=drawn).code == "PN3"
    assert took_part(AWAY, said=drawn).code == "PN6"


def test_who_wanted_to_speak_and_did_not_come_has_not_spoken() -> None:
    assert took_part(AWAY, Way.SPEAK_SELF).code == "PN7"


def test_of_a_child_under_four_the_reason_says_how_they_took_part() -> None:
    found = took_part(HERE, Way.SPEAK_SELF, born="2023-03-10", on="2027-03-09")

    assert found.code == "PN0"
    assert found.reason == "under four on the day; spoke for themselves"


def test_the_reason_says_what_decided() -> None:
    found = took_part(HERE, Way.LISTEN, said=words(SaidWhere.ALONE))

    assert found.reason == "words given alone were put to the review"


def attendance(presence: Presence) -> tuple[Attendance, ...]:
    adult = Attendance(UUID(int=3), UUID(int=4), "Priya", presence=Presence.IN_PERSON)
    child = Attendance(UUID(int=5), UUID(int=4), "Amara", is_child=True)
    return (adult, replace(child, presence=presence))


@pytest.mark.parametrize(
    ("presence", "ways", "attended"),
    [
        (Presence.IN_PERSON, (), HERE),
        (Presence.PART, (), HERE),
        (Presence.VIDEO, (), REMOTE),
        (Presence.PHONE, (Way.SPEAK_SELF,), REMOTE),
        (Presence.ABSENT, (Way.SPEAK_SELF,), AWAY),
        (Presence.APOLOGY, (), AWAY),
        (Presence.INVITED, (), AWAY),
        (Presence.INVITED, (Way.LISTEN,), HERE),
        (Presence.INVITED, (Way.VIDEO_PHONE, Way.SPEAK_SELF), REMOTE),
        (Presence.INVITED, (Way.TOLD_SOMEONE,), AWAY),
    ],
)
def test_the_list_of_who_came_decides_and_else_what_the_child_chose(
    presence: Presence, ways: tuple[Way, ...], attended: Attended
) -> None:
    assert attended_by(attendance(presence), ways) is attended


def test_the_ways_are_the_options_that_the_agenda_offers() -> None:
    agenda = agenda_from(read_toml("agenda.toml"), codes_from(read_toml("codes.toml")))
    options = agenda.question(QUESTION_ID).part("answer").options

    assert set(options) == set(Way)


def view(review: Review, answer: Answer, *came: Attendance, said: ChildWords) -> MeetingView:
    child = Child(UUID(int=1), "T-01", date(2012, 6, 1))
    return MeetingView(
        chair=Chair(UUID(int=9), "Ruth"),
        child=child,
        people=(),
        review=review,
        meetings=(),
        facts=ReviewFacts(age=14, cycles=frozenset({"looked_after"}), number=3),
        agenda=Agenda((), {}, {}),
        answers={answer.question_id: answer},
        last_review=None,
        last_answers={},
        attendance=came,
        views=(),
        words=(said,),
        last_words=(),
        decisions=(),
        earlier_decisions=(),
        outcomes={},
        today=date(2026, 11, 12),
    )


def code_of(view: MeetingView, *, remote_is_attending: bool = True) -> str:
    return participation_of(view, remote_is_attending=remote_is_attending).code


def test_the_code_follows_from_what_the_review_holds() -> None:
    review = Review(UUID(int=2), UUID(int=1))
    listens = Answer(QUESTION_ID, parts={"answer": ("listen", "an_option_of_their_own")})
    came = attendance(Presence.VIDEO)
    said = words(SaidWhere.ALONE)

    assert code_of(view(review, listens, *came, said=said)) == "PN2"
    one_choice = Answer(QUESTION_ID, parts={"answer": "speak_self"})
    assert code_of(view(review, one_choice, *came, said=said)) == "PN1"
    assert code_of(view(review, listens, *came, said=said), remote_is_attending=False) == "PN5"


def test_the_chairs_override_stands_with_its_reason() -> None:
    review = Review(
        UUID(int=2),
        UUID(int=1),
        participation_override="PN1",
        participation_reason="Spoke at the door, at length",
    )
    kept_private = words(SaidWhere.ALONE, private=True)

    found = participation_of(
        view(review, Answer(QUESTION_ID), said=kept_private), remote_is_attending=True
    )

    assert (found.code, found.reason) == ("PN1", "Spoke at the door, at length")
    assert not found.asks_why
