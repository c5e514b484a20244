"""Lengths of time told beside their ends, or beside a list of what they are made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from goldenthread.claims.dates.length_words import (
    BEGAN,
    CHOSEN,
    CHOSEN_FOR,
    COUNT,
    DEFINITE,
    ENDED,
    FROM_START,
    GAP,
    INCLUSIVE,
    LISTED_NAMES,
    LOOSE,
    NAMES,
    NOT_A_SPAN,
    OPEN_YEAR,
    RAN,
    SPAN_FIRST,
    SPAN_FIRST_ENDS,
    TENS,
    TO_END,
)
from goldenthread.claims.dates.measured import length
from goldenthread.claims.dates.moments import Grain, Moment, Span, moments, spans
from goldenthread.claims.language.number_words import SMALL

NUMBER = SMALL | TENS | {"a": 1, "an": 1, "one": 1}
_OVER = re.compile(r"\bover\s+$", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:over|in|during|throughout|across)\s+(?:the|those|these)\s+$", re.IGNORECASE
)
_CLOSED = re.compile(
    r"\s*(?:,?\s*(?:inclusive|every\s+day|each\s+day|daily)|\s+only)?\s*\)", re.IGNORECASE
)
_LIST_JOINT = re.compile(r"\s*(?:,|;|&|/|\band\b|,\s*and\b)\s*(?:those\s+of\s+)?")
_LIST_ENDS = re.compile(r"\s*(?:[.;)]|$|\s[–—-]\s)")
_FEW = 3  # so many named one after another are a list, bracket or not
_GRAINS = {
    "month": (Grain.MONTH,),
    "quarter": (Grain.QUARTER,),
    "year": (Grain.FINANCIAL_YEAR, Grain.YEAR),
    "day": (Grain.DAY,),
    "": (Grain.FINANCIAL_YEAR, Grain.YEAR),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A length told beside the months, quarters or years it is made of.

    ``words`` is the length as printed ("last 5 months" without what leads it), ``number`` and
    ``unit`` what it says; ``span`` the ends named, or ``listed`` the name of each part where they
    are named one by one; ``bracket`` says that the ends stand in brackets straight after the
    length, or after a colon; ``over`` that it is led by "over", which may mean more than;
    ``within`` that something is told of "the five months from ... to ...".
    """

    words: str
    number: int
    unit: str
    span: Span | None = None
    listed: tuple[str, ...] = ()
    bracket: bool = False
    over: bool = False
    within: bool = False
    start: int = 0
    end: int = 0


def told_lengths(text: str) -> Iterator[Told]:
    """Every length told with its ends beside it: "five months (October to March)".

    >>> [(t.number, t.unit, t.bracket) for t in told_lengths("five months (October to March)")]
    [(5, 'month', True)]
    """
    counts = list(COUNT.finditer(text))
    if not counts:
        return
    named = moments(text)
    ends = {span.start: span for span in spans(text, named)}
    for count in counts:
        if LOOSE.search(text, max(0, count.start() - 40), count.start()):
            continue
        if count["year"] and OPEN_YEAR.search(text, max(0, count.start() - 40), count.start()):
            continue
        number, unit = size_of(count)
        told = Told(
            words=count.group(),
            number=number,
            unit=unit,
            over=bool(_OVER.search(text, 0, count.start())),
            start=count.start(),
        )
        yield from _told(text, count, told, named, ends)


def _told(
    text: str, count: re.Match[str], told: Told, named: list[Moment], ends: dict[int, Span]
) -> Iterator[Told]:
    """The one way in which the length is tied to its ends, if there is one."""
    for gap in GAP.finditer(text, count.end()):
        if gap.start() != count.end() or NOT_A_SPAN.search(gap.group()):
            break
        told = replace(told, bracket=bool(gap["bracket"] or gap["dash"]))
        if told.unit and (span := ends.get(gap.end())) and _beside(text, count, gap, span):
            whole = told.bracket or _both_ends(text, span)
            within = bool(gap["lead"] and _WITHIN.search(text, 0, count.start()))
            yield replace(told, span=span, end=span.end, bracket=whole, within=within)
            return
        listed = _listed(text, gap.end(), told.unit, named, bracket=bool(gap["bracket"]))
        plain = not gap.group().strip() and listed is not None and len(listed[0]) >= _FEW
        if listed and (told.bracket or plain):
            names, end = listed
            yield replace(told, listed=names, end=end)
            return
        break
    if told.unit and (span := _ran(text, count, ends)):
        yield replace(told, span=span, end=span.end, bracket=_both_ends(text, span))
    elif told.unit and (before := _span_before(text, count, ends)):
        bracket = text[count.end() :].lstrip().startswith(")")
        yield replace(told, span=before, bracket=bracket, start=before.start, end=count.end())
    elif told.unit and (event := _by_events(text, count, named)):
        yield replace(told, span=event, bracket=False, end=event.end)


