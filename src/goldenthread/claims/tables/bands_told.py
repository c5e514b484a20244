"""What a text tells of several rows of a table together: an age and over, or all ages of an area.

"26% were aged 60 and over" is the sum of the rows 60 to 64, 65 to 69 and so on, of the column that
the sentence names; "10,502 tumours" may be all rows of one area. That two digits changed about in
one number would make the sum right is what shows that no others are meant.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.slip import figures_of, swaps
from goldenthread.claims.reading import Reading
from goldenthread.claims.tables.cells import Part
from goldenthread.claims.tables.labels import Sense, Whole
from goldenthread.claims.tables.lines import Line
from goldenthread.claims.tables.table import Table, tables_of
from goldenthread.claims.tables.told_together import Unlike

_NEAR = 8  # blocks between a table and the text about it
_FEWEST = 3
_LARGE = 1000  # a smaller number is like a column's sum by chance
_OLDEST = 200
_BAND = re.compile(
    r"(?:aged? )?(?:(?P<low>\d{1,2})(?: to | ?- ?)(?P<high>\d{1,2})"
    r"|(?P<from>\d{1,2}) ?(?:\+|(?:and|or) (?:over|above|older))|under (?P<under>\d{1,2}))"
    r"(?: years?)?(?: old| of age)?",
    re.IGNORECASE,
)
_AGED = re.compile(rf"\baged? (?:from |between )?(?P<band>{_BAND.pattern})", re.IGNORECASE)


def told_of_rows(reading: Reading) -> Iterator[tuple[Sentence, Unlike]]:
    """Every number told beside a table of several of its rows, that these do not make."""
    for table in tables_of(reading):
        beside = [
            each
            for each in reading.sentences
            if each.quantities
            and each.file == table.file
            and abs(each.passage.order - table.grid.order) <= _NEAR
        ]
        if beside:
            yield from _of_ages(table, beside)
            yield from _of_areas(table, beside)


def _span(text: str) -> tuple[int, int] | None:
    match = _BAND.fullmatch(text.strip())
    if match is None:
        return None
    told = {name: int(value) for name, value in match.groupdict().items() if value}
    low = told.get("low", told.get("from", 0))
    return low, told.get("high", told["under"] - 1 if "under" in told else _OLDEST)


def _of_ages(table: Table, beside: Sequence[Sentence]) -> Iterator[tuple[Sentence, Unlike]]:
    """Percentages of an age and over, against the bands of the column that is named."""
    bands = [(span, row) for row in table.rows if (span := _span(row.key))]
    if len(bands) < _FEWEST:
        return
    for sentence in beside:
        ages = list(_AGED.finditer(sentence.text))
        spans = {_span(each["band"]) for each in ages}
        if len(spans) != 1 or (span := spans.pop()) is None:
            continue
        rows = _tiling(span, bands)
        named = [
            (each, column)
            for each in sentence.quantities
            if each.measure is Measure.PERCENT
            and each.hedge is Hedge.NONE
            and (column := _named_after(sentence.text[each.end :], table.columns))
        ]
        for stated, column in named if rows else ():
            parts = [table.cells[row.index][column.index].percent for row in rows]
            found = tuple(each for each in parts if each)
            if len(found) == len(rows) and _is_slip(stated, found):
                yield sentence, Unlike(stated, column.label, found)


def _tiling(span: tuple[int, int], bands: Sequence[tuple[tuple[int, int], Line]]) -> list[Line]:
    """The rows that make a band of ages between them; none where they do not."""
    inside = sorted(
        (each for each in bands if span[0] <= each[0][0] and each[0][1] <= span[1]),
        key=lambda each: each[0],
    )
    ends = [span[0] - 1, *(each[0][1] for each in inside)]
    whole = all(one[0][0] == end + 1 for one, end in zip(inside, ends, strict=False))
    return [row for _, row in inside] if len(inside) > 1 and whole and ends[-1] == span[1] else []


def _named_after(after: str, columns: Sequence[Line]) -> Line | None:
    """The column of which a percentage is told: "26% of Welsh people"."""
    words = re.match(r" of (?:the |all )?([^,.;()]+)", after)
    said = re.split(r"\b(?:were|was|are|is|who|aged)\b", words[1])[0].lower() if words else ""
    named = [
        each for each in columns if each.key and re.search(rf"\b{re.escape(each.key)}\b", said)
    ]
    return named[0] if len(named) == 1 else None


def _of_areas(table: Table, beside: Sequence[Sentence]) -> Iterator[tuple[Sentence, Unlike]]:
    """Counts told by the noun of a column, against all rows of the area they are grouped by."""
    if any(row.whole is not Whole.NO for row in table.rows):
        return
    for column in table.columns:
        noun = re.search(r"(?:number|count) of (?P<noun>[a-z]{5,})", column.key)
        if column.sense is not Sense.COUNT or noun is None:
            continue
        told = [
            (sentence, each)
            for sentence in beside
            for each in sentence.quantities
            if each.measure is Measure.COUNT
            and each.value >= _LARGE
            and each.hedge is Hedge.NONE
            and noun["noun"] in each.noun.lower().split()
        ]
        lines = [row for row in table.rows if not row.empty and len(row.levels) > 1]
        for _, group in groupby(lines if told else (), key=lambda row: row.levels[0]):
            cells = [table.cells[row.index][column.index].amount for row in group]
            parts = tuple(each for each in cells if each)
            made = sum((each.value for each in parts), Fraction(0))
            if len(parts) < _FEWEST or len(parts) < len(cells):
                continue
            if any(each.value == made for _, each in told):
                continue
            for sentence, stated in told:
                if _is_slip(stated, parts):
                    yield sentence, Unlike(stated, column.label, parts)


def _is_slip(stated: Quantity, parts: Sequence[Part]) -> bool:
    """Whether the parts miss what is told by two digits changed about in one of the numbers."""
    low = sum((each.interval.low for each in parts), Fraction(0))
    high = sum((each.interval.high for each in parts), Fraction(0))
    gap = stated.interval.low - high, stated.interval.high - low
    if gap[0] <= 0 <= gap[1]:
        return False
    grown = [-shift for shift in swaps(figures_of(stated.text))]
    grown += [shift for each in parts for shift in swaps(figures_of(each.text))]
    return any(gap[0] <= each <= gap[1] for each in grown)
