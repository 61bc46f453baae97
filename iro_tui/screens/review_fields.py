"""The fields in which it is said when, where, how and why people meet."""

from collections.abc import Sequence

from iro_tui.domain.codes import CodeList
from iro_tui.domain.dates.spoken import parse_time
from iro_tui.domain.planning import FORMATS, HOW, OCCASIONS
from iro_tui.services.children import ChildView
from iro_tui.widgets.choice import ChoiceField
from iro_tui.widgets.fields import Field, LineField


def time_field() -> LineField:
    """Return the field for the time of day."""
    return LineField("time", "Time", echo=_time_echo, hint="14:30, “2pm”, “noon”.")


def move_reason_field() -> LineField:
    """Return the field for why a meeting is put to another day."""
    return LineField("move_reason", "Why moved", hint="Why it is put to another day; it is kept.")


def venue_field() -> LineField:
    """Return the field for the place."""
    return LineField("venue", "Place", hint="Where people meet: school, home, office, online.")


def how_field() -> ChoiceField:
    """Return the field for how people meet."""
    return ChoiceField("how", "How", HOW, hint="Type “in”, “vid” or “both”; ↓ shows them.")


def where_fields(view: ChildView) -> Sequence[Field]:
    """Return the fields for the place, who chose it, and how people get there."""
    name = view.child.name
    around = {one.name: one.name for one in view.people if one.until is None}
    return (
        venue_field(),
        how_field(),
        ChoiceField(
            "chosen_by",
            "Who chose it",
            {name: name, **around},
            or_else=True,
            hint=f"Best of all: {name}. Or any name.",
        ),
        LineField("travel_note", "Getting there", hint="Who brings whom, access, parking."),
    )


def occasion_field() -> ChoiceField:
    """Return the field for why the review is held now."""
    return ChoiceField(
        "occasion",
        "Why now",
        {one.value: words for one, words in OCCASIONS.items()},
        hint="An early review takes the next number; dates count on from it.",
    )


def early_fields(view: ChildView, triggers: CodeList, chair: str) -> Sequence[Field]:
    """Return the fields for why a review is called early, who asked for it, and in what words."""
    name = view.child.name
    around = {one.name: f"{one.name}, {one.role_words}" for one in view.people}
    return (
        ChoiceField(
            "early_trigger",
            triggers.title,
            {one.id: one.marked for one in triggers.codes.values()},
            hint="A few letters, or ↓. Each says whether law or guidance names it.",
        ),
        ChoiceField(
            "early_asked_by",
            "Who asked for it",
            {name: name, chair: f"{chair}, IRO", **around},
            or_else=True,
            hint="From the list, or any name.",
        ),
        LineField("early_reason", "In your words", hint="What has changed, or what is at stake."),
    )


def format_field() -> ChoiceField:
    """Return the field for how the review is held."""
    return ChoiceField(
        "format",
        "Held as",
        {one.value: words for one, words in FORMATS.items()},
        hint="No meeting: only in a settled long-term foster home, and one each year.",
    )


def _time_echo(text: str) -> str:
    time = parse_time(text)
    return "" if time == text.strip() else f"→ {time}"
