"""The diary file: what it says, what it never says, and that a later one updates an earlier."""

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from icalendar import Calendar

from iro_tui.domain.child import Person, Role
from iro_tui.domain.diary import Period
from iro_tui.domain.following import Tracked
from iro_tui.domain.planning import ReviewPlan
from iro_tui.domain.review import Review
from iro_tui.errors import CannotWrite
from iro_tui.exchange.calendar import export_calendar
from iro_tui.exchange.exports import Exported
from iro_tui.services import cancelling, children, preparing
from iro_tui.services.next_dates import refresh_dates
from iro_tui.settings import Settings
from tests.exchange.diaries import Seen, apply, read
from tests.services.office import Office, knowledge, office_with


@dataclass
class Writer:
    """A chair who writes the diary file now and then."""

    office: Office
    folder: Path
    settings: Settings = field(default_factory=lambda: Settings(Path("store"), Path("settings")))

    def with_choices(self, **choices: Any) -> "Writer":
        self.settings = replace(self.settings, **choices)
        return self

    def export(self, first: str = "", last: str = "") -> Exported:
        period = Period(*(date.fromisoformat(day) if day else None for day in (first, last)))
        store = self.office.store
        return export_calendar(store, knowledge(), self.settings, period, folder=self.folder)

    def write(self, first: str = "", last: str = "") -> bytes:
        return self.export(first, last).path.read_bytes()

    def entries(self) -> dict[str, Seen]:
        return read(self.write())

    def move(self, review: Review, day: str, **more: Any) -> None:
        plan = ReviewPlan(date.fromisoformat(day), **more)
        preparing.change_plan(self.office.store, knowledge().timescales, review.id, plan)

    def track(self, tracked: Tracked) -> None:
        with self.office.store.work() as work:
            work.following.save_tracked(tracked)
            refresh_dates(work, knowledge().timescales, tracked.child_id)
            work.commit()


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    with office_with(tmp_path, family_name="Okafor") as office:
        yield Writer(office, tmp_path / "out")


NAMED = "A.O. T-1"


def test_the_file_has_the_form_that_every_diary_reads(writer: Writer) -> None:
    writer.office.plan("2026-11-30", time="14:30", venue="Zoë’s café, upstairs — at Jo’s")
    written = writer.with_choices(diary_places=True, diary_names="given_name").write()
    assert written.startswith(
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//iro//diary//EN\r\nBEGIN:VTIMEZONE\r\n"
    )
    assert written.endswith(b"END:VCALENDAR\r\n")
    assert b"METHOD" not in written
    assert written.count(b"\n") == written.count(b"\r\n")
    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    assert "Zoë’s café" in written.replace(b"\r\n ", b"").decode("utf-8")


def test_a_meeting_keeps_its_hour_free_and_is_private(writer: Writer) -> None:
    writer.office.plan("2026-11-30", time="14:30", venue="At home")
    written = writer.write()
    meeting = read(written)[f"Review 1 – {NAMED}"]
    assert meeting.begins == datetime(2026, 11, 30, 14, 30, tzinfo=UTC)
    assert meeting.ends == datetime(2026, 11, 30, 16, 0, tzinfo=UTC)
    assert meeting.is_busy
    assert meeting.description == "First review. Last lawful day: Mon 30 Nov 2026."
    assert b"DTSTART;TZID=Europe/London:20261130T143000\r\n" in written
    assert written.count(b"CLASS:PRIVATE\r\n") == written.count(b"BEGIN:VEVENT\r\n")


def test_the_hour_is_londons_in_summer_too(writer: Writer) -> None:
    writer.office.plan("2027-07-01", time="14:30")
    meeting = writer.entries()[f"Review 1 – {NAMED}"]
    assert meeting.begins == datetime(2027, 7, 1, 13, 30, tzinfo=UTC)


def test_the_zone_changes_on_the_days_on_which_londons_clocks_do(writer: Writer) -> None:
    """A program that knows no zone by name reads the rule in the file."""
    written = Calendar.from_ical(writer.write())
    assert isinstance(written, Calendar)
    zone = written.timezones[0].to_tz(lookup_tzid=False)
    for day, offset in (("2027-03-27", 0), ("2027-03-29", 1), ("2027-10-30", 1), ("2027-11-01", 0)):
        noon = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=zone)
        assert noon.utcoffset() == timedelta(hours=offset)


