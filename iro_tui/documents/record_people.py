"""Headings 3 to 5 of the record: how the child took part, who was there, the papers."""

from collections.abc import Iterator

from iro_tui.documents.answered import Answered
from iro_tui.documents.parts import Part, Row, paragraph, sentence, table
from iro_tui.documents.private import private_box
from iro_tui.domain.codes import Codes
from iro_tui.domain.days import day_in_record
from iro_tui.domain.documents import PreviewBlock
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.participation import participation_of
from iro_tui.domain.record import RecordSource
from iro_tui.domain.review import Attendance, Presence, ViewReceived

_THERE_HEADER = ("Name", "Role", "How", "Note")
_ASKED_HEADER = ("Name", "Role", "Asked and answered", "Their view")
_NO_NOTE = "–"


def took_part(source: RecordSource, answered: Answered) -> Part:
    """Return heading 3: how the child took part, with the code, and whether seen alone."""
    view = source.view
    blocks = [*_participation(view, source.codes)]
    for question_id in ("welcome.part", "welcome.alone", "welcome.needs"):
        blocks.extend(answered.blocks(question_id))
    return Part("participation", f"How {view.child.name} took part", tuple(blocks))


def _participation(view: MeetingView, codes: Codes) -> Iterator[PreviewBlock]:
    found = participation_of(view)
    words = codes.participation.words(found.code)
    yield paragraph(f"{sentence(words)} Participation code {found.code}.")
    if found.reason:
        yield paragraph(sentence(found.reason))


def who_was_there(source: RecordSource, answered: Answered) -> Part:
    """Return heading 4: the attendance list and the consultation list."""
    view = source.view
    shown = [one for one in view.attendance if not one.private]
    blocks: list[PreviewBlock] = []
    for meeting in view.meetings:
        rows = [_there(one) for one in shown if one.meeting_id == meeting.id]
        day = meeting.held_on or meeting.planned_for
        when = f" on {day_in_record(day)}" if day and len(view.meetings) > 1 else ""
        blocks.extend(table(f"Who was asked to the meeting{when}", "people", _THERE_HEADER, rows))
    asked = [_asked(one) for one in view.views if not one.private]
    blocks.extend(table("Who was asked for their view", "views", _ASKED_HEADER, asked))
    for question_id in ("welcome.present", "welcome.absent"):
        blocks.extend(answered.blocks(question_id))
    blocks.extend(_kept_private(view))
    if not blocks:
        blocks.append(paragraph("Not recorded."))
    return Part("attendance", "Who was there and who was asked", tuple(blocks))


def _there(one: Attendance) -> Row:
    role = "child" if one.is_child else one.role
    note = [sentence(one.note)]
    if one.child_wanted is not None:
        note.append("Wanted there." if one.child_wanted else "Not wanted there.")
    how = "asked; no reply" if one.presence is Presence.INVITED else one.presence.words
    return one.name, role or _NO_NOTE, how, " ".join(filter(None, note)) or _NO_NOTE


def _asked(one: ViewReceived) -> Row:
    return one.name, one.role or _NO_NOTE, _when_asked(one), _their_view(one)


def _when_asked(one: ViewReceived) -> str:
    pieces = []
    if one.asked_on:
        pieces.append(f"asked {day_in_record(one.asked_on)}")
    if one.answered_on:
        pieces.append(f"answered {day_in_record(one.answered_on)}")
    if one.how:
        pieces.append(one.how)
    return ", ".join(pieces) or "not recorded"


def _their_view(one: ViewReceived) -> str:
    if one.view.strip():
        return one.view
    return f"Not reached: {sentence(one.attempts)}" if one.attempts else "View not given."


def _kept_private(view: MeetingView) -> Iterator[PreviewBlock]:
    for one in view.attendance:
        if one.private:
            yield from private_box(f"{one.name} ({one.role}): {one.presence.words}. {one.note}", ())
    for other in view.views:
        if other.private:
            yield from private_box(f"{other.name} ({other.role}): {_their_view(other)}", ())


def papers(answered: Answered) -> Part:
    """Return heading 5: each paper, whether it came in time, and whether the child saw it."""
    return Part("papers", "Papers", tuple(answered.blocks("welcome.papers")))
