"""How the record says an answer: sentences of data/record.toml, by question and part."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

ANY = "any"
_SLOT = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True)
class PartWords:
    """The sentences of one part: by option ("yes" and "no" for yes_no), or `ANY` for all others.

    `columns` holds those of the columns of a table; `{}` in a sentence is the answer, {name} and
    the like are people.
    """

    says: Mapping[str, str] = field(default_factory=dict)
    columns: "Mapping[str, PartWords]" = field(default_factory=dict)

    def sentence(self, option: str) -> str | None:
        """Return the sentence for an option, else the one for any; None where there is none."""
        return self.says.get(option, self.says.get(ANY))


@dataclass(frozen=True)
class RecordWords:
    """The sentences of every question, each with its parts in the order in which they are read."""

    questions: Mapping[str, Mapping[str, PartWords]] = field(default_factory=dict)

    def of(self, question_id: str) -> Mapping[str, PartWords]:
        """Return the sentences of a question's parts; none for a question not named."""
        return self.questions.get(question_id, {})


def filled(sentence: str, answer: str, names: Mapping[str, str]) -> str:
    """Return a sentence with the answer and the names in it; other braces stay as they are.

    Every slot is filled once and in one go, so that braces in an answer are never taken for slots.
    """
    return _SLOT.sub(lambda found: names.get(found[1], found[0]) if found[1] else answer, sentence)
