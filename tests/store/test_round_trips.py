"""What goes into the store comes out as it was."""

import json
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_tui.domain.answers import Answer, AnswerState, ChildKnows, PartValue, Row
from iro_tui.domain.chair import Chair, Helpline
from iro_tui.domain.child import Child, Cycle, Person
from iro_tui.domain.clock import Clock
from iro_tui.domain.decisions import Decision, DecisionOutcome
from iro_tui.domain.documents import IssuedDocument
from iro_tui.domain.review import Attendance, ChildWords, Meeting, Place, Review, ViewReceived
from iro_tui.store import parts
from iro_tui.store.store import Store, open_store

if TYPE_CHECKING:
    from iro_tui.domain.typed import Typed

V = TypeVar("V")
HOSTILE = (
    "[red]",
    "=SUM(A1)",
    "O'Neil-Żółć",
    "../../x",
    "{{ 7*7 }}",
    "<&>",
    "👩‍👩‍👧 🦈",
    "שלום عائشة",
    "'; DROP TABLE child; --",
    "%_\\",
    "a\u0301 is not á",
    "tab\tand\nnewline",
    "  space at both ends  ",
    '{"$date": "2026-11-12"}',
    "ż" * 100_000,
)
A_DAY = date(2026, 11, 12)
A_MOMENT = datetime(2026, 11, 12, 14, 30, 5, 123456, tzinfo=UTC)


@pytest.fixture
def reopened(store: Store, key: str, clock: Clock) -> Callable[[], Store]:
    """Close the store and open it again, so that nothing is read from memory."""

    def reopen() -> Store:
        store.close()
        again = open_store(store.folder, key, clock=clock)
        # The `store` fixture closes this one at the end.
        store.__dict__.update(again.__dict__)
        return store

    return reopen


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_any_text_comes_out_of_every_text_field_as_it_went_in(
    store: Store, review: Review, reopened: Callable[[], Store], text: str
) -> None:
    child = Child(uuid4(), text, A_DAY, given_name=text, family_name=text, known_as=text)
    words = ChildWords(uuid4(), review.id, text, may_see=(text, text), translation=text)
    decision = Decision(uuid4(), review.id, 1, text, why=text, owner=text, words_for_child=text)
    answer = Answer("home.good", AnswerState.ANSWERED, {"text": text, "who": (text,)}, text)
    with store.work() as work:
        work.children.add(child)
        work.words.save(words)
        work.decisions.save(decision)
        answer = work.answers.save(review.id, answer, uuid4())
        work.letters.save_section(review.id, "b5_8", text[:50], text, uuid4())
        work.commit()
    with reopened().work() as work:
        assert work.children.get(child.id) == child
        assert work.children.by_reference(text) == child
        assert work.words.of_review(review.id) == (words,)
        assert work.decisions.made_in(review.id) == (decision,)
        assert work.answers.current(review.id) == {"home.good": answer}
        assert answer.parts == {"text": text, "who": (text,)}
        assert work.letters.sections(review.id, "b5_8") == {text[:50]: text}


def _filled(kind: type[V], **given: object) -> V:
    """Return a value with something unlike its default in every field, by the field's type."""
    hints = get_type_hints(kind)
    names = [one.name for one in fields(kind) if one.name not in given]  # type: ignore[arg-type]
    made = {name: _something(hints[name], name) for name in names}
    return kind(**made | given)


def _something(hint: Any, name: str) -> object:
    kinds = [one for one in get_args(hint) or (hint,) if one is not type(None)]
    kind = get_origin(hint) if get_origin(hint) is tuple else kinds[0]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return list(kind)[-1]
    made: dict[object, object] = {
        str: f"a {name}",
        bool: True,
        int: 7,
        date: A_DAY,
        datetime: A_MOMENT,
        UUID: uuid4(),
        bytes: bytes(range(256)) * 40,
        tuple: ("Jo", "Sam"),
    }
    return made[kind]


def test_a_child_with_every_field_set_comes_back_whole(
    store: Store, reopened: Callable[[], Store]
) -> None:
    child = _filled(Child, placement_in_area=False)
    with store.work() as work:
        work.children.add(child)
        work.commit()
    with reopened().work() as work:
        assert work.children.get(child.id) == child
        assert work.children.all() == (child,)


def test_the_chair_comes_back_with_every_helpline(
    store: Store, reopened: Callable[[], Store]
) -> None:
    helplines = (Helpline("Childline", "0800 1111"), Helpline("A “line”", ""))
    chair = _filled(Chair, helplines=helplines)
    with store.work() as work:
        assert work.chair.get() is None
        work.chair.save(replace(chair, name="R."))
        work.chair.save(chair)
        work.commit()
    with reopened().work() as work:
        assert work.chair.get() == chair


