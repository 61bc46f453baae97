"""Styles, tables and page furniture of our Word templates."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from docx.document import Document as DocumentType
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

FONT = "Arial"
INK = "222222"
# 4.5 : 1 or more on white, as the accessible-document rules want.
QUIET = "595959"


@dataclass(frozen=True)
class Look:
    """Type size in points, line spacing, and the colours of one template."""

    size: float
    spacing: float
    accent: str
    tint: str
    line: str


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """Return a WordprocessingML element such as <w:shd w:fill="...">."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def say_british(document: DocumentType) -> None:
    """Set en-GB on the document's defaults, on every style and on the theme fonts."""
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "en-GB")
    for style in document.styles:
        if style.type in (WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER):
            properties = style.element.get_or_add_rPr()
            for old in properties.findall(qn("w:lang")):
                properties.remove(old)
            properties.append(element("lang", val="en-GB"))
    for lang in document.settings.element.iter(qn("w:themeFontLang")):
        lang.set(qn("w:val"), "en-GB")


def without_colours_of_their_own(document: DocumentType) -> None:
    """Take the colour from every style: those that ours do not set are too pale to read."""
    for style in document.styles:
        properties = style.element.find(qn("w:rPr"))
        for colour in () if properties is None else properties.findall(qn("w:color")):
            properties.remove(colour)


def paragraph_style(
    document: DocumentType,
    name: str,
    *,
    size: float,
    colour: str = INK,
    bold: bool = False,
    before: float = 0,
    after: float = 6,
    spacing: float = 1.25,
    keep_with_next: bool = False,
) -> ParagraphStyle:
    """Return a paragraph style with these settings, made if the document lacks it."""
    styles = document.styles
    try:
        style = styles[name]
    except KeyError:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - narrows the type
    _bare(style)
    style.font.name = FONT
    _every_script(style)
    style.font.size = Pt(size)
    for complex_size in style.element.get_or_add_rPr().findall(qn("w:szCs")):
        complex_size.set(qn("w:val"), str(int(size * 2)))
    style.font.bold = bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(colour)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.line_spacing = spacing
    form.keep_with_next = keep_with_next
    form.alignment = WD_ALIGN_PARAGRAPH.LEFT
    style.quick_style = True
    style.hidden = False
    return style


def _bare(style: ParagraphStyle) -> None:
    """Take away what the default document draws round a style: borders, theme colours, kerning."""
    for properties in (style.element.find(qn("w:pPr")), style.element.find(qn("w:rPr"))):
        if properties is not None:
            for tag in ("w:pBdr", "w:contextualSpacing", "w:spacing", "w:kern", "w:i", "w:iCs"):
                for old in properties.findall(qn(tag)):
                    properties.remove(old)


def _every_script(style: ParagraphStyle) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if "heme" in name:
            del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def boxed(
    style: ParagraphStyle,
    *,
    sides: str,
    colour: str,
    fill: str,
    weight: int = 6,
    edge: int | None = None,
) -> None:
    """Draw lines at these sides ("left top") of a style's paragraphs, on a tint.

    `weight` is in eighths of a point; `edge` is that of the upper and lower line, in the tint's
    own colour, where they only give the tint some room.
    """
    properties = style.element.get_or_add_pPr()
    borders = element("pBdr")
    for side in ("top", "left", "bottom", "right"):
        if side in sides.split():
            is_edge = edge is not None and side in ("top", "bottom")
            width, shade = (edge, fill) if is_edge else (weight, colour)
            borders.append(element(side, val="single", sz=str(width), space="6", color=shade))
    shade = element("shd", val="clear", color="auto", fill=fill)
    # The schema wants borders, then shading, both before spacing.
    place = next(
        (at for at, one in enumerate(properties) if one.tag in _AFTER_BORDERS), len(properties)
    )
    properties.insert(place, shade)
    properties.insert(place, borders)


_AFTER_BORDERS = {
    qn(f"w:{tag}")
    for tag in (
        "tabs",
        "suppressAutoHyphens",
        "spacing",
        "ind",
        "contextualSpacing",
        "jc",
        "outlineLvl",
    )
}


