"""Several words in one sentence, as people read them out."""

from collections.abc import Iterable


def listed(words: Iterable[str]) -> str:
    """Return words of which all are meant: "Jo, Sam and Priya"; "" for none."""
    return _joined(words, "and")


def either(words: Iterable[str]) -> str:
    """Return words of which one is meant: "text, choice or date"; "" for none."""
    return _joined(words, "or")


def _joined(words: Iterable[str], conjunction: str) -> str:
    *most, last = [*words] or [""]
    return f"{', '.join(most)} {conjunction} {last}" if most else last
