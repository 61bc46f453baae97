"""The letter to the child: its bands, what is known about writing one, and its sections.

The wording itself is data (data/letter.toml, read by `iro_tui.knowledge`); here is its shape.
"""

from collections.abc import Mapping
from dataclasses import dataclass

GREETING = "greeting"
SIGN_OFF = "sign_off"
ALL_TONES = "all"
FOR_LATER = "b0_4_later"
TO_READ_ALOUD = "b0_4"

Lines = tuple[str, ...]


@dataclass(frozen=True)
class Band:
    """Whom a letter is written for, and how (local).

    `ages` are the first and the last whole year on the review date, None for a band that only
    the chair chooses. `tones` are looked for in turn when words are chosen; `headings` and
    `rights` are the tones of those, "" for none. `mean_words` and `longest` count the words of
    one sentence; `type_size` is in points; `letter_words` is the length that is aimed at.
    """

    id: str
    name: str
    ages: tuple[int, int] | None
    tones: tuple[str, ...]
    headings: str
    rights: str
    mean_words: int
    longest: int
    type_size: int
    letter_words: tuple[int, int]

    def fits(self, age: int) -> bool:
        """Whether the band is the usual one at this age."""
        return self.ages is not None and self.ages[0] <= age <= self.ages[1]


@dataclass(frozen=True)
class LetterKnowledge:
    """What data/letter.toml holds.

    By tone (b5_8, b9_12, b13, or all): `starters` of each section, `rights`, `orders` of each
    legal status, `plans` of each permanence code, and `lines`, whose entries are alternatives,
    the fullest first. `judge` holds the line of the rights block with and without an order.
    Slots stand in braces ({carer}, {day}); a line whose slot cannot be filled is left out.
    """

    bands: tuple[Band, ...]
    order: tuple[str, ...]
    never_left_out: frozenset[str]
    under_an_order: frozenset[str]
    without_why: frozenset[str]
    adult_words: frozenset[str]
    starters: Mapping[str, Mapping[str, Lines]]
    rights: Mapping[str, Lines]
    judge: Mapping[bool, Lines]
    orders: Mapping[str, Mapping[str, Lines]]
    why_here: Mapping[str, str]
    plans: Mapping[str, Mapping[str, Lines]]
    lines: Mapping[str, Mapping[str, Lines]]

    def band(self, band_id: str) -> Band:
        """Return the band with this id; raises KeyError."""
        for band in self.bands:
            if band.id == band_id:
                return band
        raise KeyError(band_id)

    def band_for(self, age: int) -> Band:
        """Return the band that is usual at this age, the oldest one above all."""
        usual = [band for band in self.bands if band.ages is not None]
        for band in usual:
            if band.fits(age):
                return band
        return usual[-1]


def in_tone(words: Mapping[str, Lines], band: Band) -> Lines:
    """Return what a band says: the first of its tones that is there, else what all say."""
    for tone in band.tones:
        if tone in words:
            return words[tone]
    return words.get(ALL_TONES, ())


@dataclass(frozen=True)
class LetterSection:
    """One section of a letter: its heading and its text, one line a paragraph.

    `is_proposed` marks text that the program drafted and the chair has not made theirs. `notes`
    are the record's answers that belong here, in adult words, for the chair to write from;
    `quotes`, `decisions` and `starters` are lines ready to be put in.
    """

    section_id: str
    title: str
    text: str
    is_proposed: bool = True
    notes: Lines = ()
    quotes: Lines = ()
    decisions: Lines = ()
    starters: Lines = ()

    @property
    def lines(self) -> Lines:
        """The lines that print; blank ones are left out."""
        return tuple(line for line in self.text.split("\n") if line.strip())
