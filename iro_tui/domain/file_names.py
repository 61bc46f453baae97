"""Names of the files that leave the program: never the name of a child or a recipient."""

import re
from typing import TYPE_CHECKING

from iro_tui.domain.child import Cycle

if TYPE_CHECKING:
    from iro_tui.domain.child import Child
    from iro_tui.domain.review import Review

_LETTERS = {
    Cycle.SHORT_BREAKS: "S",
    Cycle.ADOPTION_AUTHORISED: "A",
    Cycle.ADOPTION_PLACED: "A",
    Cycle.PATHWAY: "P",
}
# A file name may have 255 bytes on every system we know of.
_LONGEST_REFERENCE = 120


def document_name(child: "Child", review: "Review", kind: str, version: int, *, draft: bool) -> str:
    """Return the name of a document (local): "1042_R05_2026-11-12_record_v1_draft.docx".

    Characters of the reference outside A-Z, a-z, 0-9 and "-" become "-"; a review without any
    day yet has "undated" in its place.
    """
    reference = re.sub(r"[^A-Za-z0-9-]", "-", child.reference)[:_LONGEST_REFERENCE]
    number = f"{_LETTERS.get(review.cycle, 'R')}{review.number:02}"
    day = review.day.isoformat() if review.day else "undated"
    ending = "_draft" if draft else ""
    return f"{reference}_{number}_{day}_{kind}_v{version}{ending}.docx"
