"""When each tracker of a child is due next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from iro_tui.domain.child import CHILD_FLAGS, Child, Cycle
from iro_tui.domain.conditions import ReviewFacts
from iro_tui.domain.cycles import running_cycles, turns_18_on
from iro_tui.domain.dates.working_days import birthday
from iro_tui.domain.due.by_age import eligible_on, health_assessment_due, pathway_assessment_due
from iro_tui.domain.due.items import DueItem
from iro_tui.domain.due.known import Known
from iro_tui.domain.due.tracker import Basis, Tracker
from iro_tui.domain.due.visits import visit_due
from iro_tui.domain.facts import CARE_ORDERS
from iro_tui.domain.following import Tracked
from iro_tui.domain.review import OPEN_MEETING
from iro_tui.domain.rules import DueDate, Mark, Rule, Unit
from iro_tui.domain.rules import due_date as date_by_rule
from iro_tui.domain.timescales import NextReview, Timescales

_SET = Rule(
    id="set",
    amount=0,
    unit=Unit.DAYS,
    counted_from="the day that was set",
    mark=Mark.LOCAL,
    source="The day that somebody set, as noted by the chair",
)


@dataclass(frozen=True)
class TrackerLine:
    """One tracker of one child as it stands: when it was last done, and when it is due.

    `due` is None where nothing is to be done, or where no day to count from is known (`is_known`
    tells the two apart).
    """

    tracker: Tracker
    tracked: Tracked | None
    due: DueDate | None
    is_known: bool = True

    @property
    def last_on(self) -> date | None:
        """The day it was last done."""
        return self.tracked.last_on if self.tracked else None


def tracker_lines(
    known: Known, coming: NextReview | None, timescales: Timescales
) -> tuple[TrackerLine, ...]:
    """Return every tracker that applies to a child, in the order of data/trackers.toml."""
    if not running_cycles(known.child):
        return ()
    asked = _Asked(known, coming, timescales)
    lines = (asked.line(tracker) for tracker in timescales.tracking.trackers)
    return tuple(line for line in lines if line is not None)


def trackers_offered(
    known: Known, coming: NextReview | None, timescales: Timescales
) -> tuple[Tracker, ...]:
    """Return the trackers that show only once something is noted, and of which nothing is yet."""
    if not running_cycles(known.child):
        return ()
    asked = _Asked(known, coming, timescales)
    return tuple(one for one in timescales.tracking.trackers if asked.may_be_noted(one))


def is_far_off(line: TrackerLine, today: date, timescales: Timescales) -> bool:
    """Whether a date is set by a birthday that is more than the usual notice away (local)."""
    tracker = line.tracker
    by_age = tracker.basis in (Basis.PATHWAY, Basis.SCHOOL_TERMS)
    is_by_birthday = by_age or tracker.first_from == "date_of_birth"
    if not is_by_birthday or line.tracked is not None or line.due is None:
        return False
    return today < timescales.due("birthday_notice", line.due.on).on


def trackers_due(
    known: Known, coming: NextReview | None, timescales: Timescales
) -> Iterator[DueItem]:
    """Yield the dates of a child's trackers."""
    for line in tracker_lines(known, coming, timescales):
        if line.due is not None:
            yield DueItem(
                child_id=known.child.id,
                what=line.tracker.id,
                title=line.tracker.title,
                due_on=line.due.on,
                mark=line.due.mark,
                rule=line.due.rule.words,
                source=line.due.source,
                lapses=line.tracker.lapses,
            )


