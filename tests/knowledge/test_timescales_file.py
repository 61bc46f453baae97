import tomllib
from datetime import date
from pathlib import Path

import pytest

from iro_tui.domain.choices import ReviewDateBasis
from iro_tui.domain.rules import Mark, Unit
from iro_tui.domain.timescales import RULE_IDS, Timescales
from iro_tui.errors import KnowledgeError
from iro_tui.knowledge.reading import Table, data_folder, read_toml
from iro_tui.knowledge.source import Source, SourceText
from iro_tui.knowledge.timescales import timescales_from
from tools.write_bank_holidays import bank_holidays, rewritten

# The worked list of weekday holidays that the examples were counted with.
WORKED = {
    2026: ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"],
    2027: ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"],
    2028: ["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"],
}


def read(own: Path | None = None) -> Timescales:
    shipped = read_toml("timescales.toml")
    return timescales_from(read_toml("timescales.toml", own), shipped if own else None)


def with_own(folder: Path, text: str) -> Timescales:
    (folder / "timescales.toml").write_text(text, encoding="utf-8")
    return read(folder)


def test_the_bank_holidays_are_those_of_the_package() -> None:
    package = {day for days in bank_holidays().values() for day in days}

    assert read().working_days.holidays == package
    assert (read().working_days.first_year, read().working_days.last_year) == (2010, 2060)


def test_the_file_is_as_the_script_would_write_it() -> None:
    text = (data_folder() / "timescales.toml").read_text(encoding="utf-8")

    assert rewritten(text) == text


@pytest.mark.parametrize("year", WORKED)
def test_the_bank_holidays_are_those_of_the_worked_list(year: int) -> None:
    listed = sorted(day for day in read().working_days.holidays if day.year == year)

    assert [f"{day:%m-%d}" for day in listed] == WORKED[year]


def test_every_rule_names_its_source_and_how_binding_it_is() -> None:
    rules = read().rules

    assert rules.keys() >= RULE_IDS
    assert all(rule.source and rule.counted_from for rule in rules.values())
    assert {rule.mark for rule in rules.values()} == set(Mark)


def test_only_what_the_law_leaves_open_is_a_setting() -> None:
    settings = {rule.setting: rule for rule in read().rules.values() if rule.setting}

    assert {name for name, rule in settings.items() if rule.mark is Mark.LAW} == {"secure_first"}
    assert settings["letter_wd"].mark is Mark.LOCAL


def test_an_extra_day_and_a_removed_day_are_edits(tmp_path: Path) -> None:
    found = with_own(
        tmp_path,
        '[extra_days]\n"2027-06-01" = "A day of thanks"\n'
        '[removed_days]\n"2027-05-31" = "Moved to the day after"\n',
    )

    assert not found.working_days.is_working_day(date(2027, 6, 1))
    assert found.working_days.is_working_day(date(2027, 5, 31))


def test_a_service_may_set_its_own_midway_check(tmp_path: Path) -> None:
    found = with_own(tmp_path, '[rules.midway_check]\namount = 8\nunit = "weeks"\n')

    rule = found.rules["midway_check"]
    assert (rule.amount, rule.unit, rule.mark) == (8, Unit.WEEKS, Mark.LOCAL)
    assert rule.words == "8 weeks after the day the review was held"


def test_a_number_of_the_services_own_is_local_and_says_what_it_stands_instead_of(
    tmp_path: Path,
) -> None:
    found = with_own(
        tmp_path,
        "[rules.decisions]\namount = 7\n"
        '[rules.record]\namount = 10\nsource = "Our review policy"\n'
        '[rules.distribution]\ncounted_from = "the last meeting"\n',
    ).rules

    assert {found[name].mark for name in ("decisions", "record")} == {Mark.LOCAL}
    assert found["decisions"].source == (
        "This service's own number instead of 5 working days (guidance: IRO Handbook 2010)"
    )
    assert found["record"].source == "Our review policy"
    assert found["distribution"].mark is Mark.GUIDANCE


def test_a_service_may_make_its_own_choices(tmp_path: Path) -> None:
    found = with_own(
        tmp_path, '[choices]\nearly_review_resets = false\nreview_date_basis = "completion"\n'
    )

    assert found.choices.early_review_resets is False
    assert found.choices.review_date_basis is ReviewDateBasis.COMPLETION
    assert found.choices.remote_is_attending is True


def test_another_number_than_the_laws_needs_a_reason(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"rules\.second_review\.amount.*3 months") as refused:
        with_own(tmp_path, "[rules.second_review]\namount = 2\n")
    assert "reason" in refused.value.hint

    found = with_own(
        tmp_path, '[rules.second_review]\namount = 2\nreason = "Pilot of the region"\n'
    )
    assert found.rules["second_review"].reason == "Pilot of the region"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[rules.letter]\namount = -1\n", r"line 2: rules\.letter\.amount"),
        ('[rules.letter]\nunit = "fortnights"\n', r"rules\.letter\.unit"),
        ('[rules.letter]\ncolour = "red"\n', r"rules\.letter\.colour"),
        ('[rules.tea]\namount = 3\nunit = "days"\n', r"rules\.tea\.counted_from"),
        ("[bank_holidays]\n2027 = [2026-12-25]\n", r"bank_holidays\.2027"),
        ("[bank_holidays]\n2070 = [2070-12-25]\n", "bank_holidays: leaves a year out"),
        ('[bank_holidays]\n2027 = ["christmas"]\n', r"bank_holidays\.2027"),
        ("[bank_holidays]\nsoon = [2027-12-25]\n", r"bank_holidays\.soon"),
        ('[extra_days]\nchristmas = "x"\n', r"extra_days\.christmas"),
        ('[choices]\nearly_review_resets = "yes"\n', r"choices\.early_review_resets"),
        ("[choice]\n", "choice"),
    ],
)
def test_what_is_wrong_in_a_services_own_file_is_named(
    tmp_path: Path, text: str, says: str
) -> None:
    with pytest.raises(KnowledgeError, match=says):
        with_own(tmp_path, text)


@pytest.mark.parametrize("path", [("rules", "letter"), ("bank_holidays", "")])
def test_what_the_program_counts_by_is_to_be_there(path: tuple[str, str]) -> None:
    text = (data_folder() / "timescales.toml").read_text(encoding="utf-8")
    values = tomllib.loads(text)
    table, key = path
    values[table] = {name: value for name, value in values[table].items() if key and name != key}

    with pytest.raises(KnowledgeError, match=f"{'.'.join(filter(None, path))}: is missing"):
        timescales_from(Table(values, Source((SourceText("data/timescales.toml", text),))))
