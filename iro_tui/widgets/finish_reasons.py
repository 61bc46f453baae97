"""The few words that closing a review asks for: why late, why no words, why nothing on a matter."""

from collections.abc import Mapping
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from iro_tui.domain.finishing import FinishView
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.review import Review
from iro_tui.widgets.act_field import ActField
from iro_tui.widgets.choice import ChoiceField
from iro_tui.widgets.fields import Field

_LATE, _NO_VIEWS, _CODE, _WHY_CODE = "late", "no_views", "code", "why_code"
_PARAGRAPH = "paragraph-"


class FinishReasons(Vertical):
    """Fields for what needs a reason here; nothing in them stands against closing.

    `codes` are the participation codes of the return with their words.
    """

    DEFAULT_CSS = """
    FinishReasons { height: auto; }
    FinishReasons Field .field-label { width: 34; }
    FinishReasons Field .field-problem { padding: 0 1 0 34; }
    """

    def __init__(self, finish: FinishView, view: MeetingView, codes: Mapping[str, str]) -> None:
        super().__init__()
        self.view = view
        self._fields = {field.field_name: field for field in _fields(finish, view, codes)}

    def compose(self) -> ComposeResult:
        """Lay the fields one under the other."""
        yield Static("A word of reason, for the record", classes="reasons-title", markup=False)
        yield from self._fields.values()

    def on_mount(self) -> None:
        """Show what was typed before."""
        review = self.view.review
        for name, value in (
            (_LATE, review.late_reason),
            (_NO_VIEWS, review.no_views_reason),
            (_CODE, review.participation_override),
            (_WHY_CODE, review.participation_reason),
        ):
            if name in self._fields:
                self._fields[name].show_value(value)

    @on(Field.Done)
    def _go_on(self, event: Field.Done) -> None:
        event.stop()
        self.screen.focus_next()

    def on_review(self, review: Review) -> Review:
        """Return the review with the reasons as they are typed."""
        code = self._typed(_CODE)
        return replace(
            review,
            late_reason=self._typed(_LATE, review.late_reason),
            no_views_reason=self._typed(_NO_VIEWS, review.no_views_reason),
            participation_override=code if code.startswith("PN") else "",
            participation_reason=self._typed(_WHY_CODE),
        )

    @property
    def of_paragraphs(self) -> dict[int, str]:
        """The reasons typed for paragraphs of Schedule 7, by number."""
        return {
            int(name.removeprefix(_PARAGRAPH)): self._typed(name)
            for name in self._fields
            if name.startswith(_PARAGRAPH)
        }

    @property
    def are_missing(self) -> bool:
        """Whether a reason that the record would print is not typed yet."""
        return any(
            not self._typed(name).strip() for name in self._fields if name not in (_CODE, _WHY_CODE)
        )

    def _typed(self, name: str, otherwise: str = "") -> str:
        return str(self._fields[name].value) if name in self._fields else otherwise


def _fields(finish: FinishView, view: MeetingView, codes: Mapping[str, str]) -> list[Field]:
    if view.review.child_in_room:
        return []
    fields: list[Field] = []
    if finish.is_late:
        fields.append(ActField(_LATE, "Why it is held late"))
    if finish.lacks_views or view.review.no_views_reason:
        fields.append(ActField(_NO_VIEWS, f"Why no words from {view.child.name}"[:31]))
    for number in finish.uncovered_paragraphs:
        matter = view.agenda.schedule_7.get(number, f"paragraph {number}")
        fields.append(ActField(f"{_PARAGRAPH}{number}", f"Nothing on {matter}"[:32]))
    fields.append(ChoiceField(_CODE, "Another code, if it fits better", codes, show_codes=True))
    fields.append(ActField(_WHY_CODE, "Why that code"))
    return fields
