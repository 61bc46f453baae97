"""How near a date is, as a colour beside its word and sign."""

from iro_tui.domain.caseload import DueState

STATE_STYLES = {
    DueState.OVERDUE: "bold $text-error",
    DueState.DUE_SOON: "$text-warning",
    DueState.IN_TIME: "$text-success",
    DueState.NONE: "$muted",
}
