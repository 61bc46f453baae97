"""A tracker: something about a child that is done again and again, or once, by a day."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from iro_tui.domain.conditions import ALWAYS, Condition

_SCORE = re.compile(r"\d{1,3}(?![\d/.-])")


class Basis(StrEnum):
    """How a tracker's date is found."""

    RULES = "rules"
    """By a first rule until it was done once, then by a later rule from the day it was done."""
    VISITS = "visits"
    """By the child's placement (CPPCR Regulations 2010, regulation 28)."""
    HEALTH = "health"
    """By the child's age (regulation 7)."""
    SCHOOL_TERMS = "school_terms"
    """In every school term."""
    PATHWAY = "pathway"
    """By the sixteenth birthday, or the day the child became eligible (regulation 42)."""
    REVIEW = "review"
    """Looked at in each review: it has no date of its own."""
    SECOND_REVIEW = "second_review"
    """By the second review, where no plan is known before."""
    MIDWAY = "midway"
    """Between two reviews that are six months apart (local)."""
    SET = "set"
    """On a day that somebody set, such as a court's."""


@dataclass(frozen=True)
class Score:
    """What a questionnaire comes to: a number up to `most`, with words from certain numbers on.

    `bands` are pairs of the first number and its words, lowest first.
    """

    most: int
    bands: tuple[tuple[int, str], ...] = ()

    def of(self, note: str) -> int | None:
        """Return the score that a note begins with; None where it begins with none."""
        found = _SCORE.match(note)
        score = int(found[0]) if found else None
        return score if score is not None and score <= self.most else None

    def words(self, note: str) -> str:
        """Return a note with what its score means: "15 (borderline)"."""
        score = self.of(note)
        meant = [words for first, words in self.bands if score is not None and score >= first]
        return f"{score} ({meant[-1]}){note.strip()[len(str(score)) :]}" if meant else note


@dataclass(frozen=True)
class Tracker:
    """One tracker of data/trackers.toml.

    `first_rule` counts from the child's field `first_from` until it was done once; `later_rule`
    from the day it was last done. `once` has nothing to do any more when it was done; `optional`
    shows only where something is noted. `needed` is asked at the age on the due date;
    `placements` are the placement types it is for, any where empty. `done_field` is the field of
    the child that shows it done; `starts_again` names the changes of status after which it is to
    be done anew. What `lapses` asks for nothing after its day. With a `score`, the note is one;
    `label` is what its last day is called.
    """

    id: str
    title: str
    basis: Basis
    first_rule: str = ""
    first_from: str = ""
    later_rule: str = ""
    needed: Condition = ALWAYS
    placements: frozenset[str] = frozenset()
    done_field: str = ""
    starts_again: frozenset[str] = frozenset()
    once: bool = False
    optional: bool = False
    lapses: bool = False
    score: Score | None = None
    label: str = "Last done"


@dataclass(frozen=True)
class Term:
    """A school term of any year, by its first and last day as (month, day)."""

    name: str
    first: tuple[int, int]
    last: tuple[int, int]

    def ends_in(self, year: int) -> date:
        """Return the last day of this term in a year."""
        return date(year, *self.last)

    def holds(self, day: date) -> bool:
        """Whether a day lies in this term."""
        return self.first <= (day.month, day.day) <= self.last


@dataclass(frozen=True)
class Tracking:
    """Every tracker, in the order in which they are shown, and the school terms (local)."""

    trackers: tuple[Tracker, ...] = ()
    terms: tuple[Term, ...] = field(default=())

    def term_end_after(self, day: date) -> date | None:
        """Return the end of the first term that begins after a day; None without terms."""
        ends = [
            term.ends_in(year)
            for year in (day.year, day.year + 1)
            for term in self.terms
            if date(year, *term.first) > day
        ]
        return min(ends, default=None)
