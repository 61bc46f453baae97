"""What `iro week` answers: a week line by line, to read or to have read out, or as a Word file."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from iro_tui.cli.options import Asked, read_day
from iro_tui.cli.papers import out_folder
from iro_tui.cli.plain import as_json, fields_of, visible
from iro_tui.domain.week import Week, WeekEntry
from iro_tui.services import week as week_service


def week(asked: Asked, day: str | None) -> str:
    """Return the week in which a day lies, today without one; raises BadInput."""
    wanted = read_day(day) if day else None
    with asked.opened() as (store, loaded):
        first = wanted or store.clock.today()
        found = week_service.week(store, loaded.knowledge.timescales, first)
    if asked.as_json:
        return as_json(_fields(found))
    return "\n".join(visible(line) for line in _lines(found))


def paper(asked: Asked, day: str | None, out: str) -> str:
    """Write the week as a Word file and return where; raises BadInput and CannotWrite."""
    wanted = read_day(day) if day else None
    with asked.opened() as (store, loaded):
        path = week_service.write(
            store,
            loaded.knowledge.timescales,
            loaded.renderer,
            wanted or store.clock.today(),
            folder=out_folder(out),
        )
    return as_json({"path": path}) if asked.as_json else visible(str(path))


def _lines(week: Week) -> Iterator[str]:
    yield f"Week on the road, {week.title}: {week.count_words}."
    for group in week.by_day():
        yield ""
        yield group.heading
        for entry in group.entries:
            yield ""
            yield from _entry_lines(entry, week.today)


def _entry_lines(entry: WeekEntry, today: date) -> Iterator[str]:
    yield f"{entry.time_words}: {entry.name} ({entry.reference}), {entry.what}"
    if entry.is_meeting:
        yield f"  Place: {entry.place_words}"
    told = {"How": entry.how, "Getting there": entry.travel_note, "Note": entry.note}
    yield from (f"  {label}: {text}" for label, text in told.items() if text)
    ready = [one.words(today) for one in entry.to_prepare]
    people = [f"{one.name}, {one.role}, {one.telephone or 'no number'}" for one in entry.people]
    for label, lines in (("To prepare", ready), ("To ring", people)):
        if lines:
            yield f"  {label}:"
            yield from (f"    {line}" for line in lines)


def _fields(week: Week) -> dict[str, Any]:
    return {
        "from": week.first,
        "to": week.last,
        "entries": [
            {name: value for name, value in fields_of(entry).items() if name not in _KEYS}
            | {
                "to_prepare": [fields_of(one) for one in entry.to_prepare],
                "people": [fields_of(one) for one in entry.people],
            }
            for entry in week.entries
        ],
    }


_KEYS = frozenset({"child_id", "review_id"})
"""What names something inside the store only."""
