"""Filling a store with the fictional caseload."""

from dataclasses import replace
from typing import TYPE_CHECKING

from iro_tui.domain.decisions import Outcome, as_found

if TYPE_CHECKING:
    from iro_tui.domain.chair import Chair
    from iro_tui.domain.demo import DemoChild, DemoReview
    from iro_tui.store.store import Store, Work


def fill(store: "Store", chair: "Chair", children: "tuple[DemoChild, ...]") -> None:
    """Keep the chair and every child of the fictional caseload, in one transaction."""
    with store.work() as work:
        work.chair.save(chair)
        for one in children:
            work.children.save(one.child)
            for person in one.people:
                work.people.save(person)
            for review in one.reviews:
                _keep_review(store, work, review)
            _keep_followed(work, one)
        work.commit()


def _keep_followed(work: "Work", one: "DemoChild") -> None:
    """Keep what was tracked of a child, and which decisions were done since the last review."""
    for tracked in one.tracked:
        work.following.save_tracked(tracked)
    for decision_id, done_on in one.done.items():
        decision = work.decisions.get(decision_id)
        work.decisions.save(replace(decision, outcome=Outcome.DONE, done_on=done_on))


def _keep_review(store: "Store", work: "Work", demo: "DemoReview") -> None:
    review_id = demo.review.id
    work.reviews.save(demo.review)
    for meeting in demo.meetings:
        work.meetings.save(meeting)
    for attendance in demo.attendance:
        work.attendance.save(attendance)
    for view in demo.views:
        work.views.save(view)
    for words in demo.words:
        work.words.save(words)
    for answer in demo.answers:
        work.answers.save(review_id, answer, store.new_id())
    for step in demo.steps:
        work.following.save_step(step)
    for decision in demo.decisions:
        work.decisions.save(decision)
    for found in demo.outcomes:
        work.decisions.save_outcome(found)
        work.decisions.save(as_found(work.decisions.get(found.decision_id), found))
    for section_id, text in demo.letter.items():
        work.letters.save_section(review_id, demo.letter_band, section_id, text, store.new_id())
