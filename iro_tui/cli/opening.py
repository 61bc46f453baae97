"""Opening the program on the screen: one's own store, or the fictional caseload."""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from iro_tui.app import IroApp
from iro_tui.bootstrap import load, make_demo_store
from iro_tui.cli import fail
from iro_tui.cli.options import Asked, asked, is_terminal
from iro_tui.commands.own_keys import check_keys
from iro_tui.errors import IroError
from iro_tui.settings import named_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from iro_tui.bootstrap import Loaded

DEMO_PASSPHRASE = "demo"  # noqa: S105 - it opens invented children only, and stands on the screen


def open_alone() -> int:
    """Open the user's store as `iro` alone does."""
    return open_program(asked({}))


def open_program(ask: Asked, *, chair_reference: str = "") -> int:
    """Open the user's store on the screen; the first time it is made."""
    _check_first(ask)
    app = IroApp(
        ask.settings,
        partial(load, ask.settings, ask.clock),
        clock=ask.clock,
        passphrase=ask.passphrase() if ask.passphrase_file else "",
        chair_reference=chair_reference,
        makes_store=not ask.settings.has_store,
    )
    return run(app)


def open_demo(ask: Asked) -> int:
    """Open the fictional caseload in a throw-away store."""
    from iro_tui.cli.demo_folder import demo_folder  # noqa: PLC0415 - the first paint of `iro` has no need

    _check_first(ask)
    with demo_folder() as folder:
        settings = replace(ask.settings, store=folder / "store", passphrase_hint=DEMO_PASSPHRASE)
        app = IroApp(
            settings,
            partial(_load_demo, partial(load, settings, ask.clock), settings.store, ask),
            clock=ask.clock,
            passphrase=DEMO_PASSPHRASE,
        )
        return run(app)


def _load_demo(load_all: "Callable[[], Loaded]", store: Path, ask: Asked) -> "Loaded":
    loaded = load_all()
    make_demo_store(loaded, store, DEMO_PASSPHRASE, ask.clock)
    return loaded


def make_demo(ask: Asked, at: str) -> str:
    """Make the fictional caseload's store in a folder and return a sentence."""
    folder = named_folder(at)
    passphrase = ask.passphrase()
    make_demo_store(load(ask.settings, ask.clock), folder, passphrase, ask.clock)
    return f"The fictional caseload is at {folder}. `iro --store {folder}` opens it."


def run(app: IroApp) -> int:
    """Run the program, finish every write, and return its exit code."""
    try:
        app.run()
    finally:
        app.close_store()
    if app.failure:
        fail(app.failure, "", 1)
    return app.return_code or 0


def _check_first(ask: Asked) -> None:
    """Refuse before the screen is taken what could only fail on it."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        raise IroError(
            "iro needs a terminal to open in.",
            hint="`iro --help` lists the commands that work without one.",
        )
    check_keys(ask.settings.keys)
