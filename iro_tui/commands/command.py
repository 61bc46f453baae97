"""A command: what a person can ask for, its key, and how a key is written for people."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """One thing a person can ask for.

    `name` is how the palette lists it, "area: verb"; `key` holds Textual key names, the main one
    first, separated by commas; `footer` is the word beside the key, blank to leave it out of the
    footer. A priority key works although a text field has the focus.

    `where` names the areas it applies in: those of areas.py (the id of a screen), "everywhere",
    or "list" for every list of rows.
    """

    id: str
    name: str
    help: str
    key: str
    where: tuple[str, ...]
    action: str
    footer: str = ""
    priority: bool = False
    in_palette: bool = True

    @property
    def main_key(self) -> str:
        """The key that is shown."""
        return self.key.split(",")[0]


def footer_words(command: Command) -> str:
    """Return a key and its word: "F2 decision"."""
    return f"{key_words(command.main_key)} {command.footer}"


def key_words(key: str) -> str:
    """Return a key as the footer and the help show it: "^p", "F1", "Enter", "/"."""
    modifier, plus, name = key.rpartition("+")
    names = {"escape": "Esc", "slash": "/", "pageup": "PgUp", "pagedown": "PgDn"}
    shown = names.get(name, name if len(name) == 1 else name.capitalize())
    return f"^{shown}" if plus and modifier == "ctrl" else f"{modifier}{plus}{shown}"
