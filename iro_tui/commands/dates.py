"""One child's dates, and the changes of status that move them."""

from iro_tui.commands.command import Command

DATES: tuple[Command, ...] = (
    Command(
        "dates.done_today",
        "dates: done today",
        "Note what is under the cursor as done today; Enter notes another day.",
        "d",
        ("dates",),
        "done_today",
        footer="done today",
    ),
    Command(
        "dates.changes",
        "dates: change of status",
        "Note what changed in the child's care; the dates follow from its day.",
        "s",
        ("dates",),
        "changes",
        footer="status change",
    ),
    Command(
        "dates.undo",
        "dates: undo",
        "Put back what stood before you noted something last.",
        "ctrl+z",
        ("dates", "changes"),
        "undo",
        footer="undo",
    ),
)
