"""A program killed one second after the last key has lost nothing, and reopens at the caret."""

import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import ioctl
from pathlib import Path

import pytest

from iro_tui.domain.review import Place

sys.path.insert(0, str(Path(__file__).parent / "screens"))

from tests.screens.meeting_room import RAW_KEY, Room, make_room

ROWS, COLUMNS = 24, 80
LONGEST_WAIT = 60.0
HOME = Place("home", "home.good", "text")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal there")


class Terminal:
    """The program in a pseudo-terminal: what it writes is read, what is typed is sent."""

    def __init__(self, room: Room) -> None:
        secret = room.folder / "passphrase"
        secret.write_text(RAW_KEY)
        command = [sys.executable, "-m", "iro_tui", "--store", str(room.folder / "store")]
        command += ["--passphrase-file", str(secret), "chair", room.child.reference]
        self._ours, theirs = pty.openpty()
        ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "HOME": str(room.folder)}
        self.process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, close_fds=True
        )
        os.close(theirs)
        self.written = b""

    def wait_for(self, words: str) -> None:
        """Read until the program has written these words."""
        until = time.monotonic() + LONGEST_WAIT
        while words.encode() not in self.written:
            self._read(0.1)
            if time.monotonic() > until or self.process.poll() is not None:
                raise AssertionError(f"{words!r} never came up")

    def read_for(self, seconds: float) -> None:
        """Read whatever is written for so long."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._read(0.05)

    def _read(self, seconds: float) -> None:
        if select.select([self._ours], [], [], seconds)[0]:
            self.written += os.read(self._ours, 65_536)

    def type(self, text: str) -> None:
        """Type text, key by key."""
        for character in text:
            os.write(self._ours, character.encode())
            self._read(0.005)

    def kill(self) -> None:
        """End it at once, without a word of warning."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        os.close(self._ours)


@contextmanager
def terminal(room: Room) -> Iterator[Terminal]:
    running = Terminal(room)
    try:
        yield running
    finally:
        if running.process.poll() is None:
            running.kill()


def test_killed_a_second_after_the_last_key_nothing_is_lost_and_the_caret_is_there(
    tmp_path: Path,
) -> None:
    room = make_room(tmp_path, place=HOME)
    with terminal(room) as running:
        running.wait_for("Where I live")
        running.wait_for("What is good about living")
        running.type("Her room is yellow.\rShe would like a lock.")
        running.type("\x1b[D" * 5)
        running.read_for(1.0)
        running.kill()
    assert room.kept("home.good").parts == {"text": "Her room is yellow.\nShe would like a lock."}
    assert room.place() == Place("home", "home.good", "text", 1, 17)
    with terminal(room) as running:
        running.wait_for("She would like a lock.")
        running.read_for(0.5)
        running.type("big ")
        running.read_for(1.0)
        running.kill()
    kept = room.kept("home.good").parts
    assert kept == {"text": "Her room is yellow.\nShe would like a big lock."}
