"""A place in an order claimed for a row of a table that has it by no measure of that table.

Which column is meant need not be known: where the row stands there in no column, by no change
from one to another and by nothing worked out from two, the words are wrong whatever they are of.
A number told with them that is the row's own says which column it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from goldenthread.claims.closed.cells.names import names_in
from goldenthread.claims.closed.orders.claims import (
    BUT_FOR,
    clause_of,
    is_of_a_change,
    strange,
)
from goldenthread.claims.closed.orders.places import holds, turned
from goldenthread.claims.closed.orders.series import Series, What, series_of
from goldenthread.claims.closed.orders.spoken import Spoken, all_claims, figures_of, spoken_in
from goldenthread.claims.closed.orders.wording import (
    PER,
    RATE,
    all_stems,
    begin_alike,
    heads_of,
    narrows,
    said_of,
    series_meant,
)
from goldenthread.claims.language.model import Measure, Quantity, Sentence
from goldenthread.claims.orders.values.in_tables import part_of, timed
from goldenthread.claims.orders.values.model import Way
from goldenthread.claims.orders.ways.assertion import Assertion, disproved_end
from goldenthread.claims.orders.words.narrowed import another_many
from goldenthread.claims.quoting.quoted_cells import SORTS, times_not_shown
from goldenthread.claims.quoting.retold_lines import is_there
from goldenthread.claims.tables.labels import Whole
from goldenthread.claims.tables.table import Table

# What sets some of the rows aside, or says less than that one is first.
_ASIDE = re.compile(
    r"\b(?:of (?:these|those|them)|among|amongst|excluding|except|besides|apart from|aside|"
    r"other than|but for|bar|leaving|outside|next to|not|never|nor|no longer|if|would|could|should|"
    r"(?-i:may)|might|expected|targets?|forecast|nearly|almost|joint\w*|equal\w*|one of|some of|"
    r"two|both|remaining|others?|rest|so far|until|nationally|national|england|previous|earlier|"
    r"only|alone|single|than|older|younger|under|aged|ever|for (?:\w+ )?years|since)\b",
    re.IGNORECASE,
)
_AT_ITS = re.compile(r"\bat (?:its|their) $")  # "at their lowest": of all times of one thing
_ITS = re.compile(r"(?:['’]s?|\b(?:its|their)) $")  # "Moor's lowest figure": of its own times
_PERCENT = re.compile(r"\b(?:percentage|per cent|percent|proportional\w*|relative)\b|%", re.I)


@dataclass(frozen=True)
class _Held:
    """A claim held against one table: the series it may be of, and whether its own number is one.

    ``so`` says whether any of them, or the row's own times, bear it out; ``in_its_times`` whether
    these do.
    """

    way: Way
    every: Sequence[Series]
    meant: Sequence[Series]
    own: Sequence[Series]
    clause: str
    so: bool
    in_its_times: bool
    led: frozenset[int] = frozenset()  # the columns of which the claim before is so


def in_no_column(
    sentence: Sentence, last: Sentence | None, tables: Sequence[Table]
) -> Iterator[Assertion]:
    """Every row to which a sentence gives a place that no measure of the nearest table bears out.

    ``tables`` are those of the file, the nearest first; any that names the row may be meant. Where
    the sentence before speaks of the table, ``last``, a second place is from the end it tells.
    """
    found = list(_held(sentence, last, tables))
    so = {spoken.claim.start for _, spoken, held in found if held.so}
    for view, spoken, held in found:
        claim, name = spoken.claim, view.rows[spoken.row].key
        if claim.start in so or not _is_tied(sentence, spoken, view, held):
            continue
        if not held.own and any(_may_be_in(other, spoken, name) for other in tables[1:]):
            continue
        shown = held.meant[0]
        yield disproved_end(sentence, claim.words, shown.points, shown.mine, held.way, claim.rank)


def borne_out_in(sentence: Sentence, tables: Sequence[Table]) -> list[tuple[int, int]]:
    """Where the superlatives stand that are so of the number of the table told with them."""
    return [
        (spoken.claim.start, spoken.claim.end)
        for view, spoken, held in _held(sentence, None, tables)
        if held.so
        and (held.own or spoken.turn is not None or _is_of_one_column(view, held, spoken))
        if held.in_its_times or not _ITS.search(sentence.text, 0, spoken.claim.start)
    ]


def _is_of_one_column(view: Table, held: _Held, spoken: Spoken) -> bool:
    """Whether words leave but one column that a claim may be of, no time, and it is so of that."""
    levels = [each for each in held.meant if each.what is What.LEVEL]
    if any(timed(view.columns[each.columns[0]]) for each in levels):
        return False  # "police calls peaked in May": of their own months
    return len({each.columns for each in levels}) == 1 and any(
        holds(each, held.way, spoken.claim.rank, None) for each in levels
    )


def _held(
    sentence: Sentence, last: Sentence | None, tables: Sequence[Table]
) -> Iterator[tuple[Table, Spoken, _Held]]:
    if not all_claims(sentence.text):
        return
    for table in tables[:1]:
        for view in (table, table.turned):
            before, led = Way.EITHER, frozenset[int]()
            for spoken in _spoken(last, view) if last else ():
                before = spoken.claim.way
                led = _columns(_weighed(last, spoken, view, Way.EITHER)) if last else led
            for spoken in _spoken(sentence, view):
                held = _weighed(sentence, spoken, view, before)
                if held:
                    yield view, spoken, replace(held, led=led)
                before = spoken.claim.way
                led = _columns(held)


def _columns(held: _Held | None) -> frozenset[int]:
    """The columns that a claim is of: its number's, or the only one of which it is so."""
    if held is None:
        return frozenset()
    meant = frozenset(each.columns[0] for each in held.own or held.meant)
    return meant if held.own or len(meant) == 1 else frozenset()


