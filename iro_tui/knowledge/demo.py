"""Reading the fictional caseload of data/demo/: every date is a slot relative to one day."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, get_args, get_type_hints
from uuid import UUID, uuid5

from iro_tui.domain.agenda import Agenda, Kind, Part
from iro_tui.domain.answers import Answer, PartValue
from iro_tui.domain.chair import Chair, Helpline
from iro_tui.domain.child import Child, Cycle, Person
from iro_tui.domain.decisions import Decision, DecisionOutcome
from iro_tui.domain.demo import DemoChild, DemoReview
from iro_tui.domain.review import Attendance, ChildWords, Meeting, Place, Review, ViewReceived
from iro_tui.domain.timescales import Timescales, next_review
from iro_tui.errors import KnowledgeError
from iro_tui.knowledge.demo_slots import Slots

ValueT = TypeVar("ValueT")
Table = Mapping[str, Any]

_IDS = UUID("5f0b7b06-3a0c-4c43-9d0e-3f1f6a6f2a11")
_REVIEW_TABLES = frozenset(
    [
        "meetings",
        "attendance",
        "views",
        "words",
        "answers",
        "decisions",
        "outcomes",
        "letter",
        "numbers",
        "place",
    ]
)


def demo_chair(folder: Path) -> Chair:
    """Return the chair of the fictional caseload; raises KnowledgeError."""
    table = _read(folder / "chair.toml")
    helplines = tuple(Helpline(**one) for one in table.pop("helplines", ()))
    return Chair(id=uuid5(_IDS, "chair"), helplines=helplines, **table)


def demo_children(
    folder: Path, agenda: Agenda, timescales: Timescales, today: date
) -> tuple[DemoChild, ...]:
    """Return every child of the fictional caseload as on this day, in order of reference.

    A review that names no due date gets the one that the law gives it. Raises KnowledgeError
    with file and key for what cannot be read.
    """
    slots = Slots(today, timescales.working_days)
    return tuple(
        _ChildFile(path.name, _read(path), agenda, timescales, slots).child()
        for path in sorted(folder.glob("DEMO-*.toml"))
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{path.name} cannot be read: {error}") from error


@dataclass
class _ChildFile:
    """One child's file while it is read; ids follow from file and place, so they stay the same."""

    name: str
    table: Table
    agenda: Agenda
    timescales: Timescales
    slots: Slots
    people: dict[str, Person] = field(default_factory=dict)
    decision_ids: dict[str, UUID] = field(default_factory=dict)

    def child(self) -> DemoChild:
        child = self.build(Child, "child", self.table["child"], id=self.new_id("child"))
        for table in self.table.get("people", ()):
            key = table["key"]
            self.people[key] = self.build(
                Person, f"people.{key}", table, but={"key"}, child_id=child.id
            )
        reviews: list[DemoReview] = []
        for here, table in _numbered(self.table, "reviews", ""):
            before = tuple(demo.review for demo in reviews)
            reviews.append(self.review(child, table, before, here))
        return DemoChild(child, tuple(self.people.values()), tuple(reviews))

    def review(
        self, child: Child, table: Table, before: tuple[Review, ...], where: str
    ) -> DemoReview:
        coming = next_review(child, before, self.timescales)
        review = self.build(
            Review,
            where,
            table,
            but=_REVIEW_TABLES,
            child_id=child.id,
            numbers={Cycle(cycle): number for cycle, number in table["numbers"].items()},
            place=Place(**table.get("place", {})),
        )
        review = replace(review, due_on=review.due_on or (coming.due_on if coming else None))
        meetings = self.meetings(table, review, where)
        decisions = tuple(self.decisions(table, review, where))
        letter = table.get("letter", {})
        return DemoReview(
            review=review,
            meetings=meetings,
            attendance=tuple(self.attendance(table, child, meetings, where)),
            views=tuple(self.views(table, review, where)),
            words=tuple(self.rows(ChildWords, table, "words", where, review_id=review.id)),
            answers=tuple(self.answers(table, where)),
            decisions=decisions,
            outcomes=tuple(self.outcomes(table, review, where)),
            letter_band=letter.get("band", ""),
            letter=self.finished_letter(letter.get("sections", {})),
        )

    def finished_letter(self, told: Table) -> dict[str, str]:
        """Return a letter's sections; those not told are left out by the chair, not proposed."""
        if not told:
            return {}
        left_out = {section.id: "" for section in self.agenda.sections}
        written = {one: self.slots.prose(text.strip("\n")) for one, text in told.items()}
        return left_out | written

    def meetings(self, table: Table, review: Review, where: str) -> tuple[Meeting, ...]:
        given = {"meetings": table.get("meetings") or ({"sequence": 1},)}
        return tuple(
            replace(meeting, held_on=meeting.held_on or review.held_on)
            for meeting in self.rows(Meeting, given, "meetings", where, review_id=review.id)
        )

    def attendance(
        self, table: Table, child: Child, meetings: tuple[Meeting, ...], where: str
    ) -> Iterator[Attendance]:
        for here, row in _numbered(table, "attendance", where):
            named = {"name": child.name, "is_child": True} if row.get("child") else {}
            yield self.build(
                Attendance,
                here,
                row,
                but={"meeting", "child", "person"},
                meeting_id=meetings[row.get("meeting", 1) - 1].id,
                **(named or self.person_named(row, here)),
            )

    def views(self, table: Table, review: Review, where: str) -> Iterator[ViewReceived]:
        for here, row in _numbered(table, "views", where):
            named = self.person_named(row, here)
            yield self.build(ViewReceived, here, row, but={"person"}, review_id=review.id, **named)

    def person_named(self, row: Table, where: str) -> dict[str, Any]:
        if "person" not in row:
            return {}
        person = self.person(row["person"], where)
        return {"name": person.name, "role": person.role_words, "person_id": person.id}

    def person(self, key: str, where: str) -> Person:
        if key not in self.people:
            raise self.broken(where, f"{key!r} is not the key of one of the people")
        return self.people[key]

    def decisions(self, table: Table, review: Review, where: str) -> Iterator[Decision]:
        for number, (here, row) in enumerate(_numbered(table, "decisions", where), start=1):
            owner: dict[str, Any] = {
                "owner": row.get("owner_name", ""),
                "owner_role": row.get("owner_role", ""),
            }
            if "owner" in row:
                person = self.person(row["owner"], here)
                owner = {
                    "owner": person.name,
                    "owner_role": person.role_words,
                    "owner_id": person.id,
                }
            decision = self.build(
                Decision,
                here,
                row,
                but={"owner", "owner_name", "owner_role"},
                review_id=review.id,
                number=number,
                **owner,
            )
            self.decision_ids[f"{review.number}.{number}"] = decision.id
            yield replace(decision, first_due_on=decision.first_due_on or decision.due_on)

    def outcomes(self, table: Table, review: Review, where: str) -> Iterator[DecisionOutcome]:
        for here, row in _numbered(table, "outcomes", where):
            if row["decision"] not in self.decision_ids:
                raise self.broken(here, f"there is no earlier decision {row['decision']}")
            yield self.build(
                DecisionOutcome,
                here,
                row,
                but={"decision"},
                decision_id=self.decision_ids[row["decision"]],
                review_id=review.id,
            )

    def answers(self, table: Table, where: str) -> Iterator[Answer]:
        for question_id, row in table.get("answers", {}).items():
            here = f"{where}.answers.{question_id}"
            try:
                question = self.agenda.question(question_id)
                parts = {
                    part_id: self.part_value(question.part(part_id), value, here)
                    for part_id, value in row.items()
                    if not part_id.startswith("_")
                }
            except KeyError as unknown:
                raise self.broken(here, f"the agenda does not know {unknown}") from None
            marks = {key[1:]: value for key, value in row.items() if key.startswith("_")}
            marks = {"state": "answered", "private": question.private} | marks
            yield self.build(Answer, here, marks, question_id=question_id, parts=parts)

    def part_value(self, part: Part, value: Any, where: str) -> PartValue:
        if part.kind in (Kind.TABLE, Kind.PEOPLE):
            columns = {column.id: column for column in part.columns}
            return tuple(
                {name: self.part_value(columns[name], cell, where) for name, cell in row.items()}
                for row in value
            )  # type: ignore[return-value]
        known = part.kind not in (Kind.CHOICE, Kind.CHOICES) or set(
            [value] if isinstance(value, str) else value
        ) <= set(part.options)
        if not known:
            raise self.broken(where, f"{value!r} is not among {', '.join(part.options)}")
        converted: PartValue = self.converted(
            value, date if part.kind is Kind.DATE else type(value), where
        )
        return converted

    def rows(
        self,
        kind: type[ValueT],
        table: Table,
        name: str,
        where: str,
        **given: Any,
    ) -> Iterator[ValueT]:
        for here, row in _numbered(table, name, where):
            yield self.build(kind, here, row, **given)

    def build(
        self,
        kind: type[ValueT],
        where: str,
        table: Table,
        *,
        but: frozenset[str] | set[str] = frozenset(),
        **given: Any,
    ) -> ValueT:
        """Make a value from a table: each entry converted to what the field holds."""
        hints = get_type_hints(kind)
        named = {key: value for key, value in table.items() if key not in but}
        if unknown := set(named) - set(hints):
            raise self.broken(where, f"{kind.__name__} has no {', '.join(sorted(unknown))}")
        values = {
            key: self.converted(value, hints[key], f"{where}.{key}") for key, value in named.items()
        }
        if "id" in hints and "id" not in given:
            given["id"] = self.new_id(where)
        return kind(**values | given)

    def converted(self, value: Any, hint: Any, where: str) -> Any:
        kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
        if date in kinds:
            day = self.slots.field(value) if isinstance(value, str) else None
            if day is None:
                raise self.broken(where, f'{value!r} is no date slot such as "day -42"')
            return day
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, StrEnum):
                return kind(value)
        if isinstance(value, list):
            return tuple(value)
        return self.slots.prose(value) if isinstance(value, str) else value

    def new_id(self, where: str) -> UUID:
        return uuid5(_IDS, f"{self.name}/{where}")

    def broken(self, where: str, why: str) -> KnowledgeError:
        return KnowledgeError(f"{self.name}, {where}: {why}.")


def _numbered(table: Table, name: str, where: str) -> Iterator[tuple[str, Table]]:
    for place, row in enumerate(table.get(name, ())):
        yield f"{where}.{name}[{place}]".lstrip("."), row
