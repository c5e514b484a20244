"""What is said to come so long after a time told before, and does not: "two years later, in"."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from goldenthread.claims.dates.moments import Grain, Moment, days_of
from goldenthread.claims.dates.slips import Slip
from goldenthread.claims.language.number_words import SMALL

_LATER = re.compile(
    rf"[^.;:()]{{0,70}}?\b(?P<lead>(?:(?P<many>an?|\d{{1,3}}|{'|'.join(SMALL)})\s(?P<unit>year|month|week"
    r"|day)s?"
    r"|(?P<some>some\s(?:years|months|weeks|days)|years|months|weeks))\s)?"
    r"(?P<way>later|afterwards|earlier|before),?\s(?:in|on)\s(?:the\s|\w+day,?\s)?",
    re.IGNORECASE,
)
_THAN = re.compile(
    r"\b(?:than|than in|not|planned|expected|meant|instead|corrected|previous\w*|other|another"
    r"|at least|more|over|nearly|almost|about|some|just)\b",
    re.IGNORECASE,
)
_DAYS = {
    "year": (Fraction(1461, 4), Fraction(1, 2)),
    "month": (Fraction(487, 16), Fraction(1)),
    "week": (Fraction(7), Fraction(1, 2)),
    "day": (Fraction(1), Fraction(1)),
}
_AGO = re.compile(
    r"\b(?P<verb>[A-Za-z]+(?:ed|ilt|ade|aid|un|eld|orn|ritten|iven))\s+(?:there\s|here\s)?(?:between|from)"
    r"\s(?P<first>1[0-9]\d\d)\s(?:and|to|until)\s(?P<last>1[0-9]\d\d)(?=\s*(?:[,.;)]|$|by\b|for\b))"
)


def not_later(text: str, named: list[Moment]) -> Iterator[Slip]:
    """Every time said to be later than the one before it, or earlier, that is not, or not so."""
    for first, last in pairwise(named):
        match = _LATER.fullmatch(text, first.end, last.start)
        if match is None or not (first.year and last.year) or first.grain is not last.grain:
            continue
        if _THAN.search(text, first.end, match.start("way")):
            continue
        early, late = (
            (first, last) if match["way"].lower() in ("later", "afterwards") else (last, first)
        )
        ends = days_of(early), days_of(late)
        if ends[0] is None or ends[1] is None:
            continue
        gap = Fraction((ends[1][0] - ends[0][0]).days)
        words = text[match.start("lead") if match["lead"] else match.start("way") : last.end]
        if ends[1][1] < ends[0][0]:
            yield Slip(
                printed=words,
                message="The one is said to come after the other, and comes before it: put one of "
                "the dates right.",
                evidence=f"{late.text} is before {early.text}",
            )
        elif match["many"] and not _fits(match, first.grain, gap):
            unit = match["unit"].lower()
            yield Slip(
                printed=words,
                message="The dates are not so far apart as is said: put one of the three right.",
                evidence=f"from {early.text} to {late.text} is about "
                f"{float(gap / _DAYS[unit][0]):.1f} {unit}s, not {match['many']}",
            )


def _fits(match: re.Match[str], grain: Grain, gap: Fraction) -> bool:
    """Whether two times are so far apart as is said, as far as their grain can tell."""
    word, unit = match["many"].lower(), match["unit"].lower()
    many = 1 if word in ("a", "an") else SMALL.get(word) or int(word)
    fine = {"year": 3, "month": 2, "week": 1, "day": 1}[unit]
    rough = {Grain.DAY: 1, Grain.MONTH: 2, Grain.YEAR: 3}.get(grain, 4)
    if rough > fine:
        return True
    days, slack = _DAYS[unit]
    loose = Fraction(99, 100) if unit == "year" and grain is Grain.YEAR else slack
    return abs(gap / days - many) <= loose


def long_ago(text: str) -> Iterator[Slip]:
    """Years of earlier centuries told backwards: "built between 1884 and 1879"."""
    for match in _AGO.finditer(text):
        if int(match["last"]) < int(match["first"]):
            yield Slip(
                printed=text[match.start("first") : match.end("last")],
                expected=f"{match['last']} and {match['first']}",
                message="The years run backwards: put one of them right.",
                evidence=f"{match['last']} is before {match['first']}",
            )
