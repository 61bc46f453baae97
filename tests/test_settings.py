"""Settings: every line of settings.toml is read, or refused with what would have worked."""

from pathlib import Path

import pytest

from iro_tui.commands import COMMANDS
from iro_tui.commands.own_keys import check_keys
from iro_tui.errors import BadInput
from iro_tui.settings import DATABASE, THEME_NAMES, Settings, default_settings, read_settings
from iro_tui.store import store
from iro_tui.themes import THEMES


def written(folder: Path, text: str) -> Settings:
    (folder / "settings.toml").write_text(text, encoding="utf-8")
    return read_settings(folder)


def test_without_a_file_there_is_what_we_choose(tmp_path: Path) -> None:
    settings = read_settings(tmp_path)
    assert settings.theme == "dark"
    assert settings.keys == {}
    assert not settings.has_store


def test_store_colours_and_keys_can_be_chosen(tmp_path: Path) -> None:
    settings = written(
        tmp_path, 'store = "/x/y"\ntheme = "light"\n[keys]\n"meeting.decision" = "f10"\n'
    )
    assert settings.store == Path("/x/y")
    assert settings.theme == "light"
    assert settings.keys == {"meeting.decision": "f10"}


def test_what_the_diary_file_tells_can_be_chosen(tmp_path: Path) -> None:
    settings = written(
        tmp_path,
        'diary_names = "reference"\ndiary_places = true\ndiary_minutes = 60\ndiary_alarm = 30\n',
    )
    assert settings.diary_names == "reference"
    assert settings.diary_places
    assert (settings.diary_minutes, settings.diary_alarm) == (60, 30)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('colour = "pink"', "colour"),
        ('theme = "pink"', "high contrast"),
        ("theme = 3", "high contrast"),
        ('keys = "f10"', "[keys]"),
        ("store = ", "settings.toml"),
        ('store = ""', "/path/to/folder"),
        ('diary_names = "full"', "initials_reference"),
        ('diary_places = "yes"', "true or false"),
        ("diary_minutes = 0", "diary_minutes = 90"),
        ("diary_minutes = true", "diary_minutes = 90"),
        ("diary_alarm = -5", "0 for no reminder"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_would_have_worked(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(BadInput) as refused:
        written(tmp_path, text)
    assert said in str(refused.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b'theme = "\xff"')
    with pytest.raises(BadInput, match=r"settings\.toml is no UTF-8 text"):
        read_settings(tmp_path)


def test_settings_that_are_no_folder_or_no_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises(BadInput, match="cannot be read"):
        read_settings(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(BadInput, match="the settings are a folder"):
        read_settings(tmp_path / "file")


@pytest.mark.parametrize("key", ["f11", "ctrl+b", "f11,ctrl+b", "x", "question_mark"])
def test_a_key_that_can_be_pressed_is_taken(key: str) -> None:
    check_keys({"meeting.decision": key})


@pytest.mark.parametrize("key", ["", "no such key", "F99", "strg+k", "f10,"])
def test_a_key_that_nobody_can_press_is_refused_by_its_command(key: str) -> None:
    with pytest.raises(BadInput, match=r"meeting\.decision"):
        check_keys({"meeting.decision": key})


@pytest.mark.parametrize(
    ("keys", "other"),
    [
        ({"meeting.decision": "f10"}, "meeting.more_questions"),
        ({"meeting.decision": "f11, f3"}, "meeting.previous_section"),
        ({"meeting.decision": "f5"}, "go.to"),
        ({"help.palette": "f2"}, "caseload.new_child"),
        ({"child.chair": "j"}, "list.down"),
        ({"list.up": "slash"}, "caseload.filter"),
    ],
)
def test_two_commands_of_one_place_on_one_key_are_refused_with_a_key_that_is_free(
    keys: dict[str, str], other: str
) -> None:
    with pytest.raises(BadInput) as refused:
        check_keys(keys)
    sentence = str(refused.value)
    assert f"“{other}”" in sentence
    assert f"“{next(iter(keys))}”" in sentence
    assert "settings.toml" in sentence
    check_keys({**keys, next(iter(keys)): sentence.rpartition("such as ")[2].strip('".')})


def test_two_commands_may_change_places() -> None:
    check_keys({"meeting.decision": "f10", "meeting.more_questions": "f2"})


def test_a_key_for_no_command_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no command “meeting\.decide”"):
        check_keys({"meeting.decide": "f10"})


def test_every_key_of_ours_could_be_chosen() -> None:
    check_keys({command.id: command.key for command in COMMANDS if command.key})


def test_a_store_named_at_the_start_comes_before_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IRO_SETTINGS", str(tmp_path))
    (tmp_path / "settings.toml").write_text('store = "/x/y"\n', encoding="utf-8")
    assert default_settings().store == Path("/x/y")
    assert default_settings(tmp_path / "other").store == tmp_path / "other"


def test_the_names_that_are_known_before_anything_heavy_is_imported_are_the_true_ones() -> None:
    assert DATABASE == store.DATABASE
    assert tuple(theme.name for theme in THEMES) == THEME_NAMES


def test_ones_own_home_is_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    inside = Settings(store=tmp_path / "reviews", folder=tmp_path)
    assert inside.store_words == "~/reviews"
    assert Settings(store=Path("/srv/reviews"), folder=tmp_path).store_words == "/srv/reviews"
