"""A date says what it is for, by which rule and how binding, and has one place to see to it."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from iro_tui.domain.caseload_words import away_words, count_words, working_days_words
from iro_tui.domain.due.dealt_with import DealtWith, dealt_with
from iro_tui.domain.due.items import DueItem
from iro_tui.domain.due_words import reason_words, rule_words, short_title
from iro_tui.domain.rules import Mark

TODAY = date(2026, 11, 24)
RECORD = DueItem(
    uuid4(),
    "record",
    "Record to write · review 3",
    date(2026, 12, 1),
    Mark.GUIDANCE,
    "15 working days after the day the review was completed",
    "IRO Handbook 2010",
)
DECISION = replace(
    RECORD, what="decision", title="Decision 3.2 · Priya Shah: Ask for a drum place, near school"
)


def test_a_date_says_its_rule_its_mark_and_where_it_stands() -> None:
    assert reason_words(RECORD) == (
        "Record to write · review 3: 15 working days after the day the review was completed"
        " · guidance: IRO Handbook 2010"
    )


def test_a_local_number_is_said_to_be_local() -> None:
    local = replace(RECORD, mark=Mark.LOCAL, source="Local practice: with the record")
    assert rule_words(local).endswith("· local: with the record")
    assert rule_words(replace(local, source="Local practice")).endswith("completed · local")
    assert rule_words(replace(local, rule="", source="Local practice")) == "local"


def test_a_decision_is_shortened_to_its_number_and_what_is_to_be_done() -> None:
    assert short_title(DECISION) == "3.2 Ask for a drum place, near school"
    assert short_title(replace(DECISION, title="Decision 1.1 · Buy sticks")) == "1.1 Buy sticks"
    assert short_title(RECORD) == RECORD.title


def test_days_left_are_said_as_one_says_them() -> None:
    assert [count_words(left) for left in (0, 1, 7, -2)] == ["today", "1 left", "7 left", "2 late"]
    assert working_days_words(-1) == "1 working day late"
    assert away_words(date(2026, 12, 3), TODAY, 7) == "7 working days left"
    assert away_words(date(2027, 11, 24), TODAY, 252) == "in 1 year"
    assert away_words(date(2035, 4, 5), TODAY, 2113) == "in 8 years"


@pytest.mark.parametrize(
    ("what", "place"),
    [
        ("review", DealtWith.PLAN),
        ("disruption_review", DealtWith.PLAN),
        ("decision", DealtWith.DECISIONS),
        ("record", DealtWith.WRITE_UP),
        ("letter", DealtWith.WRITE_UP),
        ("reconvene", DealtWith.MEETING),
        ("series_last_meeting", DealtWith.MEETING),
        ("invitations", DealtWith.DATES),
        ("care_plan_updated", DealtWith.DATES),
        ("health_assessment", DealtWith.DATES),
    ],
)
def test_every_date_has_a_place_where_it_is_dealt_with(what: str, place: DealtWith) -> None:
    assert dealt_with(replace(RECORD, what=what)) is place
