"""An answer as it stands in the record: text as it was written, the rest as sentences."""

from collections.abc import Iterator, Mapping
from datetime import date

from iro_tui.documents.parts import bullets, listed, paragraph, paragraphs, quotation, sentence
from iro_tui.domain.agenda import Kind, Part, Question
from iro_tui.domain.answers import Answer, Cell, PartValue, Row, is_empty
from iro_tui.domain.days import day_in_record
from iro_tui.domain.documents import PreviewBlock


def answer_blocks(
    question: Question, answer: Answer, last: Answer | None
) -> Iterator[PreviewBlock]:
    """Return an answered question as blocks, without saying the question again.

    Facts of one answer join into one paragraph; what was written stands as it was written; rows
    become a list. Scales carry last time's number.
    """
    facts: list[str] = []
    told: list[PreviewBlock] = []
    for part in question.parts:
        value = answer.parts.get(part.id)
        if value is None or is_empty(value):
            continue
        if part.kind is Kind.TEXT and isinstance(value, str):
            told.extend(quotation(value) if question.own_words else paragraphs(value))
        elif isinstance(value, tuple) and part.kind in (Kind.PEOPLE, Kind.TABLE):
            rows = (row for row in value if isinstance(row, Mapping))
            told.extend(bullets(row_in_words(part, row) for row in rows))
        else:
            before = last.parts.get(part.id) if last else None
            facts.append(_fact(question, part, value, before))
    if facts:
        yield paragraph(" ".join(facts))
    yield from told
    yield from _holder(answer)


def _holder(answer: Answer) -> Iterator[PreviewBlock]:
    """Say whose view it is: an opinion stands with its holder (record.md 1)."""
    if answer.given_by:
        when = f", {day_in_record(answer.given_on)}" if answer.given_on else ""
        yield paragraph(f"Said by {answer.given_by}{when}.")
    if answer.carried_over:
        checked = f", checked {day_in_record(answer.given_on)}" if answer.given_on else ""
        yield paragraph(f"Unchanged since last time{checked}.")


def _fact(question: Question, part: Part, value: PartValue, before: PartValue | None) -> str:
    words = in_words(part, value)
    if part.kind is Kind.SCALE and isinstance(before, int | float):
        words = f"{words} (last time {before:g})"
    label = part.label or question.record
    return sentence(f"{label}: {words}" if label else words)


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
            return listed(chosen)
        case _:
            return f"{value:g}"


def row_in_words(part: Part, row: Row) -> str:
    """Return one row as a sentence: "Mum: in person, every Saturday; wants: more."."""
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
