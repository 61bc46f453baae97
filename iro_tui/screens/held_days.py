"""On which day the meetings of a review were held, put right where it was written up later."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from uuid import UUID

from iro_tui.domain.held_day import HeldMeetings, remark_on_held_day
from iro_tui.domain.review import Meeting
from iro_tui.domain.typed import Typed, typed_value
from iro_tui.errors import BadFields
from iro_tui.screens.replan_sheet import ReplanSheet
from iro_tui.services import holding
from iro_tui.widgets.fields import LineField, date_field

_FIELD = "meeting-"


class HeldDaysSheet(ReplanSheet):
    """One day a meeting that has begun."""

    def __init__(self, held: HeldMeetings, today: date) -> None:
        self.held = held
        self._today = today
        super().__init__(
            f"On which day was review {held.review.number} held?",
            [self._field(meeting) for meeting in held.meetings],
            draft_key=f"held {held.review.id}",
            before={_name(one.id): typed_value(one.held_on) for one in held.meetings},
        )

    def _field(self, meeting: Meeting) -> LineField:
        is_only = len(self.held.meetings) == 1
        return date_field(
            _name(meeting.id),
            "Held on" if is_only else f"Meeting {meeting.sequence}",
            partial(self.held.parse_day, today=self._today),
            needed=True,
            remark=partial(
                remark_on_held_day,
                planned_for=meeting.planned_for,
                due_on=self.held.review.due_on if meeting.sequence == 1 else None,
            ),
            hint="The day people met, not the day it is written up: “mon”, “24 nov”.",
        )

    def read(self, typed: Typed) -> Mapping[UUID, str]:
        """Return what is typed, by meeting; raises BadFields for a day that cannot be."""
        days = {one.id: str(typed[_name(one.id)]) for one in self.held.meetings}
        try:
            self.held.on_days(days, self._today)
        except BadFields as error:
            raise BadFields(
                {f"{_FIELD}{key}": said for key, said in error.problems.items()}
            ) from error
        return days

    async def keep(self, typed: Typed) -> None:
        """Keep the days."""
        days = self.read(typed)
        await self.iro.store_call(holding.set_held_days, self.held.review.id, days)


def _name(meeting_id: UUID) -> str:
    return f"{_FIELD}{meeting_id}"
