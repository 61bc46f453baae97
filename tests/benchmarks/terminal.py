"""A program in a pseudo-terminal of 80 by 24, timed from outside as its user sees it."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType


@dataclass
class Terminal:
    """A running program; `with` ends it. Times are in seconds, `time.perf_counter`."""

    argv: Sequence[str]
    environment: dict[str, str]
    size: tuple[int, int] = (24, 80)

    def __enter__(self) -> "Terminal":
        self.started = time.perf_counter()
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.execvpe(self.argv[0], list(self.argv), self.environment)  # noqa: S606
        rows, columns = self.size
        window = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, window)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.descriptor)

    def read_until(self, text: str, *, within: float = 30.0) -> float:
        """Return the moment at which the text has been written; raises TimeoutError."""
        wanted, seen = text.encode(), b""
        deadline = time.perf_counter() + within
        while wanted not in seen:
            chunk = self.read(deadline - time.perf_counter())
            if not chunk:
                message = f"{text!r} did not appear within {within} s"
                raise TimeoutError(message)
            seen += chunk
        return time.perf_counter()

    def read(self, within: float) -> bytes:
        """Return what is written next, or nothing if nothing comes in time."""
        if within <= 0 or not select.select([self.descriptor], [], [], within)[0]:
            return b""
        try:
            return os.read(self.descriptor, 65536)
        except OSError:
            return b""

    def settle(self, quiet: float = 0.3) -> None:
        """Read on until nothing has been written for `quiet` seconds."""
        while self.read(quiet):
            pass

    def press(self, keys: str) -> float:
        """Send keys and return the moment at which they were sent."""
        os.write(self.descriptor, keys.encode())
        return time.perf_counter()

    def time_to_echo(self, key: str, *, within: float = 10.0) -> float:
        """Return the seconds from a key to the first thing drawn after it."""
        sent = self.press(key)
        if not self.read(within):
            message = f"nothing was drawn within {within} s of a key"
            raise TimeoutError(message)
        return time.perf_counter() - sent


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a user with an empty home and a plain terminal."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return kept | {"HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
