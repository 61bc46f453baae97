"""Writing the week on the road as a Word file to print and take along."""

from collections.abc import Sequence
from pathlib import Path

from iro_tui.domain.week import Week
from iro_tui.screens.files import FolderSheet
from iro_tui.services import week


class WeekFileScreen(FolderSheet):
    """Asks for the folder and writes one week."""

    def __init__(self, shown: Week) -> None:
        super().__init__(f"{shown.short_title} · as a Word file, with names and numbers")
        self._first = shown.first

    async def write_files(self, folder: Path) -> Sequence[str]:
        """Write the file and return its path."""
        iro = self.iro
        known = (iro.knowledge.timescales, iro.renderer, self._first)
        return (str(await iro.store_call(week.write, *known, folder=folder)),)
