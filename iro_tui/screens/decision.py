"""Taking a decision over the meeting: what, why, who, by when, and how it is said to the child."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from iro_tui.domain.agenda import section_of
from iro_tui.domain.dates.spoken import parse_due_date, spoken
from iro_tui.domain.decisions import Decision, KeepFrom, Priority
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.owners import NOBODY, Owner, owners_around
from iro_tui.errors import BadInput
from iro_tui.screens.sheet import Sheet
from iro_tui.services import deciding
from iro_tui.widgets.act_field import ActField
from iro_tui.widgets.fields import Field, date_field
from iro_tui.widgets.owner_field import OwnerField
from iro_tui.widgets.picks import PickField, YesNoField

ReadT = TypeVar("ReadT")

PRIORITIES = {Priority.NORMAL.value: "normal", Priority.URGENT.value: "urgent"}
KEEP_FROM = {
    KeepFrom.NOBODY.value: "nobody",
    KeepFrom.PARENTS.value: "parents",
    KeepFrom.CARERS.value: "carers",
    KeepFrom.ALL_BUT_PROFESSIONALS.value: "all but professionals",
}


class DecisionScreen(Sheet):
    """A new decision of this question, one begun there before, or one to change.

    A new one stays a draft until it is kept; one that was kept before changes as it is typed.
    """

    where = "decision"

    def __init__(
        self,
        view: MeetingView,
        question_id: str,
        section_title: str,
        decision: Decision | None = None,
    ) -> None:
        self.view = view
        self.owners = owners_around(view.people, view.child, view.chair)
        self.decision = decision or _begun_before(view, question_id)
        title = "Decision" if self.decision and not self.decision.draft else "New decision"
        super().__init__(f"{title} · {section_title}", self._fields())
        self._question_id = question_id

    def _fields(self) -> list[Field]:
        name = self.view.child.name
        return [
            ActField("what", "What", hint="One act, a verb first.", needed=True),
            ActField("why", "Why", hint="One line: the reason that will be printed beside it."),
            OwnerField("who", "Who", self.owners, hint="First letters of a name; ↓ shows all."),
            date_field("by", "By", self._day, hint="fri · 2 weeks · 12 dec · end of month"),
            ActField("words", f"For {name}"[:11], hint=f"How you would say it to {name}."),
            PickField("priority", "Priority", PRIORITIES, hint="n or u, or the arrows."),
            YesNoField("in_letter", "In letter", hint=f"Whether {name} reads it in the letter."),
            PickField("keep_from", "Keep from", KEEP_FROM, hint="Left out of copies for them."),
        ]

    def on_mount(self) -> None:
        """Show what stands there already."""
        if self.decision is None:
            self.decision = self._new_decision()
        self.fill(
            {
                "what": self.decision.what,
                "why": self.decision.why,
                "who": _owner_of(self.decision).words,
                "by": spoken(self.decision.due_on) if self.decision.due_on else "",
                "words": self.decision.words_for_child,
                "priority": self.decision.priority.value,
                "in_letter": self.decision.in_letter,
                "keep_from": self.decision.keep_from.value,
            }
        )
        super().on_mount()

    @property
    def draft_key(self) -> str:
        """Half a date or a name belongs to this very decision."""
        return f"decision {self.decision.id}" if self.decision else ""

    def _new_decision(self) -> Decision:
        meeting = self.view.meeting
        return Decision(
            id=self.iro.new_id(),
            review_id=self.view.review.id,
            number=0,
            what="",
            question_id=self._question_id,
            meeting_id=meeting.id if meeting else None,
            draft=True,
        )

    def problems(self) -> dict[str, str]:
        """Return what stands against keeping the decision: nothing said, a role, no day."""
        wrong = {} if self.typed("what").strip() else {"what": "Say what is decided."}
        for name, read in (("who", self._owner), ("by", self._due_on)):
            try:
                read()
            except BadInput as refused:
                wrong[name] = str(refused)
        return wrong

    async def keep_typed(self) -> None:
        """Keep the decision as far as it is typed; what cannot be read stays as it was."""
        typed = self._as_typed()
        if typed.number == 0 and not _says_anything(typed) and not self.half_typed():
            return
        self.decision = await self.iro.store_call(deciding.keep_decision, typed)

    async def close_kept(self) -> None:
        """Keep it as a decision, no draft any more."""
        whole = replace(self._as_typed(), draft=False)
        self.decision = await self.iro.store_call(deciding.keep_decision, whole)

    def _as_typed(self) -> Decision:
        before = self.decision or self._new_decision()
        owner = _readable(self._owner, _owner_of(before))
        due_on = _readable(self._due_on, before.due_on)
        return replace(
            before,
            what=self.typed("what"),
            why=self.typed("why"),
            owner=owner.name,
            owner_role=owner.role,
            owner_id=owner.person_id,
            due_on=due_on,
            first_due_on=before.first_due_on if before.carried_count else due_on,
            words_for_child=self.typed("words"),
            priority=Priority(self.typed("priority")),
            in_letter=self.is_yes("in_letter"),
            keep_from=KeepFrom(self.typed("keep_from")),
        )

    def _owner(self) -> Owner:
        field = self.fields["who"]
        stands_there = _owner_of(self.decision) if self.decision else NOBODY
        if self.typed("who").strip() == stands_there.words:
            return stands_there
        return field.owner if isinstance(field, OwnerField) else NOBODY

    def _due_on(self) -> date | None:
        typed = self.typed("by").strip()
        return self._day(typed) if typed else None

    def _day(self, typed: str) -> date:
        stands_there = self.decision.due_on if self.decision else None
        if stands_there and typed.strip() == spoken(stands_there):
            return stands_there
        working_days = self.iro.knowledge.timescales.working_days
        return parse_due_date(typed, self.view.today, working_days)


def _owner_of(decision: Decision) -> Owner:
    return Owner(decision.owner, decision.owner_role, decision.owner_id)


def _readable(read: Callable[[], ReadT], otherwise: ReadT) -> ReadT:
    try:
        return read()
    except BadInput:
        return otherwise


def _says_anything(decision: Decision) -> bool:
    words = (decision.what, decision.why, decision.owner, decision.words_for_child)
    return any(word.strip() for word in words) or decision.due_on is not None


def _begun_before(view: MeetingView, question_id: str) -> Decision | None:
    """Return the newest draft of the same section: Esc left it there to be taken up again."""
    drafts = [
        one
        for one in view.decisions
        if one.draft and section_of(one.question_id) == section_of(question_id)
    ]
    return drafts[-1] if drafts else None
