"""A program killed one second after the last key has lost nothing, and reopens at the caret."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from iro_tui.domain.review import Place
from tests.screens.meeting_room import Room, make_room
from tests.stores import RAW_KEY
from tests.terminal import Terminal, environment, opened

HOME = Place("home", "home.good", "text")
PEP_MEETING = Place("education", "education.pep", "on")
UP = "\x1b"
F2 = "\x1bOQ"


@contextmanager
def running_in(room: Room, *args: str) -> Iterator[Terminal]:
    """Run the program over the room's store in a terminal."""
    secret = room.folder / "passphrase"
    secret.write_text(RAW_KEY)
    options = ("--store", str(room.folder / "store"), "--passphrase-file", str(secret))
    with opened(*options, *args, env=environment(room.folder)) as terminal:
        yield terminal


@contextmanager
def chaired(room: Room) -> Iterator[Terminal]:
    """Walk into the room's meeting in a terminal."""
    with running_in(room, "chair", room.child.reference) as terminal:
        yield terminal


def type_and_kill(terminal: Terminal, text: str) -> None:
    """Type, and end the program as a power cut would, one second after the last key is drawn."""
    terminal.type(text)
    terminal.settle()
    terminal.read_for(1.0)
    terminal.kill()


def test_killed_a_second_after_the_last_key_nothing_is_lost_and_the_caret_is_there(
    tmp_path: Path,
) -> None:
    room = make_room(tmp_path, place=HOME)
    with chaired(room) as running:
        running.wait_for("Where I live")
        running.wait_for("What is good about living")
        running.type("Her room is yellow.\rShe would like a lock.")
        type_and_kill(running, "\x1b[D" * 5)
    assert room.kept("home.good").parts == {"text": "Her room is yellow.\nShe would like a lock."}
    assert room.place() == Place("home", "home.good", "text", 1, 17)
    with chaired(room) as running:
        running.wait_for("She would like a lock.")
        running.read_for(0.5)
        type_and_kill(running, "big ")
    kept = room.kept("home.good").parts
    assert kept == {"text": "Her room is yellow.\nShe would like a big lock."}


def test_half_a_date_is_there_again_where_it_was_typed(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=PEP_MEETING)
    with chaired(room) as running:
        running.wait_for("Section")
        running.read_for(0.5)
        type_and_kill(running, "12 de")
    with chaired(room) as running:
        running.wait_for("12 de")
        running.read_for(0.5)
        type_and_kill(running, "c")
    assert str(room.kept("education.pep").parts["on"]) == "2026-12-12"


def test_half_a_day_of_a_decision_is_there_again_in_the_decision(tmp_path: Path) -> None:
    room = make_room(tmp_path, place=HOME)
    with chaired(room) as running:
        new_decision(running)
        running.type("Fit a lock\r\r\r")
        type_and_kill(running, "in a fortnight and")
    with chaired(room) as running:
        new_decision(running)
        running.wait_for("in a fortnight and")


def new_decision(running: Terminal) -> None:
    running.wait_for("What is good about living")
    running.read_for(0.5)
    running.press(F2)
    running.wait_for("What *")
    running.read_for(0.5)


def test_a_half_typed_form_of_a_child_is_offered_again(tmp_path: Path) -> None:
    room = make_room(tmp_path)
    with running_in(room) as running:
        new_child(running)
        running.type("1042\rTom\r\r\r")
        type_and_kill(running, "14/3/")
    with running_in(room) as running:
        new_child(running)
        for typed in ("As you left it", "1042", "Tom", "14/3/"):
            running.wait_for(typed)


def new_child(running: Terminal) -> None:
    """Go up from the meeting to the caseload, and begin a child there."""
    for seen, key in (("Section", UP), ("Who is who", UP), ("Caseload", F2)):
        running.wait_for(seen)
        running.read_for(0.5)
        running.press(key)
    running.wait_for("Reference")
