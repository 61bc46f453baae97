"""The decisions of this review, to read out and to make whole."""

from typing import ClassVar

from textual.content import Content
from textual.widgets import OptionList

from iro_tui.domain.dates.spoken import spoken
from iro_tui.domain.decisions import Decision, Priority
from iro_tui.domain.meeting import MeetingView, visible_decisions
from iro_tui.services import deciding
from iro_tui.widgets.kept_rows import GrowingRowsField
from iro_tui.widgets.messages import DecisionWanted, Keep, ServiceCall
from iro_tui.widgets.rows import Row, column, key_hints, one_line

_NEW = "new"


class DecisionsField(GrowingRowsField):
    """What was decided; Enter changes one, + takes another, Del takes one out."""

    hints: ClassVar[Content] = key_hints(
        (("Enter", "change"), ("+", "another"), ("Del", "take out"), ("^z", "undo"))
    )

    def show_view(self, view: MeetingView) -> None:
        """Show the review as it is now; with the child in the room, only the letter's decisions."""
        self.view = view
        shown = visible_decisions(view.decisions, child_in_room=view.review.child_in_room)
        rows = [Row(str(one.id), decision_words(one, view)) for one in shown]
        words = "+ Another decision" if rows else "+ A decision: what, why, who, by when"
        self.rows.show_rows([*rows, Row(_NEW, Content.styled(words, "$muted"))])

    def action_add(self) -> None:
        """Take a new decision."""
        self.post_message(DecisionWanted())

    def action_take_out(self) -> None:
        """Take a decision out; ctrl+z brings it back."""
        decision = self._decision_at_cursor()
        if decision is not None:
            undo = ServiceCall(deciding.keep_decision, (decision,))
            self.post_message(Keep(deciding.remove_draft, decision.id, undo=undo))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the decision under the cursor, or a new one."""
        event.stop()
        self.post_message(DecisionWanted(self._decision_at_cursor()))

    def _decision_at_cursor(self) -> Decision | None:
        cursor_id = self.rows.cursor_id
        return next((one for one in self.view.decisions if str(one.id) == cursor_id), None)


def decision_words(one: Decision, view: MeetingView) -> Content:
    """Return a decision in two lines: what, then who, by when, and what it still lacks."""
    number = f"{view.review.number}.{one.number}"
    what = Content(f"{number} {one_line(one.what) or '(nothing said yet)'}")
    who = one.owner or "nobody yet"
    when = f"by {spoken(one.due_on)}" if one.due_on else "no day yet"
    about = Content.styled(f"\n  {column(f'{who} · {when}', 40).rstrip()}", "$muted")
    return what + about + _marks(one)


def _marks(one: Decision) -> Content:
    marks: list[Content] = []
    if one.draft:
        marks.append(Content.styled("· draft", "$text-warning"))
    elif one.gaps:
        marks.append(Content.styled(f"! lacks {', '.join(one.gaps)}", "$text-warning"))
    if one.priority is Priority.URGENT:
        marks.append(Content.styled("! urgent", "$text-error"))
    if not one.in_letter:
        marks.append(Content.styled("not in the letter", "$muted"))
    return Content("  ") + Content("  ").join(marks) if marks else Content()
