"""What stands half typed in forms, so that a power cut takes none of it."""

from sqlmodel import col, select

from iro_tui.domain.typed import Typed
from iro_tui.store.rows import NewId, Rows
from iro_tui.store.tables import DraftRow


class DraftRepository:
    """One draft for each form that was begun and is not kept yet."""

    def __init__(self, rows: Rows, new_id: NewId) -> None:
        self._rows = rows
        self._new_id = new_id

    def get(self, key: str) -> Typed:
        """Return what was typed, by field; nothing for a form that was not begun."""
        row = self._row(key)
        return {} if row is None else row.typed

    def save(self, key: str, typed: Typed) -> None:
        """Keep what is typed; with nothing typed the draft is gone."""
        row = self._row(key)
        if row is not None and typed:
            self._rows.change(row, typed=dict(typed))
        elif row is not None:
            self._rows.remove(DraftRow, row.id, what="draft")
        elif typed:
            self._rows.add(DraftRow, id=self._new_id(), key=key, typed=dict(typed))

    def _row(self, key: str) -> DraftRow | None:
        return self._rows.session.exec(select(DraftRow).where(col(DraftRow.key) == key)).first()
