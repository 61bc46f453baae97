"""Running `iro` as a process with nothing but what it is given."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

RAW_KEY = "x'" + "5c" * 32 + "'"
"""SQLCipher takes 64 hexadecimal digits as the key itself, so no derivation slows the tests."""
TODAY = "2026-11-24"

Iro = Callable[..., subprocess.CompletedProcess[str]]


def environment(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return kept | {
        "HOME": str(home),
        "IRO_SETTINGS": str(home / "settings"),
        "PYTHONUTF8": "1",
    }
