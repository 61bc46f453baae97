"""How good a passphrase is, in words, and what would make it better."""

from collections.abc import Sequence
from dataclasses import dataclass

LONGEST_LOOKED_AT = 72
"""Characters that are looked at; above that the estimate raises, and is not needed."""


@dataclass(frozen=True)
class Strength:
    """A passphrase's strength: `score` from 0 (guessed at once) to 4, and advice in sentences."""

    score: int
    words: str
    advice: str

    @property
    def is_good(self) -> bool:
        """Whether it holds against somebody who has the file and time to try."""
        return self.score >= 3


_WORDS = ("very weak", "weak", "middling", "good", "strong")


def strength_of(passphrase: str, own_words: Sequence[str] = ()) -> Strength:
    """Return how strong a passphrase is; `own_words` (the chair's name) make it weaker.

    The estimate is zxcvbn's, on the first 72 characters; loading it takes a moment.
    """
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its word lists take a moment to load

    found = zxcvbn(passphrase[:LONGEST_LOOKED_AT], user_inputs=[word for word in own_words if word])
    score = int(found["score"])
    feedback = found["feedback"]
    said = [feedback["warning"], *feedback["suggestions"]]
    advice = " ".join(f"{sentence.rstrip('.')}." for sentence in said if sentence)
    return Strength(score, _WORDS[score], advice or _ADVICE[score])


_ADVICE = (
    "It is guessed at once. Four or five words that have nothing to do with each other are better.",
    "It is guessed within hours. One or two words more, that do not belong together, help.",
    "It holds for a while. One more word makes it good.",
    "It holds against somebody who has the file and time to try.",
    "It holds against somebody who has the file and years to try.",
)
