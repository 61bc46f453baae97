"""One program per store: a lock that the operating system drops when the program dies."""

import getpass
import json
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from iro_tui.domain.clock import Clock
from iro_tui.domain.dates.days import day_and_month
from iro_tui.errors import StoreInUse

LOCK_NAME = "iro.lock"


def take(folder: Path, clock: Clock) -> FileLock:
    """Take the folder's lock; raises StoreInUse, and OSError where no file can be made.

    The file stays when the lock is released, and says who took it last; it is the system's lock
    on it that counts, so one left by a crash is no obstacle.
    """
    file = folder / LOCK_NAME
    lock = FileLock(file, timeout=0, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise _in_use(file) from None
    written = {"user": _user(), "process": os.getpid(), "since": clock.now().isoformat()}
    # Windows lets nobody write a locked file through another handle, and a full disk is no
    # obstacle to reading: it is the lock that counts, not what stands in it.
    with suppress(OSError):
        file.write_text(json.dumps(written), encoding="utf-8")
    return lock


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def _in_use(file: Path) -> StoreInUse:
    return StoreInUse(
        f"The store is open in another window{_who_and_since(file)}.",
        hint="Close it there, then try again.",
    )


def _who_and_since(file: Path) -> str:
    try:
        written = json.loads(file.read_text(encoding="utf-8"))
        since, user = datetime.fromisoformat(written["since"]), str(written.get("user", ""))
    except (OSError, ValueError, KeyError, TypeError):
        # The other program is just starting, or the system lets nobody read a locked file.
        return ""
    here = since.replace(tzinfo=since.tzinfo or UTC).astimezone()
    return f"{f' of {user}' if user else ''}, since {here:%H:%M} on {day_and_month(here)}"
