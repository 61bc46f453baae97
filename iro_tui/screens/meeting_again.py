"""Meeting again in the same review: the next meeting of a series, or an adjournment."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from iro_tui.domain.child import Child
from iro_tui.domain.dates.spoken import spoken
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.next_meeting import (
    Adjournment,
    NextMeeting,
    adjournment_from,
    check_may_adjourn,
    check_may_meet_again,
    meet_again_by,
    meeting_to_come,
    next_meeting_from,
    parse_next_day,
    remark_on_next_day,
)
from iro_tui.domain.review import Meeting, Review
from iro_tui.domain.rules import DueDate
from iro_tui.domain.timescales import Timescales
from iro_tui.domain.typed import Typed, typed_value
from iro_tui.screens.replan_sheet import ReplanSheet
from iro_tui.screens.review_fields import how_field, move_reason_field, time_field, venue_field
from iro_tui.services import meeting_again
from iro_tui.widgets.act_field import ActField
from iro_tui.widgets.fields import Field, LineField, date_field

if TYPE_CHECKING:
    from iro_tui.app import IroApp


class NextMeetingSheet(ReplanSheet):
    """Plan the next meeting of a series, or put the one that is planned to another day."""

    def __init__(
        self, review: Review, meetings: Sequence[Meeting], timescales: Timescales, today: date
    ) -> None:
        self.review = review
        self._meet_by = meet_again_by(review, timescales)
        self._timescales = timescales
        self._today = today
        self._planned = meeting_to_come(meetings)
        moves = (move_reason_field(),) if self._planned else ()
        super().__init__(
            _title(review, self._meet_by, is_planned=self._planned is not None),
            [
                _day_field(timescales, today, self._meet_by),
                *moves,
                time_field(),
                venue_field(),
                how_field(),
            ],
            draft_key=f"next meeting {review.id}",
            before=_typed_meeting(review, self._planned),
        )

    def read(self, typed: Typed) -> NextMeeting:
        """Return the next meeting; raises BadFields."""
        return next_meeting_from(
            typed,
            today=self._today,
            working_days=self._timescales.working_days,
            meet_by=self._meet_by,
        )

    async def keep(self, typed: Typed) -> None:
        """Keep the plan of the next meeting."""
        service = meeting_again.plan_next_meeting
        if self._planned is not None:
            service = meeting_again.move_next_meeting
        await self.iro.store_call(service, self.review.id, self.read(typed))


class AdjournSheet(ReplanSheet):
    """Adjourn the meeting: why, what child and family think of that, and the new day."""

    where = "adjourn"

    def __init__(self, child: Child, review: Review, timescales: Timescales, today: date) -> None:
        self.review = review
        self._timescales = timescales
        self._today = today
        self._meet_by = timescales.reconvene_by(today)
        until = f"{spoken(self._meet_by.on)} ({self._meet_by.mark})"
        super().__init__(
            f"Adjourn review {review.number}, once, until {until} at the latest",
            [
                *_adjourning_fields(child),
                _day_field(timescales, today, self._meet_by),
                time_field(),
                venue_field(),
            ],
            draft_key=f"adjourn {review.id}",
            before={
                "reason": review.adjourned_reason,
                "views": review.adjourned_views,
                "venue": review.venue,
            },
        )

    def read(self, typed: Typed) -> Adjournment:
        """Return the adjournment; raises BadFields."""
        return adjournment_from(
            typed,
            today=self._today,
            working_days=self._timescales.working_days,
            meet_by=self._meet_by,
        )

    async def keep(self, typed: Typed) -> None:
        """Adjourn the review."""
        adjournment = self.read(typed)
        await self.iro.store_call(
            meeting_again.adjourn, self._timescales, self.review.id, adjournment
        )


def another_meeting(iro: "IroApp", view: MeetingView) -> NextMeetingSheet:
    """Return the sheet for another meeting of a review; raises RuleRefused where none may be."""
    check_may_meet_again(view.review, view.meetings)
    return NextMeetingSheet(view.review, view.meetings, iro.knowledge.timescales, view.today)


def adjournment(iro: "IroApp", view: MeetingView) -> AdjournSheet:
    """Return the sheet that adjourns a review; raises RuleRefused where the law does not let it."""
    check_may_adjourn(view.review)
    return AdjournSheet(view.child, view.review, iro.knowledge.timescales, view.today)


def _adjourning_fields(child: Child) -> tuple[Field, ...]:
    views = f"What {child.name} and family think of adjourning; the record says it."
    return (
        ActField("reason", "Why", needed=True, hint="What is not known that must be considered."),
        ActField("views", "They say", hint=views),
    )


def _day_field(timescales: Timescales, today: date, meet_by: DueDate | None) -> LineField:
    working_days = timescales.working_days
    return date_field(
        "planned_for",
        "New day",
        partial(parse_next_day, today=today, working_days=working_days, meet_by=meet_by),
        needed=True,
        remark=partial(remark_on_next_day, meet_by=meet_by, working_days=working_days),
        hint="As you would say it: “fri”, “2 weeks”, “10 wd”.",
    )


def _title(review: Review, meet_by: DueDate | None, *, is_planned: bool) -> str:
    words = "Another day for" if is_planned else "Another meeting of"
    limit = f" · at the latest {spoken(meet_by.on)} ({meet_by.mark})" if meet_by else ""
    return f"{words} review {review.number}{limit}"


def _typed_meeting(review: Review, planned: Meeting | None) -> Typed:
    if planned is None:
        return {"venue": review.venue}
    return {
        "planned_for": typed_value(planned.planned_for),
        "time": review.planned_time,
        "venue": planned.venue,
        "how": planned.how,
    }
