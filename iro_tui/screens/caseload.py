"""The caseload: who is due next, soonest first, with the cursor on the first of them."""

from uuid import UUID

from textual import on, work
from textual.widgets import Input, OptionList, Static

from iro_tui.commands import named
from iro_tui.domain.caseload import CaseloadPage, CaseloadRow, Group, Grouping, Wanted
from iro_tui.domain.caseload_groups import soon_words
from iro_tui.screens import caseload_rows, routes
from iro_tui.screens.paged import PAGE, FilterLine, PagedScreen
from iro_tui.services import caseload, due
from iro_tui.widgets.key_line import KeyLine
from iro_tui.widgets.rows import Rows

BESIDE_THE_FILTER = named(
    {
        "caseload.by_date": "date",
        "caseload.by_state": "state",
        "caseload.by_month": "month",
        "caseload.by_kind": "kind",
        "caseload.by_iro": "IRO",
        "caseload.what_now": "what now",
        "caseload.calendar": "calendar",
    }
)


class CaseloadScreen(PagedScreen):
    """Every child, what comes next for them, and how near it is."""

    where = "caseload"

    page: CaseloadPage | None = None

    def __init__(self) -> None:
        super().__init__()
        self._grouping = Grouping.DATE
        self._only: dict[Grouping, Group] = {}

    def filter_line(self) -> FilterLine:
        """Return the filter, and beside it by what the list can be grouped."""
        by = Static("by ", classes="-muted", markup=False)
        return FilterLine(by, KeyLine(self.where, BESIDE_THE_FILTER))

    @property
    def lines_read(self) -> int:
        """How many children were read."""
        return len(self.page.rows) if self.page else 0

    @property
    def lines_in_all(self) -> int:
        """How many children are wanted."""
        return self.page.total if self.page else 0

    @work(exclusive=True, group="page")
    async def read_page(self, *, until: int = 0, to_place: int | None = None) -> None:
        """Read the children that are wanted, from the first to at least place `until`.

        `to_place` puts the cursor on the child at that place.
        """
        wanted = Wanted(self.matching)
        for group in self._only.values():
            wanted = wanted.narrowed(group.wanted)
        self.page = await self.iro.store_call(
            caseload.page,
            self.iro.knowledge.timescales,
            wanted,
            grouping=self._grouping,
            limit=max(PAGE, until),
        )
        self.set_where(self._title(self.page))
        self.show_lines()
        self.refresh_bindings()
        if to_place is not None and self.page.rows:
            self.query_one(Rows).move_to(str(self.page.rows[to_place].child.id))

    def show_lines(self) -> None:
        """Show the children that were read."""
        if self.page is None:
            return
        wide = self.size.width >= 120
        codes, today = self.iro.knowledge.codes, self.iro.clock.today()
        rows = caseload_rows.rows_of(self.page, codes, today, wide=wide)
        nobody = _nobody(is_narrowed=self._is_narrowed)
        self.show_list(caseload_rows.header(wide=wide), rows, nobody)

    @work(exclusive=True, group="why")
    async def cursor_moved(self) -> None:
        """Say below the list why the date under the cursor is that date."""
        row = self._row
        if row is None:
            return
        timescales, today = self.iro.knowledge.timescales, self.iro.clock.today()
        lines = await self.iro.store_call(due.of_child, timescales, row.child.id)
        why = self.query_one("#why", Static)
        width, height = why.content_size
        why.update(caseload_rows.why(row, lines, today, width=width, height=height))

    @property
    def _row(self) -> CaseloadRow | None:
        """The line under the cursor."""
        wanted = self.query_one(Rows).cursor_id
        rows = self.page.rows if self.page else ()
        return next((row for row in rows if str(row.child.id) == wanted), None)

    @property
    def _section(self) -> int:
        """The place of the group under the cursor."""
        row, sections = self._row, self.page.sections if self.page else ()
        return next((place for place, one in enumerate(sections) if row in one.rows), 0)

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def action_open(self) -> None:
        """Open the child under the cursor."""
        if child_id := self.query_one(Rows).cursor_id:
            self.app.push_screen(routes.child(UUID(child_id)))

    def action_new_child(self) -> None:
        """Add a child."""
        self.app.push_screen(routes.new_child())

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002 (Textual's own signature)
    ) -> bool | None:
        """Offer what goes with groups only where there are groups."""
        if action in ("only", "previous_group", "next_group"):
            return self._grouping is not Grouping.DATE
        return True

    def action_by_date(self) -> None:
        """Show one list."""
        self._group_by(Grouping.DATE)

    def action_by_state(self) -> None:
        """Show groups by state."""
        self._group_by(Grouping.STATE)

    def action_by_month(self) -> None:
        """Show groups by month."""
        self._group_by(Grouping.MONTH)

    def action_by_kind(self) -> None:
        """Show groups by the kind of the next review."""
        self._group_by(Grouping.KIND)

    def action_by_iro(self) -> None:
        """Show groups by the reviewing officer."""
        self._group_by(Grouping.IRO)

    def _group_by(self, grouping: Grouping) -> None:
        self._grouping = grouping
        self.read_page(to_place=0)

    def action_only(self) -> None:
        """Show only the group under the cursor, or all groups again."""
        if self.page is None or not self.page.rows:
            return
        if self._only.pop(self._grouping, None) is None:
            self._only[self._grouping] = self.page.sections[self._section].group
        self.read_page()

    def action_previous_group(self) -> None:
        """Go to the first child of the group before."""
        self._go_to_group(self._section - 1)

    def action_next_group(self) -> None:
        """Go to the first child of the next group."""
        self._go_to_group(self._section + 1)

    def _go_to_group(self, place: int) -> None:
        sections = self.page.sections if self.page else ()
        if 0 <= place < len(sections):
            before = sum(section.group.count for section in sections[:place])
            self.read_page(until=before + PAGE, to_place=before)

    @property
    def _is_narrowed(self) -> bool:
        return bool(self.matching or self._only)

    def action_up(self) -> None:
        """Show all children again, then as one list; the caseload itself is the top."""
        if not self._is_narrowed:
            self._grouping = Grouping.DATE
        self._only.clear()
        self.show_all()
        self.read_page()

    def _title(self, page: CaseloadPage) -> str:
        who = "1 child" if page.total == 1 else f"{page.total:,} children"
        if self.matching:
            who = f"{who} with “{self.matching}”"
        soon = soon_words(self.iro.knowledge.timescales)
        only = [group.words for group in self._only.values()]
        pieces = ("Caseload", *only, who, f"{page.late} late, {page.soon} within {soon}")
        return " · ".join(pieces)


def _nobody(*, is_narrowed: bool) -> str:
    if is_narrowed:
        return "No child fits what you asked for.\nEsc shows all again."
    return (
        "No children yet.\n\nF2 adds the first one: a reference, a name and a birthday are enough,"
        "\neverything else can come later."
    )
