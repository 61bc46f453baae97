"""Several words in one sentence."""

from iro_tui.domain.listing import either, listed


def test_words_are_listed_as_they_are_read_out() -> None:
    assert listed([]) == ""
    assert listed(["Jo"]) == "Jo"
    assert listed(iter(["Jo", "Sam", "Priya"])) == "Jo, Sam and Priya"


def test_of_several_words_one_is_to_be_taken() -> None:
    assert either(("text", "choice", "date")) == "text, choice or date"
