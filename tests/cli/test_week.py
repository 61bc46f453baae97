"""`iro week`: the week line by line, as JSON, and as a Word file."""

import json
import stat
from pathlib import Path

import pytest

from tests.cli.running import Iro


def test_the_week_is_told_line_by_line(here: Iro, caseload: dict[str, str]) -> None:
    done = here("week", env=caseload)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(
        "Week on the road, Monday 23 to Sunday 29 November 2026: 1 meeting, 1 other date.\n\n"
        "Tuesday 24 November 2026 · today\n\n"
        "15:45: Amara (DEMO-01), Review 4\n"
        "  Place: At Jo and Sam's, in the kitchen\n"
        "  How: in person\n"
        "  Getting there: Park at the church; the lane is narrow. The dog is called Admiral.\n"
    )
    assert "\n  To ring:\n    Priya Shah, social worker, 07700 900 312\n" in done.stdout
    assert "\nby this day: Jordan (DEMO-12), Midway check\n" in done.stdout


def test_the_week_of_a_day_is_told_in_json(here: Iro, caseload: dict[str, str]) -> None:
    told = json.loads(here("week", "--from", "2026-12-01", "--json", env=caseload).stdout)
    assert (told["from"], told["to"]) == ("2026-11-30", "2026-12-06")
    kezia = told["entries"][0]
    assert (kezia["day"], kezia["time"], kezia["reference"]) == ("2026-11-30", "10:00", "DEMO-02")
    assert kezia["to_prepare"][1] == {
        "what": "Invitations and forms out",
        "due_on": "2026-11-16",
        "mark": "local",
        "is_late": True,
    }
    assert kezia["people"][0] == {
        "name": "Marek Nowicki",
        "role": "social worker",
        "telephone": "07700 900 421",
    }


def test_a_week_without_anything_says_so(here: Iro, caseload: dict[str, str]) -> None:
    done = here("week", "--from", "2030-07-01", env=caseload)
    assert done.stdout == "Week on the road, Monday 1 to Sunday 7 July 2030: 0 meetings.\n"


def test_the_week_as_a_word_file_is_its_owners_and_not_protected(
    here: Iro, caseload: dict[str, str], tmp_path: Path
) -> None:
    done = here("week", "--from", "2026-12-01", "--out", str(tmp_path), env=caseload)
    path = tmp_path / "iro-week-2026-11-30.docx"
    assert done.stdout == f"{path}\n"
    assert "The file is not protected" in done.stderr
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("day", ["2026-02-30", "fri", "1999-01-01"])
def test_a_day_that_cannot_be_is_refused(here: Iro, caseload: dict[str, str], day: str) -> None:
    done = here("week", "--from", day, env=caseload)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 2
