"""What the record says, read without Word."""

from dataclasses import replace
from datetime import date

import pytest

from iro_tui.documents.parts import Part
from iro_tui.documents.record import RECORD, record_parts, record_preview
from iro_tui.domain.answers import Answer, AnswerState
from iro_tui.domain.decisions import Agreement
from iro_tui.domain.documents import BlockKind, PreviewBlock
from iro_tui.domain.following import ReviewMove
from iro_tui.domain.meeting import MeetingView, says
from iro_tui.domain.review import Occasion, ReviewFormat
from tests.documents.full_review import (
    MEETINGS,
    REVIEW,
    SECRET,
    empty_review,
    full_review,
    record_source,
)


def parts_of(view: MeetingView) -> dict[str, Part]:
    return {part.id: part for part in record_parts(record_source(view))}


def text_of(part: Part) -> str:
    return "\n".join(lines_of(part.blocks))


def lines_of(blocks: tuple[PreviewBlock, ...]) -> list[str]:
    return [
        block.text or " | ".join(cell for row in block.rows for cell in row) for block in blocks
    ]


def table_in(part: Part, title: str) -> list[tuple[str, ...]]:
    place = next(at for at, block in enumerate(part.blocks) if block.text == title)
    return list(part.blocks[place + 1].rows)


def with_answer(view: MeetingView, question_id: str, **changes: object) -> MeetingView:
    answer = replace(view.answers[question_id], **changes)  # type: ignore[arg-type]
    return replace(view, answers={**view.answers, question_id: answer})


def test_the_headings_stand_in_the_order_of_the_record() -> None:
    headings = [part.heading for part in record_parts(record_source(full_review())) if part.heading]
    assert headings == [
        "Facts",
        "How Wren took part",
        "Who was there and who was asked",
        "Papers",
        "What Wren said",
        "Decisions of this review",
        "Last review's decisions and what has changed",
        "Interests and friends",
        "Education",
        "Living arrangements",
        "Family time and people who matter",
        "Health",
        "Identity and culture",
        "Safety",
        "Legal status",
        "Care plan and permanence",
        "Parents' and others' views",
        "Rights explained",
        "The chair's view",
        "Timescales",
        "Distribution",
        "Matters not answered",
        "Sign-off",
    ]


def test_the_facts_say_what_is_not_known() -> None:
    facts = parts_of(full_review())["facts"]
    child = {row[0]: row[1] for row in table_in(facts, "The child")}
    people = {row[0]: row[1] for row in table_in(facts, "People")}
    assert child["Religion"] == "not known"
    assert child["Age on the day"] == "8 years"
    assert people["Carer or home"] == "Tess Byrne and Ade Byrne"
    assert people["Advocate"] == "not known"


def test_own_words_stand_first_and_each_wish_has_its_answer() -> None:
    voice = parts_of(full_review())["voice"]
    assert voice.blocks[0] == PreviewBlock(BlockKind.QUOTATION, "“I want to see Toby more.”")
    wishes = table_in(voice, "Wishes and answers")
    assert wishes[0] == ("Wish", "Answer", "Why", "Who answers, by when")
    assert wishes[1] == ("“To see Toby more”", "Yes", "You miss each other", "Marcus Bell")
    assert not any("lock" in cell for row in wishes for cell in row)


def test_what_was_said_alone_stands_in_a_box_of_the_full_copy() -> None:
    record = record_preview(record_source(full_review()))
    told = [block for block in record if SECRET in block.text]
    assert told
    assert {block.kind for block in told} == {BlockKind.PRIVATE}


def test_a_box_says_who_may_see_it_as_the_child_says() -> None:
    view = with_answer(full_review(), "home.scale", may_see=("Tess Byrne", "Marcus Bell"))
    home = parts_of(view)["home"]
    assert "May be seen by Tess Byrne and Marcus Bell." in text_of(home)


def test_a_scale_stands_with_last_times_number() -> None:
    home = parts_of(full_review())["home"]
    assert "Happy with home, from 0 to 10: 8 (last time 5)." in text_of(home)


def test_answers_join_into_sentences_and_never_repeat_the_question() -> None:
    education = text_of(parts_of(full_review())["education"])
    assert (
        "The last personal education plan was on 14 October 2026. It is good. "
        "Targets: Joined-up writing." in education
    )
    assert "?" not in education


