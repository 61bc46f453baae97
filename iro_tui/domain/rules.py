"""A rule of the calendar, and a date that explains itself by its rule."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from iro_tui.domain.dates.working_days import WorkingDays, add_months, birthday


class Mark(StrEnum):
    """How binding a rule is: statute, statutory guidance, or a council's own choice."""

    LAW = "law"
    GUIDANCE = "guidance"
    LOCAL = "local"


class Unit(StrEnum):
    """What a rule counts."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"

    def words(self, amount: int) -> str:
        """Return an amount in words: "20 working days", "1 month"."""
        plural = self.value.replace("_", " ")
        return f"{amount} {plural if amount != 1 else plural.removesuffix('s')}"


@dataclass(frozen=True)
class Rule:
    """One rule of data/timescales.toml.

    `counted_from` says in words what the count starts at ("the day the child became looked
    after"); `before` counts back instead of on; `source` names regulation or guidance; `setting`
    is the name under which a service may choose its own amount, empty where the law sets it;
    `reason` is the service's own for another amount than the law's.
    """

    id: str
    amount: int
    unit: Unit
    counted_from: str
    mark: Mark
    source: str
    before: bool = False
    setting: str = ""
    reason: str = ""

    @property
    def words(self) -> str:
        """The rule in words: "20 working days after the day the child became looked after"."""
        direction = "before" if self.before else "after"
        if self.amount == 0:
            return f"on {self.counted_from}"
        return f"{self.unit.words(self.amount)} {direction} {self.counted_from}"

    def date_from(self, day: date, working_days: WorkingDays) -> date:
        """Return the last day that keeps the rule, counted from a day, which itself is day 0.

        Days, weeks, months and years are calendar time, not moved off a weekend or holiday.
        """
        amount = -self.amount if self.before else self.amount
        match self.unit:
            case Unit.WORKING_DAYS if self.before:
                return working_days.before(day, self.amount)
            case Unit.WORKING_DAYS:
                return working_days.after(day, self.amount)
            case Unit.DAYS:
                return day + timedelta(days=amount)
            case Unit.WEEKS:
                return day + timedelta(weeks=amount)
            case Unit.MONTHS:
                return add_months(day, amount)
            case Unit.YEARS:
                return birthday(day, amount)


@dataclass(frozen=True)
class DueDate:
    """The date that follows from a rule and a day, and why.

    `on` is the last lawful day; `book_by` the last working day on or before it; `left_out` the
    holidays on weekdays that a count of working days passed over. Where not `holidays_known`, the
    bank holidays that `on` or `book_by` hang on are not listed, and the date is to be checked.
    """

    rule: Rule
    counted_from: date
    on: date
    book_by: date
    left_out: tuple[date, ...] = ()
    holidays_known: bool = True

    @property
    def source(self) -> str:
        """The regulation or guidance behind the date."""
        return self.rule.source

    @property
    def mark(self) -> Mark:
        """How binding the date is."""
        return self.rule.mark


def due_date(rule: Rule, counted_from: date, working_days: WorkingDays) -> DueDate:
    """Return the date that follows from a rule and a day."""
    on = rule.date_from(counted_from, working_days)
    book_by = working_days.on_or_before(on)
    first, last = sorted((counted_from, on))
    counts_working_days = rule.unit is Unit.WORKING_DAYS
    needed = (first, last) if counts_working_days else (book_by, on)
    return DueDate(
        rule=rule,
        counted_from=counted_from,
        on=on,
        book_by=book_by,
        left_out=working_days.holidays_within(first, last) if counts_working_days else (),
        holidays_known=all(working_days.knows(day) for day in needed),
    )
