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
        "Say when, where and how the next review is held, or the next meeting of one.",
        "n",
        ("child",),
        "plan_review",
        footer="plan",
    ),
    Command(
        "child.take_off",
        "child: take this person off, or cancel this review",
        "Take the person under the cursor off the list; cancel the planned review under it, or "
        "bring a cancelled one back; take back an adjournment or the next meeting of a series.",
        "x,delete",
        ("child",),
        "take_off",
    ),
    Command(
        "child.undo",
        "child: undo",
        "Bring back the person you took off the list, or the review you cancelled.",
        "ctrl+z",
        ("child",),
        "undo_taking_off",
    ),
    Command(
        "child.late_reason",
        "child: say why this review was late",
        "Say why the review under the cursor was held late, also after it is closed.",
        "y",
        ("child",),
        "late_reason",
    ),
)
