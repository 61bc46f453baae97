"""The week on the road: where the chair is to be, when, with what ready and whom to ring."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from uuid import UUID

from iro_tui.domain.caseload_words import short_day
from iro_tui.domain.child import Person, Role
from iro_tui.domain.dates.days import day_in_full, month_of
from iro_tui.domain.due.steps import StepLine
from iro_tui.domain.planning import HOW
from iro_tui.domain.review import Meeting, Review, ReviewFormat, ReviewState, ViewReceived
from iro_tui.domain.rules import Mark
from iro_tui.domain.withheld import WITHHELD, tells_withheld_address

OWN_DATES = {
    "social_worker_talk": "Talk with the social worker",
    "midway": "Midway check",
    "iro_contact": "See or ring the child",
}
"""Dates that take the chair to people, with their words; what is written at a desk is left out."""

NO_PLACE_YET = "Place not known yet"
NO_PLACE_NEEDED = "Wherever you are"
_RUNG_FIRST = (Role.SOCIAL_WORKER, Role.CARER)
_NOT_HELD = frozenset({ReviewState.CANCELLED, ReviewState.POSTPONED})


@dataclass(frozen=True)
class ToPrepare:
    """Something that is not ready yet: what, by when, and how binding that day is."""

    what: str
    due_on: date | None = None
    mark: Mark | None = None
    is_late: bool = False

    def words(self, today: date) -> str:
        """Return it in words: "Carer's report in, by Tue 10 Nov (local), late"."""
        if self.due_on is None:
            return self.what
        late = ", late" if self.is_late else ""
        return f"{self.what}, by {short_day(self.due_on, today)} ({self.mark}){late}"


@dataclass(frozen=True)
class Contact:
    """Somebody to ring."""

    name: str
    role: str
    telephone: str


@dataclass(frozen=True)
class WeekEntry:
    """One meeting, or one thing to do with people by a day.

    A meeting has `review_id`; `time` is "14:30", "" while none is known. `place` and
    `travel_note` never give away an address that is withheld. `note` says what else there is to
    know: that it was held already, that a date is local.
    """

    day: date
    what: str
    child_id: UUID
    name: str
    reference: str
    time: str = ""
    place: str = ""
    how: str = ""
    travel_note: str = ""
    note: str = ""
    to_prepare: tuple[ToPrepare, ...] = ()
    people: tuple[Contact, ...] = ()
    review_id: UUID | None = None
    is_meeting: bool = False

    @property
    def place_words(self) -> str:
        """The place, or why there is none."""
        return self.place or (NO_PLACE_YET if self.is_meeting else NO_PLACE_NEEDED)

    @property
    def time_words(self) -> str:
        """The time of a meeting; what is to be done by a day has none."""
        return self.time or ("no time yet" if self.is_meeting else "by this day")

    @property
    def where_words(self) -> str:
        """The place and how people meet: "At Bron's · in person"."""
        return f"{self.place_words} · {self.how}" if self.how else self.place_words


@dataclass(frozen=True)
class WeekGroup:
    """Entries under one heading: a day, or a place."""

    heading: str
    entries: tuple[WeekEntry, ...]


@dataclass(frozen=True)
class Week:
    """Seven days from a Monday, with what they hold, in order of day and time."""

    first: date
    today: date
    chair_name: str
    entries: tuple[WeekEntry, ...] = ()
    days_off: frozenset[date] = frozenset()

    @property
    def last(self) -> date:
        """The Sunday."""
        return self.first + timedelta(days=6)

    @property
    def title(self) -> str:
        """The week in words: "Monday 23 to Sunday 29 November 2026"."""
        parts = day_in_full(self.first).split()
        if self.first.year == self.last.year:
            parts = parts[:2] if self.first.month == self.last.month else parts[:3]
        return f"{' '.join(parts)} to {day_in_full(self.last)}"

    @property
    def short_title(self) -> str:
        """The week as a line above it: "Week of 30 Nov to 6 Dec 2026"."""
        first, last = (f"{day.day} {month_of(day)[:3]}" for day in (self.first, self.last))
        if self.first.month == self.last.month:
            first = str(self.first.day)
        return f"Week of {first} to {last} {self.last.year}"

    @property
    def count_words(self) -> str:
        """How many meetings there are, and what else: "2 meetings, 1 other date"."""
        meetings = sum(entry.is_meeting for entry in self.entries)
        others = len(self.entries) - meetings
        told = [_counted(meetings, "meeting")] if meetings or not others else []
        return ", ".join([*told, *([_counted(others, "other date")] if others else [])])

    def by_day(self) -> tuple[WeekGroup, ...]:
        """Return the entries by day."""
        days = groupby(self.entries, key=lambda entry: entry.day)
        return tuple(WeekGroup(self._day(day), tuple(entries)) for day, entries in days)

    def by_place(self) -> tuple[WeekGroup, ...]:
        """Return the entries by place, so that one journey does for several."""
        in_order = sorted(self.entries, key=lambda entry: (not entry.place, _place_key(entry)))
        places = groupby(in_order, key=_place_key)
        groups = (tuple(entries) for _, entries in places)
        return tuple(WeekGroup(entries[0].place_words, entries) for entries in groups)

    def _day(self, day: date) -> str:
        off = " · bank holiday" if day in self.days_off else ""
        today = " · today" if day == self.today else ""
        return f"{day_in_full(day)}{off}{today}"


def monday_of(day: date) -> date:
    """Return the Monday of the week in which a day lies."""
    return day - timedelta(days=day.weekday())


def in_order(entries: Iterable[WeekEntry]) -> tuple[WeekEntry, ...]:
    """Return entries by day, then time, then place; what has no time comes last in its day."""
    return tuple(
        sorted(
            entries,
            key=lambda entry: (
                entry.day,
                not entry.is_meeting,
                not entry.time,
                entry.time,
                _place_key(entry),
                entry.name,
            ),
        )
    )


def takes_place(review: Review) -> bool:
    """Whether the meetings of a review are held as planned."""
    return review.state not in _NOT_HELD


def meeting_words(review: Review, meeting: Meeting) -> str:
    """Return what is held: "Review 4", "Review 4, second meeting"."""
    told = f"Review {review.number}" if review.number else "Review"
    if review.format is ReviewFormat.NO_MEETING:
        return f"{told}, without a meeting"
    later = {2: "second", 3: "third"}.get(meeting.sequence, f"{meeting.sequence}th")
    return told if meeting.sequence == 1 else f"{told}, {later} meeting"


def how_words(meeting: Meeting) -> str:
    """Return how people meet."""
    return HOW.get(meeting.how, meeting.how)


def place_of(text: str, people: tuple[Person, ...]) -> str:
    """Return a place or a note on the way, without an address that is withheld."""
    return WITHHELD if tells_withheld_address(text, people) else " ".join(text.split())


def to_prepare(
    steps: Iterable[StepLine], views: Iterable[ViewReceived], today: date
) -> Iterator[ToPrepare]:
    """Yield what is not ready: steps that are not ticked, reports and views that are not in."""
    for line in steps:
        if line.done_on is None:
            due_on = line.due.on if line.due else None
            is_late = due_on is not None and due_on < today
            mark = line.due.mark if line.due else None
            yield ToPrepare(line.step.title, due_on, mark, is_late)
    missing = [view.name for view in views if view.answered_on is None and not view.view.strip()]
    if missing:
        yield ToPrepare(f"Views not in: {', '.join(missing)}")


def contacts(people: tuple[Person, ...], day: date) -> tuple[Contact, ...]:
    """Return whom to ring around a child on a day, the social worker and the carers first.

    Of the others, those whose number is known.
    """
    here = [one for one in people if one.until is None or one.until > day]
    first = [one for role in _RUNG_FIRST for one in here if one.role is role]
    others = [one for one in here if one.role not in _RUNG_FIRST and one.telephone]
    return tuple(Contact(one.name, one.role_words, one.telephone) for one in (*first, *others))


def held_note(review: Review, meeting: Meeting, today: date) -> str:
    """Return that a meeting is going on, or was held; "" for one to come."""
    if meeting.held_on is None:
        return ""
    is_open = review.state is ReviewState.IN_MEETING and meeting.held_on == today
    return "going on" if is_open else "held"


def week_file_name(first: date) -> str:
    """Return the name of the printed week, which names nobody: "iro-week-2026-11-23.docx"."""
    return f"iro-week-{first.isoformat()}.docx"


def _place_key(entry: WeekEntry) -> str:
    return " ".join(entry.place_words.split()).casefold()


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
