"""Code lists: what the codes of the statutory return, and our own, mean in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from iro_tui.domain.child import Role
from iro_tui.domain.rules import Mark


@dataclass(frozen=True)
class Code:
    """One code. `first_year` and `last_year` are the collection years between which it is used.

    A collection year runs from 1 April to 31 March and is named by its first year: 2026 is
    2026/27. None is no limit. `mark` and `source` say how binding it is, where that matters.
    """

    id: str
    words: str
    first_year: int | None = None
    last_year: int | None = None
    mark: Mark | None = None
    source: str = ""

    @property
    def marked(self) -> str:
        """The words with the mark behind them: "the child asks (law)"."""
        return f"{self.words} ({self.mark})" if self.mark else self.words

    def is_used_in(self, year: int) -> bool:
        """Whether the code may be chosen in this collection year."""
        return (self.first_year is None or self.first_year <= year) and (
            self.last_year is None or year <= self.last_year
        )


@dataclass(frozen=True)
class CodeList:
    """The codes of one field, in the order in which they are offered."""

    id: str
    title: str
    codes: Mapping[str, Code]

    def words(self, code_id: str) -> str:
        """Return what a code means, the code itself if it is not on the list."""
        code = self.codes.get(code_id)
        return code.words if code else code_id

    def options(self, day: date | None = None) -> dict[str, str]:
        """Return code to words for all codes, or for those in use on a day."""
        return {
            code.id: code.words
            for code in self.codes.values()
            if day is None or code.is_used_in(collection_year(day))
        }


@dataclass(frozen=True)
class SaidRole:
    """What a word that people say for a role means: the role, and how a record writes it.

    `words` are empty where the role's own words say as much ("SW").
    """

    role: Role
    words: str = ""


@dataclass(frozen=True)
class Codes:
    """Every code list, by the field of a child or review that holds such a code.

    `roles` are the words that people say for a role ("mum", "sw"), in small letters.
    """

    sex: CodeList
    ethnicity: CodeList
    legal_status: CodeList
    category_of_need: CodeList
    placement_type: CodeList
    placement_provider: CodeList
    permanence_plan: CodeList
    participation: CodeList
    early_trigger: CodeList
    late_reason: CodeList
    roles: Mapping[str, SaidRole]


def collection_year(day: date) -> int:
    """Return the collection year of a day, 1 April to 31 March, by its first year."""
    return day.year if (day.month, day.day) >= (4, 1) else day.year - 1
