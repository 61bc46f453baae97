"""Bad input on the command line: one or two lines with what to do, an exit code, nothing half."""

import getpass
import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import cache
from pathlib import Path
from shutil import copytree
from typing import Any
from uuid import uuid4

import pytest
from docx import Document

from iro_tui.documents.renderer import TEMPLATES
from iro_tui.domain.chair import Chair
from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.clock import Clock
from iro_tui.domain.review import Review, ReviewState
from iro_tui.services import profile
from iro_tui.store.store import DATABASE, Store, open_store
from tests.broken_stores import BROKEN
from tests.cli.running import TODAY, Iro, own_environment
from tests.disks import own_disk
from tests.stores import RAW_KEY, filled, put_store
from tests.terminal import opened

CLOCK = Clock(date.fromisoformat(TODAY))
CHAIR = Chair(uuid4(), "Ruth Hale", telephone="01632 960 111")
ODD = ("[red]", "../../x", "=SUM(A1)", "a/1", "-x", "O'Neil-Żółć 🦈")
QUIT = "\x11"

Done = subprocess.CompletedProcess[str]


def told(done: Done, code: int) -> str:
    """Return what a command said as it failed: no answer, no traceback, two lines at most."""
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert 1 <= len(done.stderr.splitlines()) <= 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "does not know" not in done.stderr
    return " ".join(done.stderr.split())


@cache
def of_a_chair() -> bytes:
    """Return a store with a chair and nobody else."""

    def fill(store: Store) -> None:
        profile.keep_chair(store, CHAIR)

    return filled(fill, CLOCK)


@pytest.fixture
def given(home: Path, tmp_path: Path) -> dict[str, str]:
    """Return the environment of a store with nobody in it, and of settings of one's own."""
    put_store(tmp_path / "store", of_a_chair())
    (tmp_path / "settings").mkdir()
    return {
        "IRO_STORE": str(tmp_path / "store"),
        "IRO_PASSPHRASE_FILE": str(home / "key"),
        "IRO_SETTINGS": str(tmp_path / "settings"),
        "IRO_TODAY": TODAY,
    }


@pytest.mark.parametrize(("breaks", "said"), BROKEN)
def test_a_store_that_cannot_be_opened_is_told_and_left_as_it_is(
    here: Iro, given: dict[str, str], breaks: Callable[[Path], None], said: str
) -> None:
    file = Path(given["IRO_STORE"]) / DATABASE
    breaks(file)
    before = file.read_bytes()
    assert said in told(here("children", "--json", env=given), 1)
    assert file.read_bytes() == before


def test_a_folder_that_is_no_store_and_a_file_are_told(
    here: Iro, given: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "file").touch()
    assert "no store at" in told(here("children", "--store", f"{tmp_path}/other", env=given), 1)
    assert "is a file" in told(here("children", "--store", f"{tmp_path}/file", env=given), 1)
    assert list((tmp_path / "other").iterdir()) == []


def test_a_disk_that_can_only_be_read_is_told(
    here: Iro, given: dict[str, str], caseload: dict[str, str], tmp_path: Path
) -> None:
    with own_disk(tmp_path / "disk") as disk:
        copytree(given["IRO_STORE"], disk.folder / "store")
        disk.let_write(writes=False)
        on_disk = given | {"IRO_STORE": f"{disk.folder}/store"}
        assert "can only be read, so nothing could be saved" in told(
            here("children", env=on_disk), 1
        )
        for out in (disk.folder, disk.folder / "new"):
            done = here("record", "DEMO-01/3", "--out", str(out), env=caseload)
            assert "Read-only file system" in told(done, 1)
        done = here("demo", "--at", f"{disk.folder}/demo", env=given)
        assert "Read-only file system" in told(done, 1)


def test_a_full_disk_leaves_no_document_and_no_caseload_half_written(
    here: Iro, given: dict[str, str], caseload: dict[str, str], tmp_path: Path
) -> None:
    with own_disk(tmp_path / "disk", "500k") as disk:
        done = here("demo", "--at", f"{disk.folder}/demo", env=given)
        assert "The disk is full." in told(done, 1)
        assert [one.name for one in (disk.folder / "demo").iterdir()] == ["iro.lock"]
        papers = disk.folder / "papers"
        written = here("record", "DEMO-01/3", "--out", str(papers), env=caseload)
        assert written.returncode == 0, written.stderr
        [draft] = papers.iterdir()
        before = draft.read_bytes()
        disk.fill()
        done = here("record", "DEMO-01/3", "--out", str(papers), env=caseload)
        assert "No space left on device. Choose another folder, make room" in told(done, 1)
        assert list(papers.iterdir()) == [draft]
        assert draft.read_bytes() == before


