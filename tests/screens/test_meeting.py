"""The meeting by keyboard, at 80 by 24, on a real store."""

from pathlib import Path

from iro_tui.domain.answers import AnswerState
from iro_tui.domain.review import Place
from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.screens.child import ChildScreen
from iro_tui.screens.meeting import MeetingScreen
from iro_tui.screens.set_aside import SetAsideSheet
from iro_tui.widgets.answers.text_field import TextField
from tests.screens.desk import reach, settle
from tests.screens.meeting_room import make_room, until
from tests.screens.screen_text import shown

HOME = Place("home", "home.good", "text")


async def test_a_new_meeting_begins_with_who_is_here(tmp_path: Path) -> None:
    async with make_room(tmp_path).entered() as (screen, _):
        assert screen.section_id == "welcome"
        assert screen.question_id == "welcome.present"


async def test_the_title_says_child_review_and_section(tmp_path: Path) -> None:
    async with make_room(tmp_path, place=HOME).entered() as (screen, _):
        first_line = shown(screen).splitlines()[0]
        assert "Amara · Review 4 · Section" in first_line
        assert ": Where I live" in first_line


async def test_the_carers_stand_in_the_question_by_the_name_the_child_uses(tmp_path: Path) -> None:
    async with make_room(tmp_path, place=HOME).entered() as (screen, _):
        assert "What is good about living with Jo?" in shown(screen)


