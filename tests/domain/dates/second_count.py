"""A second computation of every date, which shares no code and no data with the program's.

It goes day by day through a calendar written out once, over holidays derived from the rules
(Easter by Gauss, first and last Mondays, substitutes) and the proclaimed days, which no rule can
tell. The amounts are typed here from the regulations and guidance, not read from data/.
"""

from collections.abc import Sequence
from datetime import date, timedelta

DAY = timedelta(days=1)
FIRST_LISTED, LAST_LISTED = date(2010, 1, 1), date(2060, 12, 31)

PROCLAIMED = {
    date(2011, 4, 29),
    date(2012, 6, 4),
    date(2012, 6, 5),
    date(2020, 5, 8),
    date(2022, 6, 2),
    date(2022, 6, 3),
    date(2022, 9, 19),
    date(2023, 5, 8),
}
MOVED = {date(2012, 5, 28), date(2020, 5, 4), date(2022, 5, 30)}
"""Late or early May holidays that were moved to a proclaimed day."""

# Rule, amount, unit (wd: working days), on or back, how binding.
RULES = """
first_review 20 wd on law
second_review 3 months on law
subsequent_review 6 months on law
before_care_ends 0 days on law
short_breaks_first 3 months on law
short_breaks_later 6 months on law
adoption_authorised_first 3 months on law
adoption_authorised_later 6 months on law
adoption_placed_first 4 weeks on law
adoption_placed_second 3 months on law
adoption_placed_later 6 months on law
disruption_earliest 28 days on law
disruption_latest 42 days on law
pathway_review 6 months on law
secure_panel_first 1 months on law
secure_panel_later 3 months on law
long_term_settled 12 months on guidance
long_term_meeting 12 months on guidance
series_last_meeting 20 wd on guidance
adjournment 20 wd on law
iro_named 5 wd on guidance
social_worker_talk 15 wd back guidance
invitations 10 wd back local
carer_report 10 wd back local
social_worker_report 3 wd back guidance
decisions 5 wd on guidance
manager_answer 5 wd on guidance
care_plan_updated 10 wd on guidance
record 15 wd on guidance
letter 15 wd on local
distribution 20 wd on guidance
midway_check 3 months on local
dispute_total 20 wd on guidance
decision_overdue 1 wd on local
waiting_for_service 12 weeks on local
soon 10 wd on local
visit_first 1 weeks on law
visit_six_weekly 6 weeks on law
visit_three_monthly 3 months on law
visit_weekly 1 weeks on law
visit_four_weekly 4 weeks on law
visit_care_order 1 weeks on law
visit_long_term 6 months on law
visit_adoption_first 1 weeks on law
visit_adoption_weekly 1 weeks on law
visit_short_breaks_first 3 months on law
visit_short_breaks_later 6 months on law
care_plan 10 wd on law
placement_plan 5 wd on law
temporary_approval 16 weeks on law
temporary_approval_extension 8 weeks on law
permanence 0 days on guidance
return_talk 3 days on guidance
short_break_year 12 months back law
health_assessment_first 0 days on law
health_under_5 6 months on law
health_from_5 12 months on law
dental 12 months on guidance
optician 12 months on local
sdq 12 months on guidance
pep_first 10 wd on guidance
pep_termly 0 days on guidance
ehcp 12 months on law
birthday_4 4 years on local
birthday_16 16 years on local
birthday_18 18 years on local
birthday_notice 6 months back local
pathway_eligible 13 weeks on law
pathway_assessment 3 months on law
pathway_plan 6 months on law
personal_adviser 16 years on law
staying_put 0 days on guidance
identity_papers 16 years on local
"""
RULE_ROWS = {row[0]: row[1:] for row in (line.split() for line in RULES.strip().splitlines())}


