"""What ended before it began, and years told by dates that are no year apart."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from goldenthread.claims.dates.moments import Grain, Moment, Span, days_of
from goldenthread.claims.dates.slips import Slip

# What begins, and what can come only after it, of one and the same thing.
_BEGAN = (
    r"opened|began|begun|started|launched|commenced|set\s+up|founded|established|introduced"
    r"|went\s+live|came\s+into\s+(?:force|effect)|took\s+effect"
)
_ENDED = (
    r"closed|closes?|ended|ends?|finish(?:ed|es)?|concluded?|concludes|completed|expired?|expires"
    r"|stopped|ceased|(?:was|were|been)\s+(?:stood\s+down|called\s+off|lifted|withdrawn|wound\s+up"
    r"|shut(?:\s+down)?|abandoned|dissolved|disbanded|scrapped)|stood\s+down|(?:came|comes)\s+to\s+an?\s+(?:end|close)|wound\s+up|drew\s+to\s+a\s+close"
)
_LIVES = (
    (_BEGAN, _ENDED),
    (
        rf"{_BEGAN}|commissioned|requested|ordered|initiated|announced|convened",
        r"completed|finished|concluded|published|closed|reported|signed\s+off|wound\s+up|handed\s+over",
    ),
    (r"issued|invited|put\s+out", r"awarded|won|shortlisted|closed"),
    (r"arrested|charged", r"convicted|sentenced|acquitted|tried|bailed"),
    (r"arrested", "charged"),
    (
        r"(?:order|licence|injunction|decision|notice|permission|award)s?\s+(?:was|were)\s+(?:made|"
        r"granted|issued|given|served)",
        r"appealed|challenged|lifted|discharged|revoked|overturned|quashed|withdrawn",
    ),
    (
        r"received|lodged|raised|submitted|referred|applied|reported",
        r"answered|resolved|determined|upheld|closed|acknowledged|investigated|settled",
    ),
    (
        r"proposed|tabled|drafted|consulted\s+on",
        r"adopted|approved|agreed|ratified|implemented|brought\s+in",
    ),
    (r"approved|agreed|adopted|ordered|signed", r"implemented|installed|delivered"),
    (r"bought|purchased|acquired|leased", r"sold|demolished|given\s+up|disposed\s+of"),
    (r"elected", r"stood\s+down|resigned|retired"),
    (r"born", r"died"),
    (r"advertised", r"filled|closed"),
    (r"joined|appointed|took\s+up\s+post", r"left|resigned|retired|stepped\s+down"),
    (r"admitted", "discharged"),
)
_LAST = r"(?:ran|runs?|lasted|lasts|continued|continues|went\s+on)\s+(?:until|till|to|through\s+to)"
_WORD = r"(?:(?!and|but|or|that|which|who|after|before|while|when|until|by|from)[a-z-]+\s+)"
_ON = r"(?:in|on|by|not\s+until|at\s+the\s+end\s+of)\s+(?:the\s+|\w+day,?\s+)?"
# Between the two dates nothing may come in that could be another thing's.
_AND_IT = (
    r"\s*[,;.)]?\s*(?:(?:and|but|it|they|then|had|has|was|were|is|to|be|will|finally|later|which"
    r"|that|when|before|formally|duly|eventually|only|not|she|he)\s+)*"
)
_PAIRS = tuple(
    (
        rf"\b(?:{began})\s+{_WORD}{{0,4}}{_ON}$",
        rf"{_AND_IT}(?P<verb>(?:{ended})\s+{_WORD}{{0,2}}{_ON}|{_LAST}\s+)",
    )
    for began, ended in _LIVES
)
_DEADLINE = (
    rf"\b(?:{_BEGAN}|opens|issued|advertised|published|released)\s+{_WORD}{{0,4}}{_ON}$",
    r"\s*[,;]?\s*(?:and|with)?\s*(?:an?|the|its)\s+(?:closing\s+date|deadline|end\s+date"
    r"|return\s+date|submission\s+date)\s+(?:of|was|on|fell\s+on|set\s+for)\s+(?:\w+day,?\s+)?",
)
_TURNED = tuple(
    (
        rf"\b(?:{ended}|received)\s+{_WORD}{{0,2}}{_ON}$",
        rf"\s*,?\s*(?:having\s+(?:been\s+)?|(?:[a-z]+\s+(?:days|weeks|months|years)\s+)?after"
        rf"\s+(?:it|they|he|she|we)\s+(?:(?:was|were|had|been)\s+)*)(?:{began}|sent)\s+{_ON}",
    )
    for began, ended in _LIVES
)
_OF_A_YEAR = (
    r"\b(?:year|quarter|period|term|season)\s+(?:ended|ending|to)\s+$",
    rf"\s*,?\s*(?:which\s+|that\s+)?(?:began|begins|started|starts)\s+{_ON}",
)
_A_FIRST = re.compile(
    r"\b(?:a|the|our|its)\s+first\b(?!\s+(?:quarter|half|term))[^.;]{0,50}\b(?:in"
    r"|on)\s+(?:\w+day\s+)?$",
    re.I,
)
_A_SECOND = re.compile(
    r"\s*,?\s*(?:and|with|,)?\s*(?:a|the|our|its)\s+second\b(?!\s+(?:quarter|half"
    r"|term))[^.;]{0,40}?\b(?:in|on|for)\s+(?:\w+day\s+)?",
    re.IGNORECASE,
)
_A_YEAR = re.compile(
    r"\b(?:the|this|our)\s+(?:(?:financial|reporting|full|calendar|municipal"
    r"|academic)\s+)?year\s*(?:,|\()?\s*"
    r"(?:from\s+)?$",
    re.IGNORECASE,
)
_ANNUAL = re.compile(
    r"\b(?:annual|yearly)\s+(?:report|review|account|statement)s?\b[^.;]{0,30}\b(?:covers"
    r"|covering|for|is\s+for)\s+"
    r"(?:the\s+)?(?:period\s+)?(?:from\s+)?$",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:part|half|quarter|to\s+date|so\s+far|remainder|rest)\b", re.IGNORECASE)
_NEAR = 90
_SLACK = 40  # from the first day to the last, or to the first of the next month
_OTHERS = re.compile(
    r"\b(?:another|others?|former|previous|replac\w*|predecessor|re-?opened|old|next|second|instead"
    r"|respectively|corrected)\b",
    re.IGNORECASE,
)


def closed_before(text: str, named: list[Moment], since: int = 0) -> Iterator[Slip]:
    """Every end told of something that comes before its beginning, both dated.

    Where ``since`` is given the end must stand after it: before stands an earlier sentence.
    """
    for first, last in pairwise(named):
        if not (first.year and last.year) or last.start < since:
            continue
        if _OTHERS.search(text, 0, last.end):
            continue
        one, other = days_of(first), days_of(last)
        if one is None or other is None:
            continue
        if other[1] < one[0]:
            late, early, found = first, last, _ties(text, first, last, (*_PAIRS, _DEADLINE))
        elif one[1] < other[0]:
            late, early, found = last, first, _ties(text, first, last, (*_TURNED, _OF_A_YEAR))
        else:
            continue
        if found:
            start = found.start("verb") if found.groupdict().get("verb") else last.start
            yield Slip(
                printed=text[start : last.end],
                message="The end comes before the beginning: put one of the dates right.",
                evidence=f"{early.text} is before {late.text}",
            )


def _ties(
    text: str,
    first: Moment,
    last: Moment,
    pairs: Iterable[tuple[str, str]],
) -> re.Match[str] | None:
    """The words between two dates that say one thing began on one and ended on the other."""
    lead = text[max(0, first.start - _NEAR) : first.start]
    for before, between in pairs:
        if _pattern(before).search(lead) and (
            match := _pattern(between).fullmatch(text, first.end, last.start)
        ):
            return match
    return None


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """Made when two dates first stand so: few texts tell an end before its beginning."""
    return re.compile(words, re.IGNORECASE)


def second_before_first(text: str, named: list[Moment]) -> Iterator[Slip]:
    """A second told of for a time before the first: "a first in October, a second in May"."""
    for first, last in pairwise(named):
        if not (first.year and last.year):
            continue
        if not _A_FIRST.search(text[: first.start]) or not _A_SECOND.fullmatch(
            text, first.end, last.start
        ):
            continue
        one, other = days_of(first), days_of(last)
        if one and other and other[1] < one[0]:
            yield Slip(
                printed=last.text,
                message="The second comes before the first: put one of the dates right.",
                evidence=f"{last.text} is before {first.text}",
            )


def not_a_year(text: str, joined: list[Span]) -> Iterator[Slip]:
    """A year told from its first to its last day that is two years long, or half a year."""
    for span in joined:
        if span.first.grain is not Grain.DAY or not (span.first.year and span.last.year):
            continue
        lead = text[max(0, span.start - 90) : span.start]
        if not (_A_YEAR.search(lead) or _ANNUAL.search(lead)) or _PART.search(lead):
            continue
        first, last = days_of(span.first), days_of(span.last)
        if first is None or last is None or last[1] <= first[0]:
            continue
        days = (last[1] - first[0]).days + 1
        if abs(days - 365) > _SLACK:
            right = last_of_year(first[0])
            yield Slip(
                printed=text[span.start : span.end],
                expected=f"{span.first.text} to {right.day} {right:%B %Y}",
                message="A year is told here, and the dates are not a year apart: put one right.",
                evidence=f"{span.first.text} to {span.last.text} is {days} days, and a year is 365",
            )


def last_of_year(first: date) -> date:
    """The last day of the year that begins on a day."""
    try:
        return first.replace(year=first.year + 1) - timedelta(days=1)
    except ValueError:  # 29 February
        return first.replace(year=first.year + 1, day=28)