def test_a_meeting_without_an_hour_takes_the_day(writer: Writer) -> None:
    writer.office.plan("2026-11-30")
    meeting = writer.entries()[f"Review 1 – {NAMED}"]
    assert (meeting.begins, meeting.ends) == (date(2026, 11, 30), date(2026, 12, 1))
    assert meeting.is_busy


def test_a_due_date_takes_its_day_and_keeps_nobody_out(writer: Writer) -> None:
    written = writer.write()
    due = read(written)[f"Review due – {NAMED}"]
    assert (due.begins, due.ends) == (date(2026, 11, 30), date(2026, 12, 1))
    assert not due.is_busy
    assert due.description == "First review. Last lawful day: Mon 30 Nov 2026 (law)."
    assert b"DTSTART;VALUE=DATE:20261130\r\n" in written


def test_a_review_due_on_a_day_off_is_to_be_booked_before_until_it_is_planned(
    writer: Writer,
) -> None:
    writer.office.hold("2026-11-30")  # the next is due on Sunday 28 February 2027
    booking = writer.entries()[f"Book by: review – {NAMED}"]
    assert booking.begins == date(2027, 2, 26)
    assert booking.description == (
        "Second review. Last lawful day: Sun 28 Feb 2027 (law). That is no working day."
    )
    writer.office.plan("2027-02-25", time="10:00")
    after = writer.entries()
    assert after[f"Book by: review – {NAMED}"].is_cancelled
    assert not after[f"Review due – {NAMED}"].is_cancelled


def test_record_and_letter_due_on_one_day_are_one_entry(writer: Writer) -> None:
    review = writer.office.hold("2026-12-17")
    both = writer.entries()[f"Record and letter due – {NAMED}"]
    assert both.begins == date(2027, 1, 12)
    assert both.description == (
        "Record by Tue 12 Jan 2027, 15 working days after the day the review was completed "
        "(guidance). Letter by Tue 12 Jan 2027, 15 working days after the day the review was "
        "completed (local)."
    )
    with writer.office.store.work() as work:
        work.reviews.save(replace(work.reviews.get(review.id), record_issued_on=date(2026, 12, 20)))
        refresh_dates(work, knowledge().timescales, review.child_id)
        work.commit()
    left = writer.entries()[f"Letter due – {NAMED}"]
    assert (left.uid, left.sequence) == (both.uid, 1)


def test_the_midway_check_says_that_its_number_is_local(writer: Writer) -> None:
    for day in ("2026-11-30", "2027-02-12"):
        writer.office.hold(day)
    midway = writer.entries()[f"Midway check – {NAMED}"]
    assert midway.begins == date(2027, 5, 12)
    assert midway.description.endswith("3 months after the day the review was held (local).")


@pytest.mark.parametrize(
    ("names", "named"),
    [
        ("initials_reference", "A.O. T-1"),
        ("reference", "T-1"),
        ("given_name", "Amara T-1"),
    ],
)
def test_the_service_chooses_how_a_child_is_named(writer: Writer, names: str, named: str) -> None:
    entries = writer.with_choices(diary_names=names).entries()
    assert list(entries) == [f"Review due – {named}"]


def test_no_place_is_told_unless_the_service_chose_so(writer: Writer) -> None:
    writer.office.plan("2026-11-30", time="14:30", venue="Harbour House, the kitchen")
    assert b"Harbour" not in writer.write()
    told = writer.with_choices(diary_places=True).entries()[f"Review 1 – {NAMED}"]
    assert told.place == "Harbour House, the kitchen"


@pytest.mark.parametrize(
    "venue", ["12 Elm Road", "Jo's, Elm Road", "at ZZ99 3WZ", "flat 2 (zz993wz)"]
)
def test_an_address_that_is_withheld_is_never_told(writer: Writer, venue: str) -> None:
    carer = Person(
        uuid4(),
        writer.office.child.id,
        "Jo Farrow",
        Role.CARER,
        address="12 Elm Road\nWestmere\nZZ99 3WZ",
        address_withheld=True,
    )
    children.keep_person(writer.office.store, carer)
    writer.office.plan("2026-11-30", time="14:30", venue=venue)
    told = writer.with_choices(diary_places=True).entries()
    assert told[f"Review 1 – {NAMED}"].place == ""


