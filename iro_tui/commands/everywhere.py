"""What works everywhere, and on what lies over everything."""

from iro_tui.commands.command import Command

EVERYWHERE: tuple[Command, ...] = (
    Command(
        "dialog.back",
        "dialog: back",
        "Back to what is behind.",
        "escape",
        ("help", "go_to"),
        "up",
        footer="back",
        in_palette=False,
    ),
    Command(
        "go.to",
        "go: to a child, section or screen",
        "Type a few letters of where you want to be.",
        "f5",
        ("everywhere",),
        "app.go_to",
        footer="go to",
    ),
    Command(
        "help.here",
        "help: where you are, and all keys",
        "What this screen is for, and every key.",
        "f1",
        ("everywhere",),
        "app.help",
        footer="help",
    ),
    Command(
        "help.palette",
        "help: all commands",
        "Every command by name.",
        "ctrl+p",
        ("everywhere",),
        "app.command_palette",
        footer="commands",
        priority=True,
        in_palette=False,
    ),
    Command(
        "go.up",
        "go: up one level",
        "Up one level; never destroys anything.",
        "escape",
        ("everywhere",),
        "screen.up",
        in_palette=False,
    ),
    Command(
        "go.what_now",
        "go: what now",
        "Every date that is late or near, over all children.",
        "",
        ("everywhere",),
        "app.show('what_now')",
    ),
    Command(
        "go.month",
        "go: calendar",
        "A month with its meetings, reviews due and other dates.",
        "",
        ("everywhere",),
        "app.show('month')",
    ),
    Command(
        "profile.change",
        "profile: change your name, telephone and helplines",
        "What the record and the letters say about you.",
        "",
        ("everywhere",),
        "app.show('profile')",
    ),
    Command(
        "theme.next",
        "screen: light, dark or high contrast",
        "Change the colours.",
        "",
        ("everywhere",),
        "app.next_theme",
    ),
    Command(
        "go.quit",
        "go: quit",
        "Leave the program; everything is already saved.",
        "ctrl+q",
        ("everywhere",),
        "app.quit",
        footer="quit",
        priority=True,
    ),
)

URGENCY = ("help.here", "help.palette", "go.to", "go.quit")
"""By how sorely it would be missed in a footer that has not room for all."""
