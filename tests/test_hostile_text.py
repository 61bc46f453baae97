"""Whatever a child is called and whatever is written: it comes out as it went in."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from docx import Document
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import TextArea

from iro_tui.domain.answers import Answer
from iro_tui.domain.decisions import Decision
from iro_tui.domain.review import ChildWords, Place
from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.screens.child import ChildScreen
from iro_tui.screens.child_words import WordsScreen
from iro_tui.screens.decision import DecisionScreen
from iro_tui.screens.documents import DocumentsScreen
from iro_tui.screens.write_up import WriteUpScreen
from iro_tui.widgets.answers.text_field import TextField
from iro_tui.widgets.document_pages import DocumentPages
from iro_tui.widgets.letter_text import LetterText
from tests.cli.running import own_environment
from tests.screens.around_meeting import at_work, closed, opened, read
from tests.screens.desk import paste
from tests.screens.meeting_room import Room, make_room, until
from tests.stores import RAW_KEY, TODAY

FILE_NAMES = {
    "[red]": "-red-",
    "=SUM(A1)": "-SUM-A1-",
    "O'Neil-Żółć": "O-Neil-----",
    "../../x": "------x",
    "Zabi": "Zabi",
    "{{ 7*7 }}<&>": "---7-7------",
    "שלום": "----",
}
"""Names and references, and the reference in a file name: "-" for all but A-Z, a-z, 0-9, "-"."""
ODD = (
    "Żółć {{ 7*7 }} {% raw %} {_{ }_} {_% %_} {# no #} <&> [red] [/] =SUM(A1) 🧑‍🧑‍🧒 שלום مرحبا"
    "\n\tafter a tab, \\n and \\a; %s {0} $HOME `x`"
)
LONG = (ODD * 1_000)[:99_999] + "."
GOOD = Place("home", "home.good", "text")


@pytest.fixture(params=FILE_NAMES)
def room(request: pytest.FixtureRequest, tmp_path: Path) -> Room:
    """Make a store with a child of this name, and of this reference too."""
    room = make_room(tmp_path, name=request.param, place=GOOD)
    with at_work(room) as work:
        work.children.save(replace(room.child, reference=request.param))
    room.child = replace(room.child, reference=request.param)
    return room


@pytest.fixture
def long_room(tmp_path: Path) -> Room:
    """Make a store in which everything that is written is long and odd."""
    room = make_room(tmp_path, place=GOOD)
    review_id = room.review.id
    decision = Decision(uuid4(), review_id, 1, what=LONG, why=ODD, words_for_child=ODD)
    with at_work(room) as work:
        work.answers.save(review_id, Answer("home.good", parts={"text": LONG}), uuid4())
        work.words.save(ChildWords(uuid4(), review_id, LONG, section_id="home"))
        work.decisions.save(decision)
        work.letters.save_section(review_id, "b5_8", "home", LONG, uuid4())
    return room


def test_the_store_gives_back_what_it_was_given(long_room: Room) -> None:
    with at_work(long_room) as work:
        review_id = long_room.review.id
        assert work.answers.current(review_id)["home.good"].parts == {"text": LONG}
        assert [one.text for one in work.words.of_review(review_id)] == [LONG]
        [decision] = work.decisions.made_in(review_id)
        assert (decision.what, decision.why, decision.words_for_child) == (LONG, ODD, ODD)
        assert work.letters.sections(review_id, "b5_8")["home"] == LONG


async def test_every_screen_about_a_child_says_their_name_as_it_is(room: Room) -> None:
    name = room.child.given_name
    async with room.entered() as (meeting, pilot):
        assert read(meeting).startswith(f"{name} · Review 4")
        await pilot.press("f9")
        papers = await opened(pilot, DocumentsScreen)
        await until(pilot, lambda: name in read(papers))
        await pilot.press("escape")
        await closed(pilot, papers)
        await pilot.press("escape")
        child = await opened(pilot, ChildScreen)
        await until(pilot, lambda: name in read(child))
        await pilot.press("escape")
        caseload = await opened(pilot, CaseloadScreen)
        await until(pilot, lambda: name in read(caseload))
        await pilot.press("slash", *name[:2])
        await until(pilot, lambda: name in read(caseload))


async def test_the_letter_is_written_to_the_name_as_it_is(room: Room) -> None:
    async with room.entered() as (_, pilot):
        await pilot.app.push_screen(WriteUpScreen(room.review.id))
        screen = await opened(pilot, WriteUpScreen)
        await until(pilot, lambda: f"Dear {room.child.given_name}," in text_at(screen))


def text_at(screen: Widget) -> str:
    return screen.query_one(LetterText).text


async def test_long_odd_text_stands_in_every_field_as_it_was_written(long_room: Room) -> None:
    async with long_room.entered() as (meeting, pilot):
        assert isinstance(meeting.focused, TextField)
        assert meeting.focused.text == LONG
        await pilot.press("f7", "f10")
        await pilot.app.push_screen(DecisionScreen(meeting.view, "", "", meeting.view.decisions[0]))
        sheet = await opened(pilot, DecisionScreen)
        assert sheet.fields["what"].value == LONG
        await pilot.press("escape")
        await closed(pilot, sheet)
        await pilot.app.push_screen(WordsScreen(meeting.view, "home", meeting.view.words[0]))
        words = await opened(pilot, WordsScreen)
        assert words.fields["text"].value == LONG
        await pilot.press("escape")
        await closed(pilot, words)


async def test_long_odd_text_is_shown_in_the_letter_and_the_papers(long_room: Room) -> None:
    async with long_room.entered() as (_, pilot):
        await pilot.app.push_screen(WriteUpScreen(long_room.review.id))
        letter = await opened(pilot, WriteUpScreen)
        assert isinstance(letter, WriteUpScreen)
        await until(pilot, lambda: hasattr(letter, "letter"))
        while letter.section.section_id != "home":
            await pilot.press("f4")
            await pilot.pause()
        assert text_at(letter) == LONG
        await pilot.press("f9")
        papers = await opened(pilot, DocumentsScreen)
        await until(pilot, lambda: "Amara" in read(papers))
        pages = papers.query_one(DocumentPages)
        await until(pilot, lambda: pages.virtual_size.height > 2_000)


@pytest.mark.parametrize("paper", ["record", "letter"])
def test_long_odd_text_is_in_the_word_file_as_it_was_written(
    long_room: Room, tmp_path: Path, paper: str
) -> None:
    written = iro(long_room, paper, "T-1/4", "--out", str(tmp_path / "out"), "--json")
    assert written.returncode == 0, written.stderr
    text = words_of(Path(json.loads(written.stdout)["path"]))
    assert lines_of(LONG) <= lines_of(text)


def lines_of(text: str) -> set[str]:
    """Return the lines of a text; a paper may set each in a paragraph of its own."""
    return {line.strip(" “”") for line in text.splitlines() if line.strip()}


def words_of(paper: Path) -> str:
    document = Document(str(paper))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def iro(room: Room, *args: str) -> "subprocess.CompletedProcess[str]":
    (room.folder / "key").write_text(RAW_KEY, encoding="utf-8")
    given = own_environment(room.folder) | {
        "IRO_STORE": str(room.folder / "store"),
        "IRO_PASSPHRASE_FILE": str(room.folder / "key"),
        "IRO_TODAY": TODAY.isoformat(),
    }
    command = [sys.executable, "-m", "iro_tui", *args]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env=given, check=False, timeout=100
    )


@pytest.fixture
def many(room: Room) -> Room:
    """Add a child of every other name to the store of the first."""
    with at_work(room) as work:
        for name in [one for one in FILE_NAMES if one != room.child.reference]:
            child = replace(room.child, id=uuid4(), reference=name, given_name=name)
            work.children.save(child)
            work.reviews.save(replace(room.review, id=uuid4(), child_id=child.id))
    return room


@pytest.mark.parametrize("room", ["[red]"], indirect=True)
@pytest.mark.timeout(400)
def test_commands_find_each_child_and_name_the_files_without_harm(
    many: Room, tmp_path: Path
) -> None:
    listed = json.loads(iro(many, "children", "--json").stdout)
    assert {(one["reference"], one["name"]) for one in listed} == {(n, n) for n in FILE_NAMES}
    out = tmp_path / "out"
    for place, (name, in_file_name) in enumerate(FILE_NAMES.items()):
        paper = ("record", "letter")[place % 2]
        written = iro(many, paper, name, "--out", str(out), "--json")
        assert written.returncode == 0, written.stderr
        path = Path(json.loads(written.stdout)["path"])
        assert path == out / f"{in_file_name}_R04_2026-11-24_{paper}_v1_draft.docx"
        assert name in words_of(path)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["key", "out", "store"]


REFUSED = ("bell\x07", "\x1b[31mred", "not a character \ufffe")


async def is_refused(pilot: Pilot[None], pasted: str, already: str) -> None:
    """Paste, and look that the reason is said and what was typed stays."""
    focused = pilot.app.focused
    assert focused is not None
    await pilot.press(*already)
    await paste(pilot, pasted)
    await pilot.press("ctrl+s")
    await until(pilot, lambda: "control character (U+" in read(pilot.app.screen))
    text = focused.text if isinstance(focused, TextArea) else focused.value  # type: ignore[attr-defined]
    assert text.startswith(already)


@pytest.mark.parametrize("pasted", REFUSED)
@pytest.mark.parametrize("key", ["", "f2", "ctrl+t", "ctrl+g", "ctrl+o"])
async def test_what_cannot_be_kept_is_refused_with_the_reason_in_the_meeting(
    tmp_path: Path, key: str, pasted: str
) -> None:
    async with make_room(tmp_path, place=GOOD).entered() as (meeting, pilot):
        if key:
            await pilot.press(key)
            await until(pilot, lambda: pilot.app.screen is not meeting)
            await pilot.pause()
            await pilot.pause()
        await is_refused(pilot, pasted, "ok")
