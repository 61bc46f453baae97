"""Diary files as other programs read them: each by two libraries that share no code."""

from dataclasses import dataclass
from datetime import date, datetime

from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar


@dataclass(frozen=True)
class Seen:
    """One entry of a diary, as a program shows it."""

    uid: str
    sequence: int
    summary: str
    description: str
    begins: date | datetime
    ends: date | datetime
    is_cancelled: bool
    is_busy: bool
    place: str


def read(written: bytes) -> dict[str, Seen]:
    """Return the entries by their words, as both libraries read them; they have to agree."""
    by_one = {one.summary: one for one in _by_icalendar(written)}
    by_other = {one.summary: one for one in _by_ical(written)}
    assert by_one == by_other
    return by_one


def apply(diary: dict[str, Seen], written: bytes) -> dict[str, Seen]:
    """Return a diary, by id, after a file was read in: what has a higher number takes the place."""
    later = {one.uid: one for one in read(written).values()}
    kept = {uid: one for uid, one in diary.items() if uid not in later}
    newer = {
        uid: one if uid not in diary or one.sequence > diary[uid].sequence else diary[uid]
        for uid, one in later.items()
    }
    return kept | newer


def _by_icalendar(written: bytes) -> list[Seen]:
    return [
        Seen(
            uid=str(event["UID"]),
            sequence=event.sequence,
            summary=str(event["SUMMARY"]),
            description=str(event["DESCRIPTION"]),
            begins=event.start,
            ends=event.end,
            is_cancelled=event["STATUS"] == "CANCELLED",
            is_busy=event["TRANSP"] == "OPAQUE",
            place=str(event.get("LOCATION", "")),
        )
        for event in Calendar.from_ical(written).events
    ]


def _by_ical(written: bytes) -> list[Seen]:
    calendar = IcsCalendarStream.calendar_from_ics(written.decode("utf-8"))
    return [
        Seen(
            uid=event.uid or "",
            sequence=event.sequence or 0,
            summary=event.summary or "",
            description=event.description or "",
            begins=event.start,
            ends=event.end,
            is_cancelled=event.status == "CANCELLED",
            is_busy=event.transparency == "OPAQUE",
            place=event.location or "",
        )
        for event in calendar.events
    ]
