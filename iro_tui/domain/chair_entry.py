"""The chair's details as they are typed, and back."""

import re
from dataclasses import replace

from iro_tui.domain.chair import Chair, Helpline
from iro_tui.domain.text import clean_line
from iro_tui.domain.typed import Typed, TypedFields
from iro_tui.errors import BadInput

NEEDED = {
    "name": "Your name: the record and the letter are signed with it.",
    "telephone": "A telephone number: the letter tells the child how to ring you.",
    "helplines": "A helpline: the letter names one a child can ring without asking anybody.",
}
_FIELDS = (
    "name", "role", "telephone", "email", "registration", "council", "signs_as", "job_for_child"
)  # fmt: skip


def typed_chair(chair: Chair) -> Typed:
    """Return the details as a form shows them."""
    helplines = "; ".join(f"{one.name} {one.number}" for one in chair.helplines)
    return {name: getattr(chair, name) for name in _FIELDS} | {"helplines": helplines}


def chair_from(typed: Typed, before: Chair, fields: TypedFields) -> Chair:
    """Return the details that were typed; raises BadFields with a sentence for each field."""
    for name, why in NEEDED.items():
        if not str(typed.get(name, "")).strip():
            fields.refuse(name, why)
    chair = replace(
        before,
        name=fields.line("name", before.name),
        role=fields.line("role", before.role),
        telephone=fields.line("telephone", before.telephone),
        email=fields.line("email", before.email),
        registration=fields.line("registration", before.registration),
        council=fields.line("council", before.council),
        signs_as=fields.line("signs_as", before.signs_as),
        job_for_child=fields.line("job_for_child", before.job_for_child),
        helplines=fields.read("helplines", before.helplines, parse_helplines),
    )
    fields.check()
    return chair


def parse_helplines(text: str) -> tuple[Helpline, ...]:
    """Return helplines written "Childline 0800 1111; Night line 01632 960 222".

    Raises BadInput for one without a name or a number.
    """
    return tuple(_helpline(clean_line(one)) for one in text.split(";") if one.strip())


def _helpline(text: str) -> Helpline:
    found = re.fullmatch(r"(?P<name>.*?\S)[\s,:]+(?P<number>\+?\d[\d\s-]+)", text)
    if found is None:
        raise BadInput(
            f"“{text}” lacks a name or a number.", hint="Write it like “Childline 0800 1111”."
        )
    return Helpline(found["name"].strip(" ,:"), found["number"].strip())
