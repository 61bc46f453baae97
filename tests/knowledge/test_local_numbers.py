"""Every number that a council may choose can be set, and is told as local from then on."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from iro_tui.domain.choices import Choices, DisputeTotalFrom, ReviewDateBasis
from iro_tui.domain.rules import Mark
from iro_tui.knowledge import Knowledge
from iro_tui.settings import DIARY_NAMES, read_settings

WithOwn = Callable[..., Knowledge]
CHANGING = Path(__file__).parents[2] / "docs" / "changing.md"
DAY = date(2026, 12, 17)

NUMBERS = {
    "midway_months": "midway_check",
    "iro_named_wd": "iro_named",
    "prep_talk_wd": "social_worker_talk",
    "invitations_wd": "invitations",
    "sw_report_wd": "social_worker_report",
    "carer_report_wd": "carer_report",
    "decisions_wd": "decisions",
    "manager_answer_wd": "manager_answer",
    "care_plan_wd": "care_plan_updated",
    "record_wd": "record",
    "letter_wd": "letter",
    "distribution_wd": "distribution",
    "dispute_total_wd": "dispute_total",
    "secure_first": "secure_panel_first",
    "long_term_meeting_months": "long_term_meeting",
    "soon_wd": "soon",
}
"""The settings of the house that are numbers, each with its rule."""

CHOICES: dict[str, tuple[str, Any]] = {
    "early_review_resets": ("false", False),
    "review_date_basis": ('"completion"', ReviewDateBasis.COMPLETION),
    "remote_is_attending": ("false", False),
    "midway_check": ("false", False),
    "dispute_total_from": ('"informal"', DisputeTotalFrom.INFORMAL),
}
"""The settings that are no number, each with what a service may write instead of ours."""


def block_under(heading: str) -> str:
    """Return the first example under a heading of docs/changing.md."""
    below = CHANGING.read_text(encoding="utf-8").partition(f"## {heading}\n")[2]
    return below.partition("```toml\n")[2].partition("```")[0]


@pytest.mark.parametrize(("setting", "rule_id"), NUMBERS.items())
def test_a_number_can_be_set_and_is_told_as_local(
    with_own: WithOwn, knowledge: Knowledge, setting: str, rule_id: str
) -> None:
    ours = knowledge.timescales.due(rule_id, DAY)
    assert ours.rule.setting == setting
    text = f'[rules.{rule_id}]\namount = {ours.rule.amount + 2}\nreason = "Agreed here"\n'
    theirs = with_own(text, name="timescales.toml").timescales.due(rule_id, DAY)
    assert theirs.on != ours.on
    assert theirs.mark is Mark.LOCAL
    assert ours.rule.unit.words(ours.rule.amount) in theirs.source


def test_there_is_no_other_setting_that_is_a_number(knowledge: Knowledge) -> None:
    named = {rule.setting for rule in knowledge.timescales.rules.values()} - {""}
    assert named == set(NUMBERS)


@pytest.mark.parametrize("choice", CHOICES)
def test_a_choice_can_be_made(with_own: WithOwn, choice: str) -> None:
    written, value = CHOICES[choice]
    own = with_own(f"[choices]\n{choice} = {written}\n", name="timescales.toml")
    assert getattr(own.timescales.choices, choice) == value
    assert getattr(Choices(), choice) != value


def test_there_is_no_other_choice() -> None:
    assert set(vars(Choices())) == set(CHOICES)


def test_the_guide_to_changing_names_every_number_with_its_entry_and_every_choice() -> None:
    text = CHANGING.read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| `(\w+)` \| `\[rules\.(\w+)\]`", text, re.MULTILINE))
    assert listed == NUMBERS
    assert [name for name in CHOICES if f"| `{name}` |" not in text] == []


def test_the_example_of_own_numbers_does_what_the_guide_says(with_own: WithOwn) -> None:
    own = with_own(block_under("Your service's own numbers"), name="timescales.toml").timescales
    assert own.due("midway_check", date(2026, 11, 12)).on == date(2027, 1, 7)
    letter = own.due("letter", DAY)
    assert letter.on == date(2027, 1, 5)
    assert (letter.mark, letter.source) == (Mark.LOCAL, "Our letters to children, 2026")
    assert not own.choices.early_review_resets


def test_the_example_of_ones_own_settings_is_read(tmp_path: Path) -> None:
    text = block_under("Your own settings")
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
    settings = read_settings(tmp_path)
    assert settings.diary_names in DIARY_NAMES
    assert settings.diary_places
    assert (settings.diary_minutes, settings.diary_alarm) == (60, 30)
    assert settings.keys == {"meeting.decision": "f11"}
