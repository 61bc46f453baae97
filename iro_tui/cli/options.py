"""The options that every command has in common, read and checked."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO
from uuid import uuid4

from iro_tui.domain.clock import Clock
from iro_tui.errors import BadInput, NotAStore, NotFound
from iro_tui.settings import Settings, default_settings, named_folder

if TYPE_CHECKING:
    from iro_tui.bootstrap import Loaded
    from iro_tui.store.store import Store


@dataclass(frozen=True)
class Asked:
    """What was asked for: which store, by which key, counting from which day, in which form."""

    settings: Settings
    clock: Clock
    passphrase_file: str = ""
    as_json: bool = False

    def passphrase(self) -> str:
        """Return the passphrase from its file, from standard input, or typed; raises BadInput."""
        if self.passphrase_file:
            return read_passphrase(self.passphrase_file)
        if not is_terminal(sys.stdin):
            raise BadInput(
                "There is no terminal to ask for the passphrase.",
                hint="Give --passphrase-file FILE, or - for standard input.",
            )
        import click  # noqa: PLC0415 - the first paint has no need of it

        typed: str = click.prompt("Passphrase", hide_input=True, err=True)
        return typed

    @contextmanager
    def opened(self) -> "Iterator[tuple[Store, Loaded]]":
        """Open the store with all that goes with it, and close it afterwards."""
        if not self.settings.has_store:
            raise NotFound(
                f"There is no store at {self.settings.store}.",
                hint="Start `iro` to make one, or point --store at its folder.",
            )
        passphrase = self.passphrase()
        # After the questions, as it takes long.
        from iro_tui.bootstrap import load  # noqa: PLC0415
        from iro_tui.services.next_dates import bring_up_to_date  # noqa: PLC0415

        loaded = load(self.settings, self.clock)
        store = loaded.open_store(self.settings.store, passphrase, clock=self.clock, new_id=uuid4)
        try:
            bring_up_to_date(store, loaded.knowledge.timescales)
            yield store, loaded
        finally:
            store.close()


def asked(options: Mapping[str, Any]) -> Asked:
    """Return the options as values, from the environment where they are not given.

    Raises BadInput for a day that cannot be and NotAStore for a store that is no folder.
    """
    store = options.get("store") or os.environ.get("IRO_STORE")
    folder = named_folder(store) if store else None
    if folder is not None and folder.exists() and not folder.is_dir():
        raise NotAStore(f"{folder} is a file; a store is a folder.", hint="Point --store at one.")
    today = options.get("today") or os.environ.get("IRO_TODAY")
    return Asked(
        settings=default_settings(folder),
        clock=Clock(counting_from=read_day(today) if today else None),
        passphrase_file=options.get("passphrase_file") or os.environ.get("IRO_PASSPHRASE_FILE", ""),
        as_json=bool(options.get("as_json")),
    )


def is_terminal(stream: "TextIO | None") -> bool:
    """Whether a stream is a terminal; one that was closed before the start is none."""
    return stream is not None and stream.isatty()


def read_day(text: str) -> date:
    """Return a day written YYYY-MM-DD; raises BadInput for one that cannot be counted from."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise BadInput(f"“{text}” is no day.", hint="Write it as YYYY-MM-DD, such as 2026-11-24.")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"There is no day {text}.", hint="Check month and day.") from None
    if day.year not in COUNTED_YEARS:
        raise BadInput(
            f"Nothing can be counted from {day}.",
            hint=f"Give a day from {COUNTED_YEARS[0]} to {COUNTED_YEARS[-1]}.",
        )
    return day


COUNTED_YEARS = range(2000, 2100)
"""Years that a day to count from may lie in."""


def read_passphrase(file: str) -> str:
    """Return the first line of a file, or of standard input for "-"; raises BadInput."""
    try:
        if file == "-":
            line = sys.stdin.readline() if sys.stdin is not None else ""
        else:
            with Path(file).open(encoding="utf-8") as lines:
                line = lines.readline()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(
            f"The passphrase file {file} cannot be read.", hint="It holds one line of UTF-8 text."
        ) from error
    # Editors on Windows begin a file of UTF-8 with a byte order mark.
    passphrase = line.removeprefix("\ufeff").rstrip("\r\n")
    if not passphrase:
        raise BadInput("The passphrase is empty.", hint="It stands in the first line of the file.")
    return passphrase
