"""The child's letter for its Word template: one paper a band, one line a paragraph.

Pure: what the letter says can be read, and tested, without Word.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from iro_tui.documents.parts import paragraph
from iro_tui.domain.days import day_in_full, day_in_record
from iro_tui.domain.documents import BlockKind, PreviewBlock
from iro_tui.domain.letter import GREETING, SIGN_OFF, LetterSection
from iro_tui.domain.letter_source import LetterSource
from iro_tui.domain.record import meeting_name


@dataclass(frozen=True)
class Line:
    """One line of the letter and how it is set."""

    text: str
    is_greeting: bool = False
    is_quotation: bool = False
    is_sign_off: bool = False


@dataclass(frozen=True)
class SectionOnPaper:
    """One section of the letter as the template prints it; its title may be empty."""

    title: str
    lines: tuple[Line, ...]


def letter_context(source: LetterSource) -> Mapping[str, object]:
    """Return what the Word template of a letter may name.

    `title`, `written_on`, `sections` in order (each `title` and `lines`), `initials`,
    `reference`, `review`, `version`, `copy`, `draft`, `draft_line`.
    """
    view = source.view
    return {
        "title": f"A letter for {view.child.name}",
        "written_on": day_in_full(source.issued_on or view.today),
        "sections": tuple(_on_paper(source)),
        "draft": source.issued_on is None,
        "draft_line": f"Draft of {day_in_record(view.today)}: not for sending.",
        "initials": view.child.initials,
        "reference": view.child.reference,
        "review": f"Review {view.review.number}",
        "version": f"Version {source.version}",
        "copy": "Letter",
    }


def letter_title(source: LetterSource) -> str:
    """Return the title of the file: meeting, number, date and initials, never the full name."""
    review = source.view.review
    day = f", {day_in_record(review.day)}" if review.day else ""
    return f"{meeting_name(review)} {review.number}{day}, {source.view.child.initials} – letter"


def _on_paper(source: LetterSource) -> Iterator[SectionOnPaper]:
    for section in source.sections:
        if section.lines:
            yield SectionOnPaper(
                title=section.title if source.band.headings else "",
                lines=tuple(_lines(section)),
            )


def _lines(section: LetterSection) -> Iterator[Line]:
    for place, text in enumerate(section.lines):
        yield Line(
            text,
            is_greeting=section.section_id == GREETING and place == 0,
            is_quotation=is_quotation(text),
            is_sign_off=section.section_id == SIGN_OFF,
        )


def is_quotation(line: str) -> bool:
    """Whether a line is nothing but somebody's own words in quotation marks."""
    words = line.strip()
    return words.startswith("“") and words.endswith("”") and words.count("“") == 1


def letter_preview(source: LetterSource) -> tuple[PreviewBlock, ...]:
    """Return the letter as it stands, block by block, for the screen."""
    context = letter_context(source)
    blocks = [PreviewBlock(BlockKind.TITLE, str(context["title"]))]
    blocks.append(paragraph(str(context["written_on"])))
    for section in _on_paper(source):
        if section.title:
            blocks.append(PreviewBlock(BlockKind.HEADING, section.title))
        for line in section.lines:
            kind = BlockKind.QUOTATION if line.is_quotation else BlockKind.PARAGRAPH
            blocks.append(PreviewBlock(kind, line.text))
    return tuple(blocks)
