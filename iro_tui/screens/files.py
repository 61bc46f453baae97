"""Writing record and letter as Word files into a folder."""

from typing import TYPE_CHECKING
from uuid import UUID

from platformdirs import user_documents_path
from textual import events
from textual.widgets import Static

from iro_tui.screens.sheet import Sheet
from iro_tui.services import rendering
from iro_tui.settings import named_folder
from iro_tui.widgets.fields import LineField

if TYPE_CHECKING:
    from pathlib import Path

NOT_PROTECTED = (
    "These files are not protected: whoever can open the folder can read them. "
    "Keep them where only you can."
)


class FilesScreen(Sheet):
    """Asks for the folder, says that the files are not protected, writes, and says where."""

    where = "files"
    keeps_as_typed = False

    def __init__(self, review_id: UUID, child: str) -> None:
        self.review_id = review_id
        field = LineField("folder", "Folder", hint=NOT_PROTECTED, needed=True)
        super().__init__(f"{child} · record and letter as Word files", [field])
        self.written: tuple[Path, ...] = ()

    def on_mount(self) -> None:
        """Offer a folder among the user's own documents."""
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
        """Write the record and the letter; drafts that are there are replaced."""
        folder = named_folder(self.typed("folder"))
        iro = self.iro
        written: list[Path] = []
        for kind in iro.renderer.written:
            known = (iro.knowledge, iro.renderer, kind, self.review_id)
            document = await iro.store_call(rendering.render, *known, folder=folder)
            written.append(document.path)
        self.written = tuple(written)

    def close(self) -> None:
        """Stay, and show where the files are."""
        self.fields["folder"].display = False
        title = "Both files are written, and not protected. Enter or Esc goes back."
        self.query_one("#sheet-title", Static).update(title)
        paths = "\n".join(str(path) for path in self.written)
        self.query_one("#sheet-line", Static).update(paths)
        self.set_focus(None)
        self.refresh_bindings()

    def on_key(self, event: events.Key) -> None:
        """Go back with Enter once the files are there."""
        if self.written and event.key == "enter":
            event.stop()
            self.dismiss(self.has_kept)
