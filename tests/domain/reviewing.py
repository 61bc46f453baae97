"""Children and reviews in few words, for tests of what is due when."""

from datetime import date
from typing import Any
from uuid import UUID

from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.review import Review, ReviewState
from iro_tui.domain.timescales import NextReview, Timescales, next_review

LOOKED_AFTER = Cycle.LOOKED_AFTER
AUTHORISED = Cycle.ADOPTION_AUTHORISED
PLACED = Cycle.ADOPTION_PLACED


def day(text: str) -> date:
    return date.fromisoformat(text)


def child(**told: Any) -> Child:
    fields: dict[str, Any] = {
        name: day(value) if type(value) is str else value for name, value in told.items()
    }
    return Child(UUID(int=1), "T-01", date(2015, 5, 1), **fields)


def held(on: str, number: int, cycle: Cycle = LOOKED_AFTER, **more: Any) -> Review:
    told: dict[str, Any] = {
        "numbers": {cycle: number},
        "state": ReviewState.COMPLETED,
        "completed_on": day(on),
    }
    return Review(UUID(int=number), UUID(int=1), held_on=day(on), **(told | more))


def planned(number: int, cycle: Cycle = LOOKED_AFTER, **more: Any) -> Review:
    return Review(UUID(int=90 + number), UUID(int=1), numbers={cycle: number}, **more)


def coming(timescales: Timescales, one: Child, *reviews: Review) -> NextReview:
    found = next_review(one, reviews, timescales)
    assert found is not None
    return found
