"""What was said in private stands in a box of its own in the full copy (local)."""

from collections.abc import Iterable, Iterator

from iro_tui.domain.documents import BlockKind, PreviewBlock
from iro_tui.domain.listing import listed

TITLE, END = "title", "end"
_HEADING = "Private: not for edited copies"


def private_box(lines: Iterable[str], may_see: tuple[str, ...]) -> Iterator[PreviewBlock]:
    """Return lines in a box, under its heading, with those who may see it, as the child says.

    The heading and the last line are marked, so that a template can keep the box on one page.
    """
    told = [line for line in lines if line.strip()]
    if may_see:
        told.append(f"May be seen by {listed(may_see)}.")
    yield PreviewBlock(BlockKind.PRIVATE, _HEADING, layout=TITLE)
    for line in told[:-1]:
        yield PreviewBlock(BlockKind.PRIVATE, line)
    for line in told[-1:]:
        yield PreviewBlock(BlockKind.PRIVATE, line, layout=END)


def lines_of(blocks: Iterable[PreviewBlock]) -> Iterator[str]:
    """Return the lines that blocks hold, the rows of tables with their cells joined."""
    for block in blocks:
        if block.text:
            yield block.text
        for row in block.rows[1:]:
            yield "; ".join(row)
