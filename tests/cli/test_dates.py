"""`iro dates`, as a command: no store, no passphrase, one JSON value or plain English."""

import json
from pathlib import Path
from typing import Any

import pytest

from iro_tui.domain.events import EVENTS, option_of
from tests.cli.running import Iro

LAW = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33(1)"


def answer(iro: Iro, *args: str, env: dict[str, str] | None = None) -> dict[str, Any]:
    done = iro("dates", *args, "--json", env=env)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def refused(iro: Iro, *args: str) -> str:
    """Return what was said on standard error, two lines at most, and nothing else anywhere."""
    done = iro("dates", *args)
    assert done.returncode == 2, done.stdout
    assert done.stdout == ""
    assert 1 <= len(done.stderr.splitlines()) <= 2
    assert "Traceback" not in done.stderr
    return " ".join(done.stderr.split())


def test_a_date_in_json_has_the_keys_of_the_contract(iro: Iro, home: Path) -> None:
    stores_before = set(home.rglob("*.db"))
    found = answer(iro, "--looked-after-from", "2026-12-08")

    assert list(found) == ["first_review_due"]
    due = found["first_review_due"]
    assert list(due)[:5] == ["date", "book_by", "rule", "source", "mark"]
    assert (due["date"], due["book_by"]) == ("2027-01-08", "2027-01-08")
    assert due["rule"] == "20 working days after the day the child became looked after"
    assert (due["source"], due["mark"]) == (LAW, "law")
    assert due["left_out"] == ["2026-12-25", "2026-12-28", "2027-01-01"]
    assert due["holidays_known"] is True
    assert set(home.rglob("*.db")) == stores_before


def test_in_plain_english_it_says_why(iro: Iro) -> None:
    done = iro("dates", "--looked-after-from", "2026-12-08")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "First review due  Fri 8 Jan 2027\n"
        "  20 working days after Tuesday 8 December 2026, leaving out 25 and 28 December and"
        " 1 January\n"
        f"  law: {LAW}\n"
    )


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.id)
def test_every_event_has_its_option_and_its_dates(here: Iro, event: Any) -> None:
    found = answer(here, option_of(event), "2026-12-10")

    assert list(found) == [one.name for one in event.dates]


def test_events_that_go_together_are_told_together(here: Iro) -> None:
    found = answer(here, "--born", "2015-05-01", "--review-held", "2026-12-10")

    assert list(found)[-1] == "next_review_due"
    assert len(found) == 4


def test_json_may_be_asked_for_before_the_command(here: Iro) -> None:
    done = here("--json", "dates", "--escalated", "2026-12-18")

    assert json.loads(done.stdout)["resolution_due"]["date"] == "2027-01-20"


def test_an_event_given_twice_with_the_same_day_is_one(here: Iro) -> None:
    assert answer(here, *("--born", "2015-05-01") * 2)


def test_beyond_the_list_it_says_so(here: Iro) -> None:
    found = answer(here, "--review-completed", "2060-12-20")
    assert found["decisions_due"]["holidays_known"] is True
    assert found["record_due"]["holidays_known"] is False

    assert "holidays not known" in here("dates", "--born", "2060-12-20").stdout


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ("--born 2026-02-30", "--born: There is no day 2026-02-30."),
        ("--born 2027-02-29", "There is no day 2027-02-29."),
        ("--born 2026-13-01", "There is no day 2026-13-01."),
        ("--born 30/2/2026", "YYYY-MM-DD"),
        ("--born 2026-1-5", "YYYY-MM-DD"),
        ("--born 20260105", "YYYY-MM-DD"),
        ("--born 2026-W05-1", "YYYY-MM-DD"),
        ("--born today", "YYYY-MM-DD"),
        ("--born ", "YYYY-MM-DD"),
        ("--born \x1b[31m", "\\u001b"),
        ("--born ٢٠٢٦-٠١-٠١", "There is no day"),
        ("--born 1999-12-31", "from 2000 to 2099"),
        ("--born 9999-12-31", "from 2000 to 2099"),
        ("--born 0000-01-01", "There is no day"),
        ("--born", "requires an argument"),
        ("--birthday 2026-01-01", "--birthday"),
        ("--bor 2026-01-01", "--bor"),
        ("2026-01-01", "unexpected extra argument"),
        ("--store x --born 2026-01-01", "--store"),
        ("", "No event was given"),
        ("--born 2026-01-01 --born 2026-01-02", "2026-01-01 and 2026-01-02"),
        ("--authorised-for-adoption 2026-01-05 --placed-for-adoption 2026-03-01", "each give"),
        (
            "--looked-after-from 2026-11-02 --first-review-held 2026-11-01",
            "the first review was held on 2026-11-01, before the child became looked after",
        ),
        ("--review-completed 2026-11-02 --review-held 2026-11-03", "was completed on 2026-11-02"),
        ("--decisions-received 2026-11-01 --review-completed 2026-11-02", "received the decisions"),
        ("--escalated 2014-11-01 --born 2015-11-02", "before the child was born"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(here: Iro, args: str, says: str) -> None:
    assert says in refused(here, *(args.split(" ") if args else []))


def test_a_services_own_numbers_count_and_are_told_as_its_own(here: Iro, tmp_path: Path) -> None:
    (tmp_path / "timescales.toml").write_text("[rules.decisions]\namount = 7\n", encoding="utf-8")
    own = {"IRO_SETTINGS": str(tmp_path)}

    found = answer(here, "--review-completed", "2026-12-17", env=own)["decisions_due"]

    assert (found["date"], found["mark"]) == ("2026-12-30", "local")
    assert "instead of 5 working days (guidance: IRO Handbook 2010)" in found["source"]


def test_a_broken_file_of_the_services_own_is_named(here: Iro, tmp_path: Path) -> None:
    (tmp_path / "timescales.toml").write_text("[rules.decisions]\namount = -7\n", encoding="utf-8")

    done = here("dates", "--born", "2015-01-01", env={"IRO_SETTINGS": str(tmp_path)})

    assert done.returncode == 1
    assert "timescales.toml, line 2" in done.stderr


def test_other_files_of_the_settings_are_not_read(here: Iro, tmp_path: Path) -> None:
    for name in ("agenda.toml", "settings.toml"):
        (tmp_path / name).write_text("broken", encoding="utf-8")

    assert answer(here, "--born", "2015-01-01", env={"IRO_SETTINGS": str(tmp_path)})