def easter(year: int) -> date:
    """Easter Sunday by Gauss, with his two exceptions."""
    a, b, c = year % 19, year % 4, year % 7
    k = year // 100
    m = (15 - (13 + 8 * k) // 25 + k - k // 4) % 30
    n = (4 + k - k // 4) % 7
    d = (19 * a + m) % 30
    e = (2 * b + 4 * c + 6 * d + n) % 7
    if e == 6 and (d == 29 or (d == 28 and a > 10)):
        e -= 7
    return date(year, 3, 22) + (d + e) * DAY


def monday_from(day: date) -> date:
    while day.isoweekday() != 1:
        day += DAY
    return day


def holidays_of(year: int) -> set[date]:
    found = {
        easter(year) - 2 * DAY,
        easter(year) + DAY,
        monday_from(date(year, 5, 1)),
        monday_from(date(year, 5, 25)),
        monday_from(date(year, 8, 25)),
    } - MOVED
    found |= {day for day in PROCLAIMED if day.year == year}
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        day = fixed
        while day.isoweekday() > 5 or day in found:
            day += DAY
        found.add(day)
    return found


HOLIDAYS = {day for year in range(2010, 2061) for day in holidays_of(year)}
"""Those of the years that are listed; beyond them no holiday is known to either count."""

CALENDAR = {str(day): day for day in (date(1985, 1, 1) + n * DAY for n in range(120 * 365))}
"""Every day there is, by the way it is written: a day that cannot be is not among them."""


def counts(day: date) -> bool:
    return day.isoweekday() < 6 and day not in HOLIDAYS


def walked(day: date, count: int, step: timedelta = DAY) -> date:
    """The count-th working day from a day, which itself is day 0, going day by day."""
    passed = 0
    while passed < count:
        day += step
        passed += counts(day)
    return day


def booked_by(day: date) -> date:
    while not counts(day):
        day -= DAY
    return day


def months_on(day: date, count: int) -> date:
    """The same day number, by walking through the calendar month by month, on or back."""
    year, month = day.year, day.month
    for _ in range(count):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for _ in range(-count):
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    number = day.day
    while f"{year}-{month:02}-{number:02}" not in CALENDAR:
        number -= 1
    return CALENDAR[f"{year}-{month:02}-{number:02}"]


def birthday_at(born: date, age: int) -> date:
    year = born.year + age
    return CALENDAR.get(f"{year}-{str(born)[5:]}") or CALENDAR[f"{year}-03-01"]


def by_rule(rule: str, day: date) -> date:
    """The date that a rule of the table above gives."""
    amount, unit, way, _ = RULE_ROWS[rule]
    count, step = int(amount), -1 if way == "back" else 1
    match unit:
        case "wd":
            return walked(day, count, step * DAY)
        case "months":
            return months_on(day, step * count)
        case "years":
            return birthday_at(day, step * count)
        case _:
            return day + count * step * DAY * (7 if unit == "weeks" else 1)


def told_by_rule(rule: str, day: date) -> tuple[date, date, list[date], bool]:
    """Date, day to book by, holidays on weekdays left out, and whether all of it is listed."""
    on = by_rule(rule, day)
    book_by = booked_by(on)
    if RULE_ROWS[rule][1] != "wd":
        return on, book_by, [], FIRST_LISTED <= book_by <= on <= LAST_LISTED
    passed = [min(day, on) + n * DAY for n in range(abs((on - day).days) + 1)]
    left_out = [one for one in passed if one.isoweekday() < 6 and not counts(one)]
    return on, book_by, left_out, passed[0] >= FIRST_LISTED and passed[-1] <= LAST_LISTED


def days_left(today: date, due: date) -> int:
    """Working days left, by counting them one by one; late is at least one day late."""
    first, last = min(today, due), max(today, due)
    between = sum(counts(first + n * DAY) for n in range(1, (last - first).days + 1))
    return -max(between, 1) if due < today else between


def next_of_cycle(cycle: str, start: date | None, held: Sequence[date]) -> tuple[int, date]:
    """Number and date of the next review of a cycle, after those held since it started."""
    number = len(held) + 1
    match cycle, number:
        case (("looked_after" | "remand"), 1):
            assert start is not None
            return number, walked(start, 20)
        case (("looked_after" | "remand"), 2):
            return number, months_on(held[-1], 3)
        case (("short_breaks" | "adoption_authorised"), 1):
            assert start is not None
            return number, months_on(start, 3)
        case "adoption_placed", 1:
            assert start is not None
            return number, start + 28 * DAY
        case "adoption_placed", 2:
            return number, months_on(held[-1], 3)
        case _:
            return number, months_on(held[-1], 6)
