"""The chair's profile in the store."""

from sqlmodel import col, select

from iro_tui.domain.chair import Chair
from iro_tui.store.rows import Rows, fields_of, value_of
from iro_tui.store.tables import ChairRow


class ChairRepository:
    """The one chair whose store this is."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def get(self) -> Chair | None:
        """Return the chair, or None before the profile has been written."""
        first = select(ChairRow).order_by(col(ChairRow.created_at)).limit(1)
        row = self._rows.session.exec(first).first()
        return None if row is None else value_of(Chair, row)

    def save(self, chair: Chair) -> None:
        """Keep the profile."""
        self._rows.keep(ChairRow, **fields_of(chair))
