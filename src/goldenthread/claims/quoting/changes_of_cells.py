"""Changes told of a number that stands in a table, whose earlier number stands there too.

"There were 655 in care, 43 more than a year before": the row that has 655 has what it was a year
before. "Those with agency carers rose by 25, or 16%": the only rows in which 25 lies between two
times say what share that is.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from goldenthread.claims.changes.binding import told_base
from goldenthread.claims.changes.blockers import ELSEWHERE, RECKONED, WISHED
from goldenthread.claims.changes.sizes import Size, changes_named, sizes_in
from goldenthread.claims.dates.moments import Grain, Moment, moments
from goldenthread.claims.intervals import Interval, change_percent
from goldenthread.claims.language.clauses import content_stems
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.skeleton import QUANTITY, Skeleton, skeleton_of
from goldenthread.claims.quoting.rows_in_time import (
    OfCells,
    Series,
    odd_change,
    plain,
    series_of,
)
from goldenthread.claims.quoting.whose_change import still_of
from goldenthread.claims.tables.cells import Part
from goldenthread.claims.tables.table import Table

_STOP = re.compile(r"[.;:(]|, |\b(?:and|but|while|though|although)\b")
_A_YEAR = re.compile(
    r"\b(?:(?:an?|one|the) year (?:before|earlier|ago|previously)"
    r"|twelve months (?:before|earlier|ago)"
    r"|(?:last|previous|preceding|prior) (?:financial |calendar |academic )?year(?:'s)?)\b"
)
_A_PERIOD = re.compile(
    r"\b(?:(?:last|previous|preceding|prior) (?P<one>quarter|month)|(?:an?|one|the) "
    r"(?P<other>quarter|month) (?:before|earlier|ago))\b"
)
_AGAINST = re.compile(r"\b(?:than|on|from|since|over|above|below|compared with)\b")
_SMALL = 10


def changes_of_cells(
    sentence: Sentence, tables: tuple[Table, ...], tested: set[str]
) -> Iterator[OfCells]:
    """Every change of a sentence that the tables of its file gainsay; ``tested`` are others'."""
    skeleton = skeleton_of(sentence.text)
    sizes = sizes_in(skeleton)
    every = [
        series
        for table in (tables if sizes else ())
        if table.file == sentence.file
        for view in (table, table.turned)
        for series in series_of(view)
    ]
    for size in sizes if every else ():
        stated = skeleton.quantities[size.number]
        if stated.text.strip() in tested or stated.hedge is not Hedge.NONE or not size.sign:
            continue
        if stated.measure not in (Measure.PERCENT, Measure.COUNT, Measure.POINTS):
            continue
        odd = _of_a_level(sentence.text, skeleton, size, every)
        odd = odd or _both_ways(skeleton, size, every)
        if odd is not None:
            yield odd


def _of_a_level(text: str, skeleton: Skeleton, size: Size, every: list[Series]) -> OfCells | None:
    """A size told on an earlier time, of a number that one row alone has."""
    if told_base(skeleton, size) is not None:
        return None
    stated = skeleton.quantities[size.number]
    named = {each.number for each in changes_named(skeleton)}
    before = [
        place
        for place in range(size.number)
        if place not in named
        and skeleton.at[place] >= 0
        and skeleton.quantities[place].measure in (Measure.COUNT, Measure.PERCENT)
    ]
    after = _after(text, stated)
    if not before or not _AGAINST.search(after) or _blocked(skeleton, size, before[-1]):
        return None
    level = skeleton.quantities[before[-1]]
    if level.hedge is not Hedge.NONE or (level.value < _SMALL and not level.decimals):
        return None
    found = [series for series in every if _times_of(series, level)]
    if len({series.label for series in found}) != 1:
        return None
    series = found[0]
    at = _times_of(series, level)
    if len(at) != 1 or (base := _base(series, at[0], after)) is None:
        return None
    if not still_of(skeleton, size, before[-1], series.label):
        return None
    others = [part for moment, part in series.points if moment != at[0]]
    if any(_fits(stated, size.sign, each.interval, level.interval) for each in others):
        return None
    if any(_of_that_row(stated, size, each, at[0], after) for each in every):
        return None
    return odd_change(stated, base, level)


def _of_that_row(stated: Quantity, size: Size, series: Series, at: Moment, words: str) -> bool:
    """Whether the change of some row between the same two times is the one told."""
    later = next((part for moment, part in series.points if _alike(moment, at)), None)
    base = _base(series, at, words) if later is not None else None
    if later is None or base is None:
        return False
    return _fits(stated, size.sign, base.interval, later.interval)


