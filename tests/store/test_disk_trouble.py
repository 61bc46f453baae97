"""A full disk, a lost folder or a killed program: what was saved is still there."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from iro_tui.domain.answers import Answer
from iro_tui.domain.child import Child
from iro_tui.domain.clock import Clock
from iro_tui.domain.review import Review
from iro_tui.errors import NotSaved, WrongPassphrase
from iro_tui.store.store import Store, make_store, open_store

posix = pytest.mark.skipif(os.name != "posix", reason="needs signals and limits of POSIX")


def _save(store: Store, review_id: UUID, text: str, question_id: str = "home.good") -> None:
    with store.work() as work:
        work.answers.save(review_id, Answer(question_id, parts={"text": text}), uuid4())
        work.commit()


def _saved_texts(store: Store, review_id: UUID) -> list[object]:
    with store.work() as work:
        return [one.parts["text"] for one in work.answers.history(review_id, "home.good")]


def _check_whole(store: Store) -> None:
    with store.work() as work:
        sql = work._session.connection()
        assert sql.exec_driver_sql("PRAGMA cipher_integrity_check").all() == []
        assert sql.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert sql.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_on_a_full_disk_a_save_fails_kindly_and_goes_through_once_there_is_room(
    store: Store, review: Review, key: str, clock: Clock
) -> None:
    _save(store, review.id, "kept")
    with store.work() as work:
        sql = work._session.connection()
        pages = sql.exec_driver_sql("PRAGMA page_count").scalar()
        sql.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(NotSaved, match="disk is full") as caught:
        _save(store, review.id, "lost " * 50_000)
    assert "safe" in caught.value.hint
    assert _saved_texts(store, review.id) == ["kept"]
    with store.work() as work:
        work._session.connection().exec_driver_sql("PRAGMA max_page_count = 1000000")
    _save(store, review.id, "fits now")
    store.close()
    again = open_store(store.folder, key, clock=clock)
    assert _saved_texts(again, review.id) == ["kept", "fits now"]
    _check_whole(again)
    again.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte, where the test may make one."""
    disk = tmp_path / "small disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root can make a small disk")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=1m", "iro-test", str(disk)],
        check=False,
        capture_output=True,
    )
    if made.returncode:
        pytest.skip("no disk can be made here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_disk_that_fills_up_during_a_meeting_loses_nothing_that_was_saved(
    small_disk: Path, key: str, clock: Clock
) -> None:
    store = make_store(small_disk / "store", key, clock=clock)
    review = _a_review(store)
    saved: list[str] = []

    def type_on_and_on() -> None:
        for number in range(1000):
            text = f"{number} " * 10_000
            _save(store, review.id, text)
            saved.append(text)

    with pytest.raises(NotSaved):
        type_on_and_on()
    assert saved
    assert _saved_texts(store, review.id) == saved
    _check_whole(store)
    store.close()
    again = open_store(small_disk / "store", key, clock=clock)
    assert _saved_texts(again, review.id) == saved
    again.close()


def test_a_store_that_does_not_fit_is_not_half_made(
    small_disk: Path, key: str, clock: Clock
) -> None:
    filler = small_disk / "filler"
    filler.write_bytes(bytes(1_000_000))
    with pytest.raises(NotSaved):
        make_store(small_disk / "store", key, clock=clock)
    assert [path.name for path in (small_disk / "store").iterdir()] == ["iro.lock"]
    filler.unlink()
    make_store(small_disk / "store", key, clock=clock).close()


LIMITED = """
import resource, sys
from pathlib import Path
from uuid import UUID, uuid4
from iro_tui.domain.answers import Answer
from iro_tui.domain.clock import Clock
from iro_tui.errors import NotSaved
from iro_tui.store.store import DATABASE, open_store
folder, key, review_id = Path(sys.argv[1]), sys.argv[2], UUID(sys.argv[3])
store = open_store(folder, key, clock=Clock())
size = (folder / DATABASE).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
try:
    with store.work() as work:
        work.answers.save(review_id, Answer("home.good", parts={"text": "x" * 300_000}), uuid4())
        work.commit()
except NotSaved as error:
    print(error.message)
with store.work() as work:
    print([len(one.parts["text"]) for one in work.answers.history(review_id, "home.good")])
"""


