"""One child: what is known in a few lines, reviews, who is who, and what is still to be done."""

from uuid import UUID

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static

from iro_tui.screens import child_rows, routes
from iro_tui.screens.child_replanning import ChildReplanning
from iro_tui.screens.destinations import Destination
from iro_tui.screens.due_places import screen_of
from iro_tui.services import chairing, children
from iro_tui.services.children import ChildView
from iro_tui.widgets.rows import Row, Rows

NOBODY_YET = "Nobody yet. p adds the social worker, carers, family."
NO_REVIEWS_YET = "None yet. n plans the next one; c goes straight into the meeting."
NOTHING_OPEN = "Nothing is open."


class Pane(Vertical):
    """A titled list that can be walked along; what is empty says so."""

    def __init__(self, pane_id: str, title: str, when_empty: str) -> None:
        super().__init__(id=f"{pane_id}-pane")
        self.border_title = title
        self._when_empty = when_empty
        self.rows = Rows(id=pane_id)

    def compose(self) -> ComposeResult:
        """Yield the columns' names, the list, and what stands there when it is empty."""
        yield Static(classes="pane-columns", markup=False)
        yield self.rows
        yield Static(self._when_empty, classes="pane-empty", markup=False)

    @property
    def room(self) -> int:
        """How many characters a row of the list may have."""
        return max(20, self.size.width - 3)

    def show_rows(self, rows: list[Row]) -> None:
        """Show these rows; an empty list takes no cursor."""
        self.rows.show_rows(rows)
        self.set_class(not rows, "-empty")
        self.rows.can_focus = bool(rows)

    def show_columns(self, names: str) -> None:
        """Name the columns of the rows."""
        self.query_one(".pane-columns", Static).update(names)


class ChildScreen(ChildReplanning):
    """One child and everything around them, one Enter away."""

    where = "child"
    CSS_PATH = "child.tcss"

    decision_wanted: UUID | None = None
    """The open decision to begin at, instead of the review in hand."""

    def compose_body(self) -> ComposeResult:
        """Yield the facts, the reviews, and below them the people and what is open."""
        yield Static(id="facts", markup=False)
        yield Pane("reviews", "Reviews", NO_REVIEWS_YET)
        with Horizontal(id="below"):
            yield Pane("people", "Who is who", NOBODY_YET)
            yield Pane("decisions", "Still to be done", NOTHING_OPEN)

    def on_screen_resume(self) -> None:
        """Read the child again: another screen may have changed something."""
        super().on_screen_resume()
        self.read()

    @work(exclusive=True, group="child")
    async def read(self) -> None:
        """Read the child and show what is known; where no list has the cursor, put it in place."""
        timescales = self.iro.knowledge.timescales
        self.view = await self.iro.store_call(children.view, timescales, self._child_id)
        self._show(self.view)
        self.refresh_bindings()
        if self.focused is None or self.decision_wanted is not None:
            self._put_cursor()

    def on_resize(self) -> None:
        """Show wider rows where there is room."""
        if self.view is not None:
            self.call_after_refresh(self._show, self.view)

    def _show(self, view: ChildView) -> None:
        today = self.iro.clock.today()
        knowledge = self.iro.knowledge
        child = view.child
        self.set_where(f"{child.name} · {child.age_on(today)} · {child.reference}")
        timescales, codes = knowledge.timescales, knowledge.codes
        self.query_one("#facts", Static).update(child_rows.facts(view, codes, timescales, today))
        reviews, people, decisions = self.query(Pane)
        reviews.show_rows(child_rows.review_rows(view, codes, today, reviews.room))
        reviews.show_columns(child_rows.review_columns(reviews.room))
        people.show_rows(child_rows.people_rows(view.people, people.room))
        decisions.show_rows(child_rows.decision_rows(view, timescales, today, decisions.room))

    def _put_cursor(self) -> None:
        """Put the cursor on the review in hand, else on the newest."""
        if self.view is None:
            return
        decisions = self.query_one("#decisions", Rows)
        wanted, self.decision_wanted = str(self.decision_wanted), None
        if decisions.move_to(wanted):
            decisions.focus()
            return
        reviews = self.query_one("#reviews", Rows)
        if self.view.review_in_hand is not None:
            reviews.move_to(str(self.view.review_in_hand))
        for rows in self.query(Rows):
            if rows.option_count:
                rows.focus()
                return

    @on(OptionList.OptionSelected, "#reviews")
    def _open_review(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if review := self.review:
            self.app.push_screen(screen_of(review))

    @on(OptionList.OptionSelected, "#people")
    def _open_person(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        person_id = UUID(self.query_one("#people", Rows).cursor_id)
        self.app.push_screen(routes.person(self._child_id, person_id))

    @on(OptionList.OptionSelected, "#decisions")
    def _open_decision(self, event: OptionList.OptionSelected) -> None:
        """Open the review that took the decision."""
        event.stop()
        if self.view is None:
            return
        wanted = self.query_one("#decisions", Rows).cursor_id
        made_in = {str(one.id): one.review_id for one in self.view.open_decisions}[wanted]
        for review in self.view.reviews:
            if review.id == made_in:
                self.app.push_screen(screen_of(review))

    def destinations(self) -> list[Destination]:
        """Return what there is to go to around this child."""
        return [Destination("Timeline", "child", self.action_timeline)]

    def why_not(self, typed: str) -> str:  # noqa: ARG002 (nothing here is ever put away)
        """Return why a place cannot be gone to now."""
        return ""

    def action_dates(self) -> None:
        """See what is due for the child, and note what was done."""
        self.app.push_screen(routes.child_dates(self._child_id))

    def action_changes(self) -> None:
        """Note a change of status, and see those of before."""
        self.app.push_screen(routes.child_changes(self._child_id))

    def action_timeline(self) -> None:
        """See the reviews past and due, with what happened between them."""
        self.app.push_screen(routes.timeline(self._child_id))

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002 (Textual's own signature)
    ) -> bool | None:
        """Offer only what is there: a row to open, a review with documents, a removal to undo."""
        if action == "open":
            return isinstance(self.focused, Rows)
        if action == "documents":
            return self.review is not None
        return self.may_undo if action == "undo_taking_off" else True

    def action_open(self) -> None:
        """Open what is under the cursor."""
        if isinstance(self.focused, Rows):
            self.focused.action_select()

    async def action_chair(self) -> None:
        """Walk into the meeting."""
        timescales = self.iro.knowledge.timescales
        review_id = await self.iro.store_call(chairing.review_to_chair, timescales, self._child_id)
        self.app.push_screen(routes.meeting(review_id))

    def action_change_child(self) -> None:
        """Change what is known of the child."""
        self.app.push_screen(routes.child_details(self._child_id))

    def action_add_person(self) -> None:
        """Add somebody around the child."""
        self.app.push_screen(routes.person(self._child_id))

    def action_documents(self) -> None:
        """See the record and the letter of the review under the cursor."""
        if review := self.review:
            self.app.push_screen(routes.documents(review.id))
