"""What can be done with a child's planned reviews, and what is taken off and brought back."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from iro_tui.domain.next_meeting import meeting_to_come
from iro_tui.domain.review import BEFORE_MEETING, OPEN_MEETING, Review, ReviewState
from iro_tui.errors import RuleRefused
from iro_tui.screens import routes
from iro_tui.screens.frame import IroScreen
from iro_tui.services import cancelling, children, meeting_again
from iro_tui.services.children import ChildView
from iro_tui.widgets.rows import Rows


class ChildReplanning(IroScreen[None]):
    """Plans, cancels and brings back the reviews of the child whose screen it is."""

    view: ChildView | None = None

    def __init__(self, child_id: UUID) -> None:
        super().__init__()
        self._child_id = child_id
        self._undo: Callable[[], Awaitable[None]] | None = None

    def read(self) -> object:
        """Read the child again and show it."""
        raise NotImplementedError

    @property
    def review(self) -> Review | None:
        """The review under the cursor, else the one in hand, else the newest."""
        if self.view is None or not self.view.reviews:
            return None
        wanted = self.query_one("#reviews", Rows).cursor_id or str(self.view.review_in_hand)
        found = [one for one in self.view.reviews if str(one.id) == wanted]
        return found[0] if found else self.view.reviews[-1]

    @property
    def may_undo(self) -> bool:
        """Whether something was taken off that can be brought back."""
        return self._undo is not None

    async def action_plan_review(self) -> None:
        """Plan the next review, or put the planned one, or the next meeting, to another day."""
        for review in self.view.reviews if self.view else ():
            if review.state in OPEN_MEETING:
                await self._plan_next_meeting(review)
                return
        self.app.push_screen(routes.review_plan(self._child_id))

    async def _plan_next_meeting(self, review: Review) -> None:
        meetings = await self.iro.store_call(meeting_again.meetings_of, review.id)
        if meeting_to_come(meetings) is None:
            raise RuleRefused(
                f"The meeting of review {review.number} is still open.",
                hint="Finish it (c), then plan the next one.",
            )
        timescales, today = self.iro.knowledge.timescales, self.iro.clock.today()
        self.app.push_screen(routes.next_meeting(review, meetings, timescales, today))

    async def action_take_off(self) -> None:
        """Take the person off the list, or the plan of the review, under the cursor."""
        people, reviews = self.query_one("#people", Rows), self.query_one("#reviews", Rows)
        if people.has_focus and people.cursor_id:
            await self._remove_person(UUID(people.cursor_id))
        elif reviews.has_focus and self.review is not None:
            await self._take_plan_off(self.review)

    async def _remove_person(self, person_id: UUID) -> None:
        removed = await self.iro.store_call(children.remove_person, person_id)

        async def bring_back() -> None:
            await self.iro.store_call(children.keep_person, removed)

        self._taken_off(bring_back)

    async def _take_plan_off(self, review: Review) -> None:
        if review.state in BEFORE_MEETING:
            self.app.push_screen(routes.cancel(review), self._was_cancelled(review.id))
        elif review.state is ReviewState.CANCELLED:
            await self._bring_back(review.id)
            self._taken_off(None)
        else:
            await self.iro.store_call(meeting_again.take_back, review.id)
            self._taken_off(None)

    def _was_cancelled(self, review_id: UUID) -> Callable[[bool | None], None]:
        def then(is_cancelled: bool | None) -> None:
            if is_cancelled:
                self._taken_off(lambda: self._bring_back(review_id))

        return then

    async def _bring_back(self, review_id: UUID) -> None:
        await self.iro.store_call(cancelling.bring_back_review, review_id)

    def _taken_off(self, undo: Callable[[], Awaitable[None]] | None) -> None:
        self._undo = undo
        self.saved(self.iro.clock.now())
        self.read()

    async def action_undo_taking_off(self) -> None:
        """Bring back what was taken off the list last."""
        if self._undo is not None:
            await self._undo()
            self._taken_off(None)

    def action_late_reason(self) -> None:
        """Say why the review under the cursor was held late."""
        review = self.review
        if review is None or review.in_time is not False:
            raise RuleRefused(
                "This review was not late, or is not held yet.",
                hint="The column “In time” says how it stands.",
            )
        self.app.push_screen(routes.late_reason(review, self.iro.knowledge.codes.late_reason))
