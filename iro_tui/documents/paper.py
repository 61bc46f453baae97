"""What a document is to the renderer: its template, its properties, and what it says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from iro_tui.domain.documents import PreviewBlock
from iro_tui.domain.meeting import MeetingView

SourceT = TypeVar("SourceT")


def _chair_of_review(source: Any) -> str:
    """Return who chairs the review that a document is about."""
    name: str = source.view.chair.name
    return name


class AboutReview(Protocol):
    """What every document of a review is written from, whatever else it needs."""

    @property
    def view(self) -> MeetingView:
        """The review."""

    @property
    def version(self) -> int:
        """The version that a draft would become."""

    @property
    def issued_on(self) -> date | None:
        """The day it was issued; None for a draft."""


def on_every_page(source: AboutReview) -> Mapping[str, object]:
    """Return what a template may say on every page: whose it is, which one, whether a draft."""
    view = source.view
    return {
        "draft": source.issued_on is None,
        "initials": view.child.initials,
        "reference": view.child.reference,
        "review": f"Review {view.review.number}",
        "version": f"Version {source.version}",
    }


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
