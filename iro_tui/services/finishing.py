"""Closing a review: what is open may stay open, and the record says so."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from iro_tui.domain.finishing import FinishView, closed_review, completed_day, finish_view
from iro_tui.domain.next_meeting import meeting_to_come
from iro_tui.domain.planning import agreed_plan
from iro_tui.domain.review import BEFORE_MEETING, OPEN_MEETING, Review
from iro_tui.domain.text import clean_text
from iro_tui.errors import RuleRefused
from iro_tui.services.meeting_again import remove_meeting_to_come
from iro_tui.services.meeting_view import meeting_view
from iro_tui.services.preparing import plan_as_agreed

if TYPE_CHECKING:
    from iro_tui.knowledge import Knowledge
    from iro_tui.store.store import Store, Work


@dataclass(frozen=True)
class ClosingReasons:
    """What the chair typed while closing; each may be blank where nothing needs a reason.

    `late_code` is a code of data/codes.toml, `late` says why in the chair's own words.
    `participation_override` is a code PN0 to PN7 that the chair prefers, with its reason.
    """

    late: str = ""
    late_code: str = ""
    no_views: str = ""
    participation_override: str = ""
    participation: str = ""


def look(store: "Store", knowledge: "Knowledge", review_id: UUID) -> FinishView:
    """Return what closing this review today would leave open."""
    with store.work() as work:
        view = meeting_view(work, knowledge, review_id)
        reviews = work.reviews.of_child(view.child.id)
    return finish_view(view, reviews, knowledge.timescales)


def finish(
    store: "Store", knowledge: "Knowledge", review_id: UUID, reasons: ClosingReasons
) -> Review:
    """Close the review today, keep the reasons, and plan the next one where a day was agreed.

    Raises RuleRefused when it was closed before, or when an override has no reason.
    """
    if reasons.participation_override and not reasons.participation.strip():
        raise RuleRefused(
            "Another participation code needs a reason.",
            hint="Say in a few words why it fits better.",
        )
    with store.work() as work:
        review = work.reviews.get(review_id)
        if review.state not in BEFORE_MEETING | OPEN_MEETING:
            raise RuleRefused("This review is closed already.", hint="Its papers can be written.")
        meetings = work.meetings.of_review(review_id)
        day = completed_day(review, meetings, store.clock.today())
        review = _with_reasons(closed_review(review, day), reasons)
        work.reviews.save(review)
        _end_meetings(store, work, review)
        agreed = agreed_plan(work.answers.current(review_id).get("closing.next"))
        plan_as_agreed(store, work, knowledge.timescales, review, agreed)
        work.commit()
        return review


def _end_meetings(store: "Store", work: "Work", review: Review) -> None:
    """End the last meeting; a further one that is planned and did not come to pass goes."""
    coming = meeting_to_come(work.meetings.of_review(review.id))
    if coming is not None and coming.planned_for != review.completed_on:
        remove_meeting_to_come(work, review.id)
    for meeting in work.meetings.of_review(review.id)[-1:]:
        held_on = meeting.held_on or review.completed_on
        ended_at = meeting.ended_at or store.clock.now()
        work.meetings.save(replace(meeting, held_on=held_on, ended_at=ended_at))


def _with_reasons(review: Review, reasons: ClosingReasons) -> Review:
    return replace(
        review,
        late_code=reasons.late_code,
        late_reason=clean_text(reasons.late, what="The reason"),
        no_views_reason=clean_text(reasons.no_views, what="The reason"),
        participation_override=reasons.participation_override,
        participation_reason=clean_text(reasons.participation, what="The reason"),
    )
