"""Help: what this screen is for, and every key that works on it."""

from textwrap import wrap

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from iro_tui.commands import Command, in_area, key_words
from iro_tui.commands.areas import AREAS
from iro_tui.screens.frame import IroDialog

KEY_WIDTH = 18
WORDS_WIDTH = 52
TYPING = (
    ("Tab, Shift+Tab", "next and previous field; Enter too in a field of one line"),
    ("arrows, Home, End", "move in the text; with Shift they select"),
    ("^z, ^y", "undo and redo what was typed"),
)


class HelpScreen(IroDialog[None]):
    """What this place is for, its own keys, those of lists and of fields, those of everywhere."""

    where = "help"
    CSS_PATH = "help.tcss"

    def __init__(self, about: str, more: str = "") -> None:
        super().__init__()
        self._about = about
        self._more = more

    def compose_body(self) -> ComposeResult:
        """Yield the words and the keys."""
        with VerticalScroll(id="help"):
            yield Static(AREAS.get(self._about, ""), id="about", markup=False)
            if self._more:
                yield Static(self._more, id="more", markup=False)
            yield Static(self._keys(), id="keys", markup=False)

    def on_mount(self) -> None:
        """Let the arrows scroll at once."""
        self.query_one("#help").focus()

    def _keys(self) -> Content:
        groups = (
            ("Here", self._lines(self._here())),
            ("In lists", self._lines(in_area("list"))),
            ("In fields", [_line(key, words) for key, words in TYPING]),
            ("Everywhere", self._lines(in_area("everywhere"))),
        )
        shown = [
            Content("\n").join([Content.styled(title, "bold $text-accent"), *lines])
            for title, lines in groups
            if lines
        ]
        return Content("\n\n").join(shown)

    def _here(self) -> tuple[Command, ...]:
        everywhere = in_area("everywhere")
        return tuple(one for one in in_area(self._about) if one not in everywhere)

    def _lines(self, commands: tuple[Command, ...]) -> list[Content]:
        keys = self.iro.settings.keys
        return [_line(all_keys(keys.get(one.id, one.key)) or "^p", one.help) for one in commands]


def all_keys(key: str) -> str:
    """Return every key of a command in words: "j, Down"."""
    return ", ".join(key_words(one.strip()) for one in key.split(",") if one)


def _line(key: str, words: str) -> Content:
    """Return a key and what it does, the words wrapped beside the key."""
    lines = wrap(words, WORDS_WIDTH)
    return Content.assemble((f"  {key:<{KEY_WIDTH}}", "bold"), f"\n  {'':<{KEY_WIDTH}}".join(lines))
