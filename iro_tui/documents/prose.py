"""An answer as it stands in the record: text as it was written, the rest as sentences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from iro_tui.documents.parts import bullets, paragraph, paragraphs, quotation, sentence
from iro_tui.domain.agenda import Kind, Part, Question
from iro_tui.domain.answers import Answer, Cell, PartValue, Row, is_empty
from iro_tui.domain.dates.days import day_in_record
from iro_tui.domain.documents import PreviewBlock
from iro_tui.domain.letter.plain_words import as_place
from iro_tui.domain.listing import listed
from iro_tui.domain.record_words import PartWords, RecordWords, filled

_NO_WORDS = PartWords()
_GOES_ON = ", "
"""How a sentence of data/record.toml begins that goes on with the one before."""


@dataclass(frozen=True)
class Prose:
    """Tells answers with the sentences of data/record.toml and the names of this child's people."""

    words: RecordWords
    names: Mapping[str, str]

    def blocks(
        self, question: Question, answer: Answer, last: Answer | None, closing: str = ""
    ) -> Iterator[PreviewBlock]:
        """Return an answered question as blocks, without saying the question again.

        What one answer says joins into one paragraph; text of several lines stands as it was
        written; rows become a list; scales carry last time's number. `closing` ends it.
        """
        telling = _Telling()
        for part in self._in_order(question):
            value = answer.parts.get(part.id)
            if value is None or is_empty(value):
                continue
            told = self.words.of(question.id).get(part.id)
            if isinstance(value, tuple) and part.kind in (Kind.PEOPLE, Kind.TABLE):
                telling.add_blocks(bullets(self._rows(part, value, told or _NO_WORDS)))
            elif part.kind is Kind.TEXT and question.own_words:
                telling.add_blocks(quotation(str(value)))
            else:
                before = last.parts.get(part.id) if last else None
                goes_on = bool(told and (told.sentence(_option(value)) or "").startswith(_GOES_ON))
                telling.add(self._part(question, part, value, told, before), goes_on=goes_on)
        telling.add(closing)
        yield from telling.done()

    def _in_order(self, question: Question) -> Iterator[Part]:
        """Return the parts in the order of their sentences, then those without one."""
        parts = {part.id: part for part in question.parts}
        for part_id in self.words.of(question.id):
            if part_id in parts:
                yield parts.pop(part_id)
        yield from parts.values()

    def _part(
        self,
        question: Question,
        part: Part,
        value: PartValue,
        told: PartWords | None,
        before: PartValue | None,
    ) -> str:
        words = in_words(part, value)
        if part.kind is Kind.SCALE and isinstance(before, int | float):
            words = f"{words} (last time {before:g})"
        pattern = told.sentence(_option(value)) if told else None
        if pattern is not None:
            if pattern == "{}":
                return words
            slots = {**self.names, "where": as_place(words)}
            return _stopped(filled(pattern, _embedded(part, words), slots))
        if part.kind is Kind.TEXT:
            return words
        label = part.label or question.record
        return sentence(f"{label}: {words}" if label else words)

    def _rows(self, part: Part, rows: tuple[object, ...], told: PartWords) -> Iterator[str]:
        for row in rows:
            if isinstance(row, Mapping):
                yield self._row(part, row, told)

    def _row(self, part: Part, row: Row, told: PartWords) -> str:
        if not told.columns:
            return row_in_words(part, row)
        columns = {column.id: column for column in part.columns}
        pieces = []
        for column_id, words in told.columns.items():
            value = row.get(column_id)
            if value is None or is_empty(value):
                continue
            pattern = words.sentence(_option(value))
            if pattern is not None:
                said = in_words(columns[column_id], value)
                shown = said if columns[column_id].kind is Kind.TEXT else _small(said)
                pieces.append(filled(pattern, shown, self.names))
        return sentence(_joined(pieces))


def _joined(pieces: list[str]) -> str:
    """Return pieces one after another, without a second stop where one has its own."""
    row = ""
    for piece in pieces:
        starts_anew = piece.startswith(". ") and row.rstrip()[-1:] in ".!?…”"
        row += piece[1:] if starts_anew else piece
    return row


@dataclass
class _Telling:
    """Sentences that join into one paragraph until something stands by itself."""

    sentences: list[str] = field(default_factory=list)
    blocks: list[PreviewBlock] = field(default_factory=list)

    def add(self, words: str, *, goes_on: bool = False) -> None:
        if goes_on:
            words = self._went_on(words)
        if "\n" in words.strip():
            self.add_blocks(paragraphs(words))
        elif words.strip():
            self.sentences.append(words)

    def _went_on(self, words: str) -> str:
        """Return the sentence before with these words in it; alone they are a sentence."""
        if not self.sentences:
            return sentence(words.removeprefix(_GOES_ON))
        return self.sentences.pop().rstrip().removesuffix(".") + words

    def add_blocks(self, blocks: Iterator[PreviewBlock]) -> None:
        self._end_paragraph()
        self.blocks.extend(blocks)

    def done(self) -> list[PreviewBlock]:
        self._end_paragraph()
        return self.blocks

    def _end_paragraph(self) -> None:
        *most, last = self.sentences or [""]
        if last:
            self.blocks.append(paragraph(" ".join([*(_stopped(one) for one in most), last])))
        self.sentences = []


def _stopped(words: str) -> str:
    """Return a sentence that another one can follow."""
    return words if words.rstrip()[-1:] in '.!?;:…”’"' else f"{words.rstrip()}."


def _option(value: PartValue) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case str():
            return value
        case tuple() if len(value) == 1 and isinstance(value[0], str):
            return value[0]
        case _:
            return ""


def _embedded(part: Part, words: str) -> str:
    return words if part.kind is Kind.TEXT else _small(words)


def _small(words: str) -> str:
    """Return an option's words inside a sentence: "Money" as "money", "GP" as it is."""
    second_word = words.partition(" ")[2]
    is_name = words[1:2].isupper() or second_word[:1].isupper()
    return words if is_name else words[:1].lower() + words[1:]


def in_words(part: Part, value: PartValue) -> str:
    """Return one part's value in words, as the record writes it."""
    match value:
        case bool():
            return "yes" if value else "no"
        case date():
            return day_in_record(value)
        case str():
            return part.options.get(value, value)
        case tuple():
            chosen = [part.options.get(one, one) for one in value if isinstance(one, str)]
            return listed([*chosen[:1], *(_small(one) for one in chosen[1:])])
        case _:
            return f"{value:g}"


def row_in_words(part: Part, row: Row) -> str:
    """Return one row as a sentence, each column after its label."""
    columns = [
        (column, row[column.id])
        for column in part.columns
        if column.id in row and not is_empty(row[column.id])
    ]
    if not columns:
        return ""
    (first, name), *rest = columns
    head = in_words(first, name)
    tail = "; ".join(_cell(column, value) for column, value in rest)
    return sentence(f"{head}: {tail}" if tail else head)


def _cell(column: Part, value: Cell) -> str:
    words = in_words(column, value)
    if column.kind is Kind.TEXT or not column.label:
        return words
    return f"{column.label[0].lower()}{column.label[1:]}: {words}"
