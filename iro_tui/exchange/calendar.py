"""The diary as an iCalendar file (RFC 5545), which diaries read in and bring up to date."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from icalendar import (
    Alarm,
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vRecur,
)

from iro_tui.domain.diary import DiaryEvent, DiaryLine, Period
from iro_tui.exchange.exports import Exported
from iro_tui.services import diary
from iro_tui.whole_files import write_whole

if TYPE_CHECKING:
    from iro_tui.knowledge import Knowledge
    from iro_tui.settings import Settings
    from iro_tui.store.store import Store

PRODUCT = "-//iro//diary//EN"
ZONE = "Europe/London"
BEFORE_TODAY = timedelta(days=31)
"""How far back a file goes where no first day is given: a late day is still worth moving."""

_LONDON = ZoneInfo(ZONE)
_WINTER, _SUMMER = timedelta(0), timedelta(hours=1)


def export_calendar(
    store: "Store", knowledge: "Knowledge", settings: "Settings", period: Period, *, folder: Path
) -> Exported:
    """Write the diary of a period, from a month ago on where it has no first day.

    The store keeps what was written before the file is there: what a full disk stopped goes into
    the next file with the same numbers. Raises CannotWrite.
    """
    today = store.clock.today()
    if period.first is None:
        period = Period(today - BEFORE_TODAY, period.last)
    lines = diary.lines(store, knowledge.timescales, settings, period)
    path = folder / f"iro-diary-{today.isoformat()}.ics"
    write_whole(path, calendar_file(lines))
    return Exported(
        path,
        {
            "entries": len(lines),
            "new": sum(line.is_new for line in lines),
            "changed": sum(line.is_changed and not line.entry.cancelled for line in lines),
            "cancelled": sum(line.entry.cancelled for line in lines),
        },
    )


def calendar_file(lines: Iterable[DiaryLine]) -> bytes:
    """Return the file: UTF-8, CRLF, folded at 75 octets, and no method, so that it is a diary."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(_zone())
    for line in lines:
        calendar.add_component(_event(line))
    written: bytes = calendar.to_ical()
    return written


def _event(line: DiaryLine) -> Event:
    entry, told = line.entry, line.event
    event = Event()
    event.add("uid", entry.uid)
    # Without a method the two say the same: when this entry was last changed.
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE" if told.busy and not entry.cancelled else "TRANSPARENT")
    begins, ends = _begin_and_end(told)
    event.add("dtstart", begins)
    event.add("dtend", ends)
    event.add("summary", told.summary)
    event.add("description", told.description)
    if told.place:
        event.add("location", told.place)
    for alarm in () if entry.cancelled else _alarms(told):
        event.add_component(alarm)
    return event


def _begin_and_end(told: DiaryEvent) -> tuple[date | datetime, date | datetime]:
    if not told.time:
        return told.on, told.on + timedelta(days=1)
    begins = datetime.combine(told.on, time.fromisoformat(told.time), _LONDON)
    return begins, begins + timedelta(minutes=told.minutes)


def _alarms(told: DiaryEvent) -> Iterator[Alarm]:
    if told.alarm and told.time:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", "Review")
        alarm.add("trigger", -timedelta(minutes=told.alarm))
        yield alarm


def _zone() -> Timezone:
    """Return London's rule since 1996: the last Sundays of March and October, 01:00 UTC."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(
        _change(TimezoneDaylight(), datetime(1996, 3, 31, 1), "BST", _WINTER, _SUMMER)  # noqa: DTZ001
    )
    zone.add_component(
        _change(TimezoneStandard(), datetime(1996, 10, 27, 2), "GMT", _SUMMER, _WINTER)  # noqa: DTZ001
    )
    return zone


def _change(
    change: "TimezoneDaylight | TimezoneStandard",
    first: datetime,
    name: str,
    before: timedelta,
    after: timedelta,
) -> "TimezoneDaylight | TimezoneStandard":
    """Return one of the year's two changes; its first day is in the local time of before."""
    change.add("dtstart", first)
    change.add("tzname", name)
    change.add("tzoffsetfrom", before)
    change.add("tzoffsetto", after)
    change.add("rrule", vRecur(freq="YEARLY", bymonth=first.month, byday="-1SU"))
    return change
