from collections.abc import Callable
from pathlib import Path

import pytest

from iro_tui.domain.agenda import Agenda
from iro_tui.errors import KnowledgeError
from iro_tui.knowledge import Knowledge, load


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture(scope="session")
def agenda(knowledge: Knowledge) -> Agenda:
    return knowledge.agenda


@pytest.fixture
def with_own(tmp_path: Path) -> Callable[..., Knowledge]:
    """Load with a file of the service's own, written from the text given."""

    def loaded(text: str, *, name: str = "agenda.toml") -> Knowledge:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return load(tmp_path)

    return loaded


@pytest.fixture
def refusal(with_own: Callable[..., Knowledge]) -> Callable[..., KnowledgeError]:
    """Return the error that a broken file of the service's own leads to."""

    def refused(text: str, *, name: str = "agenda.toml") -> KnowledgeError:
        with pytest.raises(KnowledgeError) as caught:
            with_own(text, name=name)
        return caught.value

    return refused
