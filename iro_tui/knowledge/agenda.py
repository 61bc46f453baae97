"""Reading data/agenda.toml: the agenda, checked before anybody chairs with it."""

import re
from collections.abc import Iterable, Iterator

from iro_tui.domain.agenda import (
    Agenda,
    AgendaPart,
    KeptIn,
    Moment,
    Question,
    Room,
    Section,
    Variant,
)
from iro_tui.domain.codes import Codes
from iro_tui.domain.listing import either, listed
from iro_tui.knowledge.agenda_parts import parts_from
from iro_tui.knowledge.conditions import condition_from, condition_or_none
from iro_tui.knowledge.reading import Table

ASKED_OF = (
    "child",
    "social_worker",
    "carer",
    "school",
    "health",
    "parents",
    "adopters",
    "all",
    "all_adults",
    "chair",
)
SLOTS = ("name", "sw", "carer", "last", "iro")
LONGEST_SHORT = 16
TONES = ("b5_8", "b9_12", "b13")

_SLOT = re.compile(r"\{([^{}]*)\}")
_ID = re.compile(r"[a-z][a-z0-9_]*")
_TOP_KEYS = ("order", "schedule_7", "adoption_matters")
_SECTION_TABLES = ("child_titles", "applies", "leads_when")
_SECTION_KEYS = (
    "title",
    "short",
    "child_titles",
    "meeting_part",
    "opening",
    "schedule_7",
    "adoption_matters",
    "applies",
    "leads_when",
    "order",
    "hidden",
)
_QUESTION_KEYS = (
    "says",
    "moment",
    "core",
    "to",
    "room",
    "parts",
    "why",
    "record",
    "letter",
    "also",
    "asked_when",
    "asked_after",
    "leads_when",
    "needs_reason_when",
    "variants",
    "kept_in",
    "own_words",
    "private",
    "sensitive",
    "carries_forward",
    "hidden",
)


def agenda_from(file: Table, codes: Codes) -> Agenda:
    """Return the agenda; raises KnowledgeError for anything that could not be asked or kept."""
    matters = file.table("adoption_matters").words()
    paragraphs = _paragraphs(file)
    ids = [key for key in file.keys if key not in _TOP_KEYS]
    sections = []
    for section_id in _in_order(file, ids):
        table = _table_of(file, section_id, "a section of the agenda")
        section = _section_from(table, section_id, codes)
        _check_matters(table, section, paragraphs, matters)
        _check_places(table, section, ids)
        if not table.flag("hidden", default=False):
            sections.append(section)
    if not sections:
        raise file.broken("", "the agenda holds no section that is shown")
    return Agenda(tuple(sections), paragraphs, matters)


def _paragraphs(file: Table) -> dict[int, str]:
    """Return the matters of Schedule 7 by number."""
    table = file.table("schedule_7")
    for number in table.keys:
        if not number.isdecimal():
            raise table.broken(number, "is no number of a paragraph", hint="Write 1, 2, 3.")
    return {int(number): text for number, text in table.words().items()}


def _section_from(table: Table, section_id: str, codes: Codes) -> Section:
    asked = [key for key in table.keys if table.is_table(key) and key not in _SECTION_TABLES]
    table.only(*_SECTION_KEYS, *asked)
    return Section(
        id=section_id,
        title=table.text("title"),
        short=_short(table),
        child_titles=_child_titles(table),
        part=table.one_of("meeting_part", AgendaPart),
        opening=_spoken(table, "opening"),
        questions=tuple(_questions(table, section_id, asked, codes)),
        schedule_7=table.wholes("schedule_7", ()),
        adoption_matters=table.texts("adoption_matters", ()),
        applies=condition_from(table, "applies"),
        leads_when=condition_or_none(table, "leads_when"),
    )


def _questions(table: Table, section_id: str, asked: list[str], codes: Codes) -> Iterator[Question]:
    for key in _in_order(table, asked):
        _check_id(table, key)
        question = table.table(key)
        # A question is checked also where it is hidden: it may be shown again.
        read = _question_from(question, f"{section_id}.{key}", codes)
        if not question.flag("hidden", default=False):
            yield read


