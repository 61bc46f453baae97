"""The words by which others speak of a child, as far as they are known."""

import re
from collections.abc import Mapping

from iro_tui.domain.child import Child

_SHE = {"they": "she", "them": "her", "their": "her", "theirs": "hers", "themselves": "herself"}
_HE = {"they": "he", "them": "him", "their": "his", "theirs": "his", "themselves": "himself"}
_THEY = {word: word for word in (*_SHE, "themself")}
_OF_SEX = {"F": _SHE, "M": _HE}
_WORD = re.compile(r"\w+")


def words_for(child: Child) -> frozenset[str]:
    """Return the words by which others speak of the child; any of them where that is not known."""
    known = _told(child) or ([_OF_SEX[child.sex]] if child.sex in _OF_SEX else [_SHE, _HE])
    return frozenset(word for words in known for word in words.values())


def spoken_of(child: Child, text: str) -> str:
    """Return our own words that say "themselves" in the one set of pronouns the child goes by.

    Pronouns that were not told are not guessed: the text then stays as it is.
    """
    told = _told(child)
    words = told[0] if len(told) == 1 else _THEY
    return _WORD.sub(lambda found: words.get(found[0], found[0]), text)


def _told(child: Child) -> list[Mapping[str, str]]:
    told = set(_WORD.findall(child.pronouns.casefold()))
    return [words for words in (_SHE, _HE, _THEY) if told & {*words.values()}]
