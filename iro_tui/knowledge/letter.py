"""Reading data/letter.toml: the bands of the letter, and its words by tone."""

from iro_tui.domain.letter.bands import ALL_TONES, Band, LetterKnowledge, Lines
from iro_tui.knowledge.reading import Table

_TONES = ("b0_4", "b5_8", "b9_12", "b13", "later", "easy_read", ALL_TONES)
_KEYS = (
    "order",
    "never_left_out",
    "under_an_order",
    "without_why",
    "adult_words",
    "bands",
    "starters",
    "rights",
    "orders",
    "why_here",
    "plans",
    "lines",
)
_BAND_KEYS = (
    "name",
    "ages",
    "tones",
    "headings",
    "rights",
    "mean_words",
    "longest_sentence",
    "type_size",
    "letter_words",
)


def letter_from(file: Table) -> LetterKnowledge:
    """Return what is known about the letter; raises KnowledgeError with file, line and key."""
    file.only(*_KEYS)
    rights = file.table("rights")
    rights.only(*_TONES, "judge")
    judge = rights.table("judge")
    judge.only("order", "no_order")
    return LetterKnowledge(
        bands=tuple(_band_from(band_id, table) for band_id, table in file.table("bands").entries()),
        order=file.texts("order"),
        never_left_out=frozenset(file.texts("never_left_out")),
        under_an_order=frozenset(file.texts("under_an_order")),
        without_why=frozenset(file.texts("without_why")),
        adult_words=frozenset(file.texts("adult_words")),
        starters=_by_tone(file.table("starters")),
        rights={tone: rights.texts(tone) for tone in rights.keys if tone != "judge"},
        judge={True: judge.texts("order"), False: judge.texts("no_order")},
        orders=_by_tone(file.table("orders")),
        why_here=file.table("why_here").words(),
        plans=_by_tone(file.table("plans")),
        lines=_by_tone(file.table("lines")),
    )


def _band_from(band_id: str, table: Table) -> Band:
    table.only(*_BAND_KEYS)
    return Band(
        id=band_id,
        name=table.text("name"),
        ages=_ages(table),
        tones=table.texts("tones"),
        headings=table.text("headings"),
        rights=table.text("rights"),
        mean_words=table.whole("mean_words"),
        longest=table.whole("longest_sentence"),
        type_size=table.whole("type_size"),
        letter_words=_pair(table, "letter_words"),
    )


def _ages(table: Table) -> tuple[int, int] | None:
    return _pair(table, "ages") if table.wholes("ages") else None


def _pair(table: Table, key: str) -> tuple[int, int]:
    numbers = table.wholes(key)
    if len(numbers) != 2 or numbers[0] > numbers[1]:
        raise table.broken(key, "is to be two numbers, the smaller first", hint="[5, 8]")
    return numbers[0], numbers[1]


def _by_tone(table: Table) -> dict[str, dict[str, Lines]]:
    found = {}
    for entry_id, entry in table.entries():
        entry.only(*_TONES)
        found[entry_id] = {tone: entry.texts(tone) for tone in entry.keys}
    return found
