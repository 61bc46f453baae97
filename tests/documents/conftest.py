from datetime import UTC, datetime
from pathlib import Path

import pytest

from iro_tui.documents.renderer import Renderer
from iro_tui.domain.clock import Clock


@pytest.fixture
def renderer() -> Renderer:
    return Renderer(clock=Clock(read=lambda: datetime(2026, 11, 24, 16, 10, tzinfo=UTC)))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "paper.docx"
