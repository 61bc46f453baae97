"""Every user command once: footer, palette, F1, key settings and the README's table follow.

A key is added in the file of its area, with the method `action_...` of the screen beside it. A
screen names its area in `where` and gets its keys from `bindings_for`.
"""

from collections.abc import Mapping
from dataclasses import replace

from textual.binding import Binding

from iro_tui.commands.caseload import CASELOAD
from iro_tui.commands.child import CHILD
from iro_tui.commands.command import Command, footer_words, key_words
from iro_tui.commands.dates import DATES
from iro_tui.commands.everywhere import EVERYWHERE, URGENCY
from iro_tui.commands.finishing import FINISHING
from iro_tui.commands.forms import FORMS
from iro_tui.commands.lists import LISTS
from iro_tui.commands.meeting import MEETING
from iro_tui.commands.month import MONTH
from iro_tui.commands.opening import OPENING
from iro_tui.commands.papers import PAPERS
from iro_tui.commands.week import DIARY, WEEK

__all__ = [
    "COMMANDS",
    "FOOTER_WIDTH",
    "MOST_IN_FOOTER",
    "Command",
    "bindings_for",
    "footer_of",
    "footer_words",
    "in_area",
    "key_words",
    "named",
]

COMMANDS: tuple[Command, ...] = (
    *OPENING,
    *LISTS,
    *CASELOAD,
    *MONTH,
    *WEEK,
    *CHILD,
    *DATES,
    *FORMS,
    *MEETING,
    *FINISHING,
    *PAPERS,
    *DIARY,
    *EVERYWHERE,
)
"""Where one stands comes first in the footer, what works everywhere comes last."""

MOST_IN_FOOTER = 7
"""Keys in one footer; more than that is read by nobody (and clips at 80 columns)."""

FOOTER_WIDTH = 78
"""Characters of a footer on a screen of 80, with a blank at either end."""


def in_area(where: str) -> tuple[Command, ...]:
    """Return the commands of an area, then those that work everywhere.

    A key that the area uses for something of its own is left to the area.
    """
    here = tuple(command for command in COMMANDS if where in command.where)
    if where in ("everywhere", "list"):
        return here
    taken = {command.main_key for command in here if command.key}
    everywhere = (command for command in COMMANDS if "everywhere" in command.where)
    return here + tuple(one for one in everywhere if not (one.key and one.main_key in taken))


def bindings_for(where: str) -> list[Binding]:
    """Return an area's keys as Textual bindings, each with its command's id."""
    return [
        Binding(
            command.key,
            command.action,
            command.name,
            show=bool(command.footer),
            priority=command.priority,
            id=command.id,
        )
        for command in in_area(where)
        if command.key
    ]


def footer_of(where: str) -> tuple[Command, ...]:
    """Return the commands that an area's footer names, in the order in which it names them.

    The area's own come first; of what works everywhere the most urgent fill what is left of
    MOST_IN_FOOTER keys and FOOTER_WIDTH characters, help always among them.
    """
    shown = [command for command in in_area(where) if command.footer]
    chosen = [command for command in shown if "everywhere" not in command.where]
    common = {command.id: command for command in shown if "everywhere" in command.where}
    for command_id in URGENCY:
        if command_id in common and _fits([*chosen, common[command_id]]):
            chosen.append(common[command_id])
    return tuple(sorted(chosen, key=shown.index))


def named(words: Mapping[str, str]) -> tuple[Command, ...]:
    """Return commands by their ids, each with the word that stands beside its key."""
    by_id = {command.id: command for command in COMMANDS}
    return tuple(replace(by_id[one], footer=word) for one, word in words.items())


def _fits(commands: list[Command]) -> bool:
    words = "  ".join(footer_words(command) for command in commands)
    return len(commands) <= MOST_IN_FOOTER and len(words) <= FOOTER_WIDTH