@posix
def test_a_file_that_may_not_grow_is_told_in_words(store: Store, review: Review, key: str) -> None:
    _save(store, review.id, "kept")
    store.close()
    done = _python(LIMITED, store.folder, key, review.id)
    assert done.splitlines() == ["The disk did not take it.", "[4]"]


@posix
def test_a_folder_that_is_gone_is_told_in_words(store: Store, review: Review) -> None:
    _save(store, review.id, "kept")
    away = store.folder.rename(store.folder.with_name("elsewhere"))
    with pytest.raises(NotSaved) as caught:
        _save(store, review.id, "lost")
    assert caught.value.hint
    away.rename(store.folder)
    _save(store, review.id, "back again")
    assert _saved_texts(store, review.id) == ["kept", "back again"]


SAVE_ON_AND_ON = """
import sys
from pathlib import Path
from uuid import UUID, uuid4
from iro_tui.domain.answers import Answer
from iro_tui.domain.clock import Clock
from iro_tui.store.store import open_store
store = open_store(Path(sys.argv[1]), sys.argv[2], clock=Clock())
review_id = UUID(sys.argv[3])
for number in range(1_000_000):
    with store.work() as work:
        answer = Answer("home.good", parts={"text": f"{number} " + "word " * (number % 700)})
        work.answers.save(review_id, answer, uuid4())
        work.commit()
    print(number, flush=True)
"""


@posix
@pytest.mark.parametrize("after", [3, 60])
def test_a_kill_in_the_middle_of_many_saves_loses_no_committed_answer(
    store: Store, review: Review, key: str, clock: Clock, after: int
) -> None:
    store.close()
    command = [sys.executable, "-c", SAVE_ON_AND_ON, str(store.folder), key, str(review.id)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as saving:
        assert saving.stdout is not None
        for line in saving.stdout:
            if int(line) == after:
                break
        saving.send_signal(signal.SIGKILL)
        said = [after, *map(int, saving.stdout.read().split())]
    again = open_store(store.folder, key, clock=clock)
    numbers = [int(str(text).split()[0]) for text in _saved_texts(again, review.id)]
    # One more may have been committed than could still be told.
    assert numbers in (list(range(said[-1] + 1)), list(range(said[-1] + 2)))
    _check_whole(again)
    _save(again, review.id, "and on")
    again.close()


DIE_BEFORE_THE_COMMIT = """
import os, signal, sys
from pathlib import Path
from uuid import UUID, uuid4
from iro_tui.domain.answers import Answer
from iro_tui.domain.clock import Clock
from iro_tui.store.store import open_store
store = open_store(Path(sys.argv[1]), sys.argv[2], clock=Clock())
with store.work() as work:
    sql = work._session.connection()
    # So that changed pages reach the file, and the journal is needed to take them back.
    sql.exec_driver_sql("PRAGMA cache_size = 5")
    sql.exec_driver_sql("PRAGMA cache_spill = 1")
    for _ in range(60):
        answer = Answer("home.good", parts={"text": "never committed " * 3000})
        work.answers.save(UUID(sys.argv[3]), answer, uuid4())
    sql.exec_driver_sql("UPDATE answer_revision SET reason = 'never committed'")
    print("now", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@posix
def test_a_kill_before_the_commit_is_undone_even_after_a_wrong_passphrase(
    store: Store, review: Review, key: str, clock: Clock
) -> None:
    texts = [f"kept {number}" for number in range(50)]
    for text in texts:
        _save(store, review.id, text)
    store.close()
    _python(DIE_BEFORE_THE_COMMIT, store.folder, key, review.id, dies=True)
    journal = store.folder / "iro.db-journal"
    assert journal.stat().st_size > 4096
    assert b"never committed" not in journal.read_bytes()
    with pytest.raises(WrongPassphrase):
        open_store(store.folder, "wrong", clock=clock)
    again = open_store(store.folder, key, clock=clock)
    assert _saved_texts(again, review.id) == texts
    _check_whole(again)
    assert not journal.exists()
    again.close()


def _a_review(store: Store) -> Review:
    child = Child(uuid4(), "R-1", store.clock.today())
    review = Review(uuid4(), child.id)
    with store.work() as work:
        work.children.add(child)
        work.reviews.save(review)
        work.commit()
    return review


def _python(code: str, folder: Path, key: str, review_id: UUID, *, dies: bool = False) -> str:
    """Run code in a program of its own and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder), key, str(review_id)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == (-signal.SIGKILL if dies else 0), done.stderr
    return done.stdout
