from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.child_entry import (
    blank_child,
    check_last_review,
    child_from,
    remark_on_care_ended,
    typed_child,
)
from iro_tui.domain.codes import Code, CodeList, Codes
from iro_tui.domain.review import Review, ReviewState
from iro_tui.domain.text import is_refused
from iro_tui.domain.typed import Typed
from iro_tui.errors import BadFields

TODAY = date(2026, 11, 24)
CHILD_ID = UUID(int=1)
LEAST = {"reference": "A-1", "known_as": "Amara", "date_of_birth": "12/5/2019"}


def listed(title: str, **codes: str) -> CodeList:
    return CodeList(title, title, {code: Code(code, words) for code, words in codes.items()})


CODES = Codes(
    sex=listed("sex", F="female", M="male"),
    ethnicity=listed("ethnicity", WBRI="White British"),
    legal_status=listed("legal_status", C2="care order"),
    category_of_need=listed("category_of_need", N1="abuse or neglect"),
    placement_type=listed("placement_type", U4="foster home"),
    placement_provider=listed("placement_provider", PR1="own council"),
    permanence_plan=listed("permanence_plan", LTFOST18="long-term foster home to 18"),
    participation=listed("participation", PN1="came and spoke"),
    early_trigger=listed("early_trigger", iro_asks="the IRO asks"),
    late_reason=listed("late_reason", court="court"),
    roles={},
)


def read(typed: Typed, before: Child | None = None) -> Child:
    return child_from(
        typed, today=TODAY, codes=CODES, before=before or blank_child(CHILD_ID, TODAY)
    )


def problems(**typed: str | bool) -> dict[str, str]:
    with pytest.raises(BadFields) as refused:
        read({**LEAST, **typed})
    return refused.value.problems


def test_reference_a_name_and_a_birthday_are_enough() -> None:
    child = read(LEAST)

    assert (child.reference, child.name, child.date_of_birth) == ("A-1", "Amara", date(2019, 5, 12))
    assert child.id == CHILD_ID
    assert child.cycle is Cycle.LOOKED_AFTER


def test_an_empty_form_names_each_field_that_is_needed() -> None:
    with pytest.raises(BadFields) as refused:
        read({"reference": "", "known_as": "", "date_of_birth": ""})

    assert refused.value.problems.keys() == {"reference", "known_as", "date_of_birth"}
    assert "12/5/2014" in refused.value.problems["date_of_birth"]


@pytest.mark.parametrize("field", ["known_as", "given_name", "family_name"])
def test_any_one_name_is_enough(field: str) -> None:
    child = read({"reference": "A-1", "date_of_birth": "12 May 2019", field: "Sol"})

    assert child.name == "Sol"


@pytest.mark.parametrize(
    "name", ["[red]", "=SUM(A1)", "O'Neil-Żółć", "../../x", "{{ 7*7 }}", "<&>", "🦈", "عمر"]
)
def test_a_name_is_kept_as_it_is_typed(name: str) -> None:
    assert read({**LEAST, "known_as": name}).name == name


@given(st.text(min_size=1).filter(lambda text: not any(map(is_refused, text))))
def test_whatever_line_is_kept_reads_the_same_again(name: str) -> None:
    if "\n" in name or "\r" in name or not name.strip():
        return
    child = read({**LEAST, "given_name": name})

    assert read(typed_child(child)).given_name == child.given_name == name.strip()


def test_a_control_character_is_refused_at_its_field_with_its_place() -> None:
    found = problems(known_as="Am\x07ara")

    assert "U+0007" in found["known_as"]
    assert "place 3" in found["known_as"]


@pytest.mark.parametrize(
    ("birthday", "said"),
    [
        ("12/5/2030", "still to come"),
        ("12/5/1990", "would be 36 years old"),
        ("31/2/2019", "February"),
        ("May", "12/5/2014"),
    ],
)
def test_a_birthday_that_cannot_be_is_said_at_the_field(birthday: str, said: str) -> None:
    assert said in problems(date_of_birth=birthday)["date_of_birth"]


@pytest.mark.parametrize(
    "day",
    ["legal_status_since", "became_looked_after_on", "placement_since", "last_review_held_on"],
)
def test_nothing_happened_to_a_child_before_the_birthday(day: str) -> None:
    found = problems(**{day: "1/2/2018"}, last_review_number="2")

    assert found[day] == "Thu 1 Feb 2018 is before the birthday, Sun 12 May 2019. Check both days."


def test_a_child_is_not_placed_for_adoption_before_that_was_authorised() -> None:
    found = problems(
        authorised_for_adoption_on="1 Mar 2026", placed_for_adoption_on="1 February 2026"
    )

    assert "adoption was authorised" in found["placed_for_adoption_on"]


def test_the_last_review_needs_its_day_and_its_number() -> None:
    assert problems(last_review_held_on="1 Sep 2026").keys() == {"last_review_number"}
    assert problems(last_review_number="3").keys() == {"last_review_held_on"}
    assert problems(last_review_held_on="1 Sep 2026", last_review_number="three").keys() == {
        "last_review_number"
    }
    child = read({**LEAST, "last_review_held_on": "1 Sep 2026", "last_review_number": "3"})
    assert (child.last_review_held_on, child.last_review_number) == (date(2026, 9, 1), 3)


