"""The first draft of the letter: what goes in, what stays out, and how it is said."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from iro_tui.domain.answers import Answer, AnswerState, ChildKnows
from iro_tui.domain.decisions import Agreement, Decision, KeepFrom, Outcome
from iro_tui.domain.letter.bands import Band, LetterSection
from iro_tui.domain.letter.draft import draft_letter, with_own_text
from iro_tui.domain.letter.plain_words import longest_sentence
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.review import Attendance, Presence
from tests.documents.full_review import (
    ATTENDANCE,
    MEETING_ID,
    SECRET,
    TODAY,
    empty_review,
    full_review,
    knowledge,
)

LETTER = knowledge().letter
BANDS = [band.id for band in LETTER.bands]
WITH_HEADINGS = [band for band in BANDS if band != "b0_4"]


def drafted(view: MeetingView, band_id: str = "b9_12") -> dict[str, LetterSection]:
    sections = draft_letter(view, LETTER, None, LETTER.band(band_id))
    return {section.section_id: section for section in sections}


def whole(view: MeetingView, band_id: str = "b9_12") -> str:
    return "\n".join(section.text for section in drafted(view, band_id).values())


def with_answer(view: MeetingView, question_id: str, **changes: object) -> MeetingView:
    before = view.answers.get(question_id, Answer(question_id, AnswerState.ANSWERED))
    answer = replace(before, **changes)  # type: ignore[arg-type]
    return replace(view, answers={**view.answers, question_id: answer})


def with_decision(**changes: object) -> MeetingView:
    view = full_review()
    return replace(view, decisions=(replace(view.decisions[0], **changes),))  # type: ignore[arg-type]


def sentences(view: MeetingView, band: Band) -> Iterator[str]:
    for section in draft_letter(view, LETTER, None, band):
        yield from section.lines


@pytest.mark.parametrize("band_id", BANDS)
def test_no_sentence_is_longer_than_the_band_allows(band_id: str) -> None:
    band = LETTER.band(band_id)
    for line in sentences(full_review(), band):
        assert longest_sentence(line) <= band.longest, line


@pytest.mark.parametrize("band_id", BANDS)
def test_no_slot_is_left_unfilled(band_id: str) -> None:
    for view in (full_review(), empty_review()):
        assert "{" not in whole(view, band_id)


@pytest.mark.parametrize("band_id", BANDS)
def test_what_was_said_alone_or_in_private_is_not_in_it(band_id: str) -> None:
    for section in drafted(full_review(), band_id).values():
        everything = "\n".join((section.text, *section.notes, *section.quotes))
        assert SECRET not in everything
        assert "To have a lock" not in section.text


def test_the_child_is_you_and_greeted_by_the_name_they_like() -> None:
    letter = drafted(full_review())
    assert letter["greeting"].lines[0] == "Dear Wren,"
    assert "Wrenna" not in whole(full_review())


def test_own_words_come_first_exactly_and_each_wish_has_its_answer_and_why() -> None:
    assert drafted(full_review())["wishes"].lines == (
        "“I want to see Toby more.”",
        "The answer is yes, because you miss each other.",
        "“I like my bed and I like the frogs.”",
        "You asked for this: “To live with Mum”",
        "The answer is no, because home with Mum is not safe.",
        "You can always tell me how you feel about it.",
    )


@pytest.mark.parametrize(
    ("row", "reply"),
    [
        ({"answer": "already"}, "You have that already."),
        ({"answer": "partly"}, "Part of the answer is yes."),
        (
            {"answer": "not_yet", "until": "Toby has settled"},
            "The answer is not yet: first Toby has settled.",
        ),
        (
            {"answer": "being_found_out", "who": "Marcus Bell", "by": date(2026, 12, 4)},
            "I do not know yet.\nMarcus will tell you by Friday 4 December.",
        ),
    ],
)
def test_every_kind_of_answer_to_a_wish_is_said_plainly(row: dict[str, object], reply: str) -> None:
    rows = ({"wish": "To sleep at Toby's", **row},)
    wishes = drafted(with_answer(full_review(), "wishes.change", parts={"rows": rows}))["wishes"]
    assert wishes.text.endswith(reply)


def test_a_why_in_adult_words_stays_beside_the_letter() -> None:
    rows = ({"wish": "To see Dad", "answer": "no", "why": "A risk assessment is outstanding"},)
    wishes = drafted(with_answer(full_review(), "wishes.change", parts={"rows": rows}))["wishes"]
    assert "The answer is no." in wishes.lines
    assert "assessment" not in wishes.text
    assert any("A risk assessment is outstanding" in note for note in wishes.notes)


def test_a_why_about_the_child_as_she_stays_beside_the_letter() -> None:
    letter = drafted(with_decision(why="She misses him", words_for_child=""))
    assert "She" not in letter["decisions"].text
    assert any("She misses him" in note for note in letter["decisions"].notes)


def test_an_agreed_decision_says_who_does_what_by_which_day_and_why() -> None:
    letter = drafted(with_decision(words_for_child="", what="Book the train to Toby"), "b13_15")
    assert letter["decisions"].lines[0] == (
        "Ade will book the train to Toby by Sunday 29 November, because you miss him."
    )


def test_an_act_that_names_the_child_is_the_chairs_to_put_in_words() -> None:
    letter = drafted(with_decision(words_for_child=""))
    assert "Wren" not in letter["decisions"].text
    [note] = [one for one in letter["decisions"].notes if "Take Wren to see Toby" in one]
    assert "Not in the letter yet" in note


def test_a_decision_that_the_draft_tells_is_not_called_missing() -> None:
    notes = drafted(full_review())["decisions"].notes
    assert not any("Not in the letter yet" in note for note in notes if "see Toby" in note)


def test_the_chairs_line_for_the_child_gets_its_day_and_why() -> None:
    assert drafted(full_review())["decisions"].lines[:1] == (
        "Ade will take you to see Toby by Sunday 29 November.",
    )


def test_a_waiting_decision_is_only_what_the_chair_has_asked_for() -> None:
    lines = drafted(full_review())["decisions"].lines
    asked = lines.index("I have asked Marcus to ask for a place at the swimming club.")
    assert lines[asked + 1] == "The day for it is Friday 4 December."
    assert "What I have asked for is not agreed yet." in lines


def test_the_chair_promises_to_tell_only_on_the_day_they_are_in_touch() -> None:
    lines = drafted(full_review())["decisions"].lines
    assert "I will tell you on Friday 12 February what came of it." in lines
    unset = with_answer(full_review(), "closing.next", parts={"on": date(2027, 5, 4)})
    told = drafted(unset)["decisions"].text
    assert "I will tell you" not in told
    assert "You can ask me about it at any time." in told


def test_where_everything_is_agreed_nothing_is_said_to_be_waiting() -> None:
    assert "not agreed yet" not in drafted(with_decision())["decisions"].text


def test_a_decision_that_the_manager_refused_is_said_to_be_refused() -> None:
    letter = drafted(
        with_decision(agreement=Agreement.NOT_AGREED, what="Take you to the sea", owner_id=None)
    )
    assert letter["decisions"].lines[:3] == (
        "I wanted Ade to take you to the sea.",
        "A manager did not agree.",
        "I have written that down, and I keep asking.",
    )


@pytest.mark.parametrize(
    "changes",
    [{"in_letter": False}, {"draft": True}, {"keep_from": KeepFrom.ALL_BUT_PROFESSIONALS}],
)
def test_a_decision_that_is_not_for_the_letter_is_in_no_part_of_it(
    changes: dict[str, object],
) -> None:
    for section in drafted(with_decision(**changes)).values():
        everything = "\n".join((section.text, *section.notes, *section.decisions))
        assert "take you to see Toby" not in everything


def test_promises_kept_and_broken_are_said_with_a_sorry_and_the_new_day() -> None:
    assert drafted(full_review())["since"].lines[1:] == (
        "Last time we promised this: Ade will put up a night light.",
        "That promise was kept.",
        "Last time we promised this: Marcus will find your baby pictures.",
        "It did not happen, and I am sorry.",
        "Marcus will do it by Friday 18 December.",
    )


@pytest.mark.parametrize("band_id", BANDS)
def test_the_adults_reason_for_a_broken_promise_is_a_note_and_never_in_the_letter(
    band_id: str,
) -> None:
    assert "box was lost" not in whole(full_review(), band_id)
    if band_id != "b0_4":
        [note] = [one for one in drafted(full_review(), band_id)["since"].notes if "box" in one]
        assert "The letter does not say why." in note


@pytest.mark.parametrize(
    ("outcome", "line"),
    [
        (Outcome.PARTLY, "Only part of it happened, and I am sorry."),
        (Outcome.NO_LONGER_NEEDED, "You do not need it any more."),
    ],
)
def test_a_promise_kept_in_part_or_not_needed_is_said_so(outcome: Outcome, line: str) -> None:
    view = full_review()
    found = replace(view.outcomes[view.earlier_decisions[0].id], outcome=outcome)
    view = replace(view, outcomes={view.earlier_decisions[0].id: found})
    assert line in drafted(view)["since"].lines


def test_a_home_to_stay_in_is_promised_only_once_the_child_knows() -> None:
    assert "You will go on living with Tess and Ade." in whole(full_review())
    unknown = with_answer(full_review(), "home.right", child_knows=ChildKnows.NO)
    assert "go on living" not in whole(unknown)


def test_the_plan_is_told_only_once_the_child_knows_it() -> None:
    known = "The plan is for you to grow up with Tess and Ade."
    assert known in drafted(full_review())["plan"].lines
    unknown = with_answer(full_review(), "plan.permanence", child_knows=ChildKnows.NOT_SURE)
    assert drafted(unknown)["plan"].lines == (
        "You live with Tess and Ade.",
        "If you want to know more about your plan, ask me.",
    )


def test_two_plans_side_by_side_say_when_more_is_known() -> None:
    view = with_answer(
        full_review(),
        "plan.permanence",
        parts={"answer": ("LTFOST18", "RETURNEV"), "by": date(2027, 2, 1)},
    )
    assert drafted(view)["plan"].lines[-1] == "We should know more by Monday 1 February."


def test_why_here_is_told_with_not_your_fault_where_the_child_wants_to_know() -> None:
    assert drafted(full_review(), "b5_8")["legal"].lines[:2] == (
        "Home was not safe for you.",
        "That was not your fault.",
    )
    knows = with_answer(full_review(), "wishes.plan_known", parts={"answer": "yes"})
    knows = with_answer(knows, "legal.understood", parts={"answer": "yes"})
    assert "fault" not in whole(knows)


@pytest.mark.parametrize("status", ["V4", "J1"])
def test_short_breaks_and_remand_have_no_why(status: str) -> None:
    view = full_review()
    view = replace(view, child=replace(view.child, legal_status=status))
    assert "fault" not in whole(view)


def test_an_unaccompanied_child_has_their_own_text() -> None:
    view = full_review()
    child = replace(view.child, legal_status="V2", unaccompanied=True)
    legal = drafted(replace(view, child=child))["legal"]
    assert legal.lines == ("No one here could look after you, so the council must.",)


def test_an_order_is_said_in_plain_words_with_its_month() -> None:
    legal = drafted(full_review(), "b13_15")["legal"]
    assert "A court made a care order in June 2024." in legal.lines


def test_who_came_and_who_was_missed_are_named_as_the_child_names_them() -> None:
    welcome = drafted(full_review())["welcome"]
    assert "Tess and Marcus came." in welcome.lines
    assert "Mum could not come." in welcome.lines


def test_many_people_are_named_in_several_sentences() -> None:
    extra = tuple(
        Attendance(child_row.id, MEETING_ID, f"Person{number} Smith", presence=Presence.PHONE)
        for number, child_row in enumerate([ATTENDANCE[0]] * 9)
    )
    view = replace(full_review(), attendance=(*ATTENDANCE, *extra))
    came = [line for line in drafted(view, "b5_8")["welcome"].lines if line.endswith(" came.")]
    assert len(came) == 3
    assert all(longest_sentence(line) <= 12 for line in came)


def test_nobody_stands_alone_in_a_last_sentence_of_who_came() -> None:
    others = tuple(
        Attendance(ATTENDANCE[0].id, MEETING_ID, name, presence=Presence.PHONE)
        for name in ("Ann", "Ben", "Cal", "Dee", "Eve", "Fay")
    )
    welcome = drafted(replace(full_review(), attendance=(ATTENDANCE[0], *others)))["welcome"]
    assert "Ann, Ben and Cal came." in welcome.lines
    assert "Dee, Eve and Fay came." in welcome.lines


def test_a_child_who_was_not_there_is_told_that_they_were_heard() -> None:
    own = replace(ATTENDANCE[0], presence=Presence.ABSENT)
    welcome = drafted(replace(full_review(), attendance=(own,)))["welcome"]
    assert "You were not there, so I made sure that we heard you." in welcome.lines


@pytest.mark.parametrize(
    ("band_id", "rights"),
    [
        ("b5_8", ["on your own", "sooner", "advocate", "wrong, tell us", "must listen"]),
        ("easy_read", ["on your own", "sooner", "advocate", "wrong, tell us", "must listen"]),
        ("b9_12", ["see me alone", "sooner", "advocate", "complain", "judge"]),
        ("b13_15", ["see me alone", "sooner", "advocate", "complain", "file", "solicitor"]),
        ("b16", ["see me alone", "sooner", "advocate", "complain", "file", "solicitor"]),
    ],
)
def test_the_rights_block_is_whole(band_id: str, rights: list[str]) -> None:
    text = drafted(full_review(), band_id)["rights"].text
    assert [right for right in rights if right not in text] == []


def test_without_an_order_the_judges_line_is_another() -> None:
    view = full_review()
    view = replace(view, child=replace(view.child, legal_status="V2"))
    rights = drafted(view)["rights"].text
    assert "A judge can look at your order" not in rights
    assert "A solicitor can tell you what a judge can decide." in rights


def test_a_carer_is_never_the_only_one_who_can_help_to_reach_the_chair() -> None:
    view = full_review()
    carers = tuple(one for one in view.people if one.role.value == "carer")
    rights = drafted(replace(view, people=carers), "b5_8")["rights"].text
    assert "Tess" not in rights
    assert "You can ring me on 01632 960 111." in rights


def test_the_next_date_what_can_be_chosen_and_when_the_chair_is_in_touch_close_it() -> None:
    assert drafted(full_review(), "b5_8")["closing"].lines[:3] == (
        "We meet next on Tuesday 4 May.",
        "You can pick the place and the people.",
        "I will ring you on Friday 12 February.",
    )


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("At Jo and Sam's again", "We meet next on Tuesday 4 May, at Jo and Sam's again."),
        ("The music room", "We meet next on Tuesday 4 May, at the music room."),
        ("Fenside", "We meet next on Tuesday 4 May, at Fenside."),
        ("School", "We meet next on Tuesday 4 May, at school."),
        ("Placement, to be confirmed by the department", "We meet next on Tuesday 4 May."),
    ],
)
def test_the_letter_says_where_we_meet_next_in_words_for_the_child(place: str, said: str) -> None:
    parts = {"on": date(2027, 5, 4), "place": place}
    view = with_answer(full_review(), "closing.next", parts=parts)
    assert drafted(view, "b5_8")["closing"].lines[0] == said


def test_the_letter_says_who_is_to_be_there_next_time() -> None:
    parts = {"on": date(2027, 5, 4), "place": "The library", "note": "Mum and Miss Cole"}
    view = with_answer(full_review(), "closing.next", parts=parts)
    assert drafted(view)["closing"].lines[:3] == (
        "Our next meeting is on Tuesday 4 May, at the library.",
        "This is what we wrote down for it: Mum and Miss Cole.",
        "You can choose another place, and who comes.",
    )
    about_her = with_answer(view, "closing.next", parts={**parts, "note": "Wren wants cake"})
    closing = drafted(about_her)["closing"]
    assert "cake" not in closing.text
    assert any("cake" in note for note in closing.notes)


def test_a_review_that_was_the_last_one_says_so() -> None:
    view = with_answer(full_review(), "closing.next", parts={"format": "none"})
    assert drafted(view)["closing"].lines == ("This was your last meeting of this kind.",)


def test_the_sign_off_has_name_job_telephone_and_helpline() -> None:
    assert drafted(full_review(), "b13_15")["sign_off"].lines == (
        "Take care,",
        "Ruth Hale",
        "I run your meetings and check that adults keep their promises.",
        "You can ring me on 01632 960 111.",
        "Childline is free on 0800 1111.",
    )


def test_a_young_childs_letter_is_three_to_six_lines_to_read_aloud() -> None:
    letter = drafted(full_review(), "b0_4")
    lines = [line for one in letter.values() for line in one.lines]
    assert lines == [
        "Dear Wren,",
        "You live with Tess and Ade.",
        "You see Mum.",
        "Marcus comes to see you.",
        "I make sure you are safe and well.",
        "From Ruth",
        "01632 960 111",
    ]


def test_a_child_without_words_or_answers_still_gets_a_letter() -> None:
    letter = drafted(empty_review(), "b5_8")
    assert set(LETTER.never_left_out) <= letter.keys()
    assert letter["wishes"].lines == (
        "I want to hear what you think.",
        "You can tell me at any time.",
    )
    assert all(letter[section_id].text for section_id in LETTER.never_left_out)


def test_sections_stand_in_the_order_of_the_letter() -> None:
    ids = list(drafted(full_review()))
    assert ids == [one for one in LETTER.order if one in ids]
    assert ids.index("wishes") < ids.index("since") < ids.index("interests")
    assert ids[-3:] == ["rights", "closing", "sign_off"]


def test_what_was_noted_in_adult_words_stands_beside_the_section() -> None:
    interests = drafted(full_review())["interests"]
    assert interests.text == ""
    assert any("Ivy is her best friend" in note for note in interests.notes)
    assert len(interests.starters) >= 3


def test_quotes_and_decisions_are_at_hand_where_they_belong() -> None:
    view = with_decision(question_id="family.change")
    letter = drafted(view)
    assert letter["family"].decisions == (
        "Ade will take you to see Toby by Sunday 29 November.\nThat is because you miss him.",
    )
    assert letter["home"].decisions == ()
    assert letter["wishes"].quotes == (
        "“I want to see Toby more.”",
        "“I like my bed and I like the frogs.”",
    )


def test_the_chairs_own_text_takes_the_place_of_the_draft_and_is_no_proposal() -> None:
    view, band = full_review(), LETTER.band("b9_12")
    sections = draft_letter(view, LETTER, None, band)
    own = {"home": "You love the creaky stairs.", "adoption": "Written by hand."}
    letter = {one.section_id: one for one in with_own_text(view, LETTER, band, sections, own)}
    assert letter["home"].text == "You love the creaky stairs."
    assert not letter["home"].is_proposed
    assert letter["home"].title == "Where you live"
    assert letter["adoption"].text == "Written by hand."
    assert letter["plan"].is_proposed


def test_an_issued_letter_holds_nothing_but_what_the_chair_wrote() -> None:
    view, band = full_review(), LETTER.band("b9_12")
    view = replace(view, review=replace(view.review, letter_issued_on=TODAY))
    sections = draft_letter(view, LETTER, None, band)
    letter = with_own_text(view, LETTER, band, sections, {"home": "All of it."})
    assert [one.section_id for one in letter] == ["home"]


def test_dates_in_the_draft_are_weekday_day_and_month_and_the_weekday_is_right() -> None:
    for offset in range(7):
        day = date(2026, 12, 1) + timedelta(days=offset)
        letter = drafted(with_decision(due_on=day))
        names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
        assert f"by {names[day.weekday()]} {day.day} December." in letter["decisions"].text


def test_a_band_follows_the_age_on_the_review_date() -> None:
    bands = [LETTER.band_for(age).id for age in (0, 4, 5, 8, 9, 12, 13, 15, 16, 17)]
    assert bands == ["b0_4"] * 2 + ["b5_8"] * 2 + ["b9_12"] * 2 + ["b13_15"] * 2 + ["b16"] * 2


def test_dissent_is_told_without_pretending_that_all_agree() -> None:
    lines = drafted(full_review())["decisions"].lines
    assert "Mum does not agree with all of this, and I wrote that down." in lines


def test_the_childs_own_dissent_is_said_to_the_child() -> None:
    rows = ({"who": "Wren", "decision": "The plan", "why": "I miss Mum"},)
    view = with_answer(full_review(), "decisions.dissent", parts={"rows": rows})
    lines = drafted(view)["decisions"].lines
    assert "You do not agree with all of this, and I wrote that down." in lines


def test_a_decision_keeps_its_number_of_lines_short_for_the_youngest_readers() -> None:
    what = Decision(
        full_review().decisions[0].id,
        full_review().review.id,
        1,
        "Find a person who can teach you to play the drums at school each week",
        owner="Marcus Bell",
        due_on=date(2026, 12, 4),
        agreement=Agreement.AGREED,
    )
    letter = drafted(replace(full_review(), decisions=(what,)), "b5_8")
    assert longest_sentence(letter["decisions"].text) <= 12
    assert any("drums" in note for note in letter["decisions"].notes)
