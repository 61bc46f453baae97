"""The paper of the child's letter, one a band: type size, colours and warmth."""

from dataclasses import dataclass

from docx import Document
from docx.document import Document as DocumentType
from docx.shared import Cm, RGBColor

from tools.word_styles import (
    QUIET,
    Look,
    boxed,
    field,
    framed,
    paragraph_style,
    say_british,
    without_colours_of_their_own,
)


@dataclass(frozen=True)
class Paper:
    """The look of one band's letter.

    `frame` is the line round each page, "" for none; with `cards` each line has a tint of its own.
    """

    band: str
    look: Look
    margin: float = 2.2
    line_gap: float = 3
    heading_gap: float = 12
    frame: str = ""
    cards: bool = False


_TEAL = ("0B5563", "E8F4F4", "2A9D8F")
_PLUM = ("6A2C5B", "F8EEF5", "B5658F")
_BLUE = ("1D4E89", "EAF1FA", "5B8DC9")
_GREEN = ("2F5D3A", "EDF5EE", "6FA67C")
_SLATE = ("2E3E56", "EEF1F5", "7C8FA8")
_RUST = ("8A3B12", "FCF1E8", "D9824B")


def _look(size: float, colours: tuple[str, str, str], spacing: float = 1.25) -> Look:
    accent, tint, line = colours
    return Look(size=size, spacing=spacing, accent=accent, tint=tint, line=line)


LETTERS = (
    Paper("b0_4", _look(18, _RUST, 1.5), line_gap=10, frame="wave", cards=True),
    Paper("b0_4_later", _look(12, _PLUM, 1.3), line_gap=6, heading_gap=12, margin=2.5),
    Paper("b5_8", _look(16, _TEAL), margin=1.7, line_gap=0, heading_gap=5, frame="wave"),
    Paper("b9_12", _look(14, _BLUE), margin=1.6, line_gap=0, heading_gap=4, frame="dotted"),
    Paper("b13_15", _look(12, _GREEN), margin=1.8, line_gap=1, heading_gap=5),
    Paper("b16", _look(12, _SLATE), line_gap=3, heading_gap=9),
    Paper("easy_read", _look(16, _BLUE, 1.5), line_gap=8, heading_gap=14, frame="dotted"),
)


def build_letter(paper: Paper) -> DocumentType:
    """Return the template of one band's letter."""
    document = Document()
    without_colours_of_their_own(document)
    _styles(document, paper)
    _page(document, paper)
    document.add_paragraph("{{ title }}", style="Title")
    document.add_paragraph("{{ written_on }}", style="Date line")
    document.add_paragraph("{%p for section in sections %}")
    document.add_paragraph("{%p if section.title %}")
    document.add_paragraph("{{ section.title }}", style="Heading 1")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p for line in section.lines %}")
    document.add_paragraph("{%p if line.is_greeting %}")
    document.add_paragraph("{{ line.text }}", style="Greeting")
    document.add_paragraph("{%p elif line.is_quotation %}")
    document.add_paragraph("{{ line.text }}", style="Quote")
    document.add_paragraph("{%p elif line.is_goodbye %}")
    document.add_paragraph("{{ line.text }}", style="Goodbye")
    document.add_paragraph("{%p elif line.is_sign_off %}")
    document.add_paragraph("{{ line.text }}", style="Sign-off")
    if paper.cards:
        document.add_paragraph("{%p elif line.place is even %}")
        document.add_paragraph("{{ line.text }}", style="Card")
    document.add_paragraph("{%p else %}")
    document.add_paragraph("{{ line.text }}", style="Other card" if paper.cards else "Normal")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    say_british(document)
    return document


def _styles(document: DocumentType, paper: Paper) -> None:
    look = paper.look
    size, spacing, gap = look.size, look.spacing, paper.line_gap
    paragraph_style(document, "Normal", size=size, spacing=spacing, after=gap)
    title = paragraph_style(
        document,
        "Title",
        size=size + 8,
        colour=look.accent,
        bold=True,
        after=6,
        keep_with_next=True,
    )
    boxed(title, sides="left top bottom", colour=look.line, fill=look.tint, weight=48, edge=6)
    title.paragraph_format.left_indent = title.paragraph_format.right_indent = Cm(0.3)
    paragraph_style(document, "Date line", size=size, colour=QUIET, after=gap + 1, spacing=spacing)
    paragraph_style(document, "Greeting", size=size + 2, bold=True, after=gap + 1, spacing=spacing)
    paragraph_style(
        document,
        "Heading 1",
        size=size + 1,
        colour=look.accent,
        bold=True,
        before=paper.heading_gap,
        after=2,
        keep_with_next=True,
    )
    quote = paragraph_style(document, "Quote", size=size, spacing=spacing, before=2, after=gap + 1)
    boxed(quote, sides="left", colour=look.line, fill=look.tint, weight=24)
    quote.paragraph_format.left_indent = quote.paragraph_format.right_indent = Cm(0.6)
    sign_off = paragraph_style(
        document, "Sign-off", size=size, spacing=spacing, after=1, keep_with_next=True
    )
    sign_off.paragraph_format.keep_together = True
    paragraph_style(
        document,
        "Goodbye",
        size=size,
        spacing=spacing,
        before=paper.heading_gap,
        after=1,
        keep_with_next=True,
    )
    if paper.cards:
        _cards(document, look)
    paragraph_style(document, "Header", size=9, colour=QUIET, after=0)
    paragraph_style(document, "Footer", size=9, colour=QUIET, after=0)


def _cards(document: DocumentType, look: Look) -> None:
    """Make two styles that take turns, so that each line stands on a card of its own."""
    other = _TEAL
    for name, line, tint in (("Card", look.line, look.tint), ("Other card", other[2], other[1])):
        card = paragraph_style(
            document, name, size=look.size + 2, spacing=look.spacing, before=5, after=11
        )
        boxed(card, sides="left top bottom", colour=line, fill=tint, weight=48, edge=24)
        card.paragraph_format.left_indent = card.paragraph_format.right_indent = Cm(0.4)


def _page(document: DocumentType, paper: Paper) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(paper.margin)
    section.top_margin, section.bottom_margin = Cm(1.6), Cm(1.5)
    section.header_distance = section.footer_distance = Cm(0.8)
    if paper.frame:
        framed(section, line=paper.frame, colour=paper.look.line)
    header = section.header.paragraphs[0]
    header.add_run("{{ initials }} · {{ reference }} · {{ review }}")
    mark = header.add_run("{% if draft %} · DRAFT, not for sending{% endif %}")
    mark.font.bold = True
    mark.font.color.rgb = RGBColor.from_string("8A1C1C")
    footer = section.footer.paragraphs[0]
    footer.add_run("Page ")
    field(footer, "PAGE")
    footer.add_run(" of ")
    field(footer, "NUMPAGES")
    footer.add_run(" · {{ version }} · {{ copy }} · Confidential")
