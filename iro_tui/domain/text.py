"""Text as people type it: kept exactly, or refused with the reason."""

import unicodedata

from iro_tui.errors import BadInput

LONGEST_TEXT = 1_000_000
"""Characters in one answer; far above any review, far below what would stall a screen."""

_KEPT_CONTROLS = "\n\t"
# Joiners and direction marks are what emoji families and right-to-left names are made of.
_REFUSED_CATEGORIES = {"Cc", "Cs"}


def clean_text(text: str, *, what: str = "This text") -> str:
    """Return the text with every line break as a newline, otherwise untouched.

    Raises BadInput for control characters, lone surrogates and non-characters, which neither
    a Word file nor a terminal can hold, and for more than LONGEST_TEXT characters.
    """
    if len(text) > LONGEST_TEXT:
        raise BadInput(
            f"{what} has {len(text):,} characters.", hint=f"Up to {LONGEST_TEXT:,} can be kept."
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    for position, character in enumerate(text):
        if is_refused(character):
            raise BadInput(
                f"{what} holds a control character (U+{ord(character):04X}) "
                f"at place {position + 1:,}.",
                hint="Delete it; everything else can be kept.",
            )
    return text


def clean_line(text: str, *, what: str = "This field") -> str:
    """Return one line of text, trimmed; raises BadInput as `clean_text` does, or for a break."""
    line = clean_text(text, what=what).strip()
    if "\n" in line:
        raise BadInput(f"{what} is one line.", hint="Take the line break out.")
    return line


def is_refused(character: str) -> bool:
    """Whether a character can neither be shown nor kept: controls, surrogates, non-characters."""
    if character in _KEPT_CONTROLS:
        return False
    code = ord(character)
    if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        return True
    return unicodedata.category(character) in _REFUSED_CATEGORIES
