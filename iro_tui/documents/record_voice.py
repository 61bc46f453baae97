"""Heading 6 of the record: what the child said, word for word, and what became of each wish."""

from collections.abc import Iterator
from itertools import zip_longest

from iro_tui.documents.answered import Answered, RowInWords
from iro_tui.documents.parts import Part, Row, note, paragraph, quotation, sentence, table
from iro_tui.documents.private import lines_of, private_box
from iro_tui.domain.answers import AnswerState
from iro_tui.domain.documents import PreviewBlock
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.review import ChildWords, SaidWhere

_WISHES = "wishes.change"
_WISHES_HEADER = ("Wish", "Answer", "Why", "Who answers, by when")
_NOTHING = "–"


def what_the_child_said(answered: Answered) -> Part:
    """Return heading 6: own words first, then each wish with its answer."""
    view = answered.view
    name = view.child.name
    blocks = [*_words(view), *_wishes(answered)]
    for question_id in ("wishes.plan_known", "wishes.plan_agree"):
        blocks.extend(answered.blocks(question_id))
    return Part("voice", f"What {name} said", tuple(blocks))


def _words(view: MeetingView) -> Iterator[PreviewBlock]:
    shown = [one for one in view.words if not one.private]
    for one, following in zip_longest(shown, shown[1:]):
        yield from quotation(one.text)
        if one.translation:
            yield note(f"In English: “{one.translation}”")
        if following is None or _where(following) != _where(one):
            yield note(_where(one))
    for one in view.words:
        if one.private:
            lines = [*lines_of(quotation(one.text)), _where(one)]
            yield from private_box(lines, one.may_see)
    if not view.words:
        yield paragraph(_no_words(view))


def _where(one: ChildWords) -> str:
    words = one.said_where.words
    if one.said_where is SaidWhere.THROUGH and one.through:
        words = f"through {one.through}"
    ending = "" if one.put_to_review else "; not put to the review"
    return sentence(f"Said {words}{ending}")


def _no_words(view: MeetingView) -> str:
    answer = view.answers.get("wishes.words")
    if answer is not None and answer.state is AnswerState.NOT_ASKED and answer.reason:
        return sentence(f"No views are recorded: {answer.reason}")
    reason = view.review.no_views_reason or "no reason is recorded"
    return sentence(f"No views are recorded: {reason}")


def _wishes(answered: Answered) -> Iterator[PreviewBlock]:
    """Return each wish with its answer and why; private ones stand in a box."""
    wishes = answered.rows(_WISHES)
    if not wishes:
        yield from answered.blocks(_WISHES)
        return
    may_see = answered.answer(_WISHES).may_see
    shown = [_wish(row) for row in wishes if not _is_private(row)]
    yield from table("Wishes and answers", "wishes", _WISHES_HEADER, shown)
    for row in wishes:
        if _is_private(row):
            yield from private_box(("; ".join(_wish(row)),), may_see)


def _is_private(row: RowInWords) -> bool:
    return row["private"] == "yes"


def _wish(row: RowInWords) -> Row:
    given, until = row["answer"], row["until"]
    who, by = row["who"], row["by"]
    return (
        f"“{row['wish']}”",
        f"{given}: {until}" if until else given or _NOTHING,
        row["why"] or _NOTHING,
        ", by ".join(filter(None, (who, by))) or _NOTHING,
    )
