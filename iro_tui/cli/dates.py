"""What `iro dates` answers: the dates that follow from events, without any store."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from iro_tui.cli.options import read_day
from iro_tui.cli.plain import as_json, visible
from iro_tui.domain.date_words import explained
from iro_tui.domain.events import EVENTS, Event, Following, dates_following, option_of
from iro_tui.errors import BadInput
from iro_tui.knowledge.timescales import read_timescales
from iro_tui.settings import config_folder


def dates(written: Mapping[str, tuple[str, ...]], *, json: bool) -> str:
    """Return the dates that follow from events, given by id with their days as written.

    Raises BadInput for a day that cannot be, and for events that contradict each other.
    """
    days = {event.id: _day(event, texts) for event in EVENTS if (texts := written[event.id])}
    found = dates_following(days, read_timescales(config_folder()))
    if json:
        return as_json({one.name: _fields(one) for one in found})
    return "\n".join(visible(line) for one in found for line in explained(one).split("\n"))


def _day(event: Event, texts: tuple[str, ...]) -> date:
    """Return the one day of an event, however often it was given."""
    try:
        days = {read_day(text) for text in texts}
    except BadInput as error:
        raise BadInput(f"{option_of(event)}: {error.message}", hint=error.hint) from error
    if len(days) > 1:
        told = " and ".join(str(day) for day in sorted(days))
        raise BadInput(f"{option_of(event)} was given with {told}.", hint="Give one day.")
    return days.pop()


def _fields(following: Following) -> dict[str, Any]:
    due = following.due
    return {
        "date": due.on,
        "book_by": due.book_by,
        "rule": due.rule.words,
        "source": due.source,
        "mark": due.mark,
        "rule_id": due.rule.id,
        "counted_from": due.counted_from,
        "left_out": due.left_out,
        "holidays_known": due.holidays_known,
    }
