"""The days, months, quarters and years a text names, with how finely each is given, and spans.

Beside ``language.model.Time`` this keeps the grain (a month is not a day), and two moments joined
by "to" or a dash as two, so that a span told backwards can be seen.
"""

import re
from calendar import month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

MONTHS = tuple(month_name[1:])
_SHORT = {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)} | {"sept": 9}
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_ANY_CASE = f"(?:{MONTH}|{MONTH.upper().replace('(?:', '(?:')})"
YEAR = r"(?:19[5-9]\d|20\d\d)"
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
_QUARTERS |= {"one": 1, "two": 2, "three": 3, "four": 4}


class Grain(StrEnum):
    """How finely a moment is given."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    FINANCIAL_YEAR = "financial year"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One moment in a text, from ``start`` to ``end`` (offsets).

    ``year`` is 0 where none is given; for a financial year (2023/24) it is the first of the two.
    ``month`` and ``day`` are 0 where the grain is coarser. ``quarter`` is 1 to 4 or 0;
    ``two_years`` says that a quarter's year is printed as 2023/24.
    """

    text: str
    start: int
    end: int
    grain: Grain
    year: int = 0
    month: int = 0
    day: int = 0
    quarter: int = 0
    two_years: bool = False

    @property
    def index(self) -> int:
        """Months since the year nought, for a month with its year."""
        return self.year * 12 + self.month - 1

    def as_date(self) -> date:
        """The day itself; ValueError where there is no such day."""
        return date(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Span:
    """Two moments of one grain joined by "to", "and" or a dash. ``joint`` is what joins them."""

    first: Moment
    last: Moment
    joint: str

    @property
    def start(self) -> int:
        """Where the span begins in the text."""
        return self.first.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.last.end


_MOMENT = re.compile(
    rf"""
    (?<![\w£./]) (?:
      (?P<numeric>(?P<nd>\d{{1,2}})[/.](?P<nm>\d{{1,2}})[/.](?P<ny>{YEAR})\b)
    | (?P<full>(?P<fd>\d{{1,2}})(?:st|nd|rd|th)?(?:\ of)?\ (?P<fm>{_ANY_CASE})\b
        (?:,?\ (?P<fy>{YEAR})\b)?)
    | (?P<american>(?P<am>{_ANY_CASE})\ (?P<ad>\d{{1,2}})(?:st|nd|rd|th)?,?\ (?P<ay>{YEAR})\b)
    | (?P<short>(?P<sm>{_ANY_CASE})\.?(?:\s?[-–'‘’]\s?|\s['‘’])(?P<sy>\d\d)
        (?![\d/%.,:]?\d|%|[a-z]))
    | (?P<month>(?P<mm>{_ANY_CASE})\b(?:\.(?=\ \d))?
        (?:(?:,?\ |\ of\ |[-–])(?P<my>{YEAR})\b(?![/–-]\d)
        |\ (?P<maybe>[0-3]\d)(?![\d%/.,:]?\d|%|st|nd|rd|th|\ [a-z]{{3,}}))?)
    | (?P<quarter>(?:Q(?P<q1>[1-4])|[Qq]uarter\ (?P<q2>[1-4])
        |(?<!-)[Qq]uarter\ (?P<q4>one|two|three|four)
            (?=\s*(?:$|[,.;:()]|(?:and|was|were|saw|had|is|of|to)\b))
        |(?P<q3>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal)[\ -]quarter)\b
        (?:(?:\ of)?,?\ \(?(?P<qy>{YEAR})(?:(?P<qtwo>\ ?[/–-]\ ?(?:20)?\d\d)(?![\d/]))?(?!\d))?)
    | (?P<label>(?P<ly>{YEAR})\ ?[/–-]\ ?(?P<lz>(?:20)?\d\d)(?![\d/]|\.\d|,\d|-\d\d?(?!\d)|%))
    | (?P<year>(?P<yy>{YEAR}))(?![\d%]|[,.]\d|/\d)
    )
    """,
    re.VERBOSE,
)


def month_number(name: str) -> int:
    """The month's number from its name or its first three letters."""
    return _SHORT[name.lower()[:3]]


def moments(text: str) -> list[Moment]:
    """Every moment named in the text, in order.

    >>> [(m.grain.value, m.year, m.month) for m in moments("from Oct-23 to March 2024")]
    [('month', 2023, 10), ('month', 2024, 3)]
    """
    return list(_moments(text))


@lru_cache(maxsize=4096)
def _moments(text: str) -> tuple[Moment, ...]:
    """The same, once: a table's labels are asked for theirs again for each sentence."""
    found: list[Moment] = []
    place = 0
    while match := _MOMENT.search(text, place):
        place = match.end()
        if moment := _moment(match):
            found.append(moment)
            place = moment.end
    return tuple(found)


def _moment(match: re.Match[str]) -> Moment | None:
    """The moment matched, or None where a word only looks like a month."""
    part = match.groupdict()

    def made(grain: Grain, text: str, **more: int | bool) -> Moment:
        start = match.start()
        return Moment(text=text, start=start, end=start + len(text), grain=grain, **more)  # type: ignore[arg-type]

    for name, d, m, y in (
        ("numeric", "nd", "nm", "ny"),
        ("full", "fd", "fm", "fy"),
        ("american", "ad", "am", "ay"),
    ):
        if whole := part[name]:
            number = int(part[m]) if part[m].isdigit() else month_number(part[m])
            return made(Grain.DAY, whole, day=int(part[d]), month=number, year=int(part[y] or 0))
    if whole := part["short"]:
        return made(Grain.MONTH, whole, month=month_number(part["sm"]), year=2000 + int(part["sy"]))
    if whole := part["month"]:
        if part["mm"] in ("May", "MAY", "Mar", "Sep", "Jan", "Dec") and _a_word(match):
            return None
        year = int(part["my"] or 0)
        return made(Grain.MONTH, whole, month=month_number(part["mm"]), year=year)
    if whole := part["quarter"]:
        number = int(part["q1"] or part["q2"] or 0)
        number = number or _QUARTERS[(part["q3"] or part["q4"] or "").lower()]
        year, second = int(part["qy"] or 0), (part["qtwo"] or "").strip(" /–-")
        whole = whole if year else whole.rstrip(" (")
        return made(Grain.QUARTER, whole, quarter=number, year=year, two_years=bool(second))
    if part["label"]:
        first, second = int(part["ly"]), part["lz"]
        if (first + 1) % 100 == int(second[-2:]) and (len(second) == 2 or int(second) == first + 1):
            return made(Grain.FINANCIAL_YEAR, part["label"], year=first)
        return made(Grain.YEAR, part["ly"], year=first)
    return made(Grain.YEAR, part["year"], year=int(part["yy"]))


def _a_word(match: re.Match[str]) -> bool:
    """Whether "May" and the like stand where no month would."""
    if match["my"] or match["maybe"]:
        return False
    before = match.string[: match.start()].rstrip()[-12:]
    after = match.string[match.end() : match.end() + 14]
    joined = re.match(
        r"\s*(?:to|and|until|[-–—&/,).;:]|$|saw\b|was\b|had\b|brought\b|recorded\b|came\b|topped\b"
        r"|remained\b|stood\b|marked\b|is\b)",
        after,
    )
    led = re.search(
        r"(?:\b(?:in|to|by|from|of|until|since|and|last|during|between|for|before|after|at"
        r"|on|the)|[-–—(,/&])$",
        before,
        re.IGNORECASE,
    )
    return not (led or joined)


_JOINT = re.compile(
    r"\s*(?:(?P<dash>[-–—])|(?P<word>to|until|till|through(?: to)?|and|up to(?: and including)?)\b"
    r"(?:\s+(?:the )?end (?:of )?)?)\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?",
    re.IGNORECASE,
)
_AFTER_DASH = re.compile(r"\s*[/–—-]\s*(?P<yy>\d\d)(?![\d%/]|[.,]\d)")


def spans(text: str, found: list[Moment] | None = None) -> Iterator[Span]:
    """Every two moments of one grain that stand joined, in order.

    >>> [(s.first.text, s.last.text) for s in spans("six months (October 2023 – March 2024)")]
    [('October 2023', 'March 2024')]
    """
    each = moments(text) if found is None else found
    for first, last in pairwise(each):
        joint = _JOINT.fullmatch(text, first.end, last.start)
        if joint and first.grain is last.grain:
            yield Span(first, last, (joint["word"] or "–").lower())
    for moment in each:
        if moment.grain is Grain.YEAR and (match := _AFTER_DASH.match(text, moment.end)):
            year = moment.year // 100 * 100 + int(match["yy"])
            last = Moment(
                text=match["yy"],
                start=match.start("yy"),
                end=match.end(),
                grain=Grain.YEAR,
                year=year,
            )
            yield Span(moment, last, text[moment.end : match.start("yy")].strip())
    for day, last in zip(_bare_days(text, each), each, strict=True):
        if day:
            yield Span(day, last, "–")


# "September 5 to October 2, 1989" has the month of its first day before it.
_BARE_DAY = re.compile(
    rf"(?:\b(?P<month>{MONTH})\s+)?(?<![\d/.,£])(?P<day>\d{{1,2}})"
    r"(?P<joint>(?:st|nd|rd|th)?\s*(?:-|–|to|and)\s*)$",
    re.IGNORECASE,
)
_LONGEST = len("September 30th to ")


def _bare_days(text: str, each: list[Moment]) -> Iterator[Moment | None]:
    """For each moment, the bare day joined before it: the 3 of "3 to 18 June 2024"."""
    for moment in each:
        match = (
            _BARE_DAY.search(text, max(0, moment.start - _LONGEST), moment.start)
            if moment.grain is Grain.DAY
            else None
        )
        if match is None:
            yield None
            continue
        month = _SHORT[match["month"][:3].lower()] if match["month"] else moment.month
        yield Moment(
            text=match.group().removesuffix(match["joint"]),
            start=match.start(),
            end=match.end("day"),
            grain=Grain.DAY,
            year=moment.year - (month > moment.month),
            month=month,
            day=int(match["day"]),
        )


def months_between(span: Span) -> int | None:
    """Months from the first to the last of two months, not counting the first; None if unknown.

    Where one year is missing it is the one that makes the span run forwards within a year:
    October to March 2024 begins in 2023, and April 2023 to March ends in 2024.
    """
    first, last = span.first, span.last
    if first.year and last.year:
        return last.index - first.index
    if first.month and last.month:
        return (last.month - first.month) % 12
    return None


def last_day(year: int, month: int) -> int:
    """How many days the month has."""
    return monthrange(year, month)[1]


def days_of(moment: Moment) -> tuple[date, date] | None:
    """The first and last day of a moment with its year; None where there is no such day."""
    try:
        if moment.grain is Grain.DAY:
            day = moment.as_date()
            return day, day
        if moment.grain is Grain.MONTH:
            end = last_day(moment.year, moment.month)
            return date(moment.year, moment.month, 1), date(moment.year, moment.month, end)
        if moment.grain is Grain.YEAR:
            return date(moment.year, 1, 1), date(moment.year, 12, 31)
    except ValueError:
        return None
    return None