def _spoken(sentence: Sentence, view: Table) -> Iterator[Spoken]:
    """What a sentence says of the rows of a table, and of its columns where they are times."""
    names = names_in(sentence.text, view.rows)
    lines = [view.rows[each.line] for each in names]
    of_rows = [
        name
        for name, line in zip(names, lines, strict=True)
        if line.whole is Whole.NO and (timed(line) is not None or not view.is_turned)
    ]
    return spoken_in(sentence.text, of_rows)


def _weighed(sentence: Sentence, spoken: Spoken, view: Table, before: Way) -> _Held | None:
    text, claim = sentence.text, spoken.claim
    named_in_it = names_in(text[slice(*claim.within)], [view.rows[spoken.row]])
    since = claim.start if named_in_it and claim.led else min(claim.start, spoken.start)
    told = slice(*clause_of(text, since, claim.end))
    clause, led = text[told], text[claim.led : max(told.stop, claim.end)]
    heads = heads_of(view).lower()
    if view.is_data or any(each.group().lower() not in heads for each in _ASIDE.finditer(led)):
        return None
    if any(each.group().lower() not in heads for each in PER.finditer(led)):
        return None  # "per acre, beans were the largest crop (117)"
    if (claim.rank == 1 and BUT_FOR.search(led)) or times_not_shown(led, view):
        return None
    if spoken.turn is None and is_of_a_change(clause, claim.words):
        return None
    way = before if claim.rank > 1 and claim.way is Way.EITHER else claim.way
    every = list(series_of(view, spoken.row, with_rest=claim.rank > 1))
    figures = figures_of(sentence, spoken)
    every = [
        each
        for each in every
        if not another_many(text, claim.led, len(each.points))
        and (
            each.what is not What.RATIO
            or PER.search(clause)
            or _tells(view, spoken.row, each, figures)
        )
    ]
    if not every:
        return None
    levels = spoken.turn is None and claim.is_of_numbers
    own = [
        each
        for each in every
        if not (levels and each.what is not What.LEVEL) and _tells(view, spoken.row, each, figures)
    ]
    if figures and not own:
        return None
    meant: Sequence[Series] = own or every
    if spoken.turn is not None:
        times = {
            each.line for each in names_in(text, view.columns) if timed(view.columns[each.line])
        }
        meant = [
            each
            for each in meant
            if each.what in (What.CHANGE, What.BY_PERCENT)
            and (len(times) != 2 or len(each.columns) == 1 or set(each.columns) == times)
        ]
        every = meant
        if _PERCENT.search(clause):
            meant = [each for each in meant if each.what is What.BY_PERCENT] or meant
    elif not own:
        meant = series_meant(view, every, clause)
    if not meant:
        return None
    so = any(holds(each, way, claim.rank, spoken.turn) for each in meant)
    in_times = _is_of_its_times(sentence, view, spoken, own, way)
    return _Held(way, every, meant, own, clause, so or in_times, in_times)


