"""One question of the meeting: its words, where it stands, and the fields of its answer."""

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from iro_tui.domain.agenda import Question
from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.dates.days import day_and_month
from iro_tui.domain.listing import listed
from iro_tui.domain.meeting import MeetingView, answer_to, says
from iro_tui.widgets import kept_elsewhere
from iro_tui.widgets.answers import fields

if TYPE_CHECKING:
    from iro_tui.widgets.messages import AnswerField, KeptElsewhereField

STATE_CLASSES = {
    AnswerState.OPEN: "-open",
    AnswerState.ANSWERED: "-answered",
    AnswerState.PARKED: "-parked",
    AnswerState.NOT_ASKED: "-aside",
    AnswerState.DOES_NOT_APPLY: "-aside",
}


class QuestionBlock(Vertical):
    """A question with its fields; it shows what it is told and moves no cursor."""

    def __init__(self, view: MeetingView, question: Question) -> None:
        super().__init__()
        self.question = question
        self._view = view
        self._shown: tuple[AnswerState, str] | None = None
        self.fields: tuple[Widget, ...] = _fields_for(view, question)

    def compose(self) -> ComposeResult:
        """Yield the question, a line on how it stands where there is more to say, the fields."""
        with Horizontal(classes="prompt"):
            yield Static(classes="sign", markup=False)
            yield Static(says(self._view, self.question), classes="words", markup=False)
        yield Static(classes="standing", markup=False)
        yield from self.fields

    def on_mount(self) -> None:
        """Show how the question stands."""
        self._show_standing()

    def show_view(self, view: MeetingView, *, refill: bool) -> None:
        """Show how the question stands now; `refill` also puts the answer into its fields."""
        self._view = view
        answer = answer_to(view, self.question)
        for field in self.fields:
            if hasattr(field, "show_view"):
                cast("KeptElsewhereField", field).show_view(view)
            elif refill and hasattr(field, "show_value"):
                one = cast("AnswerField", field)
                one.show_value(answer.parts.get(one.part_id))
        self._show_standing()

    def field_of_part(self, part_id: str) -> Widget | None:
        """Return the field of a part, else the first one."""
        for field in self.fields:
            if getattr(field, "part_id", None) == part_id:
                return field
        return self.fields[0] if self.fields else None

    def _show_standing(self) -> None:
        answer = answer_to(self._view, self.question)
        for name in set(STATE_CLASSES.values()):
            self.set_class(name == STATE_CLASSES[answer.state], name)
        standing = standing_words(self._view, answer)
        if (answer.state, standing) == self._shown:
            return
        self._shown = (answer.state, standing)
        self.query_one(".sign", Static).update(answer.state.sign)
        line = self.query_one(".standing", Static)
        line.update(standing)
        line.display = bool(standing)


def _fields_for(view: MeetingView, question: Question) -> tuple[Widget, ...]:
    kept = kept_elsewhere.field_for(view, question)
    if kept is not None:
        return (kept,)
    answer = answer_to(view, question)
    return tuple(
        fields.field_for(
            question.id,
            part,
            answer.parts.get(part.id),
            today=view.today,
            age=view.facts.age,
        )
        for part in question.parts
    )


def standing_words(view: MeetingView, answer: Answer) -> str:
    """Return what is to be known of an answer besides what it says: state, flags, who gave it."""
    words = []
    if answer.state not in (AnswerState.OPEN, AnswerState.ANSWERED):
        words.append(answer.state.word + (f": {answer.reason}" if answer.reason else ""))
    if answer.private:
        seen_by = listed(answer.may_see)
        words.append(f"private, {seen_by} may see it" if seen_by else "private")
    if answer.carried_over:
        last = view.last_review.day if view.last_review else None
        words.append(f"taken over from {day_and_month(last)}" if last else "taken over")
    if answer.given_by:
        words.append(f"said by {answer.given_by}")
    if answer.working_note:
        words.append("with your working note")
    return " · ".join(words)
