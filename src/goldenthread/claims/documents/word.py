"""Reads Word documents in body order: paragraphs, bullets, tables, text boxes.

What is shown is read: text inserted while changes are tracked is in, text deleted is out.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.parsers import expat

from goldenthread.claims.documents.building import Builder
from goldenthread.claims.documents.extra import needed
from goldenthread.claims.documents.lines import is_heading
from goldenthread.claims.documents.marks import raised, tidy
from goldenthread.claims.documents.model import Document
from goldenthread.claims.documents.spans import Span, laid_out
from goldenthread.nouns import GoldenThreadError
from goldenthread.sources.spreadsheets import limits

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING_STYLE = re.compile(r"heading\s*\d|title|subtitle", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list|bullet", re.IGNORECASE)
_CONTENTS_STYLE = re.compile(r"toc\s*\d|table of figures|toc heading", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[-*•◦▪■●○❖✓✔✗✘➢►·–—]|o(?=\s))\s+")
_WRAPPED_IN = {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml"}
_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", _FALLBACK}
_SPACES = {f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}ptab"}
_LARGEST_COUNT = 9_999


def read_word(data: bytes, file: str) -> Document:
    """The document in a .docx file. Raises GoldenThreadError where it is unsafe or broken."""
    opening = needed("docx", file)
    errors = needed("docx.opc.exceptions", file)
    etree = needed("lxml.etree", file)
    package = _without_media(data, file)
    try:
        document = opening.Document(package)
        return _Flow(document, file).read()
    except (
        errors.OpcError,
        etree.LxmlError,
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        IndexError,
    ) as error:
        raise GoldenThreadError(
            f"{file} is no whole Word document ({type(error).__name__}): open it in Word and save"
            " it again."
        ) from error


def _without_media(data: bytes, file: str) -> BytesIO:
    """The same package, unpacked under limits, its pictures emptied: only words are wanted.

    Raises GoldenThreadError for bombs, declared entities and broken zips.
    """
    target = BytesIO()
    left = limits.MAX_UNPACKED_BYTES
    try:
        with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(target, "w") as copy:
            if len(source.infolist()) > limits.MAX_ZIP_PARTS * 5:
                raise _bomb(file)
            for entry in source.infolist():
                content = b""
                if entry.filename.lower().endswith((".xml", ".rels")):
                    with source.open(entry) as part:
                        content = part.read(left + 1)
                    left -= len(content)
                    if left < 0:
                        raise _bomb(file)
                    _refuse_entities(content, file)
                copy.writestr(zipfile.ZipInfo(entry.filename), content)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as error:
        raise GoldenThreadError(
            f"{file} breaks off, is damaged or has a password ({error}): open it in Word and save"
            " it again without one."
        ) from error
    target.seek(0)
    return target


def _bomb(file: str) -> GoldenThreadError:
    return GoldenThreadError(
        f"{file} unpacks to more than any report holds: copy the text that is to be checked into a"
        " new document."
    )


def _refuse_entities(content: bytes, file: str) -> None:
    """Word declares no document type; who does means to expand it."""

    def refuse(*_: object) -> None:
        raise GoldenThreadError(
            f"{file} declares a document type, which no Word document needs and bombs use: copy"
            " its text into a new document."
        )

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise GoldenThreadError(
            f"{file} is broken inside ({error}): open it in Word and save it again."
        ) from error
    except (ValueError, LookupError) as error:  # what the parser says of an encoding it has not
        raise GoldenThreadError(
            f"{file} is written in an encoding that no Word document has: open it in Word and save"
            " it again."
        ) from error


class _Flow:
    """Goes through the body in order."""

    def __init__(self, document: Any, file: str) -> None:
        self.builder = Builder(file)
        self.body = document.element.body
        self._paragraphs = self._tables = 0
        self._styles = {style.style_id: style.name or "" for style in document.styles}

    def read(self) -> Document:
        """Every block of the body."""
        self._blocks(self.body)
        return self.builder.document()

    def _blocks(self, parent: Any) -> None:
        for child in parent:
            if child.tag == f"{_W}p":
                self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                self._table(child)
            elif child.tag in _WRAPPED_IN:
                self._blocks(child)

    def _paragraph(self, paragraph: Any) -> None:
        self._paragraphs += 1
        place = f"paragraph {self._paragraphs}"
        style = self._style(paragraph)
        written = tidy(_text(paragraph))
        text = _BULLET.sub("", written)
        listed = text != written or bool(_LIST_STYLE.search(style)) or _is_numbered(paragraph)
        if _CONTENTS_STYLE.fullmatch(style):
            pass
        elif _HEADING_STYLE.match(style) or (
            not listed and _is_bold(paragraph) and is_heading(text)
        ):
            self.builder.heading(text, place)
        else:
            self.builder.paragraph(text, place, bullet=listed)
        for box in _boxes(paragraph):
            self._blocks(box)

    def _style(self, paragraph: Any) -> str:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return "" if style is None else self._styles.get(style.get(f"{_W}val"), "")

    def _table(self, table: Any) -> None:
        cells = table.findall(f"{_W}tr/{_W}tc")
        if _only_places(table, cells):
            for cell in cells:
                self._blocks(cell)
            return
        self._tables += 1
        place = f"table {self._tables}"
        rows = list(_rows(table))
        texts = laid_out(_merged([list(_cells(row)) for row in rows]), self.builder.file)
        headed = sum(row.find(f"{_W}trPr/{_W}tblHeader") is not None for row in rows)
        self.builder.table(
            texts,
            [
                [f"{place}, row {down}, column {across}" for across in range(1, len(row) + 1)]
                for down, row in enumerate(texts, start=1)
            ],
            place,
            header_rows=headed if 1 < headed < len(rows) else None,
        )


def _only_places(table: Any, cells: list[Any]) -> bool:
    """Whether a table is there to place things: tables in its cells, or one cell in each row."""
    if table.find(f".//{_W}tc//{_W}tbl") is not None:
        return True
    return len(cells) <= len(table.findall(f"{_W}tr"))


def _text(paragraph: Any) -> str:
    """The words of a paragraph, without those of text boxes anchored in it."""
    pieces: list[str] = []
    stack = [iter(paragraph)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag == f"{_W}t":
            pieces.append(_run_text(element))
        elif element.tag in _SPACES:
            pieces.append(" ")
        elif element.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        elif element.tag not in _LEFT_OUT and element.tag != f"{_W}txbxContent":
            stack.append(iter(element))
    return "".join(pieces)


def _run_text(text: Any) -> str:
    words = text.text or ""
    position = text.getparent().find(f"{_W}rPr/{_W}vertAlign")
    if position is not None and position.get(f"{_W}val") == "superscript":
        return raised(words)
    return words


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes anchored in a paragraph, once each, the outermost."""
    stack = [iter(paragraph)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag == f"{_W}txbxContent":
            yield element
        elif element.tag not in _LEFT_OUT:
            stack.append(iter(element))


def _is_numbered(paragraph: Any) -> bool:
    return paragraph.find(f"{_W}pPr/{_W}numPr") is not None


def _is_bold(paragraph: Any) -> bool:
    """Whether every word of a paragraph is set bold."""
    runs = [run for run in paragraph.iter(f"{_W}r") if tidy(_text(run))]
    return bool(runs) and all(_is_on(run.find(f"{_W}rPr/{_W}b")) for run in runs)


def _is_on(switch: Any) -> bool:
    return switch is not None and switch.get(f"{_W}val") not in ("0", "false", "off")


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == f"{_W}tr":
            yield child
        elif child.tag in _WRAPPED_IN:
            yield from _rows(child)


def _cells(row: Any) -> Iterator[tuple[Span, str]]:
    """Each cell of a row, and how it is merged with the one above: "", "restart", "continue"."""
    skipped = row.find(f"{_W}trPr/{_W}gridBefore")
    if skipped is not None:
        yield Span("", columns=_count(skipped)), ""
    for child in row:
        if child.tag in _WRAPPED_IN:
            yield from _cells(child)
        if child.tag != f"{_W}tc":
            continue
        words = " ".join(tidy(_text(each)) for each in child.iter(f"{_W}p"))
        merged = child.find(f"{_W}tcPr/{_W}vMerge")
        how = "" if merged is None else merged.get(f"{_W}val") or "continue"
        wide = child.find(f"{_W}tcPr/{_W}gridSpan")
        yield Span(tidy(words), columns=1 if wide is None else _count(wide)), how


def _count(element: Any) -> int:
    text = element.get(f"{_W}val") or ""
    return max(1, min(int(text), _LARGEST_COUNT)) if text.isdecimal() and len(text) < 9 else 1


def _merged(rows: list[list[tuple[Span, str]]]) -> list[list[Span]]:
    """Cells that go on with the one above are empty; Word repeats them in every row."""
    return [
        [Span("", columns=span.columns) if how == "continue" else span for span, how in row]
        for row in rows
    ]
