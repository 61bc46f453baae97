"""data/trackers.toml is checked when it is read, and says where it is wrong."""

from pathlib import Path

import pytest

from iro_tui.errors import KnowledgeError
from iro_tui.knowledge import load


def own_file(folder: Path, text: str) -> Path:
    (folder / "trackers.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_service_puts_a_tracker_away_and_gives_another_its_own_title(tmp_path: Path) -> None:
    own = '[trackers.dental]\nused = false\n\n[trackers.sdq]\ntitle = "Wellbeing questionnaire"\n'
    trackers = load(own_file(tmp_path, own)).timescales.tracking.trackers
    titles = {one.id: one.title for one in trackers}
    assert "dental" not in titles
    assert titles["sdq"] == "Wellbeing questionnaire"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('[trackers.pep]\nstarts_again = ["moved"]\n', "line 2: trackers.pep.starts_again"),
        ('[trackers.pep]\nlater = "pep_daily"\n', "line 2: trackers.pep.later"),
        ('[trackers.sdq]\nscore = { most = "ten" }\n', "trackers.sdq.score.most"),
        ('[trackers.sdq]\nscore = { bands = [{ from = 1, word = "x" }] }\n', "word"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_place(
    tmp_path: Path, text: str, wrong: str
) -> None:
    with pytest.raises(KnowledgeError, match=r"trackers\.toml") as refused:
        load(own_file(tmp_path, text))
    assert wrong in str(refused.value)
