"""Who is here: one row a person, one key a row."""

from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.review import Attendance, Presence
from iro_tui.services import chairing
from iro_tui.widgets.kept_rows import KeptRowsField
from iro_tui.widgets.mark_rows import MarkRows
from iro_tui.widgets.messages import Keep, Noted, ServiceCall
from iro_tui.widgets.rows import Row, Rows, column, key_hints

PRESENCE_WORDS = {
    Presence.IN_PERSON: "in person",
    Presence.VIDEO: "by video",
    Presence.PHONE: "by phone",
    Presence.PART: "for a part",
    Presence.APOLOGY: "sent apology",
    Presence.ABSENT: "absent",
    Presence.NOT_INVITED: "not invited",
    Presence.INVITED: "not marked",
}
LETTERS = {
    "p": Presence.IN_PERSON,
    "v": Presence.VIDEO,
    "t": Presence.PHONE,
    "r": Presence.PART,
    "s": Presence.APOLOGY,
    "b": Presence.ABSENT,
    "n": Presence.NOT_INVITED,
}
_ROUND = tuple(LETTERS.values())
_NAME, _ROLE = 18, 18


class AttendeeWanted(Message):
    """Open somebody's row over the meeting; None for somebody who is to be added.

    `with_views` asks also for what somebody who is not there thinks.
    """

    def __init__(self, attendance: Attendance | None, *, with_views: bool = False) -> None:
        super().__init__()
        self.attendance = attendance
        self.with_views = with_views


class PresenceRows(MarkRows):
    """Rows of people in which a letter says how somebody is there, and space goes round."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(letter, f"mark('{way.value}')", show=False) for letter, way in LETTERS.items()),
        Binding("space", "mark('')", show=False),
        Binding("plus", "add", show=False),
        Binding("delete", "take_off", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.people: tuple[Attendance, ...] = ()

    def show_people(self, people: tuple[Attendance, ...], rows: list[Row]) -> None:
        """Show these people in these rows."""
        self.people = people
        self.show_rows(rows)

    @property
    def attendance(self) -> Attendance | None:
        """Who is under the cursor."""
        return next((one for one in self.people if str(one.id) == self.cursor_id), None)

    def action_mark(self, presence: str) -> None:
        """Say how the person is there; a letter also goes on to the next row."""
        before = self.attendance
        if before is None:
            return
        after = replace(before, presence=Presence(presence) if presence else _next(before.presence))
        self.marked(_kept(before, after))
        self.post_message(_kept(after, before))
        # The next key may come before the store has answered.
        self.people = tuple(after if one.id == after.id else one for one in self.people)
        if presence:
            self.move_on()
        self._say_marked(after)

    def _say_marked(self, marked: Attendance) -> None:
        words = f"{marked.name}: {PRESENCE_WORDS[marked.presence]}"
        if self.attendance is not None and self.attendance.id != marked.id:
            words += f" · next: {self.attendance.name} (Up goes back)"
        # That the child is in the room is what the line says then.
        if not (marked.is_child and marked.presence.was_there):
            self.post_message(Noted(words))

    def action_add(self) -> None:
        """Add somebody who is not on the list."""
        self.post_message(AttendeeWanted(None))

    def action_take_off(self) -> None:
        """Take somebody off the list; the child stays on it."""
        before = self.attendance
        if before is not None and not before.is_child:
            undo = ServiceCall(chairing.keep_attendance, (before,))
            self.post_message(Keep(chairing.remove_attendance, before.id, undo=undo))


def _kept(after: Attendance, before: Attendance) -> Keep:
    undo = ServiceCall(chairing.keep_attendance, (before,))
    return Keep(chairing.keep_attendance, after, undo=undo)


class PeopleField(KeptRowsField):
    """People of the meeting in rows that a letter marks."""

    rows_class: ClassVar[type[Rows]] = PresenceRows

    def show_people(self, people: tuple[Attendance, ...], rows: list[Row]) -> None:
        """Show these people in these rows."""
        self._people_rows.show_people(people, rows)

    @property
    def attendance(self) -> Attendance | None:
        """Who is under the cursor."""
        return self._people_rows.attendance

    @property
    def _people_rows(self) -> PresenceRows:
        return self.query_one(PresenceRows)


class AttendanceField(PeopleField):
    """The child, the people around the child and others: who is here, and how."""

    hints: ClassVar[Content] = (
        key_hints(
            (("p", "in person"), ("v", "video"), ("t", "phone"), ("r", "part"), ("Space", "round"))
        )
        + Content("\n")
        + key_hints(
            (
                ("s", "apology"),
                ("b", "absent"),
                ("n", "not invited"),
                ("+", "add"),
                ("Enter", "more"),
            )
        )
    )

    def show_view(self, view: MeetingView) -> None:
        """Show the review as it is now, without moving the cursor."""
        self.view = view
        self.say("")
        people = child_first(view)
        self.show_people(people, [Row(str(one.id), _words(one)) for one in people])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the row: which part, a note, somebody's name."""
        event.stop()
        self.post_message(AttendeeWanted(self.attendance))


def child_first(view: MeetingView) -> tuple[Attendance, ...]:
    """Return the attendance of the meeting that is going on, the child's own row first.

    With the child in the room, a row that is private stays hidden.
    """
    in_room = view.review.child_in_room
    here = [one for one in view.asked_now if not (one.private and in_room)]
    return tuple(sorted(here, key=lambda one: not one.is_child))


def presence_words(presence: Presence) -> Content:
    """Return how somebody is there, with its sign: "✓ in person", "– absent"."""
    words = PRESENCE_WORDS[presence]
    if presence.was_there:
        return Content.styled(f"✓ {words}", "$text-success")
    if presence is Presence.INVITED:
        return Content.styled(f"· {words}", "$muted")
    return Content(f"– {words}")


def person_words(one: Attendance) -> Content:
    """Return name and role in their columns."""
    name = Content.styled(column(one.name, _NAME), "bold" if one.is_child else "")
    return Content.assemble(name, " ", (column(one.role, _ROLE), "$muted"), " ")


def _words(one: Attendance) -> Content:
    words = person_words(one) + presence_words(one.presence)
    if one.note.strip() and one.presence.was_there:
        note = " ".join(one.note.split())
        return words + Content.styled(f"\n  {column(note, 52).rstrip()}", "$muted")
    return words


def _next(presence: Presence) -> Presence:
    place = _ROUND.index(presence) + 1 if presence in _ROUND else 0
    return _ROUND[place % len(_ROUND)]
