"""The answers of a review as the record prints them, each by its state (local)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from iro_tui.documents.parts import paragraph, sentence
from iro_tui.documents.private import lines_of, private_box
from iro_tui.documents.prose import Prose, in_words
from iro_tui.domain.agenda import KeptIn, Part, Question, Section
from iro_tui.domain.answers import Answer, AnswerState, Cell, Row, is_empty
from iro_tui.domain.dates.days import day_in_record
from iro_tui.domain.documents import PreviewBlock
from iro_tui.domain.meeting import MeetingView, answer_to, names_in_braces, says
from iro_tui.domain.record_words import RecordWords
from iro_tui.domain.review import ReviewFormat

_EMPTY = frozenset({AnswerState.NOT_ASKED, AnswerState.OPEN, AnswerState.DOES_NOT_APPLY})

RowInWords = Mapping[str, str]
"""What each column of a row says, by the column's id; "" where the cell is empty."""


@dataclass(frozen=True)
class Answered:
    """Looks up answers by question and says how each prints."""

    view: MeetingView
    words: RecordWords

    def answer(self, question_id: str) -> Answer:
        """Return the answer as it stands, an open one where there is none."""
        question = self.view.agenda.asked(question_id)
        return answer_to(self.view, question) if question else Answer(question_id)

    def rows(self, question_id: str) -> tuple[RowInWords, ...]:
        """Return the rows of a table that may stand openly; none while they are private."""
        question, answer = self.view.agenda.asked(question_id), self.answer(question_id)
        rows = answer.parts.get("rows")
        if question is None or answer.private or not isinstance(rows, tuple):
            return ()
        columns = question.part("rows").columns
        return tuple(_row_in_words(columns, row) for row in rows if isinstance(row, Mapping))

    def blocks(self, question_id: str, *, only: tuple[str, ...] = ()) -> Iterator[PreviewBlock]:
        """Return one question's answer as blocks; nothing where it is open or does not apply.

        `only` names the parts that are told.
        """
        question = self.view.agenda.asked(question_id)
        if question is None:
            return
        answer = self.answer(question_id)
        if only:
            parts = {part: answer.parts[part] for part in only if part in answer.parts}
            answer = replace(answer, parts=parts)
        match answer.state:
            case AnswerState.ANSWERED:
                yield from self._told(question, answer)
            case AnswerState.NOT_ASKED:
                yield paragraph(not_discussed(says(self.view, question), answer.reason))
            case AnswerState.PARKED:
                yield paragraph(_left_open(says(self.view, question)))
            case AnswerState.OPEN | AnswerState.DOES_NOT_APPLY:
                return

    def _told(self, question: Question, answer: Answer) -> Iterator[PreviewBlock]:
        if question.kept_in is not KeptIn.ANSWERS and not answer.parts:
            return
        prose = Prose(self.words, names_in_braces(self.view))
        last = self.view.last_answers.get(question.id)
        blocks = prose.blocks(question, answer, last, closing=self._holder(answer))
        if answer.private:
            yield from private_box(lines_of(blocks), answer.may_see)
        else:
            yield from blocks

    def _holder(self, answer: Answer) -> str:
        """Say whose view it is and when it was given: an opinion stands with its holder."""
        when = f" on {day_in_record(answer.given_on)}" if answer.given_on else ""
        pieces = []
        if answer.given_by:
            pieces.append(f"Said by {answer.given_by}{when}{self._at_meeting(answer)}.")
        if answer.carried_over:
            pieces.append(self._carried_over())
        return " ".join(pieces)

    def _carried_over(self) -> str:
        """Say where the words come from; a key took them over, which is not yet a check."""
        last = self.view.last_review
        if last is None or last.day is None:
            return "Carried over from the last review."
        return f"Carried over from the review of {day_in_record(last.day)}."

    def _at_meeting(self, answer: Answer) -> str:
        if self.view.review.format is not ReviewFormat.SERIES:
            return ""
        for meeting in self.view.meetings:
            if meeting.id == answer.meeting_id:
                return f" at meeting {meeting.sequence}"
        return ""

    def section_blocks(
        self, section: Section, *, without: frozenset[str] = frozenset()
    ) -> Iterator[PreviewBlock]:
        """Return a section as its answers read one after another, without some questions."""
        questions = [one for one in section.questions if one.id not in without]
        answers = [answer_to(self.view, one) for one in questions]
        if {one.state for one in answers} <= _EMPTY:
            yield paragraph(_whole_section_empty(answers))
            return
        for question in questions:
            yield from self.blocks(question.id)


def _row_in_words(columns: tuple[Part, ...], row: Row) -> RowInWords:
    return {one.id: _cell_in_words(one, row.get(one.id)) for one in columns}


def _cell_in_words(column: Part, cell: Cell | None) -> str:
    return "" if cell is None or is_empty(cell) else in_words(column, cell)


def _whole_section_empty(answers: list[Answer]) -> str:
    reasons = {one.reason.strip(): None for one in answers if one.reason.strip()}
    return not_discussed("", "; ".join(reasons))


def not_discussed(what: str, reason: str) -> str:
    """Return the line for what was set aside: "Not discussed: {reason}."."""
    about = f" ({what})" if what else ""
    return sentence(f"Not discussed{about}: {reason or 'no reason is recorded'}")


def _left_open(what: str) -> str:
    return f"Left open at the meeting: {what}"
