"""The fields of an answer: rows, growing texts, choices and scales by keyboard."""

from collections.abc import Mapping
from pathlib import Path

from iro_tui.domain.review import Place
from iro_tui.screens.meeting import MeetingScreen
from iro_tui.screens.row_form import RowForm
from iro_tui.widgets.answers.rows_field import RowsField
from iro_tui.widgets.answers.scale_field import ScaleField
from iro_tui.widgets.answers.text_field import TextField
from tests.screens.meeting_room import make_room, until
from tests.screens.screen_text import shown

WISHES = Place("wishes", "wishes.change", "wishes")
HOME = Place("home", "home.good", "text")


def wishes(screen: MeetingScreen) -> RowsField:
    block = screen.page.block_of("wishes.change")
    assert block is not None
    return block.query_one(RowsField)


async def test_a_row_is_typed_over_the_meeting_and_kept_as_it_is_typed(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=WISHES)
    async with room.entered() as (screen, pilot):
        wishes(screen).focus()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(screen.app.screen, RowForm))
        await pilot.pause()
        await pilot.press(*"A dog")
        await until(pilot, lambda: "wishes.change" in screen.view.answers)
        assert len(wishes(screen).rows) == 1
        await pilot.press("escape")
        await until(pilot, lambda: screen.is_active)
        await pilot.pause()
        assert "A dog" in shown(screen)
    (rows,) = room.kept("wishes.change").parts.values()
    assert isinstance(rows, tuple)
    (row,) = rows
    assert isinstance(row, Mapping)
    assert "A dog" in row.values()


async def test_a_row_is_taken_out_and_comes_back(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=WISHES)
    async with room.entered() as (screen, pilot):
        wishes(screen).focus()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(screen.app.screen, RowForm))
        await pilot.pause()
        await pilot.press(*"A dog", "escape")
        await until(pilot, lambda: screen.is_active)
        await screen.workers.wait_for_complete()
        await pilot.press("up", "delete")
        await until(pilot, lambda: not wishes(screen).rows)
        await screen.workers.wait_for_complete()
        await pilot.press("ctrl+z")
        await until(pilot, lambda: len(wishes(screen).rows) == 1)


async def test_a_row_without_a_word_is_dropped(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=WISHES)
    async with room.entered() as (screen, pilot):
        wishes(screen).focus()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(screen.app.screen, RowForm))
        await pilot.press("escape")
        await until(pilot, lambda: screen.is_active)
        assert wishes(screen).rows == ()
    assert room.kept("wishes.change").parts == {}


async def test_a_number_goes_on_and_says_what_it_answered_and_which_key_goes_back(
    tmp_path: Path,
) -> None:
    room = make_room(tmp_path, place=Place("home", "home.good", "text"))
    async with room.entered() as (screen, pilot):
        scale = screen.query(ScaleField).first()
        scale.focus()
        await pilot.pause()
        await pilot.press("7")
        await until(pilot, lambda: screen.focused is not scale)
        await until(pilot, lambda: "7 · Shift+Tab goes back" in shown(screen))
        await pilot.press("shift+tab", "8")
        await until(pilot, lambda: scale.number == 8)


async def test_a_text_grows_with_what_is_written_and_the_caret_stays_in_sight(
    tmp_path: Path,
) -> None:
    place = Place("home", "home.move", "note")
    async with make_room(tmp_path, place=place).entered() as (screen, pilot):
        await pilot.pause()
        texts = [one for one in screen.page.fields_on_screen() if isinstance(one, TextField)]
        texts[-1].focus()
        await pilot.pause()
        before = texts[-1].size.height
        await pilot.press(*(["a", "enter"] * 7), "z")
        await pilot.pause()
        assert texts[-1].size.height > before
        assert screen.page.region.contains_region(texts[-1].region)


async def test_several_choices_are_picked_by_digit_and_kept_in_order(tmp_path: Path) -> None:
    place = Place("rights", "rights.told", "told")
    room = make_room(tmp_path, place=place)
    async with room.entered() as (screen, pilot):
        await pilot.press("3", "1")
        await screen.workers.wait_for_complete()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(screen.focused, TextField)
    (told,) = room.kept("rights.told").parts.values()
    assert told == ("see_me_alone", "advocate")


async def test_an_arrow_and_enter_pick_and_enter_alone_picks_nothing(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=Place("home", "home.right", "answer"))
    async with room.entered() as (screen, pilot):
        await pilot.press("enter", "shift+tab", "right", "right", "enter")
        await screen.workers.wait_for_complete()
    assert room.kept("home.right").parts == {"answer": "yes_for_now"}


async def test_a_choice_is_taken_out_again(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=Place("home", "home.right", "answer"))
    async with room.entered() as (screen, pilot):
        await pilot.press("2", "shift+tab", "backspace")
        await screen.workers.wait_for_complete()
    assert room.kept("home.right").parts == {}


async def test_young_children_see_faces_under_the_scale(tmp_path: Path) -> None:
    async with make_room(tmp_path, place=HOME).entered() as (screen, _):
        assert ":'(" in shown(screen)


async def test_a_final_plan_asks_which_options_were_weighed(tmp_path: Path) -> None:
    async with make_room(tmp_path, place=Place("plan")).entered() as (screen, pilot):
        assert screen.page.block_of("plan.options") is None
        await screen.action_plan_final()
        await pilot.pause()
        assert screen.page.block_of("plan.options") is not None
