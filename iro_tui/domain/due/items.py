"""One date of a child, and one line of a list of dates over all children."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from iro_tui.domain.rules import Mark


@dataclass(frozen=True)
class DueItem:
    """One date of a child that is to be kept, derived from everything that is known.

    `what` is the id of a step, of a tracker, or "review", "decision"; `subject_id` names the
    decision. `title` says it in words, without the child's name. `opens_on` is the first lawful
    day of a window with two ends. What `lapses` asks for nothing once its day has passed: a
    manager's silence counts as agreed.
    """

    child_id: UUID
    what: str
    title: str
    due_on: date
    mark: Mark
    rule: str = ""
    source: str = ""
    opens_on: date | None = None
    lapses: bool = False
    review_id: UUID | None = None
    subject_id: UUID | None = None


@dataclass(frozen=True)
class DueRow:
    """A date with the child that it belongs to, and the kind of that child's next review."""

    item: DueItem
    reference: str
    known_as: str = ""
    given_name: str = ""
    family_name: str = ""
    next_kind: str = ""

    @property
    def name(self) -> str:
        """The name the child likes, else a given name, else the reference."""
        return self.known_as or self.given_name or self.family_name or self.reference
