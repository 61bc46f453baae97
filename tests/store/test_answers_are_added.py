"""Answers and letters are append-only: a visit rewrites its own draft and nothing else."""

from dataclasses import replace
from uuid import uuid4

from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.history import redone, undone
from iro_tui.domain.review import Review
from iro_tui.store.store import Store


def _said(text: str) -> Answer:
    return Answer("home.good", AnswerState.ANSWERED, {"text": text})


def _texts(history: tuple[Answer, ...]) -> list[object]:
    return [one.parts.get("text") for one in history]


def test_saving_again_within_one_visit_rewrites_that_revision(store: Store, review: Review) -> None:
    visit = uuid4()
    for text in ("S", "Sha", "Sharks"):
        with store.work() as work:
            kept = work.answers.save(review.id, _said(text), visit)
            work.commit()
    with store.work() as work:
        assert _texts(work.answers.history(review.id, "home.good")) == ["Sharks"]
    assert kept.revision == 1


def test_another_visit_adds_a_revision_and_leaves_the_earlier_ones(
    store: Store, review: Review
) -> None:
    with store.work() as work:
        first = work.answers.save(review.id, _said("Sharks"), uuid4())
        second = work.answers.save(review.id, _said("Sharks, and the lock"), uuid4())
        work.commit()
    with store.work() as work:
        assert work.answers.history(review.id, "home.good") == (first, second)
        assert work.answers.current(review.id) == {"home.good": second}
    assert (first.revision, second.revision) == (1, 2)


def test_a_visit_that_is_no_longer_the_newest_adds_instead_of_rewriting(
    store: Store, review: Review
) -> None:
    first_visit = uuid4()
    with store.work() as work:
        work.answers.save(review.id, _said("one"), first_visit)
        work.answers.save(review.id, _said("two"), uuid4())
        work.answers.save(review.id, _said("three"), first_visit)
        work.commit()
    with store.work() as work:
        assert _texts(work.answers.history(review.id, "home.good")) == ["one", "two", "three"]


def test_undo_and_redo_add_revisions_that_name_what_they_bring_back(
    store: Store, review: Review
) -> None:
    with store.work() as work:
        work.answers.save(review.id, _said("one"), uuid4())
        work.answers.save(review.id, _said("two"), uuid4())
        before = undone(work.answers.history(review.id, "home.good"))
        assert before is not None
        work.answers.save(review.id, before, uuid4())
        after = redone(work.answers.history(review.id, "home.good"))
        assert after is not None
        work.answers.save(review.id, after, uuid4())
        history = work.answers.history(review.id, "home.good")
    assert _texts(history) == ["one", "two", "one", "two"]
    assert [one.restores for one in history] == [0, 0, 1, 2]


def test_answers_of_other_questions_and_reviews_stay_apart(store: Store, review: Review) -> None:
    other = replace(review, id=uuid4())
    visit = uuid4()
    with store.work() as work:
        work.reviews.save(other)
        work.answers.save(review.id, _said("here"), visit)
        work.answers.save(other.id, _said("there"), visit)
        work.answers.save(review.id, replace(_said("school"), question_id="school.good"), visit)
        here, there = work.answers.current(review.id), work.answers.current(other.id)
    assert {question: one.parts["text"] for question, one in here.items()} == {
        "home.good": "here",
        "school.good": "school",
    }
    assert _texts(tuple(there.values())) == ["there"]
    assert there["home.good"].revision == 1


def test_a_draft_saved_unchanged_writes_nothing(store: Store, review: Review) -> None:
    visit = uuid4()
    with store.work() as work:
        first = work.answers.save(review.id, _said("same"), visit)
        work.commit()
    with store.work() as work:
        assert work.answers.save(review.id, _said("same"), visit) == first


def test_letter_sections_keep_their_newest_text_for_each_band(store: Store, review: Review) -> None:
    visit = uuid4()
    with store.work() as work:
        work.letters.save_section(review.id, "b5_8", "greeting", "Dear", visit)
        work.letters.save_section(review.id, "b5_8", "greeting", "Dear Amara,", visit)
        work.letters.save_section(review.id, "b5_8", "greeting", "Dear Amara!", uuid4())
        work.letters.save_section(review.id, "b5_8", "wishes", "You said", uuid4())
        work.letters.save_section(review.id, "b9_12", "greeting", "Hello", uuid4())
        work.commit()
    with store.work() as work:
        assert work.letters.sections(review.id, "b5_8") == {
            "greeting": "Dear Amara!",
            "wishes": "You said",
        }
        assert work.letters.sections(review.id, "b9_12") == {"greeting": "Hello"}
        assert work.letters.sections(review.id, "b16") == {}
