"""The first day: from an empty store to a working caseload, by keyboard, at 80 by 24."""

import re
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from iro_tui.screens.caseload import CaseloadScreen
from iro_tui.screens.child import ChildScreen
from iro_tui.screens.child_form import ChildForm
from iro_tui.screens.person_form import PersonForm
from iro_tui.screens.review_form import ReviewForm
from iro_tui.widgets.form import Form
from tests.screens.desk import Desk, a_child, footer, reach, seen, settle, top_line, type_text


async def fill(pilot: Pilot[None], **typed: str) -> None:
    """Type into fields by name, as somebody does who tabs to each of them."""
    for name, text in typed.items():
        form = pilot.app.screen.query_one(Form)
        form.query_one(f"#{name}").focus()
        await pilot.pause()
        await type_text(pilot, text)


async def test_an_empty_store_becomes_a_working_caseload_from_the_keyboard(tmp_path: Path) -> None:
    async with Desk(tmp_path).with_children().unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("f2")
        await reach(pilot, ChildForm)
        await type_text(pilot, "1042")
        await pilot.press("enter")
        await type_text(pilot, "Amara")
        await pilot.press("enter", "enter", "enter")
        await type_text(pilot, "14/3/2019")
        await pilot.press("ctrl+s")

        await reach(pilot, ChildScreen)
        assert top_line(pilot.app) == "Amara · 7 · 1042"
        await pilot.press("p")
        await reach(pilot, PersonForm)
        await type_text(pilot, "Priya Shah")
        await pilot.press("enter")
        await type_text(pilot, "soc")
        await pilot.press("enter", "ctrl+s")

        await reach(pilot, ChildScreen)
        assert "Priya Shah" in seen(pilot.app)
        await pilot.press("p")
        await reach(pilot, PersonForm)
        await type_text(pilot, "Esi Asante")
        await pilot.press("enter")
        await type_text(pilot, "mother")
        await pilot.press("ctrl+s")

        await reach(pilot, ChildScreen)
        assert re.search("Esi Asante +mother", seen(pilot.app))
        await pilot.press("n")
        await reach(pilot, ReviewForm)
        await type_text(pilot, "fri")
        await pilot.press("enter")
        await type_text(pilot, "2.30pm")
        await pilot.press("ctrl+s")

        await reach(pilot, ChildScreen)
        assert "planned Fri 27 Nov 2026 · 14:30" in seen(pilot.app)
        await pilot.press("escape")
        await reach(pilot, CaseloadScreen)
        assert "Amara" in seen(pilot.app)


async def test_since_when_a_child_is_looked_after_gives_the_next_date(tmp_path: Path) -> None:
    async with Desk(tmp_path).with_children(a_child("A-1", "Amara")).unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        assert "no date yet" in seen(pilot.app)
        await pilot.press("e")
        await reach(pilot, ChildForm)
        await fill(pilot, became_looked_after_on="16 nov")
        await pilot.press("ctrl+s")

        await reach(pilot, ChildScreen)
        assert "Review 1 · by Mon 14 Dec 2026" in seen(pilot.app)


async def test_a_planned_review_takes_its_number_when_the_last_one_is_known(tmp_path: Path) -> None:
    async with Desk(tmp_path).with_children(a_child("A-1", "Amara")).unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        await pilot.press("n")
        await reach(pilot, ReviewForm)
        await type_text(pilot, "fri")
        await pilot.press("ctrl+s")
        await reach(pilot, ChildScreen)
        await pilot.press("e")
        await reach(pilot, ChildForm)
        await fill(pilot, last_review_held_on="1/6/2026", last_review_number="4")
        await pilot.press("ctrl+s")

        await reach(pilot, ChildScreen)
        assert "Review 5 · by Tue 1 Dec 2026" in seen(pilot.app)
        await pilot.press("n")
        await reach(pilot, ReviewForm)
        assert top_line(pilot.app) == "Amara · Review 5 · Plan"


async def test_an_empty_form_says_at_each_field_what_it_needs(tmp_path: Path) -> None:
    async with Desk(tmp_path).with_children().unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("f2")
        await reach(pilot, ChildForm)
        await pilot.press("ctrl+s")
        await settle(pilot)

        screen = seen(pilot.app)
        assert "! A reference is needed, for example 1042." in screen
        assert "! A name is needed" in screen
        assert "! A birthday is needed" in screen
        assert "3 fields need another look" in screen


async def test_a_taken_reference_is_said_at_the_reference_and_what_is_typed_stays(
    tmp_path: Path,
) -> None:
    async with Desk(tmp_path).with_children(a_child("A-1", "Amara")).unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("f2")
        await reach(pilot, ChildForm)
        await fill(pilot, reference="A-1", known_as="Tom", date_of_birth="1/2/2015")
        await pilot.press("ctrl+s")
        await settle(pilot)

        screen = seen(pilot.app)
        assert "already a child with the" in screen
        assert "Tom" in screen
        assert pilot.app.focused is pilot.app.screen.query_one("#reference Input")


async def test_a_half_typed_form_is_offered_again(tmp_path: Path) -> None:
    async with Desk(tmp_path).with_children().unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("f2")
        await reach(pilot, ChildForm)
        assert "Esc back, as a draft" in footer(pilot.app)
        await type_text(pilot, "1042")
        await pilot.press("escape")
        await reach(pilot, CaseloadScreen)
        await pilot.press("f2")
        await reach(pilot, ChildForm)

        assert "1042" in seen(pilot.app)
        assert "As you left it, and not kept yet." in seen(pilot.app)


