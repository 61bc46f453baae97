"""Every date of one child that is to be kept, from everything that is known of the child."""

from collections.abc import Iterator
from datetime import date

from iro_tui.domain.decisions import Decision
from iro_tui.domain.due.items import DueItem
from iro_tui.domain.due.known import Known
from iro_tui.domain.due.steps import steps_due
from iro_tui.domain.due.tracking import trackers_due
from iro_tui.domain.following import Change
from iro_tui.domain.review import Review
from iro_tui.domain.rules import Mark
from iro_tui.domain.timescales import NextReview, Timescales

REVIEW = "review"
DISRUPTION = "disruption_review"
DECISION = "decision"
LONGEST_TITLE = 160
"""Characters of a title; what was decided may be as long as a letter."""


def due_items(
    known: Known, coming: NextReview | None, timescales: Timescales
) -> tuple[DueItem, ...]:
    """Return a child's dates, soonest first; `coming` is the next review as it follows from them.

    Nothing here depends on today, so what is kept stays true until something of the child changes.
    """
    items = [
        *_review(known, coming),
        *([disruption] if (disruption := disruption_due(known, timescales)) else []),
        *steps_due(known, timescales),
        *_decisions(known),
        *trackers_due(known, coming, timescales),
    ]
    return tuple(sorted(items, key=lambda item: (item.due_on, item.what, item.title)))


def _review(known: Known, coming: NextReview | None) -> Iterator[DueItem]:
    if coming is None:
        return
    planned = _planned_day(known.reviews, coming)
    yield DueItem(
        child_id=known.child.id,
        what=REVIEW,
        title=f"Review {coming.number}" + ("" if planned else ", no day planned yet"),
        due_on=coming.due_on,
        mark=coming.rule.mark,
        rule=coming.rule.words,
        source=coming.rule.source,
        review_id=coming.review_id,
    )


def _planned_day(reviews: tuple[Review, ...], coming: NextReview) -> date | None:
    for review in reviews:
        if review.id == coming.review_id:
            return review.held_on or review.planned_for
    return None


def disruption_due(known: Known, timescales: Timescales) -> DueItem | None:
    """Return the window in which a review is held after adopters returned the child.

    None where nobody returned one, or once it was held. Adoption Agencies Regulations 2005,
    regulation 36(8).
    """
    ended = [one for one in known.changes if one.change is Change.ADOPTION_ENDED]
    if not ended:
        return None
    returned_on = ended[-1].happened_on
    opens_on = timescales.due("disruption_earliest", returned_on).on
    if any(one.held_on is not None and one.held_on >= opens_on for one in known.reviews):
        return None
    latest = timescales.due("disruption_latest", returned_on)
    return DueItem(
        child_id=known.child.id,
        what=DISRUPTION,
        title="Review after the placement for adoption ended",
        due_on=latest.on,
        mark=latest.mark,
        rule=latest.rule.words,
        source=latest.source,
        opens_on=opens_on,
    )


def _decisions(known: Known) -> Iterator[DueItem]:
    """Yield what was decided and is not done; a meeting that is open has not decided yet."""
    made_in = {review.id: review for review in known.reviews}
    for decision in known.decisions:
        review = made_in.get(decision.review_id)
        is_settled = review is not None and review.completed_on is not None
        if is_settled and decision.is_open and decision.due_on is not None:
            yield DueItem(
                child_id=known.child.id,
                what=DECISION,
                title=_decision_title(decision, review),
                due_on=decision.due_on,
                mark=Mark.LOCAL,
                rule="on the day that the review set",
                source="Decision of the review",
                review_id=decision.review_id,
                subject_id=decision.id,
            )


def _decision_title(decision: Decision, review: Review | None) -> str:
    number = f"{review.number}.{decision.number}" if review else str(decision.number)
    owner = f"{decision.owner}: " if decision.owner else ""
    title = f"Decision {number} · {owner}{' '.join(decision.what.split())}"
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
