"""Children and the people around them: look at, add, change."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from iro_tui.domain.child import Child, Person
from iro_tui.domain.child_entry import check_last_review
from iro_tui.domain.decisions import Decision
from iro_tui.domain.following import ReviewMove
from iro_tui.domain.review import Review, review_in_hand
from iro_tui.domain.timescales import NextReview, next_review
from iro_tui.errors import BadInput, NotFound
from iro_tui.services.next_dates import renumber_planned

if TYPE_CHECKING:
    from iro_tui.domain.timescales import Timescales
    from iro_tui.store.store import Store, Work


@dataclass(frozen=True)
class ChildView:
    """One child with everything the child's screen shows; reviews stand oldest first."""

    child: Child
    people: tuple[Person, ...]
    reviews: tuple[Review, ...]
    open_decisions: tuple[Decision, ...]
    next_review: NextReview | None
    moves: tuple[ReviewMove, ...] = ()

    @property
    def review_in_hand(self) -> UUID | None:
        """The review whose meeting is open, else the newest one planned."""
        review = review_in_hand(self.reviews)
        return review.id if review else None


def view(store: "Store", timescales: "Timescales", child_id: UUID) -> ChildView:
    """Return a child with people, reviews and open decisions."""
    with store.work() as work:
        child = work.children.get(child_id)
        reviews = work.reviews.of_child(child_id)
        return ChildView(
            child=child,
            people=work.people.of_child(child_id),
            reviews=reviews,
            open_decisions=tuple(
                decision for decision in work.decisions.of_child(child_id) if decision.is_open
            ),
            next_review=next_review(child, reviews, timescales),
            moves=work.following.moves_of_child(child_id),
        )


def get(store: "Store", child_id: UUID) -> Child:
    """Return a child; raises NotFound."""
    with store.work() as work:
        return work.children.get(child_id)


def person(store: "Store", person_id: UUID) -> Person:
    """Return somebody around a child; raises NotFound."""
    with store.work() as work:
        return work.people.get(person_id)


def find(store: "Store", reference: str) -> Child:
    """Return the child with this reference; raises NotFound."""
    with store.work() as work:
        return work.children.by_reference(reference)


def keep_child(store: "Store", timescales: "Timescales", child: Child) -> None:
    """Add a child or keep what was changed; a planned review follows it.

    Raises BadInput when another child has the reference, and BadFields for a last review whose
    number was given already.
    """
    with store.work() as work:
        namesake = _child_named(work, child.reference)
        if namesake is not None and namesake.id != child.id:
            raise BadInput(
                f"There is already a child with the reference {child.reference}.",
                hint="Each child needs a reference of their own.",
            )
        check_last_review(child, work.reviews.of_child(child.id))
        work.children.save(child)
        renumber_planned(work, timescales, child)
        work.commit()


def _child_named(work: "Work", reference: str) -> Child | None:
    try:
        return work.children.by_reference(reference)
    except NotFound:
        return None


def keep_person(store: "Store", person: Person) -> None:
    """Add somebody around a child, or keep what was changed."""
    with store.work() as work:
        work.people.save(person)
        work.commit()


def remove_person(store: "Store", person_id: UUID) -> Person:
    """Take somebody off a child's list and return them, so that this can be undone."""
    with store.work() as work:
        person = work.people.get(person_id)
        work.people.remove(person_id)
        work.commit()
        return person
