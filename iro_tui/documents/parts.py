"""The parts of a document, each a heading with its blocks, and short ways to make blocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from iro_tui.domain.documents import BlockKind, PreviewBlock

Row = tuple[str, ...]
NOT_KNOWN = "not known"


@dataclass(frozen=True)
class Part:
    """One part of a record.

    `opens_wide` and `closes_wide` mark where pages in landscape, for tables of many columns,
    begin and end. A part without a heading goes on under the one before.
    """

    id: str
    heading: str
    blocks: tuple[PreviewBlock, ...]
    opens_wide: bool = False
    closes_wide: bool = False


def paragraphs(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Iterator[PreviewBlock]:
    """Return a text as blocks, one a line; blank lines are what stands between paragraphs."""
    for line in text.split("\n"):
        if line.strip():
            yield PreviewBlock(kind, line)


def paragraph(text: str) -> PreviewBlock:
    """Return one paragraph."""
    return PreviewBlock(BlockKind.PARAGRAPH, text)


NOT_RECORDED = (paragraph("Not recorded."),)


def note(text: str) -> PreviewBlock:
    """Return a line of small print."""
    return PreviewBlock(BlockKind.NOTE, text)


def matter(text: str) -> PreviewBlock:
    """Return the line under a heading that names the matters of the law it covers."""
    return PreviewBlock(BlockKind.NOTE, text, layout="matter")


def subheading(text: str) -> PreviewBlock:
    """Return a heading inside a part."""
    return PreviewBlock(BlockKind.SUBHEADING, text)


def bullets(lines: Iterable[str]) -> Iterator[PreviewBlock]:
    """Return lines as a list."""
    for line in lines:
        yield PreviewBlock(BlockKind.BULLET, line)


def quotation(text: str) -> Iterator[PreviewBlock]:
    """Return somebody's own words in quotation marks, line by line, otherwise untouched."""
    yield from paragraphs(f"“{text}”", BlockKind.QUOTATION)


def table(title: str, layout: str, header: Row, rows: Iterable[Row]) -> Iterator[PreviewBlock]:
    """Return a table with its title; nothing where it has no rows.

    `layout` names the table of the template whose columns have the right widths.
    """
    body = tuple(rows)
    if body:
        yield PreviewBlock(BlockKind.TABLE_TITLE, title)
        yield PreviewBlock(BlockKind.TABLE, rows=(header, *body), layout=layout)


def sentence(text: str) -> str:
    """Return a text with a capital first and a stop at its end."""
    text = text.strip()
    if not text:
        return ""
    ended = text if text[-1] in ".!?…”’" else f"{text}."
    return ended[0].upper() + ended[1:]
