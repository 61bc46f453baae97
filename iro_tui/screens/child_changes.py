"""What changes in a child's care: what may be noted now, and what has changed so far."""

from uuid import UUID

from textual import on, work
from textual.content import Content
from textual.widgets import OptionList, Static

from iro_tui.domain.child import Cycle
from iro_tui.domain.codes import Codes
from iro_tui.domain.dates.spoken import spoken
from iro_tui.domain.following import Change, StatusChange
from iro_tui.domain.status_entry import WHAT_FOLLOWS
from iro_tui.screens import routes
from iro_tui.screens.one_list import OneList
from iro_tui.services import changing_status
from iro_tui.services.changing_status import ChangesView, NotedChange
from iro_tui.widgets.rows import Row, Rows, column

_DAY = 18


class ChildChangesScreen(OneList):
    """The changes that may be noted, and the history of those that were."""

    where = "changes"

    view: ChangesView | None = None

    def __init__(self, child_id: UUID) -> None:
        super().__init__(child_id)
        self._undo: NotedChange | None = None

    @work(exclusive=True, group="changes")
    async def read(self) -> None:
        """Read what may change and what has changed."""
        self.view = await self.iro.store_call(changing_status.view, self._child_id)
        child = self.view.child
        self.set_where(f"{child.name} · {child.reference} · Changes of status")
        self.query_one(Rows).show_rows(self._rows(self.view))
        self._moved()
        self.refresh_bindings()

    def _rows(self, view: ChangesView) -> list[Row]:
        codes, width = self.iro.knowledge.codes, max(70, self.size.width - 8)
        rows = [Row("heading now", Content("What changed?"), is_heading=True)]
        rows += [Row(str(one), Content(f"  {one.words}")) for one in view.possible]
        if view.history:
            rows.append(Row("heading before", Content("So far"), is_heading=True))
        rows += [Row(str(one.id), _told(one, codes, width)) for one in view.history]
        return rows

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        """Say what follows from a change, or what was noted with one."""
        wanted = self.query_one(Rows).cursor_id
        said = [WHAT_FOLLOWS[one] for one in Change if str(one) == wanted]
        codes = self.iro.knowledge.codes
        history = self.view.history if self.view else ()
        said += [_more(one, codes) for one in history if str(one.id) == wanted]
        self.query_one("#why", Static).update("".join(said))

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Note the change under the cursor; one of before stays as it is."""
        wanted = self.query_one(Rows).cursor_id
        if wanted in set(Change):
            form = routes.status_change(self._child_id, Change(wanted), self._was_noted)
            self.app.push_screen(form)

    def _was_noted(self, noted: NotedChange) -> None:
        self._undo = noted

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002 (Textual's own signature)
    ) -> bool | None:
        """Offer to take back only what was noted here."""
        return self._undo is not None if action == "undo" else True

    async def action_undo(self) -> None:
        """Take back the change that was noted last."""
        if self._undo is not None:
            timescales = self.iro.knowledge.timescales
            await self.iro.store_call(changing_status.take_back, timescales, self._undo)
            self._undo = None
            self.saved(self.iro.clock.now())
            self.read()


def _told(change: StatusChange, codes: Codes, width: int) -> Content:
    """Return a change of before in one line: when, what, and what is so since."""
    day = column(f"  {spoken(change.happened_on)}", _DAY)
    since = _words(change, change.after, codes)
    words = change.change.words + (f": {since}" if since else "")
    return Content.assemble((day, "$muted"), " ", column(words, width - _DAY - 1).rstrip())


def _more(change: StatusChange, codes: Codes) -> str:
    """Return what was before a change, and what was noted with it."""
    before = _words(change, change.before, codes)
    told = (f"Before: {before}." if before else "", change.note)
    return " ".join(piece for piece in told if piece) or "Nothing more was noted."


def _words(change: StatusChange, code: str, codes: Codes) -> str:
    named = {
        Change.LEGAL_STATUS: codes.legal_status.words,
        Change.PLACEMENT: codes.placement_type.words,
    }.get(change.change, _cycle_words)
    return named(code) if code else ""


def _cycle_words(code: str) -> str:
    return Cycle(code).words if code in set(Cycle) else code
