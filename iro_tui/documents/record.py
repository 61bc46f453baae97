"""The record of a review, from its answers: every heading of the IRO Handbook's list, in our order.

Pure: what the record says can be read, and tested, without Word.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from iro_tui.documents.answered import Answered
from iro_tui.documents.paper import Paper, on_every_page
from iro_tui.documents.parts import Part, matter, paragraph, subheading
from iro_tui.documents.record_decisions import decisions_part, last_decisions_table
from iro_tui.documents.record_end import distribution, not_answered, sign_off, timescales
from iro_tui.documents.record_facts import facts_part, kind_in_words
from iro_tui.documents.record_people import others_views, papers, took_part, who_was_there
from iro_tui.documents.record_voice import what_the_child_said
from iro_tui.domain.agenda import Section
from iro_tui.domain.answers import AnswerState
from iro_tui.domain.dates.days import day_in_record
from iro_tui.domain.documents import BlockKind, DocumentKind, PreviewBlock
from iro_tui.domain.listing import listed
from iro_tui.domain.record import RecordSource, meeting_name, paper_title

_OWN_HEADINGS = frozenset(
    {"welcome", "wishes", "since", "rights", "chair_view", "decisions", "closing"}
)
"""Sections of the agenda whose answers stand under headings of the record's own."""
_UNDER_OTHERS_VIEWS = frozenset({"family.parents"})
_ALL_OF_LAST_TIME = ("since.proud", "since.why_not", "since.letter", "since.changes", "since.told")


def record_context(source: RecordSource) -> Mapping[str, object]:
    """Return what the Word template of the record may name.

    `title`, `subtitle`, `about` (lines under it), `parts` in order and each part by its id,
    `initials`, `reference`, `review`, `version`, `copy`, `draft`, `draft_line`.
    """
    view, review = source.view, source.view.review
    parts = record_parts(source)
    day = day_in_record(review.day) if review.day else "day not known"
    return {
        "title": f"{meeting_name(review)} – record",
        "subtitle": f"{view.child.name}, reference {view.child.reference}",
        "about": (
            f"Review {review.number}, {kind_in_words(review)}, {day}",
            f"Version {source.version}, full copy",
        ),
        "draft_line": f"Draft of {day_in_record(view.today)}: not for sending.",
        "copy": "Full copy",
        "parts": parts,
        **on_every_page(source),
        **{part.id: part for part in parts},
    }


def record_preview(source: RecordSource) -> tuple[PreviewBlock, ...]:
    """Return the record as it stands, block by block, for the screen."""
    context = record_context(source)
    blocks = [PreviewBlock(BlockKind.TITLE, str(context["title"]))]
    blocks.append(paragraph(str(context["subtitle"])))
    for part in record_parts(source):
        if part.heading:
            blocks.append(PreviewBlock(BlockKind.HEADING, part.heading))
        blocks.extend(part.blocks)
    return tuple(blocks)


def record_parts(source: RecordSource) -> tuple[Part, ...]:
    """Return the parts of the record in their order; a part without anything to say is left out."""
    answered = Answered(source.view, source.words)
    parts = (
        facts_part(source),
        took_part(source, answered),
        who_was_there(source, answered),
        papers(answered),
        what_the_child_said(answered),
        decisions_part(source, answered.blocks("decisions.dissent")),
        *_last_time(source, answered),
        *_sections(answered),
        others_views(source, answered),
        Part("rights", "Rights explained", tuple(_whole(answered, "rights"))),
        _chair_view(answered),
        timescales(source, answered),
        distribution(answered),
        not_answered(source, source.agenda),
        sign_off(source),
    )
    told = [replace(part, blocks=_below_tables(part.blocks)) for part in parts if part.blocks]
    return tuple(_on_wide_pages(told))


