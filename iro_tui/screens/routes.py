"""Every screen by name; each is imported when it is first opened, so no paint waits for another.

Screens open each other through here, so none has to import another.
"""
# ruff: noqa: PLC0415 - importing late is what this module is for

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from textual.screen import ModalScreen, Screen

    from iro_tui.app import IroApp
    from iro_tui.domain.codes import CodeList
    from iro_tui.domain.decisions import Decision
    from iro_tui.domain.following import Change
    from iro_tui.domain.held_day import HeldMeetings
    from iro_tui.domain.meeting import MeetingView
    from iro_tui.domain.review import ChildWords, Meeting, Review
    from iro_tui.domain.timescales import Timescales
    from iro_tui.domain.week import Week
    from iro_tui.services.changing_status import NotedChange
    from iro_tui.widgets.attendance_field import AttendeeWanted
    from iro_tui.widgets.last_decisions_field import OutcomeWanted


def unlock() -> "Screen[None]":
    """Return the screen that asks for the passphrase."""
    from iro_tui.screens.unlock import UnlockScreen

    return UnlockScreen()


def first_run() -> "Screen[None]":
    """Return the steps that make a new store."""
    from iro_tui.screens.first_run import FirstRunScreen

    return FirstRunScreen()


def caseload() -> "Screen[None]":
    """Return the caseload."""
    from iro_tui.screens.caseload import CaseloadScreen

    return CaseloadScreen()


def what_now(matching: str = "") -> "Screen[None]":
    """Return every date that is late or near, narrowed to begin with where asked for."""
    from iro_tui.screens.what_now import WhatNowScreen

    return WhatNowScreen(matching)


def month() -> "Screen[None]":
    """Return the calendar of this month."""
    from iro_tui.screens.month import MonthScreen

    return MonthScreen()


def child(child_id: "UUID", decision_id: "UUID | None" = None) -> "Screen[None]":
    """Return one child's screen, with the cursor on a decision that is open where one is named."""
    from iro_tui.screens.child import ChildScreen

    screen = ChildScreen(child_id)
    screen.decision_wanted = decision_id
    return screen


def child_dates(child_id: "UUID", what: str = "") -> "Screen[None]":
    """Return where a child's steps and trackers are noted, `what` under the cursor."""
    from iro_tui.screens.child_dates import ChildDatesScreen

    return ChildDatesScreen(child_id, what)


def child_changes(child_id: "UUID") -> "Screen[None]":
    """Return what may change in a child's care, and what has changed so far."""
    from iro_tui.screens.child_changes import ChildChangesScreen

    return ChildChangesScreen(child_id)


def status_change(
    child_id: "UUID", change: "Change", noted: "Callable[[NotedChange], None]"
) -> "Screen[None]":
    """Return the form of a change of status; `noted` is told what was kept."""
    from iro_tui.screens.status_form import StatusForm

    return StatusForm(child_id, change, noted)


def timeline(child_id: "UUID") -> "Screen[None]":
    """Return one child's reviews past and due, with what happened between them."""
    from iro_tui.screens.timeline import TimelineScreen

    return TimelineScreen(child_id)


def week() -> "Screen[None]":
    """Return the week on the road."""
    from iro_tui.screens.week import WeekScreen

    return WeekScreen()


def week_file(shown: "Week") -> "ModalScreen[bool]":
    """Return the sheet on which a week is written as a Word file."""
    from iro_tui.screens.week_file import WeekFileScreen

    return WeekFileScreen(shown)


def diary() -> "ModalScreen[bool]":
    """Return the sheet on which the diary file is written."""
    from iro_tui.screens.diary import DiaryScreen

    return DiaryScreen()


def new_child() -> "Screen[None]":
    """Return an empty form for a child."""
    from iro_tui.screens.child_form import ChildForm

    return ChildForm()


def child_details(child_id: "UUID") -> "Screen[None]":
    """Return the form of a child who is known."""
    from iro_tui.screens.child_form import ChildForm

    return ChildForm(child_id)


def person(child_id: "UUID", person_id: "UUID | None" = None) -> "Screen[None]":
    """Return the form of somebody around a child, empty for somebody new."""
    from iro_tui.screens.person_form import PersonForm

    return PersonForm(child_id, person_id)


def review_plan(child_id: "UUID") -> "Screen[None]":
    """Return the form that plans a child's next review, or moves the planned one."""
    from iro_tui.screens.review_form import ReviewForm

    return ReviewForm(child_id)


def meeting(review_id: "UUID") -> "Screen[None]":
    """Return the meeting of a review."""
    from iro_tui.screens.meeting import MeetingScreen

    return MeetingScreen(review_id)


