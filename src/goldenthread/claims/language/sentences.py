"""A passage cut into sentences, each with its quantities and times."""

import re
from collections.abc import Iterator

from goldenthread.claims.documents.model import Passage
from goldenthread.claims.language.model import Sentence
from goldenthread.claims.language.numbers import quantities_in
from goldenthread.claims.language.times import times_in

_STOP = re.compile(
    r"[.!?][)\]’”'\"*_]*\s+(?=[\"‘“'(\[*_]*[A-Z0-9£])|\n+|\s+(?=[•▪◦❖✓✘\u0336\uf020-\uf0ff]\s)"
)
# A full stop that ends a short form and not a sentence.
_SHORT = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|no|nos|No|Nos|Dr|Mr|Mrs|Ms|St|Rev|Prof|Fig|Figs|fig|para|"
    r"paras|Para|sec|Sec|ch|p|pp|vol|ed|al|incl|excl|inc|est|avg|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    r"Sept|Sep|Oct|Nov|Dec|Cllr|Supt|Insp|Sgt|c|s|ss|Reg|reg|ref|Ref|tel|Tel|ext)"
    r"|\b[A-Z]|^\s*[\W_]*\d{1,3}|^\s*[a-z]|^\s*\d+\.\d+)$"
)
# A mark of a list within a line; "of the 2. Then" ends a sentence.
_MARK = re.compile(
    r"(?:^|(?<!\bof)(?<!\bis)(?<!\bwas)(?<!\bto)(?<!\bthe)(?<!\bby)\s)(?P<mark>\d{1,2})(?=\.\s+[A-Z])"
)
_ENDS_ANYWAY = re.compile(r"\b(?:etc|al|Ltd)$")


def _marks(text: str) -> dict[int, int]:
    """The stops after the marks of a list that is set in one line, "1. Agree 2. Sign", by stop."""
    found: dict[int, int] = {}
    for match in _MARK.finditer(text):
        if int(match["mark"]) == len(found) + 1:
            found[match.end()] = match.start("mark")
    return found if len(found) > 1 else {}


def cut(text: str) -> Iterator[str]:
    """The sentences of a text, trimmed, in order."""
    begin = 0
    marks = _marks(text)
    for match in _STOP.finditer(text):
        stop = match.start()
        if stop in marks:
            before = text[begin : marks[stop]].strip()
            if before:
                yield before
                begin = marks[stop]
            continue
        before = text[begin:stop]
        if (
            text[stop] == "."
            and _SHORT.search(before)
            and not (_ENDS_ANYWAY.search(before) and text[match.end()].isupper())
        ):
            continue
        yield text[begin : match.end()].strip()
        begin = match.end()
    yield text[begin:].strip()


def sentences_of(file: str, passage: Passage) -> Iterator[Sentence]:
    """Every sentence of a passage, in order; the second and later told apart by their number."""
    sentences = (text for text in cut(passage.text) if text)
    for number, text in enumerate(sentences, start=1):
        locator = passage.locator if number == 1 else f"{passage.locator}, sentence {number}"
        yield Sentence(
            text=text,
            file=file,
            locator=locator,
            passage=passage,
            quantities=quantities_in(text),
            times=times_in(text),
        )
