"""The Word files, opened again: styles, tables, language, properties, and what is on the disk."""

import os
import stat
import zipfile
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from iro_tui.documents.renderer import TEMPLATES, Renderer
from iro_tui.domain.clock import Clock
from iro_tui.domain.documents import DocumentKind
from iro_tui.errors import CannotWrite, TemplateError
from tests.documents.full_review import full_review, knowledge, letter_source, record_source
from tests.documents.reading_word import (
    headings,
    in_style,
    languages,
    opened,
    paragraphs,
    style_sequence,
    table_after,
)

BANDS = [band.id for band in knowledge().letter.bands]


def test_the_record_has_real_headings_and_no_level_is_skipped(
    renderer: Renderer, target: Path
) -> None:
    renderer.write(DocumentKind.RECORD, record_source(full_review()), target)
    record = opened(target)
    assert in_style(record, "Title") == ["Child in care review – record"]
    assert headings(record)[:3] == [
        "Facts",
        "How Wren took part",
        "Who was there and who was asked",
    ]
    levels = [
        name for name in style_sequence(record) if name in ("Title", "Heading 1", "Heading 2")
    ]
    assert levels[:2] == ["Title", "Heading 1"]


def test_each_table_has_a_title_a_repeating_header_row_and_no_empty_header_cell(
    renderer: Renderer, target: Path
) -> None:
    renderer.write(DocumentKind.RECORD, record_source(full_review()), target)
    record = opened(target)
    body = list(record.element.body)
    assert record.tables
    for table in record.tables:
        before = body[body.index(table._tbl) - 1]
        style = before.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        assert style is not None
        assert style.get(qn("w:val")) == "Caption"
        assert all(cell.text.strip() for cell in table.rows[0].cells)
        assert table.rows[0]._tr.findall(f".//{qn('w:tblHeader')}")
        for row in table.rows:
            assert row._tr.findall(f".//{qn('w:cantSplit')}")
            assert len(row.cells) == len(table.columns)
        assert not table._tbl.findall(f".//{qn('w:gridSpan')}")
        assert not table._tbl.findall(f".//{qn('w:vMerge')}")


def test_properties_stand_in_the_order_that_word_wants(renderer: Renderer, target: Path) -> None:
    orders = {
        "tblPr": (
            "tblStyle tblStyleRowBandSize tblStyleColBandSize tblW jc tblInd tblBorders shd "
            "tblLayout tblCellMar tblLook"
        ),
        "pPr": (
            "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing "
            "ind contextualSpacing jc outlineLvl rPr sectPr"
        ),
        "sectPr": (
            "headerReference footerReference type pgSz pgMar pgBorders pgNumType cols titlePg "
            "docGrid"
        ),
    }
    renderer.write(DocumentKind.RECORD, record_source(full_review()), target)
    files = [target, *TEMPLATES.glob("*.docx")]
    for path in files:
        document = opened(path)
        for name, order in orders.items():
            wanted = [qn(f"w:{tag}") for tag in order.split()]
            for root in (document.element, document.styles.element):
                for properties in root.iter(qn(f"w:{name}")):
                    places = [wanted.index(one.tag) for one in properties]
                    assert places == sorted(places), (path.name, name)


def test_the_decisions_table_stands_on_pages_in_landscape(renderer: Renderer, target: Path) -> None:
    renderer.write(DocumentKind.RECORD, record_source(full_review()), target)
    record = opened(target)
    shapes = [int(one.page_width or 0) > int(one.page_height or 0) for one in record.sections]
    assert shapes == [False, True, False]
    grid = table_after(record, "What was decided, by whom and by when")
    assert grid[0][1] == "Decision"
    assert grid[2][1] == "Take Wren to see Toby every second Sunday"


@pytest.mark.parametrize("band_id", BANDS)
def test_a_letter_has_its_title_greeting_and_type_size(
    renderer: Renderer, target: Path, band_id: str
) -> None:
    renderer.write(DocumentKind.LETTER, letter_source(full_review(), band_id), target)
    letter = opened(target)
    band = knowledge().letter.band(band_id)
    size = letter.styles["Normal"].font.size
    assert size.pt == band.type_size
    assert in_style(letter, "Greeting") == ["Dear Wren,"]
    assert in_style(letter, "Title")[0].startswith("A letter for Wren")
    assert bool(headings(letter)) == bool(band.headings)


@pytest.mark.parametrize("name", ["record", *(f"letter_{band_id}" for band_id in BANDS)])
def test_a_template_is_british_in_every_style_and_set_for_reading(name: str) -> None:
    template = opened(TEMPLATES / f"{name}.docx")
    assert languages(template) == {"en-GB"}
    for style_name in ("Normal", "Title", "Heading 1", "Quote"):
        style = template.styles[style_name]
        assert style.font.name == "Arial"
        assert not style.font.italic
        spacing = style.paragraph_format.line_spacing
        assert spacing is not None
        assert spacing >= 1.25
    assert not [one for one in paragraphs(template) if "\t" in one]


