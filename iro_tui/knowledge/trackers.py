"""Reading data/trackers.toml: what is done for a child again and again, or once, by a day."""

import re
from collections.abc import Collection, Iterator
from dataclasses import fields, replace
from hashlib import sha256
from pathlib import Path

from iro_tui import __version__
from iro_tui.domain.child import Child
from iro_tui.domain.due.tracker import Basis, Score, Term, Tracker, Tracking
from iro_tui.domain.following import Change
from iro_tui.domain.listing import either
from iro_tui.domain.timescales import Timescales
from iro_tui.knowledge.conditions import condition_from
from iro_tui.knowledge.reading import Table, data_folder, read_toml

_DAY_OF_YEAR = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_CHILD_FIELDS = frozenset(one.name for one in fields(Child))
_CHANGES = tuple(str(one) for one in Change)
_KEYS = (
    "title",
    "basis",
    "first",
    "later",
    "needed",
    "placements",
    "done_field",
    "starts_again",
    "once",
    "optional",
    "lapses",
    "score",
    "label",
    "used",
)


def with_trackers(timescales: Timescales, overrides: Path | None = None) -> Timescales:
    """Return timescales with the trackers of data/, a service's own file laid over them.

    Raises KnowledgeError with file, line and key.
    """
    file = read_toml("trackers.toml", overrides)
    tracking = tracking_from(file, timescales.rules.keys())
    return replace(timescales, tracking=tracking, counted_by=_counted_by(overrides))


def _counted_by(overrides: Path | None) -> str:
    """Return what tells one set of rules from another: a digest of the files, and the version."""
    digest = sha256(__version__.encode())
    for folder in (data_folder(), overrides):
        for name in ("timescales.toml", "trackers.toml"):
            path = folder / name if folder else None
            digest.update(path.read_bytes() if path and path.exists() else b"-")
    return digest.hexdigest()


def tracking_from(file: Table, rule_ids: Collection[str]) -> Tracking:
    """Return the trackers in use and the school terms; raises KnowledgeError.

    `rule_ids` are the rules of timescales.toml, one of which each tracker's date is counted by.
    """
    file.only("trackers", "terms")
    trackers = (
        _tracker_from(tracker_id, table, rule_ids)
        for tracker_id, table in file.table("trackers").entries()
        if table.flag("used", default=True)
    )
    return Tracking(tuple(trackers), tuple(_terms_from(file)))


def _tracker_from(tracker_id: str, table: Table, rule_ids: Collection[str]) -> Tracker:
    table.only(*_KEYS)
    first = table.table("first") if "first" in table else None
    if first is not None:
        first.only("rule", "from")
    return Tracker(
        id=tracker_id,
        title=table.text("title"),
        basis=table.one_of("basis", Basis),
        first_rule=_one_of(first, "rule", rule_ids) if first else "",
        first_from=_one_of(first, "from", _CHILD_FIELDS) if first else "",
        later_rule=_one_of(table, "later", rule_ids),
        needed=condition_from(table, "needed"),
        placements=frozenset(table.texts("placements", ())),
        done_field=_one_of(table, "done_field", _CHILD_FIELDS),
        starts_again=_changes(table),
        once=table.flag("once", default=False),
        optional=table.flag("optional", default=False),
        lapses=table.flag("lapses", default=False),
        score=_score_from(table.table("score")) if "score" in table else None,
        label=table.text("label", Tracker.label),
    )


def _changes(table: Table) -> frozenset[str]:
    changes = table.texts("starts_again", ())
    for change in changes:
        if change not in _CHANGES:
            raise table.broken("starts_again", f'"{change}" is not one of {either(_CHANGES)}')
    return frozenset(changes)


def _score_from(table: Table) -> Score:
    table.only("most", "bands")
    bands = []
    for band in table.tables("bands"):
        band.only("from", "words")
        bands.append((band.whole("from"), band.text("words")))
    return Score(table.whole("most"), tuple(sorted(bands)))


def _one_of(table: Table, key: str, known: Collection[str]) -> str:
    word = table.text(key, "")
    if word and word not in known:
        raise table.broken(key, f'"{word}" is not one of {either(sorted(known))}')
    return word


def _terms_from(file: Table) -> Iterator[Term]:
    for table in file.tables("terms"):
        table.only("name", "first", "last")
        yield Term(table.text("name"), _day_of_year(table, "first"), _day_of_year(table, "last"))


def _day_of_year(table: Table, key: str) -> tuple[int, int]:
    found = _DAY_OF_YEAR.fullmatch(table.text(key))
    if found is None:
        raise table.broken(key, "is no day of the year", hint='Write month and day: "09-01".')
    return int(found[1]), int(found[2])
