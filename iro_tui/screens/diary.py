"""Writing the diary file: meetings and due dates for the chair's own calendar."""

from collections.abc import Sequence
from pathlib import Path

from iro_tui.domain.diary import Period
from iro_tui.screens.files import FolderSheet

_NAMED = {
    "initials_reference": "by initials and reference",
    "reference": "by reference only",
    "given_name": "by their given name",
}


class DiaryScreen(FolderSheet):
    """Asks for the folder, writes the diary file, and says how many entries it has."""

    def __init__(self) -> None:
        super().__init__("Diary · meetings and due dates as a file for your calendar")

    def hint(self) -> str:
        """Say how children are named, whether places go in, and that nothing is protected."""
        settings = self.iro.settings
        places = "with places" if settings.diary_places else "without places"
        named = f"Children stand in it {_NAMED[settings.diary_names]}, {places} (settings.toml)."
        return f"{named} {super().hint()}"

    async def write_files(self, folder: Path) -> Sequence[str]:
        """Write the file and return its path, and what is in it."""
        # The library of the format is imported when a file is written, and not before.
        from iro_tui.exchange.calendar import export_calendar  # noqa: PLC0415

        iro = self.iro
        exported = await iro.store_call(
            export_calendar, iro.knowledge, iro.settings, Period(), folder=folder
        )
        counts = ", ".join(f"{count} {what}" for what, count in exported.counts.items())
        return (str(exported.path), f"{counts}.", _OPEN_IT)


_OPEN_IT = "Open it with your calendar. The next file updates what this one brought."
