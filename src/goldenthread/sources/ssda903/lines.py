"""The lines of a CSV file as plain UTF-8, whatever wrote it: never more than a piece at a time.

No cell of a return holds a line's end, so a line is a row and keeps its number even where it is
broken: a quotation mark that is not closed cannot swallow the rows after it.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources.ssda903.layout import known_by

PIECE = 1 << 20
# A line of headings is some hundred characters long; what goes on and on is no such file.
_LONGEST_HEADING = 65_536
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Heading:
    """The line of headings: its number, its cells and what stands between them."""

    number: int
    cells: tuple[str, ...]
    delimiter: str


@dataclass(frozen=True, slots=True)
class Writing:
    """How a file is written. ``certain`` is False where its letters had to be guessed."""

    encoding: str
    certain: bool
    quotes: bool


def starts(path: Path, size: int) -> tuple[str, str]:
    """The first text of a file, of so many bytes, and the encoding it seems to be in."""
    with path.open("rb") as opened:
        start = opened.read(size)
    encoding = _marked(start) or "utf-8"
    return start.decode(encoding, errors="replace"), encoding


def writing(path: Path) -> Writing:
    """Look through a file once: is it UTF-8, and does a quotation mark stand in it.

    Raises GoldenThreadError where it cannot be opened.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    valid, quotes, encoding = True, False, "utf-8"
    try:
        with path.open("rb") as opened:
            encoding = _marked(opened.read(4)) or encoding
            opened.seek(0)
            while piece := opened.read(PIECE):
                quotes = quotes or b'"' in piece
                valid = valid and _decodes(decoder, piece)
    except OSError as error:
        raise GoldenThreadError(
            f"{path.name} cannot be opened: see that it is there and that you may read it."
        ) from error
    if encoding != "utf-8":
        return Writing(encoding, True, quotes)
    valid = valid and _decodes(decoder, b"", final=True)
    return Writing("utf-8" if valid else "cp1252", valid, quotes)


def heading(path: Path, encoding: str) -> Heading | None:
    """The first line that is not blank, if it is the headings of a table of the return."""
    with path.open("r", encoding=encoding, errors="replace", newline=None) as opened:
        number = 0
        while line := opened.readline(_LONGEST_HEADING):
            number += 1
            if line.strip(" \t,;|\n"):
                return _heading(line.rstrip("\n"), number)
    return None


def _heading(line: str, number: int) -> Heading | None:
    for delimiter in _DELIMITERS:
        try:
            cells = next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error:
            continue
        if known_by(cells):
            return Heading(number, tuple(cells), delimiter)
    return None


class Body(io.RawIOBase):
    """The lines after the headings, as bytes of UTF-8 for a strict reader, counted as they pass.

    ``delimiter`` makes it look at each line by itself: one whose quotation marks do not match is
    passed on blank, and its number kept in ``broken``.
    """

    def __init__(self, path: Path, written: Writing, skip: int, delimiter: str = "") -> None:
        self._opened = path.open("rb")
        self._turn = Lock()
        self._pieces = self._read(written.encoding, skip, delimiter)
        self._left = b""
        self._ends_whole = True
        self._ends = 0
        self.broken: list[int] = []

    @property
    def count(self) -> int:
        """How many lines have passed."""
        return self._ends + (not self._ends_whole)

    def readable(self) -> bool:
        """True: it is read from."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most ``size``; none at the end.

        One at a time: a strict reader reads ahead in a thread of its own, and may still be at it
        when it has given up and the rest is passed over here.
        """
        with self._turn:
            while not self._left:
                piece = next(self._pieces, None)
                if piece is None:
                    return b""
                self._left = piece
            taken = self._left if size < 0 else self._left[:size]
            self._left = self._left[len(taken) :]
            self._ends += taken.count(b"\n")
            self._ends_whole = taken.endswith(b"\n")
            return taken

    def pass_over(self) -> None:
        """Count the lines that are left, and keep nothing of them."""
        while self.read(PIECE):
            continue

    def close(self) -> None:
        """Close the file beneath."""
        self._opened.close()
        super().close()

    def _read(self, encoding: str, skip: int, delimiter: str) -> Iterator[bytes]:
        texts = self._texts(encoding, skip)
        if not delimiter:
            for text in texts:
                yield text.encode("utf-8", "replace")
            return
        whole = _whole_line(delimiter)
        number = 0
        for lines in _of_lines(texts):
            passed = []
            for line in lines:
                number += 1
                if '"' in line and not whole.fullmatch(line):
                    self.broken.append(number)
                    line = ""
                passed.append(line)
            yield ("\n".join(passed) + "\n").encode("utf-8", "replace")

    def _texts(self, encoding: str, skip: int) -> Iterator[str]:
        """Pieces of the text after so many lines, every line ended in one way."""
        inner = codecs.getincrementaldecoder(encoding)(errors="replace")
        decoder = io.IncrementalNewlineDecoder(inner, translate=True)
        final = False
        while not final:
            piece = self._opened.read(PIECE)
            final = not piece
            text = decoder.decode(piece, final=final)
            while skip and text:
                _, end, text = text.partition("\n")
                skip -= bool(end)
            if text:
                yield text


def _whole_line(delimiter: str) -> re.Pattern[str]:
    """A line each of whose cells is in quotation marks, or has none in it."""
    mark = re.escape(delimiter)
    cell = rf'(?:"(?:[^"]|"")*+"|[^"{mark}]*+)'
    return re.compile(rf"{cell}(?:{mark}{cell})*+")


def _of_lines(texts: Iterator[str]) -> Iterator[list[str]]:
    """Whole lines, a list for each piece."""
    begun: list[str] = []
    for text in texts:
        head, end, tail = text.rpartition("\n")
        if not end:
            begun.append(tail)
            continue
        yield "".join([*begun, head]).split("\n")
        begun = [tail]
    if last := "".join(begun):
        yield [last]


def _marked(start: bytes) -> str:
    return next((name for mark, name in _MARKS if start.startswith(mark)), "")


def _decodes(decoder: codecs.IncrementalDecoder, piece: bytes, final: bool = False) -> bool:
    try:
        decoder.decode(piece, final)
    except UnicodeDecodeError:
        return False
    return True