def _is_of_its_times(
    sentence: Sentence, view: Table, spoken: Spoken, own: Sequence[Series], way: Way
) -> bool:
    """Whether the row has the place at one of its own times: "peaked at 231 in 2022"."""
    if spoken.turn is not None:
        return False
    over_times = _AT_ITS.search(sentence.text, 0, spoken.claim.start) is not None
    named = {each.line for each in names_in(sentence.text, view.columns)}
    times = named | {each.columns[0] for each in own if each.what is What.LEVEL}
    return any(
        each.columns == (spoken.row,) and holds(each, way, spoken.claim.rank, spoken.turn)
        for time in times
        if over_times or timed(view.columns[time]) is not None
        for each in series_of(view.turned, time, with_rest=True)
    )


def _tells(view: Table, row: int, series: Series, figures: Sequence[Quantity]) -> bool:
    """Whether one of the numbers told is the row's own value in a series."""
    if series.what is What.LEVEL or len(series.columns) == 1:
        column = series.columns[0]
        cell = view.cells[row][column]
        same = [
            each
            for each in figures
            if part_of(cell, SORTS[each.measure]) is None or SORTS[each.measure] is series.sort
        ]  # "13,060 (10.5%)" has two numbers, each of a measure of its own
        if any(is_there(view, row, column, each) for each in same):
            return True
    mine = series.points[series.mine].interval
    size = max(mine, turned(mine), key=lambda each: each.low)
    if series.what is What.RATIO:  # "best at Moor, where 91% of places were filled"
        share = series.points[series.mine].interval.scaled(Fraction(100))
        return any(
            each.measure is Measure.PERCENT and each.interval.meets(share) for each in figures
        )
    if series.what is What.BY_PERCENT:
        return any(
            each.measure is Measure.PERCENT and each.interval.meets(size) for each in figures
        )
    if series.what is What.CHANGE:
        return any(each.measure is Measure.COUNT and each.interval.meets(size) for each in figures)
    return False


def _is_tied(sentence: Sentence, spoken: Spoken, view: Table, held: _Held) -> bool:
    """Whether the words are of the table beyond doubt: by its own number, or by nothing new."""
    claim, clause = spoken.claim, held.clause
    figures = figures_of(sentence, spoken)
    said = said_of(view, f"{clause} {' '.join(each.noun for each in figures)}")
    known = all_stems(heads_of(view))
    new = [
        word
        for word in strange(clause, claim.words, known)
        if not any(begin_alike(word, each) for each in known)
    ]
    if new and (not held.own or narrows(clause, claim.words, new)):
        return False
    if held.own:
        if all(each.what is What.BY_PERCENT for each in held.own):
            return True  # of nothing else than that change
        every = held.own if _APPOSED.match(sentence.text, claim.end) else held.every
        if not any(holds(each, held.way, claim.rank, spoken.turn) for each in every):
            return True
        columns = {each for series in held.own for each in series.columns}
        named = {each.index for each in view.columns if all_stems(each.label) & said}
        return bool(columns & held.led) or (bool(named) and named <= columns)
    grid = view.grid
    labels = " ".join(each.label for each in view.columns)
    measured = all_stems(f"{grid.caption} {grid.section} {labels}")
    measured -= all_stems(view.rows[spoken.row].label)
    return spoken.turn is not None or bool(measured & said) or bool(RATE.search(clause))


# A number right beside a claim says of what it is: "the best result of all, 71%".
_APPOSED = re.compile(r"(?: [a-z]+){0,5}(?:,| \() ?£?\d[\d,.]*%?(?=[.;)]|,\s|$)")


def _may_be_in(table: Table, spoken: Spoken, name: str) -> bool:
    """Whether another table has a line of that name, which may be meant and may bear it out."""
    claim = spoken.claim
    for view in (table, table.turned):
        for line in view.rows:
            if line.key == name and any(
                holds(each, claim.way, claim.rank, spoken.turn)
                for each in series_of(view, line.index, with_rest=claim.rank > 1)
            ):
                return True
    return False
