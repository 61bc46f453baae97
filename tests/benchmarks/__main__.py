"""`python -m tests.benchmarks`: how fast iro is, beside bare things measured in the same run.

Prints one line a comparison and exits with 1 if one is over its limit. Run it with nothing else
running; no CI job does.
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate
from sqlcipher3 import dbapi2

from iro_tui.documents.letter import letter_context
from iro_tui.documents.record import record_context
from iro_tui.documents.renderer import TEMPLATES, Renderer
from iro_tui.domain.clock import Clock
from iro_tui.domain.documents import DocumentKind
from iro_tui.knowledge import load
from iro_tui.services import due, rendering
from iro_tui.services.next_dates import bring_up_to_date
from iro_tui.store.store import open_store
from tests.benchmarks import bare_app, bare_text
from tests.benchmarks.measuring import Comparison, side_by_side
from tests.benchmarks.stores import (
    PASSPHRASE,
    caseload_of,
    demo_store,
    meeting_with_long_answer,
)
from tests.terminal import Terminal, environment, running

TODAY = date(2026, 11, 24)
IRO = str(Path(sys.executable).with_name("iro"))
LONG_ANSWER = "\n".join(
    f"Line {number}: what was said about school, and by whom, as it was said."
    for number in range(1, 320)
)[:20_000]


def first_paint(folder: Path) -> Comparison:
    """The unlock screen beside a bare Textual app, through a pseudo-terminal."""
    knowledge = load()
    caseload_of(70, folder / "children-70", knowledge, TODAY)
    user = environment(folder) | {"IRO_STORE": str(folder / "children-70")}

    def painted(argv: list[str]) -> float:
        with running(argv, user) as terminal:
            return terminal.wait_for("Passphrase") - terminal.started

    ours, bare = side_by_side(
        lambda: painted([IRO]),
        lambda: painted([sys.executable, bare_app.__file__]),
        rounds=15,
    )
    return Comparison("first paint of the unlock screen / bare Textual app", ours, bare, 1.25)


def command_line_help(folder: Path) -> Comparison:
    """`iro --help` beside importing click."""
    user = environment(folder)

    def run(*argv: str) -> float:
        started = time.perf_counter()
        subprocess.run(argv, env=user, check=True, capture_output=True)
        return time.perf_counter() - started

    ours, bare = side_by_side(
        lambda: run(IRO, "--help"), lambda: run(sys.executable, "-c", "import click"), rounds=25
    )
    return Comparison("iro --help / import click", ours, bare, 1.5)


def unlocked(folder: Path, store: Path) -> float:
    """Return the seconds from a right passphrase to the caseload, through a pseudo-terminal."""
    user = environment(folder) | {"IRO_STORE": str(store), "IRO_TODAY": str(TODAY)}
    with running([IRO], user) as terminal:
        terminal.wait_for("Passphrase")
        # The modules are loaded while a passphrase is being typed.
        time.sleep(4)
        terminal.press(PASSPHRASE)
        terminal.settle()
        sent = terminal.press("\r")
        return terminal.wait_for("Child") - sent


def unlocking(folder: Path) -> Comparison:
    """From a right passphrase to the caseload of seventy, beside the key's derivation alone."""
    store = folder / "children-70"

    def derived() -> float:
        started = time.perf_counter()
        connection = dbapi2.connect(str(store / "iro.db"))
        connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.close()
        return time.perf_counter() - started

    ours, bare = side_by_side(lambda: unlocked(folder, store), derived, rounds=5)
    return Comparison(
        "passphrase to a caseload of 70 / deriving the key", ours, bare, (bare + 0.150) / bare
    )


def growth_to(count: int, folder: Path) -> Comparison:
    """From a right passphrase to a caseload of so many children, beside one of seventy."""
    many = folder / f"children-{count}"
    caseload_of(count, many, load(), TODAY)
    ours, seventy = side_by_side(
        lambda: unlocked(folder, many),
        lambda: unlocked(folder, folder / "children-70"),
        rounds=5,
    )
    return Comparison(f"a caseload of {count:,} children / of 70", ours, seventy, 1.3)


