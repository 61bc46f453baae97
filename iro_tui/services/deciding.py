"""Decisions: taking them, and going through those of last time."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from iro_tui.domain.decisions import Decision, DecisionOutcome, as_found, checked_owner
from iro_tui.domain.text import clean_line, clean_text

if TYPE_CHECKING:
    from datetime import date

    from iro_tui.store.store import Store, Work


def keep_decision(store: "Store", decision: Decision) -> Decision:
    """Keep a decision, numbered within its review; a draft may be incomplete.

    Raises BadInput when the owner is a role instead of a person (CPPCR Regulations 2010,
    regulation 36(1): persons are identified), or a text cannot be kept.
    """
    with store.work() as work:
        kept = replace(
            decision,
            what=clean_text(decision.what, what="The decision"),
            why=clean_text(decision.why, what="The reason"),
            owner=_kept_owner(decision),
            words_for_child=clean_text(decision.words_for_child, what="The child's line"),
            number=decision.number or _next_number(work, decision.review_id),
            first_due_on=decision.first_due_on or decision.due_on,
        )
        work.decisions.save(kept)
        work.commit()
        return kept


def _kept_owner(decision: Decision) -> str:
    owner = clean_line(decision.owner, what="The name")
    return owner if decision.draft else checked_owner(owner)


def _next_number(work: "Work", review_id: UUID) -> int:
    return max((one.number for one in work.decisions.made_in(review_id)), default=0) + 1


def remove_draft(store: "Store", decision_id: UUID) -> Decision:
    """Take a decision of this review out and return it, so that this can be undone."""
    with store.work() as work:
        decision = work.decisions.get(decision_id)
        work.decisions.remove(decision_id)
        work.commit()
        return decision


def go_through(store: "Store", found: DecisionOutcome) -> Decision:
    """Keep what this review found of an earlier decision; carried over, it gets its new day.

    The decision keeps its first day and counts how often it was carried over.
    """
    with store.work() as work:
        before = work.decisions.outcomes_of(found.review_id).get(found.decision_id)
        found = replace(found, id=before.id if before else store.new_id())
        work.decisions.save_outcome(found)
        decision = work.decisions.get(found.decision_id)
        if before is not None and before.carried_to:
            decision = replace(decision, due_on=_due_before(work, decision, found.review_id))
        decision = as_found(decision, found, before)
        work.decisions.save(decision)
        work.commit()
        return decision


def take_back(store: "Store", decision_id: UUID, review_id: UUID) -> Decision:
    """Forget what this review found of an earlier decision, as if it had not been looked at."""
    with store.work() as work:
        decision = work.decisions.get(decision_id)
        found = work.decisions.outcomes_of(review_id).get(decision_id)
        if found is None:
            return decision
        work.decisions.remove_outcome(found.id)
        was_carried = found.carried_to is not None
        decision = replace(
            decision,
            outcome=None,
            done_on=None,
            due_on=_due_before(work, decision, review_id) if was_carried else decision.due_on,
            carried_count=decision.carried_count - was_carried,
        )
        work.decisions.save(decision)
        work.commit()
        return decision


def _due_before(work: "Work", decision: Decision, review_id: UUID) -> "date | None":
    """Return the day that held before this review: its last carrying over, else its first day."""
    due_on = decision.first_due_on
    made_in = work.reviews.get(decision.review_id)
    for review in work.reviews.of_child(made_in.child_id):
        if review.id == review_id:
            break
        found = work.decisions.outcomes_of(review.id).get(decision.id)
        due_on = (found.carried_to if found else None) or due_on
    return due_on
