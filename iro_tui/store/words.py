"""The child's words, in the store, exactly as said."""

from uuid import UUID

from sqlmodel import col, select

from iro_tui.domain.review import ChildWords
from iro_tui.store.rows import Rows, as_added, fields_of, value_of
from iro_tui.store.tables import ChildWordsRow


class ChildWordsRepository:
    """Every quotation that was kept."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_review(self, review_id: UUID) -> tuple[ChildWords, ...]:
        """Return those of a review, in the order in which they were added."""
        found = (
            select(ChildWordsRow)
            .where(col(ChildWordsRow.review_id) == review_id)
            .order_by(*as_added(ChildWordsRow))
        )
        return tuple(value_of(ChildWords, row) for row in self._rows.session.exec(found))

    def get(self, key: UUID) -> ChildWords:
        """Return the one with this key; raises NotFound."""
        return value_of(ChildWords, self._rows.get(ChildWordsRow, key, what="quotation"))

    def save(self, words: ChildWords) -> None:
        """Add it, or keep what was changed."""
        self._rows.keep(ChildWordsRow, **fields_of(words))

    def remove(self, key: UUID) -> None:
        """Take it out; raises NotFound."""
        self._rows.remove(ChildWordsRow, key, what="quotation")
