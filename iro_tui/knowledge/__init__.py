"""What the program knows, read from data/ and checked: questions, codes, dates, words.

Nothing here holds a fact of its own: a new question or a changed code is an edit to a file of
data/, or to a file of the same name in the service's own folder.
"""
# ruff: noqa: PLC0415 - `iro dates` reads one file of them and is to answer at once

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from iro_tui.knowledge.reading import data_folder, read_toml

if TYPE_CHECKING:
    from iro_tui.domain.agenda import Agenda
    from iro_tui.domain.codes import Codes
    from iro_tui.domain.letter.bands import LetterKnowledge
    from iro_tui.domain.record_words import RecordWords
    from iro_tui.domain.timescales import Timescales

__all__ = ["Knowledge", "data_folder", "load"]


@dataclass(frozen=True)
class Knowledge:
    """All that is read from data/ once, at the start."""

    agenda: "Agenda"
    codes: "Codes"
    timescales: "Timescales"
    letter: "LetterKnowledge"
    record_words: "RecordWords"


def load(overrides: Path | None = None) -> Knowledge:
    """Read and check every file of data/, with a service's own files laid over them.

    `overrides` is the folder of the service's own files; those it does not hold are ours.
    Raises KnowledgeError with file, line and key.
    """
    from iro_tui.knowledge.agenda import agenda_from
    from iro_tui.knowledge.codes import codes_from
    from iro_tui.knowledge.letter import letter_from
    from iro_tui.knowledge.record import record_words_from
    from iro_tui.knowledge.timescales import read_timescales
    from iro_tui.knowledge.trackers import with_trackers

    codes = codes_from(read_toml("codes.toml", overrides))
    agenda = agenda_from(read_toml("agenda.toml", overrides), codes)
    return Knowledge(
        agenda=agenda,
        codes=codes,
        timescales=with_trackers(read_timescales(overrides), overrides),
        letter=letter_from(read_toml("letter.toml", overrides)),
        record_words=record_words_from(read_toml("record.toml", overrides), agenda),
    )
