"""What the meeting left for one section of the letter: notes, decisions, the child's words."""

from textual.content import Content

from iro_tui.domain.letter import LetterSection


def notes_words(section: LetterSection) -> Content:
    """Return the notes in their groups, in adult words, to write from."""
    groups = (
        ("From the meeting", section.notes),
        ("Their own words", section.quotes),
        ("Decisions here", section.decisions),
    )
    parts = [
        Content("\n").join([Content.styled(title, "bold"), *(Content(line) for line in lines)])
        for title, lines in groups
        if lines
    ]
    if not parts:
        return Content.styled("The meeting left no notes for this part.", "$muted")
    return Content("\n\n").join(parts)
