"""Documents that were rendered: drafts on disk, issued ones kept byte for byte."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from uuid import UUID


class DocumentKind(StrEnum):
    """The kinds of document that the program asks for by name, as their file names say them.

    Which documents there are stands in documents/papers.py; a kind is any text in a file name.
    """

    RECORD = "record"
    LETTER = "letter"
    LETTER_LATER = "letter-later"
    WEEK = "week"


@dataclass(frozen=True)
class IssuedDocument:
    """An issued document: its version, fingerprint (SHA-256, hexadecimal) and exact bytes."""

    id: UUID
    review_id: UUID
    kind: str
    version: int
    issued_at: datetime
    sha256: str
    content: bytes
    recipient: str = ""
    reason: str = ""


class BlockKind(StrEnum):
    """What one block of a document is, as its style in Word says."""

    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    NOTE = "note"
    BULLET = "bullet"
    PRIVATE = "private"
    TABLE_TITLE = "table_title"
    TABLE = "table"


@dataclass(frozen=True)
class PreviewBlock:
    """One block of a document as it stands, for the preview and for the Word file alike.

    `rows` are those of a table, its header row first; every row has as many cells as the header.
    `layout` names the table in the Word template that has columns of the right widths.
    """

    kind: BlockKind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    layout: str = ""


@dataclass(frozen=True)
class RenderedDocument:
    """A Word file on disk. `issued` is None for a draft, which has the version it would become."""

    path: Path
    sha256: str
    version: int
    issued: date | None
