"""Opening an encrypted database with a key; where the key comes from is the caller's business."""

import os
import unicodedata
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlcipher3 import dbapi2

from iro_tui.errors import (
    BadInput,
    CannotWrite,
    NotAStore,
    NotFound,
    StoreError,
    WrongPassphrase,
)
from iro_tui.store.failures import code_of

DriverConnection = Any
"""A connection of sqlcipher3, which carries no types."""

PAGE = 4096
"""Bytes in a page of SQLCipher 4; a database is a whole number of pages."""

_PLAIN_SQLITE = b"SQLite format 3\0"
_SETTINGS = (
    "foreign_keys = ON",
    "journal_mode = DELETE",
    "synchronous = FULL",
    "temp_store = MEMORY",
)


def make_file(file: Path) -> None:
    """Make an empty file that only its owner can read, whatever the umask; raises OSError."""
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def connect(file: Path, key: str) -> DriverConnection:
    """Open a database with a key (passphrase), or an empty file as a new database.

    Raises NotFound, NotAStore, WrongPassphrase, CannotWrite, BadInput for a key that cannot be
    one, and the driver's own error for a damaged file or a failing disk.
    """
    statement = _key_statement(key)
    connection = _open_file(file)
    try:
        _unlock(connection, statement)
    except BaseException as error:
        connection.close()
        if isinstance(error, dbapi2.DatabaseError) and code_of(error) == "SQLITE_NOTADB":
            raise _why_closed(file) from None
        raise
    return connection


def engine_over(connection: DriverConnection) -> Engine:
    """Return an engine over one open connection; when it is disposed of, the store is locked."""
    waiting = [connection]

    def hand_out() -> DriverConnection:
        if not waiting:
            raise StoreError("The store is locked.", hint="Unlock it with the passphrase.")
        return waiting.pop()

    engine = create_engine(
        "sqlite://", module=dbapi2, creator=hand_out, poolclass=StaticPool, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def _begin(sql: Connection) -> None:
        sql.exec_driver_sql("BEGIN")

    # From here on the connection is the engine's, and disposing of the engine closes it.
    engine.connect().close()
    return engine


def _open_file(file: Path) -> DriverConnection:
    if not file.is_file():
        raise NotFound(f"There is no store at {file.parent}.", hint="Start `iro` to make one.")
    # With mode=rw a file that vanishes meanwhile is not made anew.
    address = f"{file.resolve().as_uri()}?mode=rw"
    try:
        return dbapi2.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    except dbapi2.OperationalError as error:
        raise CannotWrite(
            f"{file} cannot be opened: {error}.", hint="It must be yours to read and write."
        ) from None


def _key_statement(key: str) -> str:
    key = unicodedata.normalize("NFC", key)
    if not key:
        # SQLCipher takes an empty key for "do not encrypt".
        raise WrongPassphrase("The passphrase is empty.", hint="Type the store's passphrase.")
    if "\0" in key or any(0xD800 <= ord(character) <= 0xDFFF for character in key):
        raise BadInput(
            "This passphrase holds a character that no keyboard types.",
            hint="A file with a passphrase is one line of UTF-8 text.",
        )
    quoted = key.replace("'", "''")
    return f"PRAGMA key = '{quoted}'"


def _unlock(connection: DriverConnection, key_statement: str) -> None:
    # SQLCipher otherwise writes its errors to stderr, over the screen.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(key_statement)
    if not connection.execute("PRAGMA cipher_version").fetchone():
        # Plain SQLite takes the key and writes plain text.
        raise StoreError("This installation cannot encrypt.", hint="Install sqlcipher3 again.")
    # The key is tried at the first read, not before.
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")


def _why_closed(file: Path) -> StoreError:
    """Say why a file does not open; a wrong key and a damaged file look alike to SQLCipher."""
    with file.open("rb") as opened:
        start = opened.read(len(_PLAIN_SQLITE))
    if start == _PLAIN_SQLITE:
        return NotAStore(
            f"{file.name} is a database without encryption, so it is no store of iro.",
            hint="Point --store at another folder.",
        )
    if file.stat().st_size % PAGE:
        return NotAStore(
            f"{file.name} is no store of iro, or a part of it is missing.",
            hint="Put back the newest backup, or point --store at another folder.",
        )
    return WrongPassphrase(
        "This passphrase does not open the store.",
        hint="Caps Lock? Passphrases are case-sensitive.",
    )
