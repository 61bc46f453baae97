"""Stores that cannot be opened, each broken in its own way, and what is said of them."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from iro_tui.store.cipher import PAGE, connect
from tests.stores import RAW_KEY


def plain_database(file: Path) -> None:
    file.unlink()
    plain = sqlite3.connect(file)
    plain.execute("CREATE TABLE t (x)")
    plain.close()


def some_text(file: Path) -> None:
    file.write_text("no store")


def half_of_it(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // PAGE // 2 * PAGE])


def a_newer_one(file: Path) -> None:
    connection = connect(file, RAW_KEY)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


def a_page_that_is_read_last(file: Path) -> None:
    """Damage the tables of the chair and the children: the store opens, and then tells nothing."""
    connection = connect(file, RAW_KEY)
    theirs = "SELECT rootpage FROM sqlite_master WHERE tbl_name IN ('chair', 'child')"
    pages = [page for (page,) in connection.execute(theirs)]
    connection.close()
    content = bytearray(file.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE + 100] ^= 1
    file.write_bytes(content)


BROKEN: tuple[tuple[Callable[[Path], None], str], ...] = (
    (plain_database, "without encryption, so it is no store of iro. Point --store at another"),
    (some_text, "no store of iro, or a part of it is missing. Put back the newest backup"),
    (half_of_it, "The store's file is damaged. Quit, and put back the newest backup."),
    (a_page_that_is_read_last, "The store's file is damaged. Quit, and put back the newest"),
    (a_newer_one, "written by a later version of iro. Install that version; nothing was"),
)
