"""Fields of a child's form that hang on nothing else in it: circumstances, and the plan."""

from collections.abc import Mapping, Sequence

from iro_tui.widgets.choice import ChoiceField
from iro_tui.widgets.picks import YesNoField


def circumstances_fields() -> Sequence[YesNoField]:
    """Return the fields for what is so of a child, or is not, and decides what a review asks."""
    return (
        YesNoField("proceedings", "In court proceedings", hint="Care or other proceedings run."),
        YesNoField("unaccompanied", "Unaccompanied", hint="Came to this country alone."),
        YesNoField("trafficking", "May be trafficked", hint="There are signs, or a referral."),
        YesNoField(
            "eligible",
            "Eligible child",
            hint="16 or 17, in care for 13 weeks since 14: a pathway plan is due.",
        ),
        YesNoField("away", "In custody or on remand", hint="Lives away from home for now."),
    )


def plan_fields(plans: Mapping[str, str]) -> Sequence[ChoiceField | YesNoField]:
    """Return the fields for the plan for permanence; `plans` are codes and their words."""
    return (
        ChoiceField(
            "permanence_plan",
            "Plan for permanence",
            plans,
            or_else=True,
            hint="From the list, or in your own words.",
        ),
        ChoiceField(
            "backup_plan",
            "Back-up plan",
            plans,
            or_else=True,
            hint="What happens if the plan does not work out.",
        ),
        YesNoField("adoption_plan", "Adoption is the plan", hint="Then adoption is asked about."),
    )
