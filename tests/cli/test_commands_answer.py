"""The commands as scripts and checks use them: keys of the JSON, exit codes, kind errors."""

import hashlib
import json
import stat
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from docx import Document

from iro_tui.domain.child import Child
from iro_tui.domain.clock import Clock
from iro_tui.store.store import open_store
from tests.cli.running import TODAY, Iro
from tests.stores import RAW_KEY, new_store

CLOCK = Clock(date.fromisoformat(TODAY))


def answer(iro: Iro, env: dict[str, str], *args: str) -> Any:
    done = iro(*args, "--json", env=env)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_children_are_listed_soonest_first_with_the_keys_of_the_contract(
    iro: Iro, caseload: dict[str, str]
) -> None:
    rows = answer(iro, caseload, "children")
    assert list(rows[0]) == [
        "reference",
        "name",
        "age",
        "legal_status",
        "next_review_kind",
        "next_review_due",
        "working_days_left",
        "state",
    ]
    due = [row["next_review_due"] for row in rows if row["next_review_due"]]
    assert due == sorted(due)
    assert {row["state"] for row in rows} <= {"overdue", "due_soon", "in_time", "none"}
    amara = next(row for row in rows if row["reference"] == "DEMO-01")
    assert amara["name"] == "Amara"
    assert date.fromisoformat(amara["next_review_due"]) > date.fromisoformat(TODAY)
    assert amara["working_days_left"] > 0


def test_children_in_columns_can_be_read(here: Iro, caseload: dict[str, str]) -> None:
    done = here("children", env=caseload)
    header, *rows = done.stdout.splitlines()
    start = header.index("state")
    assert all(row[start] in "‼!✓·" for row in rows)


def test_reviews_are_listed_oldest_first_with_the_keys_of_the_contract(
    here: Iro, caseload: dict[str, str]
) -> None:
    rows = answer(here, caseload, "reviews", "DEMO-01")
    assert list(rows[0]) == [
        "number",
        "kind",
        "due_on",
        "held_on",
        "completed_on",
        "in_time",
        "state",
        "participation_code",
    ]
    assert [row["number"] for row in rows] == [1, 2, 3, 4]
    assert [row["kind"] for row in rows] == ["first", "second", "subsequent", "subsequent"]
    assert rows[-1]["state"] == "in_meeting"
    assert rows[-1]["completed_on"] is None
    assert rows[-1]["participation_code"] is None
    assert rows[2]["participation_code"].startswith("PN")


def test_the_same_day_counts_from_the_option_as_from_the_environment(
    here: Iro, caseload: dict[str, str]
) -> None:
    plain = answer(here, caseload, "children")
    later = answer(here, caseload, "children", "--today", "2027-11-24")
    assert [row["state"] for row in plain] != [row["state"] for row in later]
    assert all(row["state"] in ("overdue", "none") for row in later)


def test_options_may_stand_before_the_command(here: Iro, caseload: dict[str, str]) -> None:
    before = {"IRO_TODAY": TODAY}
    done = here(
        "--store",
        caseload["IRO_STORE"],
        "--passphrase-file",
        caseload["IRO_PASSPHRASE_FILE"],
        "--json",
        "children",
        env=before,
    )
    assert json.loads(done.stdout)


def test_the_passphrase_may_come_on_standard_input(here: Iro, caseload: dict[str, str]) -> None:
    done = here("children", "--passphrase-file", "-", env=caseload, stdin=f"{RAW_KEY}\n")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("review", ["DEMO-01", "DEMO-01/3"])
def test_a_record_is_a_word_file_of_ones_own_that_nothing_protects(
    iro: Iro, caseload: dict[str, str], tmp_path: Path, review: str
) -> None:
    done = iro("record", review, "--out", str(tmp_path / "out"), "--json", env=caseload)
    assert done.returncode == 0, done.stderr
    written = json.loads(done.stdout)
    assert list(written) == ["path", "sha256", "version", "issued"]
    assert written["version"] == 1
    assert written["issued"] is None
    content = Path(written["path"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == written["sha256"]
    assert stat.S_IMODE(Path(written["path"]).stat().st_mode) == 0o600
    assert "not protected" in done.stderr
    assert Document(written["path"]).paragraphs


def test_a_letter_says_its_band(here: Iro, caseload: dict[str, str], tmp_path: Path) -> None:
    written = answer(here, caseload, "letter", "DEMO-01/3", "--out", str(tmp_path))
    assert list(written) == ["path", "sha256", "version", "issued", "band"]
    assert written["band"] == "b5_8"
    for band in ("b9_12", "easy_read"):
        other = answer(
            here, caseload, "letter", "DEMO-01/3", "--out", str(tmp_path), "--band", band
        )
        assert other["band"] == band


def test_a_review_is_named_by_the_day_it_was_held(
    here: Iro, caseload: dict[str, str], tmp_path: Path
) -> None:
    rows = answer(here, caseload, "reviews", "DEMO-01")
    third = answer(here, caseload, "record", "DEMO-01/3", "--out", str(tmp_path / "a"))
    same = answer(
        here, caseload, "record", f"DEMO-01/{rows[2]['held_on']}", "--out", str(tmp_path / "b")
    )
    assert Path(same["path"]).name == Path(third["path"]).name


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["reviews", "NOBODY"], 1),
        (["record", "DEMO-01/77", "--out", "x"], 1),
        (["record", "DEMO-01/2026-02-30", "--out", "x"], 1),
        (["record", "NOBODY/1", "--out", "x"], 1),
        (["letter", "DEMO-01/3", "--out", "x", "--band", "b99"], 2),
        (["record", "DEMO-01"], 2),
        (["children", "--today", "2026-02-30"], 2),
        (["children", "--today", "tomorrow"], 2),
        (["children", "--nonsense"], 2),
        (["nonsense"], 2),
        (["children", "--passphrase-file", "no such file"], 2),
        (["children", "--store", "no such folder"], 1),
        (["children", "--store", __file__], 1),
        (["chair", "DEMO-01"], 1),
        (["demo"], 1),
        ([], 1),
    ],
)
def test_what_cannot_be_done_is_one_or_two_lines_and_an_exit_code(
    here: Iro, caseload: dict[str, str], args: list[str], code: int
) -> None:
    done = here(*args, env=caseload)
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert 1 <= len(done.stderr.splitlines()) <= 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "Amara" not in done.stderr


