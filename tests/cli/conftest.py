"""One store of the fictional caseload for all tests of a process, and `iro` as a process."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from iro_tui.cli import main
from tests.cli.running import TODAY, Iro, own_environment
from tests.stores import RAW_KEY


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


@pytest.fixture
def here(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iro:
    """Return a function that runs `iro` in this process, which spares the interpreter's start."""

    def run(
        *args: str, env: dict[str, str] | None = None, stdin: str = ""
    ) -> "subprocess.CompletedProcess[str]":
        with monkeypatch.context() as given:
            for name in [name for name in os.environ if name.startswith("IRO_")]:
                given.delenv(name)
            for name, value in (own_environment(home) | (env or {})).items():
                given.setenv(name, value)
            given.setattr(sys, "argv", ["iro", *args])
            given.setattr(sys, "stdin", io.StringIO(stdin))
            with pytest.raises(SystemExit) as ended:
                main()
        told = capsys.readouterr()
        code = int(ended.value.code or 0)
        return subprocess.CompletedProcess(args, code, told.out, told.err)

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
