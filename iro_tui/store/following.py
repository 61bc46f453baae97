"""Trackers, steps, moves, status changes and diary entries in the store."""

from uuid import UUID

from sqlmodel import col, select

from iro_tui.domain.following import DiaryEntry, ReviewMove, StatusChange, StepDone, Tracked
from iro_tui.store.rows import Rows, as_added, fields_of, value_of
from iro_tui.store.tables import (
    DiaryEntryRow,
    ReviewMoveRow,
    ReviewRow,
    StatusChangeRow,
    StepDoneRow,
    TrackedRow,
)


class FollowingRepository:
    """What is kept so that dates can be followed."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def tracked(self, child_id: UUID) -> tuple[Tracked, ...]:
        """Return what is known of a child's trackers."""
        found = select(TrackedRow).where(col(TrackedRow.child_id) == child_id)
        return tuple(value_of(Tracked, row) for row in self._rows.session.exec(found))

    def save_tracked(self, tracked: Tracked) -> None:
        """Keep what is known of one tracker; raises RuleRefused for a second row of the same."""
        self._rows.keep(TrackedRow, **fields_of(tracked))
        self._rows.moved.add(tracked.child_id)

    def remove_tracked(self, tracked_id: UUID) -> None:
        """Forget what is known of one tracker; raises NotFound."""
        self._rows.moved.add(self._rows.get(TrackedRow, tracked_id, what="tracker").child_id)
        self._rows.remove(TrackedRow, tracked_id, what="tracker")

    def steps_of(self, review_id: UUID) -> tuple[StepDone, ...]:
        """Return the steps around a review that were done."""
        found = select(StepDoneRow).where(col(StepDoneRow.review_id) == review_id)
        return tuple(value_of(StepDone, row) for row in self._rows.session.exec(found))

    def steps_of_child(self, child_id: UUID) -> dict[UUID, tuple[StepDone, ...]]:
        """Return the steps done around a child's reviews, by review."""
        found = (
            select(StepDoneRow)
            .join(ReviewRow, col(ReviewRow.id) == col(StepDoneRow.review_id))
            .where(col(ReviewRow.child_id) == child_id)
        )
        steps: dict[UUID, tuple[StepDone, ...]] = {}
        for row in self._rows.session.exec(found):
            known = steps.get(row.review_id, ())
            steps[row.review_id] = (*known, value_of(StepDone, row))
        return steps

    def save_step(self, step: StepDone) -> None:
        """Keep that a step was done."""
        self._rows.keep(StepDoneRow, **fields_of(step))
        self._rows.note_review(step.review_id)

    def remove_step(self, step_id: UUID) -> None:
        """Take back that a step was done; raises NotFound."""
        self._rows.note_review(self._rows.get(StepDoneRow, step_id, what="step").review_id)
        self._rows.remove(StepDoneRow, step_id, what="step")

    def moves_of(self, review_id: UUID) -> tuple[ReviewMove, ...]:
        """Return how often and why a review was put to another day, oldest first."""
        found = (
            select(ReviewMoveRow)
            .where(col(ReviewMoveRow.review_id) == review_id)
            .order_by(*as_added(ReviewMoveRow))
        )
        return tuple(value_of(ReviewMove, row) for row in self._rows.session.exec(found))

    def moves_of_child(self, child_id: UUID) -> tuple[ReviewMove, ...]:
        """Return every move of a child's reviews, oldest first."""
        found = (
            select(ReviewMoveRow)
            .join(ReviewRow, col(ReviewRow.id) == col(ReviewMoveRow.review_id))
            .where(col(ReviewRow.child_id) == child_id)
            .order_by(*as_added(ReviewMoveRow))
        )
        return tuple(value_of(ReviewMove, row) for row in self._rows.session.exec(found))

    def add_move(self, move: ReviewMove) -> None:
        """Keep that a review was put to another day."""
        self._rows.add(ReviewMoveRow, **fields_of(move))

    def changes_of(self, child_id: UUID) -> tuple[StatusChange, ...]:
        """Return the changes of a child's status, by day, then as they were noted."""
        found = (
            select(StatusChangeRow)
            .where(col(StatusChangeRow.child_id) == child_id)
            .order_by(col(StatusChangeRow.happened_on), *as_added(StatusChangeRow))
        )
        return tuple(value_of(StatusChange, row) for row in self._rows.session.exec(found))

    def add_change(self, change: StatusChange) -> None:
        """Keep a change of a child's status."""
        self._rows.add(StatusChangeRow, **fields_of(change))
        self._rows.moved.add(change.child_id)

    def remove_change(self, change_id: UUID) -> None:
        """Take a change of status out of the history; raises NotFound."""
        self._rows.moved.add(self._rows.get(StatusChangeRow, change_id, what="change").child_id)
        self._rows.remove(StatusChangeRow, change_id, what="change")

    def diary_entries(self) -> tuple[DiaryEntry, ...]:
        """Return what was last written to the diary file."""
        every = select(DiaryEntryRow).order_by(*as_added(DiaryEntryRow))
        return tuple(value_of(DiaryEntry, row) for row in self._rows.session.exec(every))

    def save_diary_entry(self, entry: DiaryEntry) -> None:
        """Keep what is now written to the diary file for one date."""
        self._rows.keep(DiaryEntryRow, **fields_of(entry))
