"""Keys that a person has chosen in the settings: each names a command that is there, alone."""

import unicodedata
from collections.abc import Iterator, Mapping

from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from iro_tui.commands import COMMANDS, Command, in_area
from iro_tui.commands.lists import LISTS
from iro_tui.errors import BadInput

_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})
_OFFERED = tuple(f"ctrl+{letter}" for letter in "bglnort") + tuple(f"f{n}" for n in range(1, 25))
"""Keys that no text field uses, to offer one that is free."""
_NAMES = {key.value.rpartition("+")[2] for key in Keys} | set(KEY_NAME_REPLACEMENTS.values())


def check_keys(keys: Mapping[str, str]) -> None:
    """Refuse keys by command id ("meeting.decision": "f11") that nobody could press.

    Raises BadInput for a command that is not there, for a key that no terminal sends, and for
    one that would mean two things in one place.
    """
    known = {command.id for command in COMMANDS}
    for command_id, key in keys.items():
        if command_id not in known:
            raise BadInput(
                f"settings.toml, [keys]: there is no command “{command_id}”.",
                hint="F1 in the program lists the commands; the README lists their ids.",
            )
        if not all(_is_key(one.strip()) for one in key.split(",")):
            raise BadInput(
                f"settings.toml, [keys]: “{command_id}” cannot be on the key “{key}”.",
                hint='Write a key as "f11" or "ctrl+b", two as "f11,ctrl+b".',
            )
    for area in sorted({area for command in COMMANDS for area in command.where}):
        _refuse_two_on_one_key(keys, area)


def _refuse_two_on_one_key(keys: Mapping[str, str], area: str) -> None:
    found: dict[str, Command] = {}
    for key, command in _keys_of(keys, area):
        other = found.setdefault(key, command)
        if other is not command and {other.id, command.id} & keys.keys():
            raise BadInput(
                f"settings.toml, [keys]: “{other.id}” and “{command.id}” are both on “{key}”.",
                hint=f'Give one of them another key, such as "{_free_key(keys, area)}".',
            )


def _keys_of(keys: Mapping[str, str], area: str) -> Iterator[tuple[str, Command]]:
    """Yield every key that does something in an area, with what it does."""
    has_list = any(area in command.where for command in LISTS)
    commands = [*in_area(area), *(in_area("list") if has_list and area != "list" else ())]
    for command in commands:
        for key in keys.get(command.id, command.key).split(","):
            if key.strip():
                yield key.strip(), command


def _free_key(keys: Mapping[str, str], area: str) -> str:
    taken = {key for key, _ in _keys_of(keys, area)}
    return next(key for key in _OFFERED if key not in taken)


def _is_key(key: str) -> bool:
    *modifiers, name = key.split("+")
    return _MODIFIERS.issuperset(modifiers) and (len(name) == 1 or name in _NAMES or _is_sign(name))


def _is_sign(name: str) -> bool:
    try:
        unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return False
    return True
