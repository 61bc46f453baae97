"""The agenda that is shipped: whole, and true to the law."""

from iro_tui.domain.agenda import ALWAYS, Agenda, AgendaPart, KeptIn, Kind, Moment, Question, Room
from iro_tui.knowledge import Knowledge

# Documents, letters and figures refer to these ids, so they never change.
SECTIONS = {
    "welcome": "present absent part alone needs papers",
    "interests": "likes barriers",
    "wishes": "words change plan_known plan_agree",
    "since": "proud decisions why_not letter changes told",
    "education": "how setting attendance pep extra",
    "home": "good scale right move everyday support visits distance",
    "short_breaks": "views count plan",
    "family": "people going siblings change parents",
    "health": "how assessment routine support needs private",
    "identity": "me culture disability treated story",
    "rights": "told advocate visitor unhappy",
    "safety": "scale missing harm allegation liberty police",
    "legal": "status change agreement court nationality understood",
    "plan": "permanence current options support leaving money",
    "adulthood": "pathway adviser living money work skills",
    "unaccompanied": "claim support trafficking future",
    "adoption": "right ties decide support",
    "chair_view": "adequate carried_out drift good challenge",
    "decisions": "list dissent",
    "closing": "next rating copies",
}
QUESTIONS = [f"{section}.{name}" for section, names in SECTIONS.items() for name in names.split()]

NEVER_CARRIED = {"home.right", "legal.change", "family.parents", "wishes.change"}


def question_ids(agenda: Agenda) -> list[str]:
    return [question.id for question in agenda.questions]


def test_the_agenda_has_twenty_sections_in_the_order_of_a_meeting(agenda: Agenda) -> None:
    assert [section.id for section in agenda.sections] == list(SECTIONS)
    parts = [section.part for section in agenda.sections]
    assert parts == sorted(parts, key=list(AgendaPart).index)


def test_the_agenda_has_the_ninety_six_questions_that_documents_refer_to(agenda: Agenda) -> None:
    assert question_ids(agenda) == QUESTIONS
    assert len(QUESTIONS) == 96


def test_every_paragraph_of_schedule_7_is_covered(agenda: Agenda) -> None:
    covered = {number for section in agenda.sections for number in section.schedule_7}
    assert covered == set(agenda.schedule_7) == set(range(1, 15))


def test_every_matter_of_an_adoption_review_is_covered(agenda: Agenda) -> None:
    covered = {letter for section in agenda.sections for letter in section.adoption_matters}
    assert covered == set(agenda.adoption_matters) == set("abcdefg")


def test_every_section_has_a_heading_for_each_tone_of_the_letter(agenda: Agenda) -> None:
    for section in agenda.sections:
        assert set(section.child_titles) == {"b5_8", "b9_12", "b13"}
        assert all(section.child_titles.values())
        assert section.opening[-1] in ".?"


def test_all_nine_kinds_are_asked(agenda: Agenda) -> None:
    kinds = {part.kind for question in agenda.questions for part in question.parts}
    assert kinds == set(Kind)


def test_what_is_asked_alone_starts_private_save_what_every_copy_must_hold(
    agenda: Agenda,
) -> None:
    alone = [question for question in agenda.questions if question.room is Room.ALONE]
    assert [one.id for one in alone if not one.private] == ["welcome.part", "welcome.alone"]


def test_what_only_the_case_record_may_hold_starts_private(agenda: Agenda) -> None:
    for question_id in (
        "safety.allegation",
        "legal.nationality",
        "unaccompanied.claim",
        "unaccompanied.trafficking",
        "rights.unhappy",
    ):
        assert agenda.question(question_id).private


def test_views_scales_wishes_and_what_is_said_alone_always_start_empty(agenda: Agenda) -> None:
    for question in agenda.questions:
        has_scale = any(part.kind is Kind.SCALE for part in question.parts)
        if question.room is Room.ALONE or has_scale or question.id in NEVER_CARRIED:
            assert not question.carries_forward, question.id


