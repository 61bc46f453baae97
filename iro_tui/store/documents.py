"""Issued documents in the store, byte for byte."""

from uuid import UUID

from sqlmodel import col, select

from iro_tui.domain.documents import IssuedDocument
from iro_tui.store.rows import Rows, as_added, fields_of, value_of
from iro_tui.store.tables import IssuedDocumentRow


class DocumentRepository:
    """Every document that was issued; none is ever changed."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_review(self, review_id: UUID) -> tuple[IssuedDocument, ...]:
        """Return a review's documents, in the order in which they were issued."""
        found = (
            select(IssuedDocumentRow)
            .where(col(IssuedDocumentRow.review_id) == review_id)
            .order_by(col(IssuedDocumentRow.issued_at), *as_added(IssuedDocumentRow))
        )
        return tuple(value_of(IssuedDocument, row) for row in self._rows.session.exec(found))

    def add(self, document: IssuedDocument) -> None:
        """Add an issued document."""
        self._rows.add(IssuedDocumentRow, **fields_of(document))
