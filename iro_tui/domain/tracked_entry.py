"""What is typed of a tracker: when it was last done, a day that was set, a note or a score."""

from dataclasses import dataclass
from datetime import date

from iro_tui.domain.child import Child
from iro_tui.domain.dates.spoken import parse_past_date, parse_spoken_date, spoken
from iro_tui.domain.due.tracker import Tracker
from iro_tui.domain.text import clean_line
from iro_tui.domain.typed import Typed, TypedFields
from iro_tui.errors import BadInput


@dataclass(frozen=True)
class NotedTracker:
    """What the chair notes of one tracker of a child."""

    last_on: date | None = None
    due_on: date | None = None
    note: str = ""
    not_needed: bool = False


def tracked_from(typed: Typed, tracker: Tracker, child: Child, today: date) -> NotedTracker:
    """Return what is typed of a tracker; raises BadFields, with what would have worked."""
    form = TypedFields(typed, today)

    def after_birth(day: date) -> date:
        if day < child.date_of_birth:
            raise BadInput(
                f"{spoken(day)} is before {child.name} was born, {spoken(child.date_of_birth)}."
            )
        return day

    def last(text: str) -> date | None:
        return after_birth(parse_past_date(text, today)) if text.strip() else None

    def set_day(text: str) -> date | None:
        return after_birth(parse_spoken_date(text, today)) if text.strip() else None

    noted = NotedTracker(
        last_on=form.read("last_on", None, last),
        due_on=form.read("due_on", None, set_day),
        note=form.read("note", "", lambda text: _note(text, tracker)),
        not_needed=form.yes("not_needed", before=False),
    )
    form.check()
    return noted


def _note(text: str, tracker: Tracker) -> str:
    note = clean_line(text)
    begins_with_number = note[:1].isdigit()
    score = tracker.score
    if score is not None and begins_with_number and score.of(note) is None:
        raise BadInput(
            f"The score is a whole number from 0 to {score.most}.",
            hint="Words may follow it: “15, filled in by school”.",
        )
    return note
