"""Closing a review."""

from iro_tui.commands.command import Command

FINISHING: tuple[Command, ...] = (
    Command(
        "finish.close",
        "finish: close the review",
        "Close the review as it is; the record says what was not covered.",
        # No key of its own: what cannot be taken back is not next to a key pressed by habit.
        "",
        ("finish",),
        "close_review",
    ),
    Command(
        "finish.reasons",
        "finish: close the review with these reasons",
        "Close the review; a reason left empty is passed over.",
        "ctrl+s",
        ("reasons",),
        "keep",
        footer="close the review",
    ),
    Command(
        "finish.participation",
        "finish: another participation code",
        "Choose another code for how the child took part, with the reason.",
        "f8",
        ("finish",),
        "participation",
        footer="other code",
    ),
)
