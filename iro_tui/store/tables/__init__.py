"""The tables, one for each value that is kept; their fields have the names of the domain's."""

from sqlalchemy.orm import configure_mappers

from iro_tui.store.tables.base import Stamped
from iro_tui.store.tables.children import ChairRow, ChildRow, PersonRow
from iro_tui.store.tables.following import (
    DerivedRow,
    DiaryEntryRow,
    DueItemRow,
    ReviewMoveRow,
    StatusChangeRow,
    StepDoneRow,
    TrackedRow,
)
from iro_tui.store.tables.reviews import (
    AttendanceRow,
    ChildWordsRow,
    MeetingRow,
    ReviewNumberRow,
    ReviewRow,
    ViewReceivedRow,
)
from iro_tui.store.tables.writing import (
    AnswerRevisionRow,
    DecisionOutcomeRow,
    DecisionRow,
    DraftRow,
    IssuedDocumentRow,
    LetterRevisionRow,
)

__all__ = [
    "AnswerRevisionRow",
    "AttendanceRow",
    "ChairRow",
    "ChildRow",
    "ChildWordsRow",
    "DecisionOutcomeRow",
    "DecisionRow",
    "DerivedRow",
    "DiaryEntryRow",
    "DraftRow",
    "DueItemRow",
    "IssuedDocumentRow",
    "LetterRevisionRow",
    "MeetingRow",
    "PersonRow",
    "ReviewMoveRow",
    "ReviewNumberRow",
    "ReviewRow",
    "Stamped",
    "StatusChangeRow",
    "StepDoneRow",
    "TrackedRow",
    "ViewReceivedRow",
]

# Done here, the first query after the passphrase does not pay for it.
configure_mappers()
