"""A whole review of an invented child, for tests of what its papers say; everybody is made up."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from uuid import UUID

from iro_tui.domain.agenda import KeptIn, Kind, Part, Question
from iro_tui.domain.answers import Answer, AnswerState, Cell, ChildKnows, PartValue, Row
from iro_tui.domain.chair import Chair
from iro_tui.domain.child import Child, Cycle, Person, Role
from iro_tui.domain.decisions import Agreement, Decision, DecisionOutcome, Outcome, Priority
from iro_tui.domain.facts import facts_of
from iro_tui.domain.letter.draft import draft_letter
from iro_tui.domain.letter.source import LetterSource
from iro_tui.domain.meeting import MeetingView
from iro_tui.domain.record import RecordSource
from iro_tui.domain.review import (
    Attendance,
    ChildWords,
    Meeting,
    Presence,
    Review,
    ReviewState,
    SaidWhere,
    ViewReceived,
)
from iro_tui.domain.timescales import next_review
from iro_tui.knowledge import Knowledge, load

TODAY = date(2026, 11, 24)
HELD = date(2026, 11, 12)
CHILD_ID, REVIEW_ID, LAST_ID, MEETING_ID = (UUID(int=number) for number in range(1, 5))
SECRET = "I cry in the cupboard under the stairs"
"""Said alone, for the chair only: it may stand in the full record and nowhere else."""

WREN = Child(
    id=CHILD_ID,
    reference="1042",
    date_of_birth=date(2018, 3, 9),
    given_name="Wrenna",
    family_name="Hollis",
    known_as="Wren",
    pronouns="she, her",
    sex="F",
    ethnicity="WBRI",
    nationality="British",
    first_language="English",
    legal_status="C2",
    legal_status_since=date(2024, 6, 3),
    category_of_need="N1",
    became_looked_after_on=date(2023, 9, 14),
    permanence_plan="LTFOST18",
    placement_type="U4",
    placement_since=date(2024, 1, 8),
    placement_provider="PR1",
    placement_in_area=True,
)
CHAIR = Chair(
    UUID(int=5),
    "Ruth Hale",
    telephone="01632 960 111",
    council="Westmere County Council",
    registration="SW000000",
)


def _person(number: int, name: str, role: Role, known_as: str = "", **more: object) -> Person:
    person = Person(UUID(int=100 + number), CHILD_ID, name, role, known_as=known_as)
    return replace(person, **more)  # type: ignore[arg-type]


TESS = _person(1, "Tess Byrne", Role.CARER)
ADE = _person(2, "Ade Byrne", Role.CARER)
MARCUS = _person(3, "Marcus Bell", Role.SOCIAL_WORKER)
LUND = _person(4, "Mrs Lund", Role.TEACHER, role_note="class teacher")
MUM = _person(5, "Carly Hollis", Role.PARENT, "Mum", parental_responsibility=True)
TOBY = _person(6, "Toby Hollis", Role.SIBLING, "Toby")
PEOPLE = (TESS, ADE, MARCUS, LUND, MUM, TOBY)

REVIEW = Review(
    REVIEW_ID,
    CHILD_ID,
    numbers={Cycle.LOOKED_AFTER: 5},
    state=ReviewState.DECISIONS_SETTLED,
    due_on=date(2026, 11, 20),
    held_on=HELD,
    completed_on=HELD,
    venue="At Tess and Ade's",
    decisions_sent_on=date(2026, 11, 13),
    decisions_received_on=date(2026, 11, 13),
    manager_answered_on=date(2026, 11, 19),
)
LAST = Review(
    LAST_ID,
    CHILD_ID,
    numbers={Cycle.LOOKED_AFTER: 4},
    state=ReviewState.CLOSED,
    held_on=date(2026, 5, 20),
    completed_on=date(2026, 5, 20),
    letter_issued_on=date(2026, 6, 4),
)
MEETINGS = (Meeting(MEETING_ID, REVIEW_ID, 1, held_on=HELD, how="in_person", chosen_by="Wren"),)

_WISHES: tuple[Row, ...] = (
    {
        "wish": "To see Toby more",
        "answer": "yes",
        "why": "You miss each other",
        "who": "Marcus Bell",
    },
    {
        "wish": "To live with Mum",
        "answer": "no",
        "why": "Home with Mum is not safe",
        "who": "Marcus Bell",
    },
    {"wish": "To have a lock", "answer": "no", "why": "Wren asked me alone", "private": True},
)
_FAMILY: tuple[Row, ...] = (
    {"name": "Mum", "how": ("in_person",), "how_often": "Every Saturday", "wants": "same"},
    {"name": "Toby Hollis", "how": ("video",), "how_often": "Once a month", "wants": "more"},
)
_TOLD: Mapping[str, Mapping[str, PartValue]] = {
    "welcome.part": {"answer": ("chair_part", "speak_self")},
    "welcome.alone": {"answer": "before", "on": date(2026, 11, 10), "place": "On a walk"},
    "interests.likes": {"text": "Frogs and the pond behind school. Ivy is her best friend."},
    "wishes.change": {"rows": _WISHES},
    "wishes.plan_known": {"answer": "partly"},
    "wishes.plan_agree": {"answer": "yes"},
    "since.proud": {"text": "She swam twenty metres, says Tess. Wren: “I wasn't even scared.”"},
    "education.attendance": {"attendance": 97, "days_suspended": 0},
    "education.pep": {"on": date(2026, 10, 14), "answer": "good", "targets": "Joined-up writing."},
    "home.good": {"text": "“I like the stairs that creak.” Nothing she would change."},
    "home.scale": {"scale": 8, "text": SECRET},
    "home.right": {"answer": "yes_to_last", "note": "Tess and Ade say so to her."},
    "home.visits": {"last": date(2026, 11, 2), "on_time": True, "seen_alone": True, "knows": True},
    "family.people": {"people": _FAMILY},
    "health.assessment": {"on": date(2026, 9, 8), "answer": "yes"},
    "legal.status": {"answer": "C2", "since": date(2024, 6, 3)},
    "plan.permanence": {"answer": ("LTFOST18",), "by": date(2027, 2, 1)},
    "chair_view.adequate": {"answer": "yes", "reasons": "It answers what Wren needs."},
    "chair_view.carried_out": {"answer": "partly", "reasons": "The visits to Toby slipped."},
    "chair_view.challenge": {"answer": "no"},
    "decisions.dissent": {
        "rows": ({"who": "Carly Hollis", "decision": "The plan", "why": "She wants Wren home"},)
    },
    "closing.next": {"on": date(2027, 5, 4), "midway": date(2027, 2, 12), "format": "meeting"},
    "closing.rating": {"scale": 9, "text": "More biscuits"},
}
_KNOWN = frozenset({"home.right", "legal.status", "plan.permanence"})

DECISIONS = (
    Decision(
        UUID(int=301),
        REVIEW_ID,
        1,
        "Take Wren to see Toby every second Sunday",
        why="You miss him",
        owner="Ade Byrne",
        owner_role="foster carer",
        owner_id=ADE.id,
        due_on=date(2026, 11, 29),
        words_for_child="Ade will take you to see Toby.",
        agreement=Agreement.AGREED,
        agreed_on=date(2026, 11, 19),
    ),
    Decision(
        UUID(int=302),
        REVIEW_ID,
        2,
        "Ask for a place at the swimming club",
        why="You love water",
        owner="Marcus Bell",
        owner_role="social worker",
        owner_id=MARCUS.id,
        due_on=date(2026, 12, 4),
        priority=Priority.URGENT,
    ),
    Decision(
        UUID(int=303),
        REVIEW_ID,
        3,
        "Review the risk assessment for overnight stays",
        why="It is out of date",
        owner="Marcus Bell",
        owner_id=MARCUS.id,
        due_on=date(2026, 12, 11),
        in_letter=False,
    ),
)
EARLIER = (
    Decision(
        UUID(int=304),
        LAST_ID,
        1,
        "Put up a night light",
        owner="Ade Byrne",
        owner_id=ADE.id,
        due_on=date(2026, 6, 12),
        words_for_child="Ade will put up a night light.",
        agreement=Agreement.AGREED,
    ),
    Decision(
        UUID(int=305),
        LAST_ID,
        2,
        "Find photographs of when Wren was a baby",
        owner="Marcus Bell",
        owner_id=MARCUS.id,
        due_on=date(2026, 8, 3),
        words_for_child="Marcus will find your baby pictures.",
        agreement=Agreement.AGREED,
    ),
)
OUTCOMES = {
    EARLIER[0].id: DecisionOutcome(
        UUID(int=401), EARLIER[0].id, REVIEW_ID, Outcome.DONE, date(2026, 6, 10), "A frog lamp."
    ),
    EARLIER[1].id: DecisionOutcome(
        UUID(int=402),
        EARLIER[1].id,
        REVIEW_ID,
        Outcome.NOT_DONE,
        why_not="The box was lost",
        carried_to=date(2026, 12, 18),
    ),
}
WORDS = (
    ChildWords(UUID(int=501), REVIEW_ID, "I want to see Toby more."),
    ChildWords(UUID(int=502), REVIEW_ID, "I like my bed and I like the frogs."),
    ChildWords(
        UUID(int=503),
        REVIEW_ID,
        SECRET,
        said_where=SaidWhere.ALONE,
        private=True,
        put_to_review=False,
    ),
)
ATTENDANCE = (
    Attendance(UUID(int=601), MEETING_ID, "Wren", is_child=True, presence=Presence.IN_PERSON),
    Attendance(
        UUID(int=602),
        MEETING_ID,
        "Tess Byrne",
        "foster carer",
        TESS.id,
        presence=Presence.IN_PERSON,
    ),
    Attendance(
        UUID(int=603),
        MEETING_ID,
        "Marcus Bell",
        "social worker",
        MARCUS.id,
        presence=Presence.VIDEO,
    ),
    Attendance(
        UUID(int=604),
        MEETING_ID,
        "Carly Hollis",
        "mother",
        MUM.id,
        presence=Presence.APOLOGY,
        note="At work",
        child_wanted=True,
    ),
)
VIEWS = (
    ViewReceived(
        UUID(int=701),
        REVIEW_ID,
        "Carly Hollis",
        "mother",
        MUM.id,
        asked_on=date(2026, 10, 29),
        answered_on=date(2026, 11, 5),
        how="call",
        view="She is glad that Wren swims. She wants her home.",
    ),
)


@cache
def knowledge() -> Knowledge:
    return load()


def full_review(filler: str = "Looked at together; nothing more to say.") -> MeetingView:
    """Return a review with every question answered; `filler` is what unnamed texts hold."""
    facts = facts_of(
        WREN, REVIEW, HELD, open_decisions=True, unmet_decisions=True, letter_issued=True
    )
    agenda = knowledge().agenda.for_review(facts)
    questions = [one for section in agenda.sections for one in section.questions]
    return MeetingView(
        chair=CHAIR,
        child=WREN,
        people=PEOPLE,
        review=REVIEW,
        meetings=MEETINGS,
        facts=facts,
        agenda=agenda,
        answers={one.id: answered(one, filler) for one in questions if _is_answer(one)},
        last_review=LAST,
        last_answers={"home.scale": Answer("home.scale", AnswerState.ANSWERED, {"scale": 5})},
        attendance=ATTENDANCE,
        views=VIEWS,
        words=WORDS,
        last_words=(),
        decisions=DECISIONS,
        earlier_decisions=EARLIER,
        outcomes=OUTCOMES,
        today=TODAY,
    )


def empty_review() -> MeetingView:
    """Return the review of a child of whom only reference, name and birthday are known."""
    bare = Child(CHILD_ID, "1042", date(2018, 3, 9), given_name="Wrenna")
    view = full_review()
    review = Review(REVIEW_ID, CHILD_ID, numbers={Cycle.LOOKED_AFTER: 1})
    facts = facts_of(
        bare, review, TODAY, open_decisions=False, unmet_decisions=False, letter_issued=False
    )
    return replace(
        view,
        chair=Chair(UUID(int=5), "Ruth Hale"),
        child=bare,
        people=(),
        review=review,
        meetings=(),
        facts=facts,
        agenda=knowledge().agenda.for_review(facts),
        answers={},
        last_review=None,
        last_answers={},
        attendance=(),
        views=(),
        words=(),
        decisions=(),
        earlier_decisions=(),
        outcomes={},
    )


def _is_answer(question: Question) -> bool:
    return question.kept_in is KeptIn.ANSWERS


def answered(question: Question, filler: str) -> Answer:
    """Return a question answered in every part, as told above or with the filler."""
    told = _TOLD.get(question.id) or {part.id: value_of(part, filler) for part in question.parts}
    return Answer(
        question.id,
        AnswerState.ANSWERED,
        told,
        given_on=HELD,
        private=question.private or question.id == "home.scale",
        child_knows=ChildKnows.YES if question.id in _KNOWN else None,
    )


def value_of(part: Part, filler: str) -> PartValue:
    """Return a value that this part can hold."""
    if part.columns:
        return ({column.id: _cell(column, filler) for column in part.columns},)
    return _cell(part, filler)


def _cell(part: Part, filler: str) -> Cell:
    match part.kind:
        case Kind.CHOICE:
            return next(iter(part.options))
        case Kind.CHOICES:
            return tuple(part.options)[:2]
        case Kind.YES_NO:
            return True
        case Kind.DATE:
            return date(2026, 10, 6)
        case Kind.NUMBER | Kind.SCALE:
            return part.lowest or 7
        case _:
            return filler


def record_source(view: MeetingView) -> RecordSource:
    timescales = knowledge().timescales
    coming = next_review(view.child, (LAST, view.review), timescales)
    completed = view.review.completed_on
    return RecordSource(
        view=view,
        agenda=knowledge().agenda,
        codes=knowledge().codes,
        words=knowledge().record_words,
        next_review=coming,
        after=timescales.after_meeting(completed) if completed else None,
        midway=timescales.midway(coming) if coming else None,
        review_numbers={LAST_ID: 4, REVIEW_ID: view.review.number},
        remote_is_attending=timescales.choices.remote_is_attending,
    )


def letter_source(view: MeetingView, band_id: str = "b5_8") -> LetterSource:
    band = knowledge().letter.band(band_id)
    drafted = draft_letter(view, knowledge().letter, None, band)
    return LetterSource(view=view, band=band, sections=drafted)
