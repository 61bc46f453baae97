"""The meetings of a review, in the store."""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_
from sqlalchemy import select as columns
from sqlmodel import col, select

from iro_tui.domain.child import Child
from iro_tui.domain.month import MeetingOnDay
from iro_tui.domain.review import Meeting, ReviewState
from iro_tui.store.rows import Rows, as_added, fields_of, value_of
from iro_tui.store.tables import ChildRow, MeetingRow, ReviewNumberRow, ReviewRow

_DAY = func.coalesce(col(MeetingRow.held_on), col(MeetingRow.planned_for))
_TAKES_PLACE = col(ReviewRow.state).not_in((ReviewState.CANCELLED, ReviewState.POSTPONED))


class MeetingRepository:
    """Every meeting of every review."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_review(self, review_id: UUID) -> tuple[Meeting, ...]:
        """Return a review's meetings, in their order."""
        found = (
            select(MeetingRow)
            .where(col(MeetingRow.review_id) == review_id)
            .order_by(col(MeetingRow.sequence), col(MeetingRow.created_at))
        )
        return tuple(value_of(Meeting, row) for row in self._rows.session.exec(found))

    def within(self, first_day: date, last_day: date) -> tuple[Meeting, ...]:
        """Return the meetings of all children that were held, or are planned, in some days."""
        within = _is_within(first_day, last_day)
        found = select(MeetingRow).where(within).order_by(_DAY, *as_added(MeetingRow))
        return tuple(value_of(Meeting, row) for row in self._rows.session.exec(found))

    def by_day(self, first_day: date, last_day: date) -> dict[date, int]:
        """Return how many meetings take place on each day, of all children."""
        counted = (
            columns(_DAY, func.count())
            .join(ReviewRow, col(ReviewRow.id) == col(MeetingRow.review_id))
            .where(_is_within(first_day, last_day), _TAKES_PLACE)
            .group_by(_DAY)
        )
        return dict(self._rows.session.execute(counted).tuples().all())

    def on(self, day: date, *, limit: int) -> tuple[MeetingOnDay, ...]:
        """Return the meetings of all children on a day, by the hour; without an hour first."""
        number = (
            columns(col(ReviewNumberRow.number))
            .where(col(ReviewNumberRow.review_id) == col(ReviewRow.id))
            .where(col(ReviewNumberRow.position) == 0)
            .scalar_subquery()
        )
        found = (
            columns(MeetingRow, ReviewRow, ChildRow, number)
            .join(ReviewRow, col(ReviewRow.id) == col(MeetingRow.review_id))
            .join(ChildRow, col(ChildRow.id) == col(ReviewRow.child_id))
            .where(_is_within(day, day), _TAKES_PLACE)
            .order_by(col(ReviewRow.planned_time), col(ChildRow.reference))
            .limit(limit)
        )
        return tuple(_on_day(*row) for row in self._rows.session.execute(found).tuples())

    def find(self, meeting_id: UUID) -> Meeting | None:
        """Return the meeting with this key, None where it was taken out."""
        row = self._rows.session.get(MeetingRow, meeting_id)
        return value_of(Meeting, row) if row else None

    def get(self, meeting_id: UUID) -> Meeting:
        """Return the meeting with this key; raises NotFound."""
        return value_of(Meeting, self._rows.get(MeetingRow, meeting_id, what="meeting"))

    def save(self, meeting: Meeting) -> None:
        """Add a meeting, or keep what was changed."""
        self._rows.keep(MeetingRow, **fields_of(meeting))

    def remove(self, meeting_id: UUID) -> None:
        """Take out a meeting that nobody was at; raises NotFound."""
        self._rows.remove(MeetingRow, meeting_id, what="meeting")


def _is_within(first_day: date, last_day: date) -> ColumnElement[bool]:
    """Return what narrows meetings to some days; the index by both days serves either."""
    held_on, planned_for = col(MeetingRow.held_on), col(MeetingRow.planned_for)
    return or_(
        held_on.between(first_day, last_day),
        and_(held_on.is_(None), planned_for.between(first_day, last_day)),
    )


def _on_day(
    meeting: MeetingRow, review: ReviewRow, child: ChildRow, number: int | None
) -> MeetingOnDay:
    known = value_of(Child, child)
    return MeetingOnDay(
        review_id=review.id,
        child_id=child.id,
        name=known.name,
        reference=known.reference,
        number=number or 0,
        time=review.planned_time,
        venue=meeting.venue or review.venue,
        is_held=meeting.held_on is not None,
    )