def test_a_broken_agenda_of_ones_own_is_told_with_file_line_and_entry(
    here: Iro, given: dict[str, str]
) -> None:
    own = Path(given["IRO_SETTINGS"]) / "agenda.toml"
    own.write_text('[home.good]\nsays = "Hello"\nroom = "kitchen"\n')
    assert f"{own}, line 3: home.good.room: " in told(here("children", env=given), 1)
    own.write_text('[home.good\nsays = "Hello"\n')
    assert f"{own}, line 1: " in told(here("children", env=given), 1)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('colour = "pink"', "no setting 'colour'"),
        ('theme = "pink"', '"high contrast"'),
        ('store = ""', 'store = "/path/to/folder"'),
        ("[keys", "is broken"),
    ],
)
def test_broken_settings_are_told_by_file(
    here: Iro, given: dict[str, str], line: str, said: str
) -> None:
    (Path(given["IRO_SETTINGS"]) / "settings.toml").write_text(line)
    words = told(here("children", env=given), 2)
    assert said in words
    assert "settings.toml" in words


def no_word_file(template: Path) -> None:
    template.write_text("no Word file")


def asks_too_much(template: Path) -> None:
    document = Document(str(TEMPLATES / "record.docx"))
    document.add_paragraph("{{ no_such_name }}")
    document.save(str(template))


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (no_word_file, "The template record.docx is not a Word file (.docx). Save it from Word"),
        (asks_too_much, "record.docx cannot be filled in: 'no_such_name' is undefined. Mend it"),
    ],
)
def test_a_broken_template_is_told_by_name_and_nothing_is_written(
    here: Iro, caseload: dict[str, str], tmp_path: Path, broken: Callable[[Path], None], said: str
) -> None:
    (tmp_path / "templates").mkdir()
    broken(tmp_path / "templates" / "record.docx")
    own = caseload | {"IRO_SETTINGS": str(tmp_path)}
    done = here("record", "DEMO-01/3", "--out", f"{tmp_path}/out", "--json", env=own)
    assert said in told(done, 1)
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("day", ["2026-02-30", "9999-12-31", "0001-01-01", "tomorrow", "20261124"])
def test_a_day_that_nothing_can_be_counted_from_is_told(
    here: Iro, given: dict[str, str], day: str
) -> None:
    by_option = told(here("children", "--today", day, env=given), 2)
    assert day in by_option
    assert told(here("children", env=given | {"IRO_TODAY": day}), 2) == by_option


def test_the_first_and_the_last_day_can_be_counted_from(
    here: Iro, caseload: dict[str, str]
) -> None:
    for day in ("2000-01-01", "2099-12-31"):
        done = here("children", "--today", day, env=caseload)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (f"{RAW_KEY}\n".encode(), 0),
        (f"{RAW_KEY}\r\n".encode(), 0),
        (f"{RAW_KEY}".encode(), 0),
        (f"\ufeff{RAW_KEY}\nand a note below it".encode(), 0),
        (f"{RAW_KEY} \n".encode(), 3),
        (b"", 2),
        (b"\nsecond line", 2),
        (b"\xff\xfe", 2),
        (b"a\0b", 2),
    ],
)
def test_a_passphrase_file_is_its_first_line(
    here: Iro, given: dict[str, str], tmp_path: Path, content: bytes, code: int
) -> None:
    (tmp_path / "key").write_bytes(content)
    done = here("children", "--passphrase-file", str(tmp_path / "key"), env=given)
    if code:
        assert "passphrase" in told(done, code).casefold()
    else:
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("file", ["missing", "settings"])
def test_a_passphrase_file_that_is_none_is_told(
    here: Iro, given: dict[str, str], tmp_path: Path, file: str
) -> None:
    done = here("children", "--passphrase-file", str(tmp_path / file), env=given)
    assert f"{file} cannot be read." in told(done, 2)


