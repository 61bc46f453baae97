"""The week on the road, and the diary file."""

from iro_tui.commands.command import Command

WEEK: tuple[Command, ...] = (
    Command(
        "week.show",
        "week: on the road",
        "Meetings and visits of a week, with place, way, what is to prepare and whom to ring.",
        "t",
        ("caseload",),
        "app.show('week')",
    ),
    Command(
        "week.previous",
        "week: previous",
        "The week before.",
        "p,left",
        ("week",),
        "previous_week",
        footer="week before",
    ),
    Command(
        "week.next",
        "week: next",
        "The week after.",
        "n,right",
        ("week",),
        "next_week",
        footer="next week",
    ),
    Command(
        "week.today",
        "week: this one",
        "The week in which today lies.",
        "t",
        ("week",),
        "this_week",
    ),
    Command(
        "week.order",
        "week: by place or by day",
        "By place, so that one journey does for several; again by day.",
        "s",
        ("week",),
        "swap_order",
        footer="place or day",
    ),
    Command(
        "week.file",
        "week: write the Word file",
        "Write the week as a Word file to print and take along.",
        "f2",
        ("week",),
        "file",
        footer="Word file",
    ),
)

DIARY: tuple[Command, ...] = (
    Command(
        "diary.write",
        "diary: write",
        "Write meetings and due dates as a file for your calendar; the next one updates it.",
        "",
        ("everywhere",),
        "app.show('diary')",
    ),
)
