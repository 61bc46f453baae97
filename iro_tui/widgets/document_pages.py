"""A document as it stands, as text to scroll through."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from textual.containers import VerticalScroll
from textual.widgets import Static

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


class DocumentPages(VerticalScroll):
    """The blocks of one document, one under the other; arrows and page keys scroll."""

    def compose(self) -> Iterable[Static]:
        """Yield the text."""
        yield Static(id="pages", markup=False)

    def show_blocks(self, blocks: Sequence[PreviewBlock]) -> None:
        """Show a document from its beginning."""
        self.query_one("#pages", Static).update(Group(*(_shown(block) for block in blocks)))
        self.scroll_home(animate=False)


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
