"""A program killed one second after the last key has lost nothing, and reopens at the caret."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from iro_tui.domain.review import Place
from tests.screens.meeting_room import Room, make_room
from tests.stores import RAW_KEY
from tests.terminal import Terminal, environment, opened

HOME = Place("home", "home.good", "text")


@contextmanager
def chaired(room: Room) -> Iterator[Terminal]:
    """Walk into the room's meeting in a terminal."""
    secret = room.folder / "passphrase"
    secret.write_text(RAW_KEY)
    options = ("--store", str(room.folder / "store"), "--passphrase-file", str(secret))
    env = environment(room.folder)
    with opened(*options, "chair", room.child.reference, env=env) as terminal:
        yield terminal


def test_killed_a_second_after_the_last_key_nothing_is_lost_and_the_caret_is_there(
    tmp_path: Path,
) -> None:
    room = make_room(tmp_path, place=HOME)
    with chaired(room) as running:
        running.wait_for("Where I live")
        running.wait_for("What is good about living")
        running.type("Her room is yellow.\rShe would like a lock.")
        running.type("\x1b[D" * 5)
        running.read_for(1.0)
        running.kill()
    assert room.kept("home.good").parts == {"text": "Her room is yellow.\nShe would like a lock."}
    assert room.place() == Place("home", "home.good", "text", 1, 17)
    with chaired(room) as running:
        running.wait_for("She would like a lock.")
        running.read_for(0.5)
        running.type("big ")
        running.read_for(1.0)
        running.kill()
    kept = room.kept("home.good").parts
    assert kept == {"text": "Her room is yellow.\nShe would like a big lock."}
