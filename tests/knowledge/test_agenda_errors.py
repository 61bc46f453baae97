"""A broken agenda: each fault is refused with file, line, key and what would have worked."""

from collections.abc import Callable

import pytest

from iro_tui.domain.agenda import Agenda
from iro_tui.errors import KnowledgeError

Refusal = Callable[..., KnowledgeError]

A_QUESTION = """
[home.pets]
says = "Which animals live with you?"
moment = "meeting"
core = false
to = ["child"]
room = "child"
why = "Animals matter."
[home.pets.parts.text]
kind = "text"
"""


def test_an_unknown_kind_is_named_with_the_kinds_there_are(refusal: Refusal) -> None:
    error = refusal('[home.right.parts.answer]\nkind = "chioce"\n')
    assert "agenda.toml, line 2: home.right.parts.answer.kind: " in error.message
    assert '"chioce" is not one of text, choice, choices, yes_no, date' in error.message


def test_the_line_is_counted_in_the_services_own_file(refusal: Refusal) -> None:
    error = refusal(f'{A_QUESTION}\n[home.good]\n# ours\ncore = "yes"\n')
    assert "line 14: home.good.core: " in error.message
    assert "agenda.toml" in error.message
    assert '"yes" is not true or false' in error.message


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('says = "Which animals live with you?"', "says"),
        ('moment = "meeting"', "moment"),
        ("core = false", "core"),
        ('to = ["child"]', "to"),
        ('room = "child"', "room"),
        ('why = "Animals matter."', "why"),
        ('kind = "text"', "parts.text.kind"),
    ],
)
def test_what_a_question_lacks_is_named(refusal: Refusal, line: str, key: str) -> None:
    error = refusal(A_QUESTION.replace(line, ""))
    assert f"home.pets.{key}: is missing." in error.message
    assert error.hint


def test_a_question_without_a_part_is_told_how_to_write_one(refusal: Refusal) -> None:
    error = refusal(A_QUESTION.partition("[home.pets.parts")[0])
    assert "home.pets.parts: is missing" in error.message
    assert "[home.pets.parts.text]" in error.hint


