"""Reading data/record.toml: how each answer reads as a sentence in the record."""

from iro_tui.domain.agenda import Agenda, Kind, Part, Question
from iro_tui.domain.record_words import ANY, PartWords, RecordWords
from iro_tui.knowledge.reading import Table


def record_words_from(file: Table, agenda: Agenda) -> RecordWords:
    """Return the sentences of the record; raises KnowledgeError with file, line and key.

    A question that the service has left out of the agenda may still be named here.
    """
    questions = {}
    for section_id, section in file.entries():
        for name, table in section.entries():
            question = agenda.asked(f"{section_id}.{name}")
            if question is not None:
                questions[question.id] = _question_from(table, question)
    return RecordWords(questions)


def _question_from(table: Table, question: Question) -> dict[str, PartWords]:
    parts = {part.id: part for part in question.parts}
    table.only(*parts)
    return {part_id: _part_from(table, part_id, parts[part_id]) for part_id in table.keys}


def _part_from(table: Table, key: str, part: Part) -> PartWords:
    if not table.is_table(key):
        return PartWords({ANY: table.text(key)})
    inside = table.table(key)
    if part.columns:
        columns = {column.id: column for column in part.columns}
        inside.only(*columns)
        return PartWords(
            columns={name: _part_from(inside, name, columns[name]) for name in inside.keys}
        )
    options = ("yes", "no") if part.kind is Kind.YES_NO else tuple(part.options)
    inside.only(*options, ANY)
    return PartWords(inside.words())
