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
        "finish.next_meeting",
        "finish: another meeting instead",
        "Plan the next meeting: the review is a series from now on, and stays open.",
        "f2",
        ("finish",),
        "next_meeting",
        footer="another meeting",
    ),
    Command(
        "finish.held_on",
        "finish: the day it was held",
        "Say on which day people met, where it is written up later.",
        "f6",
        ("finish",),
        "held_on",
        footer="day held",
    ),
    Command(
        "finish.adjourn",
        "finish: adjourn instead",
        "Adjourn the review, once, for not more than 20 working days (regulation 36(2)).",
        "f7",
        ("finish",),
        "adjourn",
        footer="adjourn",
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