def decision(
    view: "MeetingView", question_id: str, section_title: str, decision: "Decision | None" = None
) -> "ModalScreen[bool]":
    """Return the sheet on which a decision is taken or changed."""
    from iro_tui.screens.decision import DecisionScreen

    return DecisionScreen(view, question_id, section_title, decision)


def child_words(
    view: "MeetingView", section_id: str, words: "ChildWords | None" = None
) -> "ModalScreen[bool]":
    """Return the sheet on which the child's words are kept."""
    from iro_tui.screens.child_words import WordsScreen

    return WordsScreen(view, section_id, words)


def attendee(view: "MeetingView", wanted: "AttendeeWanted") -> "ModalScreen[bool]":
    """Return the sheet about somebody who was asked to the meeting."""
    from iro_tui.screens.attendee import AttendeeScreen

    return AttendeeScreen(view, wanted.attendance, with_views=wanted.with_views)


def outcome(view: "MeetingView", wanted: "OutcomeWanted") -> "ModalScreen[bool]":
    """Return the sheet about what became of a decision of before."""
    from iro_tui.screens.outcome import OutcomeScreen

    return OutcomeScreen(view, wanted.decision, wanted.outcome, carries_over=wanted.carries_over)


def next_meeting(
    review: "Review", meetings: "Sequence[Meeting]", timescales: "Timescales", today: "date"
) -> "ModalScreen[bool]":
    """Return the sheet that plans the next meeting of a review, or moves the one planned."""
    from iro_tui.screens.meeting_again import NextMeetingSheet

    return NextMeetingSheet(review, meetings, timescales, today)


def another_meeting(app: "IroApp", view: "MeetingView") -> "ModalScreen[bool]":
    """Return the sheet for another meeting of a review; raises RuleRefused where none may be."""
    from iro_tui.screens.meeting_again import another_meeting

    return another_meeting(app, view)


def adjournment(app: "IroApp", view: "MeetingView") -> "ModalScreen[bool]":
    """Return the sheet that adjourns a review; raises RuleRefused where the law does not let it."""
    from iro_tui.screens.meeting_again import adjournment

    return adjournment(app, view)


def held_days(held: "HeldMeetings", today: "date") -> "ModalScreen[bool]":
    """Return the sheet that says on which days people met."""
    from iro_tui.screens.held_days import HeldDaysSheet

    return HeldDaysSheet(held, today)


def cancel(review: "Review") -> "ModalScreen[bool]":
    """Return the sheet on which a planned review is cancelled."""
    from iro_tui.screens.cancel_review import CancelSheet

    return CancelSheet(review)


def late_reason(review: "Review", reasons: "CodeList") -> "ModalScreen[bool]":
    """Return the sheet that says why a review was held late."""
    from iro_tui.screens.late_reason import LateReasonSheet

    return LateReasonSheet(review, reasons)


def finish(review_id: "UUID") -> "Screen[str]":
    """Return what there is to see before a review is closed; it answers where to go instead."""
    from iro_tui.screens.finish import FinishScreen

    return FinishScreen(review_id)


def write_up(review_id: "UUID") -> "Screen[None]":
    """Return the screen on which the letter is written."""
    from iro_tui.screens.write_up import WriteUpScreen

    return WriteUpScreen(review_id)


def documents(review_id: "UUID") -> "Screen[None]":
    """Return the record and the letter as they stand."""
    from iro_tui.screens.documents import DocumentsScreen

    return DocumentsScreen(review_id)


def profile() -> "Screen[None]":
    """Return the form of the chair's own details."""
    from iro_tui.screens.profile import ProfileScreen

    return ProfileScreen()


def help_for(where: str, more: str = "") -> "ModalScreen[None]":
    """Return the help for an area, with more words about what is under the cursor."""
    from iro_tui.screens.help import HelpScreen

    return HelpScreen(where, more)


def go_to(behind: "Screen[Any]") -> "ModalScreen[None]":
    """Return the dialog that goes to a child, to a place of the screen behind, or to a screen."""
    from iro_tui.screens.go_to import GoToScreen

    return GoToScreen(behind)


def show(app: "IroApp", name: str) -> None:
    """Open a screen by its name here, unless one of its kind is on top already."""
    screen: Screen[Any] = globals()[name]()
    if type(screen) is not type(app.screen):
        app.push_screen(screen)


async def land(app: "IroApp") -> None:
    """Open the screens where work goes on after unlocking."""
    from iro_tui.screens import landing

    await landing.land(app)


async def up_to_caseload(app: "IroApp") -> None:
    """Go up until the caseload is on top."""
    from iro_tui.screens import landing

    await landing.up_to_caseload(app)
