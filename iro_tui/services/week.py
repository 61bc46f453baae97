"""The week on the road: its meetings and visits, with all that is needed away from the desk."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from iro_tui.domain.documents import DocumentKind
from iro_tui.domain.due.items import DueRow
from iro_tui.domain.due.steps import step_lines
from iro_tui.domain.review import BEFORE_MEETING, Meeting
from iro_tui.domain.week import (
    OWN_DATES,
    Week,
    WeekEntry,
    contacts,
    held_note,
    how_words,
    in_order,
    meeting_words,
    monday_of,
    place_of,
    takes_place,
    to_prepare,
    week_file_name,
)
from iro_tui.services.next_dates import known_of

if TYPE_CHECKING:
    from pathlib import Path

    from iro_tui.documents.renderer import Renderer
    from iro_tui.domain.timescales import Timescales
    from iro_tui.store.store import Store, Work


def week(store: "Store", timescales: "Timescales", day: date) -> Week:
    """Return the week in which a day lies, from its Monday."""
    first = monday_of(day)
    days = [first + timedelta(days=number) for number in range(7)]
    with store.work() as work:
        meetings = work.meetings.within(days[0], days[-1])
        dates = work.due_items.of_kinds(OWN_DATES, first_day=days[0], last_day=days[-1])
        entries = [*_meetings(work, timescales, meetings), *_dates(work, dates)]
        chair = work.chair.get()
    is_working_day = timescales.working_days.is_working_day
    return Week(
        first=first,
        today=store.clock.today(),
        chair_name=chair.name if chair else "",
        entries=in_order(entries),
        days_off=frozenset(day for day in days[:5] if not is_working_day(day)),
    )


def write(
    store: "Store", timescales: "Timescales", renderer: "Renderer", day: date, *, folder: "Path"
) -> "Path":
    """Write the week as a Word file and return where; raises TemplateError or CannotWrite."""
    found = week(store, timescales, day)
    target = folder / week_file_name(found.first)
    renderer.write(DocumentKind.WEEK, found, target)
    return target


def _meetings(
    work: "Work", timescales: "Timescales", meetings: tuple[Meeting, ...]
) -> Iterator[WeekEntry]:
    today = work.clock.today()
    for meeting in meetings:
        review = work.reviews.get(meeting.review_id)
        day = meeting.held_on or meeting.planned_for
        if day is None or not takes_place(review):
            continue
        known = known_of(work, review.child_id)
        people = work.people.of_child(review.child_id)
        is_to_come = review.state in BEFORE_MEETING
        steps = step_lines(known, review, timescales) if is_to_come else ()
        views = work.views.of_review(review.id) if meeting.held_on is None else ()
        yield WeekEntry(
            day=day,
            what=meeting_words(review, meeting),
            child_id=review.child_id,
            name=known.child.name,
            reference=known.child.reference,
            time=review.planned_time if meeting.planned_for == review.planned_for else "",
            place=place_of(meeting.venue or review.venue, people),
            how=how_words(meeting),
            travel_note=place_of(meeting.travel_note, people),
            note=held_note(review, meeting, today),
            to_prepare=tuple(to_prepare(steps, views, today)),
            people=contacts(people, day),
            review_id=review.id,
            is_meeting=True,
        )


def _dates(work: "Work", rows: tuple[DueRow, ...]) -> Iterator[WeekEntry]:
    for row in rows:
        item = row.item
        yield WeekEntry(
            day=item.due_on,
            what=OWN_DATES[item.what],
            child_id=item.child_id,
            name=row.name,
            reference=row.reference,
            note=f"{item.rule} ({item.mark})",
            people=contacts(work.people.of_child(item.child_id), item.due_on),
        )