def _question_from(table: Table, question_id: str, codes: Codes) -> Question:
    table.only(*_QUESTION_KEYS)
    room = table.one_of("room", Room)
    return Question(
        id=question_id,
        says=_spoken(table, "says"),
        moment=table.one_of("moment", Moment),
        core=table.flag("core"),
        to=_asked_of(table, "to"),
        room=room,
        parts=parts_from(table, codes),
        why=table.text("why"),
        record=table.text("record", ""),
        letter=table.text("letter", ""),
        also=table.texts("also", ()),
        asked_when=condition_from(table, "asked_when"),
        needs_reason_when=condition_or_none(table, "needs_reason_when"),
        variants=tuple(_variant_from(one) for one in table.tables("variants")),
        kept_in=table.one_of("kept_in", KeptIn, KeptIn.ANSWERS),
        own_words=table.flag("own_words", default=False),
        private=table.flag("private", default=room is Room.ALONE),
        sensitive=table.flag("sensitive", default=False),
        carries_forward=table.flag("carries_forward", default=False),
        asked_after=table.text("asked_after", ""),
        leads_when=condition_or_none(table, "leads_when"),
    )


def _variant_from(table: Table) -> Variant:
    table.only("when", "says", "to")
    if "says" not in table and "to" not in table:
        raise table.broken("", "changes nothing", hint="Give it other words (says) or people (to).")
    return Variant(
        when=condition_from(table, "when", needed=True),
        says=_spoken(table, "says") if "says" in table else "",
        to=_asked_of(table, "to") if "to" in table else (),
    )


def _short(table: Table) -> str:
    short = table.text("short")
    if len(short) > LONGEST_SHORT:
        raise table.broken(
            "short",
            f'"{short}" has {len(short)} characters',
            hint=f"The outline has room for {LONGEST_SHORT}.",
        )
    return short


def _child_titles(table: Table) -> dict[str, str]:
    titles = table.table("child_titles")
    titles.only(*TONES)
    return {tone: titles.text(tone) for tone in TONES}


def _asked_of(table: Table, key: str) -> tuple[str, ...]:
    people = table.texts(key)
    for one in people:
        if one not in ASKED_OF:
            raise table.broken(key, f'"{one}" is not one of {either(ASKED_OF)}')
    if not people:
        raise table.broken(key, "names nobody", hint=f"Known are {listed(ASKED_OF)}.")
    return people


def _spoken(table: Table, key: str) -> str:
    """Return what the chair says, with only such names in braces as the program can fill."""
    words = table.text(key)
    for slot in _SLOT.findall(words):
        if slot not in SLOTS:
            raise table.broken(
                key,
                f"the name {{{slot}}} cannot be filled",
                hint=f"Known are {listed(f'{{{one}}}' for one in SLOTS)}.",
            )
    if not words.strip():
        raise table.broken(key, "is empty", hint="Write what the chair says aloud.")
    return words


def _check_matters(
    table: Table, section: Section, paragraphs: Iterable[int], matters: Iterable[str]
) -> None:
    for number in section.schedule_7:
        if number not in set(paragraphs):
            raise table.broken("schedule_7", f"there is no paragraph {number} in [schedule_7]")
    for letter in section.adoption_matters:
        if letter not in set(matters):
            raise table.broken(
                "adoption_matters", f'there is no matter "{letter}" in [adoption_matters]'
            )


def _check_places(table: Table, section: Section, ids: list[str]) -> None:
    """Check that a question asked after another section names one that is there."""
    for question in section.questions:
        if question.asked_after and question.asked_after not in ids:
            key = question.id.partition(".")[2]
            raise table.table(key).broken(
                "asked_after", f'"{question.asked_after}" is no section of the agenda'
            )


def _in_order(table: Table, ids: list[str]) -> list[str]:
    """Return ids in the order that the table asks for, those it does not name after them."""
    wanted = table.texts("order", ())
    for one in wanted:
        if one not in ids:
            raise table.broken("order", f'"{one}" is not there', hint=f"There are {listed(ids)}.")
    return [*dict.fromkeys(wanted), *(one for one in ids if one not in wanted)]


def _table_of(file: Table, key: str, what: str) -> Table:
    _check_id(file, key)
    if not file.is_table(key):
        raise file.broken(key, f"is not {what}", hint=f"Sections start with a line [{key}].")
    return file.table(key)


def _check_id(table: Table, key: str) -> None:
    if not _ID.fullmatch(key):
        raise table.broken(key, "cannot be an id", hint="Small letters, digits and _ can.")
