"""One store of the fictional caseload for all tests of a process, and `iro` as a process."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

RAW_KEY = "x'" + "5c" * 32 + "'"
"""SQLCipher takes 64 hexadecimal digits as the key itself, so no derivation slows the tests."""
TODAY = "2026-11-24"

Iro = Callable[..., "subprocess.CompletedProcess[str]"]


def environment(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return kept | {
        "HOME": str(home),
        "IRO_SETTINGS": str(home / "settings"),
        "PYTHONUTF8": "1",
    }


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    (folder / "key").write_text(f"{RAW_KEY}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def iro(home: Path) -> Iro:
    """Return a function that runs `iro` with nothing but what it is given."""

    def run(
        *args: str, env: dict[str, str] | None = None, stdin: str = ""
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "iro_tui", *args],
            capture_output=True,
            text=True,
            encoding="utf-8",
            input=stdin,
            env=environment(home) | (env or {}),
            check=False,
            timeout=100,
        )

    return run


@pytest.fixture(scope="session")
def caseload(iro: Iro, home: Path) -> Iterator[dict[str, str]]:
    """Return the environment in which every command finds the fictional caseload."""
    store = home / "caseload"
    given = {
        "IRO_STORE": str(store),
        "IRO_PASSPHRASE_FILE": str(home / "key"),
        "IRO_TODAY": TODAY,
    }
    made = iro("demo", "--at", str(store), env=given)
    assert made.returncode == 0, made.stderr
    return given
