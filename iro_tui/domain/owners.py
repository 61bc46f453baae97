"""Who does what a decision says: a person around the child, found by a few first letters."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from iro_tui.domain.chair import Chair
from iro_tui.domain.child import Child, Person, Role
from iro_tui.domain.decisions import checked_owner
from iro_tui.errors import BadInput


@dataclass(frozen=True)
class Owner:
    """Somebody who may own a decision; `also` holds what else they are called."""

    name: str
    role: str = ""
    person_id: UUID | None = None
    also: str = ""

    @property
    def words(self) -> str:
        """The owner as shown: "Priya Shah (social worker)"."""
        return f"{self.name} ({self.role})" if self.role else self.name


NOBODY = Owner("")

_FIRST = (Role.SOCIAL_WORKER, Role.CARER, Role.TEAM_MANAGER, Role.TEACHER, Role.PARENT)
_SHORT_ROLES = {
    "sw": Role.SOCIAL_WORKER,
    "tm": Role.TEAM_MANAGER,
    "ssw": Role.SUPERVISING_SOCIAL_WORKER,
    "pa": Role.PERSONAL_ADVISER,
    "school": Role.TEACHER,
    "carers": Role.CARER,
}


def owners_around(people: Iterable[Person], child: Child, chair: Chair) -> tuple[Owner, ...]:
    """Return everybody who may own a decision: those most often asked first, chair and child last.

    Somebody whose role has ended is left out.
    """
    current = [one for one in people if one.until is None]
    current.sort(key=lambda one: _FIRST.index(one.role) if one.role in _FIRST else len(_FIRST))
    around = [Owner(one.name, one.role_words, one.id, one.known_as) for one in current]
    return (*around, Owner(chair.name, "chair of the review"), Owner(child.name, "the child"))


def owners_matching(owners: Iterable[Owner], typed: str) -> tuple[Owner, ...]:
    """Return the owners of whom each typed word begins a name or, after those, a role word."""
    wanted = _words(typed)
    if not wanted:
        return tuple(owners)
    by_name, by_role = [], []
    for owner in owners:
        names = _words(f"{owner.name} {owner.also}")
        if _all_begin(wanted, names):
            by_name.append(owner)
        elif _all_begin(wanted, names + _words(owner.role)):
            by_role.append(owner)
    return (*by_name, *by_role)


def owner_of(typed: str, owners: Iterable[Owner]) -> Owner:
    """Return the owner that was typed: somebody known, or a new name with a role in brackets.

    Raises BadInput for a role alone such as "SW"; its hint names who has that role.
    """
    typed = typed.strip()
    known = tuple(owners)
    for owner in known:
        if typed.casefold() in (owner.words.casefold(), owner.name.casefold()):
            return owner
    name, _, role = typed.partition("(")
    try:
        return Owner(checked_owner(name), role.strip().removesuffix(")"))
    except BadInput as refused:
        raise BadInput(refused.message, hint=_who_is(name, known) or refused.hint) from None


def _who_is(role: str, owners: tuple[Owner, ...]) -> str:
    short = _SHORT_ROLES.get(role.strip().casefold())
    wanted = short.words if short else role.strip().casefold()
    for owner in owners:
        if owner.role.casefold() == wanted:
            return f"{owner.name} is the {owner.role}."
    return ""


def _words(text: str) -> list[str]:
    return re.findall(r"[^\s()]+", text.casefold())


def _all_begin(wanted: list[str], words: list[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in wanted)
