"""The lines of a child's dates: the next review, the steps around reviews, and the trackers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from textual.content import Content

from iro_tui.domain.caseload import DueState
from iro_tui.domain.caseload_words import count_words
from iro_tui.domain.dates.spoken import spoken
from iro_tui.domain.due.derive import DISRUPTION, REVIEW
from iro_tui.domain.due.items import DueItem
from iro_tui.domain.due.steps import ANSWER, StepLine
from iro_tui.domain.due.tracker import Basis, Tracker
from iro_tui.domain.due.tracking import TrackerLine
from iro_tui.domain.review import BEFORE_MEETING, OPEN_MEETING, Review
from iro_tui.domain.rules import DueDate, Rule
from iro_tui.domain.timescales import Timescales
from iro_tui.domain.typed import typed_day
from iro_tui.services.caseload import due_state
from iro_tui.services.keeping_dates import ChildDates, ReviewSteps
from iro_tui.widgets.due import STATE_STYLES
from iro_tui.widgets.rows import Row, column

WIDTHS = {"What": 29, "Last": 11, "Due": 11, "Working days": 12, "Mark": 8}
WIDER = {"What": 40, "Last": 11, "Due": 11, "Working days": 12, "Mark": 8, "Why": 27}


@dataclass(frozen=True)
class DateLine:
    """One line: what it is, when it was last done and is due, how it stands, and why.

    `rule` is behind the day; `more` is what else is to be known of it.
    """

    id: str
    title: str
    last_on: date | None = None
    due_on: date | None = None
    standing: str = ""
    state: DueState = DueState.NONE
    rule: Rule | None = None
    more: str = ""

    @property
    def why(self) -> str:
        """What it is, what else is to be known, and the rule in words, its mark and source."""
        pieces = [f"{self.title}:", self.more]
        if (rule := self.rule) is not None:
            words = f"{rule.words[:1].upper()}{rule.words[1:]}"
            pieces.append(f"{words} ({rule.mark}: {rule.source}).")
        return " ".join(piece for piece in pieces if piece)


@dataclass(frozen=True)
class DateGroup:
    """Lines that belong together, under a heading."""

    heading: str
    lines: tuple[DateLine, ...]


def groups_of(dates: ChildDates, timescales: Timescales, today: date) -> tuple[DateGroup, ...]:
    """Return every line of a child's dates, in groups; what is late comes first among trackers."""
    standing = _Standing(timescales, today)
    coming = tuple(_coming(dates, standing))
    around = [_around(steps, standing) for steps in dates.reviews]
    groups = [
        DateGroup("Next review", coming),
        *sorted(around, key=_soonest),
        DateGroup("Trackers", _in_order([standing.of_tracker(one) for one in dates.trackers])),
        DateGroup("Only where it applies", tuple(_offered(one) for one in dates.offered)),
    ]
    return tuple(group for group in groups if group.lines)


def _soonest(group: DateGroup) -> date:
    """Return the first day on which something of a group is still to be done."""
    waiting = [line.due_on for line in group.lines if line.due_on and line.last_on is None]
    return min(waiting, default=date.max)


def rows_of(groups: tuple[DateGroup, ...], widths: dict[str, int]) -> list[Row]:
    """Return the rows of the groups, each under its heading."""
    rows = []
    for group in groups:
        told = Content.styled(group.heading, "$text-accent")
        rows.append(Row(f"heading {group.heading}", told, is_heading=True))
        rows += [Row(line.id, _row(line, widths)) for line in group.lines]
    return rows


def header(widths: dict[str, int]) -> str:
    """Return the names of the columns."""
    return " ".join(column(name, width) for name, width in widths.items())


def _row(line: DateLine, widths: dict[str, int]) -> Content:
    cells = {
        "What": line.title,
        "Last": typed_day(line.last_on),
        "Due": typed_day(line.due_on),
        "Working days": line.standing,
        "Mark": str(line.rule.mark) if line.rule else "",
        "Why": line.rule.words if line.rule else "",
    }
    styles = {"Working days": STATE_STYLES[line.state], "Mark": "$muted", "Why": "$muted"}
    return Content(" ").join(
        Content.styled(column(cells[name], width), styles.get(name, ""))
        for name, width in widths.items()
    )


def _in_order(lines: list[DateLine]) -> tuple[DateLine, ...]:
    """Put what has a day first, the soonest on top; then what is not known, then the rest."""
    return tuple(
        sorted(
            lines,
            key=lambda line: (line.due_on or date.max, not line.standing.startswith("?")),
        )
    )


