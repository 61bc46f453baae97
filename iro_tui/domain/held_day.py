"""The day on which a meeting was held, where it is written up later than it was held."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from iro_tui.domain.child import Child
from iro_tui.domain.cycles import start_of
from iro_tui.domain.dates.spoken import parse_past_date, spoken
from iro_tui.domain.review import Meeting, Review
from iro_tui.errors import BadFields, BadInput


@dataclass(frozen=True)
class HeldMeetings:
    """The meetings of a review that have begun, with what their days are held against.

    `reviews` are all of the child's.
    """

    child: Child
    review: Review
    meetings: tuple[Meeting, ...]
    reviews: tuple[Review, ...]

    def on_days(self, typed: Mapping[UUID, str], today: date) -> tuple[Meeting, ...]:
        """Return the meetings on the days that are typed, by meeting.

        Raises BadFields, by meeting, for a day to come, one before the child was born or this
        kind of reviews began, one before the last review, and one before the meeting before.
        """
        problems: dict[str, str] = {}
        found: list[Meeting] = []
        for meeting in self.meetings:
            try:
                day = self.parse_day(typed.get(meeting.id, ""), today, after=found[-1:])
            except BadInput as error:
                problems[str(meeting.id)] = str(error)
            else:
                found.append(replace(meeting, held_on=day))
        if problems:
            raise BadFields(problems)
        return tuple(found)

    def parse_day(self, text: str, today: date, *, after: Sequence[Meeting] = ()) -> date:
        """Return the day typed for a meeting that came after others; raises BadInput."""
        if not text.strip():
            raise BadInput("The day is needed,", hint="for example “today” or “mon”.")
        day = parse_past_date(text, today)
        for first, words in sorted(self._comes_after(after), reverse=True):
            if day < first:
                raise BadInput(
                    f"{spoken(day)} is before {words}, {spoken(first)}.", hint="Check the day."
                )
        return day

    def _comes_after(self, earlier: Sequence[Meeting]) -> Iterator[tuple[date, str]]:
        yield self.child.date_of_birth, f"{self.child.name} was born"
        cycle = self.review.cycle
        began = start_of(cycle, self.child)
        if began is not None:
            yield began, "the day from which reviews of this kind are held"
        for one in self.reviews:
            is_earlier = 0 < one.numbers.get(cycle, 0) < self.review.number
            if is_earlier and one.held_on and (began is None or one.held_on >= began):
                yield one.held_on, f"review {one.number}"
        for meeting in earlier:
            if meeting.held_on is not None:
                yield meeting.held_on, f"meeting {meeting.sequence}"


def remark_on_held_day(day: date, *, planned_for: date | None, due_on: date | None) -> str:
    """Return what the chair ought to notice about the day; none of it is a mistake."""
    if due_on is not None and day > due_on:
        return f"! after the last lawful day, {spoken(due_on)}"
    if planned_for is not None and day < planned_for:
        return f"! before the day it was planned for, {spoken(planned_for)}"
    return ""
