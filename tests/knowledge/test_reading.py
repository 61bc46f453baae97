"""The reader that every file of data/ goes through."""

import tomllib
from datetime import date

import pytest

from iro_tui.errors import KnowledgeError
from iro_tui.knowledge.reading import Table, data_folder, read_toml
from iro_tui.knowledge.source import Source, SourceText

TEXT = """
top = "up"  # not the [home.good] that is sought
[home]
title = "Home"
"quoted key" = 1
[home.good.parts.text]
kind = "text"
parts = [
  { when = 1 },
]
[[letters]]
id = "one"
[[letters]]
id = "two"
day = 2026-11-24
share = 0.5
"""


def table(text: str = TEXT) -> Table:
    return Table(tomllib.loads(text), Source((SourceText("x.toml", text),)))


def test_the_data_travels_with_the_program() -> None:
    assert (data_folder() / "agenda.toml").is_file()


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(KnowledgeError, match=r"nothing\.toml is missing"):
        read_toml("nothing.toml")


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("top",), 2),
        (("home", "title"), 4),
        (("home", "quoted key"), 5),
        (("home", "missing"), 3),
        (("home", "good", "parts", "text", "kind"), 7),
        (("home", "good", "parts", "text", "parts", "0", "when"), 8),
        (("letters", "0", "id"), 12),
        (("letters", "1", "id"), 14),
        (("letters", "1", "missing"), 13),
    ],
)
def test_a_key_is_found_by_its_line(path: tuple[str, ...], line: int) -> None:
    assert Source((SourceText("x.toml", TEXT),)).place(path) == f"x.toml, line {line}"


def test_a_key_that_is_nowhere_names_the_file_alone() -> None:
    assert Source((SourceText("x.toml", TEXT),)).place(("nowhere",)) == "x.toml"


def test_of_two_files_the_one_that_holds_more_of_the_key_is_named() -> None:
    own = SourceText("own.toml", "[home]\ncolour = 1\n")
    source = Source((own, SourceText("x.toml", TEXT)))
    assert source.place(("home", "colour")) == "own.toml, line 2"
    assert source.place(("home", "title")) == "x.toml, line 4"


def test_values_come_out_as_they_went_in() -> None:
    second = table().tables("letters")[1]
    assert second.day("day") == date(2026, 11, 24)
    assert second.number("share") == 0.5
    assert second.text("id") == "two"
    assert second.text("words", "none") == "none"
    assert second.name == "letters.1"
    assert table().table("home").whole("quoted key") == 1


def test_a_time_is_no_date() -> None:
    with pytest.raises(KnowledgeError, match="is not a date such as 2026-11-24"):
        table("day = 2026-11-24T10:00:00").day("day")


def test_a_table_of_texts_takes_nothing_else() -> None:
    assert table("[words]\na = 'b'").table("words").words() == {"a": "b"}
    with pytest.raises(KnowledgeError, match=r"line 2: words\.a: 1 is not a text"):
        table("[words]\na = 1").table("words").words()
