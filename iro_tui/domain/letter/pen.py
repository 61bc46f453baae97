"""The pen of the letter's draft: sentences in the band's tone, short enough, with slots filled."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from iro_tui.domain.agenda import Question
from iro_tui.domain.answers import Answer, AnswerState, ChildKnows, PartValue, Row
from iro_tui.domain.child import Person, Role
from iro_tui.domain.dates.days import MONTHS, WEEKDAYS
from iro_tui.domain.letter.bands import Band, LetterKnowledge, Lines, in_tone
from iro_tui.domain.letter.plain_words import (
    as_phrase,
    called,
    longest_sentence,
    sentences_of,
)
from iro_tui.domain.listing import listed
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.pronouns import words_for

_SLOT = re.compile(r"\{(\w+)\}")
_NAMES = frozenset(
    {"Mum", "Mummy", "Dad", "Daddy", "Nan", "Nana", "Gran", "Grandma", "Grandad"}
    | {f"{day}{ending}" for day in WEEKDAYS for ending in ("", "s")}
    | set(MONTHS)
)


@dataclass(frozen=True)
class Pen:
    """What a draft is written with: the review, the words, and the band."""

    view: MeetingView
    knowledge: LetterKnowledge
    band: Band

    def say(self, line: str, **slots: str) -> Lines:
        """Return a fixed line of data/letter.toml, filled in; none where the band says nothing.

        Of several ways to say it the first is taken whose sentences the band allows.
        """
        ways = in_tone(self.knowledge.lines[line], self.band)
        filled = self.all_of(ways, **slots)
        short = self._short(filled) or filled[-1:]
        return tuple(short[0].split("\n")) if short else ()

    def say_if_short(self, line: str, **slots: str) -> Lines:
        """Return a fixed line as `say` does; none where no way to say it is short enough.

        For lines that hold the chair's own words: what is too long is theirs to shorten.
        """
        short = self._short(self.all_of(in_tone(self.knowledge.lines[line], self.band), **slots))
        return tuple(short[0].split("\n")) if short else ()

    def _short(self, texts: Lines) -> Lines:
        return tuple(text for text in texts if longest_sentence(text) <= self.band.longest)

    def all_of(self, lines: Lines, **slots: str) -> Lines:
        """Return lines with their slots filled; one that lacks a slot is left out."""
        return tuple(text for line in lines if (text := fill(line, slots)) is not None)

    def is_fit(self, text: str) -> bool:
        """Whether the chair's own words may stand in a letter of this band as they are.

        They are one or two short sentences on one line, without a word that only adults use, and
        not about the child as "she" or by name: a letter says "you".
        """
        sentences = sentences_of(text)
        return (
            0 < len(sentences) <= _MOST_SENTENCES
            and "\n" not in text.strip()
            and longest_sentence(text) <= self.band.longest
            and not self.has_adult_words(text)
            and not self._is_third_person(text)
        )

    def _is_third_person(self, text: str) -> bool:
        child = self.view.child
        own_names = {child.name, child.given_name, child.known_as, child.family_name} - {""}
        words = {re.split(r"['’]", word)[0] for word in re.findall(r"[\w'’-]+", text)}
        spoken = {word.casefold() for word in words}
        return bool(own_names & words or words_for(child) & spoken)

    def speaks_as_child(self, text: str) -> bool:
        """Whether a wish may be quoted as the child's: one line, not told about the child."""
        return bool(text.strip()) and "\n" not in text.strip() and not self._is_third_person(text)

    def phrase(self, text: str) -> str:
        """Return the chair's own words to go on with after "because" or "will"; names stay."""
        return as_phrase(text, self._names)

    @property
    def _names(self) -> frozenset[str]:
        names = {self.view.child.name, *_NAMES}
        for person in self.view.people:
            names.update(f"{person.name} {person.known_as}".split())
        return frozenset(names)

    def called(self, name: str) -> str:
        """Return what the child calls somebody who is named in full, on the people list or not."""
        for person in self.view.people:
            if name.strip() in (person.name, person.known_as):
                return name_of(person)
        return called(name)

    def has_adult_words(self, text: str) -> bool:
        """Whether a text holds a word that only adults use, or a slot or figure of theirs."""
        words = " ".join(re.findall(r"[\w'’-]+", text))
        spoken = f" {words.casefold()} "
        return any(f" {word.casefold()} " in spoken for word in self.knowledge.adult_words)

    def answer(self, question_id: str) -> Answer | None:
        """Return an answer that the letter may use, else None.

        It is answered, has a place in the letter, is not private, and the child knows what is
        sensitive.
        """
        question = self.view.agenda.asked(question_id)
        answer = self.view.answers.get(question_id)
        if question is None or answer is None:
            return None
        return answer if may_use(question, answer) else None

    def part(self, question_id: str, part_id: str) -> PartValue | None:
        """Return one part of an answer that the letter may use."""
        answer = self.answer(question_id)
        return answer.parts.get(part_id) if answer else None

    def rows(self, question_id: str, part_id: str = "rows") -> tuple[Row, ...]:
        """Return the rows of a part that the letter may use; none where there are none."""
        rows = self.part(question_id, part_id)
        if not isinstance(rows, tuple):
            return ()
        return tuple(row for row in rows if isinstance(row, Mapping))

    def people(self, role: Role) -> Iterator[str]:
        """Return those who have a role now, as the child calls them."""
        for person in self.view.people:
            if person.role is role and person.until is None:
                yield name_of(person)

    def one(self, role: Role) -> str:
        """Return the first who has a role now, as the child calls them; "" if nobody has."""
        return next(self.people(role), "")

    @property
    def carers(self) -> str:
        """The carers, as the child calls them."""
        return listed(self.people(Role.CARER))


# More would be adult prose in a child's letter.
_MOST_SENTENCES = 2


def may_use(question: Question, answer: Answer) -> bool:
    """Whether the letter may use an answer: answered, meant for it, not private, and known."""
    return (
        answer.state is AnswerState.ANSWERED
        and bool(question.letter)
        and not answer.private
        and (not question.sensitive or answer.child_knows is ChildKnows.YES)
    )


def fill(line: str, slots: Mapping[str, str]) -> str | None:
    """Return a line with its slots filled; None where one of them has nothing to be filled with."""
    wanted = _SLOT.findall(line)
    if any(not slots.get(slot) for slot in wanted):
        return None
    return _SLOT.sub(lambda found: slots[found[1]], line)


def name_of(person: Person) -> str:
    """Return what the child calls a person."""
    return person.known_as or called(person.name)
