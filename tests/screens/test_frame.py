"""What every screen has in common: errors as sentences, small terminals, colours, a kind end."""

from pathlib import Path

import pytest

from iro_tui.crash import crash_line, crash_report
from iro_tui.errors import NotSaved, RuleRefused
from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.themes import THEMES
from tests.screens.desk import Desk, a_child, reach, seen, settle

SECRET = "Amara says the bathroom has no lock"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path).with_children(a_child("A-1", "Amara"))


@pytest.mark.parametrize("size", [(79, 24), (80, 23), (40, 10)])
async def test_a_window_that_is_too_small_says_so_and_works_again_at_80_by_24(
    desk: Desk, size: tuple[int, int]
) -> None:
    app = desk.unlocked()
    async with app.run_test(size=size) as pilot:
        await reach(pilot, CaseloadScreen)
        assert "80 by 24" in seen(app)
        assert "Amara" not in seen(app)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "Amara" in seen(app)
        assert "80 by 24" not in seen(app)
    app.close_store()


async def test_an_error_in_an_action_is_a_sentence_and_the_program_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(screen: CaseloadScreen) -> None:
        raise RuleRefused("This cannot be done now.", hint="Plan a review first.")

    monkeypatch.setattr(CaseloadScreen, "action_new_child", refuses)
    app = desk.unlocked()
    async with app.run_test(notifications=True) as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("f2")
        await settle(pilot)
        assert "This cannot be done now." in seen(app)
        assert "Plan a review first." in seen(app)
        await pilot.press("escape")
        assert app.is_running
    app.close_store()


async def test_an_error_in_the_background_is_a_sentence_too(desk: Desk) -> None:
    async def fails() -> None:
        raise NotSaved("The disk is full.")

    app = desk.unlocked()
    async with app.run_test(notifications=True) as pilot:
        await reach(pilot, CaseloadScreen)
        for exit_on_error in (True, False):
            app.screen.run_worker(fails(), exit_on_error=exit_on_error)
            await pilot.pause()
            await pilot.pause()
            assert "The disk is full." in seen(app)
            app.clear_notifications()
        assert app.is_running
    app.close_store()


async def test_leaving_waits_for_what_is_not_saved_and_a_second_time_leaves(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def may_not(screen: CaseloadScreen) -> bool:
        return False

    monkeypatch.setattr(CaseloadScreen, "may_leave", may_not)
    app = desk.unlocked()
    async with app.run_test(notifications=True) as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert app.is_running
        assert "Not everything is saved." in seen(app)
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert app.return_code == 0
    app.close_store()


async def test_where_one_is_and_what_is_saved_stand_in_the_top_line(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        screen = app.screen
        assert isinstance(screen, CaseloadScreen)
        screen.set_where("[red] · Review 4")
        screen.not_saved("The disk is full.")
        await pilot.pause()
        first = seen(app).splitlines()[0]
        assert "[red] · Review 4" in first
        assert first.endswith("! Not saved: disk is full, ctrl+s tries again")
        screen.saved(app.clock.now())
        await pilot.pause()
        assert "Saved " in seen(app).splitlines()[0]
    app.close_store()


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_state_is_a_word_and_a_sign_in_every_theme(desk: Desk, theme: str) -> None:
    app = desk.unlocked()
    app.theme = theme
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        assert "· no date" in seen(app)
    app.close_store()


async def test_the_colours_go_round(desk: Desk) -> None:
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        met = []
        for _ in THEMES:
            met.append(app.theme)
            await app.run_action("app.next_theme")
        assert sorted(met) == sorted(theme.name for theme in THEMES)
        assert app.theme == met[0]
    app.close_store()


async def test_without_colour_everything_can_still_be_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = desk.unlocked()
    async with app.run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        assert "Amara" in seen(app)
        for strip in app.screen._compositor.render_strips():
            for segment in strip.apply_filter(app.get_line_filters()[0], app.background_colors[0]):
                colour = segment.style.color if segment.style else None
                if colour is not None and colour.triplet is not None:
                    assert len(set(colour.triplet)) == 1, "only shades of grey"
    app.close_store()


async def test_a_crash_prints_where_it_was_and_nothing_of_what_was_typed(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def crashes(screen: CaseloadScreen) -> None:
        said = SECRET
        raise KeyError(said)

    monkeypatch.setattr(CaseloadScreen, "action_new_child", crashes)
    app = desk.unlocked()
    with pytest.raises(KeyError):  # noqa: PT012 - the error comes out where the program ends
        async with app.run_test() as pilot:
            await reach(pilot, CaseloadScreen)
            await pilot.press("f2")
            await pilot.pause()
    app.close_store()
    assert app.return_code == 1
    printed = "".join(capsys.readouterr())
    assert SECRET not in printed
    assert "Traceback" not in printed


def test_a_crash_report_names_places_and_kinds_only() -> None:
    def looks_up(name: str) -> str:
        return {"nobody": "x"}[name]

    try:
        try:
            looks_up(SECRET)
        except KeyError as error:
            raise ValueError(SECRET) from error
    except ValueError as error:
        report, line = crash_report(error), crash_line(error)
    assert SECRET not in report + line
    assert "ValueError" in report
    assert "KeyError" in report
    assert "looks_up" in report
    assert "ValueError" in line
