"""One thread for the store: calls run one after another, and the screen never waits for a disk."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
ResultT = TypeVar("ResultT")


class StoreThread:
    """Runs functions one at a time on one thread of its own.

    What has been handed in is always finished: a caller that is cancelled stops waiting, the
    write does not stop, and leaving the program waits for the last one.
    """

    def __init__(self) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")

    async def call(
        self, function: Callable[P, ResultT], *args: P.args, **kwargs: P.kwargs
    ) -> ResultT:
        """Run a function on the thread and return what it returns, or raise what it raises."""
        future = self._executor.submit(function, *args, **kwargs)
        return await asyncio.shield(asyncio.wrap_future(future))

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Finish what is waiting, run `last` after it, and end the thread."""
        if last is not None:
            self._executor.submit(last).result()
        self._executor.shutdown(wait=True)
