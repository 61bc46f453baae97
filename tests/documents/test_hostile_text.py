"""Whatever is typed comes out of both documents as it went in."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from iro_tui.documents.renderer import Renderer
from iro_tui.domain.documents import DocumentKind
from iro_tui.domain.letter.bands import LetterSection
from iro_tui.domain.meeting import MeetingView
from tests.documents.full_review import full_review, letter_source, record_source
from tests.documents.reading_word import all_text, in_style, opened

HOSTILE = [
    "[red]bold[/red]",
    "=SUM(A1)",
    "O'Neil-Żółć",
    "../../x",
    "{{ 7*7 }}",
    "{% raw %}",
    "{% for x in y %}",
    "{_{ title }_}",
    "{_% raw %_}",
    "{# not a comment #}",
    "<&> &amp; &lt;w:p/&gt;",
    "</w:t></w:r></w:p>",
    "]]> <![CDATA[",
    "👩🏽‍🚀 🏳️‍🌈",
    "شَهْد تُحبُّ القِراءة",
    "a_b__c",
    "two  spaces   and\ta tab",
    "“quoted” ‘so’ \"and\" 'so'",
    "\u2028line\u200bseparator",
    "&#95; &#8216;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_the_same_in_the_record(renderer: Renderer, target: Path, text: str) -> None:
    view = everywhere(text)
    renderer.write(DocumentKind.RECORD, record_source(view), target)
    printed = all_text(opened(target))
    # Names, answers, rows, words, decisions, views: each holds it.
    assert printed.count(text) > 100


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_the_same_in_the_letter(renderer: Renderer, target: Path, text: str) -> None:
    view = everywhere(text)
    source = letter_source(view)
    own = LetterSection("identity", text, text, is_proposed=False)
    renderer.write(DocumentKind.LETTER, replace(source, sections=(*source.sections, own)), target)
    letter = opened(target)
    assert in_style(letter, "Greeting") == [f"Dear {text},"]
    assert f"“{text}”" in in_style(letter, "Quote")
    assert in_style(letter, "Heading 1")[-1] == text
    assert text in letter.paragraphs[-1].text


def test_lines_of_an_answer_become_paragraphs_in_their_order(
    renderer: Renderer, target: Path
) -> None:
    renderer.write(
        DocumentKind.RECORD, record_source(full_review("First line\n  second line\n\nlast")), target
    )
    lines = [one.text for one in opened(target).paragraphs]
    place = lines.index("First line")
    assert lines[place : place + 3] == ["First line", "  second line", "last"]


def test_lines_inside_a_table_stay_in_their_cell(renderer: Renderer, target: Path) -> None:
    view = full_review()
    told = replace(view.decisions[0], what="One thing\nand how")
    renderer.write(DocumentKind.RECORD, record_source(replace(view, decisions=(told,))), target)
    assert "One thing\nand how" in all_text(opened(target))


@pytest.mark.parametrize(
    "text",
    [
        "x" * 100_000,
        "a word and " * 9_000,
        "line\n" * 20_000,
        "{{ " * 30_000,
        "<&_" * 30_000,
        "\t" * 50_000,
    ],
    ids=["one word", "words", "lines", "braces", "marks", "tabs"],
)
def test_a_hundred_thousand_characters_take_seconds_not_minutes(
    renderer: Renderer, target: Path, text: str
) -> None:
    view = full_review()
    answer = replace(view.answers["home.good"], parts={"text": text})
    told = replace(view.decisions[0], what=text)
    view = replace(view, answers={**view.answers, "home.good": answer}, decisions=(told,))
    began = time.perf_counter()
    renderer.write(DocumentKind.RECORD, record_source(view), target)
    renderer.write(DocumentKind.LETTER, letter_source(view), target.with_name("letter.docx"))
    assert time.perf_counter() - began < 30
    if text.strip():
        assert all_text(opened(target)).count(text.strip("\n").split("\n")[0][:1000]) >= 1


def test_the_title_of_the_file_is_cut_where_word_would_refuse_it(
    renderer: Renderer, target: Path
) -> None:
    view = full_review()
    chair = replace(view.chair, name="R" * 400)
    renderer.write(DocumentKind.RECORD, record_source(replace(view, chair=chair)), target)
    assert opened(target).core_properties.author == "R" * 255


def everywhere(text: str) -> MeetingView:
    """Return the full review with this text in every place that a person may fill."""
    view = full_review(text)
    return replace(
        view,
        chair=replace(view.chair, name=text, council=text),
        child=replace(view.child, known_as=text, given_name=text, family_name=text, reference=text),
        people=tuple(replace(one, name=text, known_as=text) for one in view.people),
        attendance=tuple(replace(one, name=text, role=text, note=text) for one in view.attendance),
        views=tuple(replace(one, name=text, role=text, view=text) for one in view.views),
        words=tuple(replace(one, text=text) for one in view.words),
        decisions=tuple(
            replace(one, what=text, why=text, owner=text, owner_role=text, words_for_child=text)
            for one in view.decisions
        ),
        earlier_decisions=tuple(
            replace(one, what=text, why=text, owner=text) for one in view.earlier_decisions
        ),
        review=replace(view.review, venue=text, late_reason=text),
    )
