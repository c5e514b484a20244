"""Reads HTML: headings, paragraphs, lists, tables with captions, lists of terms as tables."""

import re
from collections.abc import Iterator
from typing import Any

from goldenthread.claims.documents.building import Builder, is_prose
from goldenthread.claims.documents.extra import needed
from goldenthread.claims.documents.marks import raised, tidy
from goldenthread.claims.documents.model import Document
from goldenthread.claims.documents.spans import Span, laid_out
from goldenthread.claims.documents.texts import decoded
from goldenthread.nouns import GoldenThreadError

_ENCODING = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?([\w-]{1,40})"
)
_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_UNREAD = {
    "area", "audio", "button", "canvas", "embed", "head", "iframe", "input", "map", "math", "nav",
    "noscript", "object", "option", "script", "select", "style", "svg", "template", "textarea",
    "video",
}  # fmt: skip
_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SHORTEST_SENTENCE = 5  # words
_ENDS = (".", "!", "?", ":", ";", ",")
_APART = "\x1f"  # stands in no page


def read_html(data: bytes, file: str) -> Document:
    """The document in a page. Raises GoldenThreadError where there is no page in it."""
    parsing = needed("lxml.html", file)
    etree = needed("lxml.etree", file)
    said = _ENCODING.search(data[:4_000])
    text = _DECLARED.sub("", decoded(data, file, said[1].decode() if said else ""))
    parser = parsing.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        tree = parsing.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise GoldenThreadError(
            f"{file} cannot be read as a page ({error}): save it again as a complete page."
        ) from error
    if any(error.message.startswith("Excessive depth") for error in parser.error_log):
        raise GoldenThreadError(
            f"{file} is nested more deeply than any page, so that not all of it can be read: save"
            " its text as .docx or .txt, and check that."
        )
    return _Flow(file).read(tree)


class _Flow:
    """Goes through a page in reading order, gathering text until a block begins or ends."""

    def __init__(self, file: str) -> None:
        self.builder = Builder(file)
        self._pieces: list[str] = []
        self._paragraphs = self._tables = self._lists = self._terms = 0
        self._heading = False

    def read(self, tree: Any) -> Document:
        """Everything in the page's body."""
        body = tree.find("body")
        self._walk(tree if body is None else body)
        self._flush()
        return self.builder.document()

    def _walk(self, root: Any) -> None:
        # A stack of its own: a page may be nested deeper than Python's.
        stack: list[tuple[Any, bool]] = [(root, False)]
        while stack:
            element, ended = stack.pop()
            if ended:
                self._end(element)
                continue
            if self._begin(element):
                stack.append((element, True))
                stack.extend((child, False) for child in reversed(element))
            elif element is not root:
                self._pieces.append(element.tail or "")

    def _begin(self, element: Any) -> bool:
        """Take in what stands before an element's children; whether to go on to them."""
        name = element.tag
        if not isinstance(name, str) or name in _UNREAD or _is_hidden(element):
            return False
        if name == "br":
            self._pieces.append(" ")
            return False
        if name == "table" and not _is_layout(element):
            self._flush()
            self._table(element)
            return False
        if name == "dl" and not _is_nested(element):
            self._flush()
            self._definitions(element)
            return False
        if name in ("p", "li") and _leads_elsewhere(element):
            self._flush()
            return False
        if name == "sup":
            self._pieces.append(raised(_text(element)))
            return False
        if name not in _INLINE:
            self._flush()
            self._lists += name == "li"
            self._heading = name in _HEADINGS
        self._pieces.append(element.text or "")
        return True

    def _end(self, element: Any) -> None:
        if element.tag not in _INLINE:
            self._flush()
            self._lists -= element.tag == "li"
            self._heading = False
        self._pieces.append(element.tail or "")

    def _flush(self) -> None:
        text = tidy("".join(self._pieces))
        self._pieces = []
        if not text:
            return
        self._paragraphs += 1
        place = f"paragraph {self._paragraphs}"
        if self._heading:
            self.builder.heading(text, place)
        else:
            self.builder.paragraph(text, place, bullet=self._lists > 0)

    def _table(self, table: Any) -> None:
        self._tables += 1
        place = f"table {self._tables}"
        caption = table.find("caption")
        rows = list(_rows(table))
        headed = sum(row.getparent().tag == "thead" for row in rows)
        cells = laid_out([_spans(row) for row in rows], self.builder.file)
        self.builder.table(
            cells,
            [
                [f"{place}, row {down}, column {across}" for across in range(1, len(row) + 1)]
                for down, row in enumerate(cells, start=1)
            ],
            place,
            caption="" if caption is None else tidy(_text(caption)),
            header_rows=headed or None,
        )

    def _definitions(self, listed: Any) -> None:
        """A list of terms and what they stand for, as a table: "Status", "Final"."""
        rows: list[list[str]] = []
        for each in listed.iter("dt", "dd"):
            if _is_hidden(each):
                continue
            if each.tag == "dt" or not rows:
                rows.append([])
            rows[-1].append(tidy(_text(each, between="; ")))
        if not rows:
            return
        self._terms += 1
        place = f"list of terms {self._terms}"
        places = [
            [f"{place}, row {down}, column {across}" for across in range(1, len(row) + 1)]
            for down, row in enumerate(rows, start=1)
        ]
        self.builder.table(rows, places, place, header_rows=0)
        # What is said in a short sentence is prose as well as an entry.
        for row, where in zip(rows, places, strict=True):
            for text, at in zip(row[1:], where[1:], strict=True):
                if _is_sentence(text) and not is_prose(text):
                    self.builder.paragraph(text, at, bullet=True)


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?")) and text.count(" ") >= _SHORTEST_SENTENCE


