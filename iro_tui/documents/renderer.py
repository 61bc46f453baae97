"""The renderer that services get handed in: documents from what they are written from."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from iro_tui.documents.papers import PAPERS
from iro_tui.documents.word import Properties, render_word
from iro_tui.domain.clock import Clock
from iro_tui.domain.documents import PreviewBlock
from iro_tui.domain.letter.source import LetterSource
from iro_tui.domain.record import RecordSource
from iro_tui.domain.week import Week
from iro_tui.whole_files import write_whole

DocumentSource = RecordSource | LetterSource | Week
TEMPLATES = Path(__file__).parent.parent / "templates"


class Renderer:
    """Turns a review, or a week, into Word files, and into blocks for the screen.

    `templates` is a folder with the Word templates; a service's own file of the same name in
    `own_templates` takes the place of ours.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        templates: Path = TEMPLATES,
        own_templates: Path | None = None,
    ) -> None:
        self._clock = clock
        self._templates = templates
        self._own_templates = own_templates
        self._papers = {paper.kind: paper for paper in PAPERS}

    @property
    def written(self) -> Mapping[str, str]:
        """The documents of a review in their order: the kind of each, and what screens call it."""
        return {kind: paper.name for kind, paper in self._papers.items() if paper.name}

    def write(self, kind: str, source: DocumentSource, target: Path) -> str:
        """Write a document and return its SHA-256; raises TemplateError or CannotWrite."""
        paper = self._papers[kind]
        properties = Properties(
            title=paper.title(source),
            subject=paper.subject(source),
            author=paper.author(source),
            written_at=self._clock.now(),
        )
        template = self._template(paper.template(source))
        content = render_word(template, paper.context(source), properties)
        write_whole(target, content)
        return sha256(content).hexdigest()

    def preview(self, kind: str, source: DocumentSource) -> tuple[PreviewBlock, ...]:
        """Return a document as it stands, for the screen."""
        return self._papers[kind].preview(source)

    def _template(self, name: str) -> Path:
        if self._own_templates is not None:
            own = self._own_templates / f"{name}.docx"
            if own.exists():
                return own
        return self._templates / f"{name}.docx"
