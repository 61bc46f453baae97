"""The people around a child, in the store."""

from uuid import UUID

from sqlmodel import col, select

from iro_tui.domain.child import Person
from iro_tui.store.rows import Rows, as_added, fields_of, value_of
from iro_tui.store.tables import PersonRow


class PersonRepository:
    """Everybody around the children."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_child(self, child_id: UUID) -> tuple[Person, ...]:
        """Return the people around a child, in the order in which they were added."""
        found = (
            select(PersonRow)
            .where(col(PersonRow.child_id) == child_id)
            .order_by(*as_added(PersonRow))
        )
        return tuple(value_of(Person, row) for row in self._rows.session.exec(found))

    def get(self, person_id: UUID) -> Person:
        """Return the person with this key; raises NotFound."""
        return value_of(Person, self._rows.get(PersonRow, person_id, what="person"))

    def save(self, person: Person) -> None:
        """Add somebody, or keep what was changed."""
        self._rows.keep(PersonRow, **fields_of(person))

    def remove(self, person_id: UUID) -> None:
        """Take somebody off the list; where they were named, the name stays. Raises NotFound."""
        self._rows.remove(PersonRow, person_id, what="person")
