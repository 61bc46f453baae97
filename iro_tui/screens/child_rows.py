"""The lines of a child's screen: facts, reviews, people and open decisions as styled text."""

from datetime import date

from textual.content import Content

from iro_tui.domain.caseload_words import left_care_words, working_days_words
from iro_tui.domain.child import Person
from iro_tui.domain.child_page import (
    care_words,
    decisions_in_order,
    held_words,
    home_words,
    in_time_words,
    kind_words,
    people_in_order,
    plan_words,
)
from iro_tui.domain.codes import Codes
from iro_tui.domain.cycles import is_over_at_18, turns_18_on
from iro_tui.domain.dates.spoken import spoken
from iro_tui.domain.decisions import Decision
from iro_tui.domain.review import Review
from iro_tui.domain.review_notes import review_notes
from iro_tui.domain.rules import Mark
from iro_tui.domain.timescales import NextReview, Timescales
from iro_tui.domain.typed import typed_day
from iro_tui.services.caseload import due_state
from iro_tui.services.children import ChildView
from iro_tui.widgets.due import STATE_STYLES
from iro_tui.widgets.rows import Row, column

REVIEW_WIDTHS = {"No": 3, "Kind": 12, "Due": 12, "Held": 16, "In time": 10, "State": 18}
_LABEL = 8


def facts(view: ChildView, codes: Codes, timescales: Timescales, today: date) -> Content:
    """Return what is known in a few lines: the next review, care, home and plan."""
    child = view.child
    plan, backup = plan_words(child, codes)
    lines = [
        ("Next", _next_review(view, timescales, today)),
        ("", _booking(view)),
        ("Care", Content(care_words(child, codes))),
        ("Home", Content(home_words(child, codes))),
        ("Plan", Content(plan)),
        *([("If not", Content(backup))] if backup else []),
    ]
    return Content("\n").join(
        Content.assemble((label.ljust(_LABEL), "$muted"), words or _not_known())
        for label, words in lines
    )


def _not_known() -> Content:
    return Content.styled("not known yet", "$muted")


def _next_review(view: ChildView, timescales: Timescales, today: date) -> Content:
    coming = view.next_review
    if coming is None and left_care_words(view.child):
        return Content("none is due any more")
    if coming is None and is_over_at_18(view.child):
        day = spoken(turns_18_on(view.child))
        return Content(f"none is due before {view.child.name} turns 18 on {day}")
    if coming is None:
        return Content.styled(
            "no date yet; e adds since when the child is looked after", "$text-warning"
        )
    days_left = timescales.working_days_left(today, coming.due_on)
    state = due_state(coming.due_on, today=today, soon_until=timescales.soon_until(today))
    local = " (local)" if coming.rule.mark is Mark.LOCAL else ""
    return Content.assemble(
        (f"Review {coming.number}", "bold"),
        f" · by {spoken(coming.due_on)}{local} · ",
        (f"{state.sign} {working_days_words(days_left)}", STATE_STYLES[state]),
    )


def _booking(view: ChildView) -> Content:
    """Return for when the next review is planned, or by when to book it."""
    for review in view.reviews:
        if review.id == view.review_in_hand and review.planned_for is not None:
            pieces = (spoken(review.planned_for), review.planned_time, review.venue)
            return Content(f"planned {' · '.join(piece for piece in pieces if piece)}")
    coming: NextReview | None = view.next_review
    if coming is None:
        return Content.styled("n plans it, also without a due date", "$muted")
    return Content.styled(f"not planned yet; book by {spoken(coming.book_by)} (n)", "$muted")


def review_columns(width: int) -> str:
    """Return the names of the columns of the reviews."""
    return " ".join(column(name, size) for name, size in _review_widths(width).items())


def _review_widths(width: int) -> dict[str, int]:
    """Where there is room, the place stands at the end."""
    spare = width - sum(REVIEW_WIDTHS.values()) - len(REVIEW_WIDTHS)
    return REVIEW_WIDTHS | ({"Place": spare} if spare >= 12 else {})


def review_rows(view: ChildView, codes: Codes, today: date, width: int) -> list[Row]:
    """Return the reviews, newest first, each with why it was early, moved, late or cancelled."""
    widths = _review_widths(width)
    return [
        Row(
            str(review.id),
            Content("\n").join(
                (
                    _review_line(review, today, widths),
                    *(_note_line(note, width) for note in review_notes(review, view.moves, codes)),
                )
            ),
        )
        for review in reversed(view.reviews)
    ]


def _note_line(note: str, width: int) -> Content:
    return Content.styled(f"    {column(note, width - 4).rstrip()}", "$muted")


def _review_line(review: Review, today: date, widths: dict[str, int]) -> Content:
    in_time, state = in_time_words(review, today)
    cells = {
        "No": str(review.number or "–"),
        "Kind": kind_words(review),
        "Due": typed_day(review.due_on) or "no date",
        "Held": held_words(review),
        "In time": in_time,
        "State": review.state.words,
        "Place": review.venue,
    }
    styles = {"No": "bold", "In time": STATE_STYLES[state], "Place": "$muted"}
    return Content(" ").join(
        Content.styled(column(cells[name], width), styles.get(name, ""))
        for name, width in widths.items()
    )


def people_rows(people: tuple[Person, ...], width: int) -> list[Row]:
    """Return who is around the child now, then who was."""
    return [Row(str(one.id), _person_line(one, width)) for one in people_in_order(people)]


def _person_line(person: Person, width: int) -> Content:
    telephone = 13
    name = max(15, (width - telephone - 2) // 2)
    role = max(6, width - telephone - name - 2)
    if person.until is not None:
        until = column(f"until {spoken(person.until)}", role + telephone + 1)
        return Content.styled(f"{column(person.name, name)} {until}", "$muted")
    return Content.assemble(
        column(person.name, name),
        " ",
        (column(person.role_words, role), "$muted"),
        " ",
        column(person.telephone or "no number", telephone),
    )


def decision_rows(view: ChildView, timescales: Timescales, today: date, width: int) -> list[Row]:
    """Return what is still to be done, in two lines each: what, then who and by when."""
    numbers = {review.id: review.number for review in view.reviews}
    return [
        Row(
            str(one.id),
            Content("\n    ").join(
                (
                    _decision_line(one, numbers[one.review_id], width),
                    _owner_line(one, timescales, today, width - 4),
                )
            ),
        )
        for one in decisions_in_order(view.open_decisions)
    ]


def _decision_line(decision: Decision, review_number: int, width: int) -> Content:
    number = f"{review_number}.{decision.number} "
    return Content.assemble((number, "bold"), column(decision.what, width - len(number)).rstrip())


def _owner_line(decision: Decision, timescales: Timescales, today: date, width: int) -> Content:
    """Return who and how near the day is; the day itself where both have room."""
    due = decision.due_on
    state = due_state(due, today=today, soon_until=timescales.soon_until(today))
    owner, when = decision.owner or "nobody named", "no day given"
    if due is not None:
        left = working_days_words(timescales.working_days_left(today, due))
        when = f"{state.sign} {left}"
        with_day = f"{spoken(due)} · {when}"
        when = with_day if len(owner) + len(with_day) < width else when
    owner = column(owner, width - len(when) - 1).rstrip()
    return Content.assemble((owner, "$muted"), " ", (when, STATE_STYLES[state]))
