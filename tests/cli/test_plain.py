"""Plain output: columns that line up, and nothing in them that a terminal would obey."""

import json
import unicodedata
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from iro_tui.cli.plain import as_json, columns, visible, width_of


@given(st.text())
def test_nothing_hidden_reaches_the_terminal(text: str) -> None:
    shown = visible(text)
    joiners = "\u200c\u200d\u200e\u200f"
    for character in shown:
        hidden = unicodedata.category(character) in ("Cc", "Cs", "Cf", "Zl", "Zp")
        assert not hidden or character in joiners


def test_an_escape_sequence_is_shown_as_what_it_is() -> None:
    assert visible("\x1b[31mred\x07") == "\\u001b[31mred\\u0007"
    assert visible("two\nlines") == "two lines"


def test_columns_line_up_whatever_the_script() -> None:
    header, first, second = columns(("name", "age"), [("Żółć", "7"), ("漢字", "12")]).splitlines()
    assert header == "name  age"
    assert first == "Żółć  7"
    assert second == "漢字  12"
    assert width_of("漢字") == 4


def test_json_writes_days_and_paths() -> None:
    value = json.loads(as_json({"day": date(2026, 11, 24), "path": Path("/x")}))
    assert value == {"day": "2026-11-24", "path": "/x"}
