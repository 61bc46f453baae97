"""Writing files into a folder that the chair names: not protected, and said so."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from platformdirs import user_documents_path
from textual import events
from textual.widgets import Static

from iro_tui.screens.sheet import Sheet
from iro_tui.services import rendering
from iro_tui.settings import named_folder
from iro_tui.widgets.fields import LineField

NOT_PROTECTED = (
    "What is written is not protected: whoever can open the folder can read it. "
    "Keep it where only you can."
)


class FolderSheet(Sheet):
    """Asks for the folder, says that what is written is not protected, writes, and says where."""

    where = "files"
    keeps_as_typed = False
    when_written: ClassVar[str] = "Written, and not protected. Enter or Esc goes back."

    def __init__(self, title: str) -> None:
        super().__init__(title, [LineField("folder", "Folder", needed=True)])
        self.written: tuple[str, ...] = ()

    async def write_files(self, folder: Path) -> Sequence[str]:
        """Write into the folder, and return a line for each file, its path first."""
        raise NotImplementedError

    def hint(self) -> str:
        """Return what is to be known before anything is written."""
        return NOT_PROTECTED

    def on_mount(self) -> None:
        """Offer a folder among the user's own documents."""
        self.fields["folder"].hint = self.hint()
        self.fill({"folder": str(user_documents_path() / "iro")})
        super().on_mount()

    async def keep_typed(self) -> None:
        """Keep nothing while the folder is typed: files are written when they are asked for."""

    def problems(self) -> dict[str, str]:
        """Return what stands against writing: no folder."""
        return {} if self.typed("folder").strip() else {"folder": "Name a folder."}

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002 (Textual's own signature)
    ) -> bool | None:
        """Offer to write as long as nothing is written."""
        return action != "keep" or not self.written

    async def close_kept(self) -> None:
        """Write; what is there already is replaced."""
        self.written = tuple(await self.write_files(named_folder(self.typed("folder"))))

    def close(self) -> None:
        """Stay, and show where the files are."""
        self.fields["folder"].display = False
        self.query_one("#sheet-title", Static).update(self.when_written)
        self.query_one("#sheet-line", Static).update("\n".join(self.written))
        self.set_focus(None)
        self.refresh_bindings()

    def on_key(self, event: events.Key) -> None:
        """Go back with Enter once the files are there."""
        if self.written and event.key == "enter":
            event.stop()
            self.dismiss(self.has_kept)


class FilesScreen(FolderSheet):
    """Writes the record and the letter; drafts that are there are replaced."""

    when_written = "Both files are written, and not protected. Enter or Esc goes back."

    def __init__(self, review_id: UUID, child: str) -> None:
        super().__init__(f"{child} · record and letter as Word files")
        self.review_id = review_id

    async def write_files(self, folder: Path) -> Sequence[str]:
        """Write every document of the review and return the paths."""
        iro = self.iro
        written: list[str] = []
        for kind in iro.renderer.written:
            known = (iro.knowledge, iro.renderer, kind, self.review_id)
            document = await iro.store_call(rendering.render, *known, folder=folder)
            written.append(str(document.path))
        return written
