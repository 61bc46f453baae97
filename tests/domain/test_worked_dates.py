"""The worked examples D01 to D59: two independent programs agreed on every row."""

from datetime import date

import pytest

from iro_tui.domain.timescales import Timescales

# Example, rule, counted from, last lawful day, last working day on or before it (where given).
EXAMPLES = """
D01 first_review 2026-11-02 2026-11-30 -
D02 first_review 2026-11-27 2026-12-29 -
D03 first_review 2026-12-01 2026-12-31 -
D04 first_review 2026-12-12 2027-01-13 -
D05 first_review 2026-12-24 2027-01-26 -
D06 first_review 2026-12-25 2027-01-26 -
D07 first_review 2026-12-26 2027-01-26 -
D08 first_review 2026-12-31 2027-01-29 -
D09 first_review 2027-03-01 2027-03-31 -
D10 first_review 2027-03-26 2027-04-26 -
D11 first_review 2027-03-28 2027-04-26 -
D12 first_review 2027-04-12 2027-05-11 -
D13 first_review 2027-05-01 2027-06-01 -
D14 first_review 2027-05-07 2027-06-07 -
D15 first_review 2026-08-10 2026-09-08 -
D16 first_review 2026-08-16 2026-09-14 -
D17 first_review 2027-08-02 2027-08-31 -
D18 first_review 2027-12-01 2027-12-31 -
D19 first_review 2028-02-01 2028-02-29 -
D20 first_review 2028-03-20 2028-04-19 -
D21 second_review 2026-09-25 2026-12-25 2026-12-24
D22 second_review 2026-11-30 2027-02-28 2027-02-26
D23 second_review 2027-11-30 2028-02-29 2028-02-29
D24 second_review 2027-03-31 2027-06-30 2027-06-30
D25 second_review 2026-12-29 2027-03-29 2027-03-25
D26 subsequent_review 2026-08-31 2027-02-28 2027-02-26
D27 subsequent_review 2027-08-31 2028-02-29 2028-02-29
D28 subsequent_review 2028-02-29 2028-08-29 2028-08-29
D29 subsequent_review 2026-09-26 2027-03-26 2027-03-25
D30 subsequent_review 2026-09-29 2027-03-29 2027-03-25
D31 subsequent_review 2026-11-03 2027-05-03 2027-04-30
D32 subsequent_review 2026-11-30 2027-05-30 2027-05-28
D33 subsequent_review 2027-02-28 2027-08-28 2027-08-27
D34 subsequent_review 2027-06-28 2027-12-28 2027-12-24
D35 subsequent_review 2026-07-31 2027-01-31 2027-01-29
D36 adoption_placed_first 2026-11-27 2026-12-25 2026-12-24
D37 adoption_placed_second 2026-12-24 2027-03-24 2027-03-24
D38 adoption_authorised_first 2026-11-30 2027-02-28 2027-02-26
D39 disruption_earliest 2026-12-01 2026-12-29 -
D40 disruption_latest 2026-12-01 2027-01-12 2027-01-12
D41 short_breaks_first 2026-11-14 2027-02-14 2027-02-12
D42 secure_panel_first 2027-01-31 2027-02-28 2027-02-26
D43 social_worker_talk 2027-04-12 2027-03-18 -
D44 invitations 2027-04-12 2027-03-25 -
D45 social_worker_report 2027-04-12 2027-04-07 -
D46 social_worker_talk 2027-01-05 2026-12-10 -
D47 social_worker_report 2027-01-05 2026-12-30 -
D48 decisions 2026-12-17 2026-12-24 -
D49 manager_answer 2026-12-23 2027-01-04 -
D50 care_plan_updated 2026-12-17 2027-01-05 -
D51 record 2026-12-17 2027-01-12 -
D51 letter 2026-12-17 2027-01-12 -
D52 distribution 2026-12-17 2027-01-19 -
D53 record 2027-03-22 2027-04-14 -
D53 letter 2027-03-22 2027-04-14 -
D54 adjournment 2026-12-08 2027-01-08 -
D55 series_last_meeting 2027-08-09 2027-09-07 -
D56 dispute_total 2026-12-18 2027-01-20 -
D57 visit_first 2026-12-18 2026-12-25 -
D58 visit_six_weekly 2026-11-16 2026-12-28 -
D59 health_under_5 2026-08-31 2027-02-28 -
"""


def _rows() -> list[tuple[str, ...]]:
    return [tuple(line.split()) for line in EXAMPLES.strip().splitlines()]


@pytest.mark.parametrize("row", _rows(), ids="-".join)
def test_a_date_is_the_one_of_the_worked_example(
    row: tuple[str, ...], timescales: Timescales
) -> None:
    _, rule, counted_from, due_on, book_by = row

    due = timescales.due(rule, date.fromisoformat(counted_from))

    assert due.on.isoformat() == due_on
    if book_by != "-":
        assert due.book_by.isoformat() == book_by


def test_every_worked_example_is_there() -> None:
    assert {row[0] for row in _rows()} == {f"D{number:02}" for number in range(1, 60)}


def test_silence_counts_as_agreed_from_the_working_day_after_the_managers_five(
    timescales: Timescales,
) -> None:
    assert timescales.agreed_by_silence_on(date(2026, 12, 23)) == date(2027, 1, 5)
