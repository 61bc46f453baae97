"""The matters that a review has to consider, and those that nothing is said on yet.

They are the paragraphs of Schedule 7 (CPPCR Regulations 2010); once a child is placed for
adoption, those of regulation 36(6) of the Adoption Agencies Regulations 2005 take their place.
"""

from dataclasses import dataclass

from iro_tui.domain.agenda import Question, Section
from iro_tui.domain.answers import AnswerState, is_dealt_with
from iro_tui.domain.child import Cycle
from iro_tui.domain.meeting import MeetingView, answer_to


@dataclass(frozen=True)
class Matter:
    """A matter to consider: `id` is its number or letter, `words` what it is about."""

    id: str
    words: str
    source: str


def follows_adoption_list(view: MeetingView) -> bool:
    """Whether regulation 36(6) has taken the place of Schedule 7 for this review."""
    return Cycle.ADOPTION_PLACED in view.facts.cycles


def matters_of(view: MeetingView, section: Section) -> tuple[Matter, ...]:
    """Return the matters that a section covers in this review."""
    if follows_adoption_list(view):
        return tuple(
            Matter(letter, view.agenda.adoption_matters[letter], f"regulation 36(6)({letter})")
            for letter in section.adoption_matters
        )
    return tuple(
        Matter(str(number), view.agenda.schedule_7[number], f"Schedule 7, paragraph {number}")
        for number in section.schedule_7
    )


def uncovered_matters(view: MeetingView) -> tuple[Matter, ...]:
    """Return the matters for which this review has neither an answer nor a reason."""
    asked: dict[str, Matter] = {}
    covered: set[str] = set()
    for section in view.agenda.sections:
        matters = matters_of(view, section)
        asked |= {matter.id: matter for matter in matters}
        if any(is_dealt_with(answer_to(view, question)) for question in section.questions):
            covered |= {matter.id for matter in matters}
    return tuple(
        asked[matter_id] for matter_id in sorted(asked, key=_in_order) if matter_id not in covered
    )


def question_for_matter(view: MeetingView, matter_id: str) -> Question | None:
    """Return the question that a reason for leaving out a matter is kept with.

    It is the first open core question of the first section that covers the matter; None when
    nothing is open there.
    """
    for section in view.agenda.sections:
        if matter_id in {matter.id for matter in matters_of(view, section)}:
            for question in section.questions:
                if question.core and answer_to(view, question).state is AnswerState.OPEN:
                    return question
    return None


def _in_order(matter_id: str) -> tuple[int, str]:
    return (int(matter_id), "") if matter_id.isdigit() else (0, matter_id)
