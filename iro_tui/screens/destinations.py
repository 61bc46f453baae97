"""Places to go to: children, screens, and what a screen has inside, such as sections."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable


@dataclass(frozen=True)
class Destination:
    """Somewhere to go: how it is listed, and what happens when it is chosen."""

    words: str
    kind: str
    go: Callable[[], object]


@runtime_checkable
class HasDestinations(Protocol):
    """A screen with places of its own, such as the sections of a meeting."""

    def destinations(self) -> Sequence[Destination]:
        """Return the places, in order."""
        ...

    def why_not(self, typed: str) -> str:
        """Return why a place that these letters name cannot be gone to now; "" for none such."""
        ...


UP = "up"
"""What a screen answers that wants to be left for the screen above: up to the child."""
