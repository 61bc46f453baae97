"""What is left of a crash: where it happened, and nothing of what was typed."""

import traceback
from pathlib import Path


def crash_report(error: BaseException) -> str:
    """Return a report without a person's data: kinds of error, files and lines, no values.

    An exception's own words may hold a name, so they are left out with all local variables.
    """
    lines = [
        "iro has stopped: something went wrong that it does not know how to mend.",
        "What you typed is in the store up to the last save. Start iro again to go on.",
    ]
    for one in _chain(error):
        lines.append(f"  {type(one).__module__}.{type(one).__qualname__}")
        lines += [f"    {_place(frame)}" for frame in traceback.extract_tb(one.__traceback__)[-8:]]
    return "\n".join(lines)


def crash_line(error: BaseException) -> str:
    """Return where it happened in one line, without an exception's own words."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({_place(frames[-1])})" if frames else ""
    return f"iro met an error that it does not know: {type(error).__qualname__}{where}."


def _chain(error: BaseException) -> list[BaseException]:
    chain = [error]
    while (cause := chain[-1].__cause__ or chain[-1].__context__) and cause not in chain:
        chain.append(cause)
    return chain


def _place(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    return f"{path.parent.name}/{path.name}, line {frame.lineno}, in {frame.name}"
