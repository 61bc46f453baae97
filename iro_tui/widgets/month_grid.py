"""A month drawn as a calendar, Monday first, with a cursor on one day."""

from datetime import date

from textual.content import Content
from textual.widget import Widget

from iro_tui.domain.caseload import DueState
from iro_tui.domain.dates.days import WEEKDAYS
from iro_tui.domain.dates.working_days import WorkingDays
from iro_tui.domain.month import WEEK, DayCounts, Month, counted, day_mark, weeks_of
from iro_tui.widgets.due import STATE_STYLES

MEETING, REVIEW_DUE, OTHER = "●", "◆", "·"
LEGEND = f"{MEETING} meeting   {REVIEW_DUE} review due   {OTHER} other date"
_CURSOR = "bold $block-cursor-foreground on $block-cursor-background"


class MonthGrid(Widget, can_focus=True):
    """The weeks of a month; a day is two lines, or more where there is room for words."""

    DEFAULT_CSS = """
    MonthGrid { height: auto; text-wrap: nowrap; }
    """

    def __init__(self, working_days: WorkingDays, today: date, soon_until: date) -> None:
        super().__init__()
        self._working_days = working_days
        self._today = today
        self._soon_until = soon_until
        self._month: Month | None = None
        self._cursor = today

    def show(self, month: Month, cursor: date) -> None:
        """Show a month with the cursor on one of its days."""
        self._month, self._cursor = month, cursor
        self.refresh(layout=True)

    def render(self) -> Content:
        """Return the weekdays' names and the weeks."""
        if self._month is None:
            return Content("")
        width = self.size.width // WEEK
        names = "".join(f" {name[:3]}".ljust(width) for name in WEEKDAYS)
        lines = [Content.styled(names, "$muted")]
        for week in weeks_of(self._month.first):
            cells = [self._cell(self._month, day, width) for day in week]
            lines += [Content("").join(pieces) for pieces in zip(*cells, strict=True)]
        return Content("\n").join(lines)

    def _cell(self, month: Month, day: date, width: int) -> list[Content]:
        """Return one day, line by line."""
        counts, style = month.on(day), self._style(month, day)
        mark = day_mark(day, self._today, self._working_days)
        number = f" {day.day:>2} {mark}"
        if self.screen.has_class("-high"):
            told = [*self._in_words(counts, day), Content("")]
            told = told[:4] + [Content("")] * (4 - len(told))
        else:
            told = [Content(" ").join([Content(""), *self._in_signs(counts, day)])]
        first = Content.styled(number, "bold" if month.holds(day) else "")
        return [_filled(one, width).stylize_before(style) for one in (first, *told)]

    def _style(self, month: Month, day: date) -> str:
        """Return the colours of a day; the marks and the weekday say the same in words."""
        if day == self._cursor:
            return _CURSOR
        is_free = not self._working_days.is_working_day(day)
        text = "$foreground" if month.holds(day) else "$muted"
        if day == self._today:
            text = "bold $text-accent"
        return f"{text} on $surface" if is_free else text

    def _in_signs(self, counts: DayCounts, day: date) -> list[Content]:
        signs = (
            (MEETING, counts.meetings, "bold"),
            (REVIEW_DUE, counts.reviews, self._review_style(day)),
            (OTHER, counts.others, ""),
        )
        return [Content.styled(f"{sign}{count}", style) for sign, count, style in signs if count]

    def _in_words(self, counts: DayCounts, day: date) -> list[Content]:
        words = (
            (MEETING, counts.meetings, "meeting", "bold"),
            (REVIEW_DUE, counts.reviews, "review", self._review_style(day)),
            (OTHER, counts.others, "other", ""),
        )
        return [
            Content.styled(f" {sign}{counted(count, what)}", style)
            for sign, count, what, style in words
            if count
        ]

    def _review_style(self, day: date) -> str:
        if day < self._today:
            return STATE_STYLES[DueState.OVERDUE]
        return STATE_STYLES[DueState.DUE_SOON] if day <= self._soon_until else "bold"


def _filled(words: Content, width: int) -> Content:
    """Return a line cut or filled to the width of a day; each begins with a blank."""
    return words.truncate(width, ellipsis=True).pad_right(max(0, width - words.cell_length))
