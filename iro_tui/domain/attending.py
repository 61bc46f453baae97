"""Who was at a review, over all of its meetings."""

from collections.abc import Iterable
from uuid import UUID

from iro_tui.domain.review import Attendance


def over_all_meetings(attendance: Iterable[Attendance]) -> tuple[Attendance, ...]:
    """Return one row a person: that of a meeting they were at, else that of the last one.

    Rows stand meeting by meeting, and people in the order in which they were first listed.
    """
    found: dict[str | UUID, Attendance] = {}
    for one in attendance:
        before = found.get(_who(one))
        if before is None or one.presence.was_there or not before.presence.was_there:
            found[_who(one)] = one
    return tuple(found.values())


def _who(one: Attendance) -> str | UUID:
    return "the child" if one.is_child else one.person_id or one.name.casefold()
