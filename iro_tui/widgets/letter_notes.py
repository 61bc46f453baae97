"""What the meeting left for one section of the letter: notes, decisions, the child's words."""

from textual.content import Content

from iro_tui.domain.letter.bands import LetterSection


def notes_words(section: LetterSection) -> Content:
    """Return the notes in their groups, in adult words, to write from."""
    groups = (
        ("From the meeting", [_note(one) for one in section.notes]),
        ("Their own words", [Content(one) for one in section.quotes]),
        ("Decisions here", [Content(one) for one in section.decisions]),
    )
    parts = [
        Content("\n").join([Content.styled(title, "bold $text-accent"), *lines])
        for title, lines in groups
        if lines
    ]
    if not parts:
        return Content.styled("The meeting left no notes for this part.", "$muted")
    return Content("\n\n").join(parts)


def _note(note: str) -> Content:
    """Return a question, which steps back, and the answer under it."""
    question, _, answer = note.partition("\n")
    return Content.styled(question, "$muted") + Content(f"\n{answer}")
