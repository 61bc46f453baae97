"""The letter for a child under five: three to six lines to be read aloud, each with a picture."""

from collections.abc import Iterator, Mapping

from iro_tui.domain.child import Role
from iro_tui.domain.letter import GREETING, SIGN_OFF, LetterSection
from iro_tui.domain.letter_pen import Pen

PICTURES = "pictures"
_MOST_PEOPLE = 2


def picture_lines(pen: Pen) -> tuple[LetterSection, ...]:
    """Return greeting, picture lines and sign-off; rights and plan stand in the later letter."""
    chair = pen.view.chair
    dear = pen.say("dear", name=pen.view.child.name)
    goodbye = pen.say("small_goodbye", first_name=chair.first_name)
    return (
        LetterSection(GREETING, "", "\n".join(dear)),
        LetterSection(PICTURES, "", "\n".join(_pictures(pen))),
        LetterSection(SIGN_OFF, "", "\n".join(goodbye)),
    )


def _pictures(pen: Pen) -> Iterator[str]:
    yield from pen.say("small_lives_with", carer=pen.carers)
    for name in _whom_they_see(pen):
        yield from pen.say("small_sees", person=name)
    yield from pen.say("small_worker", sw=pen.one(Role.SOCIAL_WORKER))
    yield from pen.say("small_chair")


def _whom_they_see(pen: Pen) -> Iterator[str]:
    rows = pen.part("family.people", "people")
    seen = [
        str(row["name"])
        for row in (rows if isinstance(rows, tuple) else ())
        if isinstance(row, Mapping) and row.get("name") and row.get("how") and _meets(row)
    ]
    yield from seen[:_MOST_PEOPLE]


def _meets(row: Mapping[str, object]) -> bool:
    how = row.get("how")
    return isinstance(how, tuple) and "in_person" in how