def test_the_decisions_table_has_who_why_and_by_when() -> None:
    decisions = table_in(
        parts_of(full_review())["decisions"], "What was decided, by whom and by when"
    )
    assert decisions[0] == (
        "No",
        "Decision",
        "Why",
        "Who",
        "By when",
        "Priority",
        "Agreed",
        "Status",
    )
    assert decisions[1] == (
        "4.2, carried once",
        "Find photographs of when Wren was a baby",
        "not given",
        "Marcus Bell",
        "18 December 2026",
        "normal",
        "agreed",
        "open",
    )
    assert decisions[2][0] == "5.1"
    assert decisions[2][3] == "Ade Byrne (foster carer)"
    assert decisions[2][6] == "agreed 19 November 2026"
    assert decisions[3][5:7] == ("urgent", "waiting")


@pytest.mark.parametrize(
    ("agreement", "reason", "words"),
    [
        (Agreement.BY_SILENCE, "", "agreed by silence 19 November 2026"),
        (Agreement.NOT_AGREED, "No money", "not agreed 19 November 2026: No money"),
    ],
)
def test_what_the_manager_said_is_told_with_its_day(
    agreement: Agreement, reason: str, words: str
) -> None:
    view = full_review()
    told = replace(
        view.decisions[0],
        agreement=agreement,
        agreed_on=date(2026, 11, 19),
        agreement_reason=reason,
    )
    table = parts_of(replace(view, decisions=(told,)))["decisions"].blocks[1]
    assert table.rows[2][6] == words


def test_dissent_stands_under_the_decisions() -> None:
    decisions = text_of(parts_of(full_review())["decisions"])
    assert "Carly Hollis does not agree with this: The plan. She wants Wren home." in decisions


def test_last_decisions_say_what_became_of_them_and_why_not() -> None:
    last = parts_of(full_review())["last_decisions"].blocks[1].rows
    assert last[1][4:] == ("done, 10 June 2026", "A frog lamp.")
    assert last[2][4:] == ("not done; carried over to 18 December 2026", "The box was lost.")


def test_a_first_review_says_so() -> None:
    assert "First review." in text_of(parts_of(empty_review())["last_decisions"])


def test_not_asked_prints_its_reason_where_it_belongs_and_at_the_end() -> None:
    view = with_answer(
        full_review(), "health.assessment", state=AnswerState.NOT_ASKED, reason="Nurse on leave"
    )
    parts = parts_of(view)
    what = says(view, view.question("health.assessment"))
    assert f"Not discussed ({what}): Nurse on leave." in text_of(parts["health"])
    rows = table_in(parts["not_answered"], "What was not answered")
    assert (f"Health: {what}", "not asked", "Nurse on leave") in rows


def test_a_parked_question_is_left_open_in_the_record() -> None:
    view = with_answer(full_review(), "home.everyday", state=AnswerState.PARKED)
    what = says(view, view.question("home.everyday"))
    assert f"Left open at the meeting: {what}" in text_of(parts_of(view)["home"])


def test_what_does_not_apply_prints_only_at_the_end() -> None:
    view = with_answer(
        full_review(), "education.extra", state=AnswerState.DOES_NOT_APPLY, reason="Doing well"
    )
    parts = parts_of(view)
    assert "Extra help" not in text_of(parts["education"])
    rows = table_in(parts["not_answered"], "What was not answered")
    what = says(view, view.question("education.extra"))
    assert (f"Education: {what}", "does not apply", "Doing well") in rows


def test_an_empty_section_keeps_its_heading_and_says_not_discussed() -> None:
    view = full_review()
    education = {key: value for key, value in view.answers.items() if "education" not in key}
    section = parts_of(replace(view, answers=education))["education"]
    assert lines_of(section.blocks) == [
        "Schedule 7, paragraph 6",
        "Not discussed: no reason is recorded.",
    ]


def test_sections_that_do_not_apply_are_named_at_the_end() -> None:
    rows = table_in(parts_of(full_review())["not_answered"], "What was not answered")
    assert ("Unaccompanied or trafficked", "does not apply", "–") in rows


