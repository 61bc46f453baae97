"""A planned review is cancelled, with the reason; the last lawful day stands."""

from iro_tui.domain.dates.spoken import spoken
from iro_tui.domain.review import Review
from iro_tui.domain.typed import Typed, TypedFields
from iro_tui.screens.replan_sheet import ReplanSheet
from iro_tui.services import cancelling
from iro_tui.widgets.act_field import ActField


class CancelSheet(ReplanSheet):
    """Why a review is cancelled; it may be left blank, and then the record says so."""

    def __init__(self, review: Review) -> None:
        self.review = review
        stands = f" · still due by {spoken(review.due_on)}" if review.due_on else ""
        super().__init__(
            f"Cancel review {review.number}{stands}",
            [
                ActField(
                    "reason", "Why", hint="Why it is cancelled. Enter cancels, x brings it back."
                )
            ],
            draft_key=f"cancel {review.id}",
            before={"reason": review.cancelled_reason},
        )

    def read(self, typed: Typed) -> str:
        """Return the reason; raises BadFields for what cannot be kept."""
        form = TypedFields(typed, self.iro.clock.today())
        reason = form.text("reason")
        form.check()
        return reason

    async def keep(self, typed: Typed) -> None:
        """Cancel the review."""
        await self.iro.store_call(cancelling.cancel_review, self.review.id, self.read(typed))
