import pytest

from iro_tui.domain.dates.working_days import WorkingDays
from iro_tui.domain.timescales import Timescales
from iro_tui.knowledge.reading import read_toml
from iro_tui.knowledge.timescales import timescales_from


@pytest.fixture(scope="session")
def timescales() -> Timescales:
    """The timescales that are shipped."""
    return timescales_from(read_toml("timescales.toml"))


@pytest.fixture(scope="session")
def working_days(timescales: Timescales) -> WorkingDays:
    return timescales.working_days
