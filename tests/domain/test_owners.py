"""Who does it: found by first letters, and never a role alone."""

from datetime import date
from uuid import uuid4

import pytest

from iro_tui.domain.chair import Chair
from iro_tui.domain.child import Child, Person, Role
from iro_tui.domain.owners import Owner, owner_of, owners_around, owners_matching
from iro_tui.errors import BadInput

CHILD = Child(uuid4(), "A-1", date(2019, 4, 4), given_name="Amara")
CHAIR = Chair(uuid4(), "Ruth Hale")


def person(name: str, role: Role, **more: object) -> Person:
    return Person(uuid4(), CHILD.id, name, role, **more)  # type: ignore[arg-type]


PEOPLE = (
    person("Helen Cole", Role.TEACHER, role_note="class teacher"),
    person("Jo Farrow", Role.CARER, known_as="Auntie Jo"),
    person("Priya Shah", Role.SOCIAL_WORKER),
    person("Old Worker", Role.SOCIAL_WORKER, until=date(2025, 1, 1)),
    person("Carla Socha", Role.FRIEND),
)
OWNERS = owners_around(PEOPLE, CHILD, CHAIR)


def names(owners: tuple[Owner, ...]) -> list[str]:
    return [owner.name for owner in owners]


def test_those_most_often_asked_come_first_and_chair_and_child_last() -> None:
    assert names(OWNERS)[:3] == ["Priya Shah", "Jo Farrow", "Helen Cole"]
    assert names(OWNERS)[-2:] == ["Ruth Hale", "Amara"]


def test_somebody_whose_role_has_ended_is_not_offered() -> None:
    assert "Old Worker" not in names(OWNERS)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("pri", ["Priya Shah"]),
        ("SHAH", ["Priya Shah"]),
        ("pr sh", ["Priya Shah"]),
        ("auntie", ["Jo Farrow"]),
        ("soc", ["Carla Socha", "Priya Shah"]),
        ("class teach", ["Helen Cole"]),
        ("iya", []),
        ("SW", []),
    ],
)
def test_first_letters_of_a_name_find_before_those_of_a_role(typed: str, found: list[str]) -> None:
    assert names(owners_matching(OWNERS, typed)) == found


def test_nothing_typed_finds_everybody() -> None:
    assert owners_matching(OWNERS, " ") == OWNERS


def test_a_known_name_brings_role_and_person() -> None:
    owner = owner_of("priya shah", OWNERS)
    assert owner.role == "social worker"
    assert owner.person_id == PEOPLE[2].id


def test_a_new_name_may_carry_its_role_in_brackets() -> None:
    assert owner_of(" Dr Moss (paediatrician) ", OWNERS) == Owner("Dr Moss", "paediatrician")


@pytest.mark.parametrize(
    ("role", "hint"),
    [("SW", "Priya Shah is the social worker."), ("social worker", "Priya Shah"), ("TM", "Name")],
)
def test_a_role_alone_is_refused_with_who_has_it(role: str, hint: str) -> None:
    with pytest.raises(BadInput) as refused:
        owner_of(role, OWNERS)
    assert hint in refused.value.hint
