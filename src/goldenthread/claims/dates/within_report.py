"""The busiest day of a report, or the first and last of its meetings, outside the time it covers.

"A report covering 1 January to 31 March 2024. The busiest day was 20 April 2024", "for the year 1
April 2022 to 31 March 2023: the panel sat nine times, first on 19 April 2022 and last on 14 June
2023": what is picked out of a period happened in it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.claims.dates.moments import Grain, Moment, Span, days_of, moments, spans
from goldenthread.claims.dates.slips import Slip
from goldenthread.claims.documents.model import Passage

_COVERS = re.compile(
    r"\b(?:reports?|figures|data|statement|account|review|summary|bulletin|return|update)\b"
    r"[^.;:]{0,60}?\b(?:cover(?:s|ed|ing)|for)\s+(?:the\s+)?"
    r"(?:(?:financial|academic|reporting|calendar)\s+)?"
    r"(?:(?:year|quarter|period|term|half[- ]year|\w+\s+months),?\s+)?(?:from\s+)?(?:\w+day\s+)?$",
    re.IGNORECASE,
)
_PICKED = re.compile(
    r"(?:^|[.;]\s+)(?:the|our)\s+(?:single\s+)?(?:busiest|quietest|worst|hottest|coldest|wettest"
    r"|heaviest|slackest|best)\s+(?:single\s+)?(?:day|night|weekend|evening|shift)"
    r"(?:\s+(?:of|in)\s+(?:the|this)\s+(?:quarter|period|year|term|half[- ]year))?"
    r"\s+(?:was|fell\s+on|came\s+on)\s+(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:met|sat|convened|gathered|was\s+held|were\s+held)\s+(?:on\s+)?(?:[a-z]+|\d+)\s+"
    r"(?:times|occasions),?\s+(?:the\s+)?first(?:\s+time)?\s+on\s+(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
_AND_LAST = re.compile(
    r",?\s+and\s+(?:(?:for\s+)?the\s+)?last(?:\s+time)?(?:\s+of\s+all)?\s+on\s+(?:\w+day,?\s+)?",
    re.IGNORECASE,
)
_ELSEWHEN = re.compile(
    r"\b(?:ever|record|records|since|so far|to date|previous\w*|last year|year before|next|earlier"
    r"|after the (?:quarter|period|year|end)|also)\b",
    re.IGNORECASE,
)
_TOP = 4  # passages in which a document says what it is of
_FARTHEST = 550  # days: what lies further off is told of another time


@dataclass(frozen=True, slots=True)
class _Told:
    begins: date
    ends: date
    words: str
    passage: Passage
    place: int


def outside_its_report(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Slip]]:
    """Every day picked out of what a report covers that does not lie in it."""
    told = [each for place, one in enumerate(passages) for each in _periods(one, place)]
    if not told:
        return
    for place, passage in enumerate(passages):
        named = moments(passage.text)
        period = _period_of(told, passage, place)
        if period is None:
            continue
        for moment in _picked(passage.text, named):
            days = days_of(moment) if moment.year and moment.grain is Grain.DAY else None
            if days and (slip := _slip(moment, days[0], period)):
                yield passage, slip


def _periods(passage: Passage, place: int) -> Iterator[_Told]:
    for span in spans(passage.text):
        if span.first.grain is not Grain.DAY or span.joint == "and":
            continue
        if not _COVERS.search(passage.text[: span.start]):
            continue
        if ends := _ends(span):
            yield _Told(*ends, passage.text[span.start : span.end], passage, place)


def _ends(span: Span) -> tuple[date, date] | None:
    first, last = span.first, span.last
    if not last.year:
        return None
    crosses = (first.month, first.day) > (last.month, last.day)
    try:
        begins = date(first.year or last.year - crosses, first.month, first.day)
        ends = date(last.year, last.month, last.day)
    except ValueError:
        return None
    return (begins, ends) if begins < ends else None


def _period_of(told: list[_Told], passage: Passage, place: int) -> _Told | None:
    """What a passage is of: the period told last in its section, or the only one, at the top.

    The only one counts as well where it is told a few lines ahead.
    """
    near = [
        each for each in told if each.place <= place and each.passage.section == passage.section
    ]
    if near:
        return near[-1]
    if len(told) != 1 or told[0].place >= place:
        return None
    return told[0] if told[0].place < _TOP or place - told[0].place < _TOP else None


def _picked(text: str, named: list[Moment]) -> Iterator[Moment]:
    for place, moment in enumerate(named):
        lead = text[: moment.start]
        if _ELSEWHEN.search(lead[lead.rfind(". ") + 1 :]):
            continue
        if _PICKED.search(lead):
            yield moment
        elif _MET.search(lead):
            yield moment
            after = named[place + 1 : place + 2]
            yield from (one for one in after if _AND_LAST.fullmatch(text, moment.end, one.start))


def _slip(moment: Moment, day: date, period: _Told) -> Slip | None:
    before, after = (period.begins - day).days, (day - period.ends).days
    if not 0 < max(before, after) < _FARTHEST:
        return None
    side, edge = ("before", period.begins) if before > 0 else ("after", period.ends)
    return Slip(
        printed=moment.text,
        message=f"What is told is of {period.words}, and this day does not lie in it: put one of "
        "the dates right.",
        evidence=f"{moment.text} is {side} {edge.day} {edge:%B %Y}",
    )
