"""Every format that can be exported, by the name that `iro export` knows it by.

A new one is a file beside this one and a line in EXPORTS.
"""
# ruff: noqa: PLC0415 - a format's library is imported when a file is written

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from iro_tui.domain.diary import Period
    from iro_tui.knowledge import Knowledge
    from iro_tui.settings import Settings
    from iro_tui.store.store import Store


@dataclass(frozen=True)
class Exported:
    """A file that was written, and how many of what it holds: {"entries": 12, "new": 3}."""

    path: Path
    counts: Mapping[str, int]


class Export(Protocol):
    """Writes one format into a folder; raises CannotWrite."""

    def __call__(
        self,
        store: "Store",
        knowledge: "Knowledge",
        settings: "Settings",
        period: "Period",
        *,
        folder: Path,
    ) -> Exported:
        """Write what there is of a period and return the file."""
        ...


def _calendar() -> Export:
    from iro_tui.exchange.calendar import export_calendar

    return export_calendar


EXPORTS: Mapping[str, Callable[[], Export]] = {"calendar": _calendar}
"""How each format is written."""
