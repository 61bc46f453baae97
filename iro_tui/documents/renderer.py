"""The renderer that services get handed in: documents from what they are written from."""

from hashlib import sha256
from pathlib import Path

from iro_tui.documents.letter import letter_context, letter_preview, letter_title
from iro_tui.documents.record import record_context, record_preview, record_title
from iro_tui.documents.whole_files import write_whole
from iro_tui.documents.word import Properties, render_word
from iro_tui.domain.clock import Clock
from iro_tui.domain.documents import PreviewBlock
from iro_tui.domain.letter_source import LetterSource
from iro_tui.domain.record import RecordSource, meeting_name

TEMPLATES = Path(__file__).parent.parent / "templates"


class Renderer:
    """Turns a review into Word files, and into blocks for the screen.

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

    def write_record(self, source: RecordSource, target: Path) -> str:
        """Write the record and return its SHA-256; raises TemplateError or CannotWrite."""
        properties = Properties(
            title=record_title(source),
            subject=meeting_name(source.view.review),
            author=source.view.chair.name,
            written_at=self._clock.now(),
        )
        content = render_word(self._template("record"), record_context(source), properties)
        return _written(target, content)

    def write_letter(self, source: LetterSource, target: Path) -> str:
        """Write the child's letter and return its SHA-256; raises TemplateError or CannotWrite."""
        properties = Properties(
            title=letter_title(source),
            subject="Letter after the review",
            author=source.view.chair.name,
            written_at=self._clock.now(),
        )
        template = self._template(f"letter_{source.band.id}")
        return _written(target, render_word(template, letter_context(source), properties))

    def preview_record(self, source: RecordSource) -> tuple[PreviewBlock, ...]:
        """Return the record as it stands, for the screen."""
        return record_preview(source)

    def preview_letter(self, source: LetterSource) -> tuple[PreviewBlock, ...]:
        """Return the letter as it stands, for the screen."""
        return letter_preview(source)

    def _template(self, name: str) -> Path:
        if self._own_templates is not None:
            own = self._own_templates / f"{name}.docx"
            if own.exists():
                return own
        return self._templates / f"{name}.docx"


def _written(target: Path, content: bytes) -> str:
    write_whole(target, content)
    return sha256(content).hexdigest()