def test_a_second_file_of_the_same_is_the_same_to_the_byte(writer: Writer) -> None:
    writer.office.plan("2026-11-30", time="14:30")
    first = writer.write()
    assert writer.export().counts == {"entries": 2, "new": 0, "changed": 0, "cancelled": 0}
    assert writer.write() == first


def test_a_second_file_moves_the_meeting_instead_of_doubling_it(writer: Writer) -> None:
    review = writer.office.plan("2026-11-30", time="14:30")
    first = writer.write()
    diary = apply({}, first)
    writer.office.on("2026-11-25")
    writer.move(review, "2026-12-03", time="09:15")
    second = writer.write()
    after = apply(diary, second)
    assert len(after) == len(diary) == 2
    meetings = [one for one in after.values() if one.summary == f"Review 1 – {NAMED}"]
    assert [one.begins for one in meetings] == [datetime(2026, 12, 3, 9, 15, tzinfo=UTC)]
    assert [one.sequence for one in meetings] == [1]
    assert b"LAST-MODIFIED:20261125T143000Z" in second
    assert b"LAST-MODIFIED:20261125T143000Z" not in first


def test_a_file_read_in_late_does_not_undo_a_newer_one(writer: Writer) -> None:
    review = writer.office.plan("2026-11-30", time="14:30")
    first = writer.write()
    writer.move(review, "2026-12-03", time="09:15")
    newest = apply({}, writer.write())
    assert apply(newest, first) == newest


def test_what_is_cancelled_is_told_as_that_in_every_later_file(writer: Writer) -> None:
    review = writer.office.plan("2026-11-30", time="14:30")
    diary = apply({}, writer.write())
    cancelling.cancel_review(writer.office.store, review.id, "The school is closed")
    for sequence in (1, 1):
        diary = apply(diary, writer.write())
        cancelled = [one for one in diary.values() if one.is_cancelled]
        assert [(one.summary, one.sequence) for one in cancelled] == [
            (f"Review 1 – {NAMED}", sequence)
        ]
        assert not cancelled[0].is_busy


def test_a_meeting_that_is_brought_back_stands_again(writer: Writer) -> None:
    review = writer.office.plan("2026-11-30", time="14:30")
    diary = apply({}, writer.write())
    cancelling.cancel_review(writer.office.store, review.id, "The school is closed")
    diary = apply(diary, writer.write())
    cancelling.bring_back_review(writer.office.store, review.id)
    diary = apply(diary, writer.write())
    (meeting,) = [one for one in diary.values() if one.summary == f"Review 1 – {NAMED}"]
    assert (meeting.sequence, meeting.is_cancelled, meeting.is_busy) == (2, False, True)


def test_a_date_that_is_gone_is_cancelled_and_one_that_comes_back_stands_again(
    writer: Writer,
) -> None:
    for day in ("2026-11-30", "2027-02-12"):
        writer.office.hold(day)
    first = writer.entries()[f"Midway check – {NAMED}"]
    midway = Tracked(uuid4(), writer.office.child.id, "midway", not_needed=True)
    writer.track(midway)
    assert writer.entries()[f"Midway check – {NAMED}"].is_cancelled
    writer.track(replace(midway, not_needed=False))
    again = writer.entries()[f"Midway check – {NAMED}"]
    assert (again.uid, again.sequence, again.is_cancelled) == (first.uid, 2, False)


def test_what_left_the_period_is_told_once_more(writer: Writer) -> None:
    review = writer.office.plan("2026-11-30", time="14:30")
    november = ("2026-11-01", "2026-11-30")
    writer.write(*november)
    writer.move(review, "2027-03-02", time="14:30")
    moved = read(writer.write(*november))[f"Review 1 – {NAMED}"]
    assert moved.begins == datetime(2027, 3, 2, 14, 30, tzinfo=UTC)
    assert f"Review 1 – {NAMED}" not in read(writer.write(*november))


