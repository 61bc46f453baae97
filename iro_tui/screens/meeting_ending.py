"""How a meeting comes to its end: the review is finished, adjourned, or met on again."""

from typing import TYPE_CHECKING

from iro_tui.screens import routes
from iro_tui.screens.destinations import UP
from iro_tui.screens.meeting_calls import MeetingCalls

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import ModalScreen

    from iro_tui.app import IroApp
    from iro_tui.domain.meeting import MeetingView


class MeetingEnding(MeetingCalls):
    """Leads from the meeting to its finish, or to the day on which people meet again."""

    async def action_finish(self) -> None:
        """Show what is open, and close the review from there."""
        await self.saving.keep()
        self.app.push_screen(routes.finish(self.review_id), self._after_finish)

    async def _after_finish(self, answer: str | None) -> None:
        if answer == UP:
            await self.action_up()
        elif answer:
            await self.go_to_question(answer)

    async def action_next_meeting(self) -> None:
        """End this meeting and plan the next one of the same review."""
        await self._meet_again(routes.another_meeting)

    async def action_adjourn(self) -> None:
        """Adjourn the review until another day."""
        await self._meet_again(routes.adjournment)

    async def _meet_again(
        self, sheet: "Callable[[IroApp, MeetingView], ModalScreen[bool]]"
    ) -> None:
        await self.saving.keep()
        await self.show_review_afresh()
        self.app.push_screen(sheet(self.iro, self.view), self._up_if_kept)

    async def _up_if_kept(self, is_kept: bool | None) -> None:
        if is_kept:
            await self.action_up()
