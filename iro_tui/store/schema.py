"""The tables' version: a new store gets the newest, an older one is brought up after a backup."""

from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlcipher3 import dbapi2

from iro_tui.domain.clock import Clock
from iro_tui.errors import CannotWrite, NewerStore, NotAStore, StoreError
from iro_tui.store.cipher import DriverConnection, connect, make_file

HEAD = "0004"
"""The newest revision in migrations/versions; a test holds the two together."""

BACKUPS = "backups"


def version_of(connection: DriverConnection) -> str:
    """Return the revision that a database is at; raises NotAStore if it is none of ours."""
    named = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    if connection.execute(named).fetchone():
        version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        if version:
            return str(version[0])
    raise NotAStore("This database is no store of iro.", hint="Point --store at another folder.")


def make_tables(engine: Engine, connection: DriverConnection) -> None:
    """Make every table in an empty database, in one transaction."""
    _migrate(engine, connection)


def bring_up(
    engine: Engine, connection: DriverConnection, folder: Path, key: str, clock: Clock
) -> None:
    """Bring an older store up to the newest version; raises NewerStore for a later one.

    A copy under the same key is put into the folder's backups first.
    """
    version = version_of(connection)
    if version == HEAD:
        return
    if version not in _known_versions():
        raise NewerStore(
            "This store was written by a later version of iro.",
            hint="Install that version; nothing was changed.",
        )
    back_up(connection, folder, key, f"iro-{version}-{clock.now():%Y%m%dT%H%M%SZ}.db")
    _migrate(engine, connection)


def back_up(connection: DriverConnection, folder: Path, key: str, name: str) -> Path:
    """Copy the open database, page by page and encrypted, into the folder's backups.

    Raises CannotWrite, and leaves nothing half-written.
    """
    backups = folder / BACKUPS
    backups.mkdir(mode=0o700, exist_ok=True)
    file = backups / name
    make_file(file)
    try:
        with closing(connect(file, key)) as copy:
            connection.backup(copy)
    except BaseException as error:
        file.unlink()
        if isinstance(error, dbapi2.Error):
            raise CannotWrite(
                "A copy of the store could not be written first, so it stays as it was.",
                hint="Make room on the disk, then try again.",
            ) from error
        raise
    return file


def _migrate(engine: Engine, connection: DriverConnection) -> None:
    # Importing alembic takes longer than opening a store that needs no change.
    from iro_tui.store.migrations import upgrade  # noqa: PLC0415

    # Batch migrations copy and drop tables, and the pragma does nothing inside a transaction.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with engine.begin() as sql:
            upgrade(sql)
            _check_references(sql)
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _check_references(sql: Connection) -> None:
    if sql.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise StoreError(
            "The store could not be brought up to this version, so it stays as it was.",
            hint="Use the version you had, and report this.",
        )


def _known_versions() -> set[str]:
    from iro_tui.store.migrations import known_versions  # noqa: PLC0415

    return known_versions()
