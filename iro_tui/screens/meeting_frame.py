"""The meeting's room: outline, page, what stands beside, and the lines that say how it stands."""

from typing import ClassVar
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.widgets import Static

from iro_tui.domain.agenda import Question, Section
from iro_tui.domain.answers import Answer
from iro_tui.domain.meeting import MeetingView, progress, visible_sections
from iro_tui.domain.meeting_page import beside
from iro_tui.domain.next_meeting import review_words
from iro_tui.domain.review import Place
from iro_tui.screens.frame import IroScreen
from iro_tui.screens.meeting_saving import MeetingSaving, with_answer
from iro_tui.widgets.answers.fields import answer_field_of
from iro_tui.widgets.answers.text_field import TextField
from iro_tui.widgets.beside import BesideColumn, last_line
from iro_tui.widgets.messages import InputRefused, Noted
from iro_tui.widgets.outline import Outline
from iro_tui.widgets.section_page import SectionPage

ALWAYS = frozenset({"up", "press"})


class MeetingFrame(IroScreen[None]):
    """What every action of the meeting stands on.

    `view` is the review as it is shown; it is there once `is_open`.
    """

    where = "meeting"
    CSS_PATH = ["meeting.tcss", "answers.tcss"]  # noqa: RUF012 (Textual's own type)
    AUTO_FOCUS: ClassVar[str | None] = ""

    is_open: reactive[bool] = reactive(default=False, bindings=True)
    view: MeetingView

    def __init__(self, review_id: UUID) -> None:
        super().__init__()
        self.review_id = review_id
        self.section_id = ""
        self.question_id = ""
        self._message = ""
        self.saving = MeetingSaving(self, review_id)

    def compose_body(self) -> ComposeResult:
        """Yield outline, page with its two lines below, and the column beside."""
        with Horizontal(id="meeting"):
            yield Outline(id="outline")
            with Vertical(id="middle"):
                yield SectionPage(id="page")
                yield Static(id="hint", markup=False)
                yield Static(id="last-line", markup=False)
            yield BesideColumn(id="beside")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Allow the meeting's own keys once it is open."""
        return self.is_open or action in ALWAYS or not hasattr(self, f"action_{action}")

    @property
    def page(self) -> SectionPage:
        """The page with the section's questions."""
        return self.query_one(SectionPage)

    @property
    def section(self) -> Section:
        """The section that is open."""
        return self.view.agenda.section(self.section_id)

    @property
    def question(self) -> Question | None:
        """The question that has the cursor."""
        return self.view.question(self.question_id) if self.question_id else None

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections that may be opened with who is in the room."""
        return visible_sections(self.view, child_in_room=self.view.review.child_in_room)

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to show a change on; a meeting that was left has no parts."""
        # While the program ends, the screen still stands there and its parts are gone.
        return self in self.app.screen_stack and bool(self.query(Outline))

    def show_standing(self) -> None:
        """Show where the meeting stands: title, outline, the column and the lines below."""
        if not self.is_shown:
            return
        sections = self.view.agenda.sections
        number = [one.id for one in sections].index(self.section_id) + 1
        place = f"Section {number} of {len(sections)}: {self.section.short}"
        done = progress(self.view, (self.section,))
        review = review_words(self.view.review, self.view.meetings)
        words = f"{self.view.child.name} · {review} · {place}"
        if self.has_class("-wide"):
            words += f" · {done.answered} of {done.total} answered"
        self.set_where(words)
        self.query_one(Outline).show_view(self.view, self.section_id)
        self.show_beside()

    def show_beside(self) -> None:
        """Show what belongs to the question with the cursor, and the two lines below the page."""
        shown = beside(self.view, self.section, self.question)
        self.query_one(BesideColumn).show_beside(shown, child=self.view.child.name)
        self.query_one("#last-line", Static).update(last_line(shown))
        hint = self._message or self._room_words()
        self.query_one("#hint", Static).update(hint)
        self.query_one("#hint", Static).set_class(bool(self._message), "-message")

    def _room_words(self) -> str:
        if not self.view.review.child_in_room:
            return ""
        return f"{self.view.child.name} is in the room: questions for adults are put away."

    def say(self, words: str) -> None:
        """Say something in the line below the page; the next question takes it away."""
        self._message = words
        self.show_beside()

    def refuse(self, reason: str) -> None:
        """Say why something typed cannot be kept."""
        self.say(f"! {reason}")

    @on(Noted)
    def _noted_down(self, event: Noted) -> None:
        event.stop()
        self.say(event.words)

    @on(InputRefused)
    def _refused(self, event: InputRefused) -> None:
        event.stop()
        self.refuse(event.reason)

    def answer_kept(self, answer: Answer) -> None:
        """Show that an answer is on the disk."""
        self.view = with_answer(self.view, answer)
        if not self.is_shown:
            return
        self.page.show_question(self.view, answer.question_id)
        self.show_standing()
        if answer.saved_at:
            self.saved(answer.saved_at)

    def place_now(self) -> Place | None:
        """Return where the caret stands; None while no field has it, as when the screen closes."""
        focused = self.focused
        if focused is None:
            return None
        line, column = focused.cursor_location if isinstance(focused, TextField) else (0, 0)
        field = answer_field_of(focused)
        part_id = field.part_id if field else ""
        return Place(self.section_id, self.question_id, part_id, line, column)
