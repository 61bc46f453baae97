"""In the meeting: each thing is kept by itself, so that none overwrites another."""

from pathlib import Path

from iro_tui.services import chairing
from tests.services.office import office_with


def test_what_is_kept_of_a_review_leaves_what_changed_meanwhile(tmp_path: Path) -> None:
    with office_with(tmp_path) as office:
        review = office.begin()
        chairing.tick(office.store, review.id, plan_final=True, scales=True)
        chairing.choose_participation(office.store, review.id, "PN2", "An advocate spoke.")
        chairing.keep_reasons(office.store, review.id, no_views="She was ill.")
        chairing.keep_reasons(office.store, review.id, late="The school was closed.")
        chairing.tick(office.store, review.id, scales=False)
        kept = office.review(review.id)
    assert (kept.plan_final, kept.scales) == (True, False)
    assert (kept.participation_override, kept.participation_reason) == ("PN2", "An advocate spoke.")
    assert (kept.no_views_reason, kept.late_reason) == ("She was ill.", "The school was closed.")
    assert kept.state == review.state


def test_a_choice_of_code_that_is_taken_back_takes_its_reason_along(tmp_path: Path) -> None:
    with office_with(tmp_path) as office:
        review = office.begin()
        chairing.choose_participation(office.store, review.id, "PN2", "An advocate spoke.")
        chairing.choose_participation(office.store, review.id, "", "An advocate spoke.")
        kept = office.review(review.id)
    assert (kept.participation_override, kept.participation_reason) == ("", "")
