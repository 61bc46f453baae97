"""Which questions the shipped agenda asks of which child."""

from iro_tui.domain.agenda import Agenda, ReviewFacts, Room

SETTLED = frozenset({"in_care", "open_decisions", "unmet_decisions", "letter_issued"})


def facts(
    age: int,
    *flags: str,
    cycles: tuple[str, ...] = ("looked_after",),
    number: int = 4,
    legal_status: str = "C2",
    occasion: str = "scheduled",
) -> ReviewFacts:
    return ReviewFacts(
        age=age,
        cycles=frozenset(cycles),
        number=number,
        legal_status=legal_status,
        occasion=occasion,
        flags=frozenset(flags),
    )


def asked(agenda: Agenda, one: ReviewFacts) -> set[str]:
    return {question.id for question in agenda.for_review(one).questions}


def section_ids(agenda: Agenda, one: ReviewFacts) -> list[str]:
    return [section.id for section in agenda.for_review(one).sections]


def test_a_nine_year_old_in_foster_care_meets_16_sections_and_15_core_questions_in_the_room(
    agenda: Agenda,
) -> None:
    review = agenda.for_review(facts(9, *SETTLED))
    core = [one for one in review.questions if one.core and one.room is Room.CHILD]
    assert len(review.sections) == 16
    assert len(core) == 15


def test_what_went_well_is_asked_right_after_the_welcome_and_stays_in_its_section(
    agenda: Agenda,
) -> None:
    review = agenda.for_review(facts(9, *SETTLED))
    assert review.sections[0].questions[-1].id == "since.proud"
    assert review.section("since").questions[0].id == "since.proud"
    assert "since.proud" not in [one.id for one in review.section("welcome").questions]


def test_a_toddler_is_spoken_for_by_the_carer_and_gives_no_numbers(agenda: Agenda) -> None:
    review = agenda.for_review(facts(2, *SETTLED))
    ids = {question.id for question in review.questions}
    assert not ids & {
        "home.scale",
        "safety.scale",
        "closing.rating",
        "wishes.plan_known",
        "wishes.plan_agree",
        "rights.unhappy",
        "legal.understood",
        "health.private",
        "education.pep",
        "safety.police",
    }
    assert {"education.how", "education.setting"} <= ids
    good = review.question("home.good")
    assert good.says == "What have you seen that tells you how {name} is here?"
    assert good.to == ("carer",)
    assert review.question("rights.advocate").to == ("chair",)
    assert [part.id for part in review.question("health.how").parts] == ["text"]


def test_no_question_to_a_toddler_says_you_to_the_child(agenda: Agenda) -> None:
    review = agenda.for_review(facts(2, *SETTLED))
    assert not [one.id for one in review.questions if "child" in one.to]


def test_the_chairs_tick_brings_scales_before_five(agenda: Agenda) -> None:
    one = facts(4, *SETTLED, "scales")
    assert {"safety.scale", "closing.rating", "home.scale"} <= asked(agenda, one)
    parts = agenda.for_review(one).question("home.scale").parts
    assert [part.id for part in parts] == ["scale", "text"]


def test_a_four_year_old_is_asked_for_words_about_home_without_the_number(agenda: Agenda) -> None:
    scale = agenda.for_review(facts(4, *SETTLED)).question("home.scale")
    assert [part.id for part in scale.parts] == ["text"]
    assert "0 to 10" not in scale.says


def test_a_first_review_asks_since_coming_into_care_and_goes_through_no_decisions(
    agenda: Agenda,
) -> None:
    one = facts(9, "in_care", number=1, legal_status="C1")
    review = agenda.for_review(one)
    assert not asked(agenda, one) & {"since.decisions", "since.why_not", "since.letter"}
    assert "since you came into care" in review.question("since.proud").says
    for question_id in ("wishes.plan_known", "rights.told", "legal.understood"):
        needed = review.question(question_id).needs_reason_when
        assert needed is not None
        assert needed.holds(one)


def test_a_second_review_cannot_leave_permanence_out_without_a_reason(agenda: Agenda) -> None:
    needed = agenda.question("plan.permanence").needs_reason_when
    assert needed is not None
    assert needed.holds(facts(9, number=2))
    assert not needed.holds(facts(9, number=3))


def test_short_breaks_show_their_own_sections_and_only_what_fits(agenda: Agenda) -> None:
    one = facts(12, "disabled", *SETTLED, cycles=("short_breaks",), number=3, legal_status="V4")
    assert section_ids(agenda, one) == [
        *("welcome", "interests", "wishes", "since", "education", "short_breaks", "family"),
        *("health", "identity", "rights", "safety", "legal", "plan", "chair_view"),
        *("decisions", "closing"),
    ]
    shown = asked(agenda, one)
    assert {one for one in shown if one.startswith("education.")} == {"education.how"}
    assert {one for one in shown if one.startswith("family.")} == {
        "family.people",
        "family.parents",
    }
    assert {one for one in shown if one.startswith("health.")} == {"health.how", "health.needs"}
    assert {one for one in shown if one.startswith("legal.")} == {"legal.status"}
    assert {one for one in shown if one.startswith("plan.")} == {"plan.current"}


