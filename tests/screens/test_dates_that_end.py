"""A stay that is known to end, an eighteenth birthday, and a clock that was set back: as seen."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

from textual.pilot import Pilot

from iro_tui.app import IroApp
from iro_tui.domain.child import Cycle
from iro_tui.domain.clock import Clock
from iro_tui.domain.review import Review, ReviewState
from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.screens.child import ChildScreen
from iro_tui.screens.child_form import ChildForm
from iro_tui.widgets.form import Form
from tests.screens.desk import Desk, a_child, on_disk, reach, seen, settle, type_text
from tests.stores import RAW_KEY, loaded

AMARA = a_child("A-1", "Amara", became_looked_after_on=date(2026, 11, 16))


def words(pilot: Pilot[None]) -> str:
    return " ".join(seen(pilot.app).split())


async def to_details(pilot: Pilot[None]) -> Form:
    await reach(pilot, CaseloadScreen)
    await pilot.press("enter")
    await reach(pilot, ChildScreen)
    await pilot.press("e")
    await reach(pilot, ChildForm)
    return pilot.app.screen.query_one(Form)


async def into(pilot: Pilot[None], form: Form, field: str, text: str) -> None:
    form.field(field).focus()
    await pilot.pause()
    await type_text(pilot, text)
    await settle(pilot)


async def test_the_known_end_of_a_remand_is_asked_and_brings_the_review_forward(
    tmp_path: Path,
) -> None:
    async with Desk(tmp_path).with_children(AMARA).unlocked().run_test() as pilot:
        form = await to_details(pilot)
        assert not form.field("care_ends_on").display
        await into(pilot, form, "cycle", "on remand")
        await pilot.press("enter")
        await settle(pilot)
        assert form.field("care_ends_on").display
        await into(pilot, form, "care_ends_on", "4 dec")
        await pilot.press("ctrl+s")
        await reach(pilot, ChildScreen)
        assert "Review 1 · by Fri 4 Dec 2026" in words(pilot)


async def test_days_out_of_order_are_said_at_the_field_and_stay_as_typed(tmp_path: Path) -> None:
    async with Desk(tmp_path).with_children(AMARA).unlocked().run_test() as pilot:
        form = await to_details(pilot)
        await into(pilot, form, "authorised_for_adoption_on", "2 nov 2026")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "! Mon 2 Nov 2026 is before the day the child became looked after" in words(pilot)
        assert form.field("authorised_for_adoption_on").value == "2 nov 2026"


async def test_a_second_first_review_is_refused_at_its_field(tmp_path: Path) -> None:
    desk = Desk(tmp_path).with_children(AMARA)
    with on_disk(desk) as work:
        work.reviews.save(
            Review(
                uuid4(),
                AMARA.id,
                numbers={Cycle.LOOKED_AFTER: 1},
                state=ReviewState.CLOSED,
                held_on=date(2026, 11, 20),
            )
        )
        work.commit()
    async with desk.unlocked().run_test() as pilot:
        form = await to_details(pilot)
        await into(pilot, form, "last_review_held_on", "23 nov 2026")
        await into(pilot, form, "last_review_number", "1")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "! Review 1 was held on Fri 20 Nov 2026: a number is given once." in words(pilot)


async def test_who_turns_18_before_another_review_says_so_and_none_is_due(tmp_path: Path) -> None:
    nearly = replace(AMARA, date_of_birth=date(2008, 12, 1))
    async with Desk(tmp_path).with_children(nearly).unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        assert "Turns 18 on 1 Dec 2026" in words(pilot)
        assert "– none" in words(pilot)
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        assert "none is due before Amara turns 18 on Tue 1 Dec 2026" in words(pilot)


async def test_a_clock_that_was_set_back_is_told_once_and_work_goes_on(tmp_path: Path) -> None:
    desk = Desk(tmp_path).with_children(AMARA)
    app = IroApp(
        desk.settings,
        loaded,
        clock=Clock(None, lambda: datetime(2025, 11, 24, 12, tzinfo=UTC)),
        passphrase=RAW_KEY,
    )
    async with app.run_test(notifications=True, size=(80, 24)) as pilot:
        await reach(pilot, CaseloadScreen)
        [told] = app._notifications
        assert told.title == "This computer says it is Mon 24 Nov 2025."
        assert "you can go on" in told.message
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
