"""Headings 3 to 5 of the record: how the child took part, who was there, the papers."""

from collections.abc import Iterator

from iro_tui.documents.answered import Answered, RowInWords
from iro_tui.documents.parts import NOT_RECORDED, Part, Row, paragraph, paragraphs, sentence, table
from iro_tui.documents.private import private_box
from iro_tui.domain.dates.days import day_in_record
from iro_tui.domain.documents import PreviewBlock
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.participation import participation_of
from iro_tui.domain.pronouns import spoken_of
from iro_tui.domain.record import RecordSource
from iro_tui.domain.review import Attendance, Presence, ViewReceived

_THERE_HEADER = ("Name", "Role", "How", "Note")
_ASKED_HEADER = ("Name", "Role", "Asked", "Answered", "How")
_PAPERS_HEADER = ("Paper", "Received", "Child has seen it")
_PAPERS = "Papers before the meeting"
_NO_NOTE = "–"
_HOW_THERE = {
    # Nobody has marked this row: whether the person was asked or answered is not known.
    Presence.INVITED: "not recorded",
    Presence.PART: "for a part of it",
}


def took_part(source: RecordSource, answered: Answered) -> Part:
    """Return heading 3: how the child took part, with the code, and whether seen alone."""
    view = source.view
    blocks = [*_participation(source)]
    for question_id in ("welcome.part", "welcome.alone", "welcome.needs", "closing.rating"):
        blocks.extend(answered.blocks(question_id))
    return Part("participation", f"How {view.child.name} took part", tuple(blocks))


def _participation(source: RecordSource) -> Iterator[PreviewBlock]:
    found = participation_of(source.view, remote_is_attending=source.remote_is_attending)
    words = spoken_of(source.view.child, source.codes.participation.words(found.code))
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
        blocks.extend(
            table(f"Who was at the meeting{when}, and who was not", "people", _THERE_HEADER, rows)
        )
    asked = [_asked(one) for one in view.views]
    blocks.extend(table("Who was asked for their view", "views", _ASKED_HEADER, asked))
    for question_id in ("welcome.present", "welcome.absent"):
        blocks.extend(answered.blocks(question_id))
    blocks.extend(_kept_private(view))
    return Part("attendance", "Who was there and who was asked", tuple(blocks) or NOT_RECORDED)


def _there(one: Attendance) -> Row:
    role = "child" if one.is_child else one.role
    note = [sentence(one.note)]
    if one.child_wanted is not None:
        note.append("Wanted there." if one.child_wanted else "Not wanted there.")
    how = _HOW_THERE.get(one.presence, one.presence.words)
    return one.name, role or _NO_NOTE, how, " ".join(filter(None, note)) or _NO_NOTE


def _asked(one: ViewReceived) -> Row:
    return (
        one.name,
        one.role or _NO_NOTE,
        day_in_record(one.asked_on) if one.asked_on else _NO_NOTE,
        day_in_record(one.answered_on) if one.answered_on else _NO_NOTE,
        one.how or _NO_NOTE,
    )


def _kept_private(view: MeetingView) -> Iterator[PreviewBlock]:
    for one in view.attendance:
        if one.private:
            told = f"{_holder(one)}: {one.presence.words}. {one.note}"
            yield from private_box((told,), ())


def others_views(source: RecordSource, answered: Answered) -> Part:
    """Return heading 10: what parents, carers and others think, each with its holder."""
    blocks = [*answered.blocks("family.parents")]
    for one in source.view.views:
        told = f"{_holder(one)}: {_their_view(one)}"
        if one.private:
            blocks.extend(private_box(told.split("\n"), ()))
        else:
            blocks.extend(paragraphs(told))
    return Part("views", "Parents' and others' views", tuple(blocks) or NOT_RECORDED)


def _holder(one: ViewReceived | Attendance) -> str:
    return f"{one.name} ({one.role})" if one.role else one.name


def _their_view(one: ViewReceived) -> str:
    if one.view.strip():
        return one.view
    return f"Not reached: {sentence(one.attempts)}" if one.attempts else "View not given."


def papers(answered: Answered) -> Part:
    """Return heading 5: each paper, whether it came in time, and whether the child saw it."""
    rows = answered.rows("welcome.papers")
    if not rows:
        told = tuple(answered.blocks("welcome.papers"))
        return Part("papers", "Papers", told or NOT_RECORDED)
    lines = [_paper(row) for row in rows]
    return Part("papers", "Papers", tuple(table(_PAPERS, "papers", _PAPERS_HEADER, lines)))


def _paper(row: RowInWords) -> Row:
    received = ", ".join(filter(None, (row["received"].lower(), row["received_on"])))
    return row["paper"] or _NO_NOTE, received or _NO_NOTE, row["child_seen"] or _NO_NOTE
