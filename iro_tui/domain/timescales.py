"""When a child's next review is due, and what is due before and after a meeting."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.choices import Choices
from iro_tui.domain.cycles import (
    CYCLE_RULE_IDS,
    CycleClock,
    HeldReview,
    clock_of,
    falls_before_18,
    held_reviews,
    planned_or_open,
    running_cycles,
)
from iro_tui.domain.dates.working_days import WorkingDays
from iro_tui.domain.due.tracker import Tracking
from iro_tui.domain.review import Review, kind_of
from iro_tui.domain.rules import DueDate, Mark, Rule, Unit, due_date

RULE_IDS = CYCLE_RULE_IDS | {
    "soon",
    "before_care_ends",
    "long_term_settled",
    "long_term_meeting",
    "decisions",
    "care_plan_updated",
    "record",
    "letter",
    "distribution",
    "manager_answer",
    "social_worker_talk",
    "invitations",
    "carer_report",
    "social_worker_report",
    "adjournment",
    "midway_check",
    "health_under_5",
    "health_from_5",
    "pathway_eligible",
    "pathway_assessment",
    "birthday_notice",
    "health_assessment_first",
}
"""The rules that the program itself counts by; data/timescales.toml is to hold them all."""

_TYPED = Rule(
    id="typed",
    amount=0,
    unit=Unit.DAYS,
    counted_from="the due date kept with the planned review",
    mark=Mark.LOCAL,
    source="Set when the review was planned",
)


@dataclass(frozen=True)
class AfterMeeting:
    """What is due after a review is completed, counted from the last meeting."""

    decisions_due: DueDate
    care_plan_due: DueDate
    record_due: DueDate
    letter_due: DueDate
    distribution_due: DueDate


@dataclass(frozen=True)
class CycleDue:
    """The date that one cycle sets, and the number its review takes."""

    cycle: Cycle
    number: int
    due: DueDate


@dataclass(frozen=True)
class NextReview:
    """A child's next review: the date that counts, and why.

    `leads` is the cycle whose date is the earlier one; `others` are the other dates, which are
    shown beside it. `numbers` maps each cycle to the number the review takes in it, the leading
    cycle first. `review_id` names the review that is planned or open already. For a long-term
    foster placement, `meeting_by` is the day by which a review is to be a meeting again and
    `needs_meeting` says whether this one is to be.
    """

    leads: CycleDue
    numbers: dict[Cycle, int]
    kind: str
    others: tuple[CycleDue, ...] = ()
    review_id: UUID | None = None
    meeting_by: DueDate | None = None
    needs_meeting: bool = True

    @property
    def cycle(self) -> Cycle:
        """The cycle whose date counts."""
        return self.leads.cycle

    @property
    def number(self) -> int:
        """The number in the leading cycle."""
        return self.leads.number

    @property
    def due_on(self) -> date:
        """The last lawful day."""
        return self.leads.due.on

    @property
    def book_by(self) -> date:
        """The last working day on or before the due date."""
        return self.leads.due.book_by

    @property
    def rule(self) -> Rule:
        """The rule behind the date."""
        return self.leads.due.rule


@dataclass(frozen=True)
class Timescales:
    """Every rule of data/timescales.toml and tracker of data/trackers.toml, with the working days.

    `counted_by` changes whenever one of these files does, or the program: dates that were kept
    under another value are counted again.
    """

    working_days: WorkingDays
    rules: Mapping[str, Rule]
    choices: Choices = field(default_factory=Choices)
    tracking: Tracking = field(default_factory=Tracking)
    counted_by: str = ""

    def due(self, rule_id: str, counted_from: date) -> DueDate:
        """Return the date that follows from a rule and a day; raises KeyError for no such rule."""
        return due_date(self.rules[rule_id], counted_from, self.working_days)

    def soon_until(self, today: date) -> date:
        """Return the last day that still counts as soon."""
        return self.rules["soon"].date_from(today, self.working_days)

    def working_days_left(self, today: date, due: date) -> int:
        """Return how many working days are left: 0 on the day, negative when late."""
        return self.working_days.left(today, due)

    def after_meeting(self, completed_on: date) -> AfterMeeting:
        """Return what follows from completing a review on this day (IRO Handbook)."""
        return AfterMeeting(
            decisions_due=self.due("decisions", completed_on),
            care_plan_due=self.due("care_plan_updated", completed_on),
            record_due=self.due("record", completed_on),
            letter_due=self.due("letter", completed_on),
            distribution_due=self.due("distribution", completed_on),
        )

    def agreed_by_silence_on(self, received_on: date) -> date:
        """Return the working day from which a manager's silence reads as agreed."""
        answer_due = self.due("manager_answer", received_on).on
        return self.working_days.after(answer_due, 1)

    def reconvene_by(self, adjourned_on: date) -> DueDate:
        """Return the last day for the second meeting of an adjourned review.

        CPPCR Regulations 2010, regulation 36(2).
        """
        return self.due("adjournment", adjourned_on)

    def midway(self, coming: NextReview) -> DueDate | None:
        """Return the midway check before a review six months on; None where there is none."""
        due = coming.leads.due
        is_half_year = due.rule.unit is Unit.MONTHS and due.rule.amount >= 6
        if not (self.choices.midway_check and is_half_year):
            return None
        return self.due("midway_check", due.counted_from)


