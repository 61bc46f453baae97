"""The moments of a child's line as styled text: years, what happened, today, what is to come."""

from collections.abc import Iterator
from datetime import date

from rich.cells import cell_len
from textual.content import Content

from iro_tui.domain.caseload import DueState
from iro_tui.domain.caseload_words import away_words
from iro_tui.domain.dates.days import day_in_letter, month_of
from iro_tui.domain.dates.spoken import spoken
from iro_tui.domain.due_words import short_title
from iro_tui.domain.month import REVIEWS, counted
from iro_tui.domain.timeline import Moment
from iro_tui.services.due import DueLine
from iro_tui.services.timeline import Timeline
from iro_tui.widgets.due import STATE_STYLES
from iro_tui.widgets.rows import Row, column

REVIEW_DUE, OTHER = "◆", "·"
DAY = 11
NOTE = 30
LATE = "late"
"""The row that stands for all other dates that have passed."""


def rows_of(timeline: Timeline, today: date, width: int) -> list[Row]:
    """Return the line from its beginning to what is to come, with today in its place."""
    past = [(one.day, _moment(one, width)) for one in timeline.moments if one.day <= today]
    ahead = [(one.day, _moment(one, width)) for one in timeline.moments if one.day > today]
    for place, line in enumerate(timeline.due):
        row = (line.item.due_on, _due(line, place, today, width))
        if line.item.due_on >= today:
            ahead.append(row)
        elif line.item.what in REVIEWS:
            past.append(row)
    by_day = sorted(past, key=lambda one: one[0]), sorted(ahead, key=lambda one: one[0])
    years = set[int]()
    return [
        *_with_years(by_day[0], years),
        _today(today, width),
        *_late(timeline, today),
        *_with_years(by_day[1], years),
    ]


def due_place(row_id: str) -> int | None:
    """Return which of the dates a row stands for, None for another row."""
    kind, _, place = row_id.partition(" ")
    return int(place) if kind == "due" else None


def _with_years(moments: list[tuple[date, Row]], years: set[int]) -> Iterator[Row]:
    """Yield the rows with each year above its first day."""
    for day, row in moments:
        if day.year not in years:
            years.add(day.year)
            words = column(str(day.year), DAY) + "│"
            yield Row(f"year {day.year}", Content.styled(words, "$muted"), is_heading=True)
        yield row


def _today(today: date, width: int) -> Row:
    words = f"── today, {spoken(today)} "
    return Row("today", Content.styled(words.ljust(width, "─"), "$text-accent"), is_heading=True)


def _late(timeline: Timeline, today: date) -> Iterator[Row]:
    """Yield how many other dates have passed; what now lists them one by one."""
    late = [
        line for line in timeline.due if line.item.due_on < today and line.item.what not in REVIEWS
    ]
    if late:
        words = f"‼ {counted(len(late), 'other date')} late"
        longest = ", the longest since" if len(late) > 1 else " since"
        since = f"{longest} {_day(late[0].item.due_on)}"
        spine = Content.styled(column("", DAY) + "│ ", "$muted")
        style = STATE_STYLES[DueState.OVERDUE]
        yield Row(LATE, spine + Content.assemble((words, style), since))


def _moment(moment: Moment, width: int) -> Row:
    told = (moment.words, moment.note, STATE_STYLES[moment.state])
    return Row(moment.id, _line(_day(moment.day), moment.sign, told, width))


def _due(line: DueLine, place: int, today: date, width: int) -> Row:
    sign = REVIEW_DUE if line.item.what in REVIEWS else OTHER
    note = f"{line.state.sign} {away_words(line.item.due_on, today, line.working_days_left)}"
    told = (short_title(line.item), note, STATE_STYLES[line.state])
    return Row(f"due {place}", _line(_day(line.item.due_on), sign, told, width))


def _line(day: str, sign: str, told: tuple[str, str, str], width: int) -> Content:
    words, note, style = told
    # A longer note begins further left, so that it is whole; without one the words have its room.
    note_width = max(NOTE if width < 100 else NOTE + 20, cell_len(note)) if note else 0
    return Content.assemble(
        (column(day, DAY), "$muted"),
        ("├─", "$muted"),
        (sign, "bold"),
        f" {column(words, width - DAY - 5 - note_width)} ",
        (column(note, note_width), style),
    )


def _day(day: date) -> str:
    return f"{day_in_letter(day)[:3]} {day.day} {month_of(day)[:3]}"
