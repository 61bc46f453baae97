"""The answers of a review as the record prints them, each by its state (record.md 3)."""

from collections.abc import Iterator
from dataclasses import dataclass

from iro_tui.documents.parts import paragraph, sentence
from iro_tui.documents.private import lines_of, private_box
from iro_tui.documents.prose import answer_blocks
from iro_tui.domain.agenda import KeptIn, Question, Section
from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.documents import PreviewBlock
from iro_tui.domain.meeting import MeetingView, answer_to


@dataclass(frozen=True)
class Answered:
    """Looks up answers by question and says how each prints."""

    view: MeetingView

    def question(self, question_id: str) -> Question | None:
        """Return a question of this review; None where the review does not ask it."""
        try:
            return self.view.question(question_id)
        except KeyError:
            return None

    def answer(self, question_id: str) -> Answer:
        """Return the answer as it stands, an open one where there is none."""
        question = self.question(question_id)
        return answer_to(self.view, question) if question else Answer(question_id)

    def blocks(self, question_id: str) -> Iterator[PreviewBlock]:
        """Return one question's answer as blocks; nothing where it is open or does not apply."""
        question = self.question(question_id)
        if question is None:
            return
        answer = self.answer(question_id)
        match answer.state:
            case AnswerState.ANSWERED:
                yield from self._told(question, answer)
            case AnswerState.NOT_ASKED:
                yield paragraph(not_discussed(question.record, answer.reason))
            case AnswerState.PARKED:
                yield paragraph(_left_open(question.record))
            case AnswerState.OPEN | AnswerState.DOES_NOT_APPLY:
                return

    def _told(self, question: Question, answer: Answer) -> Iterator[PreviewBlock]:
        if question.kept_in is not KeptIn.ANSWERS and not answer.parts:
            return
        blocks = answer_blocks(question, answer, self.view.last_answers.get(question.id))
        if answer.private:
            yield from private_box(lines_of(blocks), answer.may_see)
        else:
            yield from blocks

    def section_blocks(self, section: Section) -> Iterator[PreviewBlock]:
        """Return a section as its answers read one after another."""
        states = {answer_to(self.view, one).state for one in section.questions}
        if states <= {AnswerState.NOT_ASKED, AnswerState.OPEN, AnswerState.DOES_NOT_APPLY}:
            yield paragraph(self._whole_section_empty(section))
            return
        for question in section.questions:
            yield from self.blocks(question.id)

    def _whole_section_empty(self, section: Section) -> str:
        reasons = {
            reason
            for question in section.questions
            if (reason := answer_to(self.view, question).reason.strip())
        }
        return not_discussed("", "; ".join(sorted(reasons)))


def not_discussed(what: str, reason: str) -> str:
    """Return the line for what was set aside: "Not discussed: {reason}."."""
    about = f" ({what})" if what else ""
    return sentence(f"Not discussed{about}: {reason or 'no reason is recorded'}")


def _left_open(what: str) -> str:
    return f"Left open at the meeting: {what}." if what else "Left open at the meeting."