def _below_tables(blocks: tuple[PreviewBlock, ...]) -> tuple[PreviewBlock, ...]:
    """Mark what stands right below a table, which has no room of its own under it in Word."""
    before = (None, *blocks[:-1])
    return tuple(
        replace(block, layout="below_table")
        if above and above.kind is BlockKind.TABLE and block.kind in _NEEDS_ROOM
        else block
        for above, block in zip(before, blocks, strict=True)
    )


_NEEDS_ROOM = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET})


def _last_time(source: RecordSource, answered: Answered) -> Iterator[Part]:
    heading = "Last review's decisions and what has changed"
    rows = last_decisions_table(source)
    changes = [block for one in _ALL_OF_LAST_TIME for block in answered.blocks(one)]
    if source.view.last_review is None and not rows:
        first = paragraph("First review.")
        yield Part("last_decisions", heading, (first, *changes))
        return
    if not rows:
        none = paragraph("No decision of before was open.")
        yield Part("last_decisions", heading, (none, *changes))
        return
    yield Part("last_decisions", heading, rows)
    if changes:
        yield Part("changes", "", (subheading("What has changed"), *changes))


def _sections(answered: Answered) -> Iterator[Part]:
    """Return heading 9: one heading for each section that has none of its own."""
    for section in answered.view.agenda.sections:
        if section.id not in _OWN_HEADINGS:
            told = answered.section_blocks(section, without=_UNDER_OTHERS_VIEWS)
            first = _disagreement(answered) if section.id == "plan" else ()
            blocks = (*_matter(section), *first, *told)
            yield Part(section.id, section.title, blocks)


def _matter(section: Section) -> Iterator[PreviewBlock]:
    """Say which matters of Schedule 7 the section covers."""
    if section.schedule_7:
        numbers = listed(str(number) for number in section.schedule_7)
        word = "paragraph" if len(section.schedule_7) == 1 else "paragraphs"
        yield matter(f"Schedule 7, {word} {numbers}")


def _disagreement(answered: Answered) -> Iterator[PreviewBlock]:
    """Say first that the child does not agree with the plan; dissent is never smoothed over."""
    answer = answered.answer("wishes.plan_agree")
    if answer.parts.get("answer") in ("no", "partly"):
        yield from answered.blocks("wishes.plan_agree", only=("answer",))


def _chair_view(answered: Answered) -> Part:
    states = [answered.answer(one).state for one in _questions(answered, "chair_view")]
    if all(state is AnswerState.OPEN for state in states):
        told: tuple[PreviewBlock, ...] = (paragraph("The chair's view is not written yet."),)
    else:
        told = tuple(_whole(answered, "chair_view"))
    return Part("chair_view", "The chair's view", (*_disagreement(answered), *told))


def _questions(answered: Answered, section_id: str) -> Iterator[str]:
    for section in answered.view.agenda.sections:
        if section.id == section_id:
            yield from (question.id for question in section.questions)


def _whole(answered: Answered, section_id: str) -> Iterator[PreviewBlock]:
    for section in answered.view.agenda.sections:
        if section.id == section_id:
            yield from answered.section_blocks(section)


def _on_wide_pages(parts: list[Part]) -> Iterator[Part]:
    """Mark where pages in landscape begin and end: around tables of many columns."""
    wide = [_is_wide(part) for part in parts]
    for place, part in enumerate(parts):
        before = wide[place - 1] if place else False
        after = wide[place + 1] if place + 1 < len(parts) else False
        yield replace(
            part,
            opens_wide=wide[place] and not before,
            closes_wide=wide[place] and not after,
        )


def _is_wide(part: Part) -> bool:
    return any(block.layout in ("decisions", "last_decisions") for block in part.blocks)


RECORD = Paper[RecordSource](
    kind=DocumentKind.RECORD,
    name="Record",
    template=lambda _: "record",
    title=lambda source: paper_title(source.view.child, source.view.review, "record"),
    subject=lambda source: meeting_name(source.view.review),
    context=record_context,
    preview=record_preview,
)
"""The record of a review."""
