"""Answers as somebody would read them out."""

from datetime import date

import pytest

from iro_tui.domain.agenda import Kind, Moment, Part, Question, Room
from iro_tui.domain.answer_words import answer_words, row_words, value_words
from iro_tui.domain.answers import Answer, PartValue, Row

CHOICE = Part("how", Kind.CHOICES, options={"video": "By video", "phone": "By phone"})


@pytest.mark.parametrize(
    ("part", "value", "words"),
    [
        (Part("a", Kind.TEXT), "Sharks", "Sharks"),
        (Part("a", Kind.YES_NO), True, "yes"),
        (Part("a", Kind.YES_NO), False, "no"),
        (Part("a", Kind.DATE), date(2026, 12, 4), "Fri 4 Dec 2026"),
        (Part("a", Kind.SCALE), 7, "7 of 10"),
        (Part("a", Kind.NUMBER), 96.5, "96.5"),
        (Part("a", Kind.CHOICE, options={"no": "Not now"}), "no", "Not now"),
        (Part("a", Kind.CHOICE), "an id of long ago", "an id of long ago"),
        (CHOICE, ("video", "phone"), "By video, By phone"),
    ],
)
def test_a_value_in_words(part: Part, value: PartValue, words: str) -> None:
    assert value_words(part, value) == words


def test_a_row_leaves_out_what_is_blank_and_labels_a_bare_yes() -> None:
    columns = (
        Part("who", Kind.TEXT),
        Part("how", Kind.TEXT),
        Part("order", Kind.YES_NO, "By order"),
    )
    row: Row = {"who": "Mum", "how": " ", "order": True}
    assert row_words(Part("people", Kind.PEOPLE, columns=columns), row) == "Mum · By order: yes"


def test_an_answer_gives_each_part_a_line_with_its_label() -> None:
    parts = (Part("scale", Kind.SCALE, "How happy"), Part("note", Kind.TEXT))
    asked = Question(
        "a.b", "?", Moment.MEETING, core=True, to=(), room=Room.CHILD, parts=parts, why=""
    )
    answer = Answer("a.b", parts={"scale": 8, "note": "Drums"})
    assert answer_words(asked, answer) == "How happy: 8 of 10\nDrums"
