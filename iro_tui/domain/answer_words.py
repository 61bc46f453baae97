"""Answers as somebody would read them out: for the line about last time, and for rows."""

from collections.abc import Mapping
from datetime import date

from iro_tui.domain.agenda import Kind, Part, Question
from iro_tui.domain.answers import Answer, Cell, PartValue, Row, is_empty
from iro_tui.domain.dates.spoken import spoken


def value_words(part: Part, value: PartValue) -> str:
    """Return one part's value in words; rows stand one a line."""
    if part.kind in (Kind.PEOPLE, Kind.TABLE) and isinstance(value, tuple):
        return "\n".join(row_words(part, row) for row in value if isinstance(row, Mapping))
    if isinstance(value, tuple):
        return ", ".join(
            part.options.get(choice, choice) for choice in value if isinstance(choice, str)
        )
    return cell_words(part, value)


def cell_words(part: Part, value: Cell) -> str:
    """Return one plain value in words: "yes", "Fri 4 Dec 2026", "7 of 10", an option's words."""
    match value:
        case bool():
            return "yes" if value else "no"
        case date():
            return spoken(value)
        case tuple():
            return ", ".join(part.options.get(choice, choice) for choice in value)
        case str():
            return part.options.get(value, value)
        case _:
            return f"{value:g} of 10" if part.kind is Kind.SCALE else f"{value:g}"


def row_words(part: Part, row: Row) -> str:
    """Return one row of a table in words: "Mum · in person · every Saturday"."""
    words = [
        _labelled(column, row[column.id])
        for column in part.columns
        if column.id in row and not is_empty(row[column.id])
    ]
    return " · ".join(words)


def _labelled(column: Part, value: Cell) -> str:
    # A bare yes or number says nothing without its label; other words speak for themselves.
    words = " ".join(cell_words(column, value).split())
    needs_label = column.kind in (Kind.YES_NO, Kind.NUMBER, Kind.SCALE) and column.label
    return f"{column.label}: {words}" if needs_label else words


def answer_words(question: Question, answer: Answer) -> str:
    """Return a whole answer in words, one part a line, with its label where it has one."""
    lines = []
    for part in question.parts:
        value = answer.parts.get(part.id)
        if value is None or is_empty(value):
            continue
        words = value_words(part, value)
        lines.append(f"{part.label}: {words}" if part.label else words)
    return "\n".join(lines)