def test_without_words_the_record_gives_the_reason() -> None:
    view = full_review()
    review = replace(view.review, no_views_reason="Wren was ill and wants to tell me next week")
    told = parts_of(replace(view, words=(), review=review))["voice"]
    assert (
        told.blocks[0].text == "No views are recorded: Wren was ill and wants to tell me next week."
    )


def test_a_child_who_disagrees_is_the_first_line_of_the_plan_and_of_the_chairs_view() -> None:
    view = with_answer(full_review(), "wishes.plan_agree", parts={"answer": "no"}, private=False)
    parts = parts_of(view)
    assert parts["plan"].blocks[1].text == "Wren does not agree with the plan."
    assert parts["chair_view"].blocks[0].text == "Wren does not agree with the plan."


def test_others_views_stand_with_their_holders_or_the_attempts() -> None:
    view = full_review()
    unreached = replace(view.views[0], view="", attempts="Three calls and a letter")
    views = text_of(parts_of(replace(view, views=(*view.views, unreached)))["views"])
    assert "Carly Hollis (mother): She is glad that Wren swims. She wants her home." in views
    assert "Carly Hollis (mother): Not reached: Three calls and a letter." in views


def test_an_adjourned_review_says_that_nothing_may_be_put_into_effect() -> None:
    view = full_review()
    review = replace(
        view.review,
        adjourned_on=date(2026, 11, 12),
        adjourned_reason="The report was not ready",
        completed_on=None,
    )
    timescales = text_of(parts_of(replace(view, review=review))["timescales"])
    assert "Adjourned on 12 November 2026: The report was not ready." in timescales
    assert "Nothing proposed may be put into effect until the review is completed." in timescales


def test_in_a_series_an_answer_says_which_meeting_it_was_given_in() -> None:
    view = full_review()
    series = replace(view, review=replace(REVIEW, format=ReviewFormat.SERIES))
    told = with_answer(
        series, "home.good", given_by="Wren", given_on=None, meeting_id=MEETINGS[0].id
    )
    assert "Said by Wren at meeting 1." in text_of(parts_of(told)["home"])


def test_an_unfinished_decision_is_no_decision_but_is_not_lost() -> None:
    view = full_review()
    begun = replace(view.decisions[0], draft=True, what="Take Wren to")
    parts = parts_of(replace(view, decisions=(begun,), earlier_decisions=(), outcomes={}))
    assert text_of(parts["decisions"]).startswith("No decisions were recorded.")
    rows = table_in(parts["not_answered"], "What was not answered")
    assert ("Decision begun: Take Wren to", "not finished", "–") in rows


def test_every_question_of_the_agenda_can_be_answered_and_read() -> None:
    """A question of the service's own has no sentence in data/record.toml."""
    view = full_review("Words of the chair")
    source = record_source(view)
    bare = replace(source, words=type(source.words)())
    assert "Attendance in per cent: 97." in text_of(
        {part.id: part for part in record_parts(bare)}["education"]
    )


def test_the_working_note_of_the_chair_is_in_no_document() -> None:
    view = with_answer(full_review(), "home.good", working_note="Ask about the bruise")
    printed = record_preview(record_source(view))
    assert not any("bruise" in block.text for block in printed)


def test_the_title_of_the_file_holds_initials_and_never_the_name() -> None:
    assert RECORD.title(record_source(full_review())) == (
        "Child in care review 5, 12 November 2026, WH – record"
    )


def test_a_review_with_nothing_in_it_still_makes_a_record() -> None:
    parts = parts_of(empty_review())
    assert text_of(parts["decisions"]) == "No decisions were recorded."
    assert text_of(parts["voice"]) == "No views are recorded: no reason is recorded."
    assert text_of(parts["attendance"]) == "Not recorded."
    assert text_of(parts["papers"]) == "Not recorded."
    assert text_of(parts["views"]) == "Not recorded."
    assert text_of(parts["chair_view"]) == "The chair's view is not written yet."


def test_an_open_answer_prints_nothing() -> None:
    view = full_review()
    answers = {**view.answers, "home.good": Answer("home.good")}
    assert "creak" not in text_of(parts_of(replace(view, answers=answers))["home"])