def test_colours_of_text_have_contrast_enough(renderer: Renderer, target: Path) -> None:
    for template in TEMPLATES.glob("*.docx"):
        for style in opened(template).styles:
            colour = getattr(getattr(style, "font", None), "color", None)
            if colour is not None and colour.rgb is not None and style.quick_style:
                assert _contrast_with_white(str(colour.rgb)) >= 4.5, (template.name, style.name)


def _contrast_with_white(rgb: str) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(rgb[at : at + 2], 16)) for at in (0, 2, 4))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_what_the_file_says_about_itself_names_initials_and_the_chair(
    renderer: Renderer, target: Path
) -> None:
    renderer.write(DocumentKind.RECORD, record_source(full_review()), target)
    told = opened(target).core_properties
    assert told.title == "Child in care review 5, 12 November 2026, WH – record"
    assert told.author == "Ruth Hale"
    assert told.language == "en-GB"
    assert told.comments == ""
    assert told.created is not None
    assert told.created.replace(tzinfo=None) == datetime(2026, 11, 24, 16, 10)  # noqa: DTZ001
    assert "Wren" not in f"{told.title}{told.subject}{told.keywords}"


def test_header_and_footer_say_whose_paper_it_is_and_that_it_is_a_draft(
    renderer: Renderer, target: Path
) -> None:
    renderer.write(DocumentKind.RECORD, record_source(full_review()), target)
    section = opened(target).sections[0]
    header = section.header.paragraphs[0].text
    footer = section.footer.paragraphs[0].text
    assert header == "WH · 1042 · Review 5 · DRAFT"
    assert footer.startswith("Page ")
    assert footer.endswith("Version 1 · Full copy · Confidential")


def test_the_file_is_its_owners_alone_and_has_the_fingerprint_that_is_told(
    renderer: Renderer, target: Path
) -> None:
    fingerprint = renderer.write(DocumentKind.RECORD, record_source(full_review()), target)
    assert fingerprint == sha256(target.read_bytes()).hexdigest()
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(target.parent.iterdir()) == [target]


def test_a_draft_takes_the_place_of_the_draft_before(renderer: Renderer, target: Path) -> None:
    renderer.write(DocumentKind.RECORD, record_source(full_review()), target)
    first = target.read_bytes()
    renderer.write(DocumentKind.RECORD, record_source(full_review("Other words")), target)
    assert target.read_bytes() != first


def test_a_full_disk_leaves_what_was_there_and_nothing_half_written(
    renderer: Renderer, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target.write_bytes(b"the draft of before")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match="No space left on device"):
        renderer.write(DocumentKind.RECORD, record_source(full_review()), target)
    assert target.read_bytes() == b"the draft of before"
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_that_is_a_file_cannot_be_written_to(renderer: Renderer, tmp_path: Path) -> None:
    (tmp_path / "papers").write_text("in the way")
    with pytest.raises(CannotWrite, match="could not be written"):
        renderer.write(
            DocumentKind.RECORD, record_source(full_review()), tmp_path / "papers" / "record.docx"
        )


def a_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "no Word file")


@pytest.mark.parametrize("broken", ["text", "empty", "zip", "missing"])
def test_a_template_that_is_no_word_file_is_told_by_name(
    tmp_path: Path, target: Path, broken: str
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    template = own / "record.docx"
    if broken == "text":
        template.write_text("not a Word file")
    elif broken == "empty":
        template.touch()
    elif broken == "zip":
        a_zip(template)
    renderer = Renderer(clock=Clock(), templates=own)
    with pytest.raises(TemplateError, match=r"record\.docx") as caught:
        renderer.write(DocumentKind.RECORD, record_source(full_review()), target)
    assert caught.value.hint
    assert not target.exists()


@pytest.mark.parametrize(
    "tag",
    [
        "{{ no_such_name }}",
        "{{ ''.__class__.__mro__ }}",
        "{% for %}",
        "{{ 1 / 0 }}",
        "{{ title + 1 }}",
    ],
)
def test_a_template_that_reaches_for_what_it_may_not_is_refused(
    tmp_path: Path, target: Path, tag: str
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    document = opened(TEMPLATES / "record.docx")
    document.add_paragraph(tag)
    document.save(str(own / "record.docx"))
    renderer = Renderer(clock=Clock(), own_templates=own)
    with pytest.raises(TemplateError):
        renderer.write(DocumentKind.RECORD, record_source(full_review()), target)
    assert not target.exists()


def test_a_services_own_template_takes_the_place_of_ours(tmp_path: Path, target: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    document = opened(TEMPLATES / "record.docx")
    document.add_paragraph("Seen by {{ decisions.heading }} of {{ reference }}")
    document.save(str(own / "record.docx"))
    Renderer(clock=Clock(), own_templates=own).write(
        DocumentKind.RECORD, record_source(full_review()), target
    )
    assert "Seen by Decisions of this review of 1042" in paragraphs(opened(target))
