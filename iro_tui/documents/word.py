"""Putting a ready context into a Word template; everything docxtpl would change is held off."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zipfile import BadZipFile

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import LxmlError
from markupsafe import Markup, escape

from iro_tui.errors import TemplateError

# What python-docx lets a core property hold.
_LONGEST_PROPERTY = 255
# What an expression in a template can raise: Jinja's own errors, and those of Python's sums.
_ASKS_TOO_MUCH = (JinjaError, ArithmeticError, AttributeError, RecursionError, TypeError)


@dataclass(frozen=True)
class Properties:
    """What the file says about itself; initials, never a child's name (local)."""

    title: str
    subject: str
    author: str
    written_at: datetime


def render_word(template: Path, context: Mapping[str, object], properties: Properties) -> bytes:
    """Return a Word file: the template with the context in its places.

    Raises TemplateError for a template that is no Word file, asks for a name that is not there,
    or reaches for what it may not see.
    """
    try:
        document = DocxTemplate(template)
        document.render(dict(context), jinja_env=_environment(), autoescape=True)
        _describe(document, properties)
        written = io.BytesIO()
        document.save(written)
    except _ASKS_TOO_MUCH as error:
        raise TemplateError(
            f"The template {template.name} cannot be filled in: {str(error).rstrip('.')}.",
            hint="Mend it in Word, or go back to the template that came with iro.",
        ) from error
    except (OpcError, BadZipFile, LxmlError, KeyError, ValueError, OSError) as error:
        raise TemplateError(
            f"The template {template.name} is not a Word file (.docx).",
            hint="Save it from Word as a .docx without a password, or use the one of iro.",
        ) from error
    return written.getvalue()


def _environment() -> SandboxedEnvironment:
    # A council's own template is data that we do not trust.
    return SandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=_kept_by_docxtpl
    )


def _kept_by_docxtpl(value: object) -> object:
    """Return a value in a form that docxtpl leaves as it is.

    docxtpl turns "{_{" and the like into braces after rendering; an underscore written as a
    character reference is read back as one only when the XML is parsed.
    """
    if isinstance(value, str):
        return Markup(str(escape(value)).replace("_", "&#95;"))  # noqa: S704 - escaped here
    return value


def _describe(document: DocxTemplate, properties: Properties) -> None:
    core = document.docx.core_properties
    core.title = properties.title[:_LONGEST_PROPERTY]
    core.subject = properties.subject[:_LONGEST_PROPERTY]
    core.author = core.last_modified_by = properties.author[:_LONGEST_PROPERTY]
    core.language = "en-GB"
    core.comments = core.keywords = core.category = ""
    core.revision = 1
    moment = properties.written_at.astimezone(UTC).replace(tzinfo=None)
    core.created = core.modified = moment
