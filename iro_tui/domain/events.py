"""The events that dates follow from: what each is called, what follows, what it cannot precede.

A new event is one line of EVENTS.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from iro_tui.errors import BadInput

if TYPE_CHECKING:
    from iro_tui.domain.rules import DueDate
    from iro_tui.domain.timescales import Timescales


@dataclass(frozen=True)
class Follows:
    """A date that follows from an event: its name, and the rule that counts it.

    `counted_after` is a rule counted first, where the date counts from another day than the
    event's (the sixteenth birthday).
    """

    name: str
    rule_id: str
    counted_after: str = ""

    def due(self, day: date, timescales: "Timescales") -> "DueDate":
        """Return the date that follows from an event on a day."""
        start = timescales.due(self.counted_after, day).on if self.counted_after else day
        return timescales.due(self.rule_id, start)


@dataclass(frozen=True)
class Event:
    """Something that happens on a day, in words that finish "the day on which ...".

    It cannot come before the events of `never_before`, nor before those that these follow.
    """

    id: str
    happened: str
    dates: tuple[Follows, ...]
    never_before: tuple[str, ...] = ()


@dataclass(frozen=True)
class Following:
    """A date that follows from an event, and why.

    `start_named` says that the count starts at another day than the event's, which its rule names.
    """

    name: str
    due: "DueDate"
    start_named: bool = False


_STARTS = ("looked_after_from", "short_breaks_from")

EVENTS = (
    Event(
        "born",
        "the child was born",
        (
            Follows("fourth_birthday", "birthday_4"),
            Follows("pathway_assessment_due", "pathway_assessment", counted_after="birthday_16"),
            Follows("eighteenth_birthday", "birthday_18"),
        ),
    ),
    Event(
        "looked_after_from",
        "the child became looked after",
        (Follows("first_review_due", "first_review"),),
        never_before=("born",),
    ),
    Event(
        "short_breaks_from",
        "the short breaks began",
        (Follows("first_review_due", "short_breaks_first"),),
        never_before=("born",),
    ),
    Event(
        "first_review_held",
        "the first review was held",
        (Follows("second_review_due", "second_review"),),
        never_before=_STARTS,
    ),
    Event(
        "review_held",
        "the review was held",
        (Follows("next_review_due", "subsequent_review"),),
        never_before=("first_review_held",),
    ),
    Event(
        "authorised_for_adoption",
        "the council had authority to place the child for adoption",
        (Follows("adoption_review_due", "adoption_authorised_first"),),
        never_before=("looked_after_from",),
    ),
    Event(
        "placed_for_adoption",
        "the child was placed for adoption",
        (Follows("adoption_review_due", "adoption_placed_first"),),
        never_before=("looked_after_from",),
    ),
    Event(
        "review_planned",
        "the planned meeting falls",
        (
            Follows("social_worker_talk_by", "social_worker_talk"),
            Follows("invitations_by", "invitations"),
            Follows("social_worker_report_by", "social_worker_report"),
        ),
        never_before=_STARTS,
    ),
    Event(
        "adjourned",
        "the review was adjourned",
        (Follows("reconvene_by", "adjournment"),),
        never_before=_STARTS,
    ),
    Event(
        "review_completed",
        "the review was completed",
        (
            Follows("decisions_due", "decisions"),
            Follows("care_plan_due", "care_plan_updated"),
            Follows("record_due", "record"),
            Follows("letter_due", "letter"),
            Follows("distribution_due", "distribution"),
        ),
        never_before=("first_review_held", "review_held", "adjourned"),
    ),
    Event(
        "decisions_received",
        "the manager received the decisions",
        (Follows("manager_response_due", "manager_answer"),),
        never_before=("review_completed",),
    ),
    Event(
        "escalated",
        "the formal stage of a challenge was opened",
        (Follows("resolution_due", "dispute_total"),),
        never_before=_STARTS,
    ),
)
"""Every event that dates follow from, in the order in which they are told."""

_BY_ID = {event.id: event for event in EVENTS}

EVENT_RULE_IDS = frozenset(
    rule_id
    for event in EVENTS
    for follows in event.dates
    for rule_id in (follows.rule_id, follows.counted_after)
    if rule_id
)
"""The rules that these dates are counted by; data/timescales.toml is to hold them all."""


def dates_following(days: Mapping[str, date], timescales: "Timescales") -> tuple[Following, ...]:
    """Return every date that follows from events, given by id with the day of each.

    Raises BadInput where there is no event, where two give the same date, and where one comes
    before another that it can only follow.
    """
    if not days:
        raise BadInput(
            "No event was given to count from.",
            hint="Give at least one, such as --looked-after-from 2026-12-10.",
        )
    given = [event for event in EVENTS if event.id in days]
    _refuse_one_date_twice(given)
    _refuse_impossible_order(given, days)
    return tuple(
        Following(
            follows.name, follows.due(days[event.id], timescales), bool(follows.counted_after)
        )
        for event in given
        for follows in event.dates
    )


def option_of(event: Event) -> str:
    """Return the option by which an event is given: "--looked-after-from"."""
    return f"--{event.id.replace('_', '-')}"


def _refuse_one_date_twice(given: list[Event]) -> None:
    asked: dict[str, Event] = {}
    for event in given:
        for follows in event.dates:
            if first := asked.get(follows.name):
                raise BadInput(
                    f"{option_of(first)} and {option_of(event)} each give another {follows.name}.",
                    hint="Ask for one of them at a time.",
                )
            asked[follows.name] = event


def _refuse_impossible_order(given: list[Event], days: Mapping[str, date]) -> None:
    for event in given:
        for earlier in _all_never_before(event):
            if earlier.id in days and days[event.id] < days[earlier.id]:
                raise BadInput(
                    f"It cannot be that {event.happened} on {days[event.id]}, before "
                    f"{earlier.happened} on {days[earlier.id]}.",
                    hint=f"Check {option_of(event)} and {option_of(earlier)}.",
                )


def _all_never_before(event: Event) -> Iterator[Event]:
    """Go through the events that one cannot come before, and those that these in turn cannot."""
    for event_id in event.never_before:
        yield _BY_ID[event_id]
        yield from _all_never_before(_BY_ID[event_id])
