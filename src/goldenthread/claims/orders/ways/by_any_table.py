"""Superlatives that name one line of a table near by, in whatever words.

The last resort for tables, as ``by_any_telling`` is for prose: wrong where the line named is not so
in any of the columns that may be meant, and where the clause speaks of nothing but the table.
"""

import re
from collections.abc import Iterator, Sequence

from goldenthread.claims.language.model import Sentence
from goldenthread.claims.orders.values.in_tables import (
    is_level,
    part_of,
    peers,
    sorts_in,
    timed,
    without_sum,
)
from goldenthread.claims.orders.values.measures import of_different_measures
from goldenthread.claims.orders.values.model import Point, Truth, place_of
from goldenthread.claims.orders.values.own_values import tells_its_own
from goldenthread.claims.orders.values.told_values import keys
from goldenthread.claims.orders.ways.assertion import Assertion, told_order
from goldenthread.claims.orders.ways.judged import LONGEST
from goldenthread.claims.orders.words.superlative_claims import Claim, claims_in
from goldenthread.claims.orders.words.superlative_words import claims_an_order
from goldenthread.claims.tables.cells import Sort
from goldenthread.claims.tables.labels import Whole
from goldenthread.claims.tables.table import Table

_FEWEST = 3
_MOST = 40
_SHORT = re.compile(r"\w{1,3}")
_COUNTED = re.compile(r"\s(?:[\w ]{0,24}?\s)?(?P<noun>[a-z]+)(?=:|\s(?:was|were|is|are)\b)")
_COST_OF = re.compile(r"\b(?:costs?|price|spend)\b", re.I)
# What a table cannot tell: values of other places, of a part, or of what is left out.
_OTHERS = re.compile(r"\b(?:overtaken|second|third|only|both|each|every|as well as|and)\b", re.I)


def by_any_table(sentence: Sentence, tables: Sequence[Table]) -> Iterator[Assertion]:
    """What the superlatives of a sentence say of one line each of the nearest table."""
    text = sentence.text
    if len(text) > LONGEST or not claims_an_order(text) or not tables:
        return
    table = tables[0]
    if table.is_data or not _FEWEST <= len(table.rows) <= _MOST:
        return
    if tells_its_own(sentence.passage.text, table):
        return
    known = " ".join((table.grid.caption, *(each for row in table.grid.rows[:1] for each in row)))
    claims = list(claims_in(text, len(table.rows), known))
    for claim in claims:
        if _OTHERS.search(text[claim.start : claim.end]):
            continue
        if _COST_OF.search(text, claim.start, claim.end) and not _COST_OF.search(known):
            continue
        row = _row(text, claim, table)
        if row is None or is_level(table.rows[row]):
            continue
        columns = _columns(text, claim, table, row)
        made = [one for each in columns for one in _judged(sentence, claim, table, row, each)]
        if made:
            yield min(made, key=lambda each: list(Truth).index(each.truth))


def _row(text: str, claim: Claim, table: Table) -> int | None:
    """The one row that the clause names by its whole label, with its class where that is short."""
    clause = text[claim.start : claim.end]
    heading = table.grid.rows[0][0] if table.grid.header_rows else ""
    kinds = "|".join(re.escape(word) for word in heading.split()) or "(?!)"
    found = []
    for place, row in enumerate(table.rows):
        label = row.label.strip()
        if row.empty or row.whole is not Whole.NO or not label:
            continue
        name = re.escape(label)
        if _SHORT.fullmatch(label):
            name = rf"(?:(?:{kinds})\s+{name}|{name}\s+(?:{kinds}))"
        if re.search(rf"(?<!\w){name}(?!\w)", clause, re.IGNORECASE):
            found.append(place)
    return found[0] if len(found) == 1 else None


def _columns(text: str, claim: Claim, table: Table, row: int) -> list[int]:
    """The columns that may be meant: those the clause or its sentence names, or the only one."""
    grid = table.grid
    filled = [n for n, line in enumerate(table.columns) if not line.empty and not is_level(line)]
    times = {n for n in filled if timed(table.columns[n])}
    if times:
        filled = [n for n in filled if table.columns[n].label.strip() in text] or (
            filled if len(filled) == 1 else []
        )
    said = [n for n in filled if keys(table.columns[n].label) & claim.spoken]
    columns = said or (filled if len(filled) == 1 else [])
    words = [grid.caption, grid.section, table.rows[row].label]
    words += [table.columns[n].label for n in columns]
    words += grid.rows[0] if grid.header_rows else ()
    known = {word for each in words for word in keys(each)}
    if not (grid.caption or grid.section) and (noun := _COUNTED.match(text, claim.match.end())):
        known |= keys(noun["noun"])  # a table without a title does not say what it counts
    digits = {word for word in claim.spoken if word[0].isdigit() or word[-1].isdigit()}
    return [] if claim.strange(known | digits) else columns


def _judged(
    sentence: Sentence, claim: Claim, table: Table, row: int, column: int
) -> Iterator[Assertion]:
    along = peers(table.rows, (row,), with_rest=claim.rank > 1)
    if row not in along or len(along) < _FEWEST:
        return
    if of_different_measures(table.turned, (row,), along):
        return
    for sort in dict.fromkeys(sorts_in(table.cells[row][column])):
        parts = [part_of(table.cells[each][column], sort) for each in along]
        if not all(parts) or sort not in (Sort.NUMBER, Sort.PERCENT, Sort.MONEY):
            continue
        points = [
            Point(label=table.rows[each].label, printed=part.text, interval=part.interval)
            for each, part in zip(along, parts, strict=True)
            if part
        ]
        words = f"{table.grid.caption} {table.columns[column].label} {sentence.text}"
        way, place = claim.way(words, at=len(words) - len(sentence.text)), along.index(row)
        kept = without_sum(tuple(points), list(range(len(points))), [place])
        points, place = [points[n] for n in kept], kept.index(place)
        truth = place_of(points, place, way, claim.rank)
        evidence, right = told_order(points, [place], way, claim.rank)
        yield Assertion(
            sentence=sentence,
            subject=table.columns[column].label,
            claimed=table.rows[row].label,
            way=way,
            rank=claim.rank,
            truth=Truth.HOLDS if truth is Truth.TIED else truth,
            printed=sentence.text[claim.start : claim.end].strip(),
            evidence=evidence,
            expected=right,
        )
