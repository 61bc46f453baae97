"""What `iro export` answers: where the file is, and what it holds."""

from iro_tui.cli.options import Asked, read_day
from iro_tui.cli.papers import out_folder
from iro_tui.cli.plain import as_json, visible
from iro_tui.domain.diary import Period
from iro_tui.errors import BadInput
from iro_tui.exchange.exports import EXPORTS


def export(asked: Asked, form: str, out: str, first: str | None, last: str | None) -> str:
    """Write one format and return where it is; raises BadInput for a period that ends too soon."""
    period = _period(first, last)
    with asked.opened() as (store, loaded):
        write = EXPORTS[form]()
        exported = write(store, loaded.knowledge, asked.settings, period, folder=out_folder(out))
    if asked.as_json:
        return as_json({"path": exported.path, **exported.counts})
    counts = ", ".join(f"{count} {what}" for what, count in exported.counts.items())
    return visible(f"{exported.path}  {counts}")


def _period(first: str | None, last: str | None) -> Period:
    period = Period(read_day(first) if first else None, read_day(last) if last else None)
    if period.first and period.last and period.last < period.first:
        raise BadInput(f"{last} is before {first}.", hint="--from is the first day, --to the last.")
    return period
