"""What the child likes to be called, as an answer in the meeting says it."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.child import Child
from iro_tui.domain.following import Change
from iro_tui.domain.review import Review
from iro_tui.services import chairing, naming
from tests.services.office import Office, knowledge, office_with

ME = knowledge().agenda.question("identity.me")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with office_with(tmp_path, known_as="Amara", pronouns="she/her") as made:
        yield made


def says(office: Office, review: Review, **parts: str) -> Child | None:
    """Answer, and leave the answer."""
    answer = Answer(ME.id, AnswerState.ANSWERED, parts)
    chairing.save_answer(office.store, review.id, ME, answer, uuid4())
    return naming.take_up_names(office.store, review.id, ME)


def called(office: Office) -> tuple[str, str]:
    with office.store.work() as work:
        child = work.children.get(office.child.id)
    return child.name, child.pronouns


def history(office: Office) -> list[tuple[Change, str, str]]:
    with office.store.work() as work:
        changes = work.following.changes_of(office.child.id)
    return [(one.change, one.before, one.after) for one in changes]


def test_the_child_is_called_as_the_answer_says_and_what_was_before_is_kept(
    office: Office,
) -> None:
    review = office.begin()
    changed = says(office, review, known_as=" Kofi ", pronouns="he/him")
    assert changed is not None
    assert called(office) == ("Kofi", "he/him")
    assert history(office) == [
        (Change.KNOWN_AS, "Amara", "Kofi"),
        (Change.PRONOUNS, "she/her", "he/him"),
    ]
    assert says(office, review, known_as="Kofi", pronouns="he/him") is None


def test_an_answer_without_a_name_leaves_the_child_as_it_is(office: Office) -> None:
    review = office.begin()
    assert says(office, review, text="Seven and three quarters.") is None
    assert called(office) == ("Amara", "she/her")
    assert history(office) == []


def test_a_name_that_is_taken_out_again_gives_back_the_one_before(office: Office) -> None:
    review = office.begin()
    says(office, review, known_as="Kofi")
    says(office, review, text="Not yet.")
    assert called(office) == ("Amara", "she/her")
    assert [after for _, _, after in history(office)] == ["Kofi", "Amara"]


def test_a_name_that_was_changed_elsewhere_stays_when_an_answer_is_emptied(
    office: Office,
) -> None:
    review = office.begin()
    says(office, review, known_as="Kofi")
    with office.store.work() as work:
        child = work.children.get(office.child.id)
        work.children.save(Child(**{**vars(child), "known_as": "Kay"}))
        work.commit()
    says(office, review, text="Kay is right.")
    assert called(office)[0] == "Kay"


def test_another_question_calls_nobody_anything() -> None:
    asking = {one.id for one in knowledge().agenda.questions if naming.tells_names(one)}
    assert asking == {"identity.me"}
