"""The week on the screen: its rows, and the card of the entry under the cursor."""

from collections.abc import Iterator
from datetime import date
from textwrap import wrap

from textual.content import Content

from iro_tui.domain.caseload import DueState
from iro_tui.domain.caseload_words import short_day
from iro_tui.domain.dates.spoken import spoken
from iro_tui.domain.week import Contact, ToPrepare, Week, WeekEntry, WeekGroup
from iro_tui.widgets.due import STATE_STYLES
from iro_tui.widgets.rows import Row, column

_LABEL = 14
_NUMBER = 14
_WHEN, _DAY_AND_TIME = 5, 17
_NAME, _WHAT, _STATE = 14, 12, 10
_MARGIN = 2
"""Cells between the time and the rest."""


def rows_of(week: Week, *, by_place: bool, width: int) -> list[Row]:
    """Return the rows: days with their entries, or places with theirs."""
    rows: list[Row] = []
    for group in week.by_place() if by_place else week.by_day():
        rows.append(_heading(group))
        rows += [
            Row(entry_id(entry), _line(entry, week.today, by_place=by_place, width=width))
            for entry in group.entries
        ]
    return rows


def entry_id(entry: WeekEntry) -> str:
    """Return what names an entry's row."""
    return f"{entry.day} {entry.child_id} {entry.what}"


def _heading(group: WeekGroup) -> Row:
    heading = Content.styled(group.heading, "bold $text-accent")
    return Row(f"heading {group.heading}", heading, is_heading=True)


def _line(entry: WeekEntry, today: date, *, by_place: bool, width: int) -> Content:
    """Return one entry: when, who, what, where, and whether all is ready."""
    time = entry.time or ("–" if entry.is_meeting else "·")
    when, room = (time, _WHEN) if not by_place else (_day_and_time(entry, today), _DAY_AND_TIME)
    words, style = _ready(entry)
    room_left = width - room - _MARGIN - _NAME - _STATE - 2
    return Content.assemble(
        column(when, room),
        " " * _MARGIN,
        (column(entry.name, _NAME), "bold"),
        " ",
        _what_and_where(entry, room_left, by_place=by_place),
        " ",
        (column(words, _STATE), style),
    )


def _day_and_time(entry: WeekEntry, today: date) -> str:
    return f"{short_day(entry.day, today)} {entry.time}".rstrip()


def _what_and_where(entry: WeekEntry, width: int, *, by_place: bool) -> Content:
    """Return what and where; the place has all the room where it is no heading already."""
    if by_place or not entry.is_meeting:
        return Content(column(entry.what, width))
    place = column(entry.place_words, max(1, width - _WHAT - 1))
    return Content.assemble(column(entry.what, _WHAT), " ", (place, "$muted"))


def _ready(entry: WeekEntry) -> tuple[str, str]:
    """Return how ready all is, as a sign and a word, with its style."""
    late = sum(one.is_late for one in entry.to_prepare)
    if not entry.is_meeting:
        return "", ""
    if entry.note:
        return f"✓ {entry.note}", STATE_STYLES[DueState.IN_TIME]
    if late:
        return f"‼ {late} late", STATE_STYLES[DueState.OVERDUE]
    if entry.to_prepare:
        return f"! {len(entry.to_prepare)} to do", STATE_STYLES[DueState.DUE_SOON]
    return "✓ ready", STATE_STYLES[DueState.IN_TIME]


def card(entry: WeekEntry, today: date, width: int) -> Content:
    """Return what is known of an entry: when, where, how, the way, and what is to prepare."""
    when = f"{spoken(entry.day)} · {entry.time_words}"
    lines = [
        Content.assemble(
            (f"{entry.name} · {entry.what}", "bold"), (f"  {entry.reference}", "$muted")
        ),
        Content(f"{when} · {entry.note}" if entry.is_meeting and entry.note else when),
        *_facts(entry, width),
        *(_to_prepare(one, today, width) for one in entry.to_prepare),
    ]
    if entry.is_meeting and not entry.to_prepare and not entry.note:
        lines.append(Content.styled("✓ all is ready", STATE_STYLES[DueState.IN_TIME]))
    return Content("\n").join(lines)


def _facts(entry: WeekEntry, width: int) -> Iterator[Content]:
    if not entry.is_meeting:
        yield Content.styled(_hanging(entry.note, width, ""), "$muted")
        return
    told = {"Place": entry.place_words, "How": entry.how, "Getting there": entry.travel_note}
    for label, text in told.items():
        if text:
            below = _hanging(text, width - _LABEL, " " * _LABEL)
            yield Content.assemble((label.ljust(_LABEL), "$muted"), below)


def _to_prepare(one: ToPrepare, today: date, width: int) -> Content:
    told = _hanging(one.words(today), width - 2, "  ")
    if one.is_late:
        return Content.styled(f"‼ {told}", STATE_STYLES[DueState.OVERDUE])
    return Content(f"☐ {told}")


def _hanging(text: str, width: int, indent: str) -> str:
    """Return a text in lines of a width, those after the first set in."""
    return f"\n{indent}".join(wrap(text, max(12, width))) or text


def numbers(people: tuple[Contact, ...], width: int) -> Content:
    """Return whom to ring, the number first, a line each."""
    lines = [Content.styled("To ring", "$muted"), *(_contact(one, width) for one in people)]
    return Content("\n").join(lines)


def _contact(one: Contact, width: int) -> Content:
    who = column(f"{one.name}, {one.role}", max(12, width - _NUMBER - 1)).rstrip()
    name, role = who[: len(one.name)], who[len(one.name) :]
    number = column(one.telephone or "no number", _NUMBER)
    return Content.assemble(number, " ", (name, "bold"), (role, "$muted"))
