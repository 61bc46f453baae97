"""Every list of rows."""

from iro_tui.commands.command import Command

LISTS: tuple[Command, ...] = (
    Command(
        "list.open",
        "list: open",
        "Open the row under the cursor.",
        "enter",
        ("caseload", "week", "child", "dates", "changes", "what_now", "timeline"),
        "open",
        footer="open",
        in_palette=False,
    ),
    Command(
        "list.down",
        "list: down",
        "One row down.",
        "j,down",
        ("list",),
        "cursor_down",
        in_palette=False,
    ),
    Command("list.up", "list: up", "One row up.", "k,up", ("list",), "cursor_up", in_palette=False),
    Command(
        "list.first",
        "list: first",
        "To the first row.",
        "g,home",
        ("list",),
        "first",
        in_palette=False,
    ),
    Command(
        "list.last",
        "list: last",
        "To the last row.",
        "G,end",
        ("list",),
        "last",
        in_palette=False,
    ),
)