def test_an_answer_taken_over_by_a_key_is_not_said_to_have_been_checked() -> None:
    view = with_answer(full_review(), "education.pep", carried_over=True)
    education = text_of(parts_of(view)["education"])
    assert "Carried over from the review of" in education
    assert "checked" not in education


@pytest.mark.parametrize(
    ("pronouns", "told"),
    [
        ("she/her", "Came and spoke for herself."),
        ("he, him", "Came and spoke for himself."),
        ("they/them", "Came and spoke for themselves."),
        ("she/they", "Came and spoke for themselves."),
        ("", "Came and spoke for themselves."),
    ],
)
def test_how_the_child_took_part_is_said_in_their_own_pronouns(pronouns: str, told: str) -> None:
    view = full_review()
    view = replace(view, child=replace(view.child, pronouns=pronouns))
    part = parts_of(with_answer(view, "welcome.part", parts={"answer": ("speak_self",)}))
    assert part["participation"].blocks[0].text.startswith(told)


def test_a_day_and_a_place_stand_in_the_sentence_that_they_belong_to() -> None:
    spoken = {"answer": "before", "on": date(2026, 11, 10), "place": "School, in the library"}
    told = text_of(
        parts_of(with_answer(full_review(), "welcome.alone", parts=spoken))["participation"]
    )
    assert "alone before the meeting, on 10 November 2026, at school, in the library." in told
    only_where = {"on": date(2026, 11, 10)}
    told = text_of(
        parts_of(with_answer(full_review(), "welcome.alone", parts=only_where))["participation"]
    )
    assert "On 10 November 2026." in told


def test_the_next_review_is_told_with_its_place_and_the_wishes_for_it() -> None:
    parts = {"on": date(2027, 5, 4), "place": "At Jo's", "note": "Nana Efua for the end."}
    parts["format"] = "meeting"
    view = with_answer(full_review(), "closing.next", parts=parts)
    told = text_of(parts_of(view)["timescales"])
    assert "The next review is one meeting, on 4 May 2027, at Jo's. Nana Efua for the end." in told


def test_an_early_review_says_who_asked_for_it_and_why() -> None:
    view = full_review()
    early = replace(
        view.review,
        occasion=Occasion.EARLY,
        early_trigger="child_asks",
        early_asked_by="Wren",
        early_reason="Wren wants to move",
    )
    facts = table_in(parts_of(replace(view, review=early))["facts"], "The review")
    told = "the child asks (law); asked for by Wren; Wren wants to move"
    assert ("Called early", told) in facts


def test_why_a_review_was_late_stands_with_its_reason_from_the_list_and_in_words() -> None:
    view = full_review()
    due_on = date(2026, 11, 2)
    late = replace(view.review, due_on=due_on, late_code="court", late_reason="It was moved twice.")
    facts = table_in(parts_of(replace(view, review=late))["facts"], "The review")
    assert ("In time", "no: court; It was moved twice") in facts
    unexplained = replace(view.review, due_on=due_on)
    facts = table_in(parts_of(replace(view, review=unexplained))["facts"], "The review")
    assert ("In time", "no: no reason is recorded") in facts


def test_a_review_that_was_moved_says_from_when_to_when_and_why() -> None:
    view = full_review()
    move = ReviewMove(
        id=view.review.id,
        review_id=view.review.id,
        moved_on=date(2026, 11, 2),
        from_day=date(2026, 11, 9),
        to_day=date(2026, 11, 12),
        reason="The carer was ill",
    )
    text = text_of(parts_of(replace(view, moves=(move,)))["timescales"])
    assert "from 9 November 2026 to 12 November 2026: The carer was ill" in text


def test_an_adjourned_review_says_what_they_think_and_by_which_day_it_counts() -> None:
    view = full_review()
    adjourned = replace(
        view.review,
        due_on=date(2026, 11, 20),
        held_on=date(2026, 11, 12),
        completed_on=date(2026, 11, 24),
        adjourned_on=date(2026, 11, 12),
        adjourned_reason="No report",
        adjourned_views="Wren would like to wait",
    )
    text = text_of(parts_of(replace(view, review=adjourned))["timescales"])
    assert "What the child and family think of adjourning: Wren would like to wait." in text
    assert "completed 24 November 2026, due 20 November 2026" in text