def _both_ends(text: str, span: Span) -> bool:
    """Whether both ends are counted: "from the start of June to the end of July", "inclusive"."""
    between = text[span.first.end : span.last.start]
    return bool(
        INCLUSIVE.match(text, span.end)
        or (FROM_START.search(text, 0, span.start) and TO_END.search(between))
    )


_FEWEST_TIMES, _MOST_TIMES = Fraction(1, 2), Fraction(2)


def _ran(text: str, count: re.Match[str], ends: dict[int, Span]) -> Span | None:
    """The span that a thing of so long ran over, where it is like enough: "a long trial ran".

    One ten times as long would be of something else.
    """
    lead = RAN.match(text, count.end())
    span = ends.get(lead.end()) if lead else None
    number, unit = size_of(count)
    found = length(span, unit) if span else None
    if found is None or not _FEWEST_TIMES <= found.counted / number <= _MOST_TIMES:
        return None
    return span


def size_of(count: re.Match[str]) -> tuple[int, str]:
    """The number and the unit of a length matched."""
    if count["number"]:
        word = count["number"].lower()
        number = NUMBER.get(word) or int(word)
        if count["unit"]:
            return number, count["unit"].lower()
        if count["fortnight"]:
            return number * 2, "week"
        return number, "term" if count["term"] else ""
    if count["half"]:
        return 6, "month"
    if count["and_half"]:
        return 12 * (NUMBER.get((count["halves"] or "a").lower()) or 1) + 6, "month"
    if count["decade"]:
        return 10, "year"
    return (1, "quarter") if count["quarter"] else (12, "month")


def _beside(text: str, count: re.Match[str], gap: re.Match[str], span: Span) -> bool:
    """Whether the span is what the length speaks of, and not merely near it."""
    if span.joint == "and" and not re.search(r"\bbetween\b", gap.group(), re.IGNORECASE):
        return False
    if gap["lead"] and (
        CHOSEN.search(text, 0, count.start())
        or (CHOSEN_FOR.match(text, span.end) and not DEFINITE.search(text, 0, count.start()))
    ):
        return False  # "there were eight years between 1990 and 2013 in which it rose"
    if gap["bracket"]:
        return bool(_CLOSED.match(text, span.end))
    plain = (
        not gap.group().strip()
        and span.first.grain is not Grain.DAY
        and bool(count["number"] or count["decade"])
    )
    return plain or bool(
        gap["dash"] or gap["lead"] or gap["noun"] or gap["comma"] or gap["of"] or gap["event"]
    )


def _listed(
    text: str, start: int, unit: str, named: list[Moment], *, bracket: bool
) -> tuple[tuple[str, ...], int] | None:
    """What is listed one by one up to the closing bracket or the end, if nothing else is."""
    if unit == "term":
        found = LISTED_NAMES.match(text, start)
        if found is None or not _LIST_ENDS.match(text, found.end()):
            return None
        return tuple(NAMES.findall(found.group())), found.end()
    inside = [each for each in named if each.start >= start]
    listed: list[Moment] = []
    for each in inside:
        place = listed[-1].end if listed else start
        if listed and each.grain is not listed[0].grain:
            return None
        between = text[place : each.start]
        if not (_LIST_JOINT.fullmatch(between) if listed else not between.strip()):
            break
        listed.append(each)
    if len(listed) < 2 or listed[0].grain not in _GRAINS.get(unit, ()):
        return None
    close = _LIST_ENDS.match(text, listed[-1].end)
    if (
        close is None
        and not bracket
        and len(listed) >= _FEW
        and not text[start - 1 : start].strip()
    ):
        return tuple(each.text for each in listed), listed[-1].end
    if close is None or (bracket and ")" not in close.group()):
        return None
    return tuple(each.text for each in listed), listed[-1].end


def _span_before(text: str, count: re.Match[str], ends: dict[int, Span]) -> Span | None:
    """The span that a length follows: "October to March (five months)", "a spell of six days"."""
    for span in ends.values():
        gap = SPAN_FIRST.match(text, span.end)
        if gap is None or gap.end() != count.start():
            continue
        lead = text[max(0, span.start - 24) : span.start]
        if span.joint == "and" and not re.search(r"\bbetween\s+(?:\w+day\s+)?$", lead, re.I):
            continue
        if SPAN_FIRST_ENDS["bracket" if gap["bracket"] else "of" if gap["of"] else "noun"].match(
            text, count.end()
        ) or (count["half"] and not gap["bracket"]):
            return span
    return None


def _by_events(text: str, count: re.Match[str], named: list[Moment]) -> Span | None:
    """The span of what began and ended: "the three-year plan, which began in ... and ended in"."""
    match = BEGAN.match(text, count.end())
    if match is None:
        return None
    firsts = [each for each in named if each.start == match.end("began")]
    if not firsts:
        return None
    rest = ENDED.match(text, firsts[0].end)
    lasts = [each for each in named if rest and each.start == rest.end()]
    if lasts and lasts[0].grain is firsts[0].grain:
        return Span(firsts[0], lasts[0], "to")
    return None
