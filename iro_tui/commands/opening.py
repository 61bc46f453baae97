"""The store: opening it, and making it the first time."""

from iro_tui.commands.command import Command

OPENING: tuple[Command, ...] = (
    Command(
        "unlock.open",
        "store: unlock",
        "Open the store with the passphrase you typed.",
        "enter",
        ("unlock",),
        "unlock",
        footer="unlock",
        in_palette=False,
    ),
    Command(
        "unlock.show",
        "store: show the passphrase",
        "Show or hide the passphrase while you type it.",
        "f8",
        ("unlock", "first_run"),
        "show_passphrase",
        footer="show",
    ),
    Command(
        "first_run.make",
        "store: make it",
        "Make the store with this passphrase, and begin.",
        "ctrl+s",
        ("first_run",),
        "make",
        footer="make the store",
    ),
)
