"""About an answer: who said it, who may see it, whether the child knows, the chair's own note."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from iro_tui.domain.answers import Answer, ChildKnows
from iro_tui.domain.text import clean_line, clean_text
from iro_tui.screens.sheet import Sheet
from iro_tui.widgets.fields import LineField, LongField
from iro_tui.widgets.picks import PickField, YesNoField

KNOWS = {
    "": "not said",
    ChildKnows.YES.value: "yes",
    ChildKnows.NO.value: "no",
    ChildKnows.NOT_SURE.value: "unsure",
}


class AboutAnswerSheet(Sheet):
    """The flags of one answer; `keep` is called with it soon after each key."""

    where = "about"

    def __init__(
        self, child: str, answer: Answer, keep: Callable[[Answer], Awaitable[None]]
    ) -> None:
        super().__init__(
            f"About this answer · {child}",
            [
                LineField("given_by", "Said by", hint="Who said it, if it was not asked of them."),
                YesNoField("private", "Private", hint="Out of the letter and of edited copies."),
                LineField(
                    "may_see", "May see it", hint=f"Who {child} says may see it: names, commas."
                ),
                PickField("knows", f"{child} knows"[:12], KNOWS, hint="In the letter only on yes."),
                LongField("note", "My note", hint="Yours alone: it stays outside the record."),
            ],
        )
        self._answer = answer
        self._keep = keep

    def on_mount(self) -> None:
        """Show what is known of the answer."""
        knows = self._answer.child_knows
        self.fill(
            {
                "given_by": self._answer.given_by,
                "private": self._answer.private,
                "may_see": ", ".join(self._answer.may_see),
                "knows": knows.value if knows else "",
                "note": self._answer.working_note,
            }
        )
        super().on_mount()

    async def keep_typed(self) -> None:
        """Keep the flags as they are typed; raises BadInput for what cannot be kept."""
        knows = self.typed("knows")
        names = clean_line(self.typed("may_see"), what="Who may see it").split(",")
        await self._keep(
            replace(
                self._answer,
                given_by=clean_line(self.typed("given_by"), what="Who said it"),
                private=self.is_yes("private"),
                may_see=tuple(name.strip() for name in names if name.strip()),
                child_knows=ChildKnows(knows) if knows else None,
                working_note=clean_text(self.typed("note"), what="Your note"),
            )
        )
