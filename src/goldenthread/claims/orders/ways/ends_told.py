"""Ends of an order that a sentence tells with the value: "3.8%, the lowest of the six quarters".

So many as are told must stand in one line of a table near by, or be told with so many times in the
paragraph; and "the lowest was Ash at 57%, with Elm at 54%" is at odds with itself.
"""

import re
from collections.abc import Iterator, Sequence

from goldenthread.claims.dates.moments import Grain
from goldenthread.claims.language.any_of import any_of
from goldenthread.claims.language.model import Hedge, Measure, Quantity, Sentence
from goldenthread.claims.language.number_words import SMALL
from goldenthread.claims.orders.values.in_tables import timed
from goldenthread.claims.orders.values.model import Point, Truth, Way, beyond, place_of
from goldenthread.claims.orders.ways.assertion import Assertion, disproved_end
from goldenthread.claims.tables.labels import Sense, Whole
from goldenthread.claims.tables.lines import Line
from goldenthread.claims.tables.table import Table

_UP = any_of("highest largest greatest biggest busiest")
_DOWN = any_of("lowest smallest fewest quietest")
_RANKS = {"second": 2, "third": 3, "fourth": 4}
_MANY = {word: number for word, number in SMALL.items() if number > 2}
_OF_SO_MANY = re.compile(
    # "With 58 children leaving, was the highest of the five", "89 is the second lowest of the five"
    r"(?:(?: (?!and\b|or\b|but\b|of\b|in\b|to\b|from\b|than\b|more\b|fewer\b|out\b)[a-z-]+){0,3}"
    r"(?=,|\)| (?:is|was) the))?\s?\)?,? (?:(?:(?:which|and this) )?(?:is|was) )?the "
    rf"(?P<end>(?:(?P<rank>{'|'.join(_RANKS)})[ -])?(?:(?P<up>{_UP})|{_DOWN})"
    r"(?: (?:figure|number|level|rate|total|value))? (?:of|in|among) (?:all )?(?:of )?"
    r"(?:the |these |our |those )?"
    rf"(?P<many>\d{{1,2}}|{'|'.join(_MANY)})(?P<noun>"
    r"(?: (?!and\b|or\b|but\b|so\b)[a-z]+){0,3}))",
    re.IGNORECASE,
)
_TIMES = re.compile(r"(?:year|quarter|month|term|week|season|half|census|survey)", re.IGNORECASE)
_THINGS = re.compile(
    rf"(?!(?:on|for|in|at|by|over|so|to|since|with|shown|given|here|above|below)\b)"
    rf"(?:[a-z]+ )?(?!{_TIMES.pattern})[a-z]+s\b",
    re.IGNORECASE,
)
_GRAIN = re.compile(r"(?:\w+ )?(year|quarter|month)s?\b", re.IGNORECASE)
# "The lowest was Ash at 57%, with Elm at 54%".
_BESIDE = re.compile(
    rf"\b[Tt]he (?P<end>(?:(?P<up>{_UP})|{_DOWN})(?: [a-z]+){{0,2}}) (?:was|were|is|are) "
    r"(?:in |at )?(?P<one>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)"
)
_AT = re.compile(r" (?:at|on|with) $")
_NEXT = re.compile(
    r",? (?:with|then|followed by|and(?: then)?) (?P<other>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)"
    r" (?:at|on|with) $"
)
_YARDSTICK = re.compile(r"\b(?:England|Wales|National|Region\w*|Target|London|UK|Average)\b")
_LEAST = 10  # one digit is too often another number by chance
_FAR = 3  # times, beyond which two values are not of one thing


def ends_told(
    sentence: Sentence, before: Sequence[Sentence], near: Sequence[Table]
) -> Iterator[Assertion]:
    """Every such end told of a value; ``before`` are the earlier sentences of the passage."""
    for stated in sentence.quantities:
        if stated.hedge is not Hedge.NONE:
            continue
        match = _OF_SO_MANY.match(sentence.text, stated.end)
        if not match:
            continue
        many = _MANY.get(match["many"].lower()) or int(match["many"])
        noun = match["noun"].strip()
        lead = sentence.text[: stated.start]
        lists = [
            each
            for table in near
            for each in _lines(table, stated, many, noun)
            if not _is_of_another(lead, *each)
        ]
        if not lists and _TIMES.search(match["noun"]):
            lists = list(_told(sentence, before, stated, many))
        way = Way.HIGHEST if match["up"] else Way.LOWEST
        rank = _RANKS.get((match["rank"] or "").lower(), 1)
        truths = [place_of(points, own, way, rank) for points, own in lists]
        if truths and all(each is Truth.FAILS for each in truths):
            printed = f"{stated.text.strip()}, the {match['end']}"
            yield disproved_end(sentence, printed, *lists[0], way, rank)
    yield from _at_odds(sentence)


