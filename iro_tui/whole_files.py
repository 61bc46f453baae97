"""Writing a file whole or not at all."""

import os
import tempfile
from pathlib import Path

from iro_tui.errors import CannotWrite


def write_whole(target: Path, content: bytes) -> None:
    """Write a file that only its owner can read; the folder is made where it is missing.

    The bytes are written beside the target and renamed, so that a full disk or a pulled plug
    leaves the old file or none. Raises CannotWrite.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotWrite(
            f"{target.name} could not be written to {target.parent}: {reason}.",
            hint="Choose another folder, make room on the disk, or close the file in Word.",
        ) from error


def _replace(target: Path, content: bytes) -> None:
    # mkstemp makes the file with mode 0600.
    handle, name = tempfile.mkstemp(prefix=".iro-", suffix=".tmp", dir=target.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
