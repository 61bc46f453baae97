"""Setting a question, or a whole section, aside: the record says why."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from iro_tui.domain.answers import AnswerState
from iro_tui.domain.text import clean_line
from iro_tui.domain.typed import Typed
from iro_tui.errors import BadInput
from iro_tui.screens.sheet import Sheet
from iro_tui.widgets.fields import LineField
from iro_tui.widgets.picks import PickField

STATES = {
    AnswerState.NOT_ASKED.value: "not asked",
    AnswerState.DOES_NOT_APPLY.value: "does not apply",
}
REACHES = {"question": "this question", "section": "the whole section"}


@dataclass(frozen=True)
class SetAside:
    """What the chair sets aside, how, and why."""

    state: AnswerState
    reason: str
    whole_section: bool


class SetAsideSheet(Sheet):
    """Asks how and why; `keep` is called with the answer once there is a reason.

    Under `draft_key` a reason that was left half typed comes back.
    """

    where = "aside"
    keeps_as_typed = False

    def __init__(
        self, title: str, keep: Callable[[SetAside], Awaitable[None]], draft_key: str
    ) -> None:
        super().__init__(
            f"Set aside · {title}",
            [
                PickField("state", "How", STATES, hint="n or d, or the arrows."),
                LineField(
                    "reason", "Why", hint="A few words; the record prints them.", needed=True
                ),
                PickField("reach", "What", REACHES, hint="The section: what is still open in it."),
            ],
        )
        self._keep = keep
        self._draft_key = draft_key

    @property
    def draft_key(self) -> str:
        """The question that is to be set aside."""
        return self._draft_key

    def first_field(self) -> str:
        """Begin with the reason, which is what cannot be guessed."""
        return "reason"

    def half_typed(self) -> Typed:
        """Return everything, once there is a word of reason."""
        names = self.fields if self.typed("reason") else ()
        return {name: self.fields[name].value for name in names}

    def problems(self) -> dict[str, str]:
        """Return what stands against it: no reason, or one that cannot be kept."""
        try:
            reason = clean_line(self.typed("reason"), what="The reason")
        except BadInput as refusal:
            return {"reason": str(refusal)}
        return {} if reason else {"reason": "Say why in a few words."}

    async def keep_typed(self) -> None:
        """Keep nothing yet: half a reason sets nothing aside."""

    async def close_kept(self) -> None:
        """Set it aside."""
        await self._keep(
            SetAside(
                AnswerState(self.typed("state")),
                self.typed("reason").strip(),
                self.typed("reach") == "section",
            )
        )