def table_of(
    document: DocumentType, widths: Sequence[float], header: Sequence[str], look: Look
) -> Table:
    """Return a simple grid: a header row that repeats, widths in centimetres."""
    table: Table = document.add_table(rows=1, cols=len(widths))
    table.style = "Table Grid"
    table.autofit = False
    _line_colour(table, look.line)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for cell, words in zip(table.rows[0].cells, header, strict=True):
        fill_cell(cell, words, "Table heading", shade=look.tint)
    _mark_row(table, 0, header=True)
    return table


def add_row(table: Table, words: Sequence[str], style: str = "Table text") -> None:
    """Add a row that does not break across pages."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    for cell, text in zip(row.cells, words, strict=True):
        fill_cell(cell, text, style)
    _mark_row(table, len(table.rows) - 1, header=False)


def fill_cell(cell: _Cell, words: str, style: str, *, shade: str = "") -> None:
    """Write one cell in a style."""
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    paragraph.add_run(words)
    if shade:
        cell._tc.get_or_add_tcPr().append(  # noqa: SLF001 - python-docx has no shading
            element("shd", val="clear", color="auto", fill=shade)
        )


def _mark_row(table: Table, place: int, *, header: bool) -> None:
    properties = table.rows[place]._tr.get_or_add_trPr()  # noqa: SLF001
    properties.append(element("cantSplit"))
    if header:
        properties.append(element("tblHeader"))


def _line_colour(table: Table, colour: str) -> None:
    borders = element("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(side, val="single", sz="4", space="0", color=colour))
    margins = element("tblCellMar")
    for side, width in (("top", "60"), ("left", "100"), ("bottom", "60"), ("right", "100")):
        margins.append(element(side, w=width, type="dxa"))
    # Lines up the outer border with the text above.
    indent = element("tblInd", w="100", type="dxa")
    properties = table._tbl.tblPr  # noqa: SLF001
    for made in (indent, borders, margins):
        properties.append(made)
    in_order = sorted(properties, key=lambda one: _TABLE_PROPERTIES.index(one.tag))
    for one in in_order:
        properties.append(one)


# Word refuses a table whose properties stand in another order than the schema's.
_TABLE_PROPERTIES = [
    qn(f"w:{tag}")
    for tag in (
        "tblStyle",
        "tblW",
        "jc",
        "tblInd",
        "tblBorders",
        "shd",
        "tblLayout",
        "tblCellMar",
        "tblLook",
    )
]


def field(paragraph: Paragraph, code: str) -> None:
    """Add a field such as PAGE to a paragraph."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("text", "1"), ("end", "")):
        run = paragraph.add_run(text if kind == "text" else "")
        if kind in ("begin", "separate", "end"):
            run._r.append(element("fldChar", fldCharType=kind))  # noqa: SLF001
        elif not kind:
            instruction = element("instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {text} "
            run._r.append(instruction)  # noqa: SLF001


def framed(section: Section, *, line: str, colour: str) -> None:
    """Draw a line round each page of a section, inside the edge of the paper."""
    borders = element("pgBorders", offsetFrom="page")
    for side in ("top", "left", "bottom", "right"):
        borders.append(element(side, val=line, sz="18", space="14", color=colour))
    margins = section._sectPr.find(qn("w:pgMar"))  # noqa: SLF001
    margins.addnext(borders)


def as_new_as_word_2013(document: DocumentType) -> None:
    """Let Word open the file without "Compatibility Mode"."""
    settings = document.settings.element
    compat = settings.find(qn("w:compat"))
    if compat is None:
        compat = element("compat")
        settings.append(compat)
    for old in compat.findall(qn("w:compatSetting")):
        compat.remove(old)
    compat.append(
        element(
            "compatSetting",
            name="compatibilityMode",
            uri="http://schemas.microsoft.com/office/word",
            val="15",
        )
    )


def page_turn(document: DocumentType, *, landscape: bool) -> None:
    """Add a paragraph that ends the pages before it, upright or in landscape."""
    paragraph = document.add_paragraph(style="Page turn")
    section = deepcopy(document.sections[-1]._sectPr)  # noqa: SLF001
    size = section.find(qn("w:pgSz"))
    wide, high = size.get(qn("w:w")), size.get(qn("w:h"))
    if landscape:
        size.set(qn("w:w"), high)
        size.set(qn("w:h"), wide)
        size.set(qn("w:orient"), WD_ORIENT.LANDSCAPE.name.lower())
    paragraph._p.get_or_add_pPr().append(section)  # noqa: SLF001
