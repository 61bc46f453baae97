"""The groups of a caseload: their words, their order, and which children they want."""

from datetime import date

import pytest

from iro_tui.domain.caseload import DueState, Wanted
from iro_tui.domain.caseload_groups import iro_groups, kind_groups, month_groups, state_groups
from iro_tui.domain.timescales import Timescales

TODAY = date(2026, 11, 24)


def test_states_come_late_first_and_each_wants_its_days(timescales: Timescales) -> None:
    counts = {
        DueState.OVERDUE: 3,
        DueState.DUE_SOON: 5,
        DueState.IN_TIME: 0,
        DueState.NONE: 1,
    }
    late, soon, none = state_groups(counts, TODAY, timescales)
    assert [group.words for group in (late, soon, none)] == [
        "Late",
        "Soon: within 10 working days",
        "No date",
    ]
    assert late.wanted == Wanted(last_day=date(2026, 11, 23))
    assert soon.wanted == Wanted(first_day=TODAY, last_day=date(2026, 12, 8))
    assert none.wanted.without_date
    assert (late.count, soon.count, none.count) == (3, 5, 1)


def test_months_follow_each_other_and_want_their_first_to_last_day() -> None:
    february, march, none = month_groups({"2027-03": 1, "": 4, "2027-02": 2})
    assert [february.words, march.words, none.words] == ["February 2027", "March 2027", "No date"]
    assert february.wanted == Wanted(first_day=date(2027, 2, 1), last_day=date(2027, 2, 28))
    assert (february.count, none.count) == (2, 4)


def test_kinds_are_said_in_words_and_one_that_is_new_comes_last() -> None:
    groups = kind_groups({"some_new_kind": 1, "": 2, "second": 3, "first": 4})
    assert [group.words for group in groups] == [
        "First reviews",
        "Second reviews",
        "No review due",
        "Some new kind",
    ]


@pytest.mark.parametrize(("chair", "words"), [("Ruth Hale", "Ruth Hale"), ("", "You")])
def test_the_chairs_own_children_come_first(chair: str, words: str) -> None:
    mine, imran = iro_groups({"Imran Shah": 2, "": 5}, chair)
    assert (mine.words, mine.wanted) == (words, Wanted(iro=""))
    assert (imran.words, imran.count) == ("Imran Shah", 2)


def test_what_is_wanted_twice_is_wanted_by_both() -> None:
    late = Wanted("amara", last_day=date(2026, 11, 23))
    november = Wanted(first_day=date(2026, 11, 1), last_day=date(2026, 11, 30), iro="Imran Shah")
    assert late.narrowed(november) == Wanted(
        "amara",
        first_day=date(2026, 11, 1),
        last_day=date(2026, 11, 23),
        iro="Imran Shah",
    )
    assert late.narrowed(Wanted()) == late
