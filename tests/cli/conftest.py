"""One store of the fictional caseload for all tests of a process, and `iro` as a process."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import RAW_KEY, TODAY, Iro, own_environment


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
            env=own_environment(home) | (env or {}),
            check=False,
            timeout=100,
        )

    return run


@pytest.fixture(scope="session")
def caseload(iro: Iro, home: Path) -> dict[str, str]:
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
