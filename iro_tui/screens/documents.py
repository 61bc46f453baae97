"""The record and the letter as they stand, to read."""

from uuid import UUID

from textual.app import ComposeResult

from iro_tui.domain.documents import DocumentKind, PreviewBlock
from iro_tui.screens.files import FilesScreen
from iro_tui.screens.frame import IroScreen
from iro_tui.services import meeting_view, rendering
from iro_tui.widgets.document_pages import DocumentPages


class DocumentsScreen(IroScreen[None]):
    """Every document, one at a time; what is written here is what Word gets."""

    where = "documents"
    CSS_PATH = "documents.tcss"

    def __init__(self, review_id: UUID, shows: str = DocumentKind.RECORD) -> None:
        super().__init__()
        self.review_id = review_id
        self.shows = shows
        self._child = ""
        self._blocks: dict[str, tuple[PreviewBlock, ...]] = {}

    def compose_body(self) -> ComposeResult:
        """Yield the text."""
        yield DocumentPages()

    async def on_mount(self) -> None:
        """Show the document that was asked for."""
        view = await self.iro.store_call(
            meeting_view.view_review, self.iro.knowledge, self.review_id
        )
        self._child = f"{view.child.name} · Review {view.review.number}"
        await self._show()
        self.query_one(DocumentPages).focus()

    async def _show(self) -> None:
        if self.shows not in self._blocks:
            known = (self.iro.knowledge, self.iro.renderer, self.shows, self.review_id)
            self._blocks[self.shows] = await self.iro.store_call(rendering.preview, *known)
        self.set_where(f"{self._child} · {self.iro.renderer.written[self.shows]} as it stands")
        self.query_one(DocumentPages).show_blocks(self._blocks[self.shows])

    async def action_swap(self) -> None:
        """Show the next document."""
        kinds = list(self.iro.renderer.written)
        self.shows = kinds[(kinds.index(self.shows) + 1) % len(kinds)]
        await self._show()

    def action_files(self) -> None:
        """Write the Word files."""
        self.app.push_screen(FilesScreen(self.review_id, self._child))
