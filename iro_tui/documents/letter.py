"""The child's letter for its Word template: one paper a band, one line a paragraph.

Pure: what the letter says can be read, and tested, without Word.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from iro_tui.documents.paper import Paper, on_every_page
from iro_tui.documents.parts import paragraph
from iro_tui.domain.dates.days import day_in_full
from iro_tui.domain.documents import BlockKind, DocumentKind, PreviewBlock
from iro_tui.domain.letter.bands import FOR_LATER, GREETING, SIGN_OFF, Band, LetterSection
from iro_tui.domain.letter.source import LetterSource
from iro_tui.domain.record import paper_title

_ONE_LINE_A_SENTENCE = frozenset({"b0_4", "easy_read"})
_LISTS = frozenset({"wishes", "decisions"})
_GOES_ON = ("That ", "It ", "This ")
"""How a sentence begins that goes on about the line of a list before it."""
_NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class Line:
    """One line of the letter and how it is set; `place` counts its lines from 0."""

    text: str
    place: int = 0
    is_greeting: bool = False
    is_quotation: bool = False
    is_sign_off: bool = False
    is_goodbye: bool = False


@dataclass(frozen=True)
class SectionOnPaper:
    """One section of the letter as the template prints it; its title may be empty."""

    title: str
    lines: tuple[Line, ...]


def letter_context(source: LetterSource) -> Mapping[str, object]:
    """Return what the Word template of a letter may name.

    `title`, `written_on`, `sections` in order (each `title` and `lines`), `initials`,
    `reference`, `review`, `version`, `copy`, `draft`.
    """
    return {
        "title": _heading(source),
        "written_on": day_in_full(source.issued_on or source.view.today),
        "sections": tuple(on_paper(source)),
        "copy": "Letter",
        **on_every_page(source),
    }


def _heading(source: LetterSource) -> str:
    heading = f"A letter for {source.view.child.name}"
    return f"{heading}, for when you are older" if source.band.id == FOR_LATER else heading


def on_paper(source: LetterSource) -> Iterator[SectionOnPaper]:
    """Return the letter's sections that print, with their lines as paragraphs."""
    places = count()
    for section in source.sections:
        if section.lines:
            lines = [_unbroken(one, source) for one in _lines(section, source.band)]
            yield SectionOnPaper(
                title=section.title if source.band.headings else "",
                lines=tuple(replace(line, place=next(places)) for line in lines),
            )


def _unbroken(line: Line, source: LetterSource) -> Line:
    """Keep each telephone number of the chair's profile together on one row of the page."""
    chair, text = source.view.chair, line.text
    for number in (chair.telephone, *(one.number for one in chair.helplines)):
        text = text.replace(number, number.replace(" ", _NO_BREAK)) if number else text
    return replace(line, text=text)


def _lines(section: LetterSection, band: Band) -> Iterator[Line]:
    if section.section_id == SIGN_OFF:
        for place, text in enumerate(section.lines):
            yield Line(text, is_sign_off=True, is_goodbye=place == 0)
        return
    greeting, told = section.lines[:1], section.text
    if section.section_id == GREETING:
        yield Line(greeting[0], is_greeting=True)
        told = told.partition(greeting[0])[2]
    if band.id in _ONE_LINE_A_SENTENCE:
        yield from _flowing(told, runs_on=())
    else:
        is_list = section.section_id in _LISTS and "\n\n" not in told.strip()
        yield from _flowing(told, runs_on=_GOES_ON if is_list else ("",))


def _flowing(text: str, *, runs_on: tuple[str, ...]) -> Iterator[Line]:
    """Return a text as paragraphs, which end at a blank line and at somebody's own words.

    A line that begins with one of `runs_on` runs on after the line before it: every line does
    where that is "".
    """
    running: list[str] = []
    for words, is_quoted in _with_quotations(text):
        goes_on = words.startswith(runs_on)
        if running and (not goes_on or is_quoted or not words.strip()):
            yield Line(" ".join(running))
            running = []
        if is_quoted:
            yield Line(words, is_quotation=True)
        elif words.strip():
            running.append(words)
    if running:
        yield Line(" ".join(running))


def _with_quotations(text: str) -> Iterator[tuple[str, bool]]:
    """Return each line and whether it is nothing but somebody's own words in quotation marks.

    Words that were said in several lines are quoted from the line that opens to the one that
    closes.
    """
    lines = text.split("\n")
    last_quoted = -1
    for place, line in enumerate(lines):
        if place > last_quoted and line.strip().startswith("“"):
            last_quoted = _closing_line(lines, place)
        yield line, place <= last_quoted and bool(line.strip())


def _closing_line(lines: list[str], start: int) -> int:
    """Return where a quotation that opens a line ends; -1 where it is part of a sentence."""
    for place in range(start, len(lines)):
        line = lines[place].strip()
        if place > start and line.startswith("“"):
            return -1
        if line.endswith("”"):
            return place
        if "”" in line:
            return -1
    return -1


def letter_preview(source: LetterSource) -> tuple[PreviewBlock, ...]:
    """Return the letter as it stands, block by block, for the screen."""
    context = letter_context(source)
    blocks = [PreviewBlock(BlockKind.TITLE, str(context["title"]))]
    blocks.append(paragraph(str(context["written_on"])))
    for section in on_paper(source):
        if section.title:
            blocks.append(PreviewBlock(BlockKind.HEADING, section.title))
        for line in section.lines:
            kind = BlockKind.QUOTATION if line.is_quotation else BlockKind.PARAGRAPH
            blocks.append(PreviewBlock(kind, line.text))
    return tuple(blocks)


LETTER = Paper[LetterSource](
    kind=DocumentKind.LETTER,
    name="Letter",
    template=lambda source: f"letter_{source.band.id}",
    title=lambda source: paper_title(source.view.child, source.view.review, "letter"),
    subject=lambda _: "Letter after the review",
    context=letter_context,
    preview=letter_preview,
)
"""The letter to the child, in each of its bands."""

LETTER_FOR_LATER = replace(LETTER, kind=DocumentKind.LETTER_LATER, name="")
"""The letter for when the child is older, written where its band is chosen."""
