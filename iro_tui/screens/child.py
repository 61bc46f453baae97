"""One child: what is known in a few lines, reviews, who is who, and what is still to be done."""

from typing import TYPE_CHECKING
from uuid import UUID

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static

from iro_tui.domain.child_page import is_to_be_chaired, is_to_be_written_up
from iro_tui.domain.review import OPEN_MEETING, Review
from iro_tui.errors import RuleRefused
from iro_tui.screens import child_rows, routes
from iro_tui.screens.frame import IroScreen
from iro_tui.services import chairing, children
from iro_tui.services.children import ChildView
from iro_tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from iro_tui.domain.child import Person

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


class ChildScreen(IroScreen[None]):
    """One child and everything around them, one Enter away."""

    where = "child"
    CSS_PATH = "child.tcss"

    view: ChildView | None = None

    def __init__(self, child_id: UUID) -> None:
        super().__init__()
        self._child_id = child_id
        self._removed: Person | None = None

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
        """Read the child and show what is known; the first time, put the cursor in place."""
        timescales = self.iro.knowledge.timescales
        is_first = self.view is None
        self.view = await self.iro.store_call(children.view, timescales, self._child_id)
        self._show(self.view)
        self.refresh_bindings()
        if is_first:
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
        reviews.show_rows(child_rows.review_rows(view, today, reviews.room))
        reviews.show_columns(child_rows.review_columns(reviews.room))
        people.show_rows(child_rows.people_rows(view.people, people.room))
        decisions.show_rows(child_rows.decision_rows(view, timescales, today, decisions.room))

    def _put_cursor(self) -> None:
        """Put the cursor on the review in hand, else on the newest."""
        if self.view is None:
            return
        reviews = self.query_one("#reviews", Rows)
        if self.view.review_in_hand is not None:
            reviews.move_to(str(self.view.review_in_hand))
        for rows in self.query(Rows):
            if rows.option_count:
                rows.focus()
                return

    @property
    def _review(self) -> Review | None:
        """The review under the cursor, else the one in hand, else the newest."""
        if self.view is None or not self.view.reviews:
            return None
        wanted = self.query_one("#reviews", Rows).cursor_id or str(self.view.review_in_hand)
        found = [one for one in self.view.reviews if str(one.id) == wanted]
        return found[0] if found else self.view.reviews[-1]

    @on(OptionList.OptionSelected, "#reviews")
    def _open_review(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if review := self._review:
            self._go_into(review)

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
                self._go_into(review)

    def _go_into(self, review: Review) -> None:
        if is_to_be_chaired(review):
            self.app.push_screen(routes.meeting(review.id))
        elif is_to_be_written_up(review):
            self.app.push_screen(routes.write_up(review.id))
        else:
            self.app.push_screen(routes.documents(review.id))

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002 (Textual's own signature)
    ) -> bool | None:
        """Offer only what is there: a row to open, a review with documents, a removal to undo."""
        if action == "open":
            return isinstance(self.focused, Rows)
        if action == "documents":
            return self._review is not None
        return self._removed is not None if action == "undo_removal" else True

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

    def action_plan_review(self) -> None:
        """Plan the next review, or move the planned one; not while a meeting is open."""
        for review in self.view.reviews if self.view else ():
            if review.state in OPEN_MEETING:
                raise RuleRefused(
                    f"The meeting of review {review.number} is still open.",
                    hint="Finish it (c), then plan the next one.",
                )
        self.app.push_screen(routes.review_plan(self._child_id))

    def action_documents(self) -> None:
        """See the record and the letter of the review under the cursor."""
        if review := self._review:
            self.app.push_screen(routes.documents(review.id))

    async def action_remove_person(self) -> None:
        """Take the person under the cursor off the list."""
        people = self.query_one("#people", Rows)
        if people.has_focus and people.cursor_id:
            person_id = UUID(people.cursor_id)
            self._removed = await self.iro.store_call(children.remove_person, person_id)
            self.saved(self.iro.clock.now())
            self.read()

    async def action_undo_removal(self) -> None:
        """Bring back the person that was taken off the list."""
        if self._removed is not None:
            await self.iro.store_call(children.keep_person, self._removed)
            self._removed = None
            self.saved(self.iro.clock.now())
            self.read()
