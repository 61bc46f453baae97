"""The outline on the left: every section with its sign, the current one marked."""

from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from iro_tui.domain.answers import AnswerState
from iro_tui.domain.meeting import MeetingView, progress
from iro_tui.domain.meeting_page import OutlineLine, outline_of


class Outline(Widget, can_focus=False):
    """Where the meeting stands; F3, F4 and F5 move in it, so the cursor stays with the answers."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "outline--current",
        "outline--answered",
        "outline--parked",
        "outline--group",
    }

    class Chosen(Message):
        """A section was clicked."""

        def __init__(self, section_id: str) -> None:
            super().__init__()
            self.section_id = section_id

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._view: MeetingView | None = None
        self._current = ""

    def show_view(self, view: MeetingView, current: str) -> None:
        """Show the review as it is now, with one section marked."""
        self._view = view
        self._current = current
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Go to the section that was clicked."""
        lines = self._lines()
        if 0 <= event.y < len(lines) and lines[event.y].section_id:
            self.post_message(self.Chosen(lines[event.y].section_id))

    def _lines(self) -> tuple[OutlineLine, ...]:
        if self._view is None:
            return ()
        return outline_of(self._view, self._current, lines=self.content_size.height - 2)

    def render(self) -> Content:
        """Draw one line a section, and how far the meeting is in words."""
        if self._view is None:
            return Content("")
        done = progress(self._view, self._view.agenda.sections)
        lines = [self._drawn(line) for line in self._lines()]
        below = f" {done.answered} of {done.total} answered"
        lines += [Content(""), Content.styled(below, self.get_visual_style("outline--group"))]
        return Content("\n").join(lines)

    def _drawn(self, line: OutlineLine) -> Content:
        width = max(self.content_size.width, 8)
        sign = line.state.sign if line.state else " "
        is_current = bool(line.section_id) and line.section_id == self._current
        text = f"{'>' if is_current else ' '}{sign} {line.words}"
        too_long = cell_len(text) > width
        text = set_cell_size(text, width - 1) + ("…" if too_long else " ")
        return Content.styled(text, self.get_visual_style(*self._style_of(line, is_current)))

    def _style_of(self, line: OutlineLine, is_current: bool) -> tuple[str, ...]:
        if is_current:
            return ("outline--current",)
        if line.state is AnswerState.ANSWERED:
            return ("outline--answered",)
        if line.state is AnswerState.PARKED:
            return ("outline--parked",)
        return () if line.state else ("outline--group",)
