"""Every quantity in a sentence: value, sort of number, hedge, and the interval it stands for.

How exact a printed count is. A count is taken as exact, unless it is hedged, or told in thousands
or millions, or has the shape that only rounding gives: every count of a thousand or more in the
text ends in nought, and where there is one alone, in two noughts (``ROUND_FROM``).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from goldenthread.claims.intervals import Interval
from goldenthread.claims.language.durations import in_one_unit
from goldenthread.claims.language.hedges import hedge_before, loosened
from goldenthread.claims.language.masks import blanked, masked
from goldenthread.claims.language.model import Hedge, Measure, Quantity
from goldenthread.claims.language.number_words import (
    EVERY,
    FRACTION,
    IN_RATIO,
    MINUS,
    MULTIPLE,
    ONE_COUNTS,
    ONE_IN,
    ROUND_DENOMINATORS,
    WORDED,
    every_value,
    fraction_value,
    multiple_value,
    small_value,
    worded_value,
)
from goldenthread.claims.language.rounded_alike import rounded_alike
from goldenthread.claims.language.shared_units import sharing_units
from goldenthread.claims.language.times import times_in
from goldenthread.claims.language.units import Unit, unit_after

_DIGITS = re.compile(
    r"(?:(?<![\w.,£$€/])|(?<=\bvs))(?P<sign>[-−+](?<![\w)][-−+])|–(?=\d[\d.]*\s?%)(?<!\w–))?"
    r"(?P<money>[£$€]\s?)?"
    # Hundreds, and the lakhs and crores of India ("6,65,563").
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+"
    r"|\d{1,3}(?:\s\d{3}){2,}(?![\d,])|\d+\.\d+|\d+|\.\d+)"
    r"(?P<upto>\s?[-–]\s?(?P<second>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\d/]))?"
    r"(?![\d/]|,\d{3}\b|\.\d|-[A-Za-z](?<!-[ymwdhp]))"
)
_FRACTION_OF = re.compile(
    r"(?<![\w.,/£])(?P<n>\d{1,3}(?:,\d{3})+|\d{1,4})"
    r"\s?/\s?(?P<d>\d{1,3}(?:,\d{3})+|\d{1,4})(?![\d/]|,\d|\.\d)"
)
_SHARE_NEAR = re.compile(
    r"\s?(?:\w+\s){0,3}[(=,:–-]?\s?(?:or\s|=\s)?\d{1,3}(?:\.\d+)?\s?(?:%|per\s?cent)"
)
_SHARE_BEFORE = re.compile(r"(?:%|per\s?cent)\s?[(,–-]\s?$")
_ORDINAL = re.compile(r"\b\d{1,3}(?:st|nd|rd|th)\b")
_RANKED = re.compile(
    r"\b(?P<word>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?=[-\s](?:highest|"
    r"lowest|largest|smallest|most|least|best|worst|busiest|biggest|fewest|greatest)\b)"
)
_PLACES = (
    "",
    "",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_WORD_LIKE = re.compile(
    r"hal|third|quarter|fifth|sixth|tenth|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twel|teen|twent|thirt|fort|fift|eight|ninet|hundred|dozen|doubl|twice|trebl|tripl|quadrupl|"
    r"fold|thousand|million|zero|second|highest|lowest",
    re.I,
)
_NOUN = re.compile(r"[\s*_]*((?:[A-Za-z][A-Za-z’'-]*)(?:\s[A-Za-z][A-Za-z’'-]*){0,3})")
_NOUN_ENDS = re.compile(
    r"\b(?:in|on|at|of|to|from|by|with|for|and|or|but|as|than|were|was|are|is|had|have|has|who|"
    r"which|that|this|the|a|an|each|every|aged|ages|age|up|down|compared|against|between|"
    r"during|over|under|per|where|when|"
    r"while|it|they|we|since|through|across|within|into|being|seen|made|received|recorded|out|"
    r"last|previous|previously|respectively|represents?|represented|means?|marks?|shows?|equals?|reflects?|went|came|rose|fell|increased|decreased|more|fewer|"
    r"less|higher|lower|increase|decrease|rise|fall|drop|reduction|after|before|year|years|"
    r"versus|vs|rather|now|then|did|led|became|could|would|will|can|may|should|if|not)\b.*",
    re.I | re.S,
)


@lru_cache(maxsize=8192)
def quantities_in(text: str) -> tuple[Quantity, ...]:
    """Every quantity of a text, in order, with what is no quantity left out."""
    has_digit = any(character.isdigit() for character in text)
    if not has_digit and not _WORD_LIKE.search(text):
        return ()
    rest = masked(text)
    for time in times_in(text):
        rest = blanked(rest, time.start, time.end)
    found: list[Quantity] = []
    for finder in (
        _ordinals,
        _in_ratios,
        _every,
        _fractions,
        _multiples,
        _n_of_n,
        _digits,
        _worded,
    ):
        if finder in (_digits, _n_of_n) and not has_digit:
            continue
        for quantity in finder(text, rest):
            found.append(quantity)
            rest = blanked(rest, quantity.start, quantity.end)
    found.sort(key=lambda each: each.start)
    return tuple(rounded_alike(in_one_unit(text, sharing_units(text, found))))


def _quantity(
    text: str, start: int, end: int, value: Fraction, decimals: int = 0, unit: Unit | None = None
) -> Quantity:
    """A quantity with its unit, hedge and interval; counts are exact here, and widened later."""
    unit = unit or Unit(Measure.COUNT)
    after = end + unit.length
    value *= unit.scale
    places = decimals - unit.places
    exact = unit.measure in (Measure.COUNT, Measure.DURATION) and not decimals and not unit.places
    printed = Interval.exactly(value) if exact else Interval.rounded(value, places)
    hedge, _, close = hedge_before(text, start)
    return Quantity(
        text=text[start:after],
        start=start,
        end=after,
        value=value,
        interval=loosened(printed, value, hedge, close, unit.measure is Measure.PERCENT),
        measure=unit.measure,
        decimals=places if unit.places else decimals,
        hedge=hedge,
        per=unit.per,
        noun=unit.noun or _noun_after(text, after),
    )


def _noun_after(text: str, end: int) -> str:
    match = _NOUN.match(text, end)
    return _NOUN_ENDS.sub("", match[1]).strip() if match else ""


# "1,386 – 17% more than": the dash parts two thoughts, and makes no range.
_PARTED = re.compile(r"\s[-–]\s.*")
_SIZE_NEXT = re.compile(
    r"\s?(?:%|per\s?cent|(?:percentage\s)?points?|(?:[a-z]+\s)?(?:more|fewer|less|higher|lower)\b)"
)

# "24 – 27% – were": what stands between two dashes is said of the number before them.
_PARTED_AGAIN = re.compile(r"\s?(?:%|per\s?cent)\s[-–]\s")
_RECKONED = re.compile(r"\s?=|\s(?:victory|win|defeat|draw|loss)\b")


def _numbers(rest: str) -> Iterator[re.Match[str]]:
    """Every number in digits, with the range that it begins."""
    at = 0
    while match := _DIGITS.search(rest, at):
        at = match.end()
        if (
            match["second"]
            and _PARTED.match(match["upto"])
            and _are_two(rest, match)
            and (alone := _DIGITS.match(rest, match.start(), match.start("upto")))
        ):
            match, at = alone, alone.end()
        yield match


def _are_two(rest: str, match: re.Match[str]) -> bool:
    """Whether the two numbers beside a dash with spaces are no range: they fall, or differ in kind.

    "1,386 – 17% more than", "640 – 80 up on 2023", "those 24 – 27.5% – were".
    """
    low, high = (Fraction(re.sub(r"[^\d.]", "", match[each])) for each in ("number", "second"))
    if _SIZE_NEXT.match(rest, match.end()) and (
        ("." in match["second"]) > ("." in match["number"])
        or _PARTED_AGAIN.match(rest, match.end())
    ):
        return True
    return high < low and not _RECKONED.match(rest, match.end())


def _digits(text: str, rest: str) -> list[Quantity]:
    found: list[Quantity] = []
    for match in _numbers(rest):
        if found and match.start() < found[-1].end:
            continue  # the base of a rate: "45.2 per 10,000"
        number = re.sub(r"[^\d.]", "", match["number"])
        value = Fraction(number if not number.startswith(".") else f"0{number}")
        decimals = len(number.partition(".")[2])
        if match["sign"] not in (None, "+") or MINUS.search(text, 0, match.start()):
            value = -value
        unit = unit_after(text, match.end(), bool(match["money"]))
        if not unit.length and text[match.end() : match.end() + 1].isalpha():
            continue  # "97p", "3rd"
        quantity = _quantity(text, match.start(), match.end(), value, decimals, unit)
        if match["second"]:
            second = Fraction(match["second"].replace(",", "")) * unit.scale
            if second <= quantity.value or match["sign"]:
                continue  # a score, a reference, a subtraction: not a range
            span = Interval(quantity.interval.low, quantity.interval.high - quantity.value + second)
            quantity = replace(quantity, interval=span)
        found.append(quantity)
    return found


def _n_of_n(text: str, rest: str) -> list[Quantity]:
    """Twelve of fifteen in "12/15 (80%)"; elsewhere a slash between numbers means other things."""
    found = []
    for match in _FRACTION_OF.finditer(rest):
        near = _SHARE_NEAR.match(rest, match.end())
        if near or _SHARE_BEFORE.search(rest, 0, match.start()):
            for group in ("n", "d"):
                found.append(
                    _quantity(text, *match.span(group), Fraction(match[group].replace(",", "")))
                )
    return found


# "Four and a half years".
_AND_A_HALF = re.compile(r"\sand\sa\shalf\b")


def _worded(text: str, rest: str) -> list[Quantity]:
    found = []
    for match in WORDED.finditer(rest):
        words = match.group().lower()
        unit = unit_after(text, match.end(), money=False)
        half = _AND_A_HALF.match(rest, match.end())
        if half and (whole := unit_after(text, half.end(), money=False)).length:
            value = worded_value(words) + Fraction(1, 2)
            found.append(_quantity(text, match.start(), half.end(), value, 1, whole))
            continue
        if (
            words == "one"
            and unit.measure is Measure.COUNT
            and not ONE_COUNTS.match(rest, match.end())
        ):
            continue
        if rest[match.end() : match.end() + 1] == "-" and unit.measure is Measure.COUNT:
            continue  # "two-way", "one-to-one"
        found.append(_quantity(text, match.start(), match.end(), worded_value(words), 0, unit))
    return found


def _told(text: str, match: re.Match[str], value: Fraction) -> Quantity:
    """A ratio told in words; how loosely it is meant is for the check of such words to say."""
    hedge, _, _ = hedge_before(text, match.start())
    return Quantity(
        text=match.group(),
        start=match.start(),
        end=match.end(),
        value=value,
        interval=Interval.exactly(value),
        measure=Measure.TIMES,
        hedge=hedge,
        noun=_noun_after(text, match.end()),
    )


def _fractions(text: str, rest: str) -> list[Quantity]:
    return [
        _told(text, match, fraction_value(match))
        for match in FRACTION.finditer(rest)
        if not re.search(
            r"(?:\b(?:in|per|each|every|last|this|next|previous|a|the) )$", rest[: match.start()]
        )
        or not re.match(r"(?:a |one )?quarter$", match.group(), re.I)
    ]


def _every(text: str, rest: str) -> list[Quantity]:
    return [_told(text, match, every_value(match)) for match in EVERY.finditer(rest)]


# "Called 1,204 times, 51 times more than before": what happened so often, and no multiple.
_OCCASIONS = re.compile(r"(?<!\d)\d[\d,]+ times\b(?! (?:as|the|that|what|its|last|more|higher)\b)")


def _multiples(text: str, rest: str) -> list[Quantity]:
    occasions = _OCCASIONS.search(rest) is not None
    return [
        _told(text, match, multiple_value(match))
        for match in MULTIPLE.finditer(rest)
        if not (occasions and match["times"]) or rest.startswith(" as ", match.end())
    ]


def _in_ratios(text: str, rest: str) -> list[Quantity]:
    found = []
    for match in (*ONE_IN.finditer(rest), *IN_RATIO.finditer(rest)):
        top, bottom = small_value(match["n"]), small_value(match["d"])
        spoken = not match["n"].isdigit() or match["link"].startswith("in") or bottom == 10
        if top < bottom and (bottom in ROUND_DENOMINATORS or top == 1) and spoken:
            found.append(_told(text, match, top / bottom))
    return found


def _ordinals(text: str, rest: str) -> list[Quantity]:
    found = []
    for match in _ORDINAL.finditer(rest):
        found.append((match, Fraction(re.sub(r"\D", "", match.group()))))
    for match in _RANKED.finditer(rest):
        found.append((match, Fraction(_PLACES.index(match["word"]))))
    return [
        replace(_told(text, match, value), measure=Measure.ORDINAL, hedge=Hedge.NONE)
        for match, value in found
    ]
