"""The commands that write a Word file, and say where it is."""

from pathlib import Path

from iro_tui.cli.options import Asked
from iro_tui.cli.plain import as_json, fields_of, visible
from iro_tui.domain.documents import DocumentKind, RenderedDocument
from iro_tui.errors import CannotWrite
from iro_tui.services import rendering, reviews
from iro_tui.settings import named_folder


def record(asked: Asked, review_name: str, out: str) -> str:
    """Write the record of a review and return where it is."""
    with asked.opened() as (store, loaded):
        review = reviews.named(store, review_name)
        written = rendering.render(
            store,
            loaded.knowledge,
            loaded.renderer,
            DocumentKind.RECORD,
            review.id,
            folder=out_folder(out),
        )
    return _written(asked, written)


def letter(asked: Asked, review_name: str, out: str, band: str) -> str:
    """Write the letter of a review and return where it is."""
    with asked.opened() as (store, loaded):
        review = reviews.named(store, review_name)
        found = rendering.letter_source(store, loaded.knowledge, review.id, band)
        written = rendering.render(
            store,
            loaded.knowledge,
            loaded.renderer,
            DocumentKind.LETTER,
            review.id,
            folder=out_folder(out),
            band=band,
        )
    return _written(asked, written, band=found.band.id)


def out_folder(out: str) -> Path:
    """Return the folder that --out names, made where it is missing; raises CannotWrite."""
    folder = named_folder(out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise CannotWrite(
            f"{folder} cannot be a folder: there is a file in its way.", hint=_OWN_FOLDER
        ) from error
    except OSError as error:
        raise CannotWrite(
            f"The folder {folder} cannot be made: {error.strerror or error}.", hint=_OWN_FOLDER
        ) from error
    return folder


_OWN_FOLDER = "Point --out at a folder of your own."


def _written(asked: Asked, document: RenderedDocument, **more: str) -> str:
    if asked.as_json:
        return as_json(fields_of(document) | more)
    return visible(f"{document.path}  version {document.version}, draft")