def next_review(
    child: Child, reviews: tuple[Review, ...], timescales: Timescales
) -> NextReview | None:
    """Return a child's next review; None when care has ended or no day to count from is known.

    Of two cycles the earlier date counts. A review that is planned or open keeps its own due date.
    A first review is to fall before the known end of a remand or of police protection (CPPCR
    Regulations 2010, regulation 33(3)(c)). A date that would fall on the 18th birthday or later
    is none: from then on nobody is a looked-after child (Children Act 1989, section 105(1)).
    """
    cycles = running_cycles(child)
    held = _held(child, reviews, timescales.choices)
    clocks = [clock for cycle in cycles if (clock := clock_of(cycle, child, held)) is not None]
    in_hand = planned_or_open(reviews, cycles, clocks)
    dates = _with_own_date(in_hand, [_date_of(one, timescales) for one in clocks], timescales)
    if child.care_ends_on is not None:
        dates += _before_care_ends(dates, child.care_ends_on, timescales)
    dates = [one for one in dates if falls_before_18(child, one.cycle, one.due.on)]
    if not dates:
        return None
    leads, *others = sorted(dates, key=lambda one: one.due.on)
    found = NextReview(
        leads=leads,
        numbers={one.cycle: one.number for one in (leads, *others)},
        kind=_kind(leads, in_hand),
        others=tuple(others),
        review_id=in_hand.id if in_hand else None,
    )
    return _with_meeting(found, child, held, timescales)


def _held(child: Child, reviews: tuple[Review, ...], choices: Choices) -> tuple[HeldReview, ...]:
    return held_reviews(
        child,
        reviews,
        basis=choices.review_date_basis,
        early_review_resets=choices.early_review_resets,
    )


def _kind(leads: CycleDue, in_hand: Review | None) -> str:
    if in_hand is not None and in_hand.cycle is leads.cycle:
        return in_hand.kind
    return kind_of(leads.cycle, leads.number)


def _date_of(clock: CycleClock, timescales: Timescales) -> CycleDue:
    return CycleDue(clock.cycle, clock.number, timescales.due(clock.rule_id, clock.counted_from))


def _with_own_date(
    review: Review | None, dates: list[CycleDue], timescales: Timescales
) -> list[CycleDue]:
    """Return the dates with that of the review in hand in place of its cycle's."""
    if review is None or review.due_on is None:
        return dates
    if any(one.cycle is review.cycle and one.due.on == review.due_on for one in dates):
        return dates
    own = due_date(_TYPED, review.due_on, timescales.working_days)
    others = [one for one in dates if one.cycle is not review.cycle]
    return [CycleDue(review.cycle, review.number, own), *others]


def _before_care_ends(
    dates: list[CycleDue], ends_on: date, timescales: Timescales
) -> list[CycleDue]:
    """Return the date before which a first review is to be held, where none was held in care."""
    due = timescales.due("before_care_ends", ends_on)
    return [
        replace(one, due=due)
        for one in dates
        if one.number == 1 and one.cycle in (Cycle.LOOKED_AFTER, Cycle.REMAND)
    ]


def _with_meeting(
    found: NextReview, child: Child, held: tuple[HeldReview, ...], timescales: Timescales
) -> NextReview:
    """Add by when a long-term foster child's review is to be a meeting again."""
    meetings = [one.on for one in held if one.was_meeting]
    since = child.placement_since
    is_settled = (
        child.long_term
        and found.cycle is Cycle.LOOKED_AFTER
        and found.number >= 3
        and since is not None
        and timescales.due("long_term_settled", since).on <= found.due_on
    )
    if not is_settled or not meetings:
        return found
    meeting_by = timescales.due("long_term_meeting", meetings[-1])
    the_one_after = timescales.due("subsequent_review", found.due_on).on
    return replace(found, meeting_by=meeting_by, needs_meeting=the_one_after > meeting_by.on)
