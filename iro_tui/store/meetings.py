"""The meetings of a review, in the store."""

from datetime import date
from uuid import UUID

from sqlalchemy import and_, func, or_
from sqlmodel import col, select

from iro_tui.domain.review import Meeting
from iro_tui.store.rows import Rows, as_added, fields_of, value_of
from iro_tui.store.tables import MeetingRow


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
        held_on, planned_for = col(MeetingRow.held_on), col(MeetingRow.planned_for)
        is_within = or_(
            held_on.between(first_day, last_day),
            and_(held_on.is_(None), planned_for.between(first_day, last_day)),
        )
        day = func.coalesce(held_on, planned_for)
        found = select(MeetingRow).where(is_within).order_by(day, *as_added(MeetingRow))
        return tuple(value_of(Meeting, row) for row in self._rows.session.exec(found))

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
