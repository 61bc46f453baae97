"""The week on the road as a paper to take along: a card for each meeting and each thing to do.

Pure: what it says can be read, and tested, without Word.
"""

from collections.abc import Iterator, Mapping

from iro_tui.documents.paper import Paper
from iro_tui.documents.parts import bullets, paragraph, subheading
from iro_tui.domain.dates.days import day_in_record
from iro_tui.domain.documents import BlockKind, DocumentKind, PreviewBlock
from iro_tui.domain.week import Contact, Week, WeekEntry

_TITLE = "Week on the road"
_NOTHING = "Nothing is planned in this week."


def week_context(week: Week) -> Mapping[str, object]:
    """Return what the Word template of the week may name.

    `title`, `subtitle`, `about`, `days` in order (each `heading` and `cards`), `nothing` where
    there are none, `printed`, `chair`. A card has `time`, `heading`, `rows` (`label`, `text`) and
    `has_notes`.
    """
    return {
        "title": _TITLE,
        "subtitle": week.title,
        "about": week.count_words,
        "nothing": "" if week.entries else _NOTHING,
        "days": [
            {"heading": group.heading, "cards": [_card(week, entry) for entry in group.entries]}
            for group in week.by_day()
        ],
        "printed": day_in_record(week.today),
        "chair": week.chair_name,
    }


def _card(week: Week, entry: WeekEntry) -> Mapping[str, object]:
    return {
        "time": entry.time_words,
        "heading": f"{entry.name} ({entry.reference}) · {entry.what}",
        "rows": [{"label": label, "text": text} for label, text in _rows(week, entry)],
        "has_notes": entry.is_meeting,
    }


def _rows(week: Week, entry: WeekEntry) -> Iterator[tuple[str, str]]:
    """Yield what there is to say, a label and its text, one line under the other."""
    if entry.is_meeting:
        yield "Place", entry.where_words
    ready = "\n".join(f"☐ {one.words(week.today)}" for one in entry.to_prepare)
    told = {
        "Getting there": entry.travel_note,
        "Note": entry.note,
        "To prepare": ready,
        "To ring": "\n".join(_contact(one) for one in entry.people),
    }
    yield from ((label, text) for label, text in told.items() if text)


def _contact(contact: Contact) -> str:
    return f"{contact.telephone or 'no number'} · {contact.name}, {contact.role}"


def week_preview(week: Week) -> tuple[PreviewBlock, ...]:
    """Return the week block by block."""
    blocks = [PreviewBlock(BlockKind.TITLE, _TITLE), paragraph(week.title)]
    if not week.entries:
        blocks.append(paragraph(_NOTHING))
    for group in week.by_day():
        blocks.append(PreviewBlock(BlockKind.HEADING, group.heading))
        for entry in group.entries:
            card = _card(week, entry)
            blocks.append(subheading(f"{card['time']} · {card['heading']}"))
            blocks.extend(bullets(f"{label}: {text}" for label, text in _rows(week, entry)))
    return tuple(blocks)


WEEK = Paper[Week](
    kind=DocumentKind.WEEK,
    name="",
    template=lambda _: "week",
    title=lambda week: f"{_TITLE}, {week.title}",
    subject=lambda _: "Meetings and visits",
    context=week_context,
    preview=week_preview,
    author=lambda week: week.chair_name,
)
"""The week on the road."""
