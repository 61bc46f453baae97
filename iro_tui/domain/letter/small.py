"""The letter for a child under five: three to six lines to be read aloud, each with a picture."""

from collections.abc import Iterator, Mapping

from iro_tui.domain.child import Role
from iro_tui.domain.letter.bands import GREETING, SIGN_OFF, LetterSection
from iro_tui.domain.letter.pen import Pen

_MOST_PEOPLE = 2


def picture_lines(pen: Pen) -> tuple[LetterSection, ...]:
    """Return greeting, picture lines and sign-off; rights and plan stand in the later letter."""
    chair = pen.view.chair
    written = {
        GREETING: pen.say("dear", name=pen.view.child.name),
        "home": pen.say("small_lives_with", carer=pen.carers),
        "family": tuple(_family(pen)),
        "rights": pen.say("small_worker", sw=pen.one(Role.SOCIAL_WORKER)),
        "chair_view": pen.say("small_chair"),
        SIGN_OFF: pen.say("small_goodbye", first_name=chair.first_name, number=chair.telephone),
    }
    return tuple(LetterSection(one, "", "\n".join(lines)) for one, lines in written.items())


def _family(pen: Pen) -> Iterator[str]:
    seen = [
        pen.called(str(row["name"]))
        for row in pen.rows("family.people", "people")
        if row.get("name") and _meets(row)
    ]
    for name in seen[:_MOST_PEOPLE]:
        yield from pen.say("small_sees", person=name)


def _meets(row: Mapping[str, object]) -> bool:
    how = row.get("how")
    return isinstance(how, tuple) and "in_person" in how