def test_an_out_that_is_a_file_is_told_and_left_as_it_is(
    here: Iro, caseload: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("mine")
    for out in (tmp_path / "file", tmp_path / "file" / "deeper"):
        done = here("letter", "DEMO-01/3", "--out", str(out), env=caseload)
        assert "a file in its way. Point --out at a folder of your own." in told(done, 1)
    assert (tmp_path / "file").read_text() == "mine"
    done = here("demo", "--at", str(tmp_path / "file"), env=caseload)
    assert "a file in its way" in told(done, 1)


@pytest.mark.parametrize(
    "args",
    [
        ["record", "DEMO-01/3", "--out", "~nobody at all/x"],
        ["demo", "--at", "~nobody at all/x"],
        ["children", "--store", "~nobody at all/x"],
    ],
)
def test_a_home_of_nobody_is_told(here: Iro, caseload: dict[str, str], args: list[str]) -> None:
    assert "no home folder for ~nobody at all/x" in told(here(*args, env=caseload), 2)


def test_a_path_longer_than_any_is_told(iro: Iro, caseload: dict[str, str]) -> None:
    assert "too long" in told(iro("children", "--store", "x" * 300, env=caseload), 1)


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["reviews", ""], 2),
        (["reviews", "\udcff"], 2),
        (["record", "DEMO-01", "--out", " "], 2),
        (["demo", "--at", ""], 2),
        (["children", "--store", ""], 2),
        (["children", "--passphrase-file", ""], 2),
        (["reviews", "a\x1b[31mb\nc"], 1),
        (["reviews", "x" * 100_000], 1),
        (["record", "DEMO-01/" + "9" * 5000, "--out", "x"], 1),
        (["record", "DEMO-01/", "--out", "x"], 1),
        (["record", "/", "--out", "x"], 1),
    ],
)
def test_a_name_that_is_none_is_told_and_nothing_in_it_reaches_the_terminal(
    here: Iro, caseload: dict[str, str], args: list[str], code: int
) -> None:
    words = told(here(*args, env=caseload), code)
    assert words.isprintable()
    assert len(words) < 1000


@pytest.fixture
def odd(given: dict[str, str]) -> dict[str, str]:
    """Return the environment of a store whose children have odd references, and a review each."""
    folder = Path(given["IRO_STORE"])
    with closing(open_store(folder, RAW_KEY, clock=CLOCK)) as store, store.work() as work:
        for reference in ODD:
            child = Child(uuid4(), reference, date(2015, 1, 1), given_name=reference)
            work.children.save(child)
            held = date(2026, 11, 12)
            numbers = {Cycle.LOOKED_AFTER: 1}
            closed = Review(
                uuid4(), child.id, numbers=numbers, state=ReviewState.CLOSED, held_on=held
            )
            work.reviews.save(closed)
        work.commit()
    return given


def test_odd_references_name_their_children_and_no_file_leaves_its_folder(
    here: Iro, odd: dict[str, str], tmp_path: Path
) -> None:
    listed = json.loads(here("children", "--json", env=odd).stdout)
    assert {row["reference"] for row in listed} == set(ODD)
    for number, reference in enumerate(ODD):
        reviews = json.loads(here("reviews", "--json", "--", reference, env=odd).stdout)
        assert [row["number"] for row in reviews] == [1]
        out = tmp_path / "papers" / str(number)
        done = here("record", "--json", "--out", str(out), "--", f"{reference}/1", env=odd)
        assert done.returncode == 0, done.stderr
        written = Path(json.loads(done.stdout)["path"])
        assert written.parent == out
        assert list(out.iterdir()) == [written]


def test_json_stands_alone_on_standard_output(
    here: Iro, caseload: dict[str, str], tmp_path: Path
) -> None:
    done = here("record", "DEMO-01/3", "--out", str(tmp_path), "--json", env=caseload)
    assert set(json.loads(done.stdout)) == {"path", "sha256", "version", "issued"}
    assert "not protected" in done.stderr


def test_a_store_may_have_a_space_and_any_letters_in_its_name(
    iro: Iro, given: dict[str, str], tmp_path: Path
) -> None:
    odd_place = copytree(given["IRO_STORE"], tmp_path / "my störe Żółć 🦈")
    out = iro("children", env=given | {"IRO_STORE": str(odd_place)})
    assert out.stdout == "No children yet.\n"


