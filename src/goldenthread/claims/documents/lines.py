"""Reads plain text and Markdown: headings, bullets, wrapped paragraphs, tables among the lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from goldenthread.claims.documents import shapes, text_tables
from goldenthread.claims.documents.building import UNFINISHED, Builder
from goldenthread.claims.documents.marks import plain
from goldenthread.claims.documents.model import Document

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)[\s#]*")
_RULE = re.compile(r"\s*(?:[-=_*~]\s*){3,}")
_UNDERLINE = re.compile(r"\s{0,3}(?:={3,}|-{3,})\s*")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})\s*[\w.+#-]*\s*(?:\{[^`~]*\})?\s*")
_MARK = re.compile(r"^\s*(?:[-*+•◦▪▫■□●○❖✓✔✗✘✅➢➤►▸▶→·‣⁃§\u0336\uf020-\uf0ff–—]|o(?=\s))\s+")
_NUMBERED = re.compile(r"\s*\(?(\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s+")
_QUOTED = re.compile(r"^\s{0,3}(?:>\s?)+")
_ENDS = (".", "!", "?", ":", ";")
# A break between lines is a wrap only where the text is set at least this wide.
_NARROWEST = 50
_HEADING_WORDS = 14
_LEAD_IN_WORDS = 6  # longer than this and with a colon, it leads in a list
_YEARS = re.compile(
    r"\b(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?\b"
    r"|^\s*(?:(?:annex|appendix|chapter|chart|figure|objective|outcome|part|priority|section|standard"
    r"|step|table|theme)\s)?\d+(?:\.\d+)*[.):]?\s",
    re.IGNORECASE,
)
_WHOLLY_BOLD = re.compile(r"\s*(\*\*|__)(?=\S)[^*_]+(?<=\S)\1\s*:?\s*")


@dataclass(slots=True)
class _Paragraph:
    """Lines that may be one paragraph, with the number of the first."""

    first: int = 0
    lines: list[str] = field(default_factory=list)
    bullet: bool = False


def document_from_text(name: str, text: str, *, markdown: bool = False) -> Document:
    """The document in a text; ``name`` is what faults call it, places are "line 12".

    With ``markdown`` every line break within a paragraph is a wrap, as Markdown has it; else
    only those that the width of the lines or the words around them show to be one.
    """
    return _Reader(name, markdown).read(text)


class _Reader:
    def __init__(self, name: str, markdown: bool) -> None:
        self.builder = Builder(name)
        self.markdown = markdown
        self.paragraph = _Paragraph()
        self.unclosed: set[str] = set()

    def read(self, text: str) -> Document:
        """Go through the lines once."""
        lines = re.split(r"\r\n|\r|\n|\f|\u2028|\u2029", text)
        at = 0
        while at < len(lines):
            if beyond := self._past_code(lines, at):
                self._end_paragraph()
                at = beyond
                continue
            found = text_tables.table_at(lines, at)
            if found:
                self._end_paragraph()
                self._table(found)
                at = found.end
                continue
            self._line(lines[at], at + 1, lines[at + 1] if at + 1 < len(lines) else "")
            at += 1
        self._end_paragraph()
        return self.builder.document()

    def _past_code(self, lines: Sequence[str], at: int) -> int:
        """The line after a fenced block of code that begins here; 0 where none does.

        A fence that nothing closes is only a line, so that nothing after it is lost.
        """
        fence = _FENCE.fullmatch(_QUOTED.sub("", lines[at]))
        if not fence or fence[1] in self.unclosed:
            return 0
        for beyond in range(at + 1, len(lines)):
            end = _QUOTED.sub("", lines[beyond]).strip()
            if end.startswith(fence[1]) and not end.strip(fence[1][0]):
                return beyond + 1
        self.unclosed.add(fence[1])
        return 0

    def _table(self, found: text_tables.TextTable) -> None:
        rows = shapes.filled_out([[plain(cell) for cell in row] for row in found.rows])
        self.builder.table(
            rows,
            [
                [f"line {number}, column {column}" for column in range(1, len(row) + 1)]
                for row, number in zip(rows, found.numbers, strict=True)
            ],
            f"line {found.numbers[0]}",
            header_rows=found.header_rows,
        )

    def _line(self, line: str, number: int, following: str) -> None:
        line = _QUOTED.sub("", line)
        if not line.strip() or _FENCE.fullmatch(line):
            self._end_paragraph()
        elif heading := _HEADING.fullmatch(line):
            self._end_paragraph()
            self.builder.heading(plain(heading[1]), f"line {number}")
        elif _RULE.fullmatch(line):
            self._end_paragraph()
        elif marked := self._bullet(line):
            self._end_paragraph()
            self.paragraph = _Paragraph(number, [marked], bullet=True)
        elif self.paragraph.lines and self._goes_on(line):
            self.paragraph.lines.append(line)
        else:
            self._end_paragraph(next_line=line)
            self.paragraph = _Paragraph(number, [line])
        if _UNDERLINE.fullmatch(following) and len(self.paragraph.lines) == 1:
            text, first = self.paragraph.lines[0], self.paragraph.first
            self.paragraph = _Paragraph()
            self.builder.heading(plain(text), f"line {first}")

    def _bullet(self, line: str) -> str:
        """The line without its bullets, or nothing where it has none."""
        rest = line
        while match := _MARK.match(rest):
            if match[0].strip() in "–—" and self._is_unfinished():
                break
            rest = rest[match.end() :]
        numbered = _NUMBERED.match(rest)
        if numbered and (rest is not line or self._may_number(numbered[1])):
            rest = rest[numbered.end() :]
        return rest if rest is not line else ""

    def _may_number(self, number: str) -> bool:
        """Whether a number at the start of a line counts the items of a list."""
        return not self.paragraph.lines or self.paragraph.bullet or self._ended() or number == "1"

    def _is_unfinished(self) -> bool:
        """Whether a paragraph, and no list, is in the middle of a sentence."""
        return bool(self.paragraph.lines) and not self.paragraph.bullet and not self._ended()

    def _ended(self) -> bool:
        return self.paragraph.lines[-1].rstrip().endswith(_ENDS)

    def _goes_on(self, line: str) -> bool:
        """Whether a line goes on with the paragraph before it."""
        before = self.paragraph.lines[-1]
        if self.markdown:
            return not before.endswith("  ")
        start = line.lstrip()
        widest = max(map(len, self.paragraph.lines))
        if UNFINISHED.search(before.rstrip()):
            return True
        if start[0] in "–—" and self._is_unfinished():
            return True
        if start[0].islower() and not before.rstrip().endswith(_ENDS):
            return not self.paragraph.lines[0].lstrip()[0].islower() or self.paragraph.bullet
        width = max(widest, len(line.rstrip()), _NARROWEST)
        return len(before.rstrip()) + 1 + len(start.split(maxsplit=1)[0]) > width

    def _end_paragraph(self, next_line: str = "") -> None:
        paragraph, self.paragraph = self.paragraph, _Paragraph()
        if not paragraph.lines:
            return
        whole = " ".join(each.strip() for each in paragraph.lines)
        place = f"line {paragraph.first}"
        text = _MARK.sub("", plain(whole), count=1)
        if not paragraph.bullet and _WHOLLY_BOLD.fullmatch(whole) and not text.endswith("."):
            self.builder.heading(text, place)
        elif not paragraph.bullet and not next_line and is_heading(text):
            self.builder.heading(text, place, sure=False)
        else:
            self.builder.paragraph(text, place, bullet=paragraph.bullet)


def is_heading(text: str) -> bool:
    """Whether a line that stands alone reads as a heading.

    Short, a capital first, no full stop, and no number but years and the heading's own.
    """
    words = text.split()
    if not words or len(words) > _HEADING_WORDS or text.endswith((".", "!", ";", ",")):
        return False
    capitals = text.upper() == text and any(each.isalpha() for each in text)
    leads_in = text.endswith(":") and len(words) > _LEAD_IN_WORDS and not capitals
    if leads_in or "://" in text or text.isdecimal():
        return False
    if not capitals and not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    return not any(each.isdecimal() for each in _YEARS.sub(" ", text + " "))
