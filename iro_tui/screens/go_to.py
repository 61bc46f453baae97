"""Go to: a few letters of a child, a section or a screen, and Enter."""

from functools import partial
from typing import ClassVar
from uuid import UUID

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static

from iro_tui.screens import routes
from iro_tui.screens.destinations import Destination, HasDestinations
from iro_tui.screens.frame import IroDialog
from iro_tui.services import caseload
from iro_tui.widgets.rows import Row, Rows

SCREENS = {
    "what_now": "What now",
    "month": "Calendar",
    "week": "Week on the road",
    "profile": "Your details",
}
"""Screens that can be gone to from everywhere, by their names in routes.py."""


class GoToField(Input):
    """What is typed; arrows move in the list below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.list_down", show=False),
        Binding("up", "screen.list_up", show=False),
    ]


class GoToScreen(IroDialog[None]):
    """Lists the places of the screen behind, the screens, then the children that match."""

    where = "go_to"
    begins_in_a_field = True
    CSS_PATH = "go_to.tcss"

    def __init__(self, behind: Screen[object]) -> None:
        super().__init__()
        self._behind = behind
        self._shown: list[Destination] = []

    def compose_body(self) -> ComposeResult:
        """Yield the field and the list."""
        yield GoToField(placeholder="Where to? A child, a section, a screen", compact=True)
        yield Rows(id="destinations")
        yield Static(id="nowhere", markup=False)

    def on_mount(self) -> None:
        """List everything to begin with."""
        self.query_one(Rows).can_focus = False
        self.query_one(GoToField).focus()
        self._list("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._list(event.value.strip())

    @work(exclusive=True, group="list")
    async def _list(self, typed: str) -> None:
        timescales = self.iro.knowledge.timescales
        rows = await self.iro.store_call(caseload.by_review, timescales, matching=typed, limit=50)
        children = [
            Destination(f"{one.name} · {one.reference}", "child", partial(self._child, one.id))
            for one in (row.child for row in rows)
        ]
        places = [one for one in self._places() if typed.casefold() in one.words.casefold()]
        self._shown = [*places, *children]
        self.query_one(Rows).show_rows(
            [Row(str(number), _line(one)) for number, one in enumerate(self._shown)]
        )
        self.query_one(Rows).display = bool(self._shown)
        words = self._why_not(typed)
        self.query_one("#nowhere", Static).update(words)
        self.query_one("#nowhere", Static).display = bool(words)

    def _why_not(self, typed: str) -> str:
        behind = self._behind
        words = behind.why_not(typed) if typed and isinstance(behind, HasDestinations) else ""
        nothing = f"No child, section or screen is called “{typed}”."
        return words or ("" if self._shown else nothing)

    def _places(self) -> list[Destination]:
        behind = self._behind
        own = list(behind.destinations()) if isinstance(behind, HasDestinations) else []
        return [
            *own,
            Destination("Caseload", "screen", self._caseload),
            *(
                Destination(words, "screen", partial(self.iro.action_show, name))
                for name, words in SCREENS.items()
            ),
        ]

    async def _caseload(self) -> None:
        await routes.up_to_caseload(self.iro)

    def _child(self, child_id: UUID) -> None:
        self.app.push_screen(routes.child(child_id))

    def action_list_down(self) -> None:
        """Move down the list while the field keeps the cursor."""
        self.query_one(Rows).action_cursor_down()

    def action_list_up(self) -> None:
        """Move up the list while the field keeps the cursor."""
        self.query_one(Rows).action_cursor_up()

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def action_go(self) -> None:
        """Go to the place under the cursor, from the screen behind."""
        place = self.query_one(Rows).highlighted
        if place is None:
            return
        chosen = self._shown[place]
        self.dismiss()
        self.app.call_later(chosen.go)


def _line(destination: Destination) -> Content:
    return Content.assemble((f"{destination.kind:<9}", "$text-muted"), " ", destination.words)
