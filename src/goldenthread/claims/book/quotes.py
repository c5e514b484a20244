"""Figures that a sentence quotes of an indicator: the area's, England's, the region's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from goldenthread.claims.book.phrases import UNITS, indicator_of
from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.model import Measure, Quantity, Sentence, Time
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.pieces import Piece, pieces_of
from goldenthread.claims.sayings.times import relative, without_relative
from goldenthread.claims.sayings.told_of import is_change
from goldenthread.claims.sayings.words import content
from goldenthread.indicators.definition import Indicator
from goldenthread.nouns import Unit


class Whose(StrEnum):
    """Whose figure is quoted."""

    OWN = "own"
    ENGLAND = "England"
    REGION = "region"
    NEIGHBOURS = "statistical neighbours"


_NEIGHBOURS = r"(?:statistical|stat\.?|nearest)\s(?:neighbou?rs?|family)(?:['’]s?)?|neighbou?rs['’]"
_REGION = (
    r"(?:the\s)?east\sof\sengland|(?:the\s)?eastern\sregion|(?:the\s)?region(?:al(?:ly)?|['’]s)?\b"
    r"|(?:the\s)?(?:north\s(?:east|west)|south\s(?:east|west)|(?:east|west)\smidlands)(?:['’]s)?"
    r"|yorkshire\sand\s(?:the\s)?humber(?:['’]s)?"
)
_ENGLAND = r"(?:all[- ])?england(?:['’]s)?|english|national(?:ly)?|the\scountry(?:['’]s)?"
_WHO = re.compile(
    rf"\b(?:(?P<neighbours>{_NEIGHBOURS})|(?P<region>{_REGION})|(?P<england>{_ENGLAND}))"
    r"(?![-\s](?:panel|review|reform|guidance|advis|strateg|policy|programme|transfer))",
    re.IGNORECASE,
)
_NOISE = (
    r"[\s*_(:]*(?:(?:average|mean|rate|figure|level|median|of|at|is|was|were|which|that|stands|stood"
    r"|being|for|the|a|in)[\s*_(:]*){0,5}"
)
_BEFORE = re.compile(rf"(?P<who>{_NEIGHBOURS}|{_REGION}|{_ENGLAND})\b{_NOISE}$", re.IGNORECASE)
_AFTER = re.compile(
    r"[\s*_),]*(?:per 10,?000(?: children)?[\s*_),]*)?"
    r"(?:(?:for|in|across|of|among|by|the|our|its)\s){0,3}"
    rf"(?P<who>{_NEIGHBOURS}|{_REGION}|{_ENGLAND})\b",
    re.IGNORECASE,
)
_COMPARED = ("compared", "against", "versus", "vs", "than")
_RATE = re.compile(
    r"\brates?\b.*\bper\s10,?000\b|\bper\s10,?000\b.*\brates?\b", re.IGNORECASE | re.DOTALL
)
_BETTER_WORDS = re.compile(
    r"\b(?:below|lower|under|beneath|less|fewer|above|higher|better|over|more|against|compared"
    r"|comparison|with|to|than|outperform\w*|improvement|on|similar|line|close|and|but|while|in|well"
    r"|much|slightly|just|still|significantly|considerably|remains?|also|averag\w*|mean|median"
    r"|quarter|half|figure)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One figure quoted. ``ending`` is the year it is told of, None where it is the text's own.

    ``years_back`` is counted from the text's own year where ``ending`` is None; ``interval`` holds
    every value that the number may stand for, in ``unit``.
    """

    sentence: Sentence
    quantity: Quantity
    indicator: Indicator
    unit: Unit
    whose: Whose
    interval: Interval
    ending: int | None = None
    years_back: int = 0


