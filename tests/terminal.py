"""A pseudo-terminal of 80 by 24 with a program in it, driven and timed as its user sees it."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

LINES_AND_COLUMNS = (24, 80)


class Terminal:
    """A running program: what it has written since the last keys, and its end.

    Moments are those of `time.perf_counter`, in seconds.
    """

    def __init__(self, pid: int, descriptor: int, started: float) -> None:
        self.started = started
        self.exit_code: int | None = None
        self._pid = pid
        self._descriptor = descriptor
        self._seen = bytearray()

    @property
    def written(self) -> str:
        """What has been written since keys were last sent."""
        return self._seen.decode("utf-8", errors="replace")

    def wait_for(self, text: str, *, within: float = 60.0) -> float:
        """Read on until the text has been written, and return the moment."""
        deadline = time.perf_counter() + within
        while text.encode() not in self._seen:
            if not self.read(deadline - time.perf_counter()):
                raise AssertionError(f"{text!r} did not appear; last: {self.written[-600:]!r}")
        return time.perf_counter()

    def read(self, within: float) -> bool:
        """Read what is written next; False if nothing comes in time."""
        if within <= 0 or not select.select([self._descriptor], [], [], within)[0]:
            return False
        try:
            chunk = os.read(self._descriptor, 65_536)
        except OSError:
            return False
        self._seen += chunk
        return bool(chunk)

    def read_for(self, seconds: float) -> None:
        """Read whatever is written for so long."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self.read(left)

    def settle(self, quiet: float = 0.3) -> None:
        """Read on until nothing has been written for `quiet` seconds."""
        while self.read(quiet):
            pass

    def press(self, keys: str) -> float:
        """Send keys at once and return the moment; what was written before is forgotten."""
        self._seen.clear()
        os.write(self._descriptor, keys.encode())
        return time.perf_counter()

    def type(self, text: str) -> None:
        """Send text key by key."""
        for character in text:
            self.press(character)
            self.read(0.005)

    def time_to_echo(self, key: str, *, within: float = 10.0) -> float:
        """Return the seconds from a key to its sign being drawn.

        What was drawn before and not yet read, such as a blink of the cursor, is passed over.
        """
        self.settle(0.001)
        sent = self.press(key)
        return self.wait_for(key, within=within) - sent

    def resize(self, lines: int, columns: int) -> None:
        """Make the window larger or smaller, as somebody does who pulls at its corner."""
        shape = struct.pack("HHHH", lines, columns, 0, 0)
        fcntl.ioctl(self._descriptor, termios.TIOCSWINSZ, shape)
        os.kill(self._pid, signal.SIGWINCH)

    def kill(self) -> None:
        """End the program as a power cut would."""
        os.kill(self._pid, signal.SIGKILL)
        self.wait()

    def wait(self, within: float = 60.0) -> int:
        """Read to the end and return the exit code; negative for a signal."""
        deadline = time.perf_counter() + within
        while self.exit_code is None:
            self.read(0.1)
            ended, status = os.waitpid(self._pid, os.WNOHANG)
            if ended:
                self.exit_code = os.waitstatus_to_exitcode(status)
            elif time.perf_counter() > deadline:
                raise AssertionError(f"It did not end; last: {self.written[-600:]!r}")
        self.settle(0.2)
        return self.exit_code


@contextmanager
def running(
    argv: Sequence[str], env: dict[str, str], *, size: tuple[int, int] = LINES_AND_COLUMNS
) -> Iterator[Terminal]:
    """Run a program in a terminal of so many lines and columns, and end it afterwards."""
    started = time.perf_counter()
    pid, descriptor = pty.fork()
    if pid == 0:
        shown = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        os.execvpe(argv[0], list(argv), env | shown)  # noqa: S606 - this is the process under test
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
    terminal = Terminal(pid, descriptor, started)
    try:
        yield terminal
    finally:
        if terminal.exit_code is None:
            terminal.kill()
        os.close(descriptor)


@contextmanager
def opened(
    *args: str, env: dict[str, str], size: tuple[int, int] = LINES_AND_COLUMNS
) -> Iterator[Terminal]:
    """Run `iro` in a terminal."""
    with running([sys.executable, "-m", "iro_tui", *args], env, size=size) as terminal:
        yield terminal


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a user with an empty home."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return kept | {"HOME": str(home)}
