"""The store: one open encrypted database, and the pieces of work done on it."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from filelock import FileLock
from sqlalchemy import Engine
from sqlmodel import Session

from iro_tui.domain.clock import Clock
from iro_tui.errors import CannotWrite, NotFound, StoreError
from iro_tui.store import lock, schema
from iro_tui.store.answers import AnswerRepository
from iro_tui.store.attendance import AttendanceRepository
from iro_tui.store.caseload import CaseloadRepository
from iro_tui.store.chair import ChairRepository
from iro_tui.store.children import ChildRepository
from iro_tui.store.cipher import connect, engine_over, make_file
from iro_tui.store.decisions import DecisionRepository
from iro_tui.store.documents import DocumentRepository
from iro_tui.store.drafts import DraftRepository
from iro_tui.store.due_items import DueItemRepository
from iro_tui.store.failures import told_kindly
from iro_tui.store.following import FollowingRepository
from iro_tui.store.letters import LetterRepository
from iro_tui.store.meetings import MeetingRepository
from iro_tui.store.people import PersonRepository
from iro_tui.store.reviews import ReviewRepository
from iro_tui.store.rows import NewId, Rows
from iro_tui.store.views import ViewRepository
from iro_tui.store.words import ChildWordsRepository
from iro_tui.store.written import newest_writing

DATABASE = "iro.db"
_UNFINISHED = "iro.db.new"


class Work:
    """One transaction on the store, with everything that is kept in it."""

    def __init__(
        self, session: Session, clock: Clock, new_id: NewId, follow: "Follow | None"
    ) -> None:
        rows = Rows(session, clock)
        self._session = session
        self._moved = rows.moved
        self._follow = follow
        self.clock = clock
        self.chair = ChairRepository(rows)
        self.children = ChildRepository(rows)
        self.caseload = CaseloadRepository(rows)
        self.people = PersonRepository(rows)
        self.reviews = ReviewRepository(rows, new_id)
        self.meetings = MeetingRepository(rows)
        self.attendance = AttendanceRepository(rows)
        self.views = ViewRepository(rows)
        self.answers = AnswerRepository(rows, new_id)
        self.words = ChildWordsRepository(rows)
        self.decisions = DecisionRepository(rows)
        self.letters = LetterRepository(rows, new_id)
        self.documents = DocumentRepository(rows)
        self.drafts = DraftRepository(rows, new_id)
        self.following = FollowingRepository(rows)
        self.due_items = DueItemRepository(rows, new_id)

    def newest_writing(self) -> datetime | None:
        """Return when something was last added to the store, in UTC; None for an empty one."""
        return newest_writing(self._session)

    def commit(self) -> None:
        """Write everything to the disk, and what follows from it; raises NotSaved."""
        if self._follow is not None:
            for child_id in self._moved:
                self._follow(self, child_id)
        self._moved.clear()
        self._session.commit()


Follow = Callable[[Work, UUID], object]
"""Derives again what follows from what was written of a child, in the same transaction."""


class Store:
    """One open encrypted database, used from one thread at a time.

    `follow` runs before each commit for each child of whom something was written, so that no
    service can forget it and no date that is kept is ever older than what it follows from.
    """

    def __init__(
        self,
        folder: Path,
        engine: Engine,
        held: FileLock,
        *,
        clock: Clock,
        new_id: NewId,
        follow: Follow | None = None,
    ) -> None:
        self.folder = folder
        self.clock = clock
        self.new_id = new_id
        self._engine = engine
        self._held = held
        self._follow = follow

    @contextmanager
    def work(self) -> Iterator[Work]:
        """Begin a piece of work; what was not committed by its end is undone.

        Raises NotSaved when the disk is full, read-only or gone, and RuleRefused for what does
        not fit what is there.
        """
        with (
            told_kindly(),
            Session(self._engine, expire_on_commit=False, autoflush=False) as session,
        ):
            yield Work(session, self.clock, self.new_id, self._follow)

    def close(self) -> None:
        """Lock the store: the key is forgotten, and another program may open it."""
        self._engine.dispose()
        self._held.release()

    def discard(self) -> None:
        """Close a store whose making could not be finished, and take its database away."""
        self.close()
        (self.folder / DATABASE).unlink()


def store_exists(folder: Path) -> bool:
    """Whether the folder holds a store, as far as can be told without its key."""
    with _files_of(folder):
        return (folder / DATABASE).is_file()


def open_store(
    folder: Path,
    key: str,
    *,
    clock: Clock,
    new_id: NewId = uuid4,
    follow: Follow | None = None,
) -> Store:
    """Open the store in a folder with its key, and bring an older one up to this version.

    Raises NotFound, NotAStore, WrongPassphrase, StoreInUse, NewerStore or CannotWrite.
    """
    with _files_of(folder):
        if not store_exists(folder):
            raise NotFound(f"There is no store at {folder}.", hint="Start `iro` to make one.")
        _check_writable(folder)
        with ExitStack() as undoing:
            held = lock.take(folder, clock)
            undoing.callback(held.release)
            engine = _opened(folder, key, clock)
            undoing.pop_all()
    return Store(folder, engine, held, clock=clock, new_id=new_id, follow=follow)


def make_store(
    folder: Path,
    key: str,
    *,
    clock: Clock,
    new_id: NewId = uuid4,
    follow: Follow | None = None,
) -> Store:
    """Make a new store in a folder, which is made too, and open it.

    Raises CannotWrite, and StoreError when there is one already.
    """
    with _files_of(folder):
        _make_folder(folder)
        with ExitStack() as undoing:
            held = lock.take(folder, clock)
            undoing.callback(held.release)
            if store_exists(folder):
                raise StoreError(
                    f"There is a store at {folder} already.", hint="Open it with its passphrase."
                )
            _make_database(folder, key)
            engine = _opened(folder, key, clock)
            undoing.pop_all()
    return Store(folder, engine, held, clock=clock, new_id=new_id, follow=follow)


@contextmanager
def _files_of(folder: Path) -> Iterator[None]:
    try:
        with told_kindly():
            yield
    except (FileExistsError, NotADirectoryError) as error:
        raise CannotWrite(
            f"A store is a folder, and {folder} cannot be one: there is a file in its way.",
            hint="Name another folder of your own.",
        ) from error
    except OSError as error:
        raise CannotWrite(
            f"The folder {folder} cannot be written: {error.strerror or error}.",
            hint="Name a folder of your own that can be written to.",
        ) from error


def _check_writable(folder: Path) -> None:
    """Refuse to open what could not be saved: better before the meeting than in it."""
    for path in (folder, folder / DATABASE):
        if not os.access(path, os.W_OK):
            raise CannotWrite(
                f"{path} can only be read, so nothing could be saved.",
                hint="Let it be written to, or point --store at a folder of your own.",
            )


def _make_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if {one.name for one in folder.iterdir()} <= {lock.LOCK_NAME, _UNFINISHED}:
        # A folder of the user's own with other things in it keeps its mode; none is opened up.
        folder.chmod(folder.stat().st_mode & 0o700)


def _make_database(folder: Path, key: str) -> None:
    """Make the database under another name first, so that no half-made store is ever found."""
    file = folder / _UNFINISHED
    _remove_unfinished(file)
    make_file(file)
    try:
        with closing(connect(file, key)) as connection:
            schema.make_tables(engine_over(connection), connection)
    except BaseException:
        _remove_unfinished(file)
        raise
    file.rename(folder / DATABASE)


def _remove_unfinished(file: Path) -> None:
    for left_over in (file, file.with_name(f"{file.name}-journal")):
        left_over.unlink(missing_ok=True)


def _opened(folder: Path, key: str, clock: Clock) -> Engine:
    connection = connect(folder / DATABASE, key)
    engine = engine_over(connection)
    try:
        schema.bring_up(engine, connection, folder, key, clock)
    except BaseException:
        engine.dispose()
        connection.close()
        raise
    return engine
