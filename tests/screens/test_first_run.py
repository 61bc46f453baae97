"""The first run: a passphrase twice, its strength in words, and who the chair is."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.screens.first_run import FirstRunScreen
from iro_tui.services import drafts, profile
from tests.screens.desk import Desk, paste, reach, seen, settle, type_text
from tests.stores import RAW_KEY, loaded


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


async def fill(pilot: Pilot[None], *texts: str) -> None:
    for text in texts:
        await paste(pilot, text)
        await pilot.press("tab")


async def test_a_store_is_made_with_its_chair_and_the_caseload_opens(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test() as pilot:
        await reach(pilot, FirstRunScreen)
        await fill(pilot, RAW_KEY, RAW_KEY, "Ruth Hale")
        await pilot.press("tab")
        await paste(pilot, "01632 960 111")
        await pilot.press("ctrl+s")
        await reach(pilot, CaseloadScreen)
    app.close_store()
    store = loaded().open_store(desk.settings.store, RAW_KEY, clock=app.clock, new_id=app.new_id)
    chair = profile.chair_of(store)
    # A draft would hold the passphrase.
    assert drafts.begun(store, "") == {}
    store.close()
    assert chair is not None
    assert (chair.name, chair.telephone) == ("Ruth Hale", "01632 960 111")
    assert [one.number for one in chair.helplines] == ["0800 1111"]


async def test_what_is_missing_is_said_at_each_field_and_nothing_typed_is_lost(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=(80, 40)) as pilot:
        await reach(pilot, FirstRunScreen)
        await fill(pilot, "one thing", "another", "Ruth Hale")
        await pilot.press("ctrl+s")
        await settle(pilot)
        words = " ".join(seen(app).split())
        assert "This is not the same as above." in words
        assert "A telephone number" in words
        assert "Ruth Hale" in words
        assert not desk.settings.has_store
    app.close_store()


async def test_the_strength_is_said_in_words_with_what_would_be_better(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test() as pilot:
        await reach(pilot, FirstRunScreen)
        await type_text(pilot, "password")
        await settle(pilot)
        assert "very weak" in seen(app)
        await paste(pilot, " otter brick lantern velvet")
        await settle(pilot)
        assert "strong" in seen(app)
    app.close_store()


async def test_a_passphrase_of_any_length_is_looked_at(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test() as pilot:
        await reach(pilot, FirstRunScreen)
        await paste(pilot, "otter brick " * 20)
        await settle(pilot)
        assert "strong" in seen(app)
    app.close_store()


async def test_f8_shows_and_hides_both(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test() as pilot:
        await reach(pilot, FirstRunScreen)
        await fill(pilot, "otter brick", "otter stone")
        assert "otter" not in seen(app)
        await pilot.press("f8")
        await pilot.pause()
        assert "otter brick" in seen(app)
        assert "otter stone" in seen(app)
    app.close_store()


async def test_a_folder_that_cannot_be_written_is_said_and_the_form_stays(desk: Desk) -> None:
    desk.settings.store.parent.mkdir(exist_ok=True)
    app = desk.app()
    object.__setattr__(app.settings, "store", desk.folder / "file" / "store")
    (desk.folder / "file").write_text("", encoding="utf-8")
    async with app.run_test() as pilot:
        await reach(pilot, FirstRunScreen)
        await fill(pilot, RAW_KEY, RAW_KEY, "Ruth Hale")
        await pilot.press("tab")
        await paste(pilot, "01632 960 111")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "a file in its way" in " ".join(seen(app).split())
        assert "Ruth Hale" in seen(app)
    app.close_store()
