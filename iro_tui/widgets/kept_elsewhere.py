"""Which field draws a question whose answer is kept in a table of its own."""

from collections.abc import Callable, Mapping

from textual.widget import Widget

from iro_tui.domain.agenda import KeptIn, Question
from iro_tui.domain.meeting import MeetingView
from iro_tui.widgets.absence_field import AbsenceField
from iro_tui.widgets.attendance_field import AttendanceField
from iro_tui.widgets.decisions_field import DecisionsField
from iro_tui.widgets.last_decisions_field import LastDecisionsField, WhyNotField
from iro_tui.widgets.words_field import WordsField

KEPT_ELSEWHERE: Mapping[KeptIn, Callable[[MeetingView, Question], Widget]] = {
    KeptIn.ATTENDANCE: AttendanceField,
    KeptIn.ABSENCE: AbsenceField,
    KeptIn.WORDS: WordsField,
    KeptIn.LAST_DECISIONS: LastDecisionsField,
    KeptIn.WHY_NOT: WhyNotField,
    KeptIn.DECISIONS: DecisionsField,
}
"""The widgets for attendance, absence, words, last decisions and decisions: each is made from
the view and the question, follows `messages.KeptElsewhereField`, and posts `messages.Keep`."""


def field_for(view: MeetingView, question: Question) -> Widget | None:
    """Return the field that draws this question, or None where its answer is an answer."""
    make = KEPT_ELSEWHERE.get(question.kept_in)
    return make(view, question) if make else None