def test_a_review_and_all_around_it_come_back_whole(
    store: Store, review: Review, meeting_id: UUID, reopened: Callable[[], Store]
) -> None:
    person = _filled(Person, child_id=review.child_id)
    full = _filled(
        Review,
        child_id=review.child_id,
        numbers={Cycle.ADOPTION_AUTHORISED: 1, Cycle.LOOKED_AFTER: 3},
        place=Place("home", "home.good", "text", 3, 17),
    )
    meeting = _filled(Meeting, review_id=full.id)
    of_meeting = {"meeting_id": meeting.id}
    attendance = _filled(Attendance, **of_meeting, person_id=person.id, child_wanted=False)
    view = _filled(ViewReceived, review_id=full.id, person_id=person.id)
    words = _filled(ChildWords, review_id=full.id, **of_meeting, put_to_review=False)
    decision = _filled(
        Decision, review_id=full.id, owner_id=person.id, **of_meeting, in_letter=False
    )
    outcome = _filled(DecisionOutcome, decision_id=decision.id, review_id=review.id)
    document = _filled(IssuedDocument, review_id=full.id)
    with store.work() as work:
        work.people.save(person)
        work.reviews.save(full)
        work.meetings.save(meeting)
        work.attendance.save(attendance)
        work.views.save(view)
        work.words.save(words)
        work.decisions.save(decision)
        work.decisions.save_outcome(outcome)
        work.documents.add(document)
        work.commit()
    with reopened().work() as work:
        assert work.people.of_child(review.child_id) == (person,)
        assert work.people.get(person.id) == person
        assert work.reviews.get(full.id) == full
        assert list(work.reviews.get(full.id).numbers) == list(full.numbers)
        assert work.meetings.of_review(full.id) == (meeting,)
        assert work.meetings.get(meeting.id) == meeting
        assert work.attendance.of_review(full.id) == (attendance,)
        assert work.attendance.get(attendance.id) == attendance
        assert work.views.of_review(full.id) == (view,)
        assert work.views.get(view.id) == view
        assert work.words.of_review(full.id) == (words,)
        assert work.words.get(words.id) == words
        assert work.decisions.get(decision.id) == decision
        assert work.decisions.of_child(review.child_id) == (decision,)
        assert work.decisions.outcomes_of(review.id) == {decision.id: outcome}
        assert work.decisions.outcomes_of(full.id) == {}
        assert work.documents.of_review(full.id) == (document,)
        assert work.documents.of_review(review.id) == ()


def test_an_answer_comes_back_with_its_flags_and_each_part_in_its_own_type(
    store: Store, review: Review, meeting_id: UUID, reopened: Callable[[], Store]
) -> None:
    row: Row = {
        "who": "Mum",
        "how_often": 2,
        "since": A_DAY,
        "good": True,
        "seen": ("a", "b"),
        "n": 1.0,
    }
    answer = Answer(
        "family.time",
        AnswerState.ANSWERED,
        {
            "yes": True,
            "number": 1,
            "share": 0.1,
            "whole": 1.0,
            "day": A_DAY,
            "codes": ("b", "a"),
            "none": (),
            "table": (row, {}),
        },
        reason="r",
        given_by="Mum",
        given_on=A_DAY,
        meeting_id=meeting_id,
        private=True,
        may_see=("Jo",),
        child_knows=ChildKnows.NOT_SURE,
        working_note="w",
        carried_over=True,
        restores=3,
    )
    with store.work() as work:
        kept = work.answers.save(review.id, answer, uuid4())
        work.commit()
    with reopened().work() as work:
        found = work.answers.current(review.id)["family.time"]
    assert found == kept == replace(answer, revision=1, saved_at=kept.saved_at)
    assert found.saved_at is not None
    assert _typed(found.parts) == _typed(answer.parts)


def test_a_part_that_changes_only_its_type_is_a_change(store: Store, review: Review) -> None:
    visit = uuid4()
    with store.work() as work:
        work.answers.save(review.id, Answer("q.a", parts={"x": 1}), visit)
        work.commit()
    with store.work() as work:
        work.answers.save(review.id, Answer("q.a", parts={"x": True}), visit)
        work.commit()
    with store.work() as work:
        assert work.answers.current(review.id)["q.a"].parts["x"] is True


_cells = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"])),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.dates(),
    st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]))).map(tuple),
)
_rows = st.lists(st.dictionaries(st.sampled_from(["a", "$date", "c"]), _cells)).map(tuple)


@given(st.dictionaries(st.sampled_from(["text", "$date", "rows"]), st.one_of(_cells, _rows)))
def test_any_parts_survive_being_written_and_read(given_parts: dict[str, PartValue]) -> None:
    written = parts.to_json(given_parts)
    json.loads(written)
    assert _typed(parts.from_json(written)) == _typed(given_parts)


def _typed(value: object) -> object:
    """Return a value with its types spelled out, for True == 1 == 1.0 in Python."""
    if isinstance(value, dict):
        return {name: _typed(one) for name, one in value.items()}
    if isinstance(value, tuple):
        return tuple(_typed(one) for one in value)
    return type(value).__name__, repr(value)


def test_what_is_half_typed_comes_back_until_nothing_is_typed(store: Store) -> None:
    typed: Typed = {"reference": "[red] '1'", "date_of_birth": "14/3/", "disabled": True}
    drafts: tuple[Typed, ...] = ({"reference": "1"}, typed, {})
    for kept in drafts:
        with store.work() as work:
            work.drafts.save("child new", kept)
            work.commit()
        with store.work() as work:
            assert work.drafts.get("child new") == kept
            assert work.drafts.get("profile") == {}
