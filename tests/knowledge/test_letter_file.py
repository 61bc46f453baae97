"""data/letter.toml: whole, and told by file, line and key where a service's own is broken."""

from collections.abc import Callable

import pytest

from iro_tui.domain.letter.middle import MIDDLE
from iro_tui.domain.letter.pen import fill
from iro_tui.domain.letter.plain_words import longest_sentence
from iro_tui.errors import KnowledgeError
from iro_tui.knowledge import Knowledge

_NAMES = ("name", "who", "person", "people", "carer", "sw", "adviser", "solicitor")
_SIGNS = ("first_name", "full_name")
_SLOTS = {
    **dict.fromkeys((*_NAMES, *_SIGNS), "Priya"),
    **dict.fromkeys(("day", "when"), "Wednesday 30 September"),
    **dict.fromkeys(("number", "helpline_number"), "01632 960 111"),
    "helpline": "Childline",
    "how_often": "every Saturday",
    "job": "I run your meetings.",
    "parent": "Mum",
    "helpers": "Jo, Miss Cole or Priya",
}


def test_every_section_has_three_starters_in_every_tone(knowledge: Knowledge) -> None:
    sections = set(MIDDLE) | {
        "welcome",
        "wishes",
        "since",
        "decisions",
        "chair_view",
        "rights",
        "closing",
    }
    assert set(knowledge.letter.starters) == sections
    for by_tone in knowledge.letter.starters.values():
        assert set(by_tone) == {"b5_8", "b9_12", "b13"}
        assert all(len(starters) >= 3 for starters in by_tone.values())


def test_every_section_of_the_letter_is_one_of_the_agenda(knowledge: Knowledge) -> None:
    sections = {section.id for section in knowledge.agenda.sections}
    assert set(knowledge.letter.order) - {"greeting", "sign_off"} == sections


def test_every_band_has_a_tone_for_each_heading_and_right(knowledge: Knowledge) -> None:
    assert [band.id for band in knowledge.letter.bands] == [
        "b0_4",
        "b5_8",
        "b9_12",
        "b13_15",
        "b16",
        "b0_4_later",
        "easy_read",
    ]
    for band in knowledge.letter.bands:
        if band.headings:
            for section in knowledge.agenda.sections:
                assert section.child_titles[band.headings]
            assert knowledge.letter.rights[band.rights]


def test_fixed_sentences_are_short_enough_for_every_band(knowledge: Knowledge) -> None:
    letter = knowledge.letter
    for band in letter.bands:
        for name, by_tone in letter.lines.items():
            if name.startswith("small_") != (band.id == "b0_4"):
                continue
            ways = next((by_tone[tone] for tone in (*band.tones, "all") if tone in by_tone), ())
            filled = [text for way in ways if (text := fill(way, _SLOTS)) is not None]
            if filled:
                assert min(map(longest_sentence, filled)) <= band.longest, (band.id, name)


def test_rights_and_orders_are_short_enough_for_their_readers(knowledge: Knowledge) -> None:
    letter = knowledge.letter
    longest = {"b5_8": 12, "b9_12": 15, "b13": 18}
    for by_tone in (letter.rights, *letter.orders.values(), *letter.plans.values()):
        for tone, limit in longest.items():
            lines = by_tone.get(tone, by_tone.get("all", ()))
            assert max(map(longest_sentence, lines)) <= limit, lines


def test_a_services_own_words_lie_over_ours(with_own: Callable[..., Knowledge]) -> None:
    own = '[lines.dear]\nall = ["Hello {name},"]\n\n[bands.b5_8]\nlongest_sentence = 10\n'
    letter = with_own(own, name="letter.toml").letter
    assert letter.lines["dear"]["all"] == ("Hello {name},",)
    assert letter.band("b5_8").longest == 10
    assert letter.band("b5_8").type_size == 16


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[bands.b5_8]\nages = [8, 5]\n", "line 2: bands.b5_8.ages"),
        ('[bands.b5_8]\ncolour = "red"\n', "line 2: bands.b5_8.colour"),
        ('[lines.dear]\nall = "Dear {name},"\n', "line 2: lines.dear.all"),
        ('[lines.dear]\nb99 = ["Dear {name},"]\n', "line 2: lines.dear.b99"),
        ('greetings = "Hello"\n', "line 1: greetings"),
    ],
)
def test_what_is_broken_is_told_by_file_line_and_key(
    refusal: Callable[..., KnowledgeError], text: str, told: str
) -> None:
    error = refusal(text, name="letter.toml")
    assert "letter.toml" in error.message
    assert told in error.message
