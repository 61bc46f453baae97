"""The fields of the chair's details, for the first run and for changing them later."""

from iro_tui.widgets.fields import LineField
from iro_tui.widgets.form import FieldGroup


def needed_fields() -> FieldGroup:
    """Return what record and letter need of the chair."""
    return FieldGroup(
        "About you",
        LineField("name", "Your name", needed=True, hint="As the record is to be signed."),
        LineField("role", "Your role", hint="As the record is to say it."),
        LineField("telephone", "Telephone", needed=True, hint="Where a child can ring you."),
        LineField("registration", "Registration", hint="Your Social Work England number."),
        LineField("council", "Council", hint="Whose children these are."),
        LineField(
            "helplines",
            "Helplines",
            needed=True,
            hint="“Childline 0800 1111”; several are parted by a semicolon. "
            "The letter names them for when a child wants to talk to somebody else.",
        ),
    )


def letter_fields() -> FieldGroup:
    """Return how the letters speak of the chair."""
    return FieldGroup(
        "In letters",
        LineField(
            "signs_as", "Signs as", hint="What children call you; without it your first name."
        ),
        LineField("job_for_child", "Your job", hint="What you do, as you would tell a child."),
        LineField(
            "email", "E-mail", hint="For older children; leave it out if they may not write."
        ),
    )
