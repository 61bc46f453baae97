"""One registry of commands: its ids, its keys, its footers, the help and the README agree."""

import importlib
import inspect
import pkgutil
from collections import Counter

import pytest
from textual.screen import Screen

import iro_tui.screens
from iro_tui.commands import (
    COMMANDS,
    FOOTER_WIDTH,
    MOST_IN_FOOTER,
    bindings_for,
    footer_of,
    footer_words,
    in_area,
)
from iro_tui.commands.areas import AREAS
from iro_tui.screens.frame import Framed
from iro_tui.screens.help import all_keys
from tests.architecture.key_table import key_table, table_in_readme

AREA_IDS = sorted({area for command in COMMANDS for area in command.where})


def screen_classes() -> list[type[Framed[object]]]:
    """Return every screen that is opened (no other is built on it), from all of screens/."""
    found = {}
    for module in pkgutil.iter_modules(iro_tui.screens.__path__):
        for thing in vars(importlib.import_module(f"iro_tui.screens.{module.name}")).values():
            if inspect.isclass(thing) and issubclass(thing, Framed) and thing.where:
                found[thing.__qualname__] = thing
    built_on = {base for one in found.values() for base in one.__mro__[1:]}
    return [one for one in found.values() if one not in built_on]


SCREENS = screen_classes()


def test_every_command_has_an_id_of_its_own() -> None:
    assert [name for name, count in Counter(one.id for one in COMMANDS).items() if count > 1] == []


@pytest.mark.parametrize("area", AREA_IDS)
def test_no_key_means_two_things_in_one_place(area: str) -> None:
    keys = Counter(key for one in in_area(area) for key in one.key.split(",") if key)
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_says_what_it_does(command: object) -> None:
    assert isinstance(command, type(COMMANDS[0]))
    area, colon, verb = command.name.partition(": ")
    assert area
    assert colon
    assert verb
    assert command.help.endswith(".")


@pytest.mark.parametrize("area", AREA_IDS)
def test_a_footer_fits_80_columns_with_at_most_seven_keys_and_help_among_them(area: str) -> None:
    shown = footer_of(area)
    assert len(shown) <= MOST_IN_FOOTER
    assert len("  ".join(footer_words(one) for one in shown)) <= FOOTER_WIDTH
    if area != "list":
        assert "help.here" in [one.id for one in shown]


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_screen_stands_in_an_area_that_the_help_explains(
    screen: type[Framed[object]],
) -> None:
    assert screen.where in AREAS


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_command_of_an_area_is_an_action_of_its_screens(
    screen: type[Framed[object]],
) -> None:
    for command in in_area(screen.where):
        namespace, _, name = command.action.rpartition(".")
        if not namespace:
            assert hasattr(screen, f"action_{name}"), command.id


def test_every_area_is_that_of_a_screen() -> None:
    assert set(AREA_IDS) - {"everywhere", "list"} <= {screen.where for screen in SCREENS}


@pytest.mark.parametrize("area", AREA_IDS)
def test_every_key_is_a_binding_that_can_be_set_by_its_id(area: str) -> None:
    bound = {binding.id for binding in bindings_for(area)}
    assert bound == {one.id for one in in_area(area) if one.key}


def test_keys_are_shown_as_people_write_them() -> None:
    assert all_keys("j,down") == "j, Down"
    assert all_keys("ctrl+p") == "^p"
    assert all_keys("f1") == "F1"
    assert all_keys("slash") == "/"
    assert all_keys("escape") == "Esc"


def test_the_table_in_the_readme_is_that_of_the_registry() -> None:
    message = "run `python tests/architecture/key_table.py`"
    assert table_in_readme() == key_table(), message


def test_screens_are_screens() -> None:
    assert all(issubclass(screen, Screen) for screen in SCREENS)
