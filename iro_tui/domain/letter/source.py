"""What a child's letter is printed from."""

from dataclasses import dataclass
from datetime import date

from iro_tui.domain.letter.bands import Band, LetterSection
from iro_tui.domain.meeting import MeetingView


@dataclass(frozen=True)
class LetterSource:
    """A letter as it stands, with the version a draft would become; `issued_on` None is a draft."""

    view: MeetingView
    band: Band
    sections: tuple[LetterSection, ...]
    version: int = 1
    issued_on: date | None = None
