"""Reading the fictional caseload of data/demo/: every date is a slot relative to one day."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from iro_tui.domain.agenda import Agenda, Kind, Part
from iro_tui.domain.answers import Answer, PartValue
from iro_tui.domain.chair import Chair, Helpline
from iro_tui.domain.child import Child, Cycle, Person
from iro_tui.domain.decisions import Decision, DecisionOutcome
from iro_tui.domain.demo import DemoChild, DemoReview
from iro_tui.domain.due.steps import STEPS
from iro_tui.domain.following import StepDone, Tracked
from iro_tui.domain.review import Attendance, ChildWords, Meeting, Place, Review, ViewReceived
from iro_tui.domain.timescales import Timescales, next_review
from iro_tui.errors import KnowledgeError
from iro_tui.knowledge.demo_slots import Slots
from iro_tui.knowledge.demo_values import Table, Values, id_of, numbered

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
        "steps",
    ]
)


def demo_chair(folder: Path) -> Chair:
    """Return the chair of the fictional caseload; raises KnowledgeError."""
    table = _read(folder / "chair.toml")
    helplines = tuple(Helpline(**one) for one in table.pop("helplines", ()))
    return Chair(id=id_of("chair"), helplines=helplines, **table)


def demo_children(
    folder: Path, agenda: Agenda, timescales: Timescales, today: date
) -> tuple[DemoChild, ...]:
    """Return every child of the fictional caseload as on this day, in order of reference.

    A review that names no due date gets the one that the law gives it. Raises KnowledgeError
    with file and key for what cannot be read.
    """
    slots = Slots(today, timescales.working_days)
    return tuple(
        _ChildFile(Values(path.name, slots), _read(path), agenda, timescales).child()
        for path in sorted(folder.glob("DEMO-*.toml"))
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{path.name} cannot be read: {error}") from error


@dataclass
class _ChildFile:
    """One child's file while it is read."""

    values: Values
    table: Table
    agenda: Agenda
    timescales: Timescales
    people: dict[str, Person] = field(default_factory=dict)
    decision_ids: dict[str, UUID] = field(default_factory=dict)

    def child(self) -> DemoChild:
        child = self.values.build(
            Child, "child", self.table["child"], id=self.values.new_id("child")
        )
        for table in self.table.get("people", ()):
            key = table["key"]
            self.people[key] = self.values.build(
                Person, f"people.{key}", table, but={"key"}, child_id=child.id
            )
        reviews: list[DemoReview] = []
        for here, table in numbered(self.table, "reviews", ""):
            before = tuple(demo.review for demo in reviews)
            reviews.append(self.review(child, table, before, here))
        return DemoChild(
            child,
            tuple(self.people.values()),
            tuple(reviews),
            tracked=tuple(self.values.rows(Tracked, self.table, "tracked", "", child_id=child.id)),
            done=dict(self.done_since()),
        )

    def done_since(self) -> Iterator[tuple[UUID, date]]:
        """Yield the decisions that were done since a review last looked, with the day of each."""
        for here, row in numbered(self.table, "done", ""):
            if row["decision"] not in self.decision_ids:
                raise self.values.broken(here, f"there is no decision {row['decision']}")
            day: date = self.values.converted(row["on"], date, here)
            yield self.decision_ids[row["decision"]], day

    def review(
        self, child: Child, table: Table, before: tuple[Review, ...], where: str
    ) -> DemoReview:
        review = self.dated(child, table, before, where)
        meetings = self.meetings(table, review, where)
        # Before this review's own decisions, which may have the same numbers in another cycle.
        outcomes = tuple(self.outcomes(table, review, where))
        decisions = tuple(self.decisions(table, review, where))
        letter = table.get("letter", {})
        return DemoReview(
            review=review,
            meetings=meetings,
            attendance=tuple(self.attendance(table, child, meetings, where)),
            views=tuple(self.views(table, review, where)),
            words=tuple(self.values.rows(ChildWords, table, "words", where, review_id=review.id)),
            answers=tuple(self.answers(table, where)),
            decisions=decisions,
            outcomes=outcomes,
            steps=tuple(self.steps(table, review, where)),
            letter_band=letter.get("band", ""),
            letter=self.finished_letter(letter.get("sections", {})),
        )

    def dated(self, child: Child, table: Table, before: tuple[Review, ...], where: str) -> Review:
        """Return a review itself, with the due date that follows where it names none."""
        coming = next_review(child, before, self.timescales)
        review = self.values.build(
            Review,
            where,
            table,
            but=_REVIEW_TABLES,
            child_id=child.id,
            numbers={Cycle(cycle): number for cycle, number in table["numbers"].items()},
            place=Place(**table.get("place", {})),
        )
        return replace(review, due_on=review.due_on or (coming.due_on if coming else None))

    def finished_letter(self, told: Table) -> dict[str, str]:
        """Return a letter's sections; those not told are left out by the chair, not proposed."""
        if not told:
            return {}
        left_out = {section.id: "" for section in self.agenda.sections}
        written = {one: self.values.slots.prose(text.strip("\n")) for one, text in told.items()}
        return left_out | written

    def meetings(self, table: Table, review: Review, where: str) -> tuple[Meeting, ...]:
        given = {"meetings": table.get("meetings") or ({"sequence": 1},)}
        return tuple(
            replace(meeting, held_on=meeting.held_on or review.held_on)
            for meeting in self.values.rows(Meeting, given, "meetings", where, review_id=review.id)
        )

    def attendance(
        self, table: Table, child: Child, meetings: tuple[Meeting, ...], where: str
    ) -> Iterator[Attendance]:
        for here, row in numbered(table, "attendance", where):
            named = {"name": child.name, "is_child": True} if row.get("child") else {}
            yield self.values.build(
                Attendance,
                here,
                row,
                but={"meeting", "child", "person"},
                meeting_id=meetings[row.get("meeting", 1) - 1].id,
                **(named or self.person_named(row, here)),
            )

    def views(self, table: Table, review: Review, where: str) -> Iterator[ViewReceived]:
        for here, row in numbered(table, "views", where):
            named = self.person_named(row, here)
            yield self.values.build(
                ViewReceived, here, row, but={"person"}, review_id=review.id, **named
            )

    def person_named(self, row: Table, where: str) -> dict[str, Any]:
        if "person" not in row:
            return {}
        person = self.person(row["person"], where)
        return {"name": person.name, "role": person.role_words, "person_id": person.id}

    def person(self, key: str, where: str) -> Person:
        if key not in self.people:
            raise self.values.broken(where, f"{key!r} is not the key of one of the people")
        return self.people[key]

    def decisions(self, table: Table, review: Review, where: str) -> Iterator[Decision]:
        for number, (here, row) in enumerate(numbered(table, "decisions", where), start=1):
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
            decision = self.values.build(
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
        for here, row in numbered(table, "outcomes", where):
            if row["decision"] not in self.decision_ids:
                raise self.values.broken(here, f"there is no earlier decision {row['decision']}")
            yield self.values.build(
                DecisionOutcome,
                here,
                row,
                but={"decision"},
                decision_id=self.decision_ids[row["decision"]],
                review_id=review.id,
            )

    def steps(self, table: Table, review: Review, where: str) -> Iterator[StepDone]:
        """Yield the steps around a review that were done: each by its id, with the day."""
        for step_id, day in table.get("steps", {}).items():
            here = f"{where}.steps.{step_id}"
            if step_id not in STEPS:
                raise self.values.broken(here, f"is not one of {', '.join(STEPS)}")
            done_on: date = self.values.converted(day, date, here)
            yield StepDone(self.values.new_id(here), review.id, step_id, done_on)

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
                raise self.values.broken(here, f"the agenda does not know {unknown}") from None
            marks = {key[1:]: value for key, value in row.items() if key.startswith("_")}
            marks = {"state": "answered", "private": question.private} | marks
            yield self.values.build(Answer, here, marks, question_id=question_id, parts=parts)

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
            raise self.values.broken(where, f"{value!r} is not among {', '.join(part.options)}")
        converted: PartValue = self.values.converted(
            value, date if part.kind is Kind.DATE else type(value), where
        )
        return converted
