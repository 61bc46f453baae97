"""The history of an answer: undo and redo add revisions, so nothing written is ever lost."""

from collections.abc import Sequence
from dataclasses import replace

from iro_tui.domain.answers import Answer


def undone(history: Sequence[Answer]) -> Answer | None:
    """Return the answer to keep when the last change is undone; None if there is none."""
    written, _ = _walk(history)
    if not written:
        return None
    if len(written) == 1:
        return Answer(written[0].question_id, restores=-1)
    return replace(written[-2], restores=written[-2].revision)


def redone(history: Sequence[Answer]) -> Answer | None:
    """Return the answer to keep when the last undo is taken back; None if there is none."""
    _, taken_back = _walk(history)
    if not taken_back:
        return None
    return replace(taken_back[-1], restores=taken_back[-1].revision)


def _walk(history: Sequence[Answer]) -> tuple[list[Answer], list[Answer]]:
    """Replay a history: what stands written, and what undo took back, newest last."""
    written: list[Answer] = []
    taken_back: list[Answer] = []
    for answer in history:
        if answer.restores == 0:
            written.append(answer)
            taken_back.clear()
        elif taken_back and taken_back[-1].revision == answer.restores:
            written.append(taken_back.pop())
        elif written:
            taken_back.append(written.pop())
    return written, taken_back
