"""What the database says when it cannot, in words for people: the one place that knows both."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from iro_tui.errors import IroError, NotSaved, RuleRefused, StoreError

_SAFE = "This is not saved; what was saved before is safe."


@contextmanager
def told_kindly() -> Iterator[None]:
    """Turn what the database refuses into an error for people; anything else goes through."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        told = _in_words(code_of(error))
        if told is None:
            raise
        raise told from error


def code_of(error: DBAPIError | dbapi2.Error) -> str:
    """Return SQLite's name for what went wrong ("SQLITE_FULL"), blank if it has none."""
    driver_error = error.orig if isinstance(error, DBAPIError) else error
    return str(getattr(driver_error, "sqlite_errorname", ""))


def _in_words(code: str) -> IroError | None:
    """Return the error for people; None for a fault of ours."""
    for start, told in _TOLD:
        if code.startswith(start):
            return told()
    return None


def _full() -> IroError:
    return NotSaved("The disk is full.", hint=f"{_SAFE} Make room, then save again.")


def _read_only() -> IroError:
    return NotSaved(
        "The folder is read-only.",
        hint=f"{_SAFE} Is it there, and yours? Then save again.",
    )


def _gone() -> IroError:
    return NotSaved(
        "The disk did not take it.",
        hint=f"{_SAFE} Is the disk full, or the drive gone? Then save again.",
    )


def _busy() -> IroError:
    return NotSaved(
        "Another program holds the file.",
        hint=f"{_SAFE} Close the other program, then save again.",
    )


def _damaged() -> IroError:
    return StoreError("The store's file is damaged.", hint="Quit, and put back the newest backup.")


def _does_not_fit() -> IroError:
    return RuleRefused(
        "This does not fit what the store already holds, so nothing was changed.",
        hint="Something else refers to it, or the same is there already.",
    )


_TOLD = (
    ("SQLITE_FULL", _full),
    ("SQLITE_READONLY", _read_only),
    ("SQLITE_PERM", _read_only),
    ("SQLITE_CANTOPEN", _read_only),
    ("SQLITE_IOERR", _gone),
    ("SQLITE_BUSY", _busy),
    ("SQLITE_LOCKED", _busy),
    ("SQLITE_CORRUPT", _damaged),
    ("SQLITE_NOTADB", _damaged),
    ("SQLITE_CONSTRAINT", _does_not_fit),
)
