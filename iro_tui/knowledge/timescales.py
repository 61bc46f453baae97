"""Reading data/timescales.toml: the rules of the calendar, and the bank holidays."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from iro_tui.domain.choices import Choices, DisputeTotalFrom, ReviewDateBasis
from iro_tui.domain.dates.working_days import WorkingDays
from iro_tui.domain.events import EVENT_RULE_IDS
from iro_tui.domain.rules import Mark, Rule, Unit
from iro_tui.domain.timescales import RULE_IDS, Timescales
from iro_tui.knowledge.reading import Table, read_toml

LARGEST_AMOUNT = 1000


def read_timescales(overrides: Path | None = None) -> Timescales:
    """Return the timescales of data/, with those of a service's own folder laid over them.

    Raises KnowledgeError with file, line and key.
    """
    ours = read_toml("timescales.toml")
    if overrides is None or not (overrides / "timescales.toml").exists():
        return timescales_from(ours)
    return timescales_from(read_toml("timescales.toml", overrides), shipped=ours)


def timescales_from(file: Table, shipped: Table | None = None) -> Timescales:
    """Return the timescales.

    `shipped` is our file alone, where a service's own lies over it in `file`: another amount for
    a rule of the law needs a `reason`, and every number of the service's own is marked local.
    Raises KnowledgeError with file, line and key.
    """
    file.only("as_on", "rules", "choices", "bank_holidays", "extra_days", "removed_days")
    rules = {
        rule_id: _rule_from(rule_id, table) for rule_id, table in file.table("rules").entries()
    }
    for rule_id in (RULE_IDS | EVENT_RULE_IDS) - rules.keys():
        raise file.broken(f"rules.{rule_id}", "is missing", hint="The program counts by this rule.")
    if shipped is not None:
        ours = timescales_from(shipped).rules
        _check_law(file.table("rules"), rules, ours)
        rules = {name: _told_apart(rule, ours.get(name, rule)) for name, rule in rules.items()}
    return Timescales(_working_days_from(file), rules, _choices_from(file.table("choices")))


def _rule_from(rule_id: str, table: Table) -> Rule:
    table.only("amount", "unit", "counted_from", "mark", "source", "before", "setting", "reason")
    amount = table.whole("amount")
    if not 0 <= amount <= LARGEST_AMOUNT:
        raise table.broken("amount", f"{amount} is not between 0 and {LARGEST_AMOUNT}")
    return Rule(
        id=rule_id,
        amount=amount,
        unit=table.one_of("unit", Unit),
        counted_from=table.text("counted_from"),
        mark=table.one_of("mark", Mark),
        source=table.text("source"),
        before=table.flag("before", default=False),
        setting=table.text("setting", ""),
        reason=table.text("reason", ""),
    )


def _check_law(table: Table, rules: dict[str, Rule], ours: Mapping[str, Rule]) -> None:
    for rule_id, law in ours.items():
        rule = rules[rule_id]
        is_other = (rule.amount, rule.unit, rule.mark) != (law.amount, law.unit, law.mark)
        if law.mark is Mark.LAW and is_other and not rule.reason.strip():
            raise table.table(rule_id).broken(
                "amount",
                f"the law says {law.unit.words(law.amount)}",
                hint='Another amount needs a line that says why: reason = "...".',
            )


def _told_apart(rule: Rule, ours: Rule) -> Rule:
    """Return a rule as local, with what it stands instead of, where a service set the number."""
    if (rule.amount, rule.unit) == (ours.amount, ours.unit):
        return rule
    source = rule.source
    if source == ours.source:
        instead = f"{ours.unit.words(ours.amount)} ({ours.mark}: {source})"
        source = f"This service's own number instead of {instead}"
    return replace(rule, mark=Mark.LOCAL, source=source)


def _working_days_from(file: Table) -> WorkingDays:
    table = file.table("bank_holidays")
    years = [_year(table, key) for key in table.keys]
    if not years:
        raise file.broken("bank_holidays", "is missing", hint="It holds one line a year.")
    if sorted(years) != list(range(min(years), max(years) + 1)):
        raise file.broken("bank_holidays", "leaves a year out")
    listed = {day for key in table.keys for day in table.days(key)}
    listed |= _days_from(file.table("extra_days"))
    listed -= _days_from(file.table("removed_days"))
    return WorkingDays(frozenset(listed), min(years), max(years))


def _year(table: Table, key: str) -> int:
    if not key.isdecimal() or any(day.year != int(key) for day in table.days(key)):
        raise table.broken(key, "is not a year with the days of that year")
    return int(key)


def _days_from(table: Table) -> set[date]:
    """Return the days of a table of dates in quotation marks, each with what it is for."""
    days = set()
    for written in table.words():
        try:
            days.add(date.fromisoformat(written))
        except ValueError:
            raise table.broken(
                written, "is no date", hint='Write "2030-06-03" = "what it is for".'
            ) from None
    return days


def _choices_from(table: Table) -> Choices:
    ours = Choices()
    table.only(*vars(ours))
    return Choices(
        early_review_resets=table.flag("early_review_resets", default=ours.early_review_resets),
        review_date_basis=table.one_of(
            "review_date_basis", ReviewDateBasis, ours.review_date_basis
        ),
        remote_is_attending=table.flag("remote_is_attending", default=ours.remote_is_attending),
        midway_check=table.flag("midway_check", default=ours.midway_check),
        dispute_total_from=table.one_of(
            "dispute_total_from", DisputeTotalFrom, ours.dispute_total_from
        ),
    )
