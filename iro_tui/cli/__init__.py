"""The `iro` command: `iro` alone opens the program before anything else is imported."""
# ruff: noqa: PLC0415 - importing late is the point

import os
import sys

from iro_tui.errors import IroError


def main() -> None:
    """Run `iro`; whatever goes wrong is one or two lines on standard error and an exit code."""
    try:
        code = _run(sys.argv[1:])
    except IroError as error:
        code = fail(error.message, error.hint, error.exit_code)
    except KeyboardInterrupt:
        code = fail("Stopped.", "", 1)
    except OSError as error:
        what = error.filename or "The answer"
        hint = "Is the disk full, or the path a wrong one?"
        code = fail(f"{what} could not be written or read: {error.strerror}.", hint, 1)
        _drop_the_rest()
    except Exception as error:  # noqa: BLE001 - the edge: nothing of what was typed is printed
        from iro_tui.crash import crash_line

        code = fail(crash_line(error), "Nothing was left half-written.", 1)
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    if not arguments:
        from iro_tui.cli.opening import open_alone

        return open_alone()
    from iro_tui.cli.click_commands import run

    return run(arguments)


def _drop_the_rest() -> None:
    """Let Python write nothing more at its end, which would fail again and change the code."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def fail(message: str, hint: str, code: int) -> int:
    """Say what happened and what to do, a line each, and return the exit code."""
    from iro_tui.cli.plain import visible

    for sentence in (message, hint):
        line = visible(sentence)
        if line and sys.stderr is not None:
            sys.stderr.write(f"{line[:_LONGEST]}…\n" if len(line) > _LONGEST else f"{line}\n")
    return code


_LONGEST = 500
"""Characters of a line; what was typed stands in it, whatever its length."""
