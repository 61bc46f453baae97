"""The footer: at most seven keys, in one line that is never wider than the screen."""

from collections.abc import Sequence

from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

from iro_tui.commands import Command, footer_of, key_words


class KeyLine(Static):
    """The keys of one area with their words; a key that can do nothing now is left out.

    With `commands` it is a line of those, wherever a screen puts it.
    """

    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $foreground;
        text-wrap: nowrap;
        link-color: $foreground;
        link-background: transparent;
        link-style: none;
        link-color-hover: $accent;
        link-background-hover: transparent;
        link-style-hover: none;
    }
    """

    def __init__(self, where: str, commands: Sequence[Command] | None = None) -> None:
        super().__init__(markup=False)
        self._commands = footer_of(where) if commands is None else commands

    def on_mount(self) -> None:
        """Follow what can be done now."""
        self.screen.bindings_updated_signal.subscribe(self, self.show_keys)
        self.show_keys(self.screen)

    def show_keys(self, screen: Screen[object]) -> None:
        """Write the keys that work now."""
        active = screen.active_bindings
        keys = {one.binding.id: key for key, one in reversed(active.items()) if one.enabled}
        # A focused field may take the key itself (Enter); it does the same by its own name.
        shown = [
            (command, keys.get(command.id, command.main_key))
            for command in self._commands
            if command.id in keys or command.main_key in active
        ]
        self.update(key_line(shown))


def key_line(shown: list[tuple[Command, str]]) -> Content:
    """Return the footer's text: each key and its word, parted by two spaces."""
    parts: list[Content] = []
    for command, key in shown:
        style = Style.from_meta({"@click": f"screen.press('{key}')"})
        parts.append(
            Content.assemble(
                Content.styled(key_words(key), "bold $accent"), " ", command.footer
            ).stylize(style)
        )
    return Content("  ").join(parts)