@pytest.mark.parametrize("args", [[], ["demo"], ["chair", "DEMO-01"]])
def test_without_a_terminal_the_program_says_so(
    here: Iro, given: dict[str, str], args: list[str]
) -> None:
    words = told(here(*args, env=given), 1)
    assert words.startswith("iro needs a terminal to open in.")


def _process(
    args: list[str], env: dict[str, str], home: Path, script: str, **more: Any
) -> "subprocess.CompletedProcess[str]":
    """Run `iro` from a shell's line, in which it is "$@"."""
    return subprocess.run(
        ["sh", "-c", script, "sh", sys.executable, "-m", "iro_tui", *args],
        capture_output=True,
        text=True,
        check=False,
        env=own_environment(home) | env | more,
        timeout=100,
    )


@pytest.mark.parametrize("args", [[], ["children"], ["children", "--passphrase-file", "-"]])
def test_a_standard_input_that_is_closed_is_told(
    given: dict[str, str], home: Path, args: list[str]
) -> None:
    done = _process(args, given | {"IRO_PASSPHRASE_FILE": ""}, home, 'exec "$@" <&-')
    assert told(done, 2 if args else 1)


@pytest.mark.parametrize("args", [["children"], ["children", "--json"], ["--help"]])
def test_whoever_reads_only_the_beginning_is_left_in_peace(
    caseload: dict[str, str], home: Path, args: list[str]
) -> None:
    done = _process(args, caseload, home, '"$@" | true')
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_an_answer_that_cannot_be_written_is_told(caseload: dict[str, str], home: Path) -> None:
    done = _process(["children"], caseload, home, '"$@" > /dev/full')
    assert "could not be written or read: No space left on device." in told(done, 1)


def test_a_sign_that_the_output_cannot_hold_is_a_question_mark(
    caseload: dict[str, str], home: Path
) -> None:
    done = _process(["children"], caseload, home, '"$@"', PYTHONUTF8="0", PYTHONIOENCODING="cp1252")
    assert done.returncode == 0, done.stderr
    assert "? late" in done.stdout


def test_a_second_program_is_told_whose_window_has_the_store_and_a_kill_frees_it(
    here: Iro, given: dict[str, str], home: Path
) -> None:
    with opened(env=own_environment(home) | given) as program:
        program.wait_for("No children yet")
        words = told(here("children", env=given), 3)
        assert f"open in another window of {getpass.getuser()}, since " in words
        with opened(env=own_environment(home) | given) as second:
            second.wait_for("another window")
            second.press(QUIT)
            assert second.wait() == 0
        program.kill()
    assert here("children", env=given).stdout == "No children yet.\n"


def test_a_wrong_passphrase_from_a_file_can_be_typed_right(
    given: dict[str, str], home: Path, tmp_path: Path
) -> None:
    (tmp_path / "wrong").write_text("x'" + "00" * 32 + "'\n")
    wrong = given | {"IRO_PASSPHRASE_FILE": str(tmp_path / "wrong")}
    with opened(env=own_environment(home) | wrong) as program:
        program.wait_for("One try so far")
        program.press(f"{RAW_KEY}\r")
        program.wait_for("No children yet")
        program.press(QUIT)
        assert program.wait() == 0


def test_the_smallest_window_says_what_it_needs_and_can_be_made_larger(
    given: dict[str, str], home: Path
) -> None:
    with opened(env=own_environment(home) | given, size=(5, 20)) as program:
        program.wait_for("80 by 24")
        program.resize(24, 80)
        program.wait_for("No children yet")
        program.press(QUIT)
        assert program.wait() == 0


def test_a_child_with_an_odd_reference_is_chaired_by_it(odd: dict[str, str], home: Path) -> None:
    with opened("chair", "../../x", env=own_environment(home) | odd) as program:
        program.wait_for("../../x · Review 2")
        program.press(QUIT)
        assert program.wait() == 0


def test_settings_that_would_only_fail_on_the_screen_are_told_before_it(
    given: dict[str, str], home: Path
) -> None:
    own = Path(given["IRO_SETTINGS"]) / "settings.toml"
    own.write_text('[keys]\n"meeting.decision" = "no such key"\n')
    with opened(env=own_environment(home) | given) as program:
        assert program.wait() == 2
        assert "“meeting.decision” cannot be on the key “no such key”" in program.written
        assert "\x1b" not in program.written