@dataclass(frozen=True)
class _Standing:
    """How near a day is, as on a day."""

    timescales: Timescales
    today: date

    def dated(self, line: DateLine, due: DueDate) -> DateLine:
        """Return a line with its day and how near it is."""
        return replace(self.near(line, due.on), rule=due.rule)

    def near(self, line: DateLine, due_on: date) -> DateLine:
        left = self.timescales.working_days_left(self.today, due_on)
        soon_until = self.timescales.soon_until(self.today)
        state = due_state(due_on, today=self.today, soon_until=soon_until)
        return replace(
            line, due_on=due_on, standing=f"{state.sign} {count_words(left)}", state=state
        )

    def of_step(self, steps: ReviewSteps, step: StepLine) -> DateLine:
        """Return the line of a step around a review."""
        line = DateLine(
            id=f"{step.step.id} {step.review.id}",
            title=step.step.noted or step.step.title,
            last_on=step.done_on,
            standing="· not yet",
            more=step.note,
        )
        if step.due is not None:
            line = self.dated(line, step.due)
        if step.done_on is not None:
            line = replace(line, standing="✓ done", state=DueState.IN_TIME)
        return _answered(line, steps) if step.step is ANSWER else line

    def of_tracker(self, tracked: TrackerLine) -> DateLine:
        """Return the line of a tracker."""
        tracker, known = tracked.tracker, tracked.tracked
        note = known.note if known else ""
        line = DateLine(
            id=tracker.id,
            title=tracker.title,
            last_on=tracked.last_on,
            more=tracker.score.words(note) if tracker.score and note else note,
        )
        if tracked.due is not None:
            return self.dated(line, tracked.due)
        return replace(line, standing=_without_date(tracked))


def _without_date(line: TrackerLine) -> str:
    """Return in words how a tracker stands that has no day."""
    if line.tracked is not None and line.tracked.not_needed:
        return "– not needed"
    if not line.is_known:
        return "? not known"
    if line.tracker.basis is Basis.REVIEW:
        return "· at reviews"
    if line.tracker.basis is Basis.SET:
        return "✓ noted" if line.last_on is not None else "· no day set"
    return "✓ done"


def _answered(line: DateLine, steps: ReviewSteps) -> DateLine:
    """Return the line of the manager's answer: silence counts, and a later objection stays said."""
    review, objection = steps.review, steps.objection
    told = []
    if review.agreed_by_silence_on is not None:
        line = replace(line, standing="✓ agreed", state=DueState.IN_TIME)
        due = spoken(line.due_on) if line.due_on else ""
        told.append(f"Agreed (no reply by {due}).")
    elif objection is not None:
        line = replace(line, standing="! objection", state=DueState.DUE_SOON)
    elif review.decisions_received_on is None and review.decisions_sent_on is not None:
        told.append("Counted from the sending; when they were received is not known.")
    if objection is not None:
        words = f": {objection.note}" if objection.note else ""
        told.append(f"Objected on {spoken(objection.done_on)}{words}.")
    return replace(line, more=" ".join([*told, line.more]).strip())


def _coming(dates: ChildDates, standing: _Standing) -> Iterator[DateLine]:
    coming = dates.coming
    if coming is not None:
        line = standing.dated(DateLine(REVIEW, f"Review {coming.number}"), coming.leads.due)
        others = [f"{one.cycle.words}: {spoken(one.due.on)}" for one in coming.others]
        beside = f"The other date that runs, {'; '.join(others)}." if others else ""
        yield replace(line, more=" ".join([_planned(dates.in_hand), beside]).strip())
    if dates.disruption is not None:
        yield _disruption(dates.disruption, standing)


def _planned(in_hand: Review | None) -> str:
    if in_hand is not None and in_hand.state in OPEN_MEETING:
        return "Its meeting is open."
    planned_for = in_hand.planned_for if in_hand is not None else None
    return f"Planned for {spoken(planned_for)}." if planned_for else "No day is planned yet."


def _disruption(item: DueItem, standing: _Standing) -> DateLine:
    line = standing.near(DateLine(DISRUPTION, item.title), item.due_on)
    opens = f"Not before {spoken(item.opens_on)}. " if item.opens_on else ""
    return replace(line, more=f"{opens}{item.rule} ({item.mark}: {item.source}).")


def _around(steps: ReviewSteps, standing: _Standing) -> DateGroup:
    review = steps.review
    if review.state in BEFORE_MEETING:
        heading = f"Before review {review.number}"
        if review.planned_for is not None:
            heading += f" · planned for {spoken(review.planned_for)}"
    else:
        heading = f"After review {review.number} · {review.state.words}"
    return DateGroup(heading, tuple(standing.of_step(steps, one) for one in steps.lines))


def _offered(tracker: Tracker) -> DateLine:
    return DateLine(tracker.id, tracker.title, standing="· not noted")
