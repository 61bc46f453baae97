"""A child's page."""

from iro_tui.commands.command import Command

CHILD: tuple[Command, ...] = (
    Command(
        "child.chair",
        "child: chair the review",
        "Walk into the meeting: the one in progress, the planned one, or one for today.",
        "c",
        ("child",),
        "chair",
        footer="chair",
    ),
    Command(
        "child.change",
        "child: change details",
        "Change what is known of the child.",
        "e",
        ("child",),
        "change_child",
        footer="change",
    ),
    Command(
        "child.person",
        "child: add a person",
        "Add somebody around the child.",
        "p",
        ("child",),
        "add_person",
        footer="person",
    ),
    Command(
        "child.plan",
        "child: plan the review",
        "Say when, where and how the next review is held.",
        "n",
        ("child",),
        "plan_review",
        footer="plan",
    ),
    Command(
        "child.remove_person",
        "child: take this person off the list",
        "Take the person under the cursor off the list; ctrl+z brings them back.",
        "x,delete",
        ("child",),
        "remove_person",
    ),
    Command(
        "child.undo",
        "child: undo",
        "Bring back the person you took off the list.",
        "ctrl+z",
        ("child",),
        "undo_removal",
    ),
)