def what_is_due(folder: Path) -> Comparison:
    """Every date that is late or near of 2,000 children, beside the second that it may take."""
    knowledge = load()
    clock = Clock(counting_from=TODAY)
    store = open_store(folder / "children-2000", PASSPHRASE, clock=clock)

    def listed() -> float:
        started = time.perf_counter()
        bring_up_to_date(store, knowledge.timescales)
        due.lines(store, knowledge.timescales, within=10)
        return time.perf_counter() - started

    ours, second = side_by_side(listed, lambda: 1.0, rounds=5)
    store.close()
    return Comparison("what is due of 2,000 children / one second", ours, second, 1.0)


def a_key_in_a_long_answer(folder: Path) -> Comparison:
    """A key in an answer of 20,000 characters beside a bare text area with the same text."""
    text_file = folder / "answer.txt"
    text_file.write_text(LONG_ANSWER, encoding="utf-8")
    reference = meeting_with_long_answer(folder / "long", load(), TODAY, LONG_ANSWER)
    passphrase = folder / "passphrase"
    passphrase.write_text(PASSPHRASE, encoding="utf-8")
    user = environment(folder) | {
        "IRO_STORE": str(folder / "long"),
        "IRO_PASSPHRASE_FILE": str(passphrase),
        "IRO_TODAY": str(TODAY),
    }
    with (
        running([IRO, "chair", reference], user) as ours_terminal,
        running([sys.executable, bare_text.__file__, str(text_file)], user) as bare_terminal,
    ):
        ours_terminal.wait_for("School")
        for terminal in (ours_terminal, bare_terminal):
            time.sleep(2)
            terminal.read_for(1.0)

        def echoed(terminal: Terminal) -> float:
            # A sign that no escape sequence holds.
            seconds = terminal.time_to_echo("ж")
            terminal.read_for(1.0)
            return seconds

        ours, bare = side_by_side(
            lambda: echoed(ours_terminal), lambda: echoed(bare_terminal), rounds=25
        )
    return Comparison("a key in 20,000 characters / bare text area", ours, bare, 1.5)


def both_documents(folder: Path) -> Comparison:
    """Record and letter of a full review beside bare docxtpl with ready context."""
    knowledge = load()
    store = demo_store(folder / "demo", knowledge, TODAY)
    renderer = Renderer(clock=Clock())
    with store.work() as work:
        child = work.children.by_reference("DEMO-03")
        review_id = work.reviews.of_child(child.id)[-1].id
    record = rendering.record_source(store, knowledge, review_id)
    letter = rendering.letter_source(store, knowledge, review_id)
    ready = (
        ("record", record_context(record)),
        (f"letter_{letter.band.id}", letter_context(letter)),
    )

    def ours() -> float:
        started = time.perf_counter()
        rendering.render(store, knowledge, renderer, DocumentKind.RECORD, review_id, folder=folder)
        rendering.render(store, knowledge, renderer, DocumentKind.LETTER, review_id, folder=folder)
        return time.perf_counter() - started

    def bare() -> float:
        started = time.perf_counter()
        for name, context in ready:
            template = DocxTemplate(TEMPLATES / f"{name}.docx")
            template.render(context, autoescape=True)
            template.save(BytesIO())
        return time.perf_counter() - started

    taken, bare_taken = side_by_side(ours, bare, rounds=9)
    store.close()
    return Comparison("record and letter / bare docxtpl", taken, bare_taken, 2.0)


def main() -> int:
    """Print every comparison; return 1 if one is over its limit."""
    os.environ.pop("NO_COLOR", None)
    holds = True
    print(f"{'':<58} {'ours':>11} {'bare':>11}")
    with tempfile.TemporaryDirectory() as folder:
        for measure in (
            first_paint,
            command_line_help,
            unlocking,
            partial(growth_to, 2_000),
            partial(growth_to, 20_000),
            what_is_due,
            a_key_in_a_long_answer,
            both_documents,
        ):
            comparison = measure(Path(folder))
            holds = holds and comparison.holds
            print(comparison, flush=True)
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
