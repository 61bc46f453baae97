"""Disks of one's own, for tests: a small one that fills up, and one that can only be read."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

_BLOCK = 4096


@dataclass(frozen=True)
class Disk:
    """A disk in memory that is mounted in a folder."""

    folder: Path

    def fill(self) -> None:
        """Take all the room that is left."""
        with suppress(OSError), (self.folder / "filler").open("wb", buffering=0) as filler:
            while filler.write(bytes(_BLOCK)) == _BLOCK:
                pass

    def make_room(self) -> None:
        """Give back what `fill` took."""
        (self.folder / "filler").unlink()

    def let_write(self, *, writes: bool) -> None:
        """Let everybody only read, root too, or write again."""
        subprocess.run(
            ["mount", "-o", f"remount,{'rw' if writes else 'ro'}", str(self.folder)], check=True
        )


@contextmanager
def own_disk(folder: Path, size: str = "2m") -> Iterator[Disk]:
    """Make a disk of this size in a folder; where that cannot be, the test is skipped."""
    if shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("only root can make a disk")
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "iro-test", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no disk can be made here")
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