async def test_what_is_typed_is_saved_a_moment_later_and_says_so(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    async with room.entered() as (screen, pilot):
        await pilot.press(*"Yellow paint")
        await until(pilot, lambda: "Saved" in shown(screen).splitlines()[0])
    assert room.kept("home.good").parts == {"text": "Yellow paint"}


async def test_one_visit_to_a_field_is_one_revision_and_the_next_visit_another(
    tmp_path: Path,
) -> None:
    room = make_room(tmp_path, place=HOME)
    async with room.entered() as (screen, pilot):
        await pilot.press(*"Paint")
        await screen.saving.keep()
        await pilot.press(*"ed")
        await screen.saving.keep()
        await pilot.press("tab", "shift+tab")
        await screen.workers.wait_for_complete()
        await pilot.press(*"!")
        await screen.saving.keep()
    assert [one.parts["text"] for one in room.history("home.good")] == ["Painted", "Painted!"]


async def test_leaving_a_section_saves_at_once(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    async with room.entered() as (_, pilot):
        await pilot.press("L", "o", "c", "k", "f4")
    assert room.kept("home.good").parts == {"text": "Lock"}


async def test_leaving_the_meeting_saves_at_once(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    async with room.entered() as (screen, pilot):
        await pilot.press("L", "o", "c", "k", "escape")
        await until(pilot, lambda: not screen.is_active)
    assert room.kept("home.good").parts == {"text": "Lock"}


async def test_esc_goes_up_to_the_child_and_f5_from_the_meeting_to_the_caseload(
    tmp_path: Path,
) -> None:
    async with make_room(tmp_path).entered() as (_, pilot):
        await pilot.press("escape")
        await reach(pilot, ChildScreen)
        await pilot.press("c")
        await reach(pilot, MeetingScreen)
        await pilot.press("escape")
        await reach(pilot, ChildScreen)
        assert len(pilot.app.screen_stack) == 3
        await pilot.press("c")
        await reach(pilot, MeetingScreen)
        await pilot.press("f5", *"Caseload")
        await settle(pilot)
        await pilot.press("enter")
        await reach(pilot, CaseloadScreen)


async def test_quitting_saves_at_once(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    async with room.entered() as (_, pilot):
        await pilot.press("L", "o", "c", "k", "ctrl+q")
    assert room.kept("home.good").parts == {"text": "Lock"}


async def test_the_meeting_reopens_at_the_caret(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    async with room.entered() as (screen, pilot):
        await pilot.press(*"One", "enter", *"Two three", *(["left"] * 5))
        await screen.saving.keep()
    assert room.place() == Place("home", "home.good", "text", 1, 4)
    async with room.entered() as (screen, pilot):
        assert isinstance(screen.focused, TextField)
        assert screen.focused.cursor_location == (1, 4)
        await pilot.press("x")
        assert screen.focused.text == "One\nTwo xthree"


async def test_the_caret_of_a_text_that_is_entered_stands_at_its_end(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    async with room.entered() as (screen, pilot):
        await pilot.press(*"One", "enter", *"two", "f4")
        await until(pilot, lambda: screen.section_id != "home")
        await pilot.press("f3")
        await until(pilot, lambda: screen.section_id == "home" and bool(screen.question_id))
        await pilot.press(*"!")
        assert isinstance(screen.focused, TextField)
        assert screen.focused.text == "One\ntwo!"


async def test_the_caret_is_not_forgotten_while_the_screen_closes(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    async with room.entered() as (screen, pilot):
        await pilot.press(*"One")
        await screen.saving.keep()
        screen.set_focus(None)
        await screen.saving.keep()
    assert room.place() == Place("home", "home.good", "text", 0, 3)


async def test_a_choice_costs_one_key_and_moves_on(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=Place("home", "home.right", "answer"))
    async with room.entered() as (screen, pilot):
        await pilot.press("1")
        await pilot.pause()
        assert isinstance(screen.focused, TextField)
        assert screen.question_id == "home.right"
    assert room.kept("home.right").state is AnswerState.ANSWERED


async def test_ten_on_a_scale_is_one_and_nought(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=Place("home", "home.scale", "scale"))
    async with room.entered() as (screen, pilot):
        await pilot.press("1", "0")
        await pilot.pause()
        assert isinstance(screen.focused, TextField)
        await screen.saving.keep()
    assert room.kept("home.scale").parts == {"scale": 10}


async def test_a_scale_given_alone_starts_private(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=Place("home", "home.scale", "scale"))
    async with room.entered() as (screen, pilot):
        await pilot.press("7")
        await until(pilot, lambda: "home.scale" in screen.view.answers)
        assert "private" in shown(screen)
    assert room.kept("home.scale").private


async def test_tab_at_the_last_field_opens_the_next_section(tmp_path: Path) -> None:
    async with make_room(tmp_path, place=HOME).entered() as (screen, pilot):
        fields = len(screen.page.fields_on_screen())
        await pilot.press(*(["tab"] * fields))
        await until(pilot, lambda: screen.section_id == "family")
        await pilot.press("shift+tab")
        await until(pilot, lambda: screen.section_id == "home")
        assert screen.focused is screen.page.fields_on_screen()[-1]


async def test_the_question_with_the_cursor_is_wholly_on_the_screen(tmp_path: Path) -> None:
    async with make_room(tmp_path, place=HOME).entered() as (screen, pilot):
        for _ in screen.page.fields_on_screen()[1:]:
            await pilot.press("tab")
            await pilot.pause()
            focused = screen.focused
            assert focused is not None
            block = screen.page.block_with(focused)
            seen = block if block and block.size.height <= screen.page.size.height else focused
            assert screen.page.region.contains_region(seen.region)


async def test_of_a_question_longer_than_the_screen_its_words_are_seen(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=Place("chair_view", "chair_view.carried_out", "answer"))
    async with room.entered() as (screen, pilot):
        await pilot.press("1", "ctrl+n")
        await until(pilot, lambda: screen.question_id == "chair_view.drift")
        await until(pilot, lambda: "Is there drift or delay" in shown(screen).splitlines()[2])


async def test_more_questions_open_by_one_key(tmp_path: Path) -> None:
    async with make_room(tmp_path, place=HOME).entered() as (screen, pilot):
        asked = screen.page.block_of("home.everyday")
        assert asked is not None
        was_shown = asked.display
        await pilot.press("f10")
        await pilot.pause()
        assert (was_shown, asked.display) == (False, True)
        assert screen.question_id == "home.everyday"


async def test_come_back_marks_the_question_and_goes_on(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    async with room.entered() as (screen, pilot):
        await pilot.press("H", "m", "f8")
        await until(pilot, lambda: screen.question_id == "home.scale")
        assert "↺" in shown(screen)
    kept = room.kept("home.good")
    assert kept.state is AnswerState.PARKED
    assert kept.parts == {"text": "Hm"}


async def test_a_reason_left_half_typed_is_there_again(tmp_path: Path) -> None:
    async with make_room(tmp_path, place=HOME).entered() as (screen, pilot):
        for _ in range(2):
            await pilot.press("ctrl+o")
            await until(pilot, lambda: isinstance(pilot.app.screen, SetAsideSheet))
            await pilot.pause()
            await pilot.press(*"ab", "escape")
            await until(pilot, lambda: pilot.app.screen is screen)
        await pilot.press("ctrl+o")
        await until(pilot, lambda: "abab" in shown(pilot.app.screen))


async def test_set_aside_asks_why_and_the_answer_says_it(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    async with room.entered() as (screen, pilot):
        await pilot.press("ctrl+o")
        await until(pilot, lambda: not screen.is_active)
        await pilot.pause()
        await pilot.press(*"Too tired", "ctrl+s")
        await until(pilot, lambda: "home.good" in screen.view.answers)
        await until(pilot, lambda: screen.is_active)
        assert "Not asked: Too tired" in shown(screen)
    kept = room.kept("home.good")
    assert (kept.state, kept.reason) == (AnswerState.NOT_ASKED, "Too tired")


async def test_nothing_is_set_aside_without_a_reason(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    async with room.entered() as (screen, pilot):
        await pilot.press("ctrl+o", "ctrl+s")
        await pilot.pause()
        assert not screen.is_active
        await pilot.press("escape")
    assert room.kept("home.good").state is AnswerState.OPEN


async def test_last_time_stands_below_the_page_and_beside_it_by_f7(tmp_path: Path) -> None:
    async with make_room(tmp_path, place=HOME).entered() as (screen, pilot):
        assert "Last time (12 May): I want to stay" in shown(screen)
        await pilot.press("f7")
        await pilot.pause()
        assert not screen.query_one("#outline").display
        assert screen.query_one("#beside").display


async def test_a_fact_is_taken_over_and_marked_and_a_view_is_not(tmp_path: Path) -> None:
    place = Place("education", "education.setting", "setting")
    room = make_room(tmp_path, place=place)
    async with room.entered() as (screen, pilot):
        await pilot.press("ctrl+l")
        await until(pilot, lambda: "education.setting" in screen.view.answers)
        await pilot.pause()
        assert "taken over from 12 May" in shown(screen)
        await screen.open_section("home", HOME)
        await pilot.press("ctrl+l")
        await pilot.pause()
    kept = room.kept("education.setting")
    assert kept.carried_over
    assert kept.parts == {"setting": "Year 3 at St Anne's."}
    assert room.kept("home.good").parts == {}


async def test_taking_over_never_replaces_what_is_typed_unasked(tmp_path: Path) -> None:
    place = Place("education", "education.setting", "setting")
    room = make_room(tmp_path, place=place)
    async with room.entered() as (screen, pilot):
        await pilot.press(*"New", "ctrl+l")
        await pilot.pause()
        assert screen.view.answers["education.setting"].parts == {"setting": "New"}
        await pilot.press("ctrl+l")
        await until(pilot, lambda: screen.view.answers["education.setting"].carried_over)
        await screen.action_undo_answer()
    assert room.kept("education.setting").parts == {"setting": "New"}


async def test_undo_and_redo_of_a_choice(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=Place("home", "home.right", "answer"))
    async with room.entered() as (screen, pilot):
        await pilot.press("1", "shift+tab", "4")
        await screen.workers.wait_for_complete()
        await pilot.press("shift+tab", "ctrl+z")
        await until(pilot, lambda: _answer(screen) == "yes_to_last")
        await pilot.press("ctrl+y")
        await until(pilot, lambda: _answer(screen) == "no")


def _answer(screen: MeetingScreen) -> object:
    answer = screen.view.answers.get("home.right")
    return answer.parts.get("answer") if answer else None


async def test_undo_in_a_text_takes_back_the_typing(tmp_path: Path) -> None:
    async with make_room(tmp_path, place=HOME).entered() as (screen, pilot):
        await pilot.press(*"Gone", "ctrl+z")
        await pilot.pause()
        assert isinstance(screen.focused, TextField)
        assert screen.focused.text == ""


async def test_the_footer_names_seven_keys_at_most_and_is_not_cut(tmp_path: Path) -> None:
    async with make_room(tmp_path, place=HOME).entered() as (screen, _):
        last = shown(screen).splitlines()[-1]
        assert last.rstrip().endswith("F1 help")


async def test_flags_are_kept_beside_the_answer(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    async with room.entered() as (screen, pilot):
        await pilot.press(*"Fine", "ctrl+g")
        await until(pilot, lambda: not screen.is_active)
        await pilot.pause()
        await pilot.press(*"Jo", "escape")
        await until(pilot, lambda: screen.is_active)
        await screen.workers.wait_for_complete()
    kept = room.kept("home.good")
    assert kept.given_by == "Jo"
    assert kept.parts == {"text": "Fine"}


async def test_a_date_is_echoed_and_what_is_none_stays_as_typed(tmp_path: Path) -> None:
    place = Place("health", "health.assessment", "date")
    room = make_room(tmp_path, place=place)
    async with room.entered() as (screen, pilot):
        await pilot.press(*"12 oct 2026")
        await pilot.pause()
        assert "→ Mon 12 Oct 2026" in shown(screen)
        await pilot.press(*"x")
        await pilot.pause()
        assert "12 oct 2026x" in shown(screen)
        assert len(screen.query(".-wrong .echo")) == 1


async def test_at_110_columns_last_time_stands_beside(tmp_path: Path) -> None:
    async with make_room(tmp_path, place=HOME).entered(size=(120, 40)) as (screen, _):
        assert screen.query_one("#outline").display
        assert "I want to stay till I'm grown" in shown(screen)


async def test_the_name_a_child_likes_is_in_the_title_once_the_answer_is_left(
    tmp_path: Path,
) -> None:
    room = make_room(tmp_path, place=Place("identity", "identity.me", "known_as"))
    async with room.entered() as (screen, pilot):
        await pilot.press(*"Kofi", "tab")
        await until(pilot, lambda: shown(screen).startswith(" Kofi · Review 4"))
        assert "Kofi from now on" in shown(screen)
