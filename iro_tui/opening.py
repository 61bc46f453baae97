"""Opening the program on the screen: one's own store, or the fictional caseload."""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from iro_tui.app import IroApp
from iro_tui.asked import Asked
from iro_tui.bootstrap import load, make_demo_store
from iro_tui.demo_folder import demo_folder
from iro_tui.errors import IroError

if TYPE_CHECKING:
    from collections.abc import Callable

    from iro_tui.bootstrap import Loaded

DEMO_PASSPHRASE = "demo"  # noqa: S105 - it opens invented children only, and stands on the screen


def open_program(asked: Asked, *, chair_reference: str = "") -> NoReturn:
    """Open the user's store on the screen; the first time it is made."""
    _needs_terminal()
    app = IroApp(
        asked.settings,
        partial(load, asked.settings, asked.clock),
        clock=asked.clock,
        passphrase=asked.passphrase() if asked.passphrase_file else "",
        chair_reference=chair_reference,
        makes_store=not asked.settings.has_store,
    )
    sys.exit(run(app))


def open_demo(asked: Asked) -> NoReturn:
    """Open the fictional caseload in a throw-away store."""
    _needs_terminal()
    with demo_folder() as folder:
        settings = replace(asked.settings, store=folder / "store", passphrase_hint=DEMO_PASSPHRASE)
        app = IroApp(
            settings,
            partial(_load_demo, partial(load, settings, asked.clock), settings.store, asked),
            clock=asked.clock,
            passphrase=DEMO_PASSPHRASE,
        )
        code = run(app)
    sys.exit(code)


def _load_demo(load_all: "Callable[[], Loaded]", store: Path, asked: Asked) -> "Loaded":
    loaded = load_all()
    make_demo_store(loaded, store, DEMO_PASSPHRASE, asked.clock)
    return loaded


def make_demo(asked: Asked, at: str) -> str:
    """Make the fictional caseload's store in a folder and return a sentence."""
    folder = Path(at).expanduser()
    passphrase = asked.passphrase()
    make_demo_store(load(asked.settings, asked.clock), folder, passphrase, asked.clock)
    return f"The fictional caseload is at {folder}. `iro --store {folder}` opens it."


def run(app: IroApp) -> int:
    """Run the program, finish every write, and return its exit code."""
    try:
        app.run()
    finally:
        app.close_store()
    if app.failure:
        sys.stderr.write(f"{app.failure}\n")
    return app.return_code or 0


def _needs_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise IroError(
            "iro needs a terminal to open in.",
            hint="`iro --help` lists the commands that work without one.",
        )
