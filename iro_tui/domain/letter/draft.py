"""The first draft of a child's letter, from the answers, the child's words and the decisions.

Its structure is local. Nothing private, nothing that the child does not know yet,
and nobody's adult prose goes in: what cannot be said by the program stands beside as notes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from iro_tui.domain.agenda import Section
from iro_tui.domain.answer_words import answer_words
from iro_tui.domain.letter.bands import (
    GREETING,
    SIGN_OFF,
    TO_READ_ALOUD,
    Band,
    LetterKnowledge,
    LetterSection,
    Lines,
    in_tone,
)
from iro_tui.domain.letter.ending import (
    chair_view,
    closing,
    decision_lines,
    decisions,
    decisions_for_child,
    rights,
    sign_off,
)
from iro_tui.domain.letter.middle import MIDDLE
from iro_tui.domain.letter.opening import (
    greeting,
    quotation,
    welcome,
    wishes,
    words_for_letter,
)
from iro_tui.domain.letter.pen import Pen, may_use
from iro_tui.domain.letter.promises import reasons_not_done, since
from iro_tui.domain.letter.small import picture_lines
from iro_tui.domain.meeting import MeetingView, says
from iro_tui.domain.timescales import NextReview


def draft_letter(
    view: MeetingView, knowledge: LetterKnowledge, coming: NextReview | None, band: Band
) -> tuple[LetterSection, ...]:
    """Return every section of the letter, in its order, as the program would write it.

    A section with nothing to say has an empty text, and notes if the meeting gave something to
    write from; one with neither is left out, save those that a letter always has. `coming` gives
    the last lawful day where no next meeting was agreed.
    """
    pen = Pen(view, knowledge, band)
    if band.id == TO_READ_ALOUD:
        return picture_lines(pen)
    drafted = (_section(pen, section_id, coming) for section_id in knowledge.order)
    return tuple(one for one in drafted if one is not None)


def _section(pen: Pen, section_id: str, coming: NextReview | None) -> LetterSection | None:
    asked = _asked(pen.view, section_id)
    text = "\n".join(_lines(pen, section_id, coming))
    notes = tuple(_notes(pen, asked)) if asked else ()
    is_due = section_id in (GREETING, SIGN_OFF, *pen.knowledge.never_left_out)
    if not text and not notes and not is_due:
        return None
    return LetterSection(
        section_id=section_id,
        title=_title(pen.view, pen.band, section_id),
        text=text,
        notes=notes,
        quotes=_quotes(pen, section_id),
        decisions=_decisions(pen, section_id),
        starters=in_tone(pen.knowledge.starters.get(section_id, {}), pen.band),
    )


def _asked(view: MeetingView, section_id: str) -> Section | None:
    for section in view.agenda.sections:
        if section.id == section_id:
            return section
    return None


def _lines(pen: Pen, section_id: str, coming: NextReview | None) -> Iterator[str]:
    match section_id:
        case "greeting":
            return greeting(pen)
        case "closing":
            return closing(pen, coming)
        case _ if section_id in _WRITERS:
            return _WRITERS[section_id](pen)
    is_asked = section_id == "plan" or _asked(pen.view, section_id) is not None
    return MIDDLE[section_id](pen) if is_asked and section_id in MIDDLE else iter(())


_WRITERS = {
    "welcome": welcome,
    "wishes": wishes,
    "since": since,
    "decisions": decisions,
    "chair_view": chair_view,
    "rights": rights,
    "sign_off": sign_off,
}


_NOT_IN_DRAFT = "! Not in the letter yet: there is no line for the child. Say it in your own words."


def _notes(pen: Pen, section: Section) -> Iterator[str]:
    """Yield what was answered here and may be told, in the record's words."""
    for question in section.questions:
        answer = pen.view.answers.get(question.id)
        if answer is not None and may_use(question, answer):
            words = answer_words(question, answer)
            if words:
                yield f"{says(pen.view, question)}\n{words}"
    if section.id == "since":
        yield from reasons_not_done(pen)
    if section.id == "decisions":
        for decision in decisions_for_child(pen):
            # What the draft could not say is said here, so that no decision is left out unseen.
            told = "" if decision_lines(pen, decision) else f"\n{_NOT_IN_DRAFT}"
            yield f"Decision {decision.number}: {decision.what}\nWhy: {decision.why}{told}"


def _quotes(pen: Pen, section_id: str) -> Lines:
    """Return the child's words that were said here, all of them under the wishes."""
    return tuple(
        quotation(one.text)
        for one in words_for_letter(pen)
        if section_id in ("wishes", one.section_id)
    )


def _decisions(pen: Pen, section_id: str) -> Lines:
    """Return the decisions that were taken here as lines ready to be put in."""
    return tuple(
        "\n".join(lines)
        for one in decisions_for_child(pen)
        if section_id == "decisions" or one.question_id.startswith(f"{section_id}.")
        if (lines := decision_lines(pen, one))
    )


def with_own_text(
    view: MeetingView,
    knowledge: LetterKnowledge,
    band: Band,
    drafted: tuple[LetterSection, ...],
    own_text: Mapping[str, str],
) -> tuple[LetterSection, ...]:
    """Return the letter with the chair's own text where there is some; it is no proposal.

    Once the letter is issued, or for a child under five has been begun, nothing is proposed
    beside what the chair wrote.
    """
    is_theirs = view.review.letter_issued_on is not None or band.id == TO_READ_ALOUD
    by_id = {one.section_id: one for one in drafted}
    sections = []
    for section_id in knowledge.order:
        proposed = by_id.get(section_id)
        if section_id in own_text:
            section = proposed or LetterSection(section_id, _title(view, band, section_id), "")
            sections.append(replace(section, text=own_text[section_id], is_proposed=False))
        elif proposed is not None and not (own_text and is_theirs):
            sections.append(proposed)
    return tuple(sections)


def _title(view: MeetingView, band: Band, section_id: str) -> str:
    asked = _asked(view, section_id)
    return asked.child_titles.get(band.headings, "") if asked else ""
