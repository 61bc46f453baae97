"""What a document is to the renderer: its template, its properties, and what it says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from iro_tui.domain.documents import PreviewBlock

SourceT = TypeVar("SourceT")


def _chair_of_review(source: Any) -> str:
    """Return who chairs the review that a document is about."""
    name: str = source.view.chair.name
    return name


@dataclass(frozen=True)
class Paper(Generic[SourceT]):
    """One document, each part of it told from what the document is written from.

    `kind` is what its file name says, `name` what screens call it among a review's documents: ""
    for one that is not listed there. `template` names the Word file, `title`, `subject` and
    `author` are what the file says of itself, `context` is what the template may name, `preview`
    the same words for the screen.
    """

    kind: str
    name: str
    template: Callable[[SourceT], str]
    title: Callable[[SourceT], str]
    subject: Callable[[SourceT], str]
    context: Callable[[SourceT], Mapping[str, object]]
    preview: Callable[[SourceT], tuple[PreviewBlock, ...]]
    author: Callable[[SourceT], str] = _chair_of_review
