"""Every document that can be written, in the order in which screens show them.

A new one is a file beside this one, with what it says, and its name in this list.
"""

from typing import Any

from iro_tui.documents.letter import LETTER, LETTER_FOR_LATER
from iro_tui.documents.paper import Paper
from iro_tui.documents.record import RECORD
from iro_tui.documents.week import WEEK

PAPERS: tuple[Paper[Any], ...] = (RECORD, LETTER, LETTER_FOR_LATER, WEEK)
