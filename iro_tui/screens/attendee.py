"""Somebody who was asked to the meeting: how they are there, or why not, and their views."""

from dataclasses import replace

from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.review import Attendance, Presence, ViewReceived
from iro_tui.screens.sheet import LONGEST_TITLE, Sheet
from iro_tui.services import chairing
from iro_tui.widgets.absence_field import view_of, views_by_person
from iro_tui.widgets.act_field import ActField
from iro_tui.widgets.attendance_field import PRESENCE_WORDS
from iro_tui.widgets.fields import Field, LineField, LongField
from iro_tui.widgets.picks import PickField, YesNoField
from iro_tui.widgets.rows import column


class AttendeeScreen(Sheet):
    """One row of the list, or somebody to add to it; kept as it is typed.

    `with_views` asks also for what somebody who is not there thinks, and how it came.
    """

    where = "attendee"

    def __init__(
        self, view: MeetingView, attendance: Attendance | None, *, with_views: bool = False
    ) -> None:
        self.view = view
        self.attendance = attendance
        self._with_views = with_views
        self._received = view_of(attendance, views_by_person(view.views)) if attendance else None
        title = attendance.name if attendance else "Somebody else"
        super().__init__(column(title, LONGEST_TITLE).rstrip(), self._fields())

    def _fields(self) -> list[Field]:
        fields: list[Field] = []
        if self.attendance is None or self._is_somebody_else:
            fields += [
                LineField("name", "Name", needed=True),
                LineField("role", "Role", hint="What they are to the child."),
            ]
        there = {one.value: words for one, words in PRESENCE_WORDS.items()}
        hint = "Why not." if self._with_views else "Which part, or why not."
        fields += [
            PickField("presence", "There", there, hint="The arrows, or a first letter."),
            ActField("note", "Reason" if self._with_views else "Note", hint=hint),
            YesNoField("private", "Private", hint="The reason stays in the full record."),
        ]
        return [*fields, *self._views_fields()] if self._with_views else fields

    def _views_fields(self) -> list[Field]:
        wanted = f"Did {self.view.child.name} want them here?"
        return [
            YesNoField("child_wanted", "Wanted", hint=wanted, may_be_unknown=True),
            LineField("how", "Views by", hint="Talk, form, call, letter, app, drawing."),
            LongField("view", "Their view", hint="In brief; Enter is a new line."),
            LineField("attempts", "Tried", hint="If they could not be reached: what was tried."),
        ]

    @property
    def _is_somebody_else(self) -> bool:
        one = self.attendance
        return one is not None and one.person_id is None and not one.is_child

    def on_mount(self) -> None:
        """Show what stands there already."""
        if self.attendance is None:
            self.attendance = self._somebody_new()
        one, received = self.attendance, self._received
        values = {
            "name": one.name,
            "role": one.role,
            "presence": one.presence.value,
            "note": one.note,
            "private": one.private,
            "child_wanted": "" if one.child_wanted is None else one.child_wanted,
            "how": received.how if received else "",
            "view": received.view if received else "",
            "attempts": received.attempts if received else "",
        }
        self.fill({name: value for name, value in values.items() if name in self.fields})
        super().on_mount()

    def _somebody_new(self) -> Attendance:
        meeting = self.view.meeting
        return Attendance(
            id=self.iro.new_id(),
            meeting_id=meeting.id if meeting else self.view.review.id,
            name="",
            presence=Presence.IN_PERSON,
        )

    def problems(self) -> dict[str, str]:
        """Return what stands against keeping the row: nobody named."""
        if "name" in self.fields and not self.typed("name").strip():
            return {"name": "Who is it?"}
        return {}

    async def keep_typed(self) -> None:
        """Keep the row, and the view where one was given; nobody named is nobody to keep."""
        if self.problems() or self.attendance is None:
            return
        kept = replace(
            self.attendance,
            name=self.typed("name").strip() if "name" in self.fields else self.attendance.name,
            role=self.typed("role").strip() if "role" in self.fields else self.attendance.role,
            presence=Presence(self.typed("presence")),
            note=self.typed("note"),
            private=self.is_yes("private"),
        )
        if self._with_views:
            wanted = self.fields["child_wanted"].value
            kept = replace(kept, child_wanted=wanted if isinstance(wanted, bool) else None)
        self.attendance = await self.iro.store_call(chairing.keep_attendance, kept)
        if self._with_views:
            await self._keep_view(kept)

    async def _keep_view(self, one: Attendance) -> None:
        how, view, attempts = (self.typed(name) for name in ("how", "view", "attempts"))
        if self._received is None and not f"{how}{view}{attempts}".strip():
            return
        before = self._received or ViewReceived(
            self.iro.new_id(), self.view.review.id, one.name, one.role, one.person_id
        )
        today = self.view.today
        answered_on = before.answered_on or (today if view.strip() else None)
        kept = replace(
            before,
            how=how,
            view=view,
            attempts=attempts,
            private=one.private,
            answered_on=answered_on,
        )
        self._received = await self.iro.store_call(chairing.keep_view, kept)
