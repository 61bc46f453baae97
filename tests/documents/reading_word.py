"""Reading a Word file back, as a person or a checker of accessible documents would."""

from collections.abc import Iterator
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P


def opened(path: Path) -> DocumentType:
    return Document(str(path))


def all_text(document: DocumentType) -> str:
    """Return every line of the body, tables included, in no particular order."""
    return "\n".join([*paragraphs(document), *cells(document)])


def paragraphs(document: DocumentType) -> list[str]:
    return [one.text for one in document.paragraphs]


def cells(document: DocumentType) -> list[str]:
    return [cell.text for table in document.tables for row in table.rows for cell in row.cells]


def headings(document: DocumentType, level: int = 1) -> list[str]:
    style = f"Heading {level}"
    return [one.text for one in document.paragraphs if one.style and one.style.name == style]


def in_style(document: DocumentType, style: str) -> list[str]:
    return [one.text for one in document.paragraphs if one.style and one.style.name == style]


def table_after(document: DocumentType, title: str) -> list[list[str]]:
    """Return the grid of the table that follows a title line."""
    body = list(document.element.body)
    for place, element in enumerate(body):
        if isinstance(element, CT_P) and element.text == title:
            table = next(one for one in document.tables if one._tbl is body[place + 1])
            return [[cell.text for cell in row.cells] for row in table.rows]
    raise AssertionError(f"no table {title!r}")


def languages(document: DocumentType) -> set[str]:
    """Return every language that the styles and the text name."""
    return {
        str(lang.get(qn("w:val")))
        for part in (document.styles.element, document.element)
        for lang in part.iter(qn("w:lang"))
    }


def style_sequence(document: DocumentType) -> Iterator[str]:
    for one in document.paragraphs:
        if one.style is not None and one.style.name is not None:
            yield one.style.name
