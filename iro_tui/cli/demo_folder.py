"""The throw-away folder of the fictional caseload: gone at exit, or at the next start."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

PREFIX = "iro-demo-"
_LOCK = "demo.lock"
_SECONDS_TO_SETTLE = 60


@contextmanager
def demo_folder() -> Iterator[Path]:
    """Give a folder of mode 0700 in the temp folder and take it away afterwards.

    One that a killed program left behind is taken away first: nobody holds its lock.
    """
    remove_left_behind(Path(tempfile.gettempdir()))
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    lock = FileLock(folder / _LOCK, timeout=0, mode=0o600)
    lock.acquire()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        lock.release()


def remove_left_behind(parent: Path) -> None:
    """Take away folders of the fictional caseload whose program is gone."""
    for folder in parent.glob(f"{PREFIX}*"):
        lock = FileLock(folder / _LOCK, timeout=0, mode=0o600)
        try:
            if not (folder / _LOCK).exists() and not _is_old(folder):
                continue  # it is just being made
            with lock:
                shutil.rmtree(folder, ignore_errors=True)
        except (Timeout, OSError):
            continue  # in use, or somebody else's


def _is_old(folder: Path) -> bool:
    return time.time() - folder.stat().st_mtime > _SECONDS_TO_SETTLE
