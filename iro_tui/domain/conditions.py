"""When something of the agenda applies: the facts of a review, and conditions on them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ReviewFacts:
    """What decides which questions a review asks.

    `age` is in whole years on the review date; `flags` are those of the agenda: unaccompanied,
    trafficking, disabled, eligible, with_parents, long_term, proceedings, adoption_plan, in_care,
    out_of_area, not_known_british, away, and for the review itself: open_decisions (some decision
    of before is not shown done), unmet_decisions (one was partly or not done), letter_issued,
    plan_final (the chair ticked "final or changed plan"), scales (the chair ticked scales before
    five), adulthood_early (half a year before sixteen, where the service starts early).
    """

    age: int
    cycles: frozenset[str]
    number: int
    occasion: str = "scheduled"
    legal_status: str = ""
    placement_type: str = ""
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Condition:
    """When something applies: every field that is set must hold, and one of `any_of` if given."""

    age_from: int | None = None
    age_under: int | None = None
    cycles: frozenset[str] = frozenset()
    cycles_not: frozenset[str] = frozenset()
    number_is: int | None = None
    number_from: int | None = None
    occasions: frozenset[str] = frozenset()
    legal_statuses: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
    flags_not: frozenset[str] = frozenset()
    any_of: "tuple[Condition, ...]" = ()

    def holds(self, facts: ReviewFacts) -> bool:
        """Whether the condition holds for these facts."""
        return (
            (self.age_from is None or facts.age >= self.age_from)
            and (self.age_under is None or facts.age < self.age_under)
            and (not self.cycles or bool(self.cycles & facts.cycles))
            and not self.cycles_not & facts.cycles
            and (self.number_is is None or facts.number == self.number_is)
            and (self.number_from is None or facts.number >= self.number_from)
            and (not self.occasions or facts.occasion in self.occasions)
            and (not self.legal_statuses or facts.legal_status in self.legal_statuses)
            and self.flags <= facts.flags
            and not self.flags_not & facts.flags
            and (not self.any_of or any(one.holds(facts) for one in self.any_of))
        )


ALWAYS = Condition()
