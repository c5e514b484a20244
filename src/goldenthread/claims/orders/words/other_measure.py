"""Whether a superlative is of a measure, a time or a whole that the values told are not of."""

import re

from goldenthread.claims.language.clauses import stem
from goldenthread.claims.language.times import times_in
from goldenthread.claims.orders.words.vocabulary import CLASSES

_NEEDS = tuple(
    (re.compile(words, re.IGNORECASE), re.compile(told, re.IGNORECASE))
    for words, told in (
        (
            r"\b(?:longest|shortest|slowest|quickest|fastest)\b",
            r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|miles?|k?m|cm|metres|feet|words"
            r"|pages|long|waits?|waited|queues?|times?|mph|speeds?|lengths?|distances?|lists?|stays?)\b",
        ),
        (
            r"\bpopular\b",
            r"\b(?:votes?|chos\w+|choice|visit\w*|borrow\w*|attend\w*|loans?|lent|used|users?|uses?|sold"
            r"|sales?|said|named|picked|preferr\w*|members?|entries|took|takers?|book\w*|people|pupils"
            r"|children|play\w*|clicks?|views?|read\w*|hire\w*|trips?|journeys|respon\w*|ask\w*|like\w*"
            r"|enrol\w*|learners|students|ride\w*|walk\w*|turnout|audience\w*|tickets?|places|%)",
        ),
        (
            r"\b(?:earn(?:s|ed|ing)?|spent|spends?|cost(?:s|ly|liest)?|paid|expensive|dearest|cheapest"
            r"|priciest)\b",
            r"[£€$]|\b(?:earn\w*|spen\w+|costs?|pa(?:y|id)\w*|pence|prices?|fees?|income|bills?)\b",
        ),
        (r"\b(?:oldest|eldest|youngest)\b", r"\b(?:age[ds]?|years|old)\b"),
    )
)
_RATE = re.compile(r"\brates?\b", re.IGNORECASE)
_OF_A_RATE = re.compile(
    r"(?:est|best|worst)\s(?:[a-z-]+\s){0,2}rates?\b|\brates?\s(?:is|was|were|are)\b", re.IGNORECASE
)
_TELLS_A_RATE = re.compile(
    r"%|\bper\b|\brates?\b|\b(?:for|in)\s(?:every|each)\b|\bout of\b|\baverage", re.IGNORECASE
)
_GRAINS = {
    "minute": r"minute",
    "hour": r"hour|\d\s?(?:am|pm)|noon|o['’]clock",
    "day": r"day|\b(?:mon|tue|wed|thu|fri|sat|sun)\b|\d",
    "night": r"night|day|\b(?:mon|tue|wed|thu|fri|sat|sun)\b|\d",
    "week": r"week|\d",
    "month": r"month|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
}
_OF_GRAIN = re.compile(
    r"(?:est|most\s[a-z]+|best|worst|peak|record)\s(?:single\s)?"
    rf"(?P<grain>{'|'.join(_GRAINS)})(?![a-z])(?!\s+of\b)",
    re.IGNORECASE,
)
_OF_ANY = re.compile(
    r"\b(?:of|in|on|for|at|by)\s(?:any|every)\s(?:one\s|single\s)?(?!other\b|of\b)(?P<noun>[a-z]+)",
    re.IGNORECASE,
)


_WIDER = (
    *("city", "county", "borough", "town", "council", "trust", "force", "authority", "region"),
    *("question", "partnership", "country", "service", "district", "college", "charity"),
)
_KINDS = {stem(word) for word in CLASSES} - {stem(word) for word in _WIDER}


def of_another_measure(clause: str, told: str) -> bool:
    """Whether the words of a superlative need a measure that the values' own text does not tell."""
    return any(needs.search(clause) and not measure.search(told) for needs, measure in _NEEDS)


def of_a_rate(clause: str, told: str) -> bool:
    """Whether it is of a rate, and the values are none.

    "Ash had the most offences, the highest rate was in Elm": two orders of two measures. ``told``
    is the text of the values; what else the clause says may tell their unit as well.
    """
    return bool(_OF_A_RATE.search(clause)) and not _TELLS_A_RATE.search(
        f"{told} {_RATE.sub(' ', clause)}"
    )


def of_another_grain(clause: str, labels: str) -> bool:
    """Whether it is of days or weeks, and the labels are none: "the busiest day was in spring"."""
    match = _OF_GRAIN.search(clause)
    if match is None:
        return False
    return not re.search(_GRAINS[match["grain"].lower()], labels, re.IGNORECASE)


def of_any(clause: str, told: str) -> bool:
    """Whether it is among more than what is told: "of any city", "on any question"."""
    match = _OF_ANY.search(clause)
    if match is None:
        return False
    noun = stem(match["noun"].lower())
    known = {stem(word) for word in re.findall(r"[a-z]+", told.lower())}
    return noun not in known and noun not in _KINDS


def of_another_time(clause: str, told: str) -> bool:
    """Whether the clause names a year, and all that is told is of one other."""
    named = {each.text for each in times_in(clause) if each.year_given}
    others = {each.text for each in times_in(told) if each.year_given}
    return bool(named) and len(others) == 1 and not named & others
