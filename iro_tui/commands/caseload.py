"""The caseload."""

from iro_tui.commands.command import Command

CASELOAD: tuple[Command, ...] = (
    Command(
        "caseload.filter",
        "caseload: filter",
        "Show only children whose name or reference holds what you type; Esc shows all again.",
        "slash",
        ("caseload",),
        "filter",
        footer="filter",
    ),
    Command(
        "caseload.new_child",
        "caseload: new child",
        "Add a child; only a reference, a name and a birthday are needed at first.",
        "f2",
        ("caseload",),
        "new_child",
        footer="new child",
    ),
)
