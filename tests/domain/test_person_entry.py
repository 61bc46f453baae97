from datetime import date
from uuid import UUID

import pytest

from iro_tui.domain.child import Person, Role
from iro_tui.domain.person_entry import blank_person, person_from, role_options, typed_person
from iro_tui.errors import BadFields
from iro_tui.knowledge.codes import codes_from
from iro_tui.knowledge.reading import read_toml

TODAY = date(2026, 11, 24)
CODES = codes_from(read_toml("codes.toml"))
BLANK = blank_person(UUID(int=1), UUID(int=2))


def test_a_name_is_enough() -> None:
    person = person_from({"name": " Priya Shah "}, today=TODAY, codes=CODES, before=BLANK)

    assert person == Person(UUID(int=1), UUID(int=2), "Priya Shah")


def test_a_person_without_a_name_is_refused_at_the_name() -> None:
    with pytest.raises(BadFields) as refused:
        person_from({"name": " ", "role": "social_worker"}, today=TODAY, codes=CODES, before=BLANK)

    assert refused.value.problems.keys() == {"name"}


def test_a_person_shown_in_the_form_and_read_again_is_the_same() -> None:
    person = Person(
        UUID(int=1),
        UUID(int=2),
        "Jo Farrow",
        role=Role.CARER,
        role_note="foster carer",
        known_as="Jo",
        telephone="07700 900 518",
        email="jo@example.org",
        address_withheld=True,
        notes="Rings back after six.\nNot on Fridays.",
        since=date(2024, 3, 1),
        until=date(2026, 1, 31),
    )

    assert person_from(typed_person(person), today=TODAY, codes=CODES, before=BLANK) == person


def test_what_is_wrong_is_said_at_each_field() -> None:
    typed = {
        "name": "Jo",
        "role": "wizard",
        "email": "jo at home",
        "since": "1 Mar 2026",
        "until": "1 Feb 2026",
    }

    with pytest.raises(BadFields) as refused:
        person_from(typed, today=TODAY, codes=CODES, before=BLANK)

    found = refused.value.problems
    assert found.keys() == {"role", "email", "until"}
    assert "name@example.org" in found["email"]
    assert found["until"].startswith("Sun 1 Feb 2026 is before they began, Sun 1 Mar 2026")


@pytest.mark.parametrize(
    ("said", "role", "written"),
    [
        ("mother", Role.PARENT, "mother"),
        ("mum", Role.PARENT, "mother"),
        ("dad", Role.PARENT, "father"),
        ("nan", Role.FAMILY, "grandmother"),
        ("foster carer", Role.CARER, "foster carer"),
        ("sw", Role.SOCIAL_WORKER, "social worker"),
    ],
)
def test_a_role_is_understood_as_people_say_it(said: str, role: Role, written: str) -> None:
    person = person_from({"name": "Jo", "role": said}, today=TODAY, codes=CODES, before=BLANK)

    assert (person.role, person.role_words) == (role, written)


def test_words_of_ones_own_for_a_role_stay_as_typed() -> None:
    typed = {"name": "Jo", "role": "nan", "role_note": "great-grandmother"}
    person = person_from(typed, today=TODAY, codes=CODES, before=BLANK)

    assert (person.role, person.role_words) == (Role.FAMILY, "great-grandmother")


def test_what_people_say_is_offered_after_every_role() -> None:
    offered = role_options(CODES)

    assert list(offered)[: len(Role)] == [role.value for role in Role]
    assert offered["mum"] == "mum (parent)"
