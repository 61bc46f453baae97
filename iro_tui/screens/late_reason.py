"""Why a review was held late: from the list, and in the chair's own words; either may be blank."""

from iro_tui.domain.codes import CodeList
from iro_tui.domain.review import Review
from iro_tui.screens.sheet import Sheet
from iro_tui.services import chairing
from iro_tui.widgets.act_field import ActField
from iro_tui.widgets.choice import ChoiceField
from iro_tui.widgets.fields import Field

LATE_CODE, LATE = "late_code", "late"


def late_fields(reasons: CodeList) -> tuple[Field, Field]:
    """Return the two fields that ask why a review is late."""
    return (
        ChoiceField(
            LATE_CODE, reasons.title, reasons.options(), hint="A few letters, or ↓; blank is kept."
        ),
        ActField(LATE, "In your words", hint="What a reader of the record should know."),
    )


class LateReasonSheet(Sheet):
    """The reason of a review that was late, kept as it is typed, also after it is closed."""

    where = "late"

    def __init__(self, review: Review, reasons: CodeList) -> None:
        self.review = review
        self._reasons = reasons
        super().__init__(f"Why was review {review.number} late?", late_fields(reasons))

    def on_mount(self) -> None:
        """Show what is kept."""
        self.fill({LATE_CODE: self.review.late_code, LATE: self.review.late_reason})

    @property
    def draft_key(self) -> str:
        """A reason that is on no list yet belongs to this review."""
        return f"late {self.review.id}"

    def problems(self) -> dict[str, str]:
        """Return what stands against it: a reason that is not on the list."""
        return wrong_code(self.typed(LATE_CODE), self._reasons)

    async def keep_typed(self) -> None:
        """Keep the reason as far as it can be kept."""
        code = self.typed(LATE_CODE)
        await self.iro.store_call(
            chairing.keep_reasons,
            self.review.id,
            late=self.typed(LATE),
            late_code=None if self.problems() else code,
        )


def wrong_code(code: str, reasons: CodeList) -> dict[str, str]:
    """Return what is wrong with the reason chosen, by field."""
    if code and code not in reasons.codes:
        return {LATE_CODE: f"“{code}” is not on the list. ↓ shows all there is."}
    return {}