async def test_undo_puts_back_what_was_kept_and_redo_what_was_typed(tmp_path: Path) -> None:
    async with Desk(tmp_path).with_children(a_child("A-1", "Amara")).unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        await pilot.press("e")
        await reach(pilot, ChildForm)
        await fill(pilot, pronouns="she/her")
        await pilot.press("ctrl+z")
        assert pilot.app.screen.query_one(Form).values["pronouns"] == ""
        await pilot.press("ctrl+y")
        assert pilot.app.screen.query_one(Form).values["pronouns"] == "she/her"


async def test_kept_forms_begin_afresh(tmp_path: Path) -> None:
    async with Desk(tmp_path).with_children().unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        for name in ("Amara", "Tom"):
            await pilot.press("f2")
            await reach(pilot, ChildForm)
            assert "As you left it" not in seen(pilot.app)
            await fill(pilot, reference=name, known_as=name, date_of_birth="1/2/2015")
            await pilot.press("ctrl+s")
            await reach(pilot, ChildScreen)
            await pilot.press("escape")
            await reach(pilot, CaseloadScreen)
        assert "2 children" in top_line(pilot.app)


@pytest.mark.parametrize("name", ["[red]", "=SUM(A1)", "O'Neil-Żółć", "../../x", "Sol"])
async def test_a_name_stands_on_the_screens_as_it_was_typed(tmp_path: Path, name: str) -> None:
    async with Desk(tmp_path).with_children().unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("f2")
        await reach(pilot, ChildForm)
        await fill(pilot, reference=name, given_name=name, date_of_birth="1/2/2015")
        await pilot.press("ctrl+s")
        await reach(pilot, ChildScreen)
        assert top_line(pilot.app) == f"{name} · 11 · {name}"
        await pilot.press("p")
        await reach(pilot, PersonForm)
        await fill(pilot, name=name, role_note=name, telephone=name)
        await pilot.press("ctrl+s")
        await reach(pilot, ChildScreen)
        assert seen(pilot.app).count(name) >= 4


async def test_a_date_is_echoed_and_a_day_to_think_about_remarked_on(tmp_path: Path) -> None:
    child = a_child("A-1", "Amara", held=date(2026, 6, 1))
    async with Desk(tmp_path).with_children(child).unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        await pilot.press("n")
        await reach(pilot, ReviewForm)
        assert "Due by Tue 1 Dec 2026, 5 working days left" in seen(pilot.app)
        await type_text(pilot, "12 dec")
        await settle(pilot)
        assert "→ Sat 12 Dec 2026" in seen(pilot.app)
        assert "! after the last lawful day" in seen(pilot.app)


async def test_a_date_that_cannot_be_is_said_when_the_field_is_left(tmp_path: Path) -> None:
    async with Desk(tmp_path).with_children().unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("f2")
        await reach(pilot, ChildForm)
        await fill(pilot, date_of_birth="31/2/2019")
        assert "February" not in seen(pilot.app)
        await pilot.press("tab")
        await settle(pilot)
        assert "February" in seen(pilot.app)


async def test_f4_goes_from_group_to_group_and_f3_back(tmp_path: Path) -> None:
    async with Desk(tmp_path).with_children().unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("f2")
        await reach(pilot, ChildForm)
        await pilot.press("f4", "f4")
        await settle(pilot)
        assert pilot.app.focused is pilot.app.screen.query_one("#placement_type Input")
        await pilot.press("f3")
        await settle(pilot)
        assert pilot.app.focused is pilot.app.screen.query_one("#became_looked_after_on Input")


async def test_a_code_is_chosen_by_a_few_letters_or_the_arrows(tmp_path: Path) -> None:
    async with Desk(tmp_path).with_children(a_child("A-1", "Amara")).unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        await pilot.press("e")
        await reach(pilot, ChildForm)
        await fill(pilot, legal_status="interim")
        await pilot.press("enter")
        pilot.app.screen.query_one("#sex").focus()
        await pilot.press("down", "down", "enter")
        values = pilot.app.screen.query_one(Form).values
        assert (values["legal_status"], values["sex"]) == ("C1", "M")


async def test_esc_closes_an_open_list_before_it_leaves_the_form(tmp_path: Path) -> None:
    async with Desk(tmp_path).with_children().unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("f2")
        await reach(pilot, ChildForm)
        pilot.app.screen.query_one("#ethnicity").focus()
        await pilot.press("down", "escape")
        assert isinstance(pilot.app.screen, ChildForm)
        await pilot.press("escape")
        await reach(pilot, CaseloadScreen)


async def test_a_choice_that_is_not_on_the_list_stays_and_is_said(tmp_path: Path) -> None:
    async with Desk(tmp_path).with_children(a_child("A-1", "Amara")).unlocked().run_test() as pilot:
        await reach(pilot, CaseloadScreen)
        await pilot.press("enter")
        await reach(pilot, ChildScreen)
        await pilot.press("e")
        await reach(pilot, ChildForm)
        await fill(pilot, legal_status="zzz")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ChildForm)
        assert "“zzz” is not on the list" in seen(pilot.app)
