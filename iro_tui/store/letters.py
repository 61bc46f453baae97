"""The child's letter in the store, section by section; its revisions are added, too."""

from uuid import UUID

from sqlmodel import col, select

from iro_tui.store.rows import NewId, Rows
from iro_tui.store.tables import LetterRevisionRow


class LetterRepository:
    """Every revision of every section of every letter."""

    def __init__(self, rows: Rows, new_id: NewId) -> None:
        self._rows = rows
        self._new_id = new_id

    def sections(self, review_id: UUID, band: str) -> dict[str, str]:
        """Return the newest text of each section that was written for this band."""
        found = (
            select(LetterRevisionRow)
            .where(
                col(LetterRevisionRow.review_id) == review_id, col(LetterRevisionRow.band) == band
            )
            .order_by(col(LetterRevisionRow.revision))
        )
        return {row.section_id: row.text for row in self._rows.session.exec(found)}

    def save_section(
        self, review_id: UUID, band: str, section_id: str, text: str, revision_id: UUID
    ) -> None:
        """Keep a section's text; one visit is one revision, as with answers."""
        newest = self._newest(review_id, band, section_id)
        if newest is not None and newest.draft_id == revision_id:
            self._rows.change(newest, text=text)
            return
        self._rows.add(
            LetterRevisionRow,
            id=self._new_id(),
            review_id=review_id,
            band=band,
            section_id=section_id,
            revision=1 if newest is None else newest.revision + 1,
            draft_id=revision_id,
            text=text,
        )

    def _newest(self, review_id: UUID, band: str, section_id: str) -> LetterRevisionRow | None:
        found = (
            select(LetterRevisionRow)
            .where(
                col(LetterRevisionRow.review_id) == review_id,
                col(LetterRevisionRow.band) == band,
                col(LetterRevisionRow.section_id) == section_id,
            )
            .order_by(col(LetterRevisionRow.revision).desc())
            .limit(1)
        )
        return self._rows.session.exec(found).first()
