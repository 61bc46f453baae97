"""The agenda: sections, questions, their parts, and when each of them is asked.

The agenda itself is data (data/agenda.toml, read by `iro_tui.knowledge`); here is its shape.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from iro_tui.domain.conditions import ALWAYS, Condition, ReviewFacts

__all__ = [
    "ALWAYS",
    "Agenda",
    "AgendaPart",
    "Condition",
    "KeptIn",
    "Kind",
    "Moment",
    "Part",
    "Question",
    "ReviewFacts",
    "Room",
    "Section",
    "Variant",
    "section_of",
    "stays_on_screen",
]


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
    WHY_NOT = "why_not"
    DECISIONS = "decisions"


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
    be left out without a reason. `asked_after` names the section at whose end it is asked although
    it belongs to its own; `leads_when` moves it to the front of its section.
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
    asked_after: str = ""
    leads_when: Condition | None = None

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
    (b5_8, b9_12, b13) to the letter's heading; `schedule_7` lists the paragraphs it covers;
    `leads_when` moves it to the front of its part of the meeting.
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
    leads_when: Condition | None = None


@dataclass(frozen=True)
class Agenda:
    """The whole agenda, in the default order: the child's part, the adults' part, together.

    `sections` stand as they are asked: in a review's agenda a question may be asked at the end of
    another section than its own (`since.proud` after the welcome). `section` puts it back.
    """

    sections: tuple[Section, ...]
    schedule_7: Mapping[int, str]
    adoption_matters: Mapping[str, str]

    def section(self, section_id: str) -> Section:
        """Return a section as the papers have it, with its own questions; raises KeyError."""
        own = tuple(one for one in self.questions if section_of(one.id) == section_id)
        for section in self.sections:
            if section.id == section_id:
                return replace(section, questions=own)
        raise KeyError(section_id)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in the order in which it is asked."""
        return tuple(question for section in self.sections for question in section.questions)

    def question(self, question_id: str) -> Question:
        """Return the question with this id ("home.good"); raises KeyError."""
        question = self.asked(question_id)
        if question is None:
            raise KeyError(question_id)
        return question

    def asked(self, question_id: str) -> Question | None:
        """Return the question with this id; None where it is not asked."""
        return next((one for one in self.questions if one.id == question_id), None)

    def for_review(self, facts: ReviewFacts) -> "Agenda":
        """Return the agenda with only what this review asks, in this review's words and order."""
        sections = [
            replace(section, questions=_asked(section, facts))
            for section in self.sections
            if section.applies.holds(facts)
        ]
        placed = _each_where_it_is_asked(sections)
        asked = [section for section in placed if section.questions]
        return replace(self, sections=_leaders_first(asked, facts))


def _asked(section: Section, facts: ReviewFacts) -> tuple[Question, ...]:
    """Return what a review asks of a section, those that lead before the others."""
    asked = [
        question.for_facts(facts)
        for question in section.questions
        if question.asked_when.holds(facts)
    ]
    return tuple(sorted(asked, key=lambda question: not _leads(question, facts)))


def _each_where_it_is_asked(sections: list[Section]) -> list[Section]:
    """Move each question that names a section to be asked after to the end of that section."""
    ids = {section.id for section in sections}
    moved = [
        question
        for section in sections
        for question in section.questions
        if question.asked_after in ids
    ]
    return [
        replace(
            section,
            questions=(
                *(question for question in section.questions if question not in moved),
                *(question for question in moved if question.asked_after == section.id),
            ),
        )
        for section in sections
    ]


def _leaders_first(sections: list[Section], facts: ReviewFacts) -> tuple[Section, ...]:
    """Move each section that leads in this review to the front of its part of the meeting."""
    ordered = list(sections)
    for leader in reversed([section for section in sections if _leads(section, facts)]):
        ordered.remove(leader)
        places = [place for place, one in enumerate(ordered) if one.part is leader.part]
        ordered.insert(places[0] if places else sections.index(leader), leader)
    return tuple(ordered)


def _leads(one: Question | Section, facts: ReviewFacts) -> bool:
    return one.leads_when is not None and one.leads_when.holds(facts)


def section_of(question_id: str) -> str:
    """Return the id of the section that a question belongs to."""
    return question_id.partition(".")[0]


def stays_on_screen(question: Question, *, child_in_room: bool) -> bool:
    """Whether a question may be shown: with the child there, only what is asked of the child."""
    return question.room is Room.CHILD or not child_in_room
