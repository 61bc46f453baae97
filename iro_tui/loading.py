"""What takes too long to import before the first paint is loaded behind it."""

import asyncio
import threading
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from iro_tui.bootstrap import Loaded


class Loading:
    """Runs `load` until it works, in a thread that does not keep the program alive."""

    def __init__(self, load: "Callable[[], Loaded]") -> None:
        self._load = load
        self._future: asyncio.Future[Loaded] | None = None

    def begin(self) -> "asyncio.Future[Loaded]":
        """Start, if nobody has yet, and return what will be loaded."""
        if self._future is None:
            loop = asyncio.get_running_loop()
            self._future = loop.create_future()
            threading.Thread(target=self._run, args=(self._future, loop), daemon=True).start()
        return self._future

    async def done(self) -> "Loaded":
        """Wait for it; raises what loading raised, such as KnowledgeError.

        The next call loads again: a file that was broken may have been mended meanwhile.
        """
        try:
            return await asyncio.shield(self.begin())
        except Exception:
            self._future = None
            raise

    def _run(self, future: "asyncio.Future[Loaded]", loop: asyncio.AbstractEventLoop) -> None:
        try:
            settle = partial(future.set_result, self._load())
        except Exception as error:  # noqa: BLE001 - the thread's edge: raised to whoever waits
            settle = partial(_fail, future, error)
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(settle)


def _fail(future: "asyncio.Future[Loaded]", error: Exception) -> None:
    future.set_exception(error)
    future.exception()  # nobody may be waiting for it yet