def _lines(
    table: Table, stated: Quantity, many: int, noun: str
) -> Iterator[tuple[list[Point], int]]:
    """The rows and columns of so many values of which one is the value told.

    Those are left out that go over something else than the ``noun`` says: "the five wards".
    """
    for turned in (table, table.turned):
        rows = [row for row in turned.rows if row.whole is Whole.NO and not row.empty]
        for column in turned.columns:
            if column.sense is Sense.CHANGE or column.whole is not Whole.NO or len(rows) != many:
                continue
            if not all(_may_be(noun, row) for row in rows):
                continue
            points = [
                Point(label=row.label, printed=part.text, interval=part.interval, exact=True)
                for row in rows
                if (cell := turned.cells[row.index][column.index])
                and (part := cell.percent if _is_share(stated) and cell.percent else cell.amount)
            ]
            own = [n for n, point in enumerate(points) if point.interval == stated.interval]
            if stated.value < _LEAST and not stated.decimals:
                continue
            if len(points) == many and len(own) == 1:
                yield points, own[0]


def _is_of_another(text: str, points: Sequence[Point], own: int) -> bool:
    """Whether what leads to a value names another line than the one that holds it."""
    named = [n for n, each in enumerate(points) if re.search(rf"\b{re.escape(each.label)}\b", text)]
    return bool(named) and own not in named


def _may_be(noun: str, row: Line) -> bool:
    """Whether a row may be one of what is counted: no year is a ward, and no quarter a year."""
    time = timed(row)
    if time is None or time.moment.grain is Grain.DAY:
        return True
    grain = _GRAIN.match(noun)
    return not _THINGS.match(noun) if grain is None else grain[1].lower() in time.moment.grain.value


def _is_share(quantity: Quantity) -> bool:
    return quantity.measure is Measure.PERCENT


def _told(
    sentence: Sentence, before: Sequence[Sentence], stated: Quantity, many: int
) -> Iterator[tuple[list[Point], int]]:
    """The values told up to here, where there are as many of them, and as many times."""
    told = [each for one in before for each in one.quantities if each.measure is stated.measure]
    own = [each for each in sentence.quantities if each.end <= stated.end]
    told += [each for each in own if each.measure is stated.measure]
    times = {(each.first, each.last) for one in before for each in one.times}
    times |= {(each.first, each.last) for each in sentence.times if each.start < stated.end}
    values = [each.value for each in told]
    if len(told) != many or len(times) != many or any(each.hedge for each in told):
        return
    if min(values) > 0 and max(values) <= _FAR * min(values):
        points = [
            Point(label="", printed=each.text.strip(), interval=each.interval) for each in told
        ]
        yield points, len(points) - 1


def _point(label: str, quantity: Quantity) -> Point:
    return Point(label=label, printed=quantity.text.strip(), interval=quantity.interval)


def _truth(points: Sequence[Point], own: int, way: Way) -> Truth:
    """Whether a value is at the end told, with or without others."""
    mine = points[own].interval
    ahead = any(
        beyond(each.interval, mine) if way is Way.HIGHEST else beyond(mine, each.interval)
        for each in points
    )
    return Truth.FAILS if ahead else Truth.HOLDS


def _at_odds(sentence: Sentence) -> Iterator[Assertion]:
    """An end told of one name with its value, beside another name whose value is beyond it."""
    text = sentence.text
    for match in _BESIDE.finditer(text):
        after = [each for each in sentence.quantities if each.start > match.end()]
        if len(after) < len(("one", "other")):
            continue
        one, other = after[:2]
        next_one = _NEXT.fullmatch(text, one.end, other.start)
        if not next_one or not _AT.fullmatch(text, match.end(), one.start):
            continue
        if one.measure is not other.measure or one.hedge or other.hedge:
            continue
        names = match["one"], next_one["other"]
        if any(_YARDSTICK.search(name) for name in names):
            continue
        way = Way.HIGHEST if match["up"] else Way.LOWEST
        points = [_point(name, each) for name, each in zip(names, (one, other), strict=True)]
        if _truth(points, 0, way) is Truth.FAILS:
            printed = text[match.start() : match.end()]
            yield disproved_end(sentence, printed, points, 0, way)