def test_once_placed_for_adoption_the_adoption_plan_opens_the_adults_part(agenda: Agenda) -> None:
    one = facts(1, "adoption_plan", cycles=("adoption_placed",), number=1, legal_status="E1")
    sections = section_ids(agenda, one)
    assert sections.index("adoption") == sections.index("rights") + 1
    shown = asked(agenda, one)
    assert "adoption.decide" in shown
    assert not shown & {"family.parents", "legal.agreement"}
    assert "into care" not in agenda.for_review(one).question("since.proud").says


def test_a_child_who_may_be_placed_is_asked_why_there_is_no_family_yet(agenda: Agenda) -> None:
    one = facts(3, cycles=("looked_after", "adoption_authorised"), number=2, legal_status="E1")
    review = agenda.for_review(one)
    assert "Why is there no placement yet" in review.question("adoption.right").says
    assert "adoption.decide" not in asked(agenda, one)


def test_an_unaccompanied_young_person_of_17_is_asked_about_the_claim_once(agenda: Agenda) -> None:
    one = facts(17, "unaccompanied", "not_known_british", number=2, legal_status="V2")
    shown = asked(agenda, one)
    assert {"unaccompanied.claim", "unaccompanied.future", "adulthood.living"} <= shown
    assert "legal.nationality" not in shown
    assert "legal.agreement" in shown
    agreement = agenda.for_review(one).question("legal.agreement")
    assert agreement.part("young_person").options["yes"] == "Yes"


def test_under_16_a_section_20_agreement_asks_the_parents_alone(agenda: Agenda) -> None:
    agreement = agenda.for_review(facts(11, legal_status="V2")).question("legal.agreement")
    assert "young_person" not in {part.id for part in agreement.parts}


def test_a_nationality_that_is_not_known_is_asked_about(agenda: Agenda) -> None:
    assert "legal.nationality" in asked(agenda, facts(9, "not_known_british"))
    assert "legal.nationality" not in asked(agenda, facts(9))


def test_on_remand_home_is_the_place_now_and_the_home_after(agenda: Agenda) -> None:
    one = facts(16, "away", cycles=("remand",), number=1, legal_status="J1")
    review = agenda.for_review(one)
    assert "when you leave" in review.question("home.good").says
    assert "afterwards" in review.question("home.right").says
    assert "adulthood" in section_ids(agenda, one)


def test_a_child_placed_with_parents_is_asked_how_often_visits_come(agenda: Agenda) -> None:
    one = facts(9, "with_parents", *SETTLED)
    review = agenda.for_review(one)
    assert "frequency" in {part.id for part in review.question("home.visits").parts}
    assert "Can the order end" in review.question("legal.change").says
    assert "frequency" not in {
        part.id for part in agenda.for_review(facts(9)).question("home.visits").parts
    }


def test_adulthood_starts_at_16_or_when_eligible_or_where_a_council_starts_early(
    agenda: Agenda,
) -> None:
    assert "adulthood" in section_ids(agenda, facts(16))
    assert "adulthood" in section_ids(agenda, facts(15, "eligible"))
    assert "adulthood" in section_ids(agenda, facts(15, "adulthood_early"))
    assert "adulthood" not in section_ids(agenda, facts(15))


def test_a_disabled_child_is_first_asked_what_it_takes_to_be_heard(agenda: Agenda) -> None:
    review = agenda.for_review(facts(12, "disabled"))
    assert review.sections[0].questions[0].id == "welcome.needs"


def test_a_closing_review_first_asks_how_care_ends(agenda: Agenda) -> None:
    review = agenda.for_review(facts(17, occasion="closing"))
    assert review.section("plan").questions[0].id == "plan.leaving"
    assert "none" in review.question("closing.next").part("format").options


def test_options_are_weighed_and_the_court_is_asked_about_only_when_it_is_so(
    agenda: Agenda,
) -> None:
    assert not asked(agenda, facts(9)) & {"plan.options", "legal.court", "home.distance"}
    shown = asked(agenda, facts(9, "plan_final", "proceedings", "out_of_area"))
    assert {"plan.options", "legal.court", "home.distance"} <= shown


def test_every_question_is_asked_of_some_child(agenda: Agenda) -> None:
    every_flag = (
        *("disabled", "out_of_area", "proceedings", "plan_final", "unaccompanied"),
        *("open_decisions", "unmet_decisions", "letter_issued"),
    )
    shown = asked(agenda, facts(17, *every_flag, legal_status="V2"))
    shown |= asked(agenda, facts(9, cycles=("short_breaks",), legal_status="V4"))
    shown |= asked(agenda, facts(9, "not_known_british", cycles=("adoption_placed",)))
    assert shown == {question.id for question in agenda.questions}
