"""The printed week: a card for each meeting, one page after the other, to take along."""

import stat
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

from iro_tui.documents.renderer import Renderer
from iro_tui.domain.documents import DocumentKind
from iro_tui.domain.rules import Mark
from iro_tui.domain.week import Contact, ToPrepare, Week, WeekEntry
from tests.documents.reading_word import headings, languages, opened, paragraphs

MONDAY = date(2026, 11, 30)
MEETING = WeekEntry(
    day=MONDAY,
    what="Review 2",
    child_id=uuid4(),
    name="Kezia",
    reference="1042",
    time="10:00",
    place="At Bron's",
    how="in person",
    travel_note="Park at the church",
    to_prepare=(ToPrepare("Carer's report in", date(2026, 11, 16), Mark.LOCAL, is_late=True),),
    people=(Contact("Marek Nowicki", "social worker", "07700 900 421"),),
    review_id=uuid4(),
    is_meeting=True,
)
CHECK = replace(
    MEETING,
    day=date(2026, 12, 3),
    what="Midway check",
    name="Tom",
    time="",
    place="",
    how="",
    travel_note="",
    note="3 months after the day the review was held (local)",
    to_prepare=(),
    is_meeting=False,
)


def a_week(*entries: WeekEntry) -> Week:
    return Week(MONDAY, date(2026, 11, 24), "Ruth Hale", entries)


def cards(path: Path) -> list[list[tuple[str, ...]]]:
    """Return the rows of each card."""
    return [
        [tuple(cell.text for cell in row.cells) for row in table.rows]
        for table in opened(path).tables
    ]


def test_a_card_says_where_how_what_is_to_prepare_and_whom_to_ring(
    renderer: Renderer, target: Path
) -> None:
    renderer.write(DocumentKind.WEEK, a_week(MEETING, CHECK), target)
    assert headings(opened(target)) == ["Monday 30 November 2026", "Thursday 3 December 2026"]
    assert cards(target) == [
        [
            ("10:00", "Kezia (1042) · Review 2"),
            ("Place", "At Bron's · in person"),
            ("Getting there", "Park at the church"),
            ("To prepare", "☐ Carer's report in, by Mon 16 Nov (local), late"),
            ("To ring", "07700 900 421 · Marek Nowicki, social worker"),
            ("Notes", ""),
        ],
        [
            ("by this day", "Tom (1042) · Midway check"),
            ("Note", "3 months after the day the review was held (local)"),
            ("To ring", "07700 900 421 · Marek Nowicki, social worker"),
        ],
    ]


def test_the_file_is_british_and_its_owners_and_says_whose_it_is(
    renderer: Renderer, target: Path
) -> None:
    renderer.write(DocumentKind.WEEK, a_week(MEETING), target)
    written = opened(target)
    assert languages(written) == {"en-GB"}
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    core = written.core_properties
    assert core.title == "Week on the road, Monday 30 November to Sunday 6 December 2026"
    assert core.author == "Ruth Hale"
    assert "Confidential: names and numbers" in written.sections[0].footer.paragraphs[0].text


def test_a_card_is_not_broken_over_two_pages(renderer: Renderer, target: Path) -> None:
    renderer.write(DocumentKind.WEEK, a_week(MEETING), target)
    table = opened(target).tables[0]
    for row in table.rows:
        for cell in row.cells:
            style = cell.paragraphs[0].style
            assert style is not None
            assert style.paragraph_format.keep_with_next


def test_a_week_without_anything_says_so(renderer: Renderer, target: Path) -> None:
    renderer.write(DocumentKind.WEEK, a_week(), target)
    assert "Nothing is planned in this week." in paragraphs(opened(target))


def test_odd_names_stand_as_they_were_typed(renderer: Renderer, target: Path) -> None:
    odd = "[red] {{ x }} & <w:p> =SUM(A1) {_{"
    renderer.write(DocumentKind.WEEK, a_week(replace(MEETING, name=odd, place=odd)), target)
    (card,) = cards(target)
    assert card[0][1] == f"{odd} (1042) · Review 2"
    assert card[1][1] == f"{odd} · in person"


def test_the_preview_says_the_same(renderer: Renderer) -> None:
    told = [block.text for block in renderer.preview(DocumentKind.WEEK, a_week(MEETING))]
    assert "10:00 · Kezia (1042) · Review 2" in told
    assert "To ring: 07700 900 421 · Marek Nowicki, social worker" in told