def test_only_the_period_is_told(writer: Writer) -> None:
    writer.office.plan("2026-12-03", time="14:30")
    assert list(read(writer.write("2026-12-01"))) == [f"Review 1 – {NAMED}"]
    assert list(read(writer.write(last="2026-11-30"))) == [f"Review due – {NAMED}"]
    assert read(writer.write("2027-12-01")) == {}


def test_an_earlier_meeting_of_a_series_keeps_the_hour_it_had(writer: Writer) -> None:
    review = writer.office.plan("2026-11-30", time="14:30")
    before = apply({}, writer.write())
    with writer.office.store.work() as work:
        meeting = work.meetings.of_review(review.id)[0]
        work.meetings.save(
            replace(meeting, id=uuid4(), sequence=2, planned_for=date(2026, 12, 8), venue="")
        )
        later = replace(review, planned_for=date(2026, 12, 8), planned_time="10:00")
        work.reviews.save(later)
        work.commit()
    after = apply(before, writer.write())
    hours = {one.begins for one in after.values() if one.summary == f"Review 1 – {NAMED}"}
    assert hours == {
        datetime(2026, 11, 30, 14, 30, tzinfo=UTC),
        datetime(2026, 12, 8, 10, 0, tzinfo=UTC),
    }


HOSTILE = ["[red]", "=SUM(A1)", "a,b;c\\d", "\\n,\\;", 'quote" : x', "BEGIN:VEVENT", "שרה 👩‍👧"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_comes_out_as_it_was_typed(tmp_path: Path, name: str) -> None:
    with office_with(tmp_path, given_name=name, family_name=name) as office:
        office.plan("2026-11-30", time="14:30", venue=name)
        writer = Writer(office, tmp_path / "out")
        writer.with_choices(diary_names="given_name", diary_places=True)
        meeting = writer.entries()[f"Review 1 – {name} T-1"]
        assert meeting.place == name


def test_a_line_break_or_what_no_diary_holds_becomes_a_blank(tmp_path: Path) -> None:
    with office_with(tmp_path, given_name="Tom\r\nBEGIN:VEVENT\x07\ufffe") as office:
        written = Writer(office, tmp_path / "out").with_choices(diary_names="given_name").write()
    assert list(read(written)) == ["Review due – Tom BEGIN:VEVENT T-1"]
    assert written.count(b"BEGIN:VEVENT\r\n") == 1


def test_a_reminder_is_there_only_if_chosen_and_names_nobody(writer: Writer) -> None:
    writer.office.plan("2026-11-30", time="14:30")
    assert b"VALARM" not in writer.write()
    written = writer.with_choices(diary_alarm=45).write()
    alarms = Calendar.from_ical(written).walk("VALARM")
    assert [(str(one["DESCRIPTION"]), one["TRIGGER"].to_ical()) for one in alarms] == [
        ("Review", b"-PT45M")
    ]


def test_nothing_of_status_need_or_people_is_told(writer: Writer) -> None:
    office = writer.office
    child = replace(office.child, legal_status="C2", category_of_need="N1")
    office.call(children.keep_child, child)
    office.plan("2026-11-30", time="14:30", travel_note="Ask Priya Shah for the gate code")
    written = writer.with_choices(diary_places=True).write()
    assert not re.search(rb"C2|N1|Priya|Shah|Farrow|Amara|Okafor|gate|ATTENDEE|ATTACH", written)


def test_only_its_owner_can_read_the_file_and_nothing_else_is_left(writer: Writer) -> None:
    path = writer.export().path
    assert path.name == "iro-diary-2026-11-24.ics"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_what_could_not_be_written_stands_in_the_next_file_with_the_same_numbers(
    writer: Writer,
) -> None:
    review = writer.office.plan("2026-11-30", time="14:30")
    diary = apply({}, writer.write())
    writer.move(review, "2026-12-03", time="09:15")
    there, writer.folder = writer.folder, writer.folder / "iro-diary-2026-11-24.ics"
    with pytest.raises(CannotWrite):
        writer.write()
    writer.folder = there
    after = apply(diary, writer.write())
    assert [one.sequence for one in after.values() if one.is_busy] == [1]
