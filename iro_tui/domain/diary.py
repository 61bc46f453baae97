"""What a diary file says of meetings and dates: by default no child's name, and never a need.

The rules are those of the house (local): initials and reference for the child, the kind of review
and its last lawful day, nothing of status, address or people.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Protocol

from iro_tui.domain.dates.spoken import spoken
from iro_tui.domain.due.derive import DISRUPTION, REVIEW
from iro_tui.domain.due.items import DueItem, DueRow
from iro_tui.domain.following import DiaryEntry
from iro_tui.domain.review import Meeting, Review, ReviewState
from iro_tui.domain.text import is_refused

MIDWAY, RECORD, LETTER = "midway", "record", "letter"
IN_DIARY = {
    REVIEW: "Review due",
    DISRUPTION: "Review due",
    "reconvene": "Adjourned review to complete",
    MIDWAY: "Midway check",
    RECORD: "Record due",
    LETTER: "Letter due",
}
"""The dates that go into a diary, with their words."""

_KINDS = {
    "first": "First review",
    "second": "Second review",
    "subsequent": "Subsequent review",
    "early": "Early review",
}
"""Kinds that say nothing of a child's status; "remand" or "placed for adoption" would."""

_NOT_HELD = frozenset({ReviewState.CANCELLED, ReviewState.POSTPONED})


class DiaryChoices(Protocol):
    """What a service chooses of its diary file (settings.toml)."""

    @property
    def diary_names(self) -> str:
        """How a child is named: "initials_reference", "reference" or "given_name"."""

    @property
    def diary_places(self) -> bool:
        """Whether a meeting's place goes in."""

    @property
    def diary_minutes(self) -> int:
        """How many minutes are kept free for a meeting."""

    @property
    def diary_alarm(self) -> int:
        """How many minutes before a meeting the diary reminds; 0 is not at all."""


class Named(Protocol):
    """A child, or a line of a list that has the child's names."""

    @property
    def reference(self) -> str:
        """The reference."""

    @property
    def known_as(self) -> str:
        """The name the child likes."""

    @property
    def given_name(self) -> str:
        """The given name."""

    @property
    def family_name(self) -> str:
        """The family name."""


