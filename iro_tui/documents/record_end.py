"""Headings 13 to 16 of the record: timescales, distribution, what was not answered, sign-off."""

from collections.abc import Iterator
from datetime import date

from iro_tui.documents.answered import Answered, RowInWords
from iro_tui.documents.parts import NOT_KNOWN, Part, Row, paragraph, sentence, table
from iro_tui.documents.record_facts import in_time_in_words
from iro_tui.domain.agenda import Agenda, Question
from iro_tui.domain.answers import AnswerState
from iro_tui.domain.dates.days import day_in_record
from iro_tui.domain.documents import PreviewBlock
from iro_tui.domain.following import ReviewMove
from iro_tui.domain.meeting import MeetingView, answer_to, says
from iro_tui.domain.planning import agreed_plan
from iro_tui.domain.record import RecordSource
from iro_tui.domain.review import Review
from iro_tui.domain.review_notes import NO_REASON
from iro_tui.domain.rules import DueDate, Mark

_COPIES_HEADER = ("Who", "Copy", "Why edited or none", "How and when sent")
_NOTHING = "–"


def timescales(source: RecordSource, answered: Answered) -> Part:
    """Return heading 13: every date of this review, and the next one with its rule and plan."""
    rows = [*_this_review(source), *_after(source), *_next(source)]
    coming = answered.blocks("closing.next")
    blocks = table("Dates of this review", "facts", ("What", "When"), rows)
    return Part("timescales", "Timescales", (*blocks, *_adjourned(source.view.review), *coming))


def _this_review(source: RecordSource) -> Iterator[Row]:
    review = source.view.review
    yield "Due by", _day(review.due_on)
    for move in source.view.moves:
        yield "Put to another day", _moved(move)
    yield "Held on", _day(review.held_on)
    yield "Completed on", _day(review.completed_on)
    yield "In time", in_time_in_words(review, source.codes.late_reason)
    yield "Decisions sent to the manager", _day(review.decisions_sent_on, "not yet")
    yield "Manager's answer", _manager(review)


def _manager(review: Review) -> str:
    if review.manager_answered_on:
        return f"answered {day_in_record(review.manager_answered_on)}"
    if review.agreed_by_silence_on:
        return f"no answer; agreed by silence on {day_in_record(review.agreed_by_silence_on)}"
    return "no answer yet"


def _after(source: RecordSource) -> Iterator[Row]:
    after = source.after
    if after is None:
        return
    for words, due in (
        ("Decisions due to the manager", after.decisions_due),
        ("Care plan to be updated by", after.care_plan_due),
        ("Record due by", after.record_due),
        ("Letter due by", after.letter_due),
        ("Copies due by", after.distribution_due),
    ):
        yield words, _with_rule(due)


def _with_rule(due: DueDate) -> str:
    local = ", local" if due.mark is Mark.LOCAL else ""
    return f"{day_in_record(due.on)} ({due.rule.words}{local})"


def _next(source: RecordSource) -> Iterator[Row]:
    coming = source.next_review
    if coming is None:
        yield "Next review", "no date follows"
        return
    agreed = agreed_plan(source.view.answers.get("closing.next"))
    if agreed:
        yield "Next review agreed for", day_in_record(agreed.planned_for)
    yield "Next review, last lawful day", _with_rule(coming.leads.due)
    if source.midway:
        yield "Midway check by", _with_rule(source.midway)


def _moved(move: ReviewMove) -> str:
    reason = " ".join(move.reason.split()) or NO_REASON
    return f"from {day_in_record(move.from_day)} to {day_in_record(move.to_day)}: {reason}"


def _adjourned(review: Review) -> Iterator[PreviewBlock]:
    if review.adjourned_on is None:
        return
    reason = review.adjourned_reason or NO_REASON
    yield paragraph(sentence(f"Adjourned on {day_in_record(review.adjourned_on)}: {reason}"))
    views = review.adjourned_views or "not recorded"
    yield paragraph(sentence(f"What the child and family think of adjourning: {views}"))
    if review.completed_on is None:
        yield paragraph("Nothing proposed may be put into effect until the review is completed.")
    if review.reconvene_by:
        yield paragraph(f"To be met again by {day_in_record(review.reconvene_by)}.")
    if review.completed_on and review.due_on:
        completed, due = day_in_record(review.completed_on), day_in_record(review.due_on)
        yield paragraph(
            f"An adjourned review is in time if it is completed by its last day: "
            f"completed {completed}, due {due}."
        )


def distribution(answered: Answered) -> Part:
    """Return heading 14: who gets which copy."""
    rows = [_copy(row) for row in answered.rows("closing.copies")]
    blocks = tuple(table("Who gets which copy", "copies", _COPIES_HEADER, rows))
    letter = tuple(answered.blocks("closing.copies", only=("letter_form", "letter_note")))
    nobody = (paragraph("Nobody is on the distribution list yet."),)
    return Part("distribution", "Distribution", (*(blocks or nobody), *letter))


def _copy(row: RowInWords) -> Row:
    sent = row["sent_on"] or "not sent yet"
    how = row["how"]
    return (
        row["person"] or _NOTHING,
        row["copy"].lower() or _NOTHING,
        row["reason"] or _NOTHING,
        f"{how}; {sent}" if how else sent,
    )


def not_answered(source: RecordSource, agenda: Agenda) -> Part:
    """Return heading 15: what was set aside, left open or did not apply, with the reason."""
    view = source.view
    rows = [*_unanswered(view), *_unfinished_decisions(view), *_sections_left_out(view, agenda)]
    header = ("Matter", "State", "Reason")
    blocks = tuple(table("What was not answered", "not_answered", header, rows))
    return Part(
        "not_answered",
        "Matters not answered",
        blocks or (paragraph("Every matter was covered."),),
    )


def _unanswered(view: MeetingView) -> Iterator[Row]:
    for section in view.agenda.sections:
        for question in section.questions:
            answer = answer_to(view, question)
            if _is_unanswered(question, answer.state):
                what = says(view, question)
                yield f"{section.title}: {what}", answer.state.word.lower(), answer.reason or "–"


def _is_unanswered(question: Question, state: AnswerState) -> bool:
    return state is not AnswerState.ANSWERED and (question.core or state is not AnswerState.OPEN)


def _unfinished_decisions(view: MeetingView) -> Iterator[Row]:
    for decision in view.decisions:
        if decision.draft:
            yield f"Decision begun: {decision.what or 'nothing written yet'}", "not finished", "–"


def _sections_left_out(view: MeetingView, agenda: Agenda) -> Iterator[Row]:
    asked = {section.id for section in view.agenda.sections}
    for section in agenda.sections:
        if section.id not in asked:
            yield section.title, "does not apply", "–"


def sign_off(source: RecordSource) -> Part:
    """Return heading 16: who wrote the record, when it was issued, and its version."""
    chair = source.view.chair
    lines = [f"{chair.name}, {chair.role}"]
    if chair.council:
        lines.append(chair.council)
    if chair.registration:
        lines.append(f"Registration number {chair.registration}")
    if source.issued_on:
        lines.append(f"Issued on {day_in_record(source.issued_on)}, version {source.version}")
    else:
        today = day_in_record(source.view.today)
        lines.append(f"Draft of {today}, to become version {source.version}. Not for sending.")
    return Part("sign_off", "Sign-off", tuple(paragraph(line) for line in lines))


def _day(day: date | None, empty: str = NOT_KNOWN) -> str:
    return day_in_record(day) if day else empty
