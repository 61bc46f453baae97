"""Words and sentences as the letter's rules count them, and what a name is called."""

import re
from collections.abc import Collection

# A telephone number is one word; a word holds letters or digits with inner apostrophe or hyphen.
_WORD = re.compile(r"\+?\d[\d ]{6,}\d|\w+(?:['’\-]\w+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?])[”’\"]?\s+|(?<=:)\s|\n")
_TITLES = ("mr", "mrs", "miss", "ms", "mx", "dr", "sir", "rev")


def words_in(text: str) -> int:
    """Return the number of words."""
    return len(_WORD.findall(text))


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences: they end at . ! ? or a colon before a space, or with the line."""
    return tuple(piece.strip() for piece in _SENTENCE_END.split(text) if piece and piece.strip())


def longest_sentence(text: str) -> int:
    """Return the number of words of the longest sentence; own words in quotation marks are free."""
    return max((words_in(one) for one in sentences_of(_without_quotes(text))), default=0)


def _without_quotes(text: str) -> str:
    return re.sub(r"“[^”]*”", "", text)


def called(name: str) -> str:
    """Return what a child calls somebody: "Priya" for "Priya Shah", "Miss Cole" as it stands."""
    first, _, rest = name.strip().partition(" ")
    if not rest or first.rstrip(".").casefold() in _TITLES:
        return name.strip()
    return first


def as_phrase(text: str, names: Collection[str] = ()) -> str:
    """Return a sentence as a phrase to go on with: no stop at its end, a small letter to begin.

    "Book the train." becomes "book the train". A name keeps its capital: one of `names`, "I", a
    word in capitals, or one that another capital follows ("St Anne's", "Year 3").
    """
    phrase = text.strip().rstrip(".!").strip()
    first, _, rest = phrase.partition(" ")
    bare = re.split(r"['’]", first)[0].strip(",;:")
    is_name = bare in names or bare == "I" or bare[1:2].isupper()
    may_be_name = re.match(r"[A-Z0-9]", rest) and bare.casefold() not in _NEVER_NAMES
    if is_name or may_be_name:
        return phrase
    return phrase[:1].lower() + phrase[1:]


_NEVER_NAMES = frozenset(
    {"a", "about", "after", "all", "an", "ask", "at", "before", "both", "each", "every", "find"}
    | {"for", "from", "in", "it", "most", "on", "once", "one", "take", "that", "the", "there"}
    | {"they", "this", "to", "twice", "we", "when", "with", "you", "your"}
)


def as_place(text: str) -> str:
    """Return where people meet as it goes on in a sentence: "at Jo's", "in the library".

    A place that begins with no such word gets "at"; its capital stays unless it is no name.
    """
    place = text.strip().rstrip(".!").strip()
    first = place.partition(" ")[0].strip(",;").casefold()
    if first in _TO_A_PLACE | _PLAIN_PLACES:
        place = place[:1].lower() + place[1:]
    return place if first in _TO_A_PLACE or not place else f"at {place}"


_TO_A_PLACE = frozenset(
    {"at", "in", "on", "by", "over", "outside", "inside", "online", "near", "under", "upstairs"}
    | {"during", "before", "after", "while", "through", "from", "walking", "here", "downstairs"}
)
_PLAIN_PLACES = frozenset(
    {"the", "a", "an", "my", "our", "your", "his", "her", "their", "school", "home", "college"}
)


def as_sentence(text: str) -> str:
    """Return a text with a capital first and a stop at its end."""
    text = text.strip()
    if not text:
        return ""
    ended = text if text[-1] in ".!?" or text.endswith((".”", "!”", "?”")) else f"{text}."
    return ended[0].upper() + ended[1:]
