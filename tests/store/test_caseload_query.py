"""The caseload comes soonest first, by its index, a page at a time."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import event

from iro_tui.domain.caseload import CaseloadEntry, Wanted
from iro_tui.domain.child import Child
from iro_tui.store.store import Store, Work

SOON = date(2026, 12, 1)
LATER = date(2027, 3, 1)
LATE = date(2026, 10, 1)


def _references(entries: tuple[CaseloadEntry, ...]) -> list[str]:
    return [entry.child.reference for entry in entries]


def test_the_caseload_is_soonest_first_and_children_without_a_date_come_last(
    store: Store, add_child: Callable[..., Child]
) -> None:
    add_child("D", next_due=None)
    add_child("C", next_due=LATER)
    add_child("B", next_due=SOON)
    add_child("A2", next_due=LATE)
    add_child("A1", next_due=LATE)
    with store.work() as work:
        assert _references(work.children.caseload()) == ["A1", "A2", "B", "C", "D"]
        assert _references(work.children.caseload(offset=1, limit=3)) == ["A2", "B", "C"]


def test_a_line_of_the_caseload_has_all_that_is_shown(
    store: Store, add_child: Callable[..., Child]
) -> None:
    child = add_child("R-1", given_name="Amara", known_as="Ama", legal_status="C2", next_due=SOON)
    with store.work() as work:
        assert work.children.caseload() == (CaseloadEntry(child, "subsequent", 4, SOON, "", SOON),)


def test_a_part_of_any_name_or_of_the_reference_finds_a_child_in_any_case(
    store: Store, add_child: Callable[..., Child]
) -> None:
    add_child("DEMO-01", given_name="Łucja", family_name="O'Neil-Żółć", known_as="Lu")
    add_child("DEMO-02", given_name="100%_sure")
    add_child("OTHER")
    with store.work() as work:
        for part in ("łucja", "ŻÓŁĆ", "lu", "neil", "emo-01", " łucja o'ne ", "Łucja O"):
            assert _references(work.children.caseload(matching=part)) == ["DEMO-01"], part
        assert _references(work.children.caseload(matching="%_")) == ["DEMO-02"]
        assert work.children.caseload(matching="nobody") == ()
        assert work.caseload.count(Wanted("demo")) == 2


def test_children_are_counted_from_and_until_a_day_and_without_one(
    store: Store, add_child: Callable[..., Child]
) -> None:
    for reference, due in (("A", LATE), ("B", SOON), ("C", LATER), ("D", None)):
        add_child(reference, next_due=due)
    with store.work() as work:
        assert work.children.count() == work.caseload.count(Wanted()) == 4
        assert work.caseload.count(Wanted(last_day=SOON)) == 2
        assert work.caseload.count(Wanted(first_day=SOON, last_day=SOON)) == 1
        assert work.caseload.count(Wanted(first_day=SOON)) == 2
        assert work.caseload.count(Wanted(without_date=True)) == 1
        assert work.caseload.count(Wanted("b", last_day=LATER)) == 1


def test_what_waits_for_the_chair_comes_before_a_review_that_is_due_later(
    store: Store, add_child: Callable[..., Child]
) -> None:
    add_child("A", next_due=SOON)
    busy = add_child("B", next_due=LATER)
    with store.work() as work:
        work.children.set_next_review(
            busy.id, LATER, "second", 2, step="Record to write · review 1", step_due=LATE
        )
        work.commit()
        assert _references(work.caseload.page(Wanted())) == ["B", "A"]
        assert _references(work.children.caseload()) == ["A", "B"]
        entry = work.caseload.page(Wanted())[0]
    assert entry.next_step == "Record to write · review 1"
    assert (entry.next_step_due, entry.next_review_due) == (LATE, LATER)


def test_children_are_counted_by_month_kind_and_iro(
    store: Store, add_child: Callable[..., Child]
) -> None:
    for reference, due, iro in (
        ("A", LATE, ""),
        ("B", SOON, "Imran Shah"),
        ("C", SOON + timedelta(days=3), "Imran Shah"),
        ("D", None, ""),
    ):
        add_child(reference, next_due=due, iro=iro)
    with store.work() as work:
        assert work.caseload.by_month(Wanted()) == {"2026-10": 1, "2026-12": 2, "": 1}
        assert work.caseload.by_kind(Wanted()) == {"subsequent": 4}
        assert work.caseload.by_iro(Wanted()) == {"": 2, "Imran Shah": 2}
        assert work.caseload.by_month(Wanted(iro="Imran Shah")) == {"2026-12": 2}
        assert work.caseload.by_iro(Wanted(first_day=SOON, matching="b")) == {"Imran Shah": 1}
        wanted = Wanted(iro="Imran Shah", kind="subsequent", last_day=SOON)
        assert _references(work.caseload.page(wanted)) == ["B"]


@pytest.fixture
def many(store: Store) -> Store:
    """A caseload of three hundred children, of two kinds and three IROs."""
    with store.work() as work:
        for number in range(300):
            iro = ("", "Imran Shah", "Ros Bell")[number % 3]
            child = Child(uuid4(), f"R-{number:03}", date(2015, 1, 1), iro=iro)
            work.children.add(child)
            due = None if number % 7 == 0 else SOON + timedelta(days=number * 37 % 200)
            work.children.set_next_review(child.id, due, ("first", "second")[number % 2], 2)
        work.commit()
    return store


def plan_of(store: Store, query: Callable[[Work], object]) -> str:
    """Return how the database would go about a query."""
    statements: list[tuple[str, object]] = []

    @event.listens_for(store._engine, "before_cursor_execute")
    def _note(_sql: object, _cursor: object, statement: str, values: object, *_: object) -> None:
        statements.append((statement, values))

    with store.work() as work:
        query(work)
        read, values = statements[-1]
        plan = work._session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {read}", values)  # type: ignore[arg-type]
        return " ".join(str(step.detail) for step in plan)


def test_a_page_of_a_large_caseload_is_read_by_the_index_without_sorting(many: Store) -> None:
    told = plan_of(many, lambda work: work.children.caseload(offset=200, limit=50))
    assert "ix_child_next_review_due_reference" in told
    assert "TEMP B-TREE" not in told
    with many.work() as work:
        page = work.children.caseload(offset=200, limit=50)
        whole = work.children.caseload(limit=1000)
    assert whole[200:250] == page
    days = [entry.next_review_due or date.max for entry in whole]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (Wanted(), "ix_child_next_step_due_reference"),
        (Wanted(last_day=LATE), "ix_child_next_step_due_reference"),
        (Wanted(first_day=SOON, last_day=LATER), "ix_child_next_step_due_reference"),
        (Wanted(without_date=True), "ix_child_next_step_due_reference"),
        (Wanted(kind="second"), "ix_child_next_review_kind_next_step_due_reference"),
        (Wanted(iro="Ros Bell"), "ix_child_iro_next_step_due_reference"),
        (Wanted(iro="Ros Bell", first_day=SOON), "ix_child_iro_next_step_due_reference"),
    ],
)
def test_every_group_is_read_and_counted_by_an_index(
    many: Store, wanted: Wanted, index: str
) -> None:
    page = plan_of(many, lambda work: work.caseload.page(wanted, limit=50))
    assert index in page
    assert "TEMP B-TREE" not in page
    assert "COVERING INDEX" in plan_of(many, lambda work: work.caseload.count(wanted))


def test_the_counts_of_all_groups_come_from_an_index_alone(many: Store) -> None:
    for counts in ("by_month", "by_kind", "by_iro"):
        told = plan_of(many, lambda work, name=counts: getattr(work.caseload, name)(Wanted()))  # type: ignore[misc]
        assert "COVERING INDEX" in told, counts
