"""Put many dates to the program and to the second count, and print how many differ.

`python -m tests.property_figures [CASES]`: 200,000 cases if no number is given, drawn anew at
every run. Exits 1 where a difference is found.
"""

import sys
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from iro_tui.domain.timescales import Timescales
from iro_tui.knowledge.timescales import read_timescales
from tests.domain.dates.comparisons import COMPARISONS, Comparison

CASES = 200_000


def differences(comparison: Comparison, timescales: Timescales, most: int) -> tuple[int, int]:
    """Return how many cases were tried, and on how many the two computations differ."""
    tried = differing = 0

    @settings(
        max_examples=most,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(drawn=st.data())
    def compare(drawn: st.DataObject) -> None:
        nonlocal tried, differing
        case: Any = drawn.draw(comparison.cases)
        tried += 1
        differing += comparison.ours(case, timescales) != comparison.second(case)

    compare()
    return tried, differing


def main() -> int:
    """Print the figures and return the exit code."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    timescales = read_timescales()
    all_tried = all_differing = 0
    for comparison in COMPARISONS:
        tried, differing = differences(comparison, timescales, -(-wanted // len(COMPARISONS)))
        print(f"{tried:>9,} tried  {differing:>5,} differ  {comparison.name}", flush=True)
        all_tried, all_differing = all_tried + tried, all_differing + differing
    print(f"{all_tried:>9,} cases tried, {all_differing:,} differences found")
    return 1 if all_differing else 0


if __name__ == "__main__":
    sys.exit(main())
