"""Words and sentences as the letter's rules count them."""

import pytest

from iro_tui.domain.letter.plain_words import (
    as_phrase,
    as_sentence,
    called,
    longest_sentence,
    sentences_of,
    words_in,
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("You can ring me on 01632 960 111.", 6),
        ("Tuesday 4 May", 3),
        ("Marcia’s well-known dog isn't here", 5),
        ("", 0),
        ("I run your meetings and check that adults keep their promises.", 11),
    ],
)
def test_words_are_counted_with_a_telephone_number_as_one(text: str, count: int) -> None:
    assert words_in(text) == count


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ("One.", "Two!", "Three?")),
        ("I promised this: You will go.", ("I promised this:", "You will go.")),
        ("One line\nanother line", ("One line", "another line")),
        ("At 14:30 we met.", ("At 14:30 we met.",)),
    ],
)
def test_sentences_end_at_a_stop_a_colon_or_the_line(text: str, sentences: tuple[str, ...]) -> None:
    assert sentences_of(text) == sentences


def test_own_words_in_quotation_marks_are_never_too_long() -> None:
    assert longest_sentence("You said, “" + "very " * 40 + "long”.") == 2


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("Priya Shah", "Priya"),
        ("Miss Cole", "Miss Cole"),
        ("Dr. Ada Lovell", "Dr. Ada Lovell"),
        ("Zabi", "Zabi"),
        ("", ""),
    ],
)
def test_people_are_called_as_a_child_calls_them(name: str, spoken: str) -> None:
    assert called(name) == spoken


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Book the train.", "book the train"),
        ("Home with Mum is not safe", "home with Mum is not safe"),
        ("Tess said so.", "Tess said so"),
        ("Tess's car is broken", "Tess's car is broken"),
        ("I asked for it", "I asked for it"),
        ("St Anne's has a place", "St Anne's has a place"),
        ("Every Saturday", "every Saturday"),
        ("GP letters are late", "GP letters are late"),
        ("", ""),
    ],
)
def test_a_sentence_goes_on_as_a_phrase_and_names_keep_their_capital(
    text: str, phrase: str
) -> None:
    assert as_phrase(text, {"Tess"}) == phrase


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("yes", "Yes."), ("Done!", "Done!"), ("She said “no.”", "She said “no.”"), ("  ", "")],
)
def test_a_text_becomes_a_sentence(text: str, sentence: str) -> None:
    assert as_sentence(text) == sentence
