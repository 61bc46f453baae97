"""Which field a part of an answer is drawn with."""

from datetime import date
from typing import cast

from textual.widget import Widget

from iro_tui.domain.agenda import Kind, Part
from iro_tui.domain.answers import PartValue
from iro_tui.widgets.answers.line_fields import date_field, number_field
from iro_tui.widgets.answers.options_field import OptionsField
from iro_tui.widgets.answers.rows_field import RowsField
from iro_tui.widgets.answers.scale_field import ScaleField
from iro_tui.widgets.answers.text_field import TextField
from iro_tui.widgets.messages import AnswerField

FACES_TO_AGE = 8
"""Whole years up to which a scale shows faces (local)."""


def field_for(
    question_id: str,
    part: Part,
    value: PartValue | None,
    *,
    today: date,
    age: int,
    one_line: bool = False,
) -> Widget:
    """Return the widget for a part; `age` in years decides whether a scale shows faces."""
    match part.kind:
        case Kind.TEXT:
            return TextField(question_id, part, value, one_line=one_line)
        case Kind.CHOICE | Kind.CHOICES | Kind.YES_NO:
            return OptionsField(question_id, part, value)
        case Kind.DATE:
            return date_field(question_id, part, value, today=today)
        case Kind.NUMBER:
            return number_field(question_id, part, value)
        case Kind.SCALE:
            return ScaleField(question_id, part, value, faces=age <= FACES_TO_AGE)
        case Kind.PEOPLE | Kind.TABLE:
            return RowsField(question_id, part, value)


def answer_field_of(widget: Widget | None) -> AnswerField | None:
    """Return the answer's field that a widget is, or stands in."""
    if widget is None:
        return None
    for node in widget.ancestors_with_self:
        if hasattr(node, "question_id") and hasattr(node, "part_id"):
            return cast("AnswerField", node)
    return None