def quotes_in(sentence: Sentence) -> list[Quote]:
    """What a sentence quotes of one indicator, its own area's figure first where there is one."""
    if not sentence.quantities:
        return []
    quotes: list[Quote] = []
    about: Indicator | None = None
    unit: Unit | None = None
    leading = Whose.OWN
    for piece in pieces_of(sentence):
        if not piece.quantities:
            if not quotes and piece.opens == "":
                leading = _named_in(piece.text)
            continue
        bare = _without_who(piece)
        words = content(without_relative(bare))
        kind = UNITS.get(_measure(sentence, piece.quantities[0]))
        named = indicator_of(words, kind) if words else None
        if named is not None:
            about, unit = named, kind
        elif _says_more(bare) or about is None:
            about = None if _says_more(bare) else about
            continue
        for quantity in piece.quantities:
            if is_change(sentence.text, quantity):
                continue
            quote = _quote(sentence, piece, quantity, about, unit, leading)
            if quote is not None:
                quotes.append(_further_back(quote, quotes))
    return quotes


def _further_back(quote: Quote, before: list[Quote]) -> Quote:
    """The year before the previous year: "63% the previous year and 43% the year before"."""
    if quote.years_back and any(each.years_back for each in before):
        return replace(quote, years_back=quote.years_back + 1)
    return quote


def _measure(sentence: Sentence, quantity: Quantity) -> Measure:
    """A bare number in a sentence about a rate per 10,000 is a rate."""
    if quantity.measure is Measure.COUNT and _RATE.search(sentence.text):
        return Measure.RATE
    return quantity.measure


def _without_who(piece: Piece) -> str:
    return _WHO.sub(" ", piece.bare)


def _says_more(bare: str) -> bool:
    """Whether a piece's words speak of something that the piece before did not."""
    return bool(content(without_relative(_BETTER_WORDS.sub(" ", bare))))


def _quote(
    sentence: Sentence,
    piece: Piece,
    quantity: Quantity,
    about: Indicator | None,
    unit: Unit | None,
    leading: Whose,
) -> Quote | None:
    measure = _measure(sentence, quantity)
    if about is None or unit is None or UNITS.get(measure) is not unit:
        return None
    whose = whose_is(sentence.text, quantity)
    if whose is Whose.OWN and len(piece.quantities) == 1:
        whose = _named_in(piece.text)
    if whose is Whose.OWN and not piece.opens.startswith(_COMPARED):
        whose = leading
    found = Quote(
        sentence=sentence,
        quantity=quantity,
        indicator=about,
        unit=unit,
        whose=whose,
        interval=quantity.interval,
    )
    times = piece.times or sentence.times
    if len(times) == 1:
        ending = ending_of(times[0])
        return replace(found, ending=ending) if ending else None
    if times:
        return None
    return replace(found, years_back=relative(piece.text) or 0)


def whose_is(text: str, quantity: Quantity) -> Whose:
    """Whose a number is, by the words right beside it."""
    after = _AFTER.match(text, quantity.end)
    before = _BEFORE.search(text[max(0, quantity.start - 90) : quantity.start])
    match = after or before
    if match is None:
        return Whose.OWN
    return _named_in(match["who"])


def _named_in(text: str) -> Whose:
    """Whom a stretch of text names: the first it does, else the area itself."""
    who = _WHO.search(text)
    if who is None:
        return Whose.OWN
    if who["neighbours"]:
        return Whose.NEIGHBOURS
    return Whose.REGION if who["region"] else Whose.ENGLAND


def ending_of(time: Time) -> int | None:
    """The calendar year that a reporting year ends in; None for a quarter or a span of years."""
    days = (time.last - time.first).days + 1
    if not time.year_given or time.last.month != 3 or not (days <= 31 or 365 <= days <= 366):
        return None
    return time.last.year


def every_quote(reading: Reading) -> tuple[tuple[Quote, ...], ...]:
    """What each sentence quotes, headings and those that quote nothing left out; found once."""
    return reading.once(_every_quote)


def _every_quote(reading: Reading) -> Iterator[tuple[Quote, ...]]:
    for sentence in reading.sentences:
        if not sentence.passage.heading and (quotes := tuple(quotes_in(sentence))):
            yield quotes
