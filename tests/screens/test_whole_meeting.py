"""Amara's review in progress, chaired to its end by keys alone, at 80 by 24."""

import shutil
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from docx import Document

from iro_tui.app import IroApp
from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.decisions import Outcome
from iro_tui.domain.meeting import MeetingView, answer_to
from iro_tui.domain.review import ReviewState
from iro_tui.knowledge.demo import demo_chair, demo_children
from iro_tui.screens.attendee import AttendeeScreen
from iro_tui.screens.files import FilesScreen
from iro_tui.screens.finish import FinishScreen
from iro_tui.screens.meeting import MeetingScreen
from iro_tui.screens.outcome import OutcomeScreen
from iro_tui.screens.write_up import WriteUpScreen
from iro_tui.services import demo, meeting_view
from iro_tui.settings import Settings
from iro_tui.store.store import open_store
from iro_tui.widgets.rows import Rows
from tests.screens.amaras_review import ANSWERS, DECISIONS
from tests.screens.chairing_by_keys import Chair
from tests.screens.desk import CLOCK
from tests.screens.meeting_room import until
from tests.stores import RAW_KEY, TODAY, loaded, new_store

DEMO = Path(__file__).parents[2] / "data" / "demo"
WORDS = "I want Ella to come for a sleepover, and Admiral too!!"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Make a store with Amara, whose review is in progress, as in the fictional caseload."""
    folder = tmp_path / "demo"
    folder.mkdir()
    for name in ("chair.toml", "DEMO-01.toml"):
        shutil.copy(DEMO / name, folder)
    known = loaded().knowledge
    settings = Settings(store=tmp_path / "store", folder=tmp_path / "settings")
    store = new_store(settings.store, CLOCK)
    children = demo_children(folder, known.agenda, known.timescales, TODAY)
    demo.fill(store, demo_chair(folder), children)
    store.close()
    return settings


@pytest.mark.timeout(400)
async def test_amaras_review_is_chaired_to_its_end_by_keys(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    papers = tmp_path / "papers"
    app = IroApp(settings, loaded, clock=CLOCK, passphrase=RAW_KEY)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: stands_in_meeting(app))
        assert isinstance(app.screen, MeetingScreen)
        chair = Chair(pilot, app.screen)
        await hold(chair)
        await finish(chair)
        in_meeting = sum(chair.pressed.values())
        await write_up(chair, papers)
    in_all = sum(chair.pressed.values())
    app.close_store()
    with capsys.disabled():
        print(
            f"\nKeys that are not text: {in_meeting} to close the review, {in_all} to its papers."
        )
    assert in_meeting < 4 * len(loaded().knowledge.agenda.questions)
    everything_is_on_the_disk(settings, chair.meeting.review_id)
    both_papers_say_it(papers)


def stands_in_meeting(app: IroApp) -> bool:
    screen = app.screen
    return isinstance(screen, MeetingScreen) and screen.is_open and bool(screen.question_id)


async def hold(chair: Chair) -> None:
    """The child's part with Amara, the adults' part without her, the end with her again."""

    async def no_siblings() -> None:
        await chair.set_aside("Amara has no brothers or sisters", does_not_apply=True)

    chair.instead = {
        "education.how": chair.park,
        "family.siblings": no_siblings,
        "welcome.absent": lambda: settle_who_is_missing(chair),
        "since.decisions": lambda: go_through_promises(chair),
    }
    await chair.press("f10", lambda: chair.question_id == "interests.barriers")
    await chair.keep_words(WORDS)
    await chair.answer_until(chair.ends_the_meeting)
    chair.instead["since.decisions"] = lambda: go_through_promises(chair)
    await chair.child_leaves_or_comes()
    await chair.next_open()
    await chair.answer_until(chair.ends_the_meeting)
    await chair.child_leaves_or_comes()
    await chair.decide(DECISIONS["decisions.list"])
    await chair.next_open()
    await chair.answer_until(lambda _: False)
    await chair.child_leaves_or_comes()
    await chair.next_open()
    await chair.answer_until(lambda _: False)


async def finish(chair: Chair) -> None:
    await chair.opens("ctrl+r", FinishScreen)
    screen = chair.screen
    assert isinstance(screen, FinishScreen)
    assert screen.finish.open_questions == ()
    await chair.opens("enter", WriteUpScreen)


async def write_up(chair: Chair, folder: Path) -> None:
    """Take every proposed section as it is, leave out the others, and write both files."""
    screen = chair.screen
    assert isinstance(screen, WriteUpScreen)
    while screen.letter.proposed:
        left = len(screen.letter.proposed)
        key = "f7" if screen.section.text.strip() else "ctrl+o"
        await chair.press(key, lambda: len(screen.letter.proposed) < left)  # noqa: B023
        await chair.pilot.pause()
    await chair.opens("f2", FilesScreen)
    sheet = chair.screen
    assert isinstance(sheet, FilesScreen)
    await chair.press("ctrl+u", lambda: not sheet.typed("folder"))
    await chair.write(str(folder))
    await chair.press("enter", lambda: bool(sheet.written))
    await chair.closes("enter")


async def go_through_promises(chair: Chair) -> None:
    """Partly, then carried over, then done; what is shown now is gone through."""
    rows = await rows_at(chair)
    if not chair.meeting.view.outcomes:
        await chair.opens("p", OutcomeScreen)
        await chair.write("The service has a new list")
        await chair.closes("ctrl+s")
        await chair.opens("c", OutcomeScreen)
        await chair.write("2 weeks")
        await chair.moves("enter")
        await chair.write("The box was not found yet")
        await chair.closes("ctrl+s")
    while shown_open(chair, rows):
        left = shown_open(chair, rows)
        await chair.press("d", lambda: shown_open(chair, rows) < left)  # noqa: B023
        await chair.pilot.pause()


def shown_open(chair: Chair, rows: Rows) -> int:
    found = {str(one) for one in chair.meeting.view.outcomes}
    return sum(option.id not in found for option in rows.options)


async def rows_at(chair: Chair) -> Rows:
    await chair.pilot.pause()
    rows = chair.pilot.app.focused
    assert isinstance(rows, Rows)
    return rows


async def settle_who_is_missing(chair: Chair) -> None:
    """Esi has sent an apology, with her reason; Bev too."""
    rows = await rows_at(chair)
    await chair.opens("enter", AttendeeScreen)
    await chair.press("s", lambda: True)
    await chair.moves("enter")
    await chair.write("Her shift was changed")
    await chair.closes("ctrl+s")
    await chair.press("down", lambda: rows.highlighted == 1)
    await chair.press("down", lambda: rows.highlighted == 2)
    await chair.press("s", lambda: not chair.is_open("welcome.absent"))


def everything_is_on_the_disk(settings: Settings, review_id: UUID) -> None:
    with closing(open_store(settings.store, RAW_KEY, clock=CLOCK)) as store:
        view = meeting_view.view_review(store, loaded().knowledge, review_id)
    assert view.review.state is ReviewState.COMPLETED
    assert view.review.completed_on == TODAY
    states = {one.id: answer_to(view, one).state for one in view.agenda.questions}
    assert states.pop("family.siblings") is AnswerState.DOES_NOT_APPLY
    assert set(states.values()) == {AnswerState.ANSWERED}
    assert answered(view, "family.people").carried_over
    assert answered(view, "safety.scale").parts["home"] == 10
    assert answered(view, "education.how").parts == ANSWERS["education.how"]
    assert [one.text for one in view.words if one.text == WORDS] == [WORDS]
    assert {one.what for one in view.decisions} == {one.what for one in DECISIONS.values()}
    assert not any(one.draft or one.gaps for one in view.decisions)
    found = [one.outcome for one in view.outcomes.values()]
    assert (found.count(Outcome.PARTLY), found.count(Outcome.NOT_DONE)) == (1, 1)
    assert len(found) == len(view.earlier_decisions)


def answered(view: MeetingView, question_id: str) -> Answer:
    return answer_to(view, view.question(question_id))


def both_papers_say_it(folder: Path) -> None:
    record, letter = sorted(folder.iterdir(), key=lambda path: "letter" in path.name)
    assert record.name == "DEMO-01_R04_2026-11-24_record_v1_draft.docx"
    assert letter.name == "DEMO-01_R04_2026-11-24_letter_v1_draft.docx"
    in_record, in_letter = words_of(record), words_of(letter)
    assert WORDS in in_record
    assert "Amara has no brothers or sisters" in in_record
    for decided in DECISIONS.values():
        assert decided.what in in_record
    assert "Dear Amara" in in_letter
    assert WORDS.rstrip("!") in in_letter
    assert "to fit a lock on the bathroom door" in in_letter


def words_of(paper: Path) -> str:
    document = Document(str(paper))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])
