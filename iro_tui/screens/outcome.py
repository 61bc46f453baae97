"""What became of a decision of last time: what shows it, why not, who puts it right by when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from iro_tui.domain.dates.spoken import parse_due_date, parse_past_date, spoken
from iro_tui.domain.decisions import Decision, DecisionOutcome, Outcome
from iro_tui.domain.meeting import MeetingView
from iro_tui.errors import BadInput
from iro_tui.screens.sheet import LONGEST_TITLE, Sheet
from iro_tui.services import deciding
from iro_tui.widgets.act_field import ActField
from iro_tui.widgets.fields import Field, LineField, date_field
from iro_tui.widgets.last_decisions_field import outcome_of
from iro_tui.widgets.picks import PickField
from iro_tui.widgets.rows import column

OUTCOMES = {
    Outcome.DONE.value: "done",
    Outcome.PARTLY.value: "partly",
    Outcome.NOT_DONE.value: "not done",
    Outcome.NO_LONGER_NEEDED.value: "no longer needed",
}


class OutcomeScreen(Sheet):
    """One decision of before and what this review found; kept as it is typed.

    `carries_over` begins at the new day: the decision then stays open until that day.
    """

    where = "outcome"

    def __init__(
        self,
        view: MeetingView,
        decision: Decision,
        outcome: Outcome | None = None,
        *,
        carries_over: bool = False,
    ) -> None:
        self.view = view
        self.decision = decision
        self._carries_over = carries_over
        found = view.outcomes.get(decision.id)
        usual = Outcome.NOT_DONE if carries_over else Outcome.DONE
        self.outcome = outcome or (found.outcome if found else usual)
        if carries_over and self.outcome.closes:
            self.outcome = Outcome.NOT_DONE
        title = column(f"Last time: {decision.what}", LONGEST_TITLE).rstrip()
        super().__init__(title, self._fields())

    def _fields(self) -> list[Field]:
        happened = PickField("outcome", "Happened", OUTCOMES, hint="d, p, n, or the arrows.")
        why_not = ActField("why_not", "Why not", hint="For what was not done, or only partly.")
        who_now = LineField("put_right_by", "Who now", hint="Who puts it right.")
        hint = "Carries it over: fri · 2 weeks · 12 dec"
        new_day = date_field("carried_to", "New day", self._new_day, hint=hint)
        asked = [new_day, why_not, who_now] if self._carries_over else [why_not, who_now, new_day]
        return [
            happened,
            *asked,
            ActField("evidence", "Shown by", hint="What shows that it happened, or how far."),
            date_field("outcome_on", "Found on", self._past_day, hint="The day it was done."),
        ]

    def on_mount(self) -> None:
        """Show what was found before."""
        found = self._before()
        self.fill(
            {
                "outcome": self.outcome.value,
                "why_not": found.why_not,
                "put_right_by": found.put_right_by,
                "carried_to": spoken(found.carried_to) if found.carried_to else "",
                "evidence": found.evidence,
                "outcome_on": spoken(found.outcome_on or self.view.today),
            }
        )
        super().on_mount()

    def first_field(self) -> str:
        """Begin where this outcome asks on: why not, or the new day."""
        if self.outcome.closes:
            return "outcome"
        return "carried_to" if self._carries_over else "why_not"

    @property
    def draft_key(self) -> str:
        """Half a date belongs to what this review finds of the decision."""
        return f"outcome {self.view.review.id} {self.decision.id}"

    def problems(self) -> dict[str, str]:
        """Return what stands against keeping it: a day that cannot be read."""
        wrong = {}
        for name, read in (("carried_to", self._new_day), ("outcome_on", self._past_day)):
            try:
                _read(self.typed(name), read)
            except BadInput as refused:
                wrong[name] = str(refused)
        return wrong

    async def keep_typed(self) -> None:
        """Keep what was found as far as it is typed; a day that cannot be read stays as it was."""
        before = self._before()
        outcome = Outcome(self.typed("outcome"))
        found = replace(
            before,
            outcome=outcome,
            why_not=self.typed("why_not"),
            put_right_by=self.typed("put_right_by").strip(),
            evidence=self.typed("evidence"),
        )
        if not self.problems():
            found = replace(
                found,
                carried_to=_read(self.typed("carried_to"), self._new_day),
                outcome_on=_read(self.typed("outcome_on"), self._past_day),
            )
        if outcome.closes:
            found = replace(found, carried_to=None)
        await self.iro.store_call(deciding.go_through, found)

    def _before(self) -> DecisionOutcome:
        found = self.view.outcomes.get(self.decision.id)
        return found or outcome_of(self.view, self.decision, self.outcome)

    def _new_day(self, typed: str) -> date:
        working_days = self.iro.knowledge.timescales.working_days
        return _as_it_stands(typed, self._before().carried_to) or parse_due_date(
            typed, self.view.today, working_days
        )

    def _past_day(self, typed: str) -> date:
        return _as_it_stands(typed, self._before().outcome_on) or parse_past_date(
            typed, self.view.today
        )


def _as_it_stands(typed: str, day: date | None) -> date | None:
    return day if day and typed.strip() == spoken(day) else None


def _read(typed: str, read: Callable[[str], date]) -> date | None:
    return read(typed) if typed.strip() else None
