"""Who was at the meetings of a review, in the store."""

from uuid import UUID

from sqlmodel import col, select

from iro_tui.domain.review import Attendance
from iro_tui.store.rows import Rows, as_added, fields_of, value_of
from iro_tui.store.tables import AttendanceRow, MeetingRow


class AttendanceRepository:
    """Everybody who was asked to a meeting, and how they were there."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_review(self, review_id: UUID) -> tuple[Attendance, ...]:
        """Return who was asked, meeting by meeting, in the order in which they were added."""
        found = (
            select(AttendanceRow)
            .join(MeetingRow, col(MeetingRow.id) == col(AttendanceRow.meeting_id))
            .where(col(MeetingRow.review_id) == review_id)
            .order_by(col(MeetingRow.sequence), *as_added(AttendanceRow))
        )
        return tuple(value_of(Attendance, row) for row in self._rows.session.exec(found))

    def get(self, attendance_id: UUID) -> Attendance:
        """Return the attendance with this key; raises NotFound."""
        row = self._rows.get(AttendanceRow, attendance_id, what="person")
        return value_of(Attendance, row)

    def save(self, attendance: Attendance) -> None:
        """Add somebody, or keep what was changed."""
        self._rows.keep(AttendanceRow, **fields_of(attendance))

    def remove(self, attendance_id: UUID) -> None:
        """Take somebody off the list of a meeting; raises NotFound."""
        self._rows.remove(AttendanceRow, attendance_id, what="person")
