"""Amara's review in progress, chaired to its end by keys alone, at 80 by 24."""

import shutil
from pathlib import Path

import pytest

from iro_tui.knowledge.demo import demo_chair, demo_children
from iro_tui.services import demo
from iro_tui.settings import Settings
from iro_tui.store.store import make_store
from tests.screens.desk import CLOCK, RAW_KEY, TODAY, loaded

DEMO = Path(__file__).parents[2] / "data" / "demo"
WORDS = "I want Ella to come for a sleepover, and Admiral too!!"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Make a store with Amara, whose review is in progress, as in the fictional caseload."""
    folder = tmp_path / "demo"
    folder.mkdir()
    for name in ("chair.toml", "DEMO-01.toml"):
        shutil.copy(DEMO / name, folder)
    known = loaded().knowledge
    settings = Settings(store=tmp_path / "store", folder=tmp_path / "settings")
    store = make_store(settings.store, RAW_KEY, clock=CLOCK)
    children = demo_children(folder, known.agenda, known.timescales, TODAY)
    demo.fill(store, known.timescales, demo_chair(folder), children)
    store.close()
    return settings
