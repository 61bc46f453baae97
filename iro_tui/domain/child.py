"""The child, and the people around them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Cycle(StrEnum):
    """Which rule sets the date of a child's next review."""

    LOOKED_AFTER = "looked_after"
    SHORT_BREAKS = "short_breaks"
    ADOPTION_AUTHORISED = "adoption_authorised"
    ADOPTION_PLACED = "adoption_placed"
    REMAND = "remand"
    PATHWAY = "pathway"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The cycle as it is spoken of: "short breaks"."""
        return {
            "adoption_authorised": "may be placed for adoption",
            "adoption_placed": "placed for adoption",
            "remand": "on remand",
            "pathway": "care leaver, pathway plan",
            "other": "another kind, with dates of its own",
        }.get(self.value, self.value.replace("_", " "))


class Role(StrEnum):
    """What a person is to the child."""

    SOCIAL_WORKER = "social_worker"
    TEAM_MANAGER = "team_manager"
    CARER = "carer"
    PARENT = "parent"
    SIBLING = "sibling"
    FAMILY = "family"
    FRIEND = "friend"
    TEACHER = "teacher"
    HEALTH = "health"
    SUPERVISING_SOCIAL_WORKER = "supervising_social_worker"
    GUARDIAN = "guardian"
    PERSONAL_ADVISER = "personal_adviser"
    ADVOCATE = "advocate"
    INDEPENDENT_VISITOR = "independent_visitor"
    INTERPRETER = "interpreter"
    SOLICITOR = "solicitor"
    YOUTH_JUSTICE = "youth_justice"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The role as it is written in a record: "social worker"."""
        return self.value.replace("_", " ")


@dataclass(frozen=True)
class Child:
    """A child or young person under review; only reference, a name and a birthday must be there.

    Codes (sex, ethnicity, legal_status, category_of_need, placement_type) are those of the
    SSDA903 return. `cycle` is the one that is running, with the dates that start each cycle;
    `care_ends_on` is the known end of a remand or of police
    protection; `care_ended_on` closes the care period. `iro` names the IRO where it is not the
    chair whose store this is. `last_review_held_on` and `last_review_number` stand
    for reviews that were held before this store knew the child.
    """

    id: UUID
    reference: str
    date_of_birth: date
    given_name: str = ""
    family_name: str = ""
    known_as: str = ""
    pronouns: str = ""
    sex: str = ""
    ethnicity: str = ""
    religion: str = ""
    nationality: str = ""
    first_language: str = ""
    communication: str = ""
    disability: str = ""
    council: str = ""
    cycle: Cycle = Cycle.LOOKED_AFTER
    legal_status: str = ""
    legal_status_since: date | None = None
    category_of_need: str = ""
    became_looked_after_on: date | None = None
    short_breaks_from: date | None = None
    authorised_for_adoption_on: date | None = None
    placed_for_adoption_on: date | None = None
    care_ends_on: date | None = None
    care_ended_on: date | None = None
    permanence_plan: str = ""
    backup_plan: str = ""
    placement_type: str = ""
    placement_since: date | None = None
    placement_provider: str = ""
    placement_in_area: bool | None = None
    address_shared_with_parents: bool | None = None
    unaccompanied: bool = False
    trafficking: bool = False
    disabled: bool = False
    eligible: bool = False
    with_parents: bool = False
    long_term: bool = False
    proceedings: bool = False
    adoption_plan: bool = False
    away: bool = False
    iro: str = ""
    iro_since: date | None = None
    last_review_held_on: date | None = None
    last_review_number: int = 0

    @property
    def name(self) -> str:
        """The name the child likes, else a given name, else the reference."""
        return self.known_as or self.given_name or self.family_name or self.reference

    @property
    def full_name(self) -> str:
        """Given and family name as far as they are known, else the reference."""
        return f"{self.given_name} {self.family_name}".strip() or self.name

    @property
    def initials(self) -> str:
        """The first letters of known-as and family name, for headers and file properties."""
        names = (self.known_as or self.given_name, self.family_name)
        return "".join(name[0] for name in names if name) or self.reference

    def age_on(self, day: date) -> int:
        """Return the age in whole years; a birthday of 29 February falls on 1 March."""
        return age_of(self.date_of_birth, day)


CHILD_FLAGS = (
    "unaccompanied",
    "trafficking",
    "disabled",
    "eligible",
    "with_parents",
    "long_term",
    "proceedings",
    "adoption_plan",
    "away",
)
"""What of a child is so or is not, and decides what a review asks."""


def age_of(born: date, day: date) -> int:
    """Return the age in whole years of somebody born on a day."""
    before_birthday = (day.month, day.day) < (born.month, born.day)
    return day.year - born.year - int(before_birthday)


@dataclass(frozen=True)
class Person:
    """Somebody around a child. `known_as` is what the child calls them; `until` ends the role."""

    id: UUID
    child_id: UUID
    name: str
    role: Role = Role.OTHER
    role_note: str = ""
    known_as: str = ""
    telephone: str = ""
    email: str = ""
    address: str = ""
    address_withheld: bool = False
    parental_responsibility: bool = False
    notes: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def role_words(self) -> str:
        """The role as written: the note if there is one ("maternal grandmother"), else the role."""
        return self.role_note or self.role.words
