"""The views that were asked for a review, in the store."""

from uuid import UUID

from sqlmodel import col, select

from iro_tui.domain.review import ViewReceived
from iro_tui.store.rows import Rows, as_added, fields_of, value_of
from iro_tui.store.tables import ViewReceivedRow


class ViewRepository:
    """What those who were asked think."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_review(self, review_id: UUID) -> tuple[ViewReceived, ...]:
        """Return those of a review, in the order in which they were added."""
        found = (
            select(ViewReceivedRow)
            .where(col(ViewReceivedRow.review_id) == review_id)
            .order_by(*as_added(ViewReceivedRow))
        )
        return tuple(value_of(ViewReceived, row) for row in self._rows.session.exec(found))

    def get(self, key: UUID) -> ViewReceived:
        """Return the one with this key; raises NotFound."""
        return value_of(ViewReceived, self._rows.get(ViewReceivedRow, key, what="view"))

    def save(self, view: ViewReceived) -> None:
        """Add it, or keep what was changed."""
        self._rows.keep(ViewReceivedRow, **fields_of(view))

    def remove(self, key: UUID) -> None:
        """Take it out; raises NotFound."""
        self._rows.remove(ViewReceivedRow, key, what="view")
