"""What the child likes to be called: an answer in the meeting changes it, with its history."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from iro_tui.domain.following import Change, StatusChange

if TYPE_CHECKING:
    from uuid import UUID

    from iro_tui.domain.agenda import Question
    from iro_tui.domain.answers import Answer
    from iro_tui.domain.child import Child
    from iro_tui.store.store import Store, Work

_NAMES = (Change.KNOWN_AS, Change.PRONOUNS)


def tells_names(question: "Question") -> bool:
    """Whether an answer to this question says how the child is called (`also` in the agenda)."""
    return any(f"fact:{name}" in question.also for name in _NAMES)


def take_up_names(store: "Store", review_id: "UUID", question: "Question") -> "Child | None":
    """Call the child as the answer says, and keep what was before; None where nothing changes.

    A name that is taken out of the answer again gives back the one before it.
    """
    with store.work() as work:
        child = work.children.get(work.reviews.get(review_id).child_id)
        history = work.answers.history(review_id, question.id)
        changed: dict[str, Any] = {
            name: after
            for name in _NAMES
            if f"fact:{name}" in question.also
            and (after := _called(work, child, name, history)) != getattr(child, name)
        }
        if not changed:
            return None
        today = store.clock.today()
        for name, after in changed.items():
            before = getattr(child, name)
            work.following.add_change(
                StatusChange(store.new_id(), child.id, today, Change(name), before, after)
            )
        child = replace(child, **changed)
        work.children.save(child)
        work.commit()
        return child


def _called(work: "Work", child: "Child", name: Change, history: "tuple[Answer, ...]") -> str:
    """Return the name or the pronouns that hold after the last revision of the answer."""
    now = str(getattr(child, name))
    said = [" ".join(str(one.parts.get(name, "")).split()) for one in history]
    if not said or said[-1]:
        return said[-1] if said else now
    changes = [one for one in work.following.changes_of(child.id) if one.change is name]
    return changes[-1].before if changes and now in said else now
