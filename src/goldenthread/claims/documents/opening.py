"""Opens a file whatever its format: by its ending, and by its content where the ending lies."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.documents.model import Document
from goldenthread.claims.documents.texts import decoded
from goldenthread.nouns import GoldenThreadError

LARGEST_FILE = 150_000_000  # bytes: a report full of photographs
LARGEST_TEXT = 20_000_000

Progress = Callable[[str], None]

_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_RICH_TEXT = b"{\\rtf"
_PAGE = re.compile(rb"<(?:!doctype\s+)?html[\s>]", re.IGNORECASE)
_MARKDOWN = {".md", ".markdown", ".mdown", ".qmd", ".rmd"}
_DELIMITED = {".csv", ".tsv", ".tab"}
_HTML = {".html", ".htm", ".xhtml"}
_LOOKED_AT = 1_000


def read_document(path: Path, progress: Progress | None = None) -> Document:
    """The document in a file: text, Markdown, HTML, Word, PDF, CSV, xlsx or ods.

    ``progress`` is called with each page of a long file. Raises GoldenThreadError, naming the
    file, where it is missing, too large, protected, broken or of another kind.
    """
    document = _read(path, progress)
    if not document.blocks:
        raise GoldenThreadError(
            f"{path} holds no words and no table that could be read: see that it is the report, and"
            " save its text as .docx or .txt."
        )
    return document


# What reads another format is loaded with the first file of it: all of them together take longer
# to load than a page of text to read.
def _read(path: Path, progress: Progress | None) -> Document:
    file = str(path)
    data = _content(path)
    head = data[:_LOOKED_AT]
    if head.lstrip().startswith(_PDF):
        from goldenthread.claims.documents.pdf import read_pdf

        return read_pdf(path, progress)
    if head.startswith(_ZIP):
        return _read_package(data, file)
    if head.startswith((_OLD_OFFICE, _RICH_TEXT)):
        raise GoldenThreadError(
            f"{file} has a password or is of an older format: open it, and save it without a"
            " password as .docx, .xlsx or .pdf."
        )
    if len(data) > LARGEST_TEXT:
        raise GoldenThreadError(
            f"{file} is larger than {LARGEST_TEXT // 1_000_000} million bytes of text: save the"
            " part that is to be checked in a file of its own."
        )
    kind = path.suffix.lower()
    if kind in _HTML or _PAGE.search(head):
        from goldenthread.claims.documents.html import read_html

        return read_html(data, file)
    if kind == ".pdf":
        raise GoldenThreadError(f"{file} is no PDF inside: fetch it again, or save it again.")
    if kind in _DELIMITED:
        from goldenthread.claims.documents.sheets import read_csv

        return read_csv(data, file)
    return document_from_text(file, decoded(data, file), markdown=kind in _MARKDOWN)


def _content(path: Path) -> bytes:
    if path.is_dir():
        raise GoldenThreadError(
            f"{path} is a folder: name the files in it that are to be checked, such as"
            f" {path / '*.docx'}."
        )
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise GoldenThreadError(
                f"{path} is larger than {LARGEST_FILE // 1_000_000} million bytes: save it with"
                " smaller pictures, or only the part that is to be checked."
            )
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise GoldenThreadError(
            f"{path} cannot be read ({error.strerror}): check its name and that you may open it."
        ) from error
    if not data.strip():
        raise GoldenThreadError(f"{path} is empty: name the file that holds the report.")
    return data


def _read_package(data: bytes, file: str) -> Document:
    """A zip of any of the office formats, known by what stands in it."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise GoldenThreadError(
            f"{file} breaks off or is damaged ({error}): fetch it again, or open it and save it"
            " again."
        ) from error
    if "word/document.xml" in names:
        from goldenthread.claims.documents.word import read_word

        return read_word(data, file)
    from goldenthread.claims.documents.sheets import read_workbook

    if "content.xml" in names and not file.lower().endswith((".odt", ".odp", ".odg")):
        return read_workbook(data, file)
    if any(name.startswith("xl/") for name in names):
        return read_workbook(data, file)
    raise GoldenThreadError(
        f"{file} is a package of a kind that cannot be read here: save it as .docx, .pdf, .xlsx"
        " or .ods."
    )