def _alike(one: Moment, other: Moment) -> bool:
    return (one.year, one.month, one.quarter, one.day) == (
        other.year,
        other.month,
        other.quarter,
        other.day,
    )


def _after(text: str, quantity: Quantity) -> str:
    rest = text[quantity.end : quantity.end + 90]
    stop = _STOP.search(rest)
    return rest[: stop.start()] if stop else rest


def _blocked(skeleton: Skeleton, size: Size, level: int) -> bool:
    stretch = skeleton.text[skeleton.at[level] : size.end + 60]
    stop = re.search(rf"[.;]|[{QUANTITY}](?<!^.)", stretch[size.end - skeleton.at[level] :])
    words = stretch[: size.end - skeleton.at[level] + (stop.start() if stop else 60)]
    return bool(ELSEWHERE.search(words) or WISHED.search(words) or RECKONED.search(words)) or (
        "; " in words[: size.start - skeleton.at[level]]
    )


def _times_of(series: Series, level: Quantity) -> list[Moment]:
    percent = level.measure is Measure.PERCENT
    return [
        moment
        for moment, part in series.points
        if part.value == level.value and (part.text.rstrip().endswith("%")) == percent
    ]


def _base(series: Series, at: Moment, words: str) -> Part | None:
    """The cell of the time that a size is told on, None where no words name one of the row."""
    named = moments(words)
    if len(named) == 1:
        alike = [
            part
            for moment, part in series.points
            if moment.grain is named[0].grain
            and moment.month == named[0].month
            and moment.quarter == named[0].quarter
            and named[0].year in (0, moment.year)
            and not _alike(moment, at)
        ]
        return alike[0] if len(alike) == 1 else None
    if named:
        return None
    if _A_YEAR.search(words.lower()):
        return next(
            (
                part
                for moment, part in series.points
                if _alike(moment, replace(at, year=at.year - 1))
            ),
            None,
        )
    period = _A_PERIOD.search(words.lower())
    if period is None:
        return None
    unit = period["one"] or period["other"]
    grain = Grain.QUARTER if unit == "quarter" else Grain.MONTH
    places = [moment for moment, _ in series.points]
    place = next(n for n, each in enumerate(places) if _alike(each, at))
    return series.points[place - 1][1] if place and at.grain is grain else None


def _fits(stated: Quantity, sign: int, before: Interval, after: Interval) -> bool:
    told = stated.interval if sign > 0 else stated.interval.scaled(-1)
    if stated.measure is Measure.PERCENT:
        return before.low <= 0 or change_percent(before, after).meets(told)
    return (after - before).meets(told)


_AND_SO = re.compile(
    rf"[^{QUANTITY}.;()]{{0,45}}?(?:,? or | \(|, (?:an?|which is) )[^{QUANTITY}.;()]{{0,20}}$"
)


def _both_ways(skeleton: Skeleton, size: Size, every: list[Series]) -> OfCells | None:
    """A percentage told with its number, which lies between two times of some row."""
    share = skeleton.quantities[size.number]
    if share.measure is not Measure.PERCENT or size.number == 0:
        return None
    number = skeleton.quantities[size.number - 1]
    sizes = {each.number: each for each in sizes_in(skeleton)}
    first = sizes.get(size.number - 1)
    if first is None or first.sign != size.sign or number.measure is not Measure.COUNT:
        return None
    gap = skeleton.text[skeleton.at[first.number] + 1 : skeleton.at[size.number]]
    if not _AND_SO.fullmatch(gap) or number.hedge is not Hedge.NONE or number.value < _SMALL:
        return None
    steps = [
        (series, one, other)
        for series in every
        for (early, one), (late, other) in permutations(series.points, 2)
        if (early.year, early.month, early.quarter) < (late.year, late.month, late.quarter)
        and other.value - one.value == size.sign * number.value
        and one.value > 0
    ]
    if any(_fits(share, size.sign, one.interval, other.interval) for _, one, other in steps):
        return None
    start = max(skeleton.text.rfind(each, 0, first.start) for each in (". ", ", ", "; "))
    about = content_stems(skeleton.text[max(start, 0) : first.start])
    told = [step for step in steps if content_stems(step[0].label) & about]
    if len({series.label for series, _, _ in told}) != 1:
        return None
    _, one, other = told[0]
    right = f"{plain(abs(other.value - one.value) / one.value * 100, 1)}%"
    return OfCells(
        share,
        right,
        f"{one.text.strip()} to {other.text.strip()} is {right}, not {share.text.strip()}",
    )
