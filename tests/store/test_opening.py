"""Opening a store: the right passphrase opens it, and anything else is told plainly."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

import pytest

from iro_tui.domain.child import Child
from iro_tui.domain.clock import Clock
from iro_tui.errors import (
    BadInput,
    CannotWrite,
    NotAStore,
    NotFound,
    StoreError,
    WrongPassphrase,
)
from iro_tui.store.cipher import connect, make_file
from iro_tui.store.store import DATABASE, Store, make_store, open_store, store_exists

PASSPHRASE = "O'Neil's \"hórse\" -- battery; Żółć 🦈"


def test_a_passphrase_with_quotes_and_accents_opens_its_store_however_it_was_typed(
    folder: Path, clock: Clock
) -> None:
    make_store(folder, PASSPHRASE, clock=clock).close()
    decomposed = PASSPHRASE.replace("ó", "o\u0301")
    open_store(folder, decomposed, clock=clock).close()


@pytest.mark.parametrize("wrong", ["", "x", PASSPHRASE.lower(), f"{PASSPHRASE} ", "'"])
def test_a_wrong_passphrase_is_told_kindly_and_another_try_opens(
    store: Store, key: str, clock: Clock, wrong: str
) -> None:
    store.close()
    with pytest.raises(WrongPassphrase) as caught:
        open_store(store.folder, wrong, clock=clock)
    assert caught.value.hint
    assert caught.value.exit_code == 3
    open_store(store.folder, key, clock=clock).close()


@pytest.mark.parametrize("impossible", ["a\0b", "a\ud800b"])
def test_a_passphrase_that_cannot_be_one_is_refused(
    folder: Path, clock: Clock, impossible: str
) -> None:
    with pytest.raises(BadInput):
        make_store(folder, impossible, clock=clock)
    assert not store_exists(folder)


def test_a_store_is_never_made_without_a_passphrase(folder: Path, clock: Clock) -> None:
    with pytest.raises(WrongPassphrase):
        make_store(folder, "", clock=clock)
    assert not store_exists(folder)


def test_a_wrong_passphrase_says_nothing_on_stderr(
    store: Store, capfd: pytest.CaptureFixture[str], clock: Clock
) -> None:
    store.close()
    with pytest.raises(WrongPassphrase):
        open_store(store.folder, "wrong", clock=clock)
    assert capfd.readouterr() == ("", "")


def test_no_store_where_none_is(folder: Path, key: str, clock: Clock) -> None:
    assert not store_exists(folder)
    with pytest.raises(NotFound, match="no store"):
        open_store(folder, key, clock=clock)
    assert not folder.exists()


def test_a_second_store_in_the_same_folder_is_refused(store: Store, key: str, clock: Clock) -> None:
    store.close()
    assert store_exists(store.folder)
    with pytest.raises(StoreError, match="already"):
        make_store(store.folder, key, clock=clock)
    open_store(store.folder, key, clock=clock).close()


def test_a_plain_database_is_no_store(folder: Path, key: str, clock: Clock) -> None:
    folder.mkdir()
    plain = sqlite3.connect(folder / DATABASE)
    plain.execute("CREATE TABLE t (x)")
    plain.close()
    with pytest.raises(NotAStore, match="without encryption"):
        open_store(folder, key, clock=clock)


@pytest.mark.parametrize("content", [b"", b"hello", b"x" * 5000, b"PK" + bytes(4094) + b"."])
def test_a_file_that_is_no_database_is_no_store(
    folder: Path, key: str, clock: Clock, content: bytes
) -> None:
    folder.mkdir()
    (folder / DATABASE).write_bytes(content)
    with pytest.raises(NotAStore):
        open_store(folder, key, clock=clock)
    assert (folder / DATABASE).read_bytes() == content


def test_whole_pages_of_anything_cannot_be_told_from_a_wrong_passphrase(
    folder: Path, key: str, clock: Clock
) -> None:
    folder.mkdir()
    (folder / DATABASE).write_bytes(os.urandom(8192))
    with pytest.raises(WrongPassphrase):
        open_store(folder, key, clock=clock)


def test_an_encrypted_database_of_something_else_is_no_store(
    folder: Path, key: str, clock: Clock
) -> None:
    folder.mkdir()
    make_file(folder / DATABASE)
    other = connect(folder / DATABASE, key)
    other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(NotAStore, match="no store of iro"):
        open_store(folder, key, clock=clock)


def test_a_page_damaged_on_the_disk_is_told_and_not_passed_on(
    store: Store, key: str, clock: Clock
) -> None:
    store.close()
    file = store.folder / DATABASE
    whole = file.read_bytes()
    content = bytearray(whole)
    for page in range(1, len(content) // 4096):
        content[page * 4096 + 100] ^= 1
    file.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        open_store(store.folder, key, clock=clock)
    file.write_bytes(whole)
    open_store(store.folder, key, clock=clock).close()


def test_a_folder_that_is_a_file_cannot_be_written(tmp_path: Path, key: str, clock: Clock) -> None:
    (tmp_path / "file").write_text("mine")
    for at in (tmp_path / "file", tmp_path / "file" / "deeper"):
        with pytest.raises(CannotWrite):
            make_store(at, key, clock=clock)
    assert (tmp_path / "file").read_text() == "mine"


_MODES_THAT_SHUT_OUT = ((DATABASE, 0o400), (DATABASE, 0o200), (".", 0o500), (".", 0o000))


@contextmanager
def _as_an_ordinary_user(store: Path | None = None) -> Iterator[Path]:
    """Give a folder of an ordinary user, as whom the test goes on; root may write anywhere.

    A copy of a store stands in it if one is given: the ordinary user need not be able to read
    the program's own files, by which a store is made.
    """
    is_root = os.geteuid() == 0
    # An ordinary user may not pass through a folder for temporary files that is root's own.
    with TemporaryDirectory(dir="/tmp" if is_root else None) as name:  # noqa: S108
        folder = Path(name)
        if store is not None:
            copytree(store, folder / "store")
        if not is_root:
            yield folder
            return
        for path in (folder, *folder.rglob("*")):
            os.chown(path, 65534, 65534)
        os.setresuid(65534, 65534, 0)
        try:
            yield folder
        finally:
            os.setresuid(0, 0, 0)


@pytest.mark.skipif(os.name != "posix", reason="modes of files are those of POSIX")
def test_a_store_that_can_only_be_read_is_refused_before_anything_is_typed(
    store: Store, key: str, clock: Clock
) -> None:
    store.close()
    with _as_an_ordinary_user(store.folder) as home:
        folder = home / "store"
        for name, mode in _MODES_THAT_SHUT_OUT:
            path = folder / name
            before = path.stat().st_mode
            path.chmod(mode)
            with pytest.raises(CannotWrite) as caught:
                open_store(folder, key, clock=clock)
            assert caught.value.hint
            path.chmod(before)
        open_store(folder, key, clock=clock).close()


@pytest.mark.skipif(os.name != "posix", reason="modes of files are those of POSIX")
def test_a_store_cannot_be_made_in_a_folder_that_can_only_be_read(key: str, clock: Clock) -> None:
    with _as_an_ordinary_user() as home:
        home.chmod(0o500)
        for folder in (home, home / "store"):
            with pytest.raises(CannotWrite):
                make_store(folder, key, clock=clock)
        home.chmod(0o700)
        assert list(home.iterdir()) == []


def test_opening_a_store_of_this_version_does_not_load_alembic(store: Store, key: str) -> None:
    store.close()
    code = (
        "import sys; from pathlib import Path; from iro_tui.domain.clock import Clock\n"
        "from iro_tui.store.store import open_store\n"
        f"store = open_store(Path({str(store.folder)!r}), {key!r}, clock=Clock())\n"
        "with store.work() as work: work.children.caseload()\n"
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_a_store_in_a_folder_with_a_strange_name_opens(
    tmp_path: Path, key: str, clock: Clock
) -> None:
    folder = tmp_path / "50% of?#'quotes' & Żółć"
    made = make_store(folder, key, clock=clock)
    with made.work() as work:
        work.children.add(Child(made.new_id(), "R-1", clock.today()))
        work.commit()
    made.close()
    with open_store(folder, key, clock=clock).work() as work:
        assert work.children.count() == 1