@pytest.mark.parametrize("number", ["0", "-1", "1.5", "³", "9" * 5000])
def test_a_number_of_a_review_is_a_small_whole_number(number: str) -> None:
    found = problems(last_review_held_on="1 Sep 2026", last_review_number=number)

    assert "is no number of a review" in found["last_review_number"]


def test_a_code_that_is_not_on_the_list_is_refused_and_an_old_one_may_stay() -> None:
    assert "not on the list" in problems(legal_status="care ordr")["legal_status"]
    old = Child(CHILD_ID, "A-1", date(2019, 5, 12), known_as="Amara", legal_status="S1")
    assert read({**LEAST, "legal_status": "S1"}, before=old).legal_status == "S1"


def test_what_the_form_does_not_ask_stays_as_before() -> None:
    before = Child(
        CHILD_ID, "A-1", date(2019, 5, 12), known_as="Amara", religion="none", long_term=True
    )

    assert read({"known_as": "Mara"}, before=before) == Child(
        CHILD_ID, "A-1", date(2019, 5, 12), known_as="Mara", religion="none", long_term=True
    )


def test_a_child_shown_in_the_form_and_read_again_is_the_same() -> None:
    child = Child(
        CHILD_ID,
        "A-1",
        date(2019, 5, 12),
        known_as="Amara",
        cycle=Cycle.ADOPTION_AUTHORISED,
        sex="F",
        became_looked_after_on=date(2024, 2, 29),
        placement_in_area=None,
        address_shared_with_parents=False,
        unaccompanied=True,
        permanence_plan="LTFOST18",
        backup_plan="Another home near her grandmother",
        last_review_held_on=date(2026, 6, 1),
        last_review_number=4,
    )

    assert read(typed_child(child), before=blank_child(CHILD_ID, TODAY)) == child


def test_an_unknown_yes_or_no_stays_unknown() -> None:
    assert read({**LEAST, "placement_in_area": ""}).placement_in_area is None
    assert read({**LEAST, "placement_in_area": False}).placement_in_area is False


@pytest.mark.parametrize(
    ("days", "field"),
    [
        (("became_looked_after_on", "authorised_for_adoption_on"), "authorised_for_adoption_on"),
        (("became_looked_after_on", "placed_for_adoption_on"), "placed_for_adoption_on"),
        (("authorised_for_adoption_on", "placed_for_adoption_on"), "placed_for_adoption_on"),
        (("authorised_for_adoption_on", "care_ended_on"), "care_ended_on"),
        (("placed_for_adoption_on", "care_ended_on"), "care_ended_on"),
        (("became_looked_after_on", "care_ends_on"), "care_ends_on"),
    ],
)
def test_days_in_an_impossible_order_are_refused_at_the_later_one(
    days: tuple[str, str], field: str
) -> None:
    later, earlier = "2 Sep 2026", "1 Sep 2026"
    found = problems(**{days[0]: later, days[1]: earlier})

    assert list(found) == [field]
    assert "Tue 1 Sep 2026 is before" in found[field]


def test_care_that_ended_before_this_care_began_is_an_earlier_time_and_no_mistake() -> None:
    child = read({**LEAST, "became_looked_after_on": "2 Sep 2026", "care_ended_on": "1 Sep 2025"})

    assert child.care_ended_on == date(2025, 9, 1)
    remark = remark_on_care_ended(date(2025, 9, 1), date(2026, 9, 2))
    assert remark == "an earlier time in care; this one began on Wed 2 Sep 2026"
    assert remark_on_care_ended(date(2026, 9, 2), date(2026, 9, 2)) == ""


def test_a_known_end_of_a_stay_may_be_still_to_come() -> None:
    child = read(
        {
            **LEAST,
            "cycle": "remand",
            "became_looked_after_on": "2 Nov 2026",
            "care_ends_on": "20 dec 2026",
        }
    )

    assert child.care_ends_on == date(2026, 12, 20)
    assert read({**LEAST, "care_ends_on": ""}, before=child).care_ends_on is None


def _held(number: int, on: str) -> Review:
    return Review(
        uuid4(),
        CHILD_ID,
        numbers={Cycle.LOOKED_AFTER: number},
        state=ReviewState.COMPLETED,
        held_on=date.fromisoformat(on),
    )


@pytest.mark.parametrize(
    ("number", "on", "field"),
    [
        (1, "2026-03-01", "last_review_number"),
        (2, "2026-01-20", "last_review_held_on"),
        (1, "2026-02-01", ""),
        (2, "2026-05-01", ""),
        (1, "2025-03-01", ""),
    ],
)
def test_a_number_is_given_once_in_a_time_in_care_and_follows_the_days(
    number: int, on: str, field: str
) -> None:
    child = Child(
        CHILD_ID,
        "A-1",
        date(2019, 5, 12),
        became_looked_after_on=date(2026, 1, 5),
        last_review_held_on=date.fromisoformat(on),
        last_review_number=number,
    )

    def refused() -> dict[str, str]:
        try:
            check_last_review(child, [_held(1, "2026-02-01")])
        except BadFields as error:
            return error.problems
        return {}

    assert list(refused()) == ([field] if field else [])
