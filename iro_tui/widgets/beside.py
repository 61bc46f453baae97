"""What stands beside the question: last time, open decisions, what others said before."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from iro_tui.domain.dates.days import day_and_month
from iro_tui.domain.dates.spoken import spoken
from iro_tui.domain.decisions import Decision
from iro_tui.domain.meeting_page import Beside

LONGEST_QUOTE = 1_500
"""Characters of one text shown beside; more of it stands in last time's record."""


class BesideColumn(VerticalScroll, can_focus=False):
    """Last time's answer to the focused question first, then what else helps."""

    def compose(self) -> ComposeResult:
        """Yield the one text that changes with the question."""
        yield Static(markup=False)

    def show_beside(self, beside: Beside, *, child: str) -> None:
        """Show what belongs to the question that has the cursor."""
        blocks = [
            Content.assemble((heading, "$text-accent bold"), "\n", text)
            for heading, text in _blocks(beside, child)
        ]
        self.query_one(Static).update(Content("\n\n").join(blocks))
        self.scroll_home(animate=False)


def _blocks(beside: Beside, child: str) -> Iterator[tuple[str, str]]:
    if beside.last_answer:
        words = _shortened(beside.last_answer)
        if beside.may_take_over:
            words += "\n(ctrl+l takes it over)"
        yield last_heading(beside), words
    if beside.decisions:
        yield "Open decisions", "\n".join(_decision(one) for one in beside.decisions)
    if beside.last_words:
        quotes = "\n".join(f"“{_shortened(one.text)}”" for one in beside.last_words)
        yield f"{child} said last time", quotes
    for view in beside.views:
        who = f"{view.name}, {view.role}" if view.role else view.name
        yield who, _shortened(view.view)
    if beside.put_away:
        yield "Put away", f"{child} is in the room: some of this is for later (F6)."
    if not any((beside.last_answer, beside.decisions, beside.last_words, beside.views)):
        yield "Last time", "Nothing was noted for this question."


def last_heading(beside: Beside) -> str:
    """Return "Last time (12 May)"."""
    if beside.last_on is None:
        return "Last time"
    return f"Last time ({day_and_month(beside.last_on)})"


def last_line(beside: Beside) -> str:
    """Return last time's answer in one line, "" when there is none."""
    if not beside.last_answer:
        return ""
    lines = beside.last_answer[:LONGEST_QUOTE].splitlines()
    words = " · ".join(" ".join(line.split()) for line in lines if line.strip())
    key = " ^l takes it over:" if beside.may_take_over else ":"
    return f"{last_heading(beside)}{key} {words}"


def _decision(decision: Decision) -> str:
    due = f", by {spoken(decision.due_on)}" if decision.due_on else ""
    return f"· {_shortened(decision.what)} ({decision.owner or 'nobody yet'}{due})"


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…"
