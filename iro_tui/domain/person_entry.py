"""The form of somebody around a child: what is typed becomes a Person, or is refused."""

from dataclasses import fields, replace
from datetime import date
from uuid import UUID

from iro_tui.domain.child import Person, Role
from iro_tui.domain.codes import Codes, SaidRole
from iro_tui.domain.dates.spoken import spoken
from iro_tui.domain.text import clean_line
from iro_tui.domain.typed import Typed, TypedFields, typed_value
from iro_tui.errors import BadInput


def blank_person(person_id: UUID, child_id: UUID) -> Person:
    """Return somebody of whom nothing is known yet, for a form to begin with."""
    return Person(id=person_id, child_id=child_id, name="")


def typed_person(person: Person) -> dict[str, str | bool]:
    """Return a person as the form shows them."""
    ids = ("id", "child_id")
    return {
        one.name: typed_value(getattr(person, one.name))
        for one in fields(person)
        if one.name not in ids
    }


def role_options(codes: Codes) -> dict[str, str]:
    """Return every role with its words, then what people say for one: mum as "mum (parent)"."""
    said = {word: f"{word} ({one.role.words})" for word, one in codes.roles.items()}
    return {role.value: role.words for role in Role} | said


def person_from(typed: Typed, *, today: date, codes: Codes, before: Person) -> Person:
    """Return the person that a form describes; only the name is required.

    A role may stand there as people say it: "mum" is a parent, and written "mother" where the
    form has no other words. Raises BadFields, with what would have worked at each field.
    """
    form = TypedFields(typed, today)
    chosen = form.one_of("role", before.role, [*Role, *codes.roles])
    said = codes.roles.get(chosen) or SaidRole(Role(chosen or Role.OTHER))
    person = replace(
        before,
        name=form.read("name", before.name, _name),
        role=said.role,
        email=form.read("email", before.email, _email),
        notes=form.text("notes", before.notes),
        address_withheld=form.yes("address_withheld", before.address_withheld),
        parental_responsibility=form.yes("parental_responsibility", before.parental_responsibility),
        since=form.past_day("since", before.since),
        until=form.past_day("until", before.until),
        role_note=form.line("role_note", before.role_note) or said.words,
        known_as=form.line("known_as", before.known_as),
        telephone=form.line("telephone", before.telephone),
        address=form.line("address", before.address),
    )
    _check_until(form, person)
    form.check()
    return person


def _name(text: str) -> str:
    name = clean_line(text)
    if not name:
        raise BadInput("A name is needed.", hint="A decision names the person who acts on it.")
    return name


def _email(text: str) -> str:
    email = clean_line(text)
    before, at, after = email.partition("@")
    if email and not (before and at and after and " " not in email):
        raise BadInput(f"“{email}” is no e-mail address.", hint="Try name@example.org.")
    return email


def _check_until(form: TypedFields, person: Person) -> None:
    if {"since", "until"} & form.problems.keys() or not (person.since and person.until):
        return
    if person.until < person.since:
        form.refuse(
            "until",
            f"{spoken(person.until)} is before they began, {spoken(person.since)}. "
            "Check both days.",
        )
