"""Reviews in the store, with their numbers."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from sqlmodel import and_, col, not_, or_, select

from iro_tui.domain.child import Cycle
from iro_tui.domain.review import BEFORE_MEETING, OPEN_MEETING, Place, Review, ReviewState
from iro_tui.store.rows import NewId, Rows, fields_of, value_of
from iro_tui.store.tables import MeetingRow, ReviewNumberRow, ReviewRow


class ReviewRepository:
    """Every review of every child."""

    def __init__(self, rows: Rows, new_id: NewId) -> None:
        self._rows = rows
        self._new_id = new_id

    def of_child(self, child_id: UUID) -> tuple[Review, ...]:
        """Return a child's reviews, oldest first; one without any day comes last."""
        found = (
            select(ReviewRow)
            .where(col(ReviewRow.child_id) == child_id)
            .order_by(col(ReviewRow.created_at))
        )
        rows = self._rows.session.exec(found).all()
        numbers = self._numbers_of(row.id for row in rows)
        reviews = [_review(row, numbers.get(row.id, {})) for row in rows]
        return tuple(sorted(reviews, key=lambda one: (one.day or date.max, one.number)))

    def get(self, review_id: UUID) -> Review:
        """Return the review with this key; raises NotFound."""
        row = self._rows.get(ReviewRow, review_id, what="review")
        return _review(row, self._numbers_of([review_id]).get(review_id, {}))

    def save(self, review: Review) -> None:
        """Add a review, or keep what was changed.

        Where the chair stands is kept with a new review; afterwards only `save_place` moves it,
        so that an older view of the review cannot put the caret back.
        """
        known = self._rows.session.get(ReviewRow, review.id) is not None
        left = ("numbers", "place") if known else ("numbers",)
        self._rows.keep(ReviewRow, **fields_of(review, leaving=left))
        self._save_numbers(review)
        self._rows.moved.add(review.child_id)

    def save_place(self, review_id: UUID, place: Place) -> None:
        """Keep where the chair stands in the meeting; raises NotFound."""
        self._rows.change(self._rows.get(ReviewRow, review_id, what="review"), place=place)

    def with_a_day(self) -> frozenset[UUID]:
        """Return the reviews of all children that are planned for a day, or open."""
        planned = col(ReviewRow.planned_for).is_not(None)
        waiting = col(ReviewRow.state).in_(BEFORE_MEETING - {ReviewState.POSTPONED})
        is_open = col(ReviewRow.state).in_(OPEN_MEETING)
        found = select(ReviewRow.id).where(or_(is_open, and_(waiting, planned)))
        return frozenset(self._rows.session.exec(found))

    def waiting_for_manager(self) -> tuple[Review, ...]:
        """Return the reviews whose decisions were sent and neither answered nor left in silence."""
        found = select(ReviewRow).where(
            col(ReviewRow.decisions_sent_on).is_not(None),
            col(ReviewRow.manager_answered_on).is_(None),
            col(ReviewRow.agreed_by_silence_on).is_(None),
        )
        rows = self._rows.session.exec(found).all()
        numbers = self._numbers_of(row.id for row in rows)
        return tuple(_review(row, numbers.get(row.id, {})) for row in rows)

    def in_meeting(self) -> Review | None:
        """Return the review whose meeting is going on and was touched last, or None.

        An adjourned review, or a series, waits for its next meeting until that has begun.
        """
        going_on = col(ReviewRow.id).in_(
            select(MeetingRow.review_id).where(
                col(MeetingRow.started_at).is_not(None), col(MeetingRow.ended_at).is_(None)
            )
        )
        is_waiting = col(ReviewRow.state).in_((ReviewState.ADJOURNED, ReviewState.SERIES_OPEN))
        newest = (
            select(ReviewRow)
            .where(col(ReviewRow.state).in_(OPEN_MEETING), or_(not_(is_waiting), going_on))
            .order_by(col(ReviewRow.updated_at).desc())
            .limit(1)
        )
        row = self._rows.session.exec(newest).first()
        return None if row is None else _review(row, self._numbers_of([row.id]).get(row.id, {}))

    def _numbers_of(self, review_ids: Iterable[UUID]) -> dict[UUID, dict[Cycle, int]]:
        numbers: dict[UUID, dict[Cycle, int]] = {}
        for row in self._number_rows(review_ids):
            numbers.setdefault(row.review_id, {})[row.cycle] = row.number
        return numbers

    def _number_rows(self, review_ids: Iterable[UUID]) -> Iterable[ReviewNumberRow]:
        found = (
            select(ReviewNumberRow)
            .where(col(ReviewNumberRow.review_id).in_(list(review_ids)))
            .order_by(col(ReviewNumberRow.position))
        )
        return self._rows.session.exec(found).all()

    def _save_numbers(self, review: Review) -> None:
        rows = {row.cycle: row for row in self._number_rows([review.id])}
        for cycle in rows.keys() - review.numbers.keys():
            self._rows.remove(ReviewNumberRow, rows[cycle].id, what="number")
        for position, (cycle, number) in enumerate(review.numbers.items()):
            if cycle in rows:
                self._rows.change(rows[cycle], position=position, number=number)
            else:
                self._rows.add(
                    ReviewNumberRow,
                    id=self._new_id(),
                    review_id=review.id,
                    position=position,
                    cycle=cycle,
                    number=number,
                )


def _review(row: ReviewRow, numbers: Mapping[Cycle, int]) -> Review:
    return value_of(Review, row, numbers=dict(numbers))
