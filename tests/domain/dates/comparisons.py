"""What the program counts, set beside the second count: the same case is put to both."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.dates.working_days import add_months, birthday
from iro_tui.domain.due.by_age import health_assessment_due, pathway_assessment_due
from iro_tui.domain.events import dates_following
from iro_tui.domain.review import Occasion, Review
from iro_tui.domain.timescales import Timescales, next_review
from tests.domain.dates import second_count as second
from tests.domain.dates.second_count import DAY
from tests.domain.reviewing import child, held

DAYS = st.dates(date(2010, 1, 1), date(2060, 12, 31))


@dataclass(frozen=True)
class Comparison:
    """Cases, and the two computations that are to agree on each of them."""

    name: str
    cases: st.SearchStrategy[Any]
    ours: Callable[[Any, Timescales], Any]
    second: Callable[[Any], Any]


def rule_of(case: tuple[str, date], timescales: Timescales) -> Any:
    due = timescales.due(*case)
    return due.on, due.book_by, list(due.left_out), due.holidays_known


# Event, and for each date that follows its name, its rule and the age to count from first.
FOLLOWING = {
    "born": "fourth_birthday birthday_4, pathway_assessment_due pathway_assessment 16,"
    " eighteenth_birthday birthday_18",
    "looked_after_from": "first_review_due first_review",
    "short_breaks_from": "first_review_due short_breaks_first",
    "first_review_held": "second_review_due second_review",
    "review_held": "next_review_due subsequent_review",
    "authorised_for_adoption": "adoption_review_due adoption_authorised_first",
    "placed_for_adoption": "adoption_review_due adoption_placed_first",
    "review_planned": "social_worker_talk_by social_worker_talk, invitations_by invitations,"
    " social_worker_report_by social_worker_report",
    "adjourned": "reconvene_by adjournment",
    "review_completed": "decisions_due decisions, care_plan_due care_plan_updated,"
    " record_due record, letter_due letter, distribution_due distribution",
    "decisions_received": "manager_response_due manager_answer",
    "escalated": "resolution_due dispute_total",
}


def dates_of_event(case: tuple[str, date], timescales: Timescales) -> Any:
    found = dates_following(dict([case]), timescales)
    return [(one.name, one.due.on, one.due.book_by) for one in found]


def second_dates_of_event(case: tuple[str, date]) -> Any:
    event, day = case
    told = []
    for words in FOLLOWING[event].split(", "):
        name, rule, *age = words.split()
        on = second.by_rule(rule, second.birthday_at(day, int(age[0])) if age else day)
        told.append((name, on, second.booked_by(on)))
    return told


@dataclass(frozen=True)
class Story:
    """A child's reviews: when the cycle started, those held before and since, and how."""

    cycle: Cycle
    came_in: date
    started: date
    before: tuple[date, ...]
    since: tuple[date, ...]
    lasting: int
    early: bool


@st.composite
def stories(draw: st.DrawFn) -> Story:
    cycle = draw(st.sampled_from([one for one in Cycle if one is not Cycle.OTHER]))
    gaps = st.lists(st.integers(1, 300), max_size=4)
    came_in = day = draw(st.dates(date(2010, 1, 1), date(2054, 12, 31)))
    before = []
    for gap in draw(gaps):
        day += gap * DAY
        before.append(day)
    started = day = day + draw(st.integers(1, 300)) * DAY
    since = []
    for gap in draw(gaps if cycle is not Cycle.PATHWAY else gaps.filter(bool)):
        day += gap * DAY
        since.append(day)
    return Story(
        cycle,
        came_in,
        started,
        tuple(before),
        tuple(since),
        draw(st.integers(0, 20)),
        draw(st.booleans()),
    )


def child_of(story: Story) -> Child:
    came_in = story.came_in if "adoption" in story.cycle else story.started
    fields: dict[str, Any] = {"became_looked_after_on": came_in}
    match story.cycle:
        case Cycle.SHORT_BREAKS:
            fields = {"short_breaks_from": story.started}
        case Cycle.ADOPTION_AUTHORISED:
            fields["authorised_for_adoption_on"] = story.started
        case Cycle.ADOPTION_PLACED:
            fields["placed_for_adoption_on"] = story.started
        case Cycle.PATHWAY:
            fields = {}
    return replace(child(cycle=story.cycle, **fields), date_of_birth=story.came_in)


