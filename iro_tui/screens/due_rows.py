"""The lines of a list of dates as styled text, and why a date is that date."""

from collections.abc import Sequence
from datetime import date
from textwrap import wrap

from textual.content import Content

from iro_tui.domain.caseload import DueState
from iro_tui.domain.caseload_words import count_words, short_day
from iro_tui.domain.due_words import reason_words, short_title
from iro_tui.services.due import DueLine
from iro_tui.widgets.due import STATE_STYLES
from iro_tui.widgets.rows import Row, column

WIDTHS = {"Child": 12, "What": 28, "When": 11, "Working days": 12, "Mark": 8}
WIDER = WIDTHS | {"Child": 24, "What": 55}

REASON_LINES = 3
"""Lines below a list in which the date under the cursor is explained."""


def header(widths: dict[str, int]) -> str:
    """Return the names of the columns."""
    return " ".join(column(name, width) for name, width in widths.items())


def heading(words: str, count: int, state: DueState | None = None) -> Row:
    """Return the heading of a group, with how many there are."""
    style = STATE_STYLES[state] if state else "$text-accent"
    told = Content.assemble((words, f"bold {style}"), (f" · {count:,}", "$muted"))
    return Row(f"heading {words}", told, is_heading=True)


def due_row(line: DueLine, today: date, widths: dict[str, int]) -> Content:
    """Return one date: whose, what, when, how near, and how binding; columns as in `widths`."""
    row, item = line.row, line.item
    cells = {
        "Child": f"{row.name} · {row.reference}" if widths is WIDER else row.name,
        "What": item.title if widths is WIDER else short_title(item),
        "When": short_day(item.due_on, today),
        "Working days": f"{line.state.sign} {count_words(line.working_days_left)}",
        "Mark": str(item.mark),
    }
    styles = {"Working days": STATE_STYLES[line.state], "Mark": "$muted"}
    return Content(" ").join(
        Content.styled(column(cells[name], width), styles.get(name, ""))
        for name, width in widths.items()
    )


def reason(line: DueLine, width: int, lines: int = REASON_LINES) -> Content:
    """Return what a date is for and its rule, in at most so many lines of a width."""
    return Content("\n".join(cut(reason_words(line.item), width, lines)))


def cut(words: str, width: int, lines: int) -> list[str]:
    """Return words in lines of a width; the last line ends with an ellipsis where more follow.

    A place that has not been laid out yet is nothing wide, and holds nothing.
    """
    wrapped = wrap(words, width) if width > 0 else []
    if len(wrapped) > lines:
        wrapped = [*wrapped[: lines - 1], column(" ".join(wrapped[lines - 1 :]), width)]
    return wrapped


def of_one_child(lines: Sequence[DueLine], today: date, width: int) -> list[Content]:
    """Return dates of one child, a line each."""
    widths = {name: size for name, size in WIDTHS.items() if name != "Child"}
    spare = width - sum(widths.values()) - len(widths)
    widths["What"] = min(widths["What"] + spare, 60)
    return [due_row(line, today, widths) for line in lines]
