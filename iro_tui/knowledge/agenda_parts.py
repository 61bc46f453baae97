"""Reading the parts of a question's answer from data/agenda.toml."""

import re
from dataclasses import fields

from iro_tui.domain.agenda import Kind, Part
from iro_tui.domain.codes import Codes
from iro_tui.domain.listing import either
from iro_tui.knowledge.conditions import condition_from
from iro_tui.knowledge.reading import Table

_ID = re.compile(r"\w+")
_CHOOSING = (Kind.CHOICE, Kind.CHOICES)
_ROWS = (Kind.PEOPLE, Kind.TABLE)
_COUNTING = (Kind.NUMBER, Kind.SCALE)
_KEYS = ("kind", "label", "options", "options_from", "columns", "lowest", "highest", "asked_when")


def parts_from(question: Table, codes: Codes) -> tuple[Part, ...]:
    """Return the parts of a question, one or more; raises KnowledgeError."""
    table = question.table("parts")
    if not table.keys:
        raise question.broken(
            "parts",
            "is missing",
            hint=f"A question has at least one: [{question.name}.parts.text] and its kind.",
        )
    return tuple(_part_from(part, part_id, codes) for part_id, part in table.entries())


def _part_from(table: Table, part_id: str, codes: Codes) -> Part:
    if not _ID.fullmatch(part_id):
        raise table.broken("", "cannot be an id", hint="Letters, digits and _ can.")
    table.only(*_KEYS)
    kind = table.one_of("kind", Kind)
    return Part(
        id=part_id,
        kind=kind,
        label=table.text("label", ""),
        options=_options(table, kind, codes),
        columns=_columns(table, kind, codes),
        lowest=_bound(table, "lowest", kind),
        highest=_bound(table, "highest", kind),
        asked_when=condition_from(table, "asked_when"),
    )


def _options(table: Table, kind: Kind, codes: Codes) -> dict[str, str]:
    if kind not in _CHOOSING:
        _has_no(table, kind, "options", "options_from")
        return {}
    listed_options = _code_list(table, codes) if "options_from" in table else {}
    options = listed_options | table.table("options").words()
    if not options:
        raise table.broken(
            "options", "is missing", hint='A choice has options, one a line: options.yes = "Yes".'
        )
    return options


def _code_list(table: Table, codes: Codes) -> dict[str, str]:
    """Return the words of a code list of codes.toml as options."""
    name = table.text("options_from")
    known = {field.name: getattr(codes, field.name) for field in fields(codes)}
    if name not in known:
        raise table.broken("options_from", f'"{name}" is not one of {either(known)}')
    return {code_id: _opened(words) for code_id, words in known[name].options().items()}


def _opened(words: str) -> str:
    """Return words with a capital letter at the start, as options have it."""
    return words[:1].upper() + words[1:]


def _columns(table: Table, kind: Kind, codes: Codes) -> tuple[Part, ...]:
    if kind not in _ROWS:
        _has_no(table, kind, "columns")
        return ()
    columns = table.table("columns")
    if not columns.keys:
        raise table.broken(
            "columns", "is missing", hint='Rows have columns: columns.who = { kind = "text" }.'
        )
    read = tuple(_part_from(column, name, codes) for name, column in columns.entries())
    for column in read:
        if column.kind in _ROWS:
            raise columns.broken(column.id, "a row cannot hold rows of its own")
    return read


def _bound(table: Table, key: str, kind: Kind) -> int | None:
    if kind not in _COUNTING:
        _has_no(table, kind, key)
    return table.whole(key) if key in table else None


def _has_no(table: Table, kind: Kind, *keys: str) -> None:
    for key in keys:
        if key in table:
            raise table.broken(key, f"a part of kind {kind.value} has no {key}")
