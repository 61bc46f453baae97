"""Build the Word templates of iro_tui/templates/.

Run `python -m tools.build_templates` after a change here. A council may restyle the files in
Word: every look is a style, every place a name in braces.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.shared import Cm

from tools.letter_template import LETTERS, build_letter
from tools.week_template import build_week
from tools.word_styles import (
    INK,
    QUIET,
    Look,
    add_row,
    as_new_as_word_2013,
    boxed,
    field,
    page_turn,
    paragraph_style,
    say_british,
    table_of,
    without_colours_of_their_own,
)

TEMPLATES = Path(__file__).parent.parent / "iro_tui" / "templates"
RECORD_LOOK = Look(size=12, spacing=1.25, accent="1B4B5A", tint="E4EEF1", line="8FA9B2")
UPRIGHT = 17.0
"""Width of the text in centimetres on an A4 page with margins of 2 cm."""
LAYOUTS = {
    "facts": (6.0, 10.8),
    "people": (4.2, 4.4, 3.0, 5.2),
    "views": (4.2, 4.1, 3.1, 3.1, 2.3),
    "wishes": (4.8, 3.0, 5.2, 3.8),
    "papers": (7.6, 5.4, 3.8),
    "decisions": (1.9, 5.9, 5.2, 3.5, 2.7, 1.9, 2.7, 1.7),
    "last_decisions": (1.6, 5.8, 3.7, 2.9, 3.6, 7.9),
    "not_answered": (7.4, 3.2, 6.2),
    "copies": (4.8, 2.4, 4.6, 5.0),
}
BLOCKS = (
    ("subheading", "Heading 2"),
    ("quotation", "Quote"),
    ("note", "Small note"),
    ("bullet", "List Bullet"),
    ("table_title", "Caption"),
)


def main() -> None:
    """Write every template."""
    TEMPLATES.mkdir(exist_ok=True)
    save(record(), TEMPLATES / "record.docx", "Record of a review (template)")
    for paper in LETTERS:
        save(build_letter(paper), TEMPLATES / f"letter_{paper.band}.docx", "Letter (template)")
    save(build_week(), TEMPLATES / "week.docx", "Week on the road (template)")


def save(document: DocumentType, path: Path, title: str) -> None:
    """Set what a file says about itself and write it."""
    core = document.core_properties
    core.title, core.author, core.language = title, "iro", "en-GB"
    core.comments = core.subject = core.keywords = ""
    core.created = core.modified = datetime(2026, 11, 1)  # noqa: DTZ001 - python-docx wants it bare
    as_new_as_word_2013(document)
    document.save(str(path))


def record() -> DocumentType:
    """Return the template of the record."""
    document = Document()
    without_colours_of_their_own(document)
    look = RECORD_LOOK
    _record_styles(document, look)
    _page(document)
    document.add_paragraph("{{ title }}", style="Title")
    document.add_paragraph("{{ subtitle }}", style="Subtitle")
    with _tag(document, "for line in about"):
        document.add_paragraph("{{ line }}", style="Small note")
    with _tag(document, "if draft"):
        document.add_paragraph("{{ draft_line }}", style="Draft")
    with _tag(document, "for part in parts"):
        with _tag(document, "if part.opens_wide"):
            page_turn(document, landscape=False)
        with _tag(document, "if part.heading"):
            document.add_paragraph("{{ part.heading }}", style="Heading 1")
        with _tag(document, "for block in part.blocks"):
            _block(document, look)
        with _tag(document, "if part.closes_wide"):
            page_turn(document, landscape=True)
    say_british(document)
    return document


def _block(document: DocumentType, look: Look) -> None:
    document.add_paragraph('{%p if block.layout == "below_table" and block.kind == "bullet" %}')
    document.add_paragraph("{{ block.text }}", style="Bullet below table")
    document.add_paragraph('{%p elif block.layout == "below_table" %}')
    document.add_paragraph("{{ block.text }}", style="Below table")
    document.add_paragraph('{%p elif block.kind == "paragraph" %}')
    document.add_paragraph("{{ block.text }}", style="Normal")
    document.add_paragraph('{%p elif block.layout == "matter" %}')
    document.add_paragraph("{{ block.text }}", style="Matter")
    for kind, style in BLOCKS:
        document.add_paragraph(f'{{%p elif block.kind == "{kind}" %}}')
        document.add_paragraph("{{ block.text }}", style=style)
    document.add_paragraph('{%p elif block.kind == "private" and block.layout == "title" %}')
    document.add_paragraph("{{ block.text }}", style="Private title")
    document.add_paragraph('{%p elif block.kind == "private" and block.layout == "end" %}')
    document.add_paragraph("{{ block.text }}", style="Private end")
    document.add_paragraph('{%p elif block.kind == "private" %}')
    document.add_paragraph("{{ block.text }}", style="Private")
    for layout, widths in LAYOUTS.items():
        document.add_paragraph(f'{{%p elif block.layout == "{layout}" %}}')
        _table(document, widths, look)
    document.add_paragraph("{%p endif %}")


def _table(document: DocumentType, widths: tuple[float, ...], look: Look) -> None:
    columns = range(len(widths))
    header = [f"{{{{ block.rows[0][{column}] }}}}" for column in columns]
    table = table_of(document, widths, header, look)
    blank = [""] * (len(widths) - 1)
    add_row(table, ["{%tr for row in block.rows[1:] %}", *blank])
    add_row(table, [f"{{{{ row[{column}] }}}}" for column in columns])
    add_row(table, ["{%tr endfor %}", *blank])


@contextmanager
def _tag(document: DocumentType, tag: str) -> Iterator[None]:
    """Put what is added inside between a tag and its end, each alone in its paragraph."""
    document.add_paragraph(f"{{%p {tag} %}}")
    yield
    document.add_paragraph(f"{{%p end{tag.split(' ', maxsplit=1)[0]} %}}")


def _record_styles(document: DocumentType, look: Look) -> None:
    size = look.size
    paragraph_style(document, "Normal", size=size, before=2, after=6)
    title = paragraph_style(
        document, "Title", size=24, colour=look.accent, bold=True, after=4, keep_with_next=True
    )
    boxed(title, sides="bottom", colour=look.accent, fill="auto", weight=12)
    paragraph_style(document, "Subtitle", size=15, colour=INK, before=6, after=4)
    paragraph_style(
        document,
        "Heading 1",
        size=17,
        colour=look.accent,
        bold=True,
        before=20,
        after=6,
        keep_with_next=True,
    )
    paragraph_style(
        document,
        "Heading 2",
        size=14,
        colour=look.accent,
        bold=True,
        before=12,
        after=4,
        keep_with_next=True,
    )
    quote = paragraph_style(document, "Quote", size=13, before=4, after=4, spacing=1.4)
    boxed(quote, sides="left", colour="C77C2B", fill="FDF6EC", weight=24)
    quote.paragraph_format.left_indent = Cm(0.6)
    quote.paragraph_format.right_indent = Cm(0.6)
    bullet = paragraph_style(document, "List Bullet", size=size, after=4)
    paragraph_style(document, "Below table", size=size, before=10, after=6)
    below = paragraph_style(document, "Bullet below table", size=size, before=10, after=4)
    below.base_style = bullet
    paragraph_style(document, "Small note", size=size, colour=QUIET, after=4)
    paragraph_style(document, "Matter", size=size, colour=QUIET, after=4, keep_with_next=True)
    draft = paragraph_style(document, "Draft", size=size, colour="8A1C1C", bold=True, before=6)
    boxed(draft, sides="top left bottom right", colour="8A1C1C", fill="FBEDED")
    draft.paragraph_format.left_indent = draft.paragraph_format.right_indent = Cm(0.25)
    paragraph_style(
        document, "Caption", size=size, bold=True, before=10, after=4, keep_with_next=True
    )
    paragraph_style(document, "Table heading", size=size, bold=True, after=0)
    paragraph_style(document, "Table text", size=size, after=0)
    for name in ("Private title", "Private", "Private end"):
        bold = name == "Private title"
        private = paragraph_style(
            document,
            name,
            size=size,
            bold=bold,
            before=10 if bold else 0,
            after=0,
            keep_with_next=name != "Private end",
        )
        private.paragraph_format.left_indent = private.paragraph_format.right_indent = Cm(0.25)
        boxed(private, sides="top left bottom right", colour="6B4E9B", fill="F4F0FA", weight=8)
    paragraph_style(document, "Header", size=10, colour=QUIET, after=0)
    paragraph_style(document, "Footer", size=10, colour=QUIET, after=0)
    paragraph_style(document, "Page turn", size=1, after=0)


def _page(document: DocumentType) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.2)
    section.header.paragraphs[0].add_run(
        "{{ initials }} · {{ reference }} · {{ review }}{% if draft %} · DRAFT{% endif %}"
    )
    footer = section.footer.paragraphs[0]
    footer.add_run("Page ")
    field(footer, "PAGE")
    footer.add_run(" of ")
    field(footer, "NUMPAGES")
    footer.add_run(" · {{ version }} · {{ copy }} · Confidential")


if __name__ == "__main__":
    main()
