"""Noting a date: the day of a step around a review, or what is known of a tracker."""

from datetime import date
from functools import partial

from iro_tui.domain.child import Child
from iro_tui.domain.dates.spoken import parse_past_date, parse_spoken_date
from iro_tui.domain.due.steps import ANSWER, DECISIONS, StepLine
from iro_tui.domain.due.tracking import TrackerLine
from iro_tui.domain.following import Tracked
from iro_tui.domain.following_up import NotedStep, check_step
from iro_tui.domain.tracked_entry import NotedTracker, tracked_from
from iro_tui.domain.typed import Typed, TypedFields, typed_value
from iro_tui.screens.replan_sheet import ReplanSheet
from iro_tui.services import keeping_dates
from iro_tui.services.keeping_dates import Before, ReviewSteps
from iro_tui.widgets.fields import Field, LineField, date_field
from iro_tui.widgets.picks import PickField, YesNoField

_DAY_HINT = "“today”, “fri”, “14 oct”; empty takes it back."
_ANSWERS = {"agrees": "agrees", "objects": "objects"}


class DateSheet(ReplanSheet):
    """A sheet about one date; `noted` is what stood before, once it was kept."""

    where = "date"
    noted: Before | None = None


class StepSheet(DateSheet):
    """When a step around a review was done."""

    def __init__(self, child: Child, steps: ReviewSteps, line: StepLine, today: date) -> None:
        self.child = child
        self.steps = steps
        self.line = line
        self._today = today
        review = steps.review
        super().__init__(
            f"{line.step.noted or line.step.title} · review {review.number}",
            self._fields_of_step(),
            draft_key=f"step {line.step.id} {review.id}",
            before=_typed_step(steps, line),
        )

    def _fields_of_step(self) -> list[Field]:
        day = partial(self._past_day, "done_on")
        note = LineField("note", "Note", hint="In your words; empty is fine.")
        if self.line.step is DECISIONS:
            hint = "When the manager had them; empty: the day of sending counts."
            received = partial(self._past_day, "received_on")
            return [day("Sent on"), received("Received on", hint)]
        if self.line.step is ANSWER:
            what = PickField("answer", "Manager", _ANSWERS, hint="a or o, or the arrows.")
            return [day("Answered on"), what, note]
        return [day("Done on"), note]

    def _past_day(self, name: str, label: str, hint: str = _DAY_HINT) -> LineField:
        read = partial(parse_past_date, today=self._today)
        return date_field(name, label, read, hint=hint)

    def read(self, typed: Typed) -> NotedStep:
        """Return what is noted; raises BadFields for a day that cannot be."""
        form = TypedFields(typed, self._today)
        noted = NotedStep(
            self.line.step.id,
            done_on=form.past_day("done_on"),
            received_on=form.past_day("received_on"),
            objects=typed.get("answer") == "objects",
            note=form.line("note"),
        )
        form.check()
        check_step(self.child, self.steps.review, noted, self._today)
        return noted

    async def keep(self, typed: Typed) -> None:
        """Keep the day of the step."""
        self.noted = await self.iro.store_call(
            keeping_dates.note_step,
            self.iro.knowledge.timescales,
            self.steps.review.id,
            self.read(typed),
        )


def _typed_step(steps: ReviewSteps, line: StepLine) -> Typed:
    review = steps.review
    done_on, note, objection = line.done_on, line.note, steps.objection
    if line.step is ANSWER:
        done_on = review.manager_answered_on
        note = objection.note if objection else note
    return {
        "done_on": typed_value(done_on),
        "received_on": typed_value(review.decisions_received_on),
        "answer": "objects" if objection else "agrees",
        "note": note,
    }


class TrackerSheet(DateSheet):
    """What is known of a tracker: when it was last done, a day that was set, a note."""

    def __init__(self, child: Child, line: TrackerLine, today: date) -> None:
        self.child = child
        self.line = line
        self._today = today
        super().__init__(
            line.tracker.title,
            self._fields_of_tracker(),
            draft_key=f"tracker {line.tracker.id} {child.id}",
            before=_typed_tracker(line.tracked),
        )

    def _fields_of_tracker(self) -> list[Field]:
        tracker, today = self.line.tracker, self._today
        score = tracker.score
        return [
            date_field(
                "last_on", tracker.label, partial(parse_past_date, today=today), hint=_DAY_HINT
            ),
            date_field(
                "due_on",
                "Set for",
                partial(parse_spoken_date, today=today),
                hint="A day that somebody set; it goes before the rule.",
            ),
            LineField(
                "note",
                "Score" if score else "Note",
                hint=f"0 to {score.most}, words after it." if score else "In your words.",
            ),
            YesNoField("not_needed", "Not needed", hint="Puts it away for this child."),
        ]

    def read(self, typed: Typed) -> NotedTracker:
        """Return what is noted; raises BadFields for a day or a score that cannot be."""
        return tracked_from(typed, self.line.tracker, self.child, self._today)

    async def keep(self, typed: Typed) -> None:
        """Keep what is known of the tracker."""
        self.noted = await self.iro.store_call(
            keeping_dates.note_tracker, self.child.id, self.line.tracker.id, self.read(typed)
        )


def _typed_tracker(tracked: Tracked | None) -> Typed:
    known = vars(tracked) if tracked else vars(NotedTracker())
    return {name: typed_value(known[name]) for name in vars(NotedTracker())}
