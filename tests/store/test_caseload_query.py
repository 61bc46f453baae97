"""The caseload comes soonest first, by its index, a page at a time."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

from sqlalchemy import event

from iro_tui.domain.caseload import CaseloadEntry
from iro_tui.domain.child import Child
from iro_tui.store.store import Store

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
        assert work.children.caseload() == (CaseloadEntry(child, "subsequent", 4, SOON),)


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
        assert work.children.count(matching="demo") == 2


def test_children_are_counted_before_and_until_a_day(
    store: Store, add_child: Callable[..., Child]
) -> None:
    for reference, due in (("A", LATE), ("B", SOON), ("C", LATER), ("D", None)):
        add_child(reference, next_due=due)
    with store.work() as work:
        assert work.children.count() == 4
        assert work.children.count(due_before=SOON) == 1
        assert work.children.count(due_until=SOON) == 2
        assert work.children.count(matching="b", due_until=LATER) == 1


def test_a_page_of_a_large_caseload_is_read_by_the_index_without_sorting(store: Store) -> None:
    with store.work() as work:
        for number in range(300):
            child = Child(uuid4(), f"R-{number:03}", date(2015, 1, 1))
            work.children.add(child)
            due = None if number % 7 == 0 else SOON + timedelta(days=number * 37 % 200)
            work.children.set_next_review(child.id, due, "second", 2)
        work.commit()
    statements: list[tuple[str, object]] = []

    @event.listens_for(store._engine, "before_cursor_execute")
    def _note(_sql: object, _cursor: object, statement: str, values: object, *_: object) -> None:
        statements.append((statement, values))

    with store.work() as work:
        page = work.children.caseload(offset=200, limit=50)
        read, values = statements[-1]
        plan = work._session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {read}", values)  # type: ignore[arg-type]
        told = " ".join(str(step) for step in plan)
        whole = work.children.caseload(limit=1000)
    assert "ix_child_next_review_due_reference" in told
    assert "TEMP B-TREE" not in told
    assert whole[200:250] == page
    days = [entry.next_review_due or date.max for entry in whole]
    assert days == sorted(days)
