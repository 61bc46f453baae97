"""Real encrypted stores for tests, opened with a raw key; what is always the same is made once."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from iro_tui.bootstrap import Loaded, load
from iro_tui.domain.clock import Clock
from iro_tui.settings import Settings
from iro_tui.store.store import DATABASE, Store, make_store

RAW_KEY = "x'" + "5c" * 32 + "'"
"""SQLCipher takes 64 hexadecimal digits as the key itself, so no derivation slows the tests."""
TODAY = date(2026, 11, 24)


@cache
def loaded() -> Loaded:
    """Return what the program loads behind its first screen, without a service's own files."""
    nowhere = Path("no such folder")
    return load(Settings(store=nowhere, folder=nowhere), Clock(TODAY))


def new_store(folder: Path, clock: Clock, database: bytes = b"") -> Store:
    """Make a store in this folder and open it as the program does.

    It is empty, or a copy of what `filled` returned.
    """
    put_store(folder, database)
    return loaded().open_store(folder, RAW_KEY, clock=clock, new_id=uuid4)


def put_store(folder: Path, database: bytes = b"") -> None:
    """Make a store in this folder and leave it closed."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / DATABASE
    file.touch(mode=0o600)
    file.write_bytes(database or _empty())


def filled(fill: Callable[[Store], None], clock: Clock) -> bytes:
    """Return the database of a store in which something was kept, to make others from."""
    with TemporaryDirectory() as name:
        store = new_store(Path(name) / "store", clock)
        fill(store)
        store.close()
        return (store.folder / DATABASE).read_bytes()


@cache
def _empty() -> bytes:
    with TemporaryDirectory() as name:
        make_store(Path(name), RAW_KEY, clock=Clock()).close()
        return (Path(name) / DATABASE).read_bytes()
