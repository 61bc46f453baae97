"""Bad input on the screen: a sentence with what to do, in its place, and nothing typed is lost."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from docx import Document
from textual.pilot import Pilot
from textual.widgets import Input

from iro_tui.bootstrap import load
from iro_tui.documents.renderer import TEMPLATES
from iro_tui.domain.review import Place
from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.screens.child import ChildScreen
from iro_tui.screens.child_form import ChildForm
from iro_tui.screens.decision import DecisionScreen
from iro_tui.screens.documents import DocumentsScreen
from iro_tui.screens.files import FilesScreen
from iro_tui.screens.first_run import FirstRunScreen
from iro_tui.screens.outcome import OutcomeScreen
from iro_tui.screens.person_form import PersonForm
from iro_tui.screens.review_form import ReviewForm
from iro_tui.screens.unlock import UnlockScreen
from iro_tui.settings import Settings
from iro_tui.store.store import DATABASE
from iro_tui.widgets.answers.text_field import TextField
from iro_tui.widgets.form import Form
from tests.broken_stores import BROKEN
from tests.disks import own_disk
from tests.screens.around_meeting import closed, decided_before, kept, opened, paste, read
from tests.screens.desk import CLOCK, Desk, a_child, reach, seen, settle
from tests.screens.meeting_room import make_room, ticking_clock, until
from tests.screens.screen_text import shown
from tests.stores import RAW_KEY

HOME = Place("home", "home.good", "text")


def words_of(pilot: Pilot[None]) -> str:
    return " ".join(seen(pilot.app).split())


def first_line(pilot: Pilot[None]) -> str:
    return shown(pilot.app.screen).splitlines()[0]


async def test_the_meeting_is_covered_in_a_small_window_and_goes_on_at_80_by_24(
    tmp_path: Path,
) -> None:
    async with make_room(tmp_path, place=HOME).entered() as (screen, pilot):
        await pilot.press(*"Kept")
        for size in ((79, 24), (20, 5), (12, 3)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert "80 by 24" in words_of(pilot)
            assert "Kept" not in words_of(pilot)
        await pilot.resize_terminal(1, 1)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        await pilot.press(*" all")
        field = screen.focused
        assert isinstance(field, TextField)
        await until(pilot, lambda: field.text == "Kept all")


@pytest.mark.parametrize(("breaks", "said"), BROKEN)
async def test_what_cannot_be_opened_is_told_each_time_and_left_as_it_is(
    tmp_path: Path, breaks: Callable[[Path], None], said: str
) -> None:
    desk = Desk(tmp_path).with_children(a_child("A-1", "Amara"))
    file = desk.settings.store / DATABASE
    breaks(file)
    before = file.read_bytes()
    app = desk.unlocked()
    async with app.run_test() as pilot:
        for _ in range(2):
            await settle(pilot)
            assert isinstance(app.screen, UnlockScreen)
            assert said in words_of(pilot)
            await pilot.press("enter")
    app.close_store()
    assert file.read_bytes() == before


async def test_after_a_wrong_passphrase_the_right_one_opens(tmp_path: Path) -> None:
    app = Desk(tmp_path).with_children(a_child("A-1", "Amara")).app(passphrase="wrong")
    async with app.run_test() as pilot:
        await until(pilot, lambda: "One try so far; nothing is lost." in words_of(pilot))
        await paste(pilot, RAW_KEY)  # over the wrong one, which is selected
        await pilot.press("enter")
        await reach(pilot, CaseloadScreen)
    app.close_store()


async def test_a_disk_that_can_only_be_read_is_told_before_anything_is_typed(
    tmp_path: Path,
) -> None:
    with own_disk(tmp_path / "disk") as disk:
        app = Desk(disk.folder).with_children(a_child("A-1", "Amara")).unlocked()
        disk.let_write(writes=False)
        async with app.run_test() as pilot:
            await settle(pilot)
            assert "can only be read, so nothing could be saved." in words_of(pilot)
            disk.let_write(writes=True)
            await pilot.press("enter")
            await reach(pilot, CaseloadScreen)
        app.close_store()


async def test_on_a_full_disk_an_answer_stays_until_there_is_room(tmp_path: Path) -> None:
    with own_disk(tmp_path / "disk") as disk:
        room = make_room(disk.folder, place=HOME)
        async with room.entered() as (screen, pilot):
            disk.fill()
            await pilot.press(*"Kept")
            await until(pilot, lambda: "Not saved" in first_line(pilot))
            assert "! Not saved: disk is full, ctrl+s tries again" in first_line(pilot)
            disk.make_room()
            await pilot.press("ctrl+s")
            await until(pilot, lambda: " Saved " in first_line(pilot))
            assert isinstance(screen.focused, TextField)
            assert screen.focused.text == "Kept"
        assert room.kept("home.good").parts == {"text": "Kept"}


async def test_on_a_full_disk_a_mark_waits_and_the_meeting_is_not_left(tmp_path: Path) -> None:
    with own_disk(tmp_path / "disk") as disk:
        room = make_room(disk.folder, place=Place("welcome", "welcome.present", ""))
        async with room.entered() as (screen, pilot):
            await pilot.pause()
            disk.fill()
            await pilot.press("j", "v")
            await until(pilot, lambda: "Not saved" in first_line(pilot))
            await pilot.press("escape")
            await settle(pilot)
            assert screen.is_active
            disk.make_room()
            await pilot.press("ctrl+s")
            await until(pilot, lambda: "by video" in read(screen))
            assert " Saved " in first_line(pilot)
        assert kept(room).presence_of("Jo Farrow") == "video"


async def test_on_a_full_disk_a_decision_stays_until_there_is_room(tmp_path: Path) -> None:
    with own_disk(tmp_path / "disk") as disk:
        room = make_room(disk.folder, place=HOME)
        async with room.entered() as (_, pilot):
            await pilot.press("f2")
            sheet = await opened(pilot, DecisionScreen)
            disk.fill()
            await paste(pilot, "Ask about drums")
            await pilot.press("escape")
            await until(pilot, lambda: "Not kept: The disk is full." in read(sheet))
            assert pilot.app.screen is sheet
            disk.make_room()
            await pilot.press("escape")
            await closed(pilot, sheet)
        assert [one.what for one in kept(room).decisions] == ["Ask about drums"]


async def test_on_a_full_disk_a_form_stays_until_there_is_room(tmp_path: Path) -> None:
    with own_disk(tmp_path / "disk") as disk:
        app = Desk(disk.folder).with_children(a_child("A-1", "Amara")).unlocked()
        async with app.run_test() as pilot:
            await to_form(pilot, "e", ChildForm)
            await pilot.press("end", "-", "X")
            disk.fill()
            await pilot.press("ctrl+s")
            await until(pilot, lambda: "Not saved: disk is full" in first_line(pilot))
            assert isinstance(app.screen, ChildForm)
            assert app.screen.form.values["reference"] == "A-1-X"
            disk.make_room()
            await pilot.press("ctrl+s")
            await reach(pilot, ChildScreen)
            assert "A-1-X" in first_line(pilot)
            assert " Saved " in first_line(pilot)
        app.close_store()


async def test_on_a_full_disk_no_store_is_half_made(tmp_path: Path) -> None:
    with own_disk(tmp_path / "disk") as disk:
        app = Desk(disk.folder).app()
        async with app.run_test() as pilot:
            await reach(pilot, FirstRunScreen)
            for text in (RAW_KEY, RAW_KEY, "Ruth Hale", "", "01632 960 111"):
                await paste(pilot, text)
                await pilot.press("tab")
            disk.fill()
            await pilot.press("ctrl+s")
            await settle(pilot)
            assert "The disk is full." in words_of(pilot)
            assert not app.settings.has_store
            disk.make_room()
            await pilot.press("ctrl+s")
            await reach(pilot, CaseloadScreen)
        app.close_store()


async def to_files(pilot: Pilot[None], folder: Path) -> FilesScreen:
    """Open the dialog that writes the Word files, with a folder typed into it."""
    await pilot.press("f9")
    await opened(pilot, DocumentsScreen)
    await pilot.press("f2")
    sheet = await opened(pilot, FilesScreen)
    sheet.fill({"folder": str(folder)})
    await pilot.press("ctrl+s")
    return sheet


def word_files(folder: Path) -> list[str]:
    return sorted(path.suffix for path in folder.iterdir())


async def test_on_a_full_disk_no_document_is_half_written(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    with own_disk(tmp_path / "disk") as disk:
        papers = disk.folder / "papers"
        papers.mkdir()
        disk.fill()
        async with room.entered() as (_, pilot):
            sheet = await to_files(pilot, papers)
            await until(pilot, lambda: "No space left on device" in read(sheet))
            assert "make room on the disk" in read(sheet)
            assert word_files(papers) == []
            disk.make_room()
            await pilot.press("ctrl+s")
            await until(pilot, lambda: len(sheet.written) == 2)
            assert word_files(papers) == [".docx", ".docx"]


async def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    async with make_room(tmp_path, place=HOME).entered() as (_, pilot):
        sheet = await to_files(pilot, tmp_path / "file")
        await until(pilot, lambda: "could not be written" in read(sheet))
        assert "Choose another folder" in read(sheet)
        sheet.fill({"folder": "~nobody at all/x"})
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "no home folder for ~nobody at all/x" in read(sheet))
    assert (tmp_path / "file").read_text() == "mine"


def no_word_file(template: Path) -> None:
    template.write_text("no Word file")


def asks_too_much(template: Path) -> None:
    document = Document(str(TEMPLATES / "record.docx"))
    document.add_paragraph("{{ no_such_name }}")
    document.save(str(template))


async def test_a_broken_template_is_told_by_name_and_nothing_is_written(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    papers, template = tmp_path / "papers", tmp_path / "templates" / "record.docx"
    papers.mkdir()
    template.parent.mkdir()
    no_word_file(template)
    own = Settings(store=tmp_path / "store", folder=tmp_path)
    async with room.entered(load=partial(load, own, ticking_clock())) as (_, pilot):
        sheet = await to_files(pilot, papers)
        told = "The template record.docx is not a Word file (.docx)."
        await until(pilot, lambda: told in read(sheet))
        asks_too_much(template)
        await pilot.press("ctrl+s")
        told_next = "The template record.docx cannot be filled in: 'no_such_name' is undefined."
        await until(pilot, lambda: told_next in read(sheet))
        assert word_files(papers) == []


async def test_a_broken_agenda_of_ones_own_is_told_with_file_line_and_entry(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path).with_children(a_child("A-1", "Amara"))
    desk.settings.folder.mkdir()
    own = desk.settings.folder / "agenda.toml"
    own.write_text('[home.good]\nsays = "Hello"\nroom = "kitchen"\n')
    app = desk.app(partial(load, desk.settings, CLOCK), passphrase=RAW_KEY)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "kitchen" in words_of(pilot))
        said = "".join(seen(app).split())
        assert f"{own},line3:home.good.room:" in said
        assert isinstance(app.screen, UnlockScreen)
        own.unlink()
        await pilot.press("enter")
        await reach(pilot, CaseloadScreen)
    app.close_store()


AForm = type[ChildForm] | type[PersonForm] | type[ReviewForm]


async def to_form(pilot: Pilot[None], key: str, form: AForm) -> None:
    await reach(pilot, CaseloadScreen)
    await pilot.press("enter")
    await reach(pilot, ChildScreen)
    await pilot.press(key)
    await reach(pilot, form)


@pytest.mark.parametrize(
    ("key", "form", "days"),
    [
        (
            "e",
            ChildForm,
            {
                "date_of_birth": ("30/2/2019", "There is no 30 February."),
                "became_looked_after_on": ("31 june", "There is no 31 June."),
                "last_review_held_on": ("1/1/9999", "The year 9999 is too far from today."),
                "care_ended_on": ("12/25/2025", "There is no month 25."),
            },
        ),
        ("p", PersonForm, {"since": ("29/2/2025", "There is no 29 February 2025.")}),
        (
            "n",
            ReviewForm,
            {
                "planned_for": ("2026-02-30", "There is no 30 February."),
                "due_on": ("asap", "“asap” is no date."),
            },
        ),
    ],
)
async def test_a_day_that_cannot_be_is_said_at_its_field(
    tmp_path: Path, key: str, form: AForm, days: dict[str, tuple[str, str]]
) -> None:
    app = Desk(tmp_path).with_children(a_child("A-1", "Amara")).unlocked()
    typed = {name: text for name, (text, _) in days.items()}
    async with app.run_test(size=(80, 80)) as pilot:
        await to_form(pilot, key, form)
        app.screen.query_one(Form).fill(typed)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, form)
        for _, said in days.values():
            assert f"! {said}" in words_of(pilot)
        assert typed.items() <= app.screen.form.values.items()
    app.close_store()


async def test_a_day_that_cannot_be_is_no_answer_and_stays_as_it_was_typed(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=Place("home", "home.visits", "last"))
    async with room.entered() as (screen, pilot):
        await pilot.press(*"30 feb", "enter")
        await until(pilot, lambda: "! There is no 30 February." in read(screen))
        assert "30 feb" in read(screen)
        assert isinstance(screen.focused, Input), "Enter does not go on"
        await screen.saving.keep()
    assert room.kept("home.visits").parts == {}


async def test_a_new_day_that_cannot_be_does_not_carry_a_decision_over(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=Place("since", "since.decisions", ""))
    decided_before(room, "Ask about drums")
    async with room.entered() as (_, pilot):
        await pilot.press("c")
        sheet = await opened(pilot, OutcomeScreen)
        await pilot.press(*"30 feb", "ctrl+s")
        await until(pilot, lambda: sheet.fields["carried_to"].has_class("-wrong"))
        assert "There is no 30 February." in read(sheet)
        assert pilot.app.screen is sheet
    assert kept(room).earlier[0].carried_count == 0
