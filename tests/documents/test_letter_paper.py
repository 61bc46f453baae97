"""The letter on its paper: lines, quotations and headings, read without Word."""

from dataclasses import replace

from iro_tui.documents.letter import LETTER, letter_context, letter_preview, on_paper
from iro_tui.domain.documents import BlockKind
from iro_tui.domain.letter.bands import LetterSection
from tests.documents.full_review import SECRET, full_review, knowledge, letter_source


def lines_of(
    text: str, section_id: str = "wishes", band_id: str = "b9_12"
) -> list[tuple[str, bool]]:
    source = letter_source(full_review(), band_id)
    source = replace(source, sections=(LetterSection(section_id, "Title", text),))
    return [
        (line.text, line.is_quotation) for section in on_paper(source) for line in section.lines
    ]


def test_lines_run_on_into_a_paragraph_until_a_blank_line() -> None:
    told = lines_of("One.\nTwo.\n\nThree.", section_id="home")
    assert told == [("One. Two.", False), ("Three.", False)]


def test_a_list_keeps_its_lines_and_what_goes_on_about_them() -> None:
    told = lines_of("Ade will come.\nThat is because you asked.\nTess will ring.", "decisions")
    assert told == [
        ("Ade will come. That is because you asked.", False),
        ("Tess will ring.", False),
    ]


def test_a_young_childs_letter_has_one_sentence_a_line() -> None:
    told = lines_of("You live with Tess.\nYou see Mum.", "home", band_id="b0_4")
    assert told == [("You live with Tess.", False), ("You see Mum.", False)]


def test_own_words_stand_as_a_quotation_of_their_own() -> None:
    told = lines_of("“I like frogs.”\nThe answer is yes.")
    assert told == [("“I like frogs.”", True), ("The answer is yes.", False)]


def test_words_of_several_lines_stay_several_lines_of_one_quotation() -> None:
    told = lines_of("“First this.\nThen that.”\nThank you.")
    assert told == [("“First this.", True), ("Then that.”", True), ("Thank you.", False)]


def test_a_quotation_inside_a_sentence_is_part_of_the_sentence() -> None:
    assert lines_of("“Loud” is what you said.") == [("“Loud” is what you said.", False)]


def test_the_title_on_the_letter_has_the_name_the_child_likes() -> None:
    context = letter_context(letter_source(full_review()))
    assert context["title"] == "A letter for Wren"
    assert context["written_on"] == "Tuesday 24 November 2026"


def test_the_later_letter_says_that_it_is_for_later() -> None:
    context = letter_context(letter_source(full_review(), "b0_4_later"))
    assert context["title"] == "A letter for Wren, for when you are older"


def test_headings_have_the_bands_own_words_and_a_picture_letter_has_none() -> None:
    def headings(band_id: str) -> list[str]:
        blocks = letter_preview(letter_source(full_review(), band_id))
        return [block.text for block in blocks if block.kind is BlockKind.HEADING]

    assert "How is home?" in headings("b5_8")
    assert "Where you live" in headings("b9_12")
    assert "Home and the people you live with" in headings("b16")
    assert headings("b0_4") == []


def test_nothing_private_is_on_any_paper() -> None:
    for band in knowledge().letter.bands:
        blocks = letter_preview(letter_source(full_review(), band.id))
        assert not any(SECRET in block.text or "lock" in block.text for block in blocks)


def test_the_title_of_the_file_holds_initials_and_never_the_name() -> None:
    assert LETTER.title(letter_source(full_review())) == (
        "Child in care review 5, 12 November 2026, WH – letter"
    )


def test_an_easy_read_letter_has_one_idea_a_line_and_others_run_on_with_the_reason() -> None:
    told = "Tam will take you swimming.\nThat is because you love it."
    easy = [text for text, _ in lines_of(told, "decisions", "easy_read")]
    usual = [text for text, _ in lines_of(told, "decisions", "b5_8")]
    assert easy == told.split("\n")
    assert usual == [told.replace("\n", " ")]


def test_a_telephone_number_is_never_broken_over_two_rows() -> None:
    [(line, _)] = lines_of("Childline is free on 0800 1111.", "rights")
    assert line == "Childline is free on 0800\u00a01111."
