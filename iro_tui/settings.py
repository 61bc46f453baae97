"""Where files live, and what a person or a service may choose; every field explains itself."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from iro_tui.errors import BadInput

DATABASE = "iro.db"
"""The store's file, named here too so that its absence is seen before the store is imported."""

SETTINGS_FILE = "settings.toml"
THEME_NAMES = ("dark", "light", "high contrast")
"""The colours that can be chosen, the ones to start with first."""

DIARY_NAMES = ("initials_reference", "reference", "given_name")
"""How the diary file may name a child, the way to start with first."""


@dataclass(frozen=True)
class Settings:
    """What can be chosen. Each field but the folders is a line of settings.toml."""

    store: Path
    """The folder of the store: the encrypted database, its lock, room for a key file."""

    folder: Path
    """The settings folder: settings.toml, and the service's own files laid over data/."""

    theme: str = THEME_NAMES[0]
    """The colours: "dark", "light" or "high contrast"."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """Other keys, by the id of a command: `[keys]` then `"meeting.decision" = "f11"`."""

    diary_names: str = DIARY_NAMES[0]
    """How the diary file names a child: "initials_reference", "reference" or "given_name"."""

    diary_places: bool = False
    """Whether the diary file says where a meeting is; an address that is withheld never goes in."""

    diary_minutes: int = 90
    """How many minutes the diary file keeps free for a meeting."""

    diary_alarm: int = 0
    """How many minutes before a meeting the diary reminds, without any name; 0 is not at all."""

    passphrase_hint: str = ""
    """A passphrase shown on the unlock screen: the fictional caseload's; never a real store's."""

    @property
    def has_store(self) -> bool:
        """Whether the folder holds a store."""
        return (self.store / DATABASE).exists()

    @property
    def store_words(self) -> str:
        """The store as it is spoken of: its folder, with "~" for the user's own."""
        home = Path.home()
        inside = self.store.is_relative_to(home)
        return f"~/{self.store.relative_to(home)}" if inside else str(self.store)


def default_settings(store: Path | None = None) -> Settings:
    """Return the settings of this user, with the store at another place if one is given.

    Raises BadInput when settings.toml cannot be read.
    """
    folder = config_folder()
    settings = read_settings(folder)
    return replace(settings, store=store) if store else settings


def read_settings(folder: Path) -> Settings:
    """Return what settings.toml in this folder says; without the file, what we choose."""
    settings = Settings(store=data_home() / "store", folder=folder)
    path = folder / SETTINGS_FILE
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"{folder} is a file; the settings are a folder.", hint="Move it away.")
    if not path.exists():
        return settings
    import tomllib  # noqa: PLC0415 - most users never write the file

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{path} is broken: {error}.", hint=_MEND) from error
    except UnicodeDecodeError as error:
        raise BadInput(f"{path} is no UTF-8 text.", hint=_MEND) from error
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.", hint=_MEND) from error
    return _checked(settings, table, path)


def _checked(settings: Settings, table: Mapping[str, object], path: Path) -> Settings:
    for name, value in table.items():
        if name not in _HOW:
            raise BadInput(f"{path}: there is no setting {name!r}.", hint=f"Known: {_known()}.")
        is_fine, how = _HOW[name]
        if not is_fine(value):
            raise BadInput(f"{path}: {name!r} is written in another way.", hint=how)
    chosen: dict[str, Any] = dict(table)
    if "store" in chosen:
        chosen["store"] = named_folder(chosen["store"])
    if "keys" in chosen:
        chosen["keys"] = {str(name): str(key) for name, key in chosen["keys"].items()}
    return replace(settings, **chosen)


_MEND = "Mend the file, or move it away to start with what we chose."


def _minutes(value: object) -> bool:
    return type(value) is int and 0 <= value <= _A_DAY


_A_DAY = 24 * 60

_HOW: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "store": (
        lambda value: isinstance(value, str) and bool(value),
        'Write store = "/path/to/folder".',
    ),
    "theme": (
        lambda value: value in THEME_NAMES,
        'Write theme = "dark", "light" or "high contrast".',
    ),
    "keys": (
        lambda value: isinstance(value, dict),
        'Write [keys] on a line of its own, then "command.id" = "key".',
    ),
    "diary_names": (
        lambda value: value in DIARY_NAMES,
        'Write diary_names = "initials_reference", "reference" or "given_name".',
    ),
    "diary_places": (lambda value: isinstance(value, bool), "Write diary_places = true or false."),
    "diary_minutes": (
        lambda value: _minutes(value) and value != 0,
        "Write diary_minutes = 90, in minutes.",
    ),
    "diary_alarm": (_minutes, "Write diary_alarm = 30, in minutes, or 0 for no reminder."),
}
"""What can be written in settings.toml: whether a value will do, and how it is written."""


def _known() -> str:
    return ", ".join(sorted(_HOW))


def named_folder(name: str) -> Path:
    """Return the folder of this name, "~" being the user's own; raises BadInput for no user's."""
    try:
        return Path(name.strip()).expanduser()
    except RuntimeError as error:
        raise BadInput(
            f"There is no home folder for {name}.", hint="Write the whole path."
        ) from error


def data_home() -> Path:
    """Return the user's data folder for iro."""
    from platformdirs import user_data_path  # noqa: PLC0415 - the first paint does not need it

    return user_data_path("iro-tui", appauthor=False)


def config_folder() -> Path:
    """Return the settings folder: IRO_SETTINGS, else the user's own."""
    if named := os.environ.get("IRO_SETTINGS"):
        return Path(named)
    from platformdirs import user_config_path  # noqa: PLC0415 - the first paint does not need it

    return user_config_path("iro-tui", appauthor=False)
