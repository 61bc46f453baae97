"""Side by side: every figure is a ratio to something bare, measured in the same run."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Comparison:
    """Seconds of ours and of the bare thing, and the ratio that ours may reach."""

    name: str
    ours: float
    bare: float
    limit: float

    @property
    def ratio(self) -> float:
        """How many times the bare thing's time ours takes."""
        return self.ours / self.bare

    @property
    def holds(self) -> bool:
        """Whether the ratio is within the limit."""
        return self.ratio <= self.limit

    def __str__(self) -> str:
        verdict = "holds" if self.holds else "TOO SLOW"
        return (
            f"{self.name:<58} {self.ours * 1000:8.1f} ms {self.bare * 1000:8.1f} ms"
            f" {self.ratio:5.2f}x (at most {self.limit:.2f}x) {verdict}"
        )


def side_by_side(
    ours: Callable[[], float], bare: Callable[[], float], *, rounds: int
) -> tuple[float, float]:
    """Return the medians of ours and bare, taken in turns so that both meet the same machine."""
    ours(), bare()
    pairs = [(ours(), bare()) for _ in range(rounds)]
    return (
        statistics.median(pair[0] for pair in pairs),
        statistics.median(pair[1] for pair in pairs),
    )
