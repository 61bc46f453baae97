"""The program in a terminal, as a process: it opens, it leaves nothing behind, it ends kindly."""

import stat
from pathlib import Path

import pytest

from tests.cli.running import own_environment
from tests.terminal import opened

FORM = (
    ("four odd old words", "F8 shows both"),
    ("four odd old words", "As the record is to be signed"),
    ("Ruth Hale", "As the record is to say it"),
    ("IRO", "Where a child can ring you"),
    ("01632 960 111", "Your Social Work England number"),
)
"""What is typed into each field in turn, and the hint that the next field then shows."""

QUIT = "\x11"


@pytest.fixture
def own_temp(tmp_path: Path, home: Path) -> dict[str, str]:
    folder = tmp_path / "tmp"
    folder.mkdir()
    return own_environment(home) | {"TMPDIR": str(folder), "IRO_TODAY": "2026-11-24"}


def left_behind(env: dict[str, str]) -> list[Path]:
    return list(Path(env["TMPDIR"]).glob("iro-demo-*"))


def test_the_fictional_caseload_opens_in_the_meeting_and_is_gone_at_exit(
    own_temp: dict[str, str],
) -> None:
    with opened("demo", env=own_temp) as iro:
        iro.wait_for("passphrase is demo")
        iro.wait_for("Amara · Review 4")
        (folder,) = left_behind(own_temp)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE((folder / "store").stat().st_mode) == 0o700
        iro.press(QUIT)
        assert iro.wait() == 0
    assert left_behind(own_temp) == []


def test_one_left_by_a_kill_goes_at_the_next_start(own_temp: dict[str, str]) -> None:
    with opened("demo", env=own_temp) as iro:
        iro.wait_for("Amara · Review 4")
        iro.kill()
    (left,) = left_behind(own_temp)
    with opened("demo", env=own_temp) as iro:
        iro.wait_for("passphrase is demo")
        assert left not in left_behind(own_temp)
        with opened("demo", env=own_temp) as second:
            second.wait_for("passphrase is demo")
            assert len(left_behind(own_temp)) == 2, "one that is in use is left alone"
            second.press(QUIT)
            second.wait()
        iro.press(QUIT)
        assert iro.wait() == 0


def test_chair_goes_straight_into_the_meeting(
    caseload: dict[str, str], own_temp: dict[str, str]
) -> None:
    with opened("chair", "DEMO-01", env=own_temp | caseload) as iro:
        iro.wait_for("Amara · Review 4")
        assert "Caseload" not in iro.written
        iro.press(QUIT)
        assert iro.wait() == 0


def test_chair_of_nobody_ends_with_a_sentence(
    caseload: dict[str, str], own_temp: dict[str, str]
) -> None:
    with opened("chair", "NOBODY", env=own_temp | caseload) as iro:
        assert iro.wait() == 1
        assert "NOBODY" in iro.written
        assert "Traceback" not in iro.written


def test_the_first_run_makes_a_store_and_the_next_one_asks_for_its_passphrase(
    own_temp: dict[str, str], tmp_path: Path
) -> None:
    env = own_temp | {"IRO_STORE": str(tmp_path / "mine")}
    with opened(env=env) as iro:
        iro.wait_for("Childline 0800 1111")
        for text, next_hint in FORM:
            iro.press(text)
            iro.wait_for("•" if "odd" in text else text[-1])
            iro.press("\t")
            iro.wait_for(next_hint)
        iro.press("\x13")
        iro.wait_for("No children yet")
        iro.press(QUIT)
        assert iro.wait() == 0
    assert stat.S_IMODE((tmp_path / "mine").stat().st_mode) == 0o700
    with opened(env=env) as iro:
        iro.wait_for("Passphrase")
        iro.press("four odd old words\r")
        iro.wait_for("No children yet")
        iro.press(QUIT)
        assert iro.wait() == 0


def test_a_small_terminal_says_how_large_it_has_to_be(own_temp: dict[str, str]) -> None:
    with opened("demo", env=own_temp, size=(20, 60)) as iro:
        iro.wait_for("80 by 24")
        iro.press(QUIT)
        assert iro.wait() == 0
