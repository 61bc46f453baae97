"""What a document is to the renderer: its template, its properties, and what it says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from iro_tui.domain.documents import PreviewBlock

SourceT = TypeVar("SourceT")


@dataclass(frozen=True)
class Paper(Generic[SourceT]):
    """One document, each part of it told from what the document is written from.

    `kind` is what its file name says, `name` what screens call it: "" for one that is written only
    in place of another. `template` names the Word file, `title` and `subject` are what the file
    says of itself, `context` is what the template may name, `preview` the same words for the
    screen.
    """

    kind: str
    name: str
    template: Callable[[SourceT], str]
    title: Callable[[SourceT], str]
    subject: Callable[[SourceT], str]
    context: Callable[[SourceT], Mapping[str, object]]
    preview: Callable[[SourceT], tuple[PreviewBlock, ...]]
