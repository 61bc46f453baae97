"""What we said last time: has it happened? One row a decision, one key a row."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from iro_tui.domain.agenda import Question
from iro_tui.domain.dates.spoken import spoken
from iro_tui.domain.decisions import Decision, DecisionOutcome, Outcome
from iro_tui.domain.meeting import MeetingView, unmet, visible_decisions
from iro_tui.services import deciding
from iro_tui.widgets.kept_rows import KeptRowsField
from iro_tui.widgets.mark_rows import MarkRows
from iro_tui.widgets.messages import Keep, Noted, ServiceCall
from iro_tui.widgets.rows import Row, Rows, column, key_hints, one_line

_LETTERS = {
    "d": Outcome.DONE,
    "p": Outcome.PARTLY,
    "n": Outcome.NOT_DONE,
    "x": Outcome.NO_LONGER_NEEDED,
}


_WHAT = 24
"""Characters of a decision in the line that says what was found of it."""


class OutcomeWanted(Message):
    """Open what this review found of an earlier decision; `carries_over` asks for its new day."""

    def __init__(
        self, decision: Decision, outcome: Outcome | None = None, *, carries_over: bool = False
    ) -> None:
        super().__init__()
        self.decision = decision
        self.outcome = outcome
        self.carries_over = carries_over


class LastDecisionsField(KeptRowsField):
    """The decisions that were open: d done, p partly, n not done, x no longer needed, c carried.

    Each of these keys goes on to the next row. Done and no longer needed are kept at once; what
    was not done asks why, and who puts it right.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"found('{found.value}')", show=False) for key, found in _LETTERS.items()),
        Binding("c", "carry_over", show=False),
        Binding("u", "take_back", show=False),
    ]

    hints: ClassVar[Content] = (
        key_hints((("d", "done"), ("p", "partly"), ("n", "not done"), ("x", "no longer needed")))
        + Content("\n")
        + key_hints((("c", "carry over"), ("Enter", "what shows it, why not"), ("u", "undo")))
    )

    rows_class: ClassVar[type[Rows]] = MarkRows

    def __init__(self, view: MeetingView, question: Question) -> None:
        super().__init__(view, question)
        self._left: Decision | None = None

    def stand_first(self) -> None:
        """Put the cursor on the first decision that was not looked at."""
        left = self._not_looked_at()
        self.rows.move_to(next((row for row in self.rows.row_ids if row in left), ""))

    def _not_looked_at(self) -> set[str]:
        found = self.view.outcomes
        return {str(one.id) for one in self.asked_about(self.view) if one.id not in found}

    def show_view(self, view: MeetingView) -> None:
        """Show the review as it is now; with the child in the room, only the letter's decisions."""
        self.view = view
        in_room = view.review.child_in_room
        shown = visible_decisions(self.asked_about(view), child_in_room=in_room)
        outcomes = view.outcomes
        rows = [
            Row(str(one.id), _words(one, outcomes.get(one.id), view.today, in_room=in_room))
            for one in shown
        ]
        self.rows.show_rows(rows)
        away = len(self.asked_about(view)) - len(shown)
        self.say(f"{away} put away while {view.child.name} is here." if away else "")

    def asked_about(self, view: MeetingView) -> tuple[Decision, ...]:
        """Return the decisions that are gone through here."""
        return view.earlier_decisions

    def action_found(self, found: str) -> None:
        """Keep what was found, and ask on where something was not done."""
        decision = self._decision_at_cursor()
        if decision is None:
            return
        outcome = Outcome(found)
        self._keep(decision, outcome)
        if not outcome.closes:
            self.post_message(OutcomeWanted(decision, outcome))
        self._go_on(decision)
        what = column(decision.what, _WHAT).rstrip()
        self.post_message(Noted(f"{what}: {outcome.words} (Up goes back)"))

    def action_carry_over(self) -> None:
        """Ask for the new day."""
        decision = self._decision_at_cursor()
        if decision is not None:
            self.post_message(OutcomeWanted(decision, carries_over=True))
            self._go_on(decision)

    def _go_on(self, decision: Decision) -> None:
        """Put the cursor on the next row that was not looked at, else on the next row."""
        self._left = decision
        rows = self.rows
        below = rows.row_ids[(rows.highlighted or 0) + 1 :]
        left = self._not_looked_at()
        if not rows.move_to(next((row for row in below if row in left), "")):
            rows.move_on()

    def action_take_back(self) -> None:
        """Forget what was found of the row, or of the one that the cursor just left."""
        decision = self._decision_at_cursor()
        if decision is not None and decision.id not in self.view.outcomes and self._left:
            decision = self._left
            self.rows.move_to(str(decision.id))
        found = self.view.outcomes.get(decision.id) if decision else None
        if decision is not None and found is not None:
            undo = ServiceCall(deciding.go_through, (found,))
            self.post_message(Keep(deciding.take_back, decision.id, self.view.review.id, undo=undo))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open all that was found of the decision under the cursor."""
        event.stop()
        decision = self._decision_at_cursor()
        if decision is not None:
            self.post_message(OutcomeWanted(decision))

    def _decision_at_cursor(self) -> Decision | None:
        cursor_id = self.rows.cursor_id
        return next((one for one in self.view.earlier_decisions if str(one.id) == cursor_id), None)

    def _keep(self, decision: Decision, outcome: Outcome) -> None:
        before = self.view.outcomes.get(decision.id)
        undo = (
            ServiceCall(deciding.go_through, (before,))
            if before
            else ServiceCall(deciding.take_back, (decision.id, self.view.review.id))
        )
        found = outcome_of(self.view, decision, outcome)
        redo = ServiceCall(deciding.go_through, (found,))
        self.query_one(MarkRows).marked(Keep(undo.service, *undo.arguments, undo=redo))
        self.post_message(Keep(deciding.go_through, found, undo=undo))


class WhyNotField(LastDecisionsField):
    """Of the decisions that were open those that were not done, or only partly: Enter says why."""

    hints: ClassVar[Content] = key_hints(
        (("Enter", "why not, and who puts it right"), ("c", "carry over"), ("d", "done after all"))
    )

    def asked_about(self, view: MeetingView) -> tuple[Decision, ...]:
        """Return the decisions that ask for a reason."""
        return unmet(view)


def outcome_of(view: MeetingView, decision: Decision, outcome: Outcome) -> DecisionOutcome:
    """Return what this review found, keeping what was written about it before.

    A decision that closes is not carried over. The id is that of the decision until the store
    gives the outcome its own: one review finds one thing of one decision.
    """
    before = view.outcomes.get(decision.id)
    if before is None:
        before = DecisionOutcome(decision.id, decision.id, view.review.id, outcome)
    return replace(
        before,
        outcome=outcome,
        outcome_on=view.today,
        carried_to=None if outcome.closes else before.carried_to,
    )


def _words(
    decision: Decision, found: DecisionOutcome | None, today: date, *, in_room: bool
) -> Content:
    what = Content(one_line(decision.what))
    who = decision.owner or "nobody named"
    when = f", by {spoken(decision.due_on)}" if decision.due_on else ""
    times = f", carried over {decision.carried_count}×" if decision.carried_count else ""
    about = Content.styled(f"\n  {column(f'{who}{when}{times}', 54).rstrip()}", "$muted")
    return what + about + _found_words(decision, found, today, in_room=in_room)


def _found_words(
    decision: Decision, found: DecisionOutcome | None, today: date, *, in_room: bool
) -> Content:
    if found is None:
        late = decision.due_on is not None and decision.due_on < today
        return Content.styled("\n  · not looked at yet" + (", its day is past" if late else ""), "")
    sign, style = _SIGNS[found.outcome]
    words = [f"{sign} {found.outcome.words}"]
    if found.outcome_on and found.outcome.closes:
        words.append(spoken(found.outcome_on))
    if found.carried_to:
        words.append(f"carried over to {spoken(found.carried_to)}")
    # Why an adult did not do it is asked of adults; with the child there it stays put away.
    elif not found.outcome.closes and not in_room:
        words.append("why not?" if not found.why_not.strip() else found.why_not)
    if found.evidence.strip():
        words.append(found.evidence)
    return Content.styled(f"\n  {column(' · '.join(words), 54).rstrip()}", style)


_SIGNS = {
    Outcome.DONE: ("✓", "$text-success"),
    Outcome.PARTLY: ("◐", "$text-warning"),
    Outcome.NOT_DONE: ("✗", "$text-error"),
    Outcome.NO_LONGER_NEEDED: ("–", "$muted"),
}
