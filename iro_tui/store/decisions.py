"""Decisions in the store, and what later reviews found of them."""

from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from iro_tui.domain.decisions import Decision, DecisionOutcome
from iro_tui.store.rows import Rows, as_added, fields_of, value_of
from iro_tui.store.tables import DecisionOutcomeRow, DecisionRow, ReviewRow

_DAY = func.coalesce(col(ReviewRow.held_on), col(ReviewRow.planned_for), col(ReviewRow.due_on))


class DecisionRepository:
    """Every decision of every review, and every outcome."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def made_in(self, review_id: UUID) -> tuple[Decision, ...]:
        """Return the decisions that a review made, by number."""
        found = (
            select(DecisionRow)
            .where(col(DecisionRow.review_id) == review_id)
            .order_by(col(DecisionRow.number), *as_added(DecisionRow))
        )
        return tuple(value_of(Decision, row) for row in self._rows.session.exec(found))

    def of_child(self, child_id: UUID) -> tuple[Decision, ...]:
        """Return the decisions of all of a child's reviews, oldest review first."""
        found = (
            select(DecisionRow)
            .join(ReviewRow, col(ReviewRow.id) == col(DecisionRow.review_id))
            .where(col(ReviewRow.child_id) == child_id)
            .order_by(
                _DAY.nulls_last(),
                col(ReviewRow.created_at),
                col(DecisionRow.number),
                *as_added(DecisionRow),
            )
        )
        return tuple(value_of(Decision, row) for row in self._rows.session.exec(found))

    def get(self, decision_id: UUID) -> Decision:
        """Return the decision with this key; raises NotFound."""
        return value_of(Decision, self._rows.get(DecisionRow, decision_id, what="decision"))

    def save(self, decision: Decision) -> None:
        """Add a decision, or keep what was changed."""
        self._rows.keep(DecisionRow, **fields_of(decision))
        self._rows.note_review(decision.review_id)

    def remove(self, decision_id: UUID) -> None:
        """Take a decision out; raises NotFound, or RuleRefused once a review went through it."""
        self._rows.note_review(self.get(decision_id).review_id)
        self._rows.remove(DecisionRow, decision_id, what="decision")

    def outcomes_of(self, review_id: UUID) -> dict[UUID, DecisionOutcome]:
        """Return what a review found of earlier decisions, by decision id."""
        found = (
            select(DecisionOutcomeRow)
            .where(col(DecisionOutcomeRow.review_id) == review_id)
            .order_by(*as_added(DecisionOutcomeRow))
        )
        return {
            row.decision_id: value_of(DecisionOutcome, row)
            for row in self._rows.session.exec(found)
        }

    def save_outcome(self, outcome: DecisionOutcome) -> None:
        """Keep what a review found of an earlier decision; there is one for each of the two."""
        self._rows.keep(DecisionOutcomeRow, **fields_of(outcome))

    def remove_outcome(self, outcome_id: UUID) -> None:
        """Forget an outcome; raises NotFound."""
        self._rows.remove(DecisionOutcomeRow, outcome_id, what="outcome")
