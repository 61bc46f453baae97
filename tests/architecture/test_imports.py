"""The layers hold in a fresh interpreter, and the first paint waits for nothing heavy."""

import subprocess
import sys

import pytest


def modules_after(statement: str) -> set[str]:
    """Return the names of all modules that a fresh interpreter holds after a statement."""
    program = f"import sys\n{statement}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


HEAVY = {
    "sqlmodel",
    "sqlalchemy",
    "sqlcipher3",
    "alembic",
    "docx",
    "docxtpl",
    "pydantic",
    "lxml",
    "icalendar",
}


COSTLY_WIDGETS = {
    f"textual.widgets._{name}"
    for name in ("markdown", "tree", "data_table", "text_area", "tabbed_content", "header")
}


@pytest.mark.parametrize("package", ["iro_tui.domain.meeting", "iro_tui.services.chairing"])
def test_domain_and_services_need_no_screen_and_no_database(package: str) -> None:
    assert not modules_after(f"import {package}") & (HEAVY | {"textual", "rich", "click"})


def test_the_app_paints_before_anything_heavy_is_imported() -> None:
    loaded = modules_after("import iro_tui.app")
    assert "textual" in loaded
    assert not loaded & HEAVY
    # Textual's own app module loads its Tree; nothing of ours adds a widget that costs as much.
    assert not (loaded - modules_after("import textual.app")) & COSTLY_WIDGETS


def test_counting_dates_reads_no_agenda_and_opens_no_store() -> None:
    loaded = modules_after("import iro_tui.cli.dates")
    assert not loaded & (HEAVY | {"textual", "rich", "iro_tui.domain.agenda", "iro_tui.bootstrap"})


@pytest.mark.parametrize("module", ["iro_tui", "iro_tui.cli"])
def test_the_command_line_loads_no_screen_before_it_needs_one(module: str) -> None:
    assert not modules_after(f"import {module}") & (HEAVY | {"textual", "rich"})
