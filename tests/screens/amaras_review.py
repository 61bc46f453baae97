"""What is said in Amara's fourth review, question by question, as her chair writes it down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

TAKEN_OVER = "taken over"
"""Instead of an answer: last time's still holds, so one key takes it over."""

Said = str | int | bool | list[str] | Sequence[Mapping[str, "Said"]]

ANSWERS: dict[str, dict[str, Said] | str] = {
    "welcome.needs": {"answer": ["none"]},
    "welcome.papers": {
        "rows": [
            {"paper": "report", "received": "late", "received_on": "yesterday", "child_seen": False}
        ]
    },
    "interests.likes": {"text": "Sharks, drums, and Ella, whom she sees on Saturdays too."},
    "interests.barriers": {"answer": ["lifts"], "note": "Tuesdays, when Sam works late."},
    "wishes.change": {
        "rows": [
            {
                "wish": "I want a lock on the bathroom door",
                "answer": "yes",
                "why": "You are nearly eight.",
                "who": "Jo",
                "by": "fri",
            }
        ]
    },
    "wishes.plan_known": {"answer": "partly", "note": "Priya draws it with her next week."},
    "wishes.plan_agree": {"answer": "yes"},
    "since.letter": {"answer": "yes"},
    "since.changes": {"answer": ["social_worker"], "note": "Priya came a month ago."},
    "since.told": {"answer": "told_of_all"},
    "education.how": {"text": "“The quiet table is good. Maths is boring.”"},
    "education.setting": TAKEN_OVER,
    "education.attendance": {"attendance": 97, "days_suspended": 0},
    "education.pep": {"on": "3 weeks ago", "answer": "good", "targets": "Times tables; a friend."},
    "education.extra": TAKEN_OVER,
    "home.good": {"text": "“My yellow room.” A lock on the bathroom door."},
    "home.scale": {"scale": 9, "text": "It would be ten with a lock."},
    "home.right": {"answer": "yes_to_last"},
    "home.move": {"answer": "no"},
    "home.everyday": {"answer": "partly", "note": "Sleepovers at Ella's are stuck."},
    "home.support": {"text": "A weekend's rest each quarter; Tunde books it."},
    "home.visits": {"last": "2 weeks ago", "on_time": True, "seen_alone": True, "knows": True},
    "family.people": TAKEN_OVER,
    "family.going": {"scale": 7, "text": "Saturdays with Mum are short."},
    "family.change": {"answer": "more", "note": "Tea at Nana Efua's twice a month; Priya decides."},
    "family.parents": {
        "rows": [{"parent": "Esi Osei", "how": "call", "view": "Glad about school; misses her."}]
    },
    "health.how": {"scale": 8},
    "health.assessment": {"on": "6 weeks ago", "answer": "yes"},
    "health.routine": {
        "gp": "registered",
        "dentist": "5 weeks ago",
        "optician": "3 months ago",
        "immunisations": "up_to_date",
    },
    "health.support": {"answer": "having", "sdq": 11, "sdq_on": "4 weeks ago"},
    "health.needs": TAKEN_OVER,
    "identity.me": {"text": "Amara, seven and three quarters, Ghanaian and from here."},
    "identity.culture": {"answer": "met"},
    "identity.treated": {"answer": False},
    "identity.story": {"answer": "under_way", "who": "Priya and Nana Efua"},
    "rights.told": {"answer": ["see_me_alone", "earlier_meeting", "advocate", "complaint"]},
    "rights.advocate": {"answer": "not_now"},
    "rights.visitor": {"answer": "said_no"},
    "rights.unhappy": {"answer": "praise", "note": "“Miss Cole is the best.”"},
    "safety.scale": {
        "home": 10,
        "school": 9,
        "outside": 7,
        "online": 8,
        "trusted": "Jo, then Miss Cole",
    },
    "safety.missing": {"episodes": 0},
    "safety.harm": {"answer": "no_worry"},
    "safety.allegation": {"answer": False},
    "safety.liberty": {"answer": ["none"]},
    "legal.status": TAKEN_OVER,
    "legal.change": {"answer": "no"},
    "legal.understood": {"answer": "explained_today"},
    "plan.permanence": TAKEN_OVER,
    "plan.current": {"answer": "yes", "on": "5 weeks ago"},
    "plan.support": {"answer": "yes"},
    "plan.leaving": TAKEN_OVER,
    "plan.money": TAKEN_OVER,
    "chair_view.adequate": {"answer": "yes", "reasons": "It keeps her where she is settled."},
    "chair_view.carried_out": {"answer": "partly", "reasons": "The photographs still wait."},
    "chair_view.drift": {"answer": "some", "causes": ["carried_over"]},
    "chair_view.good": {"text": "The quiet table.", "who": "Helen Cole"},
    "chair_view.challenge": {"answer": "no"},
    "decisions.dissent": {
        "rows": [{"who": "Sam", "decision": "Tea twice a month", "why": "Sundays are full."}]
    },
    "closing.next": {"on": "17 may", "place": "At Jo and Sam's", "format": "meeting"},
    "closing.rating": {"scale": 10, "text": "More biscuits."},
    "closing.copies": {
        "rows": [
            {"person": "Amara", "copy": "letter"},
            {"person": "Esi Osei", "copy": "edited", "reason": "address"},
        ],
        "letter_form": "read_aloud",
    },
}


@dataclass(frozen=True)
class Decided:
    """A decision as it is typed; `who` is as many letters as it takes."""

    what: str
    why: str
    who: str
    by: str
    words: str

    @property
    def as_typed(self) -> tuple[str, ...]:
        return self.what, self.why, self.who, self.by, self.words


DECISIONS: dict[str, Decided] = {
    "interests.barriers": Decided(
        "Drive Amara to drums when Sam works late", "No lift", "jo", "tue", "Jo drives you."
    ),
    "wishes.change": Decided(
        "Fit a lock on the bathroom door", "Amara asked", "sam", "fri", "Sam fits a lock."
    ),
    "home.good": Decided(
        "Hang the shark poster with Amara", "It is her room", "sam", "1 week", "Up it goes."
    ),
    "home.everyday": Decided(
        "Send Jo and Sam the list of what they may decide",
        "Sleepovers are stuck",
        "gar",
        "2 weeks",
        "Gareth writes the list.",
    ),
    "family.change": Decided(
        "Ask Efua Osei about tea twice a month", "Amara misses her", "pri", "12 dec", "Priya asks."
    ),
    "education.pep": Decided(
        "Send the school the times tables game", "It is a target", "jo", "mon", "A game for you."
    ),
    "identity.story": Decided(
        "Bring the photographs to Amara", "Promised twice", "pri", "5 wd", "Priya brings them."
    ),
    "decisions.list": Decided(
        "Write to Amara with what was decided", "She asked to know", "ruth", "20 dec", "I write."
    ),
}
"""By the question at which they are taken."""
