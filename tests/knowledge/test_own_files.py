"""A service's own files lie over ours, key by key."""

from collections.abc import Callable
from pathlib import Path

import pytest

from iro_tui.domain.agenda import Agenda, ReviewFacts
from iro_tui.errors import KnowledgeError
from iro_tui.knowledge import Knowledge, load

WithOwn = Callable[..., Knowledge]

PETS = """
[home.pets]
says = "Which animals live with you?"
moment = "meeting"
core = false
to = ["child"]
room = "child"
why = "Animals matter."
[home.pets.parts.text]
kind = "text"
"""


def test_other_words_for_a_question_leave_the_rest_of_it(with_own: WithOwn, agenda: Agenda) -> None:
    own = with_own('[home.good]\nsays = "What do you like about living with {carer}?"\n')
    ours, theirs = agenda.question("home.good"), own.agenda.question("home.good")
    assert theirs.says == "What do you like about living with {carer}?"
    assert (theirs.parts, theirs.why, theirs.core) == (ours.parts, ours.why, ours.core)


def test_a_question_can_be_left_out(with_own: WithOwn) -> None:
    own = with_own("[health.private]\nhidden = true\n").agenda
    assert "health.private" not in {question.id for question in own.questions}
    assert len(own.questions) == 95


def test_a_section_can_be_left_out_and_what_it_would_have_asked_goes_home(
    with_own: WithOwn,
) -> None:
    own = with_own("[welcome]\nhidden = true\n").agenda
    facts = ReviewFacts(age=9, cycles=frozenset({"looked_after"}), number=4)
    review = own.for_review(facts)
    assert review.sections[0].id == "interests"
    since = next(section for section in review.sections if section.id == "since")
    assert since.questions[0].id == "since.proud"


def test_a_question_of_ones_own_comes_last_in_its_section(with_own: WithOwn) -> None:
    own = with_own(PETS).agenda
    assert own.section("home").questions[-1].id == "home.pets"
    assert len(own.questions) == 97


def test_an_option_can_be_added_and_renamed(with_own: WithOwn) -> None:
    own = with_own(
        '[home.right.parts.answer]\noptions.too_early = "Too early to say"\noptions.no = "No!"\n'
    )
    options = own.agenda.question("home.right").part("answer").options
    assert [*options] == ["yes_to_last", "yes_for_now", "not_sure", "no", "too_early"]
    assert options["no"] == "No!"


def test_sections_and_questions_come_in_the_order_the_service_wants(with_own: WithOwn) -> None:
    own = with_own('order = ["wishes", "home"]\n[home]\norder = ["right", "good"]\n').agenda
    assert [section.id for section in own.sections][:3] == ["wishes", "home", "welcome"]
    assert [one.id for one in own.section("home").questions][:3] == [
        "home.right",
        "home.good",
        "home.scale",
    ]
    assert len(own.sections) == 20


def test_a_condition_can_be_changed(with_own: WithOwn) -> None:
    own = with_own("[safety.police]\nasked_when = { age_from = 12 }\n").agenda
    eleven = ReviewFacts(age=11, cycles=frozenset({"looked_after"}), number=4)
    assert "safety.police" not in {one.id for one in own.for_review(eleven).questions}


def test_asked_alone_starts_private_also_for_a_question_of_ones_own(with_own: WithOwn) -> None:
    own = with_own(PETS.replace('room = "child"', 'room = "alone"')).agenda
    assert own.question("home.pets").private


def test_next_years_placement_code_is_one_line(with_own: WithOwn) -> None:
    line = 'K4 = { words = "another kind of home", from = "2027/28" }'
    own = with_own(f"[placement_type.codes]\n{line}\n", name="codes.toml").codes
    assert own.placement_type.words("K4") == "another kind of home"
    assert own.placement_type.words("U4") == "foster home, other carer: long-term"


def test_a_folder_without_files_changes_nothing(tmp_path: Path, knowledge: Knowledge) -> None:
    assert load(tmp_path).agenda == knowledge.agenda
    assert load(tmp_path / "not there").codes == knowledge.codes


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "agenda.toml").write_text('[home]\ntitle = "Home"\n', encoding="utf-8-sig")
    assert load(tmp_path).agenda.section("home").title == "Home"


def test_a_file_that_is_no_utf_8_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "agenda.toml").write_bytes('[home]\ntitle = "Zuhause für"\n'.encode("utf-16"))
    with pytest.raises(KnowledgeError) as caught:
        load(tmp_path)
    assert "agenda.toml cannot be read" in caught.value.message
    assert "UTF-8" in caught.value.hint


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "codes.toml").mkdir()
    with pytest.raises(KnowledgeError, match=r"codes\.toml cannot be read"):
        load(tmp_path)