def test_facts_and_papers_may_be_taken_over(agenda: Agenda) -> None:
    for question_id in ("education.pep", "health.routine", "legal.status", "family.people"):
        assert agenda.question(question_id).carries_forward


def test_the_childs_words_are_the_only_answer_that_is_nothing_but_quotation(
    agenda: Agenda,
) -> None:
    assert [one.id for one in agenda.questions if one.own_words] == ["wishes.words"]


def test_answers_that_are_more_than_answers_live_in_tables_of_their_own(agenda: Agenda) -> None:
    elsewhere = {one.id: one.kept_in for one in agenda.questions if one.kept_in != KeptIn.ANSWERS}
    assert elsewhere == {
        "welcome.present": KeptIn.ATTENDANCE,
        "welcome.absent": KeptIn.ABSENCE,
        "wishes.words": KeptIn.WORDS,
        "since.decisions": KeptIn.LAST_DECISIONS,
        "since.why_not": KeptIn.WHY_NOT,
        "decisions.list": KeptIn.DECISIONS,
    }


def test_what_could_surprise_the_child_waits_until_the_child_knows(agenda: Agenda) -> None:
    sensitive = {question.id for question in agenda.questions if question.sensitive}
    assert {"home.move", "family.change", "legal.status", "plan.permanence"} <= sensitive
    assert {"family.siblings", "safety.allegation", "since.changes", "identity.me"} <= sensitive


def test_only_the_chair_is_asked_what_the_chair_answers(agenda: Agenda) -> None:
    chairs = [question for question in agenda.questions if question.moment is Moment.CHAIR]
    assert all(question.to == ("chair",) for question in chairs)
    assert {question.room for question in chairs} == {Room.ADULTS}


def test_every_scale_waits_for_the_fifth_birthday_or_the_chairs_tick(agenda: Agenda) -> None:
    for question in agenda.questions:
        for part in question.parts:
            if part.kind is Kind.SCALE:
                assert ALWAYS not in (question.asked_when, part.asked_when) or _waits(question)


def _waits(question: Question) -> bool:
    conditions = [question.asked_when, *(part.asked_when for part in question.parts)]
    return any(any(choice.age_from == 5 for choice in condition.any_of) for condition in conditions)


def test_at_most_one_scale_is_asked_in_the_room(agenda: Agenda) -> None:
    in_room = [
        question.id
        for question in agenda.questions
        if question.room is Room.CHILD and any(part.kind is Kind.SCALE for part in question.parts)
    ]
    assert in_room == ["closing.rating"]


def test_the_legal_status_is_chosen_in_the_words_of_the_code_list(knowledge: Knowledge) -> None:
    part = knowledge.agenda.question("legal.status").part("answer")
    assert part.options["C2"] == "Care order"
    assert set(part.options) == set(knowledge.codes.legal_status.codes)


def test_a_plan_for_permanence_may_also_be_none_yet(knowledge: Knowledge) -> None:
    options = knowledge.agenda.question("plan.permanence").part("answer").options
    assert [*options][-1] == "none_agreed"
    assert set(knowledge.codes.permanence_plan.codes) < set(options)


def test_every_question_says_why_it_is_asked_and_what_the_record_makes_of_it(
    agenda: Agenda,
) -> None:
    for question in agenda.questions:
        assert question.why.endswith("."), question.id
        assert question.record, question.id


def test_only_these_questions_leave_nothing_in_the_letter(agenda: Agenda) -> None:
    silent = [question.id for question in agenda.questions if not question.letter]
    assert silent == [
        "welcome.needs",
        "welcome.papers",
        "since.told",
        "home.support",
        "short_breaks.count",
        "health.needs",
        "legal.agreement",
        "legal.court",
        "plan.current",
        "adoption.support",
        "closing.copies",
    ]


def test_what_is_left_out_needs_a_reason_at_the_first_and_the_second_review(
    agenda: Agenda,
) -> None:
    asked = {one.id for one in agenda.questions if one.needs_reason_when is not None}
    assert asked == {"wishes.plan_known", "rights.told", "legal.understood", "plan.permanence"}
