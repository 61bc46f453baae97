"""A sheet that keeps nothing until it is whole: another day, an adjournment, a cancelled review.

It says which `fields` it has, how they are read (`read`, which raises BadFields) and kept
(`keep`). What was typed stands there again after Esc, while the program runs.
"""

from collections.abc import Sequence
from typing import ClassVar

from iro_tui.domain.typed import Typed
from iro_tui.errors import BadFields
from iro_tui.screens.sheet import Sheet
from iro_tui.widgets.fields import Field


class ReplanSheet(Sheet):
    """Fields that go to the disk together, with ctrl+s or Enter in the last of them."""

    where = "replan"
    keeps_as_typed: ClassVar[bool] = False

    def __init__(
        self, title: str, fields: Sequence[Field], *, draft_key: str, before: Typed
    ) -> None:
        super().__init__(title, fields)
        self._draft_key = draft_key
        self._before = before

    def on_mount(self) -> None:
        """Show what stands there before the cursor comes in, or what was left half typed."""
        known = {**self._before, **self.iro.drafts.get(self._draft_key, {})}
        self.fill({name: value for name, value in known.items() if name in self.fields})

    def read(self, typed: Typed) -> object:
        """Return what the fields say; raises BadFields."""
        raise NotImplementedError

    async def keep(self, typed: Typed) -> None:
        """Keep what the fields say."""
        raise NotImplementedError

    def problems(self) -> dict[str, str]:
        """Return what is wrong, field by field."""
        try:
            self.read(self._values())
        except BadFields as error:
            return error.problems
        return {}

    async def keep_typed(self) -> None:
        """Keep it as a draft: half of it changes nothing."""
        self.iro.drafts[self._draft_key] = self._values()

    async def close_kept(self) -> None:
        """Keep it, and forget the draft."""
        await self.keep(self._values())
        self.iro.drafts.pop(self._draft_key, None)

    async def action_back(self) -> None:
        """Go back; what was typed is a draft, and nothing has changed."""
        await self.flush()
        self.dismiss(False)  # noqa: FBT003 (a screen's result)
