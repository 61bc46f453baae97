"""The Word template of the week on the road: a card a meeting, never broken over two pages."""

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Cm
from docx.table import Table

from tools.word_styles import (
    INK,
    QUIET,
    Look,
    add_row,
    boxed,
    field,
    paragraph_style,
    say_british,
    table_of,
    without_colours_of_their_own,
)

LOOK = Look(size=11, spacing=1.15, accent="1B4B5A", tint="E4EEF1", line="8FA9B2")
_WIDTHS = (2.9, 14.7)
_NOTES_HEIGHT = Cm(1.3)


def build_week() -> DocumentType:
    """Return the template."""
    document = Document()
    without_colours_of_their_own(document)
    _styles(document)
    _page(document)
    document.add_paragraph("{{ title }}", style="Title")
    document.add_paragraph("{{ subtitle }}", style="Subtitle")
    document.add_paragraph("{{ about }}", style="Small note")
    document.add_paragraph("{%p if nothing %}")
    document.add_paragraph("{{ nothing }}", style="Normal")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p for day in days %}")
    document.add_paragraph("{{ day.heading }}", style="Heading 1")
    document.add_paragraph("{%p for card in day.cards %}")
    _card(document)
    # Two tables that touch would be one.
    document.add_paragraph("", style="Gap")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    say_british(document)
    return document


def _card(document: DocumentType) -> None:
    table = table_of(document, _WIDTHS, ("{{ card.time }}", "{{ card.heading }}"), LOOK)
    add_row(table, ["{%tr for row in card.rows %}", ""])
    add_row(table, ["{{ row.label }}", "{{ row.text }}"])
    _label(table)
    add_row(table, ["{%tr endfor %}", ""])
    add_row(table, ["{%tr if card.has_notes %}", ""])
    add_row(table, ["Notes", ""])
    _label(table)
    table.rows[-1].height, table.rows[-1].height_rule = _NOTES_HEIGHT, WD_ROW_HEIGHT_RULE.AT_LEAST
    add_row(table, ["{%tr endif %}", ""])


def _label(table: Table) -> None:
    table.rows[-1].cells[0].paragraphs[0].style = "Label"


def _styles(document: DocumentType) -> None:
    size, spacing = LOOK.size, LOOK.spacing
    paragraph_style(document, "Normal", size=size, spacing=spacing)
    title = paragraph_style(
        document, "Title", size=22, colour=LOOK.accent, bold=True, after=4, keep_with_next=True
    )
    boxed(title, sides="bottom", colour=LOOK.accent, fill="auto", weight=12)
    paragraph_style(document, "Subtitle", size=14, colour=INK, before=4, after=2)
    paragraph_style(document, "Small note", size=size, colour=QUIET, after=2)
    paragraph_style(
        document,
        "Heading 1",
        size=15,
        colour=LOOK.accent,
        bold=True,
        before=14,
        after=5,
        keep_with_next=True,
    )
    # Kept with the next, row by row, so that a card goes whole onto one page.
    for name, bold, colour in (
        ("Table heading", True, INK),
        ("Table text", False, INK),
        ("Label", False, QUIET),
    ):
        paragraph_style(
            document,
            name,
            size=size + bold,
            colour=colour,
            bold=bold,
            after=0,
            spacing=spacing,
            keep_with_next=True,
        )
    paragraph_style(document, "Gap", size=4, after=2, spacing=1)
    paragraph_style(document, "Header", size=9, colour=QUIET, after=0)
    paragraph_style(document, "Footer", size=9, colour=QUIET, after=0)


def _page(document: DocumentType) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.7)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(1.7)
    section.header_distance = section.footer_distance = Cm(0.8)
    section.header.paragraphs[0].add_run("{{ title }} · {{ subtitle }}")
    footer = section.footer.paragraphs[0]
    footer.add_run("Page ")
    field(footer, "PAGE")
    footer.add_run(" of ")
    field(footer, "NUMPAGES")
    footer.add_run(" · {{ chair }} · As on {{ printed }} · Confidential: names and numbers")
