from datetime import date

from iro_tui.domain.due.by_age import health_assessment_due, pathway_assessment_due
from iro_tui.domain.timescales import Timescales


def test_n12_a_pathway_assessment_is_due_three_months_after_sixteen(
    timescales: Timescales,
) -> None:
    assert pathway_assessment_due(date(2010, 11, 30), timescales).on == date(2027, 2, 28)


def test_a_pathway_assessment_counts_from_becoming_eligible_where_that_is_later(
    timescales: Timescales,
) -> None:
    due = pathway_assessment_due(date(2010, 11, 30), timescales, date(2027, 1, 15))

    assert due.on == date(2027, 4, 15)


def test_n13_a_fifth_birthday_within_six_months_makes_it_twelve(timescales: Timescales) -> None:
    due = health_assessment_due(date(2022, 5, 1), date(2027, 1, 12), timescales)

    assert due.on == date(2028, 1, 12)


def test_n14_under_five_a_health_assessment_follows_after_six_months(
    timescales: Timescales,
) -> None:
    due = health_assessment_due(date(2022, 5, 1), date(2026, 8, 31), timescales)

    assert due.on == date(2027, 2, 28)


def test_a_fifth_birthday_on_the_very_day_makes_it_twelve_months(timescales: Timescales) -> None:
    due = health_assessment_due(date(2022, 7, 12), date(2027, 1, 12), timescales)

    assert due.on == date(2028, 1, 12)
