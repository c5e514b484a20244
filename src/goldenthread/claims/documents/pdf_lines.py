"""Puts the words of a page together: words to lines, lines to paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from goldenthread.claims.documents import shapes
from goldenthread.claims.documents.lines import is_heading
from goldenthread.claims.documents.marks import raised, tidy

_BULLET = re.compile(r"^(?:[-*•◦▪■●○❖✓✔✗✘➢►·–—\uf0a7\uf0b7]|o(?=\s))\s+|^\(?\d{1,2}[.)]\s+")
# Shares of the size of type.
_SAME_WORD = 0.12
_OTHER_PART = 1.8  # a gap so wide parts two columns
_OTHER_VALUE = 0.8  # and one so wide two numbers
_SAME_PARAGRAPH = 0.75
_RAISED = 0.88
_LARGER = 1.12


@dataclass(slots=True)
class Part:
    """Words of one line without a wide gap between them."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    words: list[tuple[float, float, str]] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """Parts that stand at one height."""

    parts: list[Part]

    @property
    def top(self) -> float:
        """Where the highest part begins."""
        return min(part.top for part in self.parts)

    @property
    def bottom(self) -> float:
        """Where the lowest part ends."""
        return max(part.bottom for part in self.parts)

    @property
    def size(self) -> float:
        """The largest type in it."""
        return max(part.size for part in self.parts)


@dataclass(slots=True)
class Paragraph:
    """Parts under one another that are read together."""

    parts: list[Part]
    bullet: bool = False
    texts: list[str] = field(default_factory=list)

    @property
    def top(self) -> float:
        """Where it begins on the page."""
        return self.parts[0].top

    @property
    def size(self) -> float:
        """The size of its first line."""
        return self.parts[0].size

    @property
    def text(self) -> str:
        """Its words, without its bullet; a line's hyphen joins without a space."""
        whole = ""
        for part in self.parts:
            joined = whole.endswith("-") and whole[-2:-1].isalnum()
            whole += part.text if joined or not whole else f" {part.text}"
        return _BULLET.sub("", tidy(whole))

    def is_heading(self, usual: float) -> bool:
        """Whether it is set as a heading: larger or bolder than what is ``usual``, and short."""
        bold = all(part.bold for part in self.parts)
        larger = self.size > usual * _LARGER
        return not self.bullet and (larger or bold) and is_heading(self.text)


def lines_of(words: Sequence[dict[str, Any]]) -> list[Line]:
    """Words as lines from the top, each from the left."""
    rows: list[list[dict[str, Any]]] = []
    bands: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda each: (each["bottom"], each["x0"])):
        middle = (word["top"] + word["bottom"]) / 2
        # Only the last few lines can be level with a word, since words come from the top.
        for at in range(len(rows) - 1, max(-1, len(rows) - 4), -1):
            top, bottom = bands[at]
            if top <= middle <= bottom or word["top"] <= (top + bottom) / 2 <= word["bottom"]:
                rows[at].append(word)
                bands[at] = (min(top, word["top"]), max(bottom, word["bottom"]))
                break
        else:
            rows.append([word])
            bands.append((word["top"], word["bottom"]))
    return [Line(_parts(sorted(row, key=lambda each: float(each["x0"])))) for row in rows]


def _parts(words: Sequence[dict[str, Any]]) -> list[Part]:
    size = max(word["size"] for word in words)
    base = max(word["bottom"] for word in words if word["size"] == size)
    parts: list[Part] = []
    for word in words:
        text = word["text"]
        if word["size"] < _RAISED * size and word["bottom"] < base - 0.1 * size:
            text = raised(text)
        text = tidy(text)
        last = parts[-1] if parts else None
        gap = word["x0"] - last.x1 if last else 0.0
        if last and not _parted(last, text, gap / size):
            last.text += text if gap < _SAME_WORD * size else f" {text}"
            last.words.append((word["x0"], word["x1"], text))
            last.x1 = max(last.x1, word["x1"])
            last.size = max(last.size, word["size"])
            last.bold = last.bold and _is_bold(word)
        else:
            parts.append(
                Part(
                    text,
                    word["x0"],
                    word["x1"],
                    word["top"],
                    word["bottom"],
                    word["size"],
                    _is_bold(word),
                    [(word["x0"], word["x1"], text)],
                )
            )
    return parts


def _parted(last: Part, text: str, gap: float) -> bool:
    """Whether a gap, in sizes of type, parts a word from those before it on the line."""
    if gap < _OTHER_VALUE:
        return False
    return gap >= _OTHER_PART or (shapes.is_value(last.words[-1][2]) and shapes.is_value(text))


def _is_bold(word: dict[str, Any]) -> bool:
    name = word["fontname"].lower()
    return any(weight in name for weight in ("bold", "black", "heavy", "semibold"))


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """Lines as paragraphs, columns beside one another kept apart."""
    found: list[Paragraph] = []
    for line in lines:
        for part in line.parts:
            above = next((each for each in reversed(found[-12:]) if _belongs(part, each)), None)
            bullet = bool(_BULLET.match(part.text))
            if above is None or bullet:
                found.append(Paragraph([part], bullet))
            else:
                above.parts.append(part)
    return found


def _belongs(part: Part, paragraph: Paragraph) -> bool:
    """Whether a part goes on with a paragraph: under its last line, of its size and weight."""
    last = paragraph.parts[-1]
    gap = part.top - last.bottom
    if not -0.5 * last.size < gap < _SAME_PARAGRAPH * last.size or part.top <= last.top:
        return False
    if abs(part.size - last.size) > 0.1 * last.size or part.bold != last.bold:
        return part.bold != last.bold and abs(part.size - last.size) <= 0.1 and _mid(last.text)
    left = min(each.x0 for each in paragraph.parts)
    right = max(each.x1 for each in paragraph.parts)
    overlap = min(right, part.x1) - max(left, part.x0)
    if overlap < 0.5 * min(right - left, part.x1 - part.x0):
        return False
    # Where the next word would have had room, the line was ended on purpose.
    word = part.words[0]
    roomy = last.x1 + (word[1] - word[0]) + part.size < max(right, part.x1)
    return not (roomy and not part.text[0].islower())


def _mid(text: str) -> bool:
    """Whether a line ends in the middle of a sentence, so that its weight may change."""
    return not text.endswith((".", ":", "!", "?")) and len(text.split()) > 6
