"""An address that is withheld stays withheld, also where somebody typed it as a meeting's place."""

import re
from collections.abc import Iterable, Iterator

from iro_tui.domain.child import Person

WITHHELD = "withheld: it stands in the plan of the review"
"""What is written where a place would give a withheld address away."""

_POSTCODE = re.compile(r"\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\b")
_SHORTEST_TELLING = 5
"""Letters and digits of a piece of an address below which it could be any word."""


def tells_withheld_address(text: str, people: Iterable[Person]) -> bool:
    """Whether a text gives away a withheld address: its house, its street, or its postcode."""
    said = _letters(text)
    return any(
        _letters(piece) in said
        for person in people
        if person.address_withheld
        for piece in _telling_pieces(person.address)
        if len(_letters(piece)) >= _SHORTEST_TELLING
    )


def _telling_pieces(address: str) -> Iterator[str]:
    yield from _POSTCODE.findall(address)
    lines = [line.strip() for line in re.split(r"[,\n]", _POSTCODE.sub("", address))]
    for place, line in enumerate(line for line in lines if line):
        street = line.lstrip("0123456789/- ")
        if place == 0 or street != line:
            yield street


def _letters(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())