def reviews_of(story: Story) -> tuple[Review, ...]:
    """The reviews as the store holds them: numbered, some early, some over several days."""
    earlier = Cycle.LOOKED_AFTER if "adoption" in story.cycle else story.cycle
    found: list[tuple[date, dict[Cycle, int]]] = [
        (on, {earlier: number})
        for number, on in enumerate(story.before, 1)
        if earlier is not Cycle.PATHWAY
    ]
    for number, on in enumerate(story.since, 1):
        numbers: dict[Cycle, int] = {story.cycle: number}
        if story.cycle is Cycle.ADOPTION_AUTHORISED:
            numbers[Cycle.LOOKED_AFTER] = len(story.before) + number
        found.append((on, numbers))
    occasion = Occasion.EARLY if story.early else Occasion.SCHEDULED
    return tuple(
        held(
            str(on),
            place,
            numbers=numbers,
            occasion=occasion,
            completed_on=on + story.lasting * DAY,
        )
        for place, (on, numbers) in enumerate(found, 1)
    )


def next_of_story(story: Story, timescales: Timescales) -> Any:
    found = next_review(child_of(story), reviews_of(story), timescales)
    assert found is not None
    dates = sorted(
        (one.cycle.value, one.number, one.due.on) for one in (found.leads, *found.others)
    )
    return dates, found.due_on, found.book_by


def second_next_of_story(story: Story) -> Any:
    number, on = second.next_of_cycle(story.cycle, story.started, story.since)
    dates = [(story.cycle.value, number, on)]
    if story.cycle is Cycle.ADOPTION_AUTHORISED:
        all_held = (*story.before, *story.since)
        dates.append(
            ("looked_after", *second.next_of_cycle("looked_after", story.came_in, all_held))
        )
    earliest = min(due for _, _, due in dates)
    return sorted(dates), earliest, second.booked_by(earliest)


def second_health(case: tuple[date, int]) -> date:
    last, age_in_days = case
    fifth = second.birthday_at(last - age_in_days * DAY, 5)
    six_months = second.months_on(last, 6)
    return six_months if fifth > six_months else second.months_on(last, 12)


def second_pathway(case: tuple[date, int]) -> date:
    born, eligible_after = case
    sixteenth = second.birthday_at(born, 16)
    eligible = born + eligible_after * DAY
    return second.months_on(eligible if eligible > sixteenth else sixteenth, 3)


COMPARISONS = (
    Comparison(
        "every rule: date, day to book by, holidays left out, whether they are known",
        st.tuples(st.sampled_from(sorted(second.RULE_ROWS)), DAYS),
        rule_of,
        lambda case: second.told_by_rule(*case),
    ),
    Comparison(
        "working days after a day",
        st.tuples(DAYS, st.integers(0, 60)),
        lambda case, timescales: timescales.working_days.after(*case),
        lambda case: second.walked(*case),
    ),
    Comparison(
        "working days before a day",
        st.tuples(DAYS, st.integers(0, 60)),
        lambda case, timescales: timescales.working_days.before(*case),
        lambda case: second.walked(case[0], case[1], -DAY),
    ),
    Comparison(
        "working days left, or late",
        st.tuples(DAYS, st.integers(-400, 400)),
        lambda case, timescales: timescales.working_days_left(case[0], case[0] + case[1] * DAY),
        lambda case: second.days_left(case[0], case[0] + case[1] * DAY),
    ),
    Comparison(
        "the day to book by",
        DAYS,
        lambda case, timescales: timescales.working_days.on_or_before(case),
        second.booked_by,
    ),
    Comparison(
        "months on and back",
        st.tuples(DAYS, st.integers(-24, 24)),
        lambda case, _: add_months(*case),
        lambda case: second.months_on(*case),
    ),
    Comparison(
        "birthdays",
        st.tuples(DAYS, st.integers(0, 25)),
        lambda case, _: birthday(*case),
        lambda case: second.birthday_at(*case),
    ),
    Comparison(
        "what follows from an event (iro dates)",
        st.tuples(st.sampled_from(sorted(FOLLOWING)), DAYS),
        dates_of_event,
        second_dates_of_event,
    ),
    Comparison(
        "the next review of each cycle",
        stories(),
        next_of_story,
        second_next_of_story,
    ),
    Comparison(
        "agreed by silence",
        DAYS,
        lambda case, timescales: timescales.agreed_by_silence_on(case),
        lambda case: second.walked(case, 6),
    ),
    Comparison(
        "the health assessment by age",
        st.tuples(DAYS, st.integers(0, 3000)),
        lambda case, timescales: (
            health_assessment_due(case[0] - case[1] * DAY, case[0], timescales).on
        ),
        second_health,
    ),
    Comparison(
        "the pathway assessment",
        st.tuples(DAYS, st.integers(5000, 6570)),
        lambda case, timescales: (
            pathway_assessment_due(case[0], timescales, case[0] + case[1] * DAY).on
        ),
        second_pathway,
    ),
)
