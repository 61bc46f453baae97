"""Nothing that was typed stands in plain text on the disk, and nobody else may read the files."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from iro_tui.domain.answers import Answer
from iro_tui.domain.child import Child
from iro_tui.domain.clock import Clock
from iro_tui.domain.review import ChildWords, Review
from iro_tui.store.store import Store, make_store

SENTENCE = "Amara says that lunch is too loud and the lock matters"
LONG = f"{SENTENCE}. " * 4000
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _holding(folder: Path, sentence: str = SENTENCE) -> list[str]:
    """Return the names of the files under a folder that hold any part of a sentence."""
    words = [sentence[at : at + 16] for at in range(0, len(sentence) - 16, 4)]
    wanted = [word.encode(encoding) for word in words for encoding in ENCODINGS]
    return [path.name for path in _files(folder) if any(one in path.read_bytes() for one in wanted)]


def _write_sentence(store: Store) -> None:
    child = Child(uuid4(), "R-1", store.clock.today(), known_as=SENTENCE)
    review = Review(uuid4(), child.id, venue=SENTENCE)
    with store.work() as work:
        work.children.add(child)
        work.reviews.save(review)
        work.words.save(ChildWords(uuid4(), review.id, LONG))
        work.answers.save(review.id, Answer("home.good", parts={"text": SENTENCE}), uuid4())
        work.letters.save_section(review.id, "b5_8", "wishes", LONG, uuid4())
        # Enough to spill into the journal and the file before the commit.
        work._session.connection().exec_driver_sql("PRAGMA cache_size = 10")
        work.words.save(ChildWords(uuid4(), review.id, LONG))
        assert any(path.name.endswith("-journal") for path in _files(store.folder))
        assert _holding(store.folder) == []
        work.commit()


def test_a_typed_sentence_is_nowhere_in_the_folder_while_open_nor_after(
    folder: Path, clock: Clock
) -> None:
    store = make_store(folder, SENTENCE, clock=clock)
    _write_sentence(store)
    assert _holding(folder) == []
    _write_sentence_again_and_forget_it(store)
    assert _holding(folder) == []
    store.close()
    assert _files(folder)
    assert _holding(folder) == []
    assert _holding(folder, "CREATE TABLE child (reference)") == []


def _write_sentence_again_and_forget_it(store: Store) -> None:
    with store.work() as work:
        child = work.children.all()[0]
        work.reviews.save(Review(uuid4(), child.id, venue=LONG))


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16le"])
def test_the_same_search_finds_the_sentence_in_a_plain_database(
    tmp_path: Path, encoding: str
) -> None:
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute(f"PRAGMA encoding = '{encoding}'")
    plain.execute("CREATE TABLE t (x)")
    plain.execute("INSERT INTO t VALUES (?)", (SENTENCE,))
    plain.commit()
    plain.close()
    assert _holding(tmp_path) == ["plain.db"]


def test_two_stores_of_one_passphrase_share_no_bytes_that_tell_it(
    tmp_path: Path, clock: Clock
) -> None:
    for name in ("a", "b"):
        make_store(tmp_path / name, "the same passphrase", clock=clock).close()
    first, second = ((tmp_path / name / "iro.db").read_bytes() for name in ("a", "b"))
    assert first[:16] != second[:16]
    assert first[16:1040] != second[16:1040]


def test_what_is_kept_for_the_moment_stays_in_memory(store: Store) -> None:
    with store.work() as work:
        sql = work._session.connection()
        assert sql.exec_driver_sql("PRAGMA temp_store").scalar() == 2
        assert sql.exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"
        assert sql.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert sql.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert sql.exec_driver_sql("PRAGMA cipher_version").scalar()
        assert sql.exec_driver_sql("PRAGMA cipher_integrity_check").all() == []
        assert sql.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.skipif(os.name != "posix", reason="modes of files are those of POSIX")
@pytest.mark.usefixtures("open_umask")
def test_only_the_owner_may_read_folder_and_files_whatever_the_umask(
    folder: Path, key: str, clock: Clock
) -> None:
    store = make_store(folder, key, clock=clock)
    assert _modes(folder) == {"iro.db": 0o600, "iro.lock": 0o600}
    with store.work() as work:
        work.children.add(Child(uuid4(), "R-1", clock.today()))
        assert _modes(folder)["iro.db-journal"] == 0o600
        work.commit()
    store.close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix", reason="modes of files are those of POSIX")
@pytest.mark.usefixtures("open_umask")
def test_an_empty_folder_that_was_there_is_closed_to_others_and_a_full_one_is_left(
    tmp_path: Path, key: str, clock: Clock
) -> None:
    empty, full = tmp_path / "empty", tmp_path / "full"
    for folder in (empty, full):
        folder.mkdir(mode=0o755)
    (full / "mine.txt").write_text("mine")
    for folder in (empty, full):
        make_store(folder, key, clock=clock).close()
    assert stat.S_IMODE(empty.stat().st_mode) == 0o700
    assert stat.S_IMODE(full.stat().st_mode) == 0o755
    assert _modes(full)["iro.db"] == 0o600


def _modes(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in _files(folder)}
