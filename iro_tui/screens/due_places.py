"""From a date to the screen on which it is dealt with, and from a review to where it goes on."""

from textual.screen import Screen

from iro_tui.domain.child_page import is_to_be_chaired, is_to_be_written_up
from iro_tui.domain.due.dealt_with import DealtWith, dealt_with
from iro_tui.domain.due.items import DueItem
from iro_tui.domain.review import Review
from iro_tui.screens import routes


def screen_for(item: DueItem) -> Screen[None]:
    """Return the screen on which a date is dealt with."""
    place, review_id = dealt_with(item), item.review_id
    match place:
        case DealtWith.PLAN if review_id is None:
            return routes.review_plan(item.child_id)
        case DealtWith.PLAN:
            return routes.child(item.child_id)
        case DealtWith.MEETING if review_id is not None:
            return routes.meeting(review_id)
        case DealtWith.WRITE_UP if review_id is not None:
            return routes.write_up(review_id)
        case DealtWith.DECISIONS:
            return routes.child(item.child_id, decision_id=item.subject_id)
        case _:
            return routes.child_dates(item.child_id, item.what)


def screen_of(review: Review) -> Screen[None]:
    """Return where a review goes on: its meeting, its letter, or its documents."""
    if is_to_be_chaired(review):
        return routes.meeting(review.id)
    if is_to_be_written_up(review):
        return routes.write_up(review.id)
    return routes.documents(review.id)
