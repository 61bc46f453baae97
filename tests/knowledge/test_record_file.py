"""data/record.toml: a sentence for every answer, and told where a service's own is broken."""

from collections.abc import Callable

import pytest

from iro_tui.domain.agenda import KeptIn, Kind
from iro_tui.domain.record_words import filled
from iro_tui.errors import KnowledgeError
from iro_tui.knowledge import Knowledge
from iro_tui.knowledge.reading import read_toml

_IN_TABLES = frozenset({"welcome.papers", "wishes.change", "closing.copies"})
"""Their rows print as tables with columns of the record's own."""


def test_every_answer_that_is_no_text_has_a_sentence(knowledge: Knowledge) -> None:
    lacking = []
    for section in knowledge.agenda.sections:
        for question in section.questions:
            if question.kept_in is not KeptIn.ANSWERS or question.id in _IN_TABLES:
                continue
            told = knowledge.record_words.of(question.id)
            lacking += [
                f"{question.id}: {part.id}"
                for part in question.parts
                if part.kind is not Kind.TEXT and part.id not in told
            ]
    assert lacking == []


def test_every_option_has_a_sentence_of_its_own_or_one_for_any(knowledge: Knowledge) -> None:
    lacking = []
    for section in knowledge.agenda.sections:
        for question in section.questions:
            told = knowledge.record_words.of(question.id)
            for part in question.parts:
                options = ("yes", "no") if part.kind is Kind.YES_NO else tuple(part.options)
                words = told.get(part.id)
                if words is not None and not words.columns:
                    lacking += [
                        f"{question.id}: {part.id}: {option}"
                        for option in options
                        if words.sentence(option) is None
                    ]
    # What says nothing beside another part of the same answer.
    assert lacking == ["adoption.support: visits: other"]


def test_every_question_that_it_names_is_one_of_the_agenda(knowledge: Knowledge) -> None:
    for section_id, section in read_toml("record.toml").entries():
        for name in section.keys:
            assert knowledge.agenda.question(f"{section_id}.{name}").id.endswith(name)


def test_braces_in_an_answer_are_never_taken_for_slots() -> None:
    names = {"name": "{carer}", "carer": "Jo"}
    assert filled("{name} said: {}", "{name} {}", names) == "{carer} said: {name} {}"


def test_a_services_own_sentence_lies_over_ours(with_own: Callable[..., Knowledge]) -> None:
    own = '[home.right]\nanswer.no = "{name} cannot stay here."\n'
    words = with_own(own, name="record.toml").record_words.of("home.right")["answer"]
    assert words.sentence("no") == "{name} cannot stay here."
    assert words.sentence("not_sure") == (
        "It is not sure whether this is the right home for {name}."
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[home.right]\nansewr = "no"\n', "line 2: home.right.ansewr"),
        ('[home.right]\nanswer.perhaps = "x"\n', "home.right.answer.perhaps"),
        ("[home.right]\nnote = 3\n", "line 2: home.right.note"),
    ],
)
def test_what_is_broken_is_told_by_file_line_and_key(
    refusal: Callable[..., KnowledgeError], text: str, told: str
) -> None:
    error = refusal(text, name="record.toml")
    assert "record.toml" in error.message
    assert told in error.message
