"""The few words that closing a review asks for, and another code for how the child took part."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.codes import CodeList
from iro_tui.domain.finishing import FinishView
from iro_tui.domain.matters import question_for_matter
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.typed import Typed
from iro_tui.screens.late_reason import LATE, LATE_CODE, late_fields, wrong_code
from iro_tui.screens.sheet import Sheet
from iro_tui.services import chairing
from iro_tui.widgets.act_field import ActField
from iro_tui.widgets.choice import ChoiceField
from iro_tui.widgets.fields import Field
from iro_tui.widgets.rows import column

if TYPE_CHECKING:
    from uuid import UUID

_MATTER = "matter-"
_LABEL = 72


def reasons_asked(finish: FinishView, view: MeetingView, late: CodeList) -> list[Field]:
    """Return a field for each reason the record wants: late, no words, nothing on a matter.

    Each matter that the law wants considered needs an answer or a reason; `late` are the reasons
    for a late review to choose from.
    """
    review = view.review
    fields: list[Field] = []
    if finish.is_late and not (review.late_code or review.late_reason):
        fields += late_fields(late)
    if finish.lacks_views:
        hint = f"Why there are no words from {view.child.name}."
        fields.append(ActField("no_views", "No words of the child's own", hint=hint))
    for matter in finish.uncovered_matters:
        hint = f"Why nothing is said on: {matter.words} ({matter.source})."
        label = column(matter.words, _LABEL).rstrip()
        fields.append(ActField(f"{_MATTER}{matter.id}", label, hint=hint))
    return fields


class ReasonsScreen(Sheet):
    """A word of reason for each thing the record wants; an empty one is passed over.

    A reason for a matter is kept with its question, which then counts as not asked.
    """

    where = "reasons"

    def __init__(self, finish: FinishView, view: MeetingView, late: CodeList) -> None:
        self.view = view
        self._late = late
        self._revisions: dict[str, UUID] = {}
        title = "A word of reason for the record · Enter passes one over"
        super().__init__(title, reasons_asked(finish, view, late))

    async def action_back(self) -> None:
        """Go back without closing the review; what was typed is kept."""
        await self.flush()
        self.dismiss(False)  # noqa: FBT003 (a screen's result)

    def problems(self) -> dict[str, str]:
        """Return what stands against it: a reason for being late that is not on the list."""
        return wrong_code(self.typed(LATE_CODE), self._late) if LATE_CODE in self.fields else {}

    async def keep_typed(self) -> None:
        """Keep the reasons as they are typed."""
        late, late_code, no_views = (
            self.typed(name) if name in self.fields else None
            for name in (LATE, LATE_CODE, "no_views")
        )
        await self.iro.store_call(
            chairing.keep_reasons,
            self.view.review.id,
            late=late,
            late_code=None if self.problems() else late_code,
            no_views=no_views,
        )
        for name in self.fields:
            if name.startswith(_MATTER):
                await self._keep_matter(name)

    async def _keep_matter(self, name: str) -> None:
        reason = self.typed(name)
        question = question_for_matter(self.view, name.removeprefix(_MATTER))
        if question is None or (not reason.strip() and name not in self._revisions):
            return
        revision_id = self._revisions.setdefault(name, self.iro.new_id())
        state = AnswerState.NOT_ASKED if reason.strip() else AnswerState.OPEN
        answer = Answer(question.id, state=state, reason=reason)
        await self.iro.store_call(
            chairing.save_answer, self.view.review.id, question, answer, revision_id
        )


class ParticipationScreen(Sheet):
    """Another code than the one that follows from what is recorded, with the reason.

    `codes` are those of the return with their words; no code is the one that follows.
    """

    where = "participation"

    def __init__(self, view: MeetingView, codes: Mapping[str, str]) -> None:
        self.view = view
        self._codes = codes
        super().__init__(
            f"How {view.child.name} took part",
            [
                ChoiceField("code", "Code", codes, hint="↓ shows all; none: as it follows."),
                ActField("why", "Why", hint="Why it fits better than the one that follows."),
            ],
        )

    def on_mount(self) -> None:
        """Show the code that was chosen before."""
        review = self.view.review
        self.fill({"code": review.participation_override, "why": review.participation_reason})
        super().on_mount()

    def problems(self) -> dict[str, str]:
        """Return what stands against it: no such code, or none of the reason it needs."""
        code = self.typed("code")
        if code and code not in self._codes:
            return {"code": "There is no such code. ↓ shows all there are."}
        if code and not self.typed("why").strip():
            return {"why": "Another code needs a word of reason."}
        return {}

    @property
    def draft_key(self) -> str:
        """A code that lacks its reason yet belongs to this review."""
        return f"participation {self.view.review.id}"

    def half_typed(self) -> Typed:
        """Return both, while one stands without the other."""
        names = self.fields if self.problems() else ()
        return {name: self.fields[name].value for name in names}

    async def keep_typed(self) -> None:
        """Keep the choice once it is whole; until then the code that follows stays."""
        if not self.problems():
            await self.iro.store_call(
                chairing.choose_participation,
                self.view.review.id,
                self.typed("code"),
                self.typed("why"),
            )
