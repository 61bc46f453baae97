"""Everything about one review in one frozen view, for the meeting, the write-up and the papers."""

from typing import TYPE_CHECKING
from uuid import UUID

from iro_tui.domain.chair import Chair
from iro_tui.domain.decisions import Decision, DecisionOutcome
from iro_tui.domain.facts import facts_of
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.review import Review
from iro_tui.errors import RuleRefused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iro_tui.knowledge import Knowledge
    from iro_tui.store.store import Store, Work


def view_review(store: "Store", knowledge: "Knowledge", review_id: UUID) -> MeetingView:
    """Return a review with all that surrounds it; raises NotFound."""
    with store.work() as work:
        return meeting_view(work, knowledge, review_id)


def meeting_view(work: "Work", knowledge: "Knowledge", review_id: UUID) -> MeetingView:
    """Build the view inside a piece of work that is going on."""
    review = work.reviews.get(review_id)
    child = work.children.get(review.child_id)
    today = work.clock.today()
    last = _last_review(work.reviews.of_child(child.id), review)
    outcomes = work.decisions.outcomes_of(review_id)
    earlier = _earlier_decisions(work, review, outcomes)
    facts = facts_of(
        child,
        review,
        review.day or today,
        open_decisions=bool(earlier),
        unmet_decisions=any(not one.outcome.closes for one in outcomes.values()),
        letter_issued=last is not None and last.letter_issued_on is not None,
    )
    return MeetingView(
        chair=_chair(work),
        child=child,
        people=work.people.of_child(child.id),
        review=review,
        meetings=work.meetings.of_review(review_id),
        facts=facts,
        agenda=knowledge.agenda.for_review(facts),
        answers=work.answers.current(review_id),
        last_review=last,
        last_answers=work.answers.current(last.id) if last else {},
        attendance=work.attendance.of_review(review_id),
        views=work.views.of_review(review_id),
        words=work.words.of_review(review_id),
        last_words=work.words.of_review(last.id) if last else (),
        decisions=work.decisions.made_in(review_id),
        earlier_decisions=earlier,
        outcomes=outcomes,
        today=today,
        moves=work.following.moves_of(review_id),
    )


def _chair(work: "Work") -> Chair:
    chair = work.chair.get()
    if chair is None:
        raise RuleRefused(
            "Nobody is named as the chair in this store yet.",
            hint="Open iro once and fill in your name and telephone.",
        )
    return chair


def _last_review(reviews: tuple[Review, ...], review: Review) -> Review | None:
    """Return the review held before this one."""
    before = None
    for other in reviews:
        if other.id == review.id:
            break
        if other.held_on is not None:
            before = other
    return before


def _earlier_decisions(
    work: "Work", review: Review, outcomes: "Mapping[UUID, DecisionOutcome]"
) -> tuple[Decision, ...]:
    """Return the decisions of earlier reviews that were open when this review looked."""
    earlier_ids = set()
    for other in work.reviews.of_child(review.child_id):
        if other.id == review.id:
            break
        earlier_ids.add(other.id)
    return tuple(
        decision
        for decision in work.decisions.of_child(review.child_id)
        if decision.review_id in earlier_ids and (decision.is_open or decision.id in outcomes)
    )
