"""Help where one is, every command by name, and going anywhere by a few letters."""

from pathlib import Path

import pytest

from iro_tui.commands import in_area, key_words
from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.screens.child import ChildScreen
from iro_tui.screens.go_to import GoToScreen
from iro_tui.screens.help import HelpScreen
from iro_tui.screens.profile import ProfileScreen
from tests.screens.desk import Desk, a_child, reach, seen, settle, top_line, type_text

TALL = (80, 80)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path).with_children(a_child("A-1", "Amara"), a_child("T-2", "[red] Tom"))


async def test_f1_says_what_this_place_is_for_and_every_key_of_it(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test(size=TALL) as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("f1")
        await reach(pilot, HelpScreen)
        words = seen(app)
        assert "soonest" in words or "due first" in words
        for command in (*in_area("caseload"), *in_area("list"), *in_area("everywhere")):
            if command.key:
                assert key_words(command.main_key) in words, command.id
        await pilot.press("escape")
        await reach(pilot, CaseloadScreen)
    app.close_store()


async def test_help_can_be_walked_through_at_80_by_24(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("f1")
        await reach(pilot, HelpScreen)
        await pilot.press("end")
        await settle(pilot)
        assert "everything is already saved" in seen(app)
    app.close_store()


async def test_a_changed_key_stands_in_footer_and_help(desk: Desk) -> None:
    (desk.folder / "settings").mkdir()
    app = desk.unlocked()
    app.settings.keys["caseload.new_child"] = "f10"  # type: ignore[index]
    app.set_keymap(app.settings.keys)
    async with app.run_test(size=TALL) as pilot:
        await reach(pilot, CaseloadScreen)
        assert "F10 new child" in seen(app)
        await pilot.press("f1")
        await reach(pilot, HelpScreen)
        assert "F10" in seen(app)
    app.close_store()


async def test_f5_goes_to_a_child_by_a_few_letters(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("f5")
        await reach(pilot, GoToScreen)
        await type_text(pilot, "ama")
        await settle(pilot)
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        assert "Amara" in top_line(app)
    app.close_store()


async def test_f5_goes_back_to_the_caseload_from_anywhere(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        await pilot.press("f5")
        await reach(pilot, GoToScreen)
        await type_text(pilot, "casel")
        await settle(pilot)
        await pilot.press("enter")
        await reach(pilot, CaseloadScreen)
    app.close_store()


async def test_a_name_in_the_list_of_places_stands_as_it_is_written(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("f5")
        await reach(pilot, GoToScreen)
        assert "[red] Tom" in seen(app)
    app.close_store()


async def test_the_palette_finds_a_command_by_its_name(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("ctrl+p")
        await type_text(pilot, "telephone")
        for _ in range(100):
            if "profile: change your name" in seen(app):
                break
            await pilot.pause(0.02)
        await pilot.press("enter")
        await pilot.press("enter")
        await reach(pilot, ProfileScreen)
    app.close_store()


async def test_changed_details_are_kept_and_what_is_missing_is_said(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await app.run_action("app.show('profile')")
        await reach(pilot, ProfileScreen)
        await pilot.press("end", "ctrl+u")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "signed with it" in " ".join(seen(app).split())
        await type_text(pilot, "Ruth Hale-Moor")
        await pilot.press("ctrl+s")
        await reach(pilot, CaseloadScreen)
        assert app.chair is not None
        assert app.chair.name == "Ruth Hale-Moor"
    app.close_store()
