"""Two programs never write one store; a crash leaves no lock behind."""

import getpass
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from iro_tui.domain.clock import Clock
from iro_tui.errors import StoreInUse
from iro_tui.store.lock import LOCK_NAME
from iro_tui.store.store import Store, make_store, open_store, store_exists

Holding = Callable[[], AbstractContextManager["subprocess.Popen[str]"]]

HOLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from iro_tui.domain.clock import Clock
from iro_tui.store.store import open_store
clock = Clock(read=lambda: datetime(2026, 11, 24, 9, 5, tzinfo=UTC))
store = open_store(Path(sys.argv[1]), sys.argv[2], clock=clock)
print("open", flush=True)
sys.stdin.read()
store.close()
"""


@pytest.fixture
def held_by_another(store: Store, key: str) -> Holding:
    """Hold the store in a second process, for as long as the block runs."""
    store.close()

    @contextmanager
    def hold() -> Iterator[subprocess.Popen[str]]:
        other = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(store.folder), key],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        with other:
            assert other.stdout is not None
            assert other.stdout.readline() == "open\n"
            yield other

    return hold


def test_a_second_program_is_told_who_has_the_store_open_and_since_when(
    store: Store, key: str, clock: Clock, held_by_another: Holding
) -> None:
    with held_by_another():
        for _ in range(2):
            with pytest.raises(StoreInUse) as caught:
                open_store(store.folder, key, clock=clock)
    local = datetime(2026, 11, 24, 9, 5, tzinfo=UTC).astimezone()
    told = f"open in another window of {getpass.getuser()}, since {local:%H:%M} on 24 November."
    assert caught.value.message.endswith(told)
    assert caught.value.hint
    assert caught.value.exit_code == 3
    open_store(store.folder, key, clock=clock).close()


def test_a_second_opening_in_the_same_program_is_told_too(
    store: Store, key: str, clock: Clock
) -> None:
    with pytest.raises(StoreInUse):
        open_store(store.folder, key, clock=clock)
    with store.work() as work:
        assert work.children.count() == 0


def test_a_store_is_not_made_over_one_that_is_being_made(
    folder: Path, key: str, clock: Clock
) -> None:
    made = make_store(folder, key, clock=clock)
    with pytest.raises(StoreInUse):
        make_store(folder, key, clock=clock)
    made.close()


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_lock_left_by_a_killed_program_is_no_obstacle(
    store: Store, key: str, clock: Clock, held_by_another: Holding
) -> None:
    with held_by_another() as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
    assert (store.folder / LOCK_NAME).read_text()
    open_store(store.folder, key, clock=clock).close()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"since": 3}', '{"since": "yesterday"}'])
def test_a_lock_file_that_says_nothing_is_still_a_lock(
    store: Store, key: str, clock: Clock, content: str
) -> None:
    (store.folder / LOCK_NAME).write_text(content)
    with pytest.raises(StoreInUse, match=r"open in another window\."):
        open_store(store.folder, key, clock=clock)


def test_a_failed_opening_lets_go_of_the_lock(store: Store, key: str, clock: Clock) -> None:
    store.close()
    for _ in range(2):
        with pytest.raises(Exception, match="passphrase"):
            open_store(store.folder, "wrong", clock=clock)
    open_store(store.folder, key, clock=clock).close()
    assert store_exists(store.folder)
