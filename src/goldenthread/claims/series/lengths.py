"""How long a span named in a text is, in the unit its length is told in, under every reading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

from goldenthread.claims.language.number_words import SMALL
from goldenthread.claims.series.moments import Grain, Moment, Span, moments, months_between, spans

NUMBER = SMALL | {"twenty": 20, "twenty-four": 24}
_PERIOD = (
    r"(?:period|strategy|plan|programme|average|window|timeframe|span|trend|comparison|review"
    r"|consultation|pilot|project|contract|campaign|phase)"
)
# Words between a length and its ends that make the ends speak of something else.
_APART = (
    r"(?:after|later|ago|before|earlier|on|into|from|to|since|olds?|behind|ahead|in|for|at|by|and"
    r"|or|as|was|were|is|are|has|had|when|than|with|without)\b"
)
_COUNT = re.compile(
    rf"""
    (?<![\w.,/£-])
    (?:(?P<number>\d{{1,3}}|{"|".join(sorted(NUMBER, key=len, reverse=True))})
       (?:\s|-)(?:(?:full|complete|consecutive|calendar|financial|successive|whole)\s)?
       (?P<unit>month|quarter|year|week|day)s?
     |(?P<half>half[- ]year
        |(?:first|second)\ half\ of\ (?:the\ )?(?:financial\ )?(?:year|20\d\d(?:[/–-]\d\d)?))
     |(?:last|latest|final|first|previous|current|most\ recent)\ (?P<quarter>quarter)
     |(?P<whole>(?:full|whole|financial)\ year)
    )\b['’]?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GAP = re.compile(
    rf"""
    (?:(?P<noun>\s+(?:data\s)?{_PERIOD})|(?:\s+(?!{_APART})[a-z]+){{1,3}}(?=\s\())?
    (?:\s+(?:running|in\ a\ row|combined|together|taken\ together|under\ review|covered
        |of\ data|of\ (?:the\ )?(?:financial\ |reporting\ )?year|of\ 20\d\d(?:\s?[/–-]\s?\d\d)?))?
    (?P<comma>,)?\s*
    (?:(?P<bracket>\()|(?P<dash>[:–—-])
      |(?P<lead>(?:(?:running|covering|spanning|runs|ran|lasts|lasted|covers|covered|is|was)\ )?
        (?:from|between)\b))?
    \s*(?:(?:i\.e\.,?\ |namely\ |covering\ )?(?:from\ |between\ )?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LOOSE = re.compile(
    r"(?:up to|at least|at most|more than|nearly|almost|about|around|approximately|roughly|some"
    r"|within|under|less than|fewer than|every|each|per|another|further|aged?|circa|every other"
    r"|than|of up to|to date,?|so far,?)\s+$",
    re.IGNORECASE,
)
_OVER = re.compile(r"\bover\s+$", re.IGNORECASE)
_CLOSED = re.compile(r"\s*(?:,?\s*inclusive)?\s*\)", re.IGNORECASE)
_AFTER = re.compile(r"(?:\s*\((?:a |an |the )?|,\s*(?:a|an|the) )", re.IGNORECASE)
_LIST_JOINT = re.compile(r"\s*(?:,|;|&|/|\band\b|,\s*and\b)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A length told beside the months, quarters or years it is made of.

    ``words`` is the length as printed ("last 5 months" without what leads it), ``number`` and
    ``unit`` what it says; ``span`` the ends named, or ``listed`` every moment named one by one;
    ``bracket`` says that the ends stand in brackets straight after the length, or after a colon.
    ``over`` that the length is led by "over", which may mean more than.
    """

    words: str
    number: int
    unit: str
    span: Span | None = None
    listed: tuple[Moment, ...] = ()
    bracket: bool = False
    over: bool = False
    start: int = 0
    end: int = 0


def told_lengths(text: str) -> Iterator[Told]:
    """Every length told with its ends beside it: "five months (October to March)".

    >>> [(t.number, t.unit, t.bracket) for t in told_lengths("five months (October to March)")]
    [(5, 'month', True)]
    """
    counts = list(_COUNT.finditer(text))
    if not counts:
        return
    named = moments(text)
    ends = {span.start: span for span in spans(text, named)}
    for count in counts:
        if _LOOSE.search(text, max(0, count.start() - 20), count.start()):
            continue
        number, unit = _size(count)
        gap = _GAP.match(text, count.end())
        if gap is None:
            continue
        told = Told(
            words=count.group(),
            number=number,
            unit=unit,
            over=bool(_OVER.search(text, 0, count.start())),
            bracket=bool(gap["bracket"] or gap["dash"]),
            start=count.start(),
        )
        if (span := ends.get(gap.end())) and _beside(text, gap, span):
            yield replace(told, span=span, end=span.end)
        elif gap["bracket"] and (listed := _listed(text, gap.end(), named)):
            yield replace(told, listed=listed, end=listed[-1].end)
        elif before := _span_before(text, count, ends):
            yield replace(told, span=before, bracket=False, start=before.start, end=count.end())


def _size(count: re.Match[str]) -> tuple[int, str]:
    if count["number"]:
        word = count["number"].lower()
        return NUMBER.get(word) or int(word), count["unit"].lower()
    if count["half"]:
        return 6, "month"
    return (1, "quarter") if count["quarter"] else (12, "month")


def _beside(text: str, gap: re.Match[str], span: Span) -> bool:
    """Whether the span is what the length speaks of, and not merely near it."""
    if span.joint == "and" and not re.search(r"between\s+$", text[: span.start], re.IGNORECASE):
        return False
    if gap["bracket"]:
        return bool(_CLOSED.match(text, span.end))
    return bool(gap["dash"] or gap["lead"] or gap["noun"] or gap["comma"])


def _listed(text: str, start: int, named: list[Moment]) -> tuple[Moment, ...]:
    """The moments listed up to the closing bracket, if nothing else stands there."""
    close = text.find(")", start)
    inside = [each for each in named if start <= each.start and each.end <= close]
    if len(inside) < 2 or inside[0].start != start or text[inside[-1].end : close].strip():
        return ()
    for one, other in pairwise(inside):
        if one.grain is not other.grain or not _LIST_JOINT.fullmatch(text, one.end, other.start):
            return ()
    return tuple(inside)


def _span_before(text: str, count: re.Match[str], ends: dict[int, Span]) -> Span | None:
    """The span a length in brackets follows: "October to March (five months)"."""
    for span in ends.values():
        gap = _AFTER.match(text, span.end)
        if gap and gap.end() == count.start() and span.joint != "and":
            inside = gap.group().lstrip().startswith("(")
            rest = text[count.end() :]
            if (inside and re.match(r"(?:\s+period)?\s*\)", rest)) or (
                not inside and re.match(rf"\s+{_PERIOD}\b", rest)
            ):
                return span
    return None


@dataclass(frozen=True, slots=True)
class Length:
    """How long a span is: ``counted`` with both ends, ``others`` that a reader could also count."""

    counted: Fraction
    others: tuple[Fraction, ...]
    slack: Fraction = Fraction(0)

    def is_plain(self, number: int) -> bool:
        """Whether it is that long counted with both ends."""
        return abs(self.counted - number) <= self.slack

    def may_be(self, number: int) -> bool:
        """Whether any way of counting gives that number."""
        return any(abs(each - number) <= self.slack for each in (self.counted, *self.others))


def length(span: Span, unit: str) -> Length | None:
    """How long a span is in months, quarters, years, weeks or days; None where none can tell."""
    grain = span.first.grain
    if grain is Grain.DAY:
        return _in_days(span, unit)
    if grain in (Grain.FINANCIAL_YEAR, Grain.YEAR):
        years = Fraction(span.last.year - span.first.year + 1)
        return Length(years, (years - 1,)) if unit == "year" and years > 1 else None
    if grain is Grain.QUARTER:
        return _in_quarters(span, unit)
    between = months_between(span)
    if between is None or between < 0:
        return None
    per = {"month": 1, "quarter": 3, "year": 12}.get(unit)
    if per is None:
        return None
    counted, elapsed = Fraction(between + 1, per), Fraction(between, per)
    if unit == "year":
        return Length(counted, (elapsed,), Fraction(7, 8))
    open_year = () if span.first.year and span.last.year else range(12, 37, 12)
    return Length(counted, (elapsed, *(counted + Fraction(more, per) for more in open_year)))


def _in_quarters(span: Span, unit: str) -> Length | None:
    first, last = span.first, span.last
    if first.year and last.year:
        quarters = (last.year - first.year) * 4 + last.quarter - first.quarter
    else:
        quarters = (last.quarter - first.quarter) % 4
    if quarters < 0 or unit not in ("quarter", "month"):
        return None
    per = 3 if unit == "month" else 1
    more = tuple(Fraction((quarters + 1 + extra) * per) for extra in (4, 8, 12))
    return Length(Fraction((quarters + 1) * per), more)


def _in_days(span: Span, unit: str) -> Length | None:
    year = span.last.year or 2023
    ends = []
    for moment, its_year in ((span.first, span.first.year or year), (span.last, year)):
        try:
            ends.append(date(its_year, moment.month, moment.day))
        except ValueError:
            return None
    if ends[0] > ends[1] and not span.first.year:
        ends[0] = ends[0].replace(year=year - 1, day=min(ends[0].day, 28))
    days = (ends[1] - ends[0]).days + 1
    if days <= 0:
        return None
    loose = 0 if span.last.year else 1
    if unit == "day":
        return Length(Fraction(days), (Fraction(days - 1),), Fraction(loose))
    per = {"week": Fraction(7), "month": Fraction(487, 16), "year": Fraction(1461, 4)}
    per["quarter"] = per["month"] * 3
    return Length(days / per[unit], (), Fraction(17, 20) if unit != "quarter" else Fraction(1, 2))