def test_a_wrong_passphrase_is_exit_3(here: Iro, caseload: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "wrong").write_text("x'" + "00" * 32 + "'\n", encoding="utf-8")
    done = here("children", "--passphrase-file", str(tmp_path / "wrong"), env=caseload)
    assert done.returncode == 3
    assert "assphrase" in done.stderr


def test_no_terminal_to_ask_on_is_a_sentence(here: Iro, caseload: dict[str, str]) -> None:
    done = here("children", env=caseload | {"IRO_PASSPHRASE_FILE": ""})
    assert done.returncode == 2
    assert "--passphrase-file" in done.stderr


def test_a_store_in_use_is_exit_3(iro: Iro, tmp_path: Path, home: Path) -> None:
    store = new_store(tmp_path / "store", CLOCK)
    done = iro(
        "children", "--store", str(tmp_path / "store"), "--passphrase-file", str(home / "key")
    )
    store.close()
    assert done.returncode == 3
    assert "open" in done.stderr


def test_the_caseload_is_never_made_over_a_store(here: Iro, caseload: dict[str, str]) -> None:
    done = here("demo", "--at", caseload["IRO_STORE"], env=caseload)
    assert done.returncode == 1
    assert "already" in done.stderr


def test_a_broken_settings_file_is_a_sentence(
    here: Iro, caseload: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "settings.toml").write_text('colour = "pink"\n', encoding="utf-8")
    done = here("children", env=caseload | {"IRO_SETTINGS": str(tmp_path)})
    assert done.returncode == 2
    assert "colour" in done.stderr


def test_a_folder_that_cannot_be_made_is_a_sentence(
    here: Iro, caseload: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = here("record", "DEMO-01/3", "--out", str(tmp_path / "file" / "x"), env=caseload)
    assert done.returncode == 1
    assert "--out" in done.stderr


@pytest.fixture
def strange_store(tmp_path: Path) -> Path:
    store = new_store(tmp_path / "store", CLOCK)
    with store.work() as work:
        for reference, name in (
            ("X/1", "\u202eevil\u2028"),
            ("X", "Żółć [red]"),
            ("=1+1", "👩‍👧 Ada"),
        ):
            work.children.save(Child(uuid4(), reference, date(2015, 1, 1), given_name=name))
        work.commit()
    store.close()
    return tmp_path / "store"


def test_names_reach_the_terminal_with_nothing_that_it_would_obey(
    here: Iro, strange_store: Path, home: Path
) -> None:
    given = {"IRO_STORE": str(strange_store), "IRO_PASSPHRASE_FILE": str(home / "key")}
    plain = here("children", env=given).stdout
    assert "Żółć [red]" in plain
    assert "👩‍👧 Ada" in plain
    assert "\u202e" not in plain
    assert "\u2028" not in plain
    names = {row["name"] for row in answer(here, given, "children")}
    assert names == {"\u202eevil\u2028", "Żółć [red]", "👩‍👧 Ada"}


def test_an_argument_that_is_itself_a_reference_is_that_child(
    here: Iro, strange_store: Path, home: Path
) -> None:
    given = {"IRO_STORE": str(strange_store), "IRO_PASSPHRASE_FILE": str(home / "key")}
    assert answer(here, given, "reviews", "X/1") == []
    done = here("record", "X/1", "--out", str(strange_store), env=given)
    assert "There is no review “X/1”" in done.stderr


def test_version_and_help_need_no_store(iro: Iro) -> None:
    assert iro("--version").stdout.startswith("iro 0.")
    shown = iro("--help").stdout
    for command in ("demo", "chair", "children", "reviews", "record", "letter"):
        assert command in shown


def test_the_caseload_at_a_path_holds_twelve_children_and_their_chair(
    caseload: dict[str, str],
) -> None:
    with (
        closing(open_store(Path(caseload["IRO_STORE"]), RAW_KEY, clock=CLOCK)) as store,
        store.work() as work,
    ):
        assert work.children.count() == 12
        assert work.chair.get() is not None
    assert stat.S_IMODE(Path(caseload["IRO_STORE"]).stat().st_mode) == 0o700


def test_due_lists_every_date_that_is_late_or_near(here: Iro, caseload: dict[str, str]) -> None:
    lines = json.loads(here("due", "--json", env=caseload).stdout)
    assert set(lines[0]) == {
        "reference",
        "what",
        "due_on",
        "working_days_left",
        "mark",
        "title",
    }
    days = [line["due_on"] for line in lines]
    assert days == sorted(days)
    assert {"DEMO-02", "DEMO-11"} <= {
        line["reference"]
        for line in lines
        if line["what"] == "review" and line["working_days_left"] < 0
    }
    fewer = json.loads(here("due", "--within", "0", "--json", env=caseload).stdout)
    assert 0 < len(fewer) < len(lines)
    assert all(line["working_days_left"] <= 0 for line in fewer)


def test_due_says_in_columns_what_is_late(here: Iro, caseload: dict[str, str]) -> None:
    told = here("due", env=caseload).stdout
    assert "Review 6" in told
    assert "‼ late" in told
