"""Rose or fell said across a break, from which on a series is counted otherwise."""

import re
from collections.abc import Sequence

from goldenthread.claims.book.phrases import indicator_of
from goldenthread.claims.book.quotes import ending_of
from goldenthread.claims.found import ClaimFault, Findings
from goldenthread.claims.kinds import Example, Kind
from goldenthread.claims.language.directions import NOUN, VERB, sign_of
from goldenthread.claims.language.model import Sentence, Time
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.pieces import pieces_of
from goldenthread.claims.sayings.times import relative, without_relative
from goldenthread.claims.sayings.words import content
from goldenthread.claims.sayings.years import ReportYear, label, report_year
from goldenthread.nouns import Area, Break, Period
from goldenthread.nouns.breaks import between
from goldenthread.nouns.fault import Severity

_MOVED = re.compile(
    rf"\b(?P<word>{VERB}|{NOUN}|up|down|more|fewer|less|lower|higher|greater)\b", re.IGNORECASE
)
_SINCE = re.compile(r"\b(?:since|from)\s+$", re.IGNORECASE)
# "Between 2022/23 and 2023/24".
_BOTH = re.compile(
    r"(?P<one>20\d\d)[/–-]\d\d(?:\d\d)? (?:and|to) (?P<other>20\d\d)[/–-]\d\d(?:\d\d)?"
)
# The passage says itself that the two cannot be compared.
_OWNED_UP = re.compile(
    r"\b(?:not (?:directly |strictly )?comparable|(?:cannot|can not|should not|may not|must not) be"
    r" (?:directly )?compared|like[- ]for[- ]like|break in (?:the )?series|counted (?:differently"
    r"|otherwise|in another way)|(?:recording|counting|definitions?|guidance|systems?|forms?)"
    r" (?:has |have |was |were )?(?:changed|replaced)|new (?:definition|guidance|way of"
    r" (?:counting|recording))|not a real (?:rise|fall|change)|"
    r"(?:change|difference) in (?:recording|counting|how))",
    re.IGNORECASE,
)


def _run(reading: Reading, findings: Findings) -> None:
    area = reading.area
    if area is None:
        return
    broken = {name for each in reading.known_breaks for name in each.indicators}
    years = {document.file: report_year(document) for document in reading.documents}
    for sentence in reading.sentences:
        moved = _moved(sentence.text)
        if not moved or _OWNED_UP.search(sentence.passage.text):
            continue
        piece = _about(sentence, broken)
        if piece is None:
            continue
        name, text, times = piece
        year = years[sentence.file]
        ends = _years(sentence, times or sentence.times, year)
        ends = ends or _years(sentence, sentence.times, year)
        if not ends:
            continue
        findings.tested(sentence.file, sentence.locator)
        across = _across(ends, name, area, reading.known_breaks)
        if across:
            findings.add(_fault(sentence, _moved(text) or moved, ends, across))


def _moved(text: str) -> str:
    """The word by which something rose or fell, "" where there is none."""
    for match in _MOVED.finditer(text):
        if sign_of(match["word"].lower()):
            return match["word"]
    return ""


def _about(sentence: Sentence, broken: set[str]) -> tuple[str, str, tuple[Time, ...]] | None:
    """The indicator with a break that a piece speaks of alone; the piece's text and times."""
    for piece in pieces_of(sentence):
        words = content(_MOVED.sub(" ", without_relative(piece.bare)))
        one = indicator_of(words) if words else None
        if one is not None:
            return (one.name, piece.text, tuple(piece.times)) if one.name in broken else None
    return None


def _years(
    sentence: Sentence, times: Sequence[Time], year: ReportYear | None
) -> tuple[int, int] | None:
    """The years between which something is said to have moved, by the years they end in."""
    if len(times) == 1 and (both := _BOTH.fullmatch(times[0].text)):
        return int(both["one"]) + 1, int(both["other"]) + 1
    named = [(time, ending) for time in times if (ending := ending_of(time))]
    if len(named) < len(times):
        return None  # a quarter, a month or a span of years stands there too
    found = sorted({ending for _, ending in named})
    if len(found) > 1:
        return found[0], found[-1]
    if found:
        since = _SINCE.search(sentence.text[: named[0][0].start])
        if since:
            return (found[0], year.ending) if year and year.ending > found[0] else None
        return found[0] - 1, found[0]
    if year is None or not year.financial or relative(sentence.text) is None:
        return None
    return year.ending - 1, year.ending


def _across(
    ends: tuple[int, int], name: str, area: Area, breaks: tuple[Break, ...]
) -> Break | None:
    earlier, later = (Period.financial_year(each) for each in ends)
    return between(earlier, later, indicator=name, area=area.code, breaks=breaks)


def _fault(sentence: Sentence, moved: str, ends: tuple[int, int], across: Break) -> ClaimFault:
    day = f"{across.when.day} {across.when:%B %Y}"
    return ClaimFault(
        file=sentence.file,
        locator=sentence.locator,
        kind=KIND.name,
        severity=Severity.WARNING,
        printed=moved,
        expected="",
        message="From one of these years to the other the series is counted otherwise: give both "
        "values and the reason, and do not say that it rose or fell.",
        evidence=f"{label(ends[0])} to {label(ends[1])} lies across {day}: {across.reason}",
    )


KIND = Kind(
    name="across_break",
    title="Across a break",
    asks="Is it said that something rose or fell across a day from which it is counted otherwise?",
    examples=(
        Example(
            text="Assessments completed rose from 2,210 in 2021/22 to 2,304 in 2022/23.",
            area="Luton",
            book=True,
            fault=False,
        ),
        Example(
            text="Contacts rose from 11,204 in 2019/20 to 12,316 in 2020/21.",
            area="Luton",
            book=True,
            fault=False,
        ),
        Example(
            text="Contacts were 13,977 in 2022/23 and 11,511 in 2023/24; the two are not "
            "comparable, though the later is lower.",
            area="Luton",
            book=True,
            fault=False,
        ),
        Example(
            text="Contacts fell by 12% in 2023/24 compared with 2022/23.",
            area="Luton",
            book=True,
            fault=True,
        ),
        Example(
            text="# Yearly report 2022/23\n\nReferrals rose this year compared to last year.",
            area="Luton",
            book=True,
            fault=True,
        ),
        Example(
            text="MASH episodes increased from 410 in 2024/25 to 655 in 2025/26.",
            area="Luton",
            book=True,
            fault=True,
        ),
    ),
    limits=(
        "Works only with --area, and knows only the breaks that are written down: those of the "
        "national statistics and, with --book, the partnership’s own.",
        "An indicator is known by set phrases; a sentence with months or quarters in it is left "
        "alone.",
    ),
    run=_run,
)
