"""The agenda: sections, questions, their parts, and when each of them is asked.

The agenda itself is data (data/agenda.toml, read by `iro_tui.knowledge`); here is its shape.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Kind(StrEnum):
    """The nine kinds of part that a question can have."""

    TEXT = "text"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    DATE = "date"
    NUMBER = "number"
    SCALE = "scale"
    PEOPLE = "people"
    TABLE = "table"


class Room(StrEnum):
    """Who may be in the room when a question is on the screen."""

    CHILD = "child"
    ADULTS = "adults"
    ALONE = "alone"


class Moment(StrEnum):
    """When a question is answered: before the meeting, in it, or by the chair."""

    BEFORE = "before"
    MEETING = "meeting"
    CHAIR = "chair"


class AgendaPart(StrEnum):
    """The three parts of a meeting, in their usual order."""

    CHILD = "child"
    ADULTS = "adults"
    TOGETHER = "together"


class KeptIn(StrEnum):
    """Where the answer to a question lives when it is more than an answer."""

    ANSWERS = "answers"
    ATTENDANCE = "attendance"
    ABSENCE = "absence"
    WORDS = "words"
    LAST_DECISIONS = "last_decisions"
    DECISIONS = "decisions"


@dataclass(frozen=True)
class ReviewFacts:
    """What decides which questions a review asks.

    `age` is in whole years on the review date; `flags` are those of the agenda: unaccompanied,
    trafficking, disabled, eligible, with_parents, long_term, proceedings, adoption_plan, in_care,
    out_of_area, not_known_british, away, and for the review itself: open_decisions (some decision
    of before is not shown done), unmet_decisions (one was partly or not done), letter_issued,
    plan_final (the chair ticked "final or changed plan"), scales (the chair ticked scales before
    five), adulthood_early (half a year before sixteen, where the service starts early).
    """

    age: int
    cycles: frozenset[str]
    number: int
    occasion: str = "scheduled"
    legal_status: str = ""
    placement_type: str = ""
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Condition:
    """When something applies: every field that is set must hold, and one of `any_of` if given."""

    age_from: int | None = None
    age_under: int | None = None
    cycles: frozenset[str] = frozenset()
    cycles_not: frozenset[str] = frozenset()
    number_is: int | None = None
    number_from: int | None = None
    occasions: frozenset[str] = frozenset()
    legal_statuses: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
    flags_not: frozenset[str] = frozenset()
    any_of: "tuple[Condition, ...]" = ()

    def holds(self, facts: ReviewFacts) -> bool:
        """Whether the condition holds for these facts."""
        return (
            (self.age_from is None or facts.age >= self.age_from)
            and (self.age_under is None or facts.age < self.age_under)
            and (not self.cycles or bool(self.cycles & facts.cycles))
            and not self.cycles_not & facts.cycles
            and (self.number_is is None or facts.number == self.number_is)
            and (self.number_from is None or facts.number >= self.number_from)
            and (not self.occasions or facts.occasion in self.occasions)
            and (not self.legal_statuses or facts.legal_status in self.legal_statuses)
            and self.flags <= facts.flags
            and not self.flags_not & facts.flags
            and (not self.any_of or any(one.holds(facts) for one in self.any_of))
        )


ALWAYS = Condition()


@dataclass(frozen=True)
class Part:
    """One named part of a question's answer.

    `options` maps option ids to the words shown (choice and choices); `columns` are the parts of
    one row (people and table); `lowest` and `highest` bound a number or scale.
    """

    id: str
    kind: Kind
    label: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    columns: "tuple[Part, ...]" = ()
    lowest: int | None = None
    highest: int | None = None
    asked_when: Condition = ALWAYS


@dataclass(frozen=True)
class Variant:
    """Other words, or another person to ask, when a condition holds."""

    when: Condition
    says: str = ""
    to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """One question of the agenda; `says` may hold names in braces such as {name} or {carer}.

    `private` answers start private; `own_words` answers are quotations; `carries_forward` means
    that last time's answer may be taken over; `needs_reason_when` says when the question cannot
    be left out without a reason.
    """

    id: str
    says: str
    moment: Moment
    core: bool
    to: tuple[str, ...]
    room: Room
    parts: tuple[Part, ...]
    why: str
    record: str = ""
    letter: str = ""
    also: tuple[str, ...] = ()
    asked_when: Condition = ALWAYS
    needs_reason_when: Condition | None = None
    variants: tuple[Variant, ...] = ()
    kept_in: KeptIn = KeptIn.ANSWERS
    own_words: bool = False
    private: bool = False
    sensitive: bool = False
    carries_forward: bool = False

    def part(self, part_id: str) -> Part:
        """Return the part with this id; raises KeyError."""
        for part in self.parts:
            if part.id == part_id:
                return part
        raise KeyError(part_id)

    def for_facts(self, facts: ReviewFacts) -> "Question":
        """Return the question as this review asks it: the words of its first fitting variant."""
        parts = tuple(part for part in self.parts if part.asked_when.holds(facts))
        for variant in self.variants:
            if variant.when.holds(facts):
                return replace(
                    self, parts=parts, says=variant.says or self.says, to=variant.to or self.to
                )
        return replace(self, parts=parts)


@dataclass(frozen=True)
class Section:
    """One section of the agenda.

    `title` is the record's heading; `short` stands in the outline; `child_titles` maps a tone
    (b5_8, b9_12, b13) to the letter's heading; `schedule_7` lists the paragraphs it covers.
    """

    id: str
    title: str
    short: str
    child_titles: Mapping[str, str]
    part: AgendaPart
    opening: str
    questions: tuple[Question, ...]
    schedule_7: tuple[int, ...] = ()
    adoption_matters: tuple[str, ...] = ()
    applies: Condition = ALWAYS


@dataclass(frozen=True)
class Agenda:
    """The whole agenda, in the default order: the child's part, the adults' part, together."""

    sections: tuple[Section, ...]
    schedule_7: Mapping[int, str]
    adoption_matters: Mapping[str, str]

    def section(self, section_id: str) -> Section:
        """Return the section with this id; raises KeyError."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def question(self, question_id: str) -> Question:
        """Return the question with this id ("home.good"); raises KeyError."""
        for question in self.section(section_of(question_id)).questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)

    def for_review(self, facts: ReviewFacts) -> "Agenda":
        """Return the agenda with only what this review asks, in this review's words."""
        sections = []
        for section in self.sections:
            if not section.applies.holds(facts):
                continue
            questions = tuple(
                question.for_facts(facts)
                for question in section.questions
                if question.asked_when.holds(facts)
            )
            if questions:
                sections.append(replace(section, questions=questions))
        return replace(self, sections=tuple(sections))


def section_of(question_id: str) -> str:
    """Return the id of the section that a question belongs to."""
    return question_id.partition(".")[0]


def stays_on_screen(question: Question, *, child_in_room: bool) -> bool:
    """Whether a question may be shown: with the child there, only what is asked of the child."""
    return question.room is Room.CHILD or not child_in_room
