"""Reading data/codes.toml."""

import re
from dataclasses import fields

from iro_tui.domain.child import Role
from iro_tui.domain.codes import Code, CodeList, Codes, SaidRole
from iro_tui.domain.rules import Mark
from iro_tui.errors import KnowledgeError
from iro_tui.knowledge.reading import Table

_YEAR = re.compile(r"(\d{4})/(\d{2})")


def codes_from(file: Table) -> Codes:
    """Return the code lists; raises KnowledgeError for a list or code that is not whole."""
    names = tuple(field.name for field in fields(Codes))
    file.only(*names)
    lists = {name: _list_from(file, name) for name in names if name != "roles"}
    return Codes(**lists, roles=_roles_from(file.table("roles")))


def _roles_from(table: Table) -> dict[str, SaidRole]:
    return {said.casefold(): _role_from(table.table(said)) for said in table.keys}


def _role_from(table: Table) -> SaidRole:
    table.only("role", "as")
    return SaidRole(table.one_of("role", Role), table.text("as", ""))


def _list_from(file: Table, name: str) -> CodeList:
    table = file.table(name)
    table.only("title", "codes")
    codes = table.table("codes")
    if not codes.keys:
        raise table.broken("codes", "is missing", hint='It holds one line a code: C2 = "words".')
    return CodeList(
        id=name,
        title=table.text("title"),
        codes={code_id: _code_from(codes, code_id) for code_id in codes.keys},
    )


def _code_from(codes: Table, code_id: str) -> Code:
    if not codes.is_table(code_id):
        return Code(code_id, codes.text(code_id))
    table = codes.table(code_id)
    table.only("words", "from", "until", "mark", "source")
    return Code(
        code_id,
        table.text("words"),
        first_year=_year(table, "from"),
        last_year=_year(table, "until"),
        mark=table.one_of("mark", Mark) if "mark" in table else None,
        source=table.text("source", ""),
    )


def _year(table: Table, key: str) -> int | None:
    """Return the first calendar year of a collection year such as "2026/27"."""
    if key not in table:
        return None
    written = table.text(key)
    match = _YEAR.fullmatch(written)
    if match is None or (int(match[1]) + 1) % 100 != int(match[2]):
        raise _no_year(table, key, written)
    return int(match[1])


def _no_year(table: Table, key: str, written: str) -> KnowledgeError:
    return table.broken(
        key, f'"{written}" is no collection year', hint='Write two years that follow: "2026/27".'
    )
