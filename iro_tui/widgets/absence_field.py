"""Who is not here: why, and whether there are views from them."""

from collections.abc import Mapping
from typing import ClassVar
from uuid import UUID

from textual.content import Content
from textual.widgets import OptionList

from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.review import Attendance, ViewReceived
from iro_tui.widgets.attendance_field import (
    AttendeeWanted,
    PeopleField,
    child_first,
    person_words,
    presence_words,
)
from iro_tui.widgets.rows import Row, column, key_hints


class AbsenceField(PeopleField):
    """Those who are not here: apology, absent or not invited, the reason, their views."""

    hints: ClassVar[Content] = key_hints(
        (
            ("s", "apology"),
            ("b", "absent"),
            ("n", "not invited"),
            ("Enter", "why, and their views"),
        )
    )

    def show_view(self, view: MeetingView) -> None:
        """Show the review as it is now, without moving the cursor."""
        self.view = view
        people = child_first(view)
        has_begun = any(one.presence.was_there for one in people)
        missing = tuple(one for one in people if has_begun and not one.presence.was_there)
        received = views_by_person(view.views)
        rows = [Row(str(one.id), _words(one, view_of(one, received))) for one in missing]
        self.show_people(missing, rows)
        everybody = "Everybody who was asked is here." if has_begun else "Say first who is here."
        self.say("" if missing else everybody)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the row: the reason, and their views."""
        event.stop()
        self.post_message(AttendeeWanted(self.attendance, with_views=True))


def views_by_person(views: tuple[ViewReceived, ...]) -> Mapping[UUID | str, ViewReceived]:
    """Return the views received, by the person's id, or by name where there is none."""
    return {one.person_id or one.name: one for one in views}


def view_of(one: Attendance, received: Mapping[UUID | str, ViewReceived]) -> ViewReceived | None:
    """Return what somebody on the list thinks, if it was given."""
    return received.get(one.person_id or one.name)


def _words(one: Attendance, received: ViewReceived | None) -> Content:
    words = person_words(one) + presence_words(one.presence)
    private = "private · " if one.private else ""
    reason = f"{private}{one.note.strip()}" if one.note.strip() else ""
    has_view = received is not None and bool(received.view.strip())
    how = f" ({received.how})" if has_view and received and received.how else ""
    view = f"✓ their views{how}" if has_view else "· no views yet"
    about = f"{view} · {reason}" if reason else view
    return words + Content.styled(f"\n  {column(about, 54).rstrip()}", "$muted")
