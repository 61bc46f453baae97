"""The fictional caseload as values: whole children with their reviews, ready to be kept."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from iro_tui.domain.answers import Answer
from iro_tui.domain.child import Child, Person
from iro_tui.domain.decisions import Decision, DecisionOutcome
from iro_tui.domain.following import StepDone, Tracked
from iro_tui.domain.review import Attendance, ChildWords, Meeting, Review, ViewReceived

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID


@dataclass(frozen=True)
class DemoReview:
    """One review with all that was kept in it; `letter` maps section ids to finished text."""

    review: Review
    meetings: tuple[Meeting, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    views: tuple[ViewReceived, ...] = ()
    words: tuple[ChildWords, ...] = ()
    answers: tuple[Answer, ...] = ()
    decisions: tuple[Decision, ...] = ()
    outcomes: tuple[DecisionOutcome, ...] = ()
    steps: tuple[StepDone, ...] = ()
    letter_band: str = ""
    letter: "Mapping[str, str]" = field(default_factory=dict)


@dataclass(frozen=True)
class DemoChild:
    """One wholly invented child; `done` are decisions done since a review last looked, by id."""

    child: Child
    people: tuple[Person, ...]
    reviews: tuple[DemoReview, ...]
    tracked: tuple[Tracked, ...] = ()
    done: "Mapping[UUID, date]" = field(default_factory=dict)
