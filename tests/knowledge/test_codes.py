"""Code lists: what they mean, and from which year to which they are used."""

from collections.abc import Callable
from datetime import date

import pytest

from iro_tui.domain.child import Role
from iro_tui.domain.codes import SaidRole, collection_year
from iro_tui.errors import KnowledgeError
from iro_tui.knowledge import Knowledge

Refusal = Callable[..., KnowledgeError]

WHITE_AND_MIXED = "WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH "
ASIAN_BLACK_AND_OTHER = "AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT"
PLANS = (
    "REMAINSUP RETURN1M RETURN6M RETURNEV LTRELFR LTFOST18 RESPLMT SUPPLIV ADOPTION SGOCAO OTHERPLN"
)

IN_2023, IN_2024, IN_2026 = date(2024, 3, 31), date(2024, 4, 1), date(2026, 11, 24)


def test_a_collection_year_runs_from_april_to_march() -> None:
    assert collection_year(date(2026, 3, 31)) == 2025
    assert collection_year(date(2026, 4, 1)) == 2026


def test_codes_are_offered_only_in_the_years_that_have_them(knowledge: Knowledge) -> None:
    places = knowledge.codes.placement_type
    assert "K3" not in places.options(IN_2023)
    assert {"K3", "H5", "P2", "Z1"} <= set(places.options(IN_2024))
    assert not {"H5", "P2", "Z1"} & set(places.options(IN_2026))
    assert {"K3", "Z11", "Z12", "Z13", "Z14"} <= set(places.options(IN_2026))


def test_every_code_of_every_year_can_be_read(knowledge: Knowledge) -> None:
    places = "A3 A4 A5 A6 H5 K1 K2 K3 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4"
    places += " U1 U2 U3 U4 U5 U6 Z1 Z11 Z12 Z13 Z14"
    assert set(knowledge.codes.placement_type.codes) == set(places.split())
    assert knowledge.codes.placement_type.words("H5") == "semi-independent living"
    assert knowledge.codes.sex.words("2") == "female"


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("legal_status", "C1 C2 D1 E1 V2 V3 V4 J1 J2 J3 L1 L2 L3"),
        ("category_of_need", "N1 N2 N3 N4 N5 N6 N7 N8"),
        ("placement_provider", "PR0 PR1 PR2 PR3 PR4 PR5"),
        ("participation", "PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7"),
        ("ethnicity", WHITE_AND_MIXED + ASIAN_BLACK_AND_OTHER),
        ("permanence_plan", PLANS),
    ],
)
def test_a_list_holds_the_codes_of_the_return(knowledge: Knowledge, name: str, codes: str) -> None:
    assert set(getattr(knowledge.codes, name).codes) == set(codes.split())


def test_a_code_that_is_on_no_list_stands_for_itself(knowledge: Knowledge) -> None:
    assert knowledge.codes.legal_status.words("X9") == "X9"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[colours]\ntitle = "x"', "colours: is not a key that is known here"),
        ("[sex]\ntitle = 1", "line 2: sex.title: 1 is not a text"),
        ("[sex.codes]\nF = 1", "line 2: sex.codes.F: 1 is not a text"),
        ('[sex.codes]\nX = { words = "x", since = "y" }', "sex.codes.X.since: is not a key"),
        ('[sex.codes]\nX = { words = "x", from = "2024" }', '"2024" is no collection year'),
        ('[sex.codes]\nX = { words = "x", until = "2024/26" }', "is no collection year"),
        ('[sex.codes]\nX = { from = "2024/25" }', "sex.codes.X.words: is missing"),
        ('[roles]\nmum = "parent"', 'roles.mum: "parent" is not a table'),
        ('[roles]\nmum = { role = "mother" }', 'roles.mum.role: "mother" is not one of'),
    ],
)
def test_a_broken_code_is_refused_with_its_place(refusal: Refusal, text: str, said: str) -> None:
    error = refusal(text, name="codes.toml")
    assert said in error.message
    assert "codes.toml, line " in error.message


def test_a_service_may_add_what_its_people_say_for_a_role(
    with_own: Callable[..., Knowledge],
) -> None:
    own = '[roles]\nMaw-Maw = { role = "family", as = "grandmother" }'
    roles = with_own(own, name="codes.toml").codes.roles
    assert roles["maw-maw"] == SaidRole(Role.FAMILY, "grandmother")
    assert roles["mum"] == SaidRole(Role.PARENT, "mother")
