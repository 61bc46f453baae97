"""The facts at the top of the record: the child, the care, the people, the review."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from iro_tui.documents.parts import NOT_KNOWN, Part, Row, table
from iro_tui.domain.child import Child, Cycle, Role
from iro_tui.domain.codes import CodeList
from iro_tui.domain.dates.days import day_in_record
from iro_tui.domain.listing import listed
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.planning import HOW
from iro_tui.domain.record import RecordSource
from iro_tui.domain.review import Meeting, Occasion, Review, ReviewFormat
from iro_tui.domain.review_notes import early_words, late_words

if TYPE_CHECKING:
    from iro_tui.domain.documents import PreviewBlock

_HEADER = ("Fact", "At this review")
_PEOPLE = (
    (Role.SOCIAL_WORKER, "Social worker"),
    (Role.TEAM_MANAGER, "Team manager"),
    (Role.CARER, "Carer or home"),
    (Role.SUPERVISING_SOCIAL_WORKER, "Supervising social worker"),
    (Role.GUARDIAN, "Children's guardian"),
    (Role.PERSONAL_ADVISER, "Personal adviser"),
    (Role.ADVOCATE, "Advocate"),
    (Role.INDEPENDENT_VISITOR, "Independent visitor"),
    (Role.INTERPRETER, "Interpreter"),
)
_NUMBER_OF = {
    Cycle.LOOKED_AFTER: "Review",
    Cycle.SHORT_BREAKS: "Short-break review",
    Cycle.ADOPTION_AUTHORISED: "Adoption review (authorised)",
    Cycle.ADOPTION_PLACED: "Adoption review (placed)",
    Cycle.REMAND: "Remand review",
    Cycle.PATHWAY: "Pathway plan review",
    Cycle.OTHER: "Other review",
}


def facts_part(source: RecordSource) -> Part:
    """Return heading 2 of the record: four short two-column tables."""
    blocks: list[PreviewBlock] = []
    for title, rows in (
        ("The child", _child(source)),
        ("Care", _care(source)),
        ("People", _people(source.view)),
        ("The review", _review(source)),
    ):
        blocks.extend(table(title, "facts", _HEADER, rows))
    return Part("facts", "Facts", tuple(blocks))


def _child(source: RecordSource) -> Iterator[Row]:
    view, child = source.view, source.view.child
    yield "Name", child.full_name
    yield "Known as", child.name
    yield "Pronouns", child.pronouns or NOT_KNOWN
    yield "Date of birth", day_in_record(child.date_of_birth)
    yield "Age on the day", f"{view.facts.age} years"
    yield "Reference", child.reference
    yield "Sex as recorded", _code(source.codes.sex, child.sex)
    yield "Ethnicity", _code(source.codes.ethnicity, child.ethnicity)
    yield "Religion", child.religion or NOT_KNOWN
    yield "Nationality", child.nationality or NOT_KNOWN
    yield "First language", child.first_language or NOT_KNOWN
    yield "Interpreter or way of communicating", child.communication or NOT_KNOWN
    yield "Disability or extra-help plan", child.disability or _does_not_apply(child.disabled)


def _care(source: RecordSource) -> Iterator[Row]:
    codes, child = source.codes, source.view.child
    status = _code(codes.legal_status, child.legal_status)
    yield "Legal status", _since(status, child.legal_status_since)
    yield "Category of need", _code(codes.category_of_need, child.category_of_need)
    yield _began(child)
    yield "Plan for permanence", _code(codes.permanence_plan, child.permanence_plan)
    yield "Back-up plan", _code(codes.permanence_plan, child.backup_plan)
    placed = _code(codes.placement_type, child.placement_type)
    yield "Where the child lives", _since(placed, child.placement_since)
    yield "Provider", _code(codes.placement_provider, child.placement_provider)
    yield "In the council's area", _yes_no(child.placement_in_area)
    yield "Address shared with parents", _yes_no(child.address_shared_with_parents)


def _began(child: Child) -> Row:
    if child.cycle is Cycle.SHORT_BREAKS:
        return "Short breaks since", _day(child.short_breaks_from)
    return "Looked after since", _day(child.became_looked_after_on)


def _people(view: MeetingView) -> Iterator[Row]:
    for role, words in _PEOPLE:
        names = [one.name for one in view.people if one.role is role and one.until is None]
        yield words, listed(names) or NOT_KNOWN
    yield "Chair", _since(f"{view.chair.name}, {view.chair.role}", view.child.iro_since)
    holders = [one.name for one in view.people if one.parental_responsibility]
    yield "Parental responsibility", listed(holders) or NOT_KNOWN


def _review(source: RecordSource) -> Iterator[Row]:
    view, review = source.view, source.view.review
    numbers = [f"{_NUMBER_OF[cycle]} {number}" for cycle, number in review.numbers.items()]
    yield "Number", listed(numbers) or NOT_KNOWN
    yield "Kind", kind_in_words(review)
    if review.occasion is Occasion.EARLY:
        yield "Called early", early_words(review, source.codes.early_trigger)
    yield "Due by", _day(review.due_on)
    yield "Held on", _day(review.held_on)
    yield "Completed on", _day(review.completed_on)
    yield "In time", in_time_in_words(review, source.codes.late_reason)
    yield "Form", _form(view)
    for meeting in view.meetings:
        label = f"Meeting {meeting.sequence}" if len(view.meetings) > 1 else "Place"
        yield label, meeting_in_words(meeting, review)
    last = view.last_review.day if view.last_review else view.child.last_review_held_on
    yield "Last review", _day(last) if last else "does not apply"


def _form(view: MeetingView) -> str:
    match view.review.format:
        case ReviewFormat.SERIES:
            return f"Series of {len(view.meetings)} meetings"
        case ReviewFormat.NO_MEETING:
            last = view.last_review.held_on if view.last_review else None
            return f"Held without a meeting; last meeting {_day(last)}"
        case ReviewFormat.MEETING:
            return "Meeting"


def meeting_in_words(meeting: Meeting, review: Review) -> str:
    """Return day, place, way and who chose it, as far as they are known."""
    pieces = [
        _day(meeting.held_on or meeting.planned_for)
        if review.format is ReviewFormat.SERIES
        else "",
        meeting.venue or review.venue,
        HOW.get(meeting.how, meeting.how),
        f"chosen by {meeting.chosen_by}" if meeting.chosen_by else "",
    ]
    return ", ".join(piece for piece in pieces if piece) or NOT_KNOWN


def kind_in_words(review: Review) -> str:
    """Return the kind of a review: "second review", "early review: "."""
    words = review.kind.replace("_", " ")
    return words if words.endswith("review") else f"{words} review"


def in_time_in_words(review: Review, reasons: CodeList) -> str:
    """Return whether the review was in time, and why not."""
    if review.in_time is None:
        return NOT_KNOWN
    if review.in_time:
        return "yes"
    return f"no: {late_words(review, reasons)}"


def _code(codes: CodeList, code: str) -> str:
    return codes.words(code) if code else NOT_KNOWN


def _since(words: str, day: date | None) -> str:
    return f"{words}, since {day_in_record(day)}" if day else words


def _day(day: date | None) -> str:
    return day_in_record(day) if day else NOT_KNOWN


def _yes_no(value: bool | None) -> str:
    if value is None:
        return NOT_KNOWN
    return "yes" if value else "no"


def _does_not_apply(applies: bool) -> str:
    return NOT_KNOWN if applies else "does not apply"
