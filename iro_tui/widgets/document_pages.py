"""A document as it stands, as text to scroll through."""

from collections.abc import Sequence

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from textual import events
from textual.widgets import RichLog

from iro_tui.domain.documents import BlockKind, PreviewBlock

_STYLES = {
    BlockKind.TITLE: "bold",
    BlockKind.HEADING: "bold underline",
    BlockKind.SUBHEADING: "bold",
    BlockKind.QUOTATION: "italic",
    BlockKind.NOTE: "dim",
    BlockKind.PRIVATE: "dim italic",
    BlockKind.TABLE_TITLE: "bold",
}
_AIR_ABOVE = frozenset({BlockKind.HEADING, BlockKind.SUBHEADING, BlockKind.TABLE_TITLE})


class DocumentPages(RichLog):
    """The blocks of one document, one under the other; arrows and page keys scroll.

    Each block is laid out once, line by line: as one text a record of many pages would be laid
    out several times over before anything shows.
    """

    def __init__(self) -> None:
        super().__init__(wrap=True, auto_scroll=False, min_width=1)
        self._blocks: Sequence[PreviewBlock] = ()
        self._laid_out_at = 0

    def show_blocks(self, blocks: Sequence[PreviewBlock]) -> None:
        """Show a document from its beginning."""
        self._blocks = blocks
        self._lay_out(self.scrollable_content_region.width)
        self.scroll_home(animate=False)

    def on_resize(self, _event: events.Resize) -> None:
        """Lay the lines out anew where they have become longer or shorter."""
        width = self.scrollable_content_region.width
        if width != self._laid_out_at:
            self._lay_out(width)

    def _lay_out(self, width: int) -> None:
        self._laid_out_at = width
        self.clear()
        for block in self._blocks if width else ():
            self.write(_shown(block), width=width, scroll_end=False)


def _shown(block: PreviewBlock) -> RenderableType:
    if block.kind is BlockKind.TABLE:
        return _table(block)
    words = Text(block.text, style=_STYLES.get(block.kind, ""))
    if block.kind is BlockKind.BULLET:
        words = Text("• ").append_text(words)
    indent = 2 if block.kind in (BlockKind.BULLET, BlockKind.QUOTATION, BlockKind.PRIVATE) else 0
    return Padding(words, (1 if block.kind in _AIR_ABOVE else 0, 0, 0, indent))


def _table(block: PreviewBlock) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False)
    for heading in block.rows[0]:
        table.add_column(Text(heading), overflow="fold")
    for row in block.rows[1:]:
        table.add_row(*(Text(cell) for cell in row))
    return table