@dataclass(frozen=True)
class Period:
    """The days that a file is to tell of; an open end is None."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return (self.first or day) <= day <= (self.last or day)


@dataclass(frozen=True)
class DiaryEvent:
    """One meeting or date for a diary.

    `about` names what it is of and stays. With a `time` ("14:30", London) it takes `minutes`;
    without one it takes the day. Only what is `busy` keeps others out of that time. `alarm` is
    how many minutes before it reminds, 0 not at all.
    """

    about: str
    on: date
    summary: str
    description: str = ""
    place: str = ""
    time: str = ""
    minutes: int = 0
    alarm: int = 0
    busy: bool = False


@dataclass(frozen=True)
class DiaryLine:
    """One event as it is to be written: with what is kept of its writing, and whether it is new."""

    entry: DiaryEntry
    event: DiaryEvent
    is_new: bool = False
    is_changed: bool = False


def text_of(event: DiaryEvent) -> str:
    """Return an event as the text by which a change is seen, and a cancelled one is told."""
    told = asdict(event) | {"on": event.on.isoformat()}
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def event_from(text: str) -> DiaryEvent:
    """Return the event that a text tells of."""
    told = json.loads(text)
    return DiaryEvent(**(told | {"on": date.fromisoformat(told["on"])}))


def about_meeting(meeting: Meeting) -> str:
    """Return what names a meeting among the entries of the diary."""
    return f"meeting:{meeting.id}"


def about_due(item: DueItem, *, papers_together: bool = False) -> str:
    """Return what names a date: the child's next of its kind, or the papers of one review.

    Record and letter have one entry where they are due on one day.
    """
    if item.what not in (RECORD, LETTER):
        return f"due:{item.child_id}:{item.what}"
    what = "papers" if papers_together else item.what
    return f"due:{item.child_id}:{what}:{item.review_id}"


def about_booking(item: DueItem) -> str:
    """Return what names the day by which a review is to be booked."""
    return f"due:{item.child_id}:book_by"


def diary_name(child: Named, names: str) -> str:
    """Return how a diary names a child: "N.W. 1042", "1042" or "Noor 1042"."""
    called = child.known_as or child.given_name
    if names == "given_name" and called:
        return _line(f"{called} {child.reference}")
    if names == "initials_reference":
        letters = [name.strip()[:1] for name in (called, child.family_name)]
        initials = "".join(f"{letter}." for letter in letters if letter)
        return _line(f"{initials} {child.reference}")
    return _line(child.reference)


def takes_place(review: Review, meeting: Meeting) -> bool:
    """Whether a meeting has a day on which it is, or was, held."""
    return review.state not in _NOT_HELD and (meeting.held_on or meeting.planned_for) is not None


def meeting_event(
    review: Review, meeting: Meeting, child: Named, choices: DiaryChoices, *, known_time: str = ""
) -> DiaryEvent:
    """Return a meeting for the diary; `known_time` is that of an earlier one of its series."""
    day = meeting.held_on or meeting.planned_for
    assert day is not None  # noqa: S101 - asked of a meeting that takes place
    is_planned_now = meeting.planned_for == review.planned_for
    time = review.planned_time if is_planned_now else known_time
    number = f"Review {review.number}" if review.number else "Review"
    return DiaryEvent(
        about=about_meeting(meeting),
        on=day,
        summary=f"{number} – {diary_name(child, choices.diary_names)}",
        description=_kind_and_last_day(review.kind, review.due_on),
        place=_line(meeting.venue) if choices.diary_places else "",
        time=time,
        minutes=choices.diary_minutes if time else 0,
        alarm=choices.diary_alarm,
        busy=True,
    )


def _kind_and_last_day(kind: str, due_on: date | None) -> str:
    told = f"{_KINDS.get(kind, 'Review')}."
    return f"{told} Last lawful day: {spoken(due_on)}." if due_on else told


def due_event(row: DueRow, names: str) -> DiaryEvent:
    """Return a date for the diary: a whole day that keeps nobody out."""
    item = row.item
    is_review = item.what in (REVIEW, DISRUPTION)
    told = _review_words(row) if is_review else f"By {_count_words(item)}"
    return DiaryEvent(
        about=about_due(item),
        on=item.due_on,
        summary=f"{IN_DIARY[item.what]} – {diary_name(row, names)}",
        description=told,
    )


def _review_words(row: DueRow) -> str:
    told = _kind_and_last_day(row.next_kind, row.item.due_on)
    return f"{told[:-1]} ({row.item.mark})."


def _count_words(item: DueItem) -> str:
    return f"{spoken(item.due_on)}, {item.rule} ({item.mark})."


def booking_event(row: DueRow, book_by: date, names: str) -> DiaryEvent:
    """Return the last working day to book a review for that falls due on a day off."""
    return DiaryEvent(
        about=about_booking(row.item),
        on=book_by,
        summary=f"Book by: review – {diary_name(row, names)}",
        description=f"{_review_words(row)} That is no working day.",
    )


def papers_event(rows: tuple[DueRow, ...], names: str) -> DiaryEvent:
    """Return record and letter of a review that are due on one day, or the one that is left."""
    if len(rows) == 1:
        event = due_event(rows[0], names)
        return DiaryEvent(
            **(vars(event) | {"about": about_due(rows[0].item, papers_together=True)})
        )
    by_paper = {row.item.what: row.item for row in rows}
    return DiaryEvent(
        about=about_due(rows[0].item, papers_together=True),
        on=rows[0].item.due_on,
        summary=f"Record and letter due – {diary_name(rows[0], names)}",
        description=f"Record by {_count_words(by_paper[RECORD])} "
        f"Letter by {_count_words(by_paper[LETTER])}",
    )


def _line(text: str) -> str:
    """Return a text as one line, without what no diary can hold."""
    return " ".join("".join(" " if is_refused(one) else one for one in text).split())
