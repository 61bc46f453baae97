"""Running `iro` as a process with nothing but what it is given."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.terminal import environment

TODAY = "2026-11-24"

Iro = Callable[..., subprocess.CompletedProcess[str]]


def own_environment(home: Path) -> dict[str, str]:
    """Return the environment of a user with an empty home and no settings."""
    return environment(home) | {"IRO_SETTINGS": str(home / "settings"), "PYTHONUTF8": "1"}
