"""`iro export`: a file for another program, with nothing in it that names a child."""

import json
import stat
import tomllib
from pathlib import Path

import pytest

from iro_tui.knowledge import data_folder
from tests.cli.running import Iro
from tests.exchange.diaries import read

NOT_PROTECTED = "The file is not protected"


def names_of_children() -> set[str]:
    """Return every name of a child in the fictional caseload, as it is written there."""
    names: set[str] = set()
    for file in (data_folder() / "demo").glob("DEMO-*.toml"):
        child = tomllib.loads(file.read_text(encoding="utf-8"))["child"]
        names |= {child.get(key, "") for key in ("given_name", "family_name", "known_as")}
    return names - {""}


def test_the_diary_of_the_caseload_names_no_child(
    here: Iro, caseload: dict[str, str], tmp_path: Path
) -> None:
    done = here("export", "calendar", "--out", str(tmp_path), env=caseload)
    assert done.returncode == 0, done.stderr
    assert NOT_PROTECTED in done.stderr
    path = tmp_path / "iro-diary-2026-11-24.ics"
    assert done.stdout.startswith(f"{path}  ")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    written = path.read_bytes().replace(b"\r\n ", b"")
    assert len(read(path.read_bytes())) > 20
    names = names_of_children()
    assert len(names) > 20
    assert [name for name in names if name.encode() in written] == []


def test_a_second_file_is_told_as_unchanged_in_json(
    here: Iro, caseload: dict[str, str], tmp_path: Path
) -> None:
    here("export", "calendar", "--out", str(tmp_path), env=caseload)
    done = here("export", "calendar", "--out", str(tmp_path), "--json", env=caseload)
    told = json.loads(done.stdout)
    assert told["path"] == str(tmp_path / "iro-diary-2026-11-24.ics")
    assert (told["new"], told["changed"], told["cancelled"]) == (0, 0, 0)


def test_only_the_days_asked_for_are_told(
    here: Iro, caseload: dict[str, str], tmp_path: Path
) -> None:
    days = ("--from", "2026-11-30", "--to", "2026-12-04")
    done = here("export", "calendar", "--out", str(tmp_path), *days, "--json", env=caseload)
    entries = read(Path(json.loads(done.stdout)["path"]).read_bytes())
    assert entries
    assert {str(one.begins)[:10] for one in entries.values()} <= {
        "2026-11-30",
        "2026-12-01",
        "2026-12-02",
        "2026-12-03",
        "2026-12-04",
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("carrier-pigeon",), "calendar"),
        (("calendar", "--from", "2026-02-30"), "There is no day 2026-02-30."),
        (("calendar", "--from", "2026-12-04", "--to", "2026-12-01"), "before"),
    ],
)
def test_what_cannot_be_exported_is_refused_with_a_sentence(
    here: Iro, caseload: dict[str, str], tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = here("export", *arguments, "--out", str(tmp_path / "none"), env=caseload)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "none").exists()


def test_a_folder_that_cannot_be_is_refused(
    here: Iro, caseload: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    done = here("export", "calendar", "--out", str(tmp_path / "file"), env=caseload)
    assert done.returncode == 1
    assert "file in its way" in done.stderr
