"""The diary: every meeting and date that belongs in one; a later file updates an earlier one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from iro_tui.domain.diary import (
    IN_DIARY,
    LETTER,
    RECORD,
    DiaryChoices,
    DiaryEvent,
    DiaryLine,
    Period,
    about_due,
    about_meeting,
    booking_event,
    due_event,
    event_from,
    meeting_event,
    papers_event,
    takes_place,
    text_of,
)
from iro_tui.domain.due.derive import REVIEW
from iro_tui.domain.due.items import DueRow
from iro_tui.domain.following import DiaryEntry
from iro_tui.domain.withheld import tells_withheld_address

if TYPE_CHECKING:
    from iro_tui.domain.review import Meeting
    from iro_tui.domain.timescales import Timescales
    from iro_tui.store.store import Store, Work


def lines(
    store: "Store", timescales: "Timescales", choices: DiaryChoices, period: Period
) -> tuple[DiaryLine, ...]:
    """Return what a diary file of a period is to say, and keep that it was said.

    Whatever was written before keeps its id; what changed takes the next number, also where it
    left the period; what is gone is told as cancelled. In the order of the days.
    """
    with store.work() as work:
        diary = _Diary(store, work, timescales, choices, period)
        told = [*diary.standing(), *diary.gone()]
        for line in told:
            if line.is_new or line.is_changed:
                work.following.save_diary_entry(line.entry)
        work.commit()
    wanted = (line for line in told if line.is_changed or period.holds(line.event.on))
    return tuple(sorted(wanted, key=lambda line: (line.event.on, line.event.time, line.entry.uid)))


class _Diary:
    """What stands in the store (`events`), beside what was last written (`known`)."""

    def __init__(
        self,
        store: "Store",
        work: "Work",
        timescales: "Timescales",
        choices: DiaryChoices,
        period: Period,
    ) -> None:
        self._store = store
        self._work = work
        self._timescales = timescales
        self._choices = choices
        self._period = period
        self.known = {entry.about: entry for entry in work.following.diary_entries()}
        first, last = period.first or date.min, period.last or date.max
        meetings = work.meetings.within(first, last)
        rows = work.due_items.of_kinds(IN_DIARY, first_day=first, last_day=last)
        self.events = _by_about(self._of_meetings(meetings), self._of_dates(rows))
        self.events |= self._that_moved_away()

    def standing(self) -> Iterator[DiaryLine]:
        """Yield what is to come, or was held: new, changed, or as it was written."""
        for about, event in self.events.items():
            entry, text = self.known.get(about), text_of(event)
            if entry is None and self._period.holds(event.on):
                yield DiaryLine(self._fresh(about, text), event, is_new=True)
            elif entry is not None and (entry.text != text or entry.cancelled):
                yield DiaryLine(self._changed(entry, text=text), event, is_changed=True)
            elif entry is not None:
                yield DiaryLine(entry, event)

    def _fresh(self, about: str, text: str) -> DiaryEntry:
        uid = f"{self._store.new_id()}@iro.local"
        now = self._work.clock.now()
        return DiaryEntry(self._store.new_id(), about, uid, 0, now, text)

    def gone(self) -> Iterator[DiaryLine]:
        """Yield what was written and is no more, as cancelled; again each time, in the period."""
        for about, entry in self.known.items():
            event = event_from(entry.text)
            if about in self.events or not self._period.holds(event.on):
                continue
            if entry.cancelled:
                yield DiaryLine(entry, event)
            else:
                changed = self._changed(entry, cancelled=True)
                yield DiaryLine(changed, event, is_changed=True)

    def _changed(
        self, entry: DiaryEntry, *, text: str | None = None, cancelled: bool = False
    ) -> DiaryEntry:
        return replace(
            entry,
            sequence=entry.sequence + 1,
            changed_at=self._work.clock.now(),
            text=entry.text if text is None else text,
            cancelled=cancelled,
        )

    def _that_moved_away(self) -> dict[str, DiaryEvent]:
        """Return what was written for a day of the period and now stands outside of it."""
        missing = [
            about
            for about, entry in self.known.items()
            if about not in self.events and self._period.holds(event_from(entry.text).on)
        ]
        kinds = [about.split(":") for about in missing]
        meeting_ids = [UUID(kind[1]) for kind in kinds if kind[0] == "meeting"]
        child_ids = {UUID(kind[1]) for kind in kinds if kind[0] == "due"}
        found = (self._work.meetings.find(one) for one in meeting_ids)
        meetings = [one for one in found if one is not None]
        rows = [
            row
            for one in child_ids
            for row in self._work.due_items.of_kinds(IN_DIARY, child_id=one)
        ]
        moved = _by_about(self._of_meetings(meetings), self._of_dates(rows))
        return {about: event for about, event in moved.items() if about in missing}

    def _of_meetings(self, meetings: "Iterable[Meeting]") -> Iterator[DiaryEvent]:
        for meeting in meetings:
            review = self._work.reviews.get(meeting.review_id)
            if not takes_place(review, meeting):
                continue
            child = self._work.children.get(review.child_id)
            before = self.known.get(about_meeting(meeting))
            known_time = event_from(before.text).time if before else ""
            event = meeting_event(review, meeting, child, self._choices, known_time=known_time)
            yield self._without_withheld(event, child.id)

    def _without_withheld(self, event: DiaryEvent, child_id: UUID) -> DiaryEvent:
        if event.place and tells_withheld_address(
            event.place, self._work.people.of_child(child_id)
        ):
            return replace(event, place="")
        return event

    def _of_dates(self, rows: Iterable[DueRow]) -> Iterator[DiaryEvent]:
        names, together = self._choices.diary_names, self._papers_fall_together()
        planned = self._work.reviews.with_a_day()
        papers: dict[str, list[DueRow]] = {}
        for row in rows:
            item = row.item
            if item.what in (RECORD, LETTER) and together:
                papers.setdefault(about_due(item, papers_together=True), []).append(row)
                continue
            yield due_event(row, names)
            book_by = self._timescales.working_days.on_or_before(item.due_on)
            if item.what == REVIEW and book_by != item.due_on and item.review_id not in planned:
                yield booking_event(row, book_by, names)
        for group in papers.values():
            yield papers_event(tuple(group), names)

    def _papers_fall_together(self) -> bool:
        record, letter = self._timescales.rules["record"], self._timescales.rules["letter"]
        return (record.amount, record.unit) == (letter.amount, letter.unit)


def _by_about(*events: Iterable[DiaryEvent]) -> dict[str, DiaryEvent]:
    return {event.about: event for some in events for event in some}