@dataclass(frozen=True)
class _Asked:
    """One child, asked for one tracker after another."""

    known: Known
    coming: NextReview | None
    timescales: Timescales

    def line(self, tracker: Tracker) -> TrackerLine | None:
        """Return a tracker as it stands; None where it does not apply to the child."""
        tracked = self.known.tracked.get(tracker.id)
        if tracked is None and tracker.optional:
            return None
        due = self._due(tracker, tracked)
        if not self._applies(tracker, due.on if due else self._day_of_review()):
            return None
        is_over = due is not None and due.on > self._last_day_in_care
        has_none = due is None and tracker.basis is Basis.MIDWAY
        if tracked is None and (is_over or has_none):
            return None
        is_put_away = tracked is not None and tracked.not_needed
        if is_put_away or is_over or _is_done(tracker, tracked, self.known.child):
            return TrackerLine(tracker, tracked, None)
        return self._dated(tracker, tracked, due)

    def may_be_noted(self, tracker: Tracker) -> bool:
        """Whether a tracker shows only once something is noted, and might be of this child."""
        is_new = tracker.optional and tracker.id not in self.known.tracked
        return is_new and self._applies(tracker, self._day_of_review())

    def _dated(self, tracker: Tracker, tracked: Tracked | None, due: DueDate | None) -> TrackerLine:
        if due is not None and self._is_first(tracker, due) and self._was_looked_at_since(due.on):
            return TrackerLine(tracker, tracked, None, is_known=False)
        has_no_date = tracker.basis in (Basis.REVIEW, Basis.SET, Basis.MIDWAY)
        return TrackerLine(tracker, tracked, due, is_known=due is not None or has_no_date)

    def _is_first(self, tracker: Tracker, due: DueDate) -> bool:
        return due.rule is not _SET and self.known.last_on(tracker.id) is None

    @property
    def _last_day_in_care(self) -> date:
        """The 18th birthday: no rule of care counts after it; a care leaver's cycles go on."""
        goes_on = self.known.child.cycle in (Cycle.PATHWAY, Cycle.OTHER)
        return date.max if goes_on else turns_18_on(self.known.child)

    def _due(self, tracker: Tracker, tracked: Tracked | None) -> DueDate | None:
        """Return a tracker's date; a day that was set goes before any that a rule counts.

        A day that was set and kept has had its turn: the rule counts on from there.
        """
        last = tracked.last_on if tracked else None
        set_for = tracked.due_on if tracked else None
        if set_for is not None and (last is None or set_for > last):
            return date_by_rule(_SET, set_for, self.timescales.working_days)
        count = {
            Basis.RULES: self._by_rules,
            Basis.VISITS: self._visit,
            Basis.HEALTH: self._health,
            Basis.SCHOOL_TERMS: self._school_term,
            Basis.PATHWAY: self._pathway,
            Basis.SECOND_REVIEW: self._by_second_review,
            Basis.MIDWAY: self._midway,
        }.get(tracker.basis)
        return count(tracker, last) if count else None

    def _midway(self, _tracker: Tracker, last: date | None) -> DueDate | None:
        midway = self.timescales.midway(self.coming) if self.coming else None
        is_open = any(review.state in OPEN_MEETING for review in self.known.reviews)
        if midway is None or is_open or (last is not None and last > midway.counted_from):
            return None
        return midway

    def _visit(self, _tracker: Tracker, _last: date | None) -> DueDate | None:
        return visit_due(self.known, self.timescales)

    def _pathway(self, _tracker: Tracker, _last: date | None) -> DueDate | None:
        child = self.known.child
        eligible_from = eligible_on(child, self.timescales)
        if eligible_from is None:
            return None
        return pathway_assessment_due(child.date_of_birth, self.timescales, eligible_from)

    def _by_rules(self, tracker: Tracker, last: date | None) -> DueDate | None:
        if last is not None:
            return self.timescales.due(tracker.later_rule, last) if tracker.later_rule else None
        start = self.known.start_of_tracker(tracker.first_from)
        if start is None or not tracker.first_rule:
            return None
        return self.timescales.due(tracker.first_rule, start)

    def _health(self, _tracker: Tracker, last: date | None) -> DueDate | None:
        if last is not None:
            return health_assessment_due(self.known.child.date_of_birth, last, self.timescales)
        first = self._review_in_care(1)
        return self.timescales.due("health_assessment_first", first) if first else None

    def _school_term(self, tracker: Tracker, last: date | None) -> DueDate | None:
        """Return the first plan's date, or the end of the term after the last one.

        A child who was too young for a first plan has one in the term after the birthday.
        """
        if last is None:
            first = self._by_rules(tracker, None)
            of_age_on = birthday(self.known.child.date_of_birth, tracker.needed.age_from or 0)
            if first is None or first.on >= of_age_on:
                return first
            last = of_age_on
        end = self.timescales.tracking.term_end_after(last)
        return self.timescales.due(tracker.later_rule, end) if end else None

    def _by_second_review(self, tracker: Tracker, _last: date | None) -> DueDate | None:
        second = self._review_in_care(_SECOND)
        return self.timescales.due(tracker.first_rule, second) if second else None

    def _review_in_care(self, number: int) -> date | None:
        """Return the day of the next review in care if it has this number: planned, at the latest.

        A placement for adoption has numbers of its own, which are not meant.
        """
        coming = self.coming
        if coming is None or coming.number != number:
            return None
        if coming.cycle not in (Cycle.LOOKED_AFTER, Cycle.REMAND):
            return None
        planned = (one.planned_for for one in self.known.reviews if one.id == coming.review_id)
        return min(day for day in (coming.due_on, *planned) if day is not None)

    def _was_looked_at_since(self, day: date) -> bool:
        """Whether a review was held after a first date that nobody noted as kept or missed.

        The review asked for it, so it is "not known" here rather than late by years.
        """
        return any(held > day for held in self._days_held())

    def _day_of_review(self) -> date | None:
        """Return the day on which it is asked whether a tracker without a date is needed."""
        return self.coming.due_on if self.coming else max(self._days_held(), default=None)

    def _days_held(self) -> tuple[date, ...]:
        held = (review.held_on for review in self.known.reviews)
        return tuple(day for day in held if day is not None)

    def _applies(self, tracker: Tracker, day: date | None) -> bool:
        child = self.known.child
        if tracker.placements and child.placement_type not in tracker.placements:
            return False
        return day is None or tracker.needed.holds(self._facts(day))

    def _facts(self, day: date) -> ReviewFacts:
        child = self.known.child
        flags = {flag for flag in CHILD_FLAGS if getattr(child, flag)}
        if child.legal_status in CARE_ORDERS:
            flags.add("in_care")
        return ReviewFacts(
            age=child.age_on(day),
            cycles=frozenset(cycle.value for cycle in running_cycles(child)),
            number=self.coming.number if self.coming else 0,
            legal_status=child.legal_status,
            placement_type=child.placement_type,
            flags=frozenset(flags),
        )


_SECOND = 2


def _is_done(tracker: Tracker, tracked: Tracked | None, child: Child) -> bool:
    if tracker.done_field and getattr(child, tracker.done_field):
        return True
    return tracker.once and tracked is not None and tracked.last_on is not None
