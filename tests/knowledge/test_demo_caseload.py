"""The fictional caseload is whole, lawful and believable on whatever day it is made."""

import re
from datetime import date, timedelta
from functools import cache

import pytest

from iro_tui.domain.agenda import KeptIn
from iro_tui.domain.answers import AnswerState, is_empty
from iro_tui.domain.demo import DemoChild, DemoReview
from iro_tui.domain.facts import facts_of
from iro_tui.domain.review import Presence, ReviewState
from iro_tui.knowledge import Knowledge, data_folder, load
from iro_tui.knowledge.demo import demo_chair, demo_children

TODAY = date(2026, 11, 24)
FINISHED = {ReviewState.DECISIONS_SETTLED, ReviewState.CLOSED, ReviewState.COMPLETED}
REFERENCES = [f"DEMO-{number:02}" for number in range(1, 13)]


@cache
def knowledge() -> Knowledge:
    """Return what the program knows, read once."""
    return load()


@cache
def caseload(today: date = TODAY) -> dict[str, DemoChild]:
    """Return the fictional caseload by reference."""
    knowledge = load()
    children = demo_children(data_folder() / "demo", knowledge.agenda, knowledge.timescales, today)
    return {one.child.reference: one for one in children}


def full_review(one: DemoChild) -> DemoReview:
    """Return the newest finished review of a child."""
    return [demo for demo in one.reviews if demo.review.state in FINISHED][-1]


def unanswered(one: DemoChild, demo: DemoReview) -> list[str]:
    """Return the ids of the questions that this review asks and nobody answered."""
    place = one.reviews.index(demo)
    letter_before = place > 0 and one.reviews[place - 1].review.letter_issued_on is not None
    facts = facts_of(
        one.child,
        demo.review,
        demo.review.held_on or TODAY,
        open_decisions=bool(demo.outcomes),
        unmet_decisions=any(not found.outcome.closes for found in demo.outcomes),
        letter_issued=letter_before,
    )
    answers = {answer.question_id: answer for answer in demo.answers}
    missing = []
    for section in knowledge().agenda.for_review(facts).sections:
        for question in section.questions:
            answer = answers.get(question.id)
            if question.kept_in is KeptIn.ANSWERS and (
                answer is None
                or (
                    answer.state is AnswerState.ANSWERED
                    and all(is_empty(value) for value in answer.parts.values())
                )
                or (answer.state is not AnswerState.ANSWERED and not answer.reason)
            ):
                missing.append(question.id)
    return missing


def test_there_are_twelve_children_aged_one_to_seventeen() -> None:
    ages = sorted(one.child.age_on(TODAY) for one in caseload().values())
    assert list(caseload()) == REFERENCES
    assert ages[0] == 1
    assert ages[-1] == 17


def test_the_chair_can_be_named_and_rung() -> None:
    chair = demo_chair(data_folder() / "demo")
    assert chair.name
    assert chair.telephone
    assert chair.helplines


@pytest.mark.parametrize("reference", REFERENCES)
def test_one_finished_review_answers_every_question_it_asks(reference: str) -> None:
    one = caseload()[reference]
    demo = full_review(one)
    assert unanswered(one, demo) == []
    assert demo.words
    assert len(demo.decisions) >= 5
    assert all(decision.agreement.is_agreed and not decision.gaps for decision in demo.decisions)
    assert all(row.presence is not Presence.INVITED for row in demo.attendance)
    assert {"wishes", "plan", "decisions", "rights", "closing"} <= set(demo.letter)


@pytest.mark.parametrize("reference", REFERENCES)
def test_the_letter_quotes_the_child_word_for_word_and_nothing_private(reference: str) -> None:
    demo = full_review(caseload()[reference])
    letter = "\n".join(demo.letter.values())
    for quotation in re.findall(r"“([^”]+)”", letter):
        assert any(quotation.rstrip(".,") in words.text for words in demo.words), quotation
    for words in demo.words:
        assert not (words.private and words.text in letter)


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_slot_is_filled_and_no_season_is_named(reference: str) -> None:
    texts = (data_folder() / "demo" / f"{reference}.toml").read_text(encoding="utf-8")
    prose = re.sub(r"\{(?:day|full|date|month|sat|sun) [+-]?\d+\}", "", texts)
    assert not re.search(r"\b(spring|summer|autumn|winter|christmas|easter|year \d)\b", prose, re.I)
    letter = "\n".join(full_review(caseload()[reference]).letter.values())
    assert "{" not in letter


def test_the_caseload_is_lawful_on_every_day_of_a_year() -> None:
    late_on_purpose = {"DEMO-02", "DEMO-11"}
    for offset in range(0, 366, 13):
        for reference, one in caseload(TODAY + timedelta(days=offset)).items():
            for demo in one.reviews:
                if demo.review.in_time is False:
                    assert reference in late_on_purpose, (reference, offset, demo.review.due_on)
                    assert demo.review.late_reason
