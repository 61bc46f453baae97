"""The lines of the caseload as styled text: one a child, and a heading for each group."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from iro_tui.domain.caseload import CaseloadPage, CaseloadRow
from iro_tui.domain.caseload_words import (
    count_words,
    no_date_reason,
    no_date_words,
    short_day,
    state_words,
    step_words,
    working_days_words,
)
from iro_tui.domain.codes import Codes
from iro_tui.domain.due.derive import REVIEW
from iro_tui.domain.due_words import is_meant
from iro_tui.screens import due_rows
from iro_tui.services.due import DueLine
from iro_tui.widgets.due import STATE_STYLES
from iro_tui.widgets.rows import Row, column

WIDTHS = {"Child": 15, "Age": 3, "Next": 20, "When": 11, "Working days": 12, "State": 9}
WIDER = {
    "Child": 24,
    "Age": 3,
    "Next": 27,
    "When": 11,
    "Working days": 12,
    "State": 9,
    "Legal status": 23,
}


def header(*, wide: bool) -> str:
    """Return the names of the columns."""
    return " ".join(column(name, width) for name, width in _widths(wide).items())


def rows_of(page: CaseloadPage, codes: Codes, today: date, *, wide: bool) -> list[Row]:
    """Return every line that was read, each group below its heading."""
    rows: list[Row] = []
    for section in page.sections:
        group = section.group
        if group.words and section.rows:
            rows.append(due_rows.heading(group.words, group.count, group.state))
        rows += (_row(row, codes, today, wide=wide) for row in section.rows)
    return rows


def _widths(wide: bool) -> dict[str, int]:
    return WIDER if wide else WIDTHS


def _row(row: CaseloadRow, codes: Codes, today: date, *, wide: bool) -> Row:
    child = row.child
    cells = {
        "Child": f"{child.name} · {child.reference}" if wide else child.name,
        "Age": str(row.age),
        "State": state_words(row),
        "Legal status": codes.legal_status.words(child.legal_status),
    }
    widths = _widths(wide)
    step = _step(row, today, widths)
    pieces = {name: column(cells[name], width) for name, width in widths.items() if name in cells}
    styled = [
        Content.styled(piece, STATE_STYLES[row.state] if name == "State" else "")
        for name, piece in pieces.items()
    ]
    return Row(str(child.id), Content(" ").join([*styled[:2], Content(step), *styled[2:]]))


def _step(row: CaseloadRow, today: date, widths: dict[str, int]) -> str:
    """Return what comes next, its day and the days left; why there is no day has room of all."""
    step, day, left = (widths[name] for name in ("Next", "When", "Working days"))
    if row.due_on is None or row.working_days_left is None:
        return column(no_date_words(row), step + 1 + day + 1 + left)
    words = step_words(row) if widths is WIDER else step_words(row).partition(" · ")[0]
    when = column(short_day(row.due_on, today), day)
    return f"{column(words, step)} {when} {column(count_words(row.working_days_left), left)}"


def why(
    row: CaseloadRow, lines: Sequence[DueLine], today: date, *, width: int, height: int
) -> Content:
    """Return why a line's date is that date, and when the next review is due if that is later.

    Where there is room, what else is due for the child follows, the review on top. `lines` are
    all dates of the child; `width` and `height` are the room, in characters.
    """
    meant = [line for line in lines if is_meant(row, line.item)][:1]
    if not meant:
        return Content("\n".join(due_rows.cut(no_date_reason(row), width, due_rows.REASON_LINES)))
    others = [line for line in lines if line not in meant]
    others.sort(key=lambda line: line.item.what != REVIEW)
    if height > due_rows.REASON_LINES and others:
        title = Content.styled(f"Also due for {row.child.name}", "bold")
        more = due_rows.of_one_child(others[: height - 3], today, width)
        return Content("\n").join([due_rows.reason(meant[0], width, lines=2), title, *more])
    review = [line for line in others[:1] if line.item.what == REVIEW]
    told = [due_rows.reason(meant[0], width, lines=due_rows.REASON_LINES - len(review))]
    return Content("\n").join([*told, *(_review(line, today) for line in review)])


def _review(line: DueLine, today: date) -> Content:
    left = f"{line.state.sign} {working_days_words(line.working_days_left)}"
    return Content.assemble(
        f"{line.item.title}: by {short_day(line.item.due_on, today)} · ",
        (left, STATE_STYLES[line.state]),
    )
