"""A change of status changes the clock from its day; what was before is kept, and can come back."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from iro_tui.domain.child import Child, Cycle
from iro_tui.domain.due.items import DueItem
from iro_tui.domain.following import Change, StatusChange, Tracked
from iro_tui.domain.review import Review, ReviewFormat, ReviewState
from iro_tui.domain.status_change import ToldChange, possible_changes
from iro_tui.errors import BadFields, RuleRefused
from iro_tui.services import changing_status, children
from iro_tui.services.changing_status import NotedChange
from tests.services.office import Office, office_with

AUTHORISED, PLACED = Cycle.ADOPTION_AUTHORISED, Cycle.ADOPTION_PLACED


def change(office: Office, what: Change, on: str, **told: Any) -> NotedChange:
    """Note a change on its own day."""
    day = date.fromisoformat(on)
    office.on(on)
    return office.call(changing_status.note, office.child.id, ToldChange(what, day, **told))  # type: ignore[no-any-return]


def hold(office: Office, on: str, number: int | None = None, **further: Any) -> Review:
    """Keep a review that was held on a day, with the number that was its turn."""
    day = date.fromisoformat(on)
    coming = office.coming
    numbers = {Cycle.LOOKED_AFTER: number} if number else coming.numbers if coming else {}
    held: dict[str, Any] = {"held_on": day, "completed_on": day, "state": ReviewState.CLOSED}
    review = Review(uuid4(), office.child.id, numbers, **held, **further)
    with office.store.work() as work:
        work.reviews.save(review)
        work.commit()
    return review


def child(office: Office) -> Child:
    return children.get(office.store, office.child.id)


def due(office: Office) -> dict[str, DueItem]:
    """Return the dates that the store keeps for the child, by what they are."""
    with office.store.work() as work:
        return {item.what: item for item in work.due_items.of_child(office.child.id)}


def history(office: Office) -> list[tuple[Change, str, str]]:
    view = changing_status.view(office.store, office.child.id)
    return [(one.change, one.before, one.after) for one in reversed(view.history)]


def coming(office: Office) -> tuple[Cycle, int, str]:
    """Return the next review: its cycle, its number, its last lawful day as the store keeps it."""
    found = office.coming
    assert found is not None
    assert office.due_on == found.due_on
    return found.cycle, found.number, found.due_on.isoformat()


def test_n02_to_n04_authority_to_place_and_a_placement_for_adoption_each_move_the_clock(
    tmp_path: Path,
) -> None:
    with office_with(tmp_path, became_looked_after_on=date(2025, 11, 3)) as office:
        hold(office.on("2026-11-03"), "2026-11-03", 3)
        assert coming(office) == (Cycle.LOOKED_AFTER, 4, "2027-05-03")

        change(office, Change.AUTHORISED_FOR_ADOPTION, "2027-01-12")
        assert coming(office) == (AUTHORISED, 1, "2027-04-12")
        assert office.coming is not None
        assert [one.due.on for one in office.coming.others] == [date(2027, 5, 3)]

        hold(office.on("2027-04-08"), "2027-04-08")
        assert office.due_on == date(2027, 10, 8)

        change(office, Change.PLACED_FOR_ADOPTION, "2027-04-20", placement_type="A6")
        assert coming(office) == (PLACED, 1, "2027-05-18")
        assert history(office) == [
            (Change.AUTHORISED_FOR_ADOPTION, "looked_after", "adoption_authorised"),
            (Change.PLACED_FOR_ADOPTION, "adoption_authorised", "adoption_placed"),
        ]


def test_n07_a_remand_that_is_known_to_end_wants_its_review_before_that(tmp_path: Path) -> None:
    with office_with(tmp_path, became_looked_after_on=None) as office:
        change(office, Change.REMAND, "2026-11-02", ends_on=date(2026, 11, 20))
        assert coming(office) == (Cycle.REMAND, 1, "2026-11-20")
        assert child(office).legal_status == "J1"

        change(office, Change.LEGAL_STATUS, "2026-11-18", legal_status="V2")
        assert coming(office) == (Cycle.LOOKED_AFTER, 1, "2026-11-30")


def test_n09_coming_back_into_care_begins_a_new_time_in_care_at_number_one(
    tmp_path: Path,
) -> None:
    with office_with(tmp_path, became_looked_after_on=date(2026, 1, 5)) as office:
        hold(office.on("2026-10-01"), "2026-10-01", 5)
        change(office, Change.CARE_ENDED, "2027-03-01")
        assert office.coming is None
        assert office.due_on is None

        change(office, Change.LOOKED_AFTER, "2027-04-12", legal_status="V2")
        assert coming(office) == (Cycle.LOOKED_AFTER, 1, "2027-05-11")
        assert [told for told, _before, _after in history(office)] == [
            Change.CARE_ENDED,
            Change.LOOKED_AFTER,
        ]


def test_n10_a_short_breaks_child_who_comes_into_care_begins_at_number_one(
    tmp_path: Path,
) -> None:
    breaks = {"cycle": Cycle.SHORT_BREAKS, "short_breaks_from": date(2026, 5, 1)}
    with office_with(tmp_path, became_looked_after_on=None, **breaks) as office:
        hold(office.on("2026-07-28"), "2026-07-28")
        assert coming(office) == (Cycle.SHORT_BREAKS, 2, "2027-01-28")
        change(office, Change.LOOKED_AFTER, "2027-05-07", legal_status="V2")
        assert coming(office) == (Cycle.LOOKED_AFTER, 1, "2027-06-07")


def test_n08_a_move_starts_the_year_of_a_long_term_foster_home_anew(tmp_path: Path) -> None:
    home = {"long_term": True, "placement_type": "U4", "placement_since": date(2025, 1, 10)}
    with office_with(tmp_path, became_looked_after_on=date(2024, 5, 1), **home) as office:
        hold(office.on("2026-05-12"), "2026-05-12", 6)
        hold(office.on("2026-11-10"), "2026-11-10", 7, format=ReviewFormat.NO_MEETING)
        settled = office.coming
        assert settled is not None
        assert settled.meeting_by is not None
        change(office, Change.PLACEMENT, "2026-12-01", placement_type="U6")
        moved = office.coming
        assert moved is not None
        assert moved.meeting_by is None
        assert not child(office).long_term


def test_at_eighteen_no_review_falls_due_and_the_list_asks_for_the_end_of_care(
    tmp_path: Path,
) -> None:
    born = date(2009, 3, 1)
    with office_with(
        tmp_path, date_of_birth=born, became_looked_after_on=date(2020, 3, 2)
    ) as office:
        hold(office.on("2026-07-01"), "2026-07-01", 14)
        assert coming(office)[2] == "2027-01-01"
        hold(office.on("2026-12-15"), "2026-12-15", 15)
        assert office.coming is None
        assert due(office)["birthday_18"].due_on == date(2027, 3, 1)
        change(office, Change.CARE_ENDED, "2027-03-01")
        assert not due(office)
        with pytest.raises(BadFields, match="18 or older"):
            change(office, Change.LOOKED_AFTER, "2027-03-02", legal_status="V2")


def test_a_child_returned_by_adopters_has_a_window_and_both_cycles_again(tmp_path: Path) -> None:
    told = {
        "cycle": PLACED,
        "became_looked_after_on": date(2025, 1, 6),
        "authorised_for_adoption_on": date(2026, 3, 2),
        "placed_for_adoption_on": date(2026, 9, 7),
        "placement_type": "A6",
        "placement_since": date(2026, 9, 7),
    }
    with office_with(tmp_path, **told) as office:
        hold(office.on("2026-08-03"), "2026-08-03", 4)
        hold(office.on("2026-10-02"), "2026-10-02")
        change(office, Change.ADOPTION_ENDED, "2026-12-01", placement_type="U6")
        window = due(office)["disruption_review"]
        assert (window.opens_on, window.due_on) == (date(2026, 12, 29), date(2027, 1, 12))
        assert child(office).cycle is AUTHORISED
        assert office.coming is not None
        assert {one.cycle for one in (office.coming.leads, *office.coming.others)} == {
            AUTHORISED,
            Cycle.LOOKED_AFTER,
        }
        assert office.due_on == date(2027, 4, 2)


def test_a_placement_order_brings_the_authority_to_place_with_it(tmp_path: Path) -> None:
    with office_with(tmp_path, became_looked_after_on=date(2025, 11, 3)) as office:
        hold(office.on("2026-11-03"), "2026-11-03", 3)
        change(office, Change.LEGAL_STATUS, "2027-01-12", legal_status="E1")
        assert coming(office) == (AUTHORISED, 1, "2027-04-12")
        assert history(office) == [
            (Change.LEGAL_STATUS, "", "E1"),
            (Change.AUTHORISED_FOR_ADOPTION, "looked_after", "adoption_authorised"),
        ]


def test_a_new_home_begins_its_plan_and_visits_anew_and_forgets_who_knows_the_address(
    tmp_path: Path,
) -> None:
    home = {
        "placement_type": "U4",
        "placement_since": date(2026, 11, 2),
        "address_shared_with_parents": True,
        "long_term": True,
    }
    with office_with(tmp_path, **home) as office:
        tracked = Tracked(uuid4(), office.child.id, "placement_plan", last_on=date(2026, 11, 4))
        with office.store.work() as work:
            work.following.save_tracked(tracked)
            work.commit()
        assert "placement_plan" not in due(office)
        noted = change(
            office, Change.PLACEMENT, "2026-11-25", placement_type="P1", placement_in_area=True
        )
        moved = child(office)
        assert (moved.placement_type, moved.placement_since) == ("P1", date(2026, 11, 25))
        assert moved.with_parents
        assert not moved.long_term
        assert moved.address_shared_with_parents is None
        assert due(office)["placement_plan"].due_on == date(2026, 12, 2)
        assert due(office)["visit"].due_on == date(2026, 12, 2)

        office.call(changing_status.take_back, noted)
        assert child(office) == office.child
        assert history(office) == []
        assert "placement_plan" not in due(office)


def test_a_planned_review_follows_the_clock_that_changed(tmp_path: Path) -> None:
    with office_with(tmp_path, became_looked_after_on=date(2025, 11, 3)) as office:
        hold(office.on("2026-11-03"), "2026-11-03", 3)
        planned = office.plan("2027-04-28")
        noted = change(office, Change.AUTHORISED_FOR_ADOPTION, "2027-01-12")
        moved = office.review(planned.id)
        assert moved.numbers == {AUTHORISED: 1, Cycle.LOOKED_AFTER: 4}
        assert moved.due_on == date(2027, 4, 12)
        office.call(changing_status.take_back, noted)
        assert office.review(planned.id) == planned


def test_when_care_ends_a_review_that_was_planned_for_later_is_cancelled(tmp_path: Path) -> None:
    with office_with(tmp_path) as office:
        planned = office.plan("2026-11-27")
        noted = change(office, Change.CARE_ENDED, "2026-11-25")
        cancelled = office.review(planned.id)
        assert cancelled.state is ReviewState.CANCELLED
        assert cancelled.cancelled_reason == "Care ended on Wed 25 Nov 2026."
        assert not due(office)
        office.call(changing_status.take_back, noted)
        assert office.review(planned.id) == planned


@pytest.mark.parametrize(
    ("what", "on", "told", "says"),
    [
        (Change.PLACEMENT, "2019-04-01", {"placement_type": "U6"}, "before Amara was born"),
        (Change.PLACEMENT, "2026-11-01", {"placement_type": "U6"}, "became looked after"),
        (Change.LEGAL_STATUS, "2026-11-20", {"legal_status": "C1"}, "legal status already"),
        (Change.CARE_ENDED, "2026-10-30", {}, "became looked after"),
        (Change.REMAND, "2026-11-20", {"ends_on": date(2026, 11, 19)}, "before it began"),
    ],
)
def test_a_day_in_an_impossible_order_is_refused_and_changes_nothing(
    tmp_path: Path, what: Change, on: str, told: dict[str, Any], says: str
) -> None:
    status = {"legal_status": "C1", "legal_status_since": date(2026, 11, 2)}
    with office_with(tmp_path, **status) as office:
        with pytest.raises(BadFields) as refused:
            change(office, what, on, **told)
        assert says in " ".join(refused.value.problems.values())
        assert child(office) == office.child
        assert history(office) == []


def test_only_what_can_change_as_things_stand_is_offered_and_taken(tmp_path: Path) -> None:
    with office_with(tmp_path) as office:
        offered = possible_changes(child(office))
        assert Change.ADOPTION_ENDED not in offered
        assert Change.LOOKED_AFTER not in offered
        with pytest.raises(RuleRefused, match="as things stand"):
            change(office, Change.ADOPTION_ENDED, "2026-11-24")


def test_a_change_is_not_taken_back_over_what_was_mended_since(tmp_path: Path) -> None:
    with office_with(tmp_path) as office:
        noted = change(office, Change.LEGAL_STATUS, "2026-11-24", legal_status="C1")
        mended = Child(**(vars(child(office)) | {"nationality": "British"}))
        office.call(children.keep_child, mended)
        with pytest.raises(RuleRefused, match="changed since"):
            office.call(changing_status.take_back, noted)
        assert child(office).nationality == "British"


def test_a_correction_of_the_details_is_no_change_of_status(tmp_path: Path) -> None:
    with office_with(tmp_path) as office:
        mended = Child(**(vars(child(office)) | {"legal_status": "C1"}))
        office.call(children.keep_child, mended)
        assert history(office) == []


def test_the_history_tells_the_newest_change_first_with_its_note(tmp_path: Path) -> None:
    with office_with(tmp_path) as office:
        change(office, Change.LEGAL_STATUS, "2026-11-24", legal_status="C1", note="At court")
        change(office, Change.LEGAL_STATUS, "2027-02-02", legal_status="C2")
        newest, older = changing_status.view(office.store, office.child.id).history
        assert isinstance(newest, StatusChange)
        assert (newest.before, newest.after) == ("C1", "C2")
        assert older.note == "At court"