def _is_nested(listed: Any) -> bool:
    """Whether a list of terms holds blocks of its own that are to be read as such."""
    return any(listed.find(f".//{name}") is not None for name in ("table", "dl", *_HEADINGS))


def _leads_elsewhere(element: Any) -> bool:
    """Whether a paragraph is only a link to a place on the page: it says nothing of its own."""
    children = list(element)
    if len(children) != 1 or children[0].tag != "a":
        return False
    link = children[0]
    around = f"{element.text or ''}{link.tail or ''}".strip()
    within = (link.get("href") or "").startswith("#")
    return within and not around and any(each.isalpha() for each in _text(link))


def _is_hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style


def _is_layout(table: Any) -> bool:
    """Whether a table only places things on the page."""
    return table.get("role") in ("presentation", "none") or table.find(".//table") is not None


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _spans(row: Any) -> list[Span]:
    return [
        Span(tidy(_text(cell)), _count(cell.get("rowspan")), _count(cell.get("colspan")))
        for cell in row
        if cell.tag in ("td", "th")
    ]


def _count(text: str | None) -> int:
    return max(1, int(text)) if text and text.isascii() and text.isdigit() and len(text) < 5 else 1


def _text(element: Any, between: str = " ") -> str:
    """The words in an element, raised numbers told apart, blocks in it parted by ``between``."""
    pieces: list[str] = []
    for event, each in _events(element):
        block = each is not element and each.tag not in _INLINE
        if event == "start":
            pieces.append(_APART if block else "")
            pieces.append(raised(each.text or "") if each.tag == "sup" else each.text or "")
        else:
            pieces.append(_APART if block else "")
            pieces.append(each.tail or "")
    blocks = [text.rstrip() for text in "".join(pieces).split(_APART) if text.strip()]
    return "".join(
        text + (" " if text.endswith(_ENDS) else between) for text in blocks[:-1]
    ) + "".join(blocks[-1:])


def _events(element: Any) -> Iterator[tuple[str, Any]]:
    """Each element within where it begins and, but for the outermost, where it ends."""
    stack: list[tuple[str, Any]] = [("start", element)]
    while stack:
        event, each = stack.pop()
        unread = not isinstance(each.tag, str) or each.tag in _UNREAD or _is_hidden(each)
        if event == "start" and not unread:
            yield event, each
            if each is not element:
                stack.append(("end", each))
            stack.extend(("start", child) for child in reversed(each))
        elif each is not element:
            yield "end", each
