"""A sheet that keeps nothing until it is whole: another day, an adjournment, a cancelled review.

It says which `fields` it has, how they are read (`read`, which raises BadFields) and kept
(`keep`). What was typed stands there again after Esc, and after a power cut.
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

    @property
    def draft_key(self) -> str:
        """What is to be planned anew, and of which review or child."""
        return self._draft_key

    def on_mount(self) -> None:
        """Show what stands there before the cursor comes in."""
        self.fill({name: value for name, value in self._before.items() if name in self.fields})
        self._before = self._values()

    def half_typed(self) -> Typed:
        """Return what differs from what stood there."""
        return {name: one for name, one in self._values().items() if one != self._before[name]}

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
        """Keep nothing yet but the draft: half of it changes nothing."""

    async def close_kept(self) -> None:
        """Keep what the fields say."""
        await self.keep(self._values())

    async def action_back(self) -> None:
        """Go back; what was typed is a draft, and nothing has changed."""
        await self.flush()
        self.dismiss(False)  # noqa: FBT003 (a screen's result)
