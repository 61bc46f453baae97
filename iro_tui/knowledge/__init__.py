"""What the program knows, read from data/ and checked: questions, codes, dates, words.

Nothing here holds a fact of its own: a new question or a changed code is an edit to a file of
data/, or to a file of the same name in the service's own folder.
"""

from dataclasses import dataclass
from pathlib import Path

from iro_tui.domain.agenda import Agenda
from iro_tui.domain.codes import Codes
from iro_tui.knowledge.agenda import agenda_from
from iro_tui.knowledge.codes import codes_from
from iro_tui.knowledge.reading import data_folder, read_toml

__all__ = ["Knowledge", "data_folder", "load"]


@dataclass(frozen=True)
class Knowledge:
    """All that is read from data/ once, at the start."""

    agenda: Agenda
    codes: Codes


def load(overrides: Path | None = None) -> Knowledge:
    """Read and check every file of data/, with a service's own files laid over them.

    `overrides` is the folder of the service's own files; those it does not hold are ours.
    Raises KnowledgeError with file, line and key.
    """
    codes = codes_from(read_toml("codes.toml", overrides))
    return Knowledge(
        agenda=agenda_from(read_toml("agenda.toml", overrides), codes),
        codes=codes,
    )
