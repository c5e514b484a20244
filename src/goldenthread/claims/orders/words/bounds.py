"""Bounds said of every value of a list, as patterns: "never below 90%", "all beat the 71%"."""

import re
from dataclasses import dataclass

from goldenthread.claims.language.model import Quantity
from goldenthread.claims.orders.values.model import Way

_NEVER = (
    r"(?:never|at\s+no\s+(?:point|time|stage)|not\s+once|in\s+no\s+(?:month|quarter|year|week"
    r"|term))"
)
_NONE = (
    rf"(?:{_NEVER}|none\s+of\s+(?:the|our|these|them)(?:\s+\w+)?|none|no\s+(?!other|more|fewer|less"
    rf"|lower|longer|change)\w+)"
)
_STEADY = r"(?:consistently|always|throughout)"
_ALL = r"(?:all|every|each|both)"
_ABOVE = (
    r"(?P<above>above|over|more\s+than|exceed(?:ed|s|ing)?|higher\s+than|greater\s+than"
    r"|better\s+than|beats?"
    r"|beaten|topped|passed|outperform(?:ed|s)?)"
)
_LEAST = (
    r"(?P<least>at\s+least|no\s+(?:less|fewer|lower)\s+than|met|meets?|meeting|achieved|reached"
    r"|hit)"
)
_BELOW = r"(?P<below>below|under|fewer\s+than|less\s+than|lower\s+than|short\s+of)"
_MOST = r"(?P<most>at\s+most|no\s+(?:more|higher|greater)\s+than|within|up\s+to)"
_WHOSE = (
    r"(?:(?:the|its|their|our|a|county['’]s|national|council['’]s|trust['’]s|[a-z]+['’]s|target"
    r"|standard|average|figure|rate|of|minimum|required)\s+){0,5}"
)
_BOUND = re.compile(rf"\b(?:{_ABOVE}|{_LEAST}|{_BELOW}|{_MOST})\s+{_WHOSE}[£(*]?$", re.IGNORECASE)
_DONE = (
    r"(?:\w+\s+){0,7}?(?:(?:falls?|fell|fallen|falling|drops?|drop(?:ped|ping)|dips?|dip(?:ped"
    r"|ping)|went|gone"
    r"|going|been|was|were|is|are|rose|risen|rising|scored|had|has|recorded|took|saw"
    r"|came)\s+)?(?:\w+\s+){0,1}?"
)
_UNDER_NONE = re.compile(rf"\b{_NONE}\s+{_DONE}$", re.IGNORECASE)
_UNDER_ALL = re.compile(
    rf"(?:^|[,;:]\s*|\b(?:in|for|at|and|so|that|but)\s+)?\b(?:{_ALL}\s+(?:[\w’'-]+\s+){{0,6}}?"
    rf"|{_STEADY}\s+(?:\w+\s+){{0,3}}?)$",
    re.IGNORECASE,
)
_IN_EVERY = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,4}?(?:in|for|throughout|at|by|across)\s+(?:each|every|all"
    r"|both)\s+(?:one\s+)?(?:of\s+)?(?:the\s+|our\s+|these\s+)?(?:\w+\s+){0,2}?"
    r"(?:months?|quarters?|years?|terms?|weeks?|days?|points?|surveys?|areas?|districts?|schools?"
    r"|wards?|teams?|sites?|regions?|services?)\b",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:was|were|has\s+been|is)\s+(?:always\s+|consistently\s+)?(?:met"
    r"|achieved|reached|hit|(?P<beaten>exceeded|beaten))\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;]|\b(?:while|although|whereas|but)\b", re.IGNORECASE)
_LOOSE = re.compile(
    r"\b(?:except|apart|other\s+than|bar|almost|nearly|should|will|would|may|might|if"
    r"|not\s+always|not\s+all|not\s+every"
    r"|expected\s+to|aim(?:s|ed)?\s+to|aims?|must|most|only|many|some|half)\b",
    re.IGNORECASE,
)
# "Within 400 metres" is how far away a thing lies.
_DISTANCE = re.compile(r"^within\s[\d.,]+\s?(?:metres?|miles?|kilometres?|km|m|yards?|feet)\b")
_LONG = 12  # characters of a unit
MAY = re.compile(rf"\b(?:{_NEVER}|{_STEADY}|none|no|each|every|all|both)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A bound on every value: ``way`` the side they lie on, ``strict`` that none may be at it.

    ``start`` and ``end`` are where its words stand in the text.
    """

    way: Way
    strict: bool
    start: int
    end: int


def bound_of(text: str, quantity: Quantity) -> Bound | None:
    """The bound that a quantity makes for every value, None where it makes none."""
    digits = re.search(r"[\d£]", quantity.text)
    number = quantity.start + (digits.start() if digits else 0)
    if met := _MET.match(text, quantity.end):
        if every := _IN_EVERY.match(text, met.end()):
            strict = bool(met["beaten"])
            return Bound(way=Way.HIGHEST, strict=strict, start=quantity.start, end=every.end())
        return None
    match = _BOUND.search(text[:number])
    if match is None or _DISTANCE.search(text[match.start() : quantity.end + _LONG]):
        return None
    cuts = [each.end() for each in _CLAUSE.finditer(text, 0, match.start())]
    clause = text[cuts[-1] if cuts else 0 : match.start()]
    if _LOOSE.search(clause):
        return None
    upper = bool(match["above"] or match["least"])
    if none := _UNDER_NONE.search(clause):
        if match["least"] and not match["least"].lower().startswith(("at", "no")):
            return None  # "none met the target" says more than that the least did not
        way = Way.LOWEST if upper else Way.HIGHEST
        start = match.start() - len(clause) + none.start()
        strict = bool(match["least"] or match["most"])
        return Bound(way=way, strict=strict, start=start, end=quantity.end)
    way = Way.HIGHEST if upper else Way.LOWEST
    strict = bool(match["above"] or match["below"])
    if every := _UNDER_ALL.search(clause):
        start = match.start() - len(clause) + every.start()
        return Bound(way=way, strict=strict, start=start, end=quantity.end)
    if after := _IN_EVERY.match(text, quantity.end):
        return Bound(way=way, strict=strict, start=match.start(), end=after.end())
    return None
