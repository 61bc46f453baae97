"""A pseudo-terminal of 80 by 24 with `iro` in it, driven as its user would."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Terminal:
    """A running `iro`: what it has written so far, and its end."""

    def __init__(self, pid: int, descriptor: int) -> None:
        self.pid = pid
        self._descriptor = descriptor
        self.written = ""
        self.exit_code: int | None = None

    def wait_for(self, text: str, *, within: float = 60.0) -> None:
        """Read on until the text has been written."""
        deadline = time.monotonic() + within
        while text not in self.written:
            if not self._read(deadline - time.monotonic()):
                raise AssertionError(f"{text!r} did not appear; last: {self.written[-600:]!r}")

    def _read(self, within: float) -> bool:
        if within <= 0 or not select.select([self._descriptor], [], [], within)[0]:
            return False
        try:
            chunk = os.read(self._descriptor, 65536)
        except OSError:
            return False
        self.written += chunk.decode("utf-8", errors="replace")
        return bool(chunk)

    def press(self, keys: str) -> None:
        """Send keys; what was written before is forgotten."""
        self.written = ""
        os.write(self._descriptor, keys.encode())

    def kill(self) -> None:
        """End the program as a power cut would."""
        os.kill(self.pid, signal.SIGKILL)
        self.wait()

    def wait(self, within: float = 60.0) -> int:
        """Read to the end and return the exit code; negative for a signal."""
        deadline = time.monotonic() + within
        while self.exit_code is None:
            self._read(0.1)
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                self.exit_code = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > deadline:
                raise AssertionError(f"It did not end; last: {self.written[-600:]!r}")
        while self._read(0.2):
            pass
        return self.exit_code


@contextmanager
def opened(*args: str, env: dict[str, str], size: tuple[int, int] = (24, 80)) -> Iterator[Terminal]:
    """Run `iro` in a terminal of rows by columns, and end it afterwards."""
    argv = [sys.executable, "-m", "iro_tui", *args]
    pid, descriptor = pty.fork()
    if pid == 0:
        shown = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        os.execvpe(argv[0], argv, env | shown)  # noqa: S606 - this is the process under test
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
    terminal = Terminal(pid, descriptor)
    try:
        yield terminal
    finally:
        if terminal.exit_code is None:
            terminal.kill()
        os.close(descriptor)
