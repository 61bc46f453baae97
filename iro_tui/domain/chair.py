"""The chair: who signs the record and the letter, and whom the child can ring."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Helpline:
    """A helpline the letter names: "Childline", "0800 1111"."""

    name: str
    number: str


@dataclass(frozen=True)
class Chair:
    """The reviewing officer's profile; the letter cannot go without name and telephone.

    `signs_as` is the name under a young child's letter ("Ruth"); `job_for_child` is the job in
    plain words.
    """

    id: UUID
    name: str
    role: str = "Independent Reviewing Officer"
    telephone: str = ""
    email: str = ""
    registration: str = ""
    council: str = ""
    signs_as: str = ""
    job_for_child: str = "I run your meetings and check that adults keep their promises."
    helplines: tuple[Helpline, ...] = (Helpline("Childline", "0800 1111"),)

    @property
    def first_name(self) -> str:
        """The name children use."""
        return self.signs_as or self.name.split(" ")[0]
