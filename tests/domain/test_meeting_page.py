"""What stands in the outline and beside a question, and for whom."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from iro_tui.domain.agenda import (
    Agenda,
    AgendaPart,
    Kind,
    Moment,
    Part,
    Question,
    ReviewFacts,
    Room,
    Section,
)
from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.chair import Chair
from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.decisions import Decision
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.meeting_page import (
    beside,
    is_on_screen,
    next_open_question,
    outline_of,
    put_away_questions,
    waiting_questions,
)
from iro_tui.domain.review import ChildWords, Review, ReviewState, ViewReceived

CHILD = Child(uuid4(), "T-1", date(2019, 4, 4), given_name="Amara")


def question(question_id: str, room: Room = Room.CHILD, *, core: bool = True) -> Question:
    part = Part("text", Kind.TEXT)
    return Question(question_id, "Says?", Moment.MEETING, core, ("child",), room, (part,), "Why.")


def section(section_id: str, part: AgendaPart, *questions: Question) -> Section:
    return Section(section_id, section_id, section_id, {}, part, "Opening.", questions)


SECTIONS = (
    section(
        "home",
        AgendaPart.CHILD,
        question("home.good"),
        question("home.scale", Room.ALONE),
        question("home.everyday", core=False),
    ),
    section("family", AgendaPart.CHILD, question("family.people")),
    section("legal", AgendaPart.ADULTS, question("legal.status", Room.ADULTS)),
    section("plan", AgendaPart.ADULTS, question("plan.current", Room.ADULTS)),
    section("decisions", AgendaPart.TOGETHER, question("decisions.dissent")),
)


@pytest.fixture
def view() -> MeetingView:
    numbers = {Cycle.LOOKED_AFTER: 3}
    last = Review(uuid4(), CHILD.id, numbers, state=ReviewState.CLOSED, held_on=date(2026, 5, 12))
    return MeetingView(
        chair=Chair(uuid4(), "Ruth Hale"),
        child=CHILD,
        people=(),
        review=Review(uuid4(), CHILD.id, {Cycle.LOOKED_AFTER: 4}),
        meetings=(),
        facts=ReviewFacts(7, frozenset({"looked_after"}), 4),
        agenda=Agenda(SECTIONS, {}, {}),
        answers={},
        last_review=last,
        last_answers={},
        attendance=(),
        views=(),
        words=(),
        last_words=(),
        decisions=(),
        earlier_decisions=(),
        outcomes={},
        today=date(2026, 11, 24),
    )


def with_child_there(view: MeetingView) -> MeetingView:
    return replace(view, review=replace(view.review, child_in_room=True))


def decision(
    question_id: str, *, in_letter: bool = True, review_id: UUID | None = None
) -> Decision:
    return Decision(
        uuid4(), review_id or uuid4(), 1, "Fit a lock", question_id=question_id, in_letter=in_letter
    )


def words(view: MeetingView, lines: int, current: str = "home") -> list[str]:
    return [line.words for line in outline_of(view, current, lines=lines)]


def test_the_outline_names_every_section_where_there_is_room(view: MeetingView) -> None:
    assert words(view, 20) == ["home", "family", "legal", "plan", "Decisions: 0"]


def test_a_low_outline_puts_the_other_part_into_one_line(view: MeetingView) -> None:
    assert words(view, 4) == ["home", "family", "Adults: 2 more", "Decisions: 0"]
    assert words(view, 4, "legal") == ["Amara: 2 before", "legal", "plan", "Decisions: 0"]


def test_with_the_child_there_the_outline_counts_what_is_put_away_and_names_none(
    view: MeetingView,
) -> None:
    lines = outline_of(with_child_there(view), "home", lines=20)
    assert [line.words for line in lines] == ["home", "family", "Adults: 2 more", "Decisions: 0"]
    assert lines[2].section_id == ""


def test_the_outline_counts_only_the_decisions_that_may_be_seen(view: MeetingView) -> None:
    taken = (decision("home.good"), decision("home.good", in_letter=False))
    view = replace(view, decisions=taken)
    assert words(view, 20)[-1] == "Decisions: 2"
    assert words(with_child_there(view), 20)[-1] == "Decisions: 1"


def test_other_questions_wait_until_asked_for_and_answered_ones_are_always_shown(
    view: MeetingView,
) -> None:
    everyday = view.question("home.everyday")
    assert waiting_questions(view, SECTIONS[0]) == 1
    assert not is_on_screen(view, everyday, with_more=False)
    assert is_on_screen(view, everyday, with_more=True)
    answer = Answer("home.everyday", AnswerState.ANSWERED, {"text": "Clear"})
    answered = replace(view, answers={"home.everyday": answer})
    assert is_on_screen(answered, everyday, with_more=False)


def test_what_is_asked_alone_is_put_away_with_the_child_there(view: MeetingView) -> None:
    assert put_away_questions(view, SECTIONS[0]) == 0
    assert put_away_questions(with_child_there(view), SECTIONS[0]) == 1


def test_beside_a_question_stands_last_time_and_the_sections_open_decisions(
    view: MeetingView,
) -> None:
    last = Answer("home.good", AnswerState.ANSWERED, {"text": "A yellow room"})
    mine, other = decision("home.good"), decision("family.people")
    view = replace(view, last_answers={"home.good": last}, earlier_decisions=(mine, other))
    shown = beside(view, SECTIONS[0], view.question("home.good"))
    assert shown.last_answer == "A yellow room"
    assert shown.last_on == date(2026, 5, 12)
    assert shown.decisions == (mine,)
    assert not shown.may_take_over


def test_nothing_private_stands_beside_with_the_child_there(view: MeetingView) -> None:
    last = Answer("home.good", AnswerState.ANSWERED, {"text": "Said alone"}, private=True)
    said = ChildWords(uuid4(), uuid4(), "Just for you", section_id="home", private=True)
    heard = ViewReceived(uuid4(), view.review.id, "Jo", view="She sleeps badly.")
    view = replace(view, last_answers={"home.good": last}, last_words=(said,), views=(heard,))
    shown = beside(with_child_there(view), SECTIONS[0], view.question("home.good"))
    assert (shown.last_answer, shown.last_words, shown.views) == ("", (), ())
    assert shown.put_away
    assert beside(view, SECTIONS[0], view.question("home.good")).views == (heard,)


def test_the_next_open_question_comes_after_the_one_with_the_cursor(view: MeetingView) -> None:
    found = next_open_question(view, "home.good", with_more=False)
    assert found is not None
    assert found.id == "home.scale"


def test_nothing_is_open_when_all_is_answered(view: MeetingView) -> None:
    answers = {
        one.id: Answer(one.id, AnswerState.ANSWERED, {"text": "Yes"})
        for one in view.agenda.questions
    }
    assert next_open_question(replace(view, answers=answers), "", with_more=True) is None
