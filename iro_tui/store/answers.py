"""Answers in the store: revisions are added, never changed once their visit is over."""

from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from iro_tui.domain.answers import Answer
from iro_tui.store.rows import NewId, Rows, fields_of, value_of
from iro_tui.store.tables import AnswerRevisionRow


class AnswerRepository:
    """Every revision of every answer."""

    def __init__(self, rows: Rows, new_id: NewId) -> None:
        self._rows = rows
        self._new_id = new_id

    def current(self, review_id: UUID) -> dict[str, Answer]:
        """Return the newest answer to each question of a review, by question id."""
        newest = (
            select(
                col(AnswerRevisionRow.question_id),
                func.max(col(AnswerRevisionRow.revision)).label("revision"),
            )
            .where(col(AnswerRevisionRow.review_id) == review_id)
            .group_by(col(AnswerRevisionRow.question_id))
            .subquery()
        )
        found = (
            select(AnswerRevisionRow)
            .join(
                newest,
                (col(AnswerRevisionRow.question_id) == newest.c.question_id)
                & (col(AnswerRevisionRow.revision) == newest.c.revision),
            )
            .where(col(AnswerRevisionRow.review_id) == review_id)
        )
        return {row.question_id: _answer(row) for row in self._rows.session.exec(found)}

    def save(self, review_id: UUID, answer: Answer, revision_id: UUID) -> Answer:
        """Keep an answer and return it as kept, with its revision and when it was saved.

        Saving under the newest revision's id rewrites that draft: one visit to a field is one
        revision. Any other id adds a revision, and those before stay as they are.
        """
        newest = self._newest(review_id, answer.question_id)
        written = fields_of(answer, leaving=("revision", "saved_at"))
        if newest is not None and newest.draft_id == revision_id:
            return _answer(self._rows.change(newest, **written))
        row = self._rows.add(
            AnswerRevisionRow,
            id=self._new_id(),
            review_id=review_id,
            revision=1 if newest is None else newest.revision + 1,
            draft_id=revision_id,
            **written,
        )
        return _answer(row)

    def history(self, review_id: UUID, question_id: str) -> tuple[Answer, ...]:
        """Return every revision of one answer, oldest first."""
        found = (
            select(AnswerRevisionRow)
            .where(
                col(AnswerRevisionRow.review_id) == review_id,
                col(AnswerRevisionRow.question_id) == question_id,
            )
            .order_by(col(AnswerRevisionRow.revision))
        )
        return tuple(_answer(row) for row in self._rows.session.exec(found))

    def _newest(self, review_id: UUID, question_id: str) -> AnswerRevisionRow | None:
        found = (
            select(AnswerRevisionRow)
            .where(
                col(AnswerRevisionRow.review_id) == review_id,
                col(AnswerRevisionRow.question_id) == question_id,
            )
            .order_by(col(AnswerRevisionRow.revision).desc())
            .limit(1)
        )
        return self._rows.session.exec(found).first()


def _answer(row: AnswerRevisionRow) -> Answer:
    return value_of(Answer, row, saved_at=row.updated_at)
