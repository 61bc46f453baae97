"""Keys that a person has chosen in the settings: each names a command that is there."""

import unicodedata
from collections.abc import Mapping

from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from iro_tui.commands import COMMANDS
from iro_tui.errors import BadInput

_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})
_NAMES = {key.value.rpartition("+")[2] for key in Keys} | set(KEY_NAME_REPLACEMENTS.values())


def check_keys(keys: Mapping[str, str]) -> None:
    """Refuse keys by command id ("meeting.decision": "f10") that nobody could press.

    Raises BadInput for a command that is not there, and for a key that no terminal sends.
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
                hint='Write a key as "f10" or "ctrl+k", two as "f10,ctrl+k".',
            )


def _is_key(key: str) -> bool:
    *modifiers, name = key.split("+")
    return _MODIFIERS.issuperset(modifiers) and (len(name) == 1 or name in _NAMES or _is_sign(name))


def _is_sign(name: str) -> bool:
    try:
        unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return False
    return True
