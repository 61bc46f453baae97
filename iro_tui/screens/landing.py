"""After unlocking: the meeting asked for or in progress, else the caseload."""

from typing import TYPE_CHECKING
from uuid import UUID

from iro_tui.domain.dates.spoken import spoken
from iro_tui.errors import NotFound
from iro_tui.screens import routes
from iro_tui.services import (
    caseload,
    chairing,
    children,
    clock_check,
    keeping_dates,
    next_dates,
)

if TYPE_CHECKING:
    from iro_tui.app import IroApp


async def land(app: "IroApp") -> None:
    """Open the screens where work goes on; a store without a chair asks who they are first."""
    try:
        review_id = await _meeting_to_enter(app)
    except NotFound as error:
        app.fail(error)
        return
    for _ in app.screen_stack[1:]:
        app.pop_screen()
    # Painted once they all stand, so that the caseload does not flash up before the meeting.
    with app.batch_update():
        await app.push_screen(routes.caseload())
        if app.chair is None:
            await app.push_screen(routes.profile())
        elif review_id is not None:
            await app.push_screen(routes.meeting(review_id))
    await _say_if_clock_was_set_back(app)
    app.run_worker(_count_dates_again(app), group="dates", exclusive=True)


async def _say_if_clock_was_set_back(app: "IroApp") -> None:
    """Say once that the computer's clock is behind what was written here, and go on."""
    written_on = await app.store_call(clock_check.written_after_today)
    if written_on is None:
        return
    app.notify(
        f"The newest entry here was written on {spoken(written_on)}. Every date counts from the "
        "computer's clock, so look whether it is right; you can go on.",
        title=f"This computer says it is {spoken(clock_check.day_of(app.clock.now()))}.",
        severity="warning",
        timeout=20,
        markup=False,
    )


async def _count_dates_again(app: "IroApp") -> None:
    """Count what time alone has changed, behind the work: silence, and dates of older rules.

    The dates of a few children at a time, so that no other call waits long.
    """
    timescales = app.knowledge.timescales
    await app.store_call(keeping_dates.count_silence, timescales)
    if await app.store_call(next_dates.is_counted, timescales):
        return
    waiting = await app.store_call(next_dates.children_to_count)
    for first in range(0, len(waiting), next_dates.CHILDREN_AT_ONCE):
        some = waiting[first : first + next_dates.CHILDREN_AT_ONCE]
        await app.store_call(next_dates.count_again, timescales, some)
    await app.store_call(next_dates.all_counted, timescales)


async def _meeting_to_enter(app: "IroApp") -> UUID | None:
    if not app.chair_reference:
        return await app.store_call(caseload.meeting_in_progress)
    child = await app.store_call(children.find, app.chair_reference)
    return await app.store_call(chairing.review_to_chair, app.knowledge.timescales, child.id)


async def up_to_caseload(app: "IroApp") -> None:
    """Go up, screen by screen, so that each keeps what it holds; one that stays is left alone."""
    while len(app.screen_stack) > 2:
        left = app.screen
        await app.run_action("screen.up", default_namespace=left)
        if app.screen is left:
            return
