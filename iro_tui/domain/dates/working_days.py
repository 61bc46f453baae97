"""Working days and months, counted as the regulations count them."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class WorkingDays:
    """The working days of England.

    A working day is not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in
    England and Wales (CPPCR Regulations 2010, regulation 2). `holidays` are listed for every year
    from `first_year` to `last_year`; `knows` says whether a count can be relied on.
    """

    holidays: frozenset[date]
    first_year: int
    last_year: int

    @cached_property
    def _on_weekdays(self) -> tuple[date, ...]:
        return tuple(sorted(day for day in self.holidays if day.weekday() < 5))

    def is_working_day(self, day: date) -> bool:
        """Whether people work on this day; council closures and school holidays do not count."""
        return day.weekday() < 5 and day not in self.holidays

    def after(self, day: date, count: int) -> date:
        """Return the count-th working day after a day, which itself is day 0."""
        for _ in range(count):
            day = self._next(day + ONE_DAY, ONE_DAY)
        return day

    def before(self, day: date, count: int) -> date:
        """Return the count-th working day before a day, which itself is day 0."""
        for _ in range(count):
            day = self._next(day - ONE_DAY, -ONE_DAY)
        return day

    def on_or_before(self, day: date) -> date:
        """Return the day, or the last working day before it where it is none: book by then."""
        return self._next(day, -ONE_DAY)

    def between(self, start: date, end: date) -> int:
        """Return how many working days there are after `start`, up to and with `end`.

        Negative when `end` is the earlier one; swapping the two changes only the sign.
        """
        if end < start:
            return -self.between(end, start)
        on_weekdays = self._on_weekdays
        taken_out = bisect_right(on_weekdays, end) - bisect_right(on_weekdays, start)
        return _weekdays_until(end) - _weekdays_until(start) - taken_out

    def left(self, today: date, due: date) -> int:
        """Return how many working days are left until a due date: 0 on the day, negative if late.

        A date that passed over a weekend is one working day late from the day after it.
        """
        if due < today:
            return min(self.between(today, due), -1)
        return self.between(today, due)

    def holidays_within(self, start: date, end: date) -> tuple[date, ...]:
        """Return the weekdays from `start` to `end`, both included, that do not count."""
        on_weekdays = self._on_weekdays
        return on_weekdays[bisect_left(on_weekdays, start) : bisect_right(on_weekdays, end)]

    def knows(self, day: date) -> bool:
        """Whether the holidays around this day are listed; beyond the list they are not known."""
        return self.first_year <= day.year <= self.last_year

    def _next(self, day: date, step: timedelta) -> date:
        while not self.is_working_day(day):
            day += step
        return day


def add_months(day: date, count: int) -> date:
    """Return the same day of the month `count` months on, or that month's last day.

    31 August and six months is 28 or 29 February; the result of an earlier clamp does not spring
    back. Raises OverflowError beyond the years 1 to 9999.
    """
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(f"there is no year {year}")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def birthday(born: date, age: int) -> date:
    """Return the day somebody reaches an age; 29 February falls on 1 March in common years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def _weekdays_until(day: date) -> int:
    """Return how many Mondays to Fridays there are from 1 January of year 1 to this day."""
    weeks, rest = divmod(day.toordinal(), 7)  # day 1 is a Monday
    return weeks * 5 + min(rest, 5)