def test_a_section_of_ones_own_needs_what_sections_have(refusal: Refusal) -> None:
    error = refusal('[garden]\ntitle = "Garden"\n')
    assert "garden.short: is missing" in error.message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[home.good]\nsay = "x"', "home.good.say: is not a key that is known here"),
        ('[home]\ntitel = "x"', "home.titel: is not a key that is known here"),
        ('[home.good.parts.text]\nlable = "x"', "home.good.parts.text.lable: is not a key"),
        ('[home.good]\nroom = "attic"', '"attic" is not one of child, adults or alone'),
        ('[home.good]\nmoment = "later"', "is not one of before, meeting or chair"),
        ('[home.good]\nkept_in = "cellar"', '"cellar" is not one of answers, attendance'),
        ('[home]\nmeeting_part = "last"', '"last" is not one of child, adults or together'),
        ('[home.good]\nto = ["uncle"]', '"uncle" is not one of child, social_worker'),
        ("[home.good]\nto = []", "home.good.to: names nobody"),
        ('[home.good]\nto = "child"', '"child" is not a list of texts'),
        ("[home.good]\nto = [1]", "home.good.to: holds something that is not a text"),
        ('[home.good]\nsays = ""', "home.good.says: is empty"),
        ('[home.good]\nsays = "Hello {mum}"', "the name {mum} cannot be filled"),
        ("[home.good]\nsays = 3", "3 is not a text in quotation marks"),
        ('[home.good]\nasked_after = "lunch"', '"lunch" is no section of the agenda'),
        ("[home.good]\nvariants = [{ when = {} }]", "home.good.variants.0: changes nothing"),
        ('[home.good]\nvariants = [{ says = "x" }]', "home.good.variants.0.when: is missing"),
        ("[home.good]\nvariants = [1]", "home.good.variants: is to be a list of tables"),
        ('[home]\nshort = "Where I live these days"', "has 23 characters"),
        ("[home]\nschedule_7 = [15]", "there is no paragraph 15"),
        ("[home]\nschedule_7 = [true]", "home.schedule_7: holds something that is no whole"),
        ('[home]\nadoption_matters = ["z"]', 'there is no matter "z"'),
        ('[schedule_7]\none = "x"', "schedule_7.one: is no number of a paragraph"),
        ('[home.child_titles]\nb1 = "x"', "home.child_titles.b1: is not a key"),
        ('order = ["lunch"]', 'order: "lunch" is not there'),
        ('[home]\norder = ["lunch"]', 'home.order: "lunch" is not there'),
        ('home = "x"', "home: is not a section of the agenda"),
        ("[Garden]\n", "Garden: cannot be an id"),
        (A_QUESTION.replace("pets", "Pets"), "home.Pets: cannot be an id"),
    ],
)
def test_a_broken_line_is_refused_with_its_reason(refusal: Refusal, text: str, said: str) -> None:
    error = refusal(text)
    assert said in error.message
    assert ", line " in error.message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('asked_when = { cycles = ["moon"] }', '"moon" is not one of looked_after, short_breaks'),
        ('asked_when = { cycles_not = ["moon"] }', '"moon" is not one of looked_after'),
        ('asked_when = { flags = ["tall"] }', '"tall" is not one of unaccompanied'),
        ('asked_when = { occasions = ["party"] }', '"party" is not one of scheduled, early'),
        ("asked_when = { age = 4 }", "home.good.asked_when.age: is not a key"),
        ('asked_when = { age_from = "four" }', '"four" is not a whole number'),
        ("asked_when = { age_from = true }", "true is not a whole number"),
        ('asked_when = { any_of = [{ flag = "x" }] }', "any_of.0.flag: is not a key"),
        ("asked_when = 3", "3 is not a table"),
    ],
)
def test_a_condition_that_cannot_be_is_refused(refusal: Refusal, text: str, said: str) -> None:
    error = refusal(f"[home.good]\n{text}\n")
    assert said in error.message
    assert "line 2: home.good.asked_when" in error.message


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ('kind = "choice"', "options: is missing"),
        ('kind = "choices"', "options: is missing"),
        ('kind = "choice"\noptions.yes = 1', "options.yes: 1 is not a text"),
        ('kind = "choice"\noptions_from = "colours"', '"colours" is not one of sex, ethnicity'),
        ('kind = "table"', "columns: is missing"),
        ('kind = "people"', "columns: is missing"),
        (
            'kind = "table"\ncolumns.a = { kind = "table", columns = { b = { kind = "text" } } }',
            "a row cannot hold rows of its own",
        ),
        ('kind = "text"\noptions.yes = "Yes"', "a part of kind text has no options"),
        ('kind = "date"\noptions_from = "sex"', "a part of kind date has no options_from"),
        ('kind = "text"\ncolumns.a = { kind = "text" }', "a part of kind text has no columns"),
        ('kind = "text"\nlowest = 0', "a part of kind text has no lowest"),
        ('kind = "number"\nhighest = "ten"', '"ten" is not a whole number'),
        ('kind = "text"\nasked_when = { flags = ["tall"] }', '"tall" is not one of'),
    ],
)
def test_a_part_that_could_hold_no_answer_is_refused(
    refusal: Refusal, part: str, said: str
) -> None:
    error = refusal(A_QUESTION.replace('kind = "text"', part))
    assert said in error.message
    assert "home.pets.parts.text" in error.message


def test_an_id_that_stands_there_twice_is_refused_with_its_line(refusal: Refusal) -> None:
    error = refusal('[home.good]\ncore = true\n[home.good]\nsays = "x"\n')
    assert "line 3: [home.good] stands there twice" in error.message
    assert "id of its own" in error.hint


def test_a_key_that_stands_there_twice_is_refused(refusal: Refusal) -> None:
    error = refusal('[home.good]\nsays = "a"\nsays = "b"\n')
    assert 'line 3: says = "b" stands there twice' in error.message


def test_a_text_without_quotation_marks_is_refused_with_the_line_as_it_stands(
    refusal: Refusal,
) -> None:
    error = refusal("[home.good]\nsays = Hello there\n")
    assert "line 2: “says = Hello there” cannot be read" in error.message
    assert "quotation marks" in error.hint


def test_a_file_that_breaks_off_is_refused(refusal: Refusal) -> None:
    error = refusal('[home.good]\nto = ["child"')
    assert 'line 2: “to = ["child"” cannot be read' in error.message


def test_an_agenda_that_hides_everything_is_refused(refusal: Refusal, agenda: Agenda) -> None:
    error = refusal("".join(f"[{one.id}]\nhidden = true\n" for one in agenda.sections))
    assert error.message.endswith("agenda.toml: the agenda holds no section that is shown.")


def test_a_question_of_a_section_that_is_not_there_is_found_by_its_own_line(
    refusal: Refusal,
) -> None:
    error = refusal('\n[huose.good]\nsays = "How is it?"\n')
    assert "agenda.toml, line 2: huose.title: is missing." in error.message
